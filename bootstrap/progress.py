"""One line on the terminal that says what the set-up is doing; where there is no terminal, a line for each step."""

from __future__ import annotations

import shutil
import sys

_shown = ""
_HEAD = "Preparando Coach: "


def show(text: str, *, detail: bool = False) -> None:
    """Replaces the line shown before by `text`; a `detail` is no step of its own, and left out of a file or a pipe."""
    if sys.stderr.isatty():
        width = shutil.get_terminal_size().columns - 1
        _replace((_HEAD + text)[:width])
    elif not detail:
        sys.stderr.write(f"{_HEAD}{text}\n")
        sys.stderr.flush()


def clear() -> None:
    """Takes the line away."""
    if sys.stderr.isatty() and _shown:
        _replace("")
        sys.stderr.write("\r")
        sys.stderr.flush()


def say(text: str) -> None:
    """A line that stays."""
    clear()
    sys.stderr.write(text + "\n")


def _replace(text: str) -> None:
    global _shown
    # Spaces, not an escape sequence, wipe what was longer: the console of Windows shows the latter as letters.
    sys.stderr.write("\r" + text.ljust(len(_shown)))
    sys.stderr.flush()
    _shown = text
