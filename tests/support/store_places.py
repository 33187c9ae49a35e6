"""A store on a small disk that fills up, then on one that turns read-only; says as JSON what happened.

Run in a mount namespace of its own: `unshare --map-root-user --mount python -m tests.support.store_places FOLDER`.
"""

from __future__ import annotations

import contextlib
import gc
import json
import secrets
import subprocess
import sys
import time
from pathlib import Path

from coach.errors import KnownError
from coach.session.open_address import open_there
from coach.session.open_store import open_store, read_store
from tests.support.stores import STARTED, by_keyring, session_events, session_record


def mount(folder: Path, options: str) -> None:
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], check=True)


def remount(folder: Path, options: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{options}", str(folder)], check=True)


def full_disk(folder: Path) -> dict[str, object]:
    """Save until the disk is full; keep a running session; make room, then see what is left of it all."""
    ring = folder.with_name("keyring.json")
    saved: list[str] = []
    told: list[str] = []
    with open_store(folder, by_keyring(ring)) as store:
        try:
            while True:
                saved.append(store.save(session_record(minute=len(saved), advice=secrets.token_hex(9000))))
        except KnownError as error:
            told.append(str(error))
        running: list[str] = []
        try:
            writer = store.begin("en_vivo", STARTED, lambda error: running.append(str(error)))
            writer.add(event for batch in session_events(100.0) for event in batch)
            deadline = time.monotonic() + 20.0
            while not running and time.monotonic() < deadline:
                time.sleep(0.05)
            writer.close()
        except KnownError as error:
            running.append(str(error))
    remount(folder, "size=8m")
    with open_store(folder, by_keyring(ring)) as store:
        whole = [store.load(id) for id in saved]
        store.delete(saved[0])
        again = store.save(session_record(minute=900))
        return {
            "saved": len(saved),
            "told": told,
            "running": running,
            "whole": len(whole),
            "sessions": len(store.sessions()),
            "after": store.load(again) == session_record(minute=900),
        }


def no_room_left(folder: Path) -> list[object]:
    """Look at a store on a disk that others filled to the last byte, then write to it; and with a log left behind."""
    source, filler, log = by_keyring(folder.with_name("keyring.json")), folder / "filler", folder / "sesiones.db-wal"
    with filler.open("wb", buffering=0) as out:
        for size in (65536, 512):
            with contextlib.suppress(OSError):
                while out.write(bytes(size)):
                    pass
    told: list[object] = []
    for opening, beside in ((read_store, False), (open_store, False), (read_store, True)):
        if beside:
            log.touch()
        try:
            with opening(folder, source) as store:
                told.append(len(store.sessions()))
        except KnownError as error:
            told.append(str(error))
    gc.collect()  # connections that never came to be are open until then, and no disk turns read-only under them
    log.unlink(missing_ok=True)
    filler.unlink()
    return told


def read_only(folder: Path) -> dict[str, object]:
    """Open a store whose folder can no longer be written: to write, to read, and as much of both as can be had."""
    source = by_keyring(folder.with_name("keyring.json"))
    file = folder / "sesiones.db"
    before = file.read_bytes()
    remount(folder, "ro")
    told: list[object] = []
    for opening in (open_store, read_store, lambda folder, source: open_there(str(folder), source)):
        try:
            with opening(folder, source) as store:
                there = store.sessions()
                for header in there:
                    if header.state == "whole":  # the one that the full disk interrupted has no report to load
                        store.load(header.id)
                told.append(len(there))
                store.save(session_record())
        except KnownError as error:
            told.append(str(error))
    remount(folder, "rw")
    with open_store(folder, source) as store:
        return {"told": told, "same": before == file.read_bytes(), "sessions": len(store.sessions())}


def no_room_at_all(folder: Path) -> str:
    """Make a store where not even an empty one fits."""
    mount(folder, "size=16k")
    try:
        open_store(folder / "sesiones", by_keyring(folder / "keyring.json")).close()
    except KnownError as error:
        return str(error)
    return "opened"


def main(folder: Path) -> None:
    small, tiny = folder / "small", folder / "tiny"
    small.mkdir()
    tiny.mkdir()
    mount(small, "size=400k")
    found = {"full": full_disk(small), "crowded": no_room_left(small), "read_only": read_only(small)}
    print(json.dumps(found | {"tiny": no_room_at_all(tiny)}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
