"""A trainer who receives a session again and again, to be killed: says on standard output what is whole by then.

`python -m tests.support.receiving_again FOLDER FILE FILE` waits for a line on standard input and then forks, as
`running_session`; each child takes the files in by turns.
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path

from coach.session.open_store import open_store
from coach.sharing import seal
from tests.sharing.computers import PHRASE
from tests.support.received import receive
from tests.support.stores import by_keyring


def take_in(folder: Path, files: list[Path]) -> None:
    """Until the end of this process."""
    print(os.getpid(), flush=True)
    store = open_store(folder, by_keyring(folder.with_name("keyring.json")))
    for file in cycle(files):
        print(receive(store, file, PHRASE, datetime.now(UTC)).session, flush=True)


def main(folder: Path, files: list[Path]) -> None:
    setattr(seal, "COST_LOG2", 10)  # noqa: B010 - final for all but tests
    if sys.platform == "win32":
        raise OSError("there is no fork")
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            take_in(folder, files)
        os.waitpid(child, 0)
        print("over", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
