"""Work on the window in steps, between which it hears what is asked of it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QObject, QTimer

_EVERY_MS: Final = 1
"""Not 0: such timers wait until nothing else is to be done, which in a busy window takes a second."""


class Steps(QObject):
    """Does one step after the other, each after what has come in meanwhile; all on Qt's thread."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: deque[Callable[[], None]] = deque()
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._next)

    def begin(self, steps: Iterable[Callable[[], None]]) -> None:
        """Do these, in place of what has not been done of those before."""
        self._waiting = deque(steps)
        self._timer.start()

    def drop(self) -> None:
        """Do no more of them."""
        self._waiting.clear()
        self._timer.stop()

    def _next(self) -> None:
        step = self._waiting.popleft()
        if not self._waiting:
            self._timer.stop()
        step()
