"""Run in a mount namespace of its own: sharing onto a full and a read-only disk, receiving onto a full one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from coach.errors import KnownError
from coach.session.open_store import open_store
from coach.session.store import SessionStore
from coach.sharing import seal
from coach.sharing.export import Choice, share
from coach.sharing.manifest import Part
from tests.sharing.computers import NOW, PHRASE, kept
from tests.support.received import receive
from tests.support.sounds import hiss, write_wave
from tests.support.stores import by_keyring

SOUND: tuple[Part, ...] = ("sonido",)


def main(folder: Path) -> dict[str, object]:
    setattr(seal, "COST_LOG2", 10)  # noqa: B010 - final for all but tests
    disk = folder / "disco"
    disk.mkdir()
    _mount("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(disk))
    noise = write_wave(folder / "x.mka", hiss(30.0, 48_000, 2), 48_000)
    with open_store(folder / "agente", by_keyring(folder / "a.json")) as agent:
        id, large = kept(agent, noise), folder / "grande.coach"
        agent.recordings.put(id, [noise.read_bytes()])
        small = disk / "x.coach"
        share(agent, id, small, PHRASE, Choice(), NOW)
        before = small.read_bytes()
        (disk / "lleno").write_bytes(bytes(3 * 2**20 - len(before) - 4 * 65_536))
        found: dict[str, object] = {"full": _told(lambda: share(agent, id, small, PHRASE, Choice(SOUND), NOW))}
        found["same"] = small.read_bytes() == before
        found["left"] = sorted(one.name for one in disk.iterdir())
        share(agent, id, large, PHRASE, Choice(SOUND), NOW)
        found["large"] = large.stat().st_size
        found["receiving"], found["after"] = _received(folder, large)
        _mount("mount", "-o", "remount,ro", str(disk))
        found["read_only"] = _told(lambda: share(agent, id, small, PHRASE, Choice(), NOW))
        found["read_only_with_sound"] = _told(lambda: share(agent, id, small, PHRASE, Choice(SOUND), NOW))
        found["same_still"] = small.read_bytes() == before
    return found


def _received(folder: Path, file: Path) -> tuple[str, int]:
    disk = folder / "otro"
    disk.mkdir()
    _mount("mount", "-t", "tmpfs", "-o", f"size={file.stat().st_size // 2 + 400_000}", "tmpfs", str(disk))
    with open_store(disk / "sesiones", by_keyring(folder / "t.json")) as trainer:
        mine = kept(trainer)
        said = _told(lambda: receive(trainer, file, PHRASE, NOW))
        assert not _recorded(trainer)
        return said, [one.id for one in trainer.sessions()].count(mine)


def _recorded(store: SessionStore) -> bool:
    return any(store.recordings.open(one.id) is not None for one in store.shared.sessions())


def _told(attempt: Callable[[], object]) -> str:
    try:
        attempt()
    except KnownError as error:
        return str(error)
    return ""


def _mount(*command: str) -> None:
    subprocess.run(command, check=True)


if __name__ == "__main__":
    found = main(Path(sys.argv[1]))
    print(json.dumps(found))
    sys.stdout.flush()
    os._exit(0)
