"""Work on the window in steps, between which it hears what is asked of it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer


class Steps(QObject):
    """Does one step each time that Qt has nothing more urgent to do; all on Qt's thread."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: deque[Callable[[], None]] = deque()
        self._timer = QTimer(self, interval=0)
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
