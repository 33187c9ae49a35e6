"""For how long the disk still has room for picture and sound, in one sentence."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from coach.ui.bridge import Background
from coach.ui.words import tr

_MINUTE_S, _HOUR_S = 60, 3600
_MOST_H: Final = 48
"""More is enough for anybody."""
_EVERY_MS: Final = 60_000
"""How often it is looked for while a session is recorded, which takes room away."""


class Room(QObject):
    """`told(str, str)`: how much there is now, as a sentence and in a few words; looked for on a worker."""

    told = Signal(str, str)

    def __init__(self, look: Callable[[], float], parent: QObject, every_ms: int = _EVERY_MS) -> None:
        """`look`: seconds that can be recorded. Raises OSError where the disk does not say."""
        super().__init__(parent)
        self._look = look
        self._background: Background | None = None
        self._timer = QTimer(self, interval=every_ms)
        self._timer.timeout.connect(self.refresh)

    def refresh(self) -> None:
        """Look again."""
        if self._background is None:
            self._background = Background(self)
        self._background.run(self._look, self._after)

    def watch(self, on: bool) -> None:
        """Look again now and every minute, or no longer."""
        if on:
            self.refresh()
            self._timer.start()
        else:
            self._timer.stop()

    def close(self) -> None:
        """Join the worker."""
        self._timer.stop()
        if self._background is not None:
            self._background.close()

    def _after(self, found: Future[float]) -> None:
        error = found.exception()
        if error is None:
            self.told.emit(room_words(found.result()), room_brief(found.result()))
        elif isinstance(error, OSError):
            self.told.emit(tr("El disco no dice cuánto espacio le queda."), "")
        else:
            raise error


def room_words(seconds: float) -> str:
    """What can still be recorded, roughly and never too much.

    >>> room_words(9.7 * 3600), room_words(3700)
    ('Queda espacio para unas 9 horas de video.', 'Queda espacio para una hora de video.')
    >>> room_words(47 * 60), room_words(30), room_words(1e9)
    ('Queda espacio para unos 47 minutos de video.', 'Ya no queda espacio para grabar video.', \
'Queda espacio para más de 48 horas de video.')
    """
    if seconds < 2 * _MINUTE_S:
        return tr("Ya no queda espacio para grabar video.")
    if seconds < _HOUR_S:
        return tr("Queda espacio para unos {} minutos de video.").format(int(seconds // _MINUTE_S))
    if seconds < 2 * _HOUR_S:
        return tr("Queda espacio para una hora de video.")
    if seconds < _MOST_H * _HOUR_S:
        return tr("Queda espacio para unas {} horas de video.").format(int(seconds // _HOUR_S))
    return tr("Queda espacio para más de {} horas de video.").format(_MOST_H)


def room_brief(seconds: float) -> str:
    """The same where there is little room for words.

    >>> room_brief(9.7 * 3600), room_brief(47 * 60), room_brief(1e9)
    ('Espacio: 9 h', 'Espacio: 47 min', 'Espacio: más de 48 h')
    """
    if seconds < _HOUR_S:
        return tr("Espacio: {} min").format(int(seconds // _MINUTE_S))
    if seconds < _MOST_H * _HOUR_S:
        return tr("Espacio: {} h").format(int(seconds // _HOUR_S))
    return tr("Espacio: más de {} h").format(_MOST_H)
