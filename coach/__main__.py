"""The command `coach` (also `python -m coach`)."""

from __future__ import annotations

import sys

from coach.cli.main import run


def main() -> int:
    """Obey the command line; the exit code (see `cli/main.py`)."""
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
