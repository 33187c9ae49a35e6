"""A session that is being kept, to be killed: says on standard output how far it is told, 20 times a second.

`python -m tests.support.running_session FOLDER` waits for a line on standard input and then forks: one process per line
keeps a session until it is killed. Forked because what takes longest, the imports, is the same for all.
"""

from __future__ import annotations

import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from coach.core.events import Features, SignalChanged, State
from coach.session.open_store import open_store
from tests.support.stores import by_keyring, unexpected


def keep(folder: Path) -> None:
    """Until the end of this process."""
    print(os.getpid(), flush=True)
    store = open_store(folder, by_keyring(folder.with_name("keyring.json")))
    writer = store.begin("en_vivo", datetime.now(UTC), unexpected)
    print(writer.id, flush=True)
    began = time.monotonic()
    while True:
        t = time.monotonic() - began
        writer.add([Features(t, {"sonrisa": t}), SignalChanged(t, "sonrisa", State.PRESENT, 1.0)])
        print(f"{t:.3f}", flush=True)
        time.sleep(0.05)


def main(folder: Path) -> None:
    if sys.platform == "win32":
        raise OSError("there is no fork")
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            keep(folder)
        os.waitpid(child, 0)
        print("over", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
