"""The command `coach` (also `python -m coach`)."""

from __future__ import annotations

import os
import sys

from coach.cli.main import INTERRUPTED, run
from coach.cli.streams import open_standard_streams


def main() -> int:
    """Obey the command line; the exit code (see `cli/main.py`)."""
    open_standard_streams()
    try:
        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # while still loading
        code = INTERRUPTED
    if code == INTERRUPTED:
        # Everything of ours has been closed on the way here, but a model that was being loaded in a thread would
        # keep the prompt waiting, and complain of being torn down half made.
        os._exit(code)
    return code


if __name__ == "__main__":
    sys.exit(main())
