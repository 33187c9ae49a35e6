"""How far a long task is and how long it will still take: one line on stderr, for terminals alone."""

from __future__ import annotations

import sys
import time
from typing import Final, Self

_EVERY_S: Final = 0.25
_CELLS: Final = 24
_TRUSTED_AFTER_S: Final = 1.0
"""Before that the time left would jump about."""


class Progress:
    """`reach` shares in [0, 1] within a `with`; the line is wiped at the end. Silent when stderr is no terminal."""

    def __init__(self, label: str) -> None:
        """`label`: what is being done; it may change on the way."""
        self.label = label
        self._shown = sys.stderr is not None and sys.stderr.isatty()
        self._start = time.monotonic()
        self._next = 0.0
        self._width = 0

    def reach(self, share: float) -> None:
        """Done so far."""
        now = time.monotonic()
        if not self._shown or now < self._next:
            return
        self._next = now + _EVERY_S
        self._write(line(self.label, share, now - self._start))

    def __enter__(self) -> Self:
        """Nothing is shown yet."""
        return self

    def __exit__(self, *exc: object) -> None:
        """Wipe the line."""
        if self._shown and self._width:
            self._write("")
            sys.stderr.write("\r")
            sys.stderr.flush()

    def _write(self, text: str) -> None:
        # Spaces, not an escape sequence, wipe what was longer: every console understands them.
        sys.stderr.write("\r" + text.ljust(self._width))
        sys.stderr.flush()
        self._width = len(text)


def line(label: str, share: float, elapsed_s: float) -> str:
    """The line after `elapsed_s` seconds.

    >>> line("Analizando", 0.25, 10.0)
    'Analizando [######------------------]  25 %, faltan 30 s'
    """
    from coach.report.words import lasting

    share = min(1.0, max(0.0, share))
    full = round(share * _CELLS)
    bar = "#" * full + "-" * (_CELLS - full)
    left = ""
    if share > 0.0 and elapsed_s >= _TRUSTED_AFTER_S:
        left = f", faltan {lasting(elapsed_s * (1.0 - share) / share)}" if share < 1.0 else ", casi listo"
    return f"{label} [{bar}] {share:4.0%}".replace("%", " %") + left
