"""A live session that is being recorded, to be killed: says on standard output how far it has come.

`python -m tests.support.running_take FOLDER` waits for a line on standard input and then forks, as `running_session`.
"""

from __future__ import annotations

import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from coach.core.events import SAMPLE_RATE, Frame, Sound
from coach.session.open_store import open_store
from coach.session.recording import SessionRecorder
from tests.support.stores import by_keyring, unexpected
from tests.support.takes import marked

STEP_S = 0.05


def record(folder: Path) -> None:
    """Until the end of this process."""
    print(os.getpid(), flush=True)
    store = open_store(folder, by_keyring(folder.with_name("keyring.json")))
    writer = store.begin("en_vivo", datetime.now(UTC), unexpected)
    recorder = SessionRecorder(store.recordings.begin(writer.id), unexpected, picture=True, sound=True)
    print(writer.id, flush=True)
    began, t = time.monotonic(), 0.0
    while True:
        recorder.show(Frame(t, marked(t)))
        recorder.hear(Sound(t, np.zeros(int(STEP_S * SAMPLE_RATE), np.float32)))
        print(f"{t:.3f}", flush=True)
        t += STEP_S
        time.sleep(max(0.0, began + t - time.monotonic()))


def main(folder: Path) -> None:
    if sys.platform == "win32":
        raise OSError("there is no fork")
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            record(folder)
        os.waitpid(child, 0)
        print("over", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
