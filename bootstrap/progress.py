"""One line on the terminal that says what the set-up is doing; nothing where there is no terminal."""

from __future__ import annotations

import shutil
import sys


def show(text: str) -> None:
    """Replaces the line shown before by `text`."""
    if sys.stderr.isatty():
        width = shutil.get_terminal_size().columns - 1
        sys.stderr.write("\r\x1b[K" + f"Preparando Coach: {text}"[:width])
        sys.stderr.flush()


def clear() -> None:
    """Takes the line away."""
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()


def say(text: str) -> None:
    """A line that stays."""
    clear()
    sys.stderr.write(text + "\n")
