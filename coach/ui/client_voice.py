"""How the simulated client speaks: aloud where the system has a Spanish voice, otherwise word by word on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QObject, QTimer, Signal, qInstallMessageHandler

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

WORDS_PER_S: Final = 2.7
"""How fast an unhurried client speaks."""
_STEP_MS: Final = 80
_LATIN_AMERICA: Final = ("MX", "419", "US", "CO", "PE", "CL", "AR")
"""Territories whose Spanish the users speak, the likeliest first; any other Spanish comes after these."""
_PRETENDS: Final = "mock"
"""Qt's engine for tests, which makes no sound."""


class ClientVoice(QObject):
    """`reached(int)`: so many characters of the line have been said; `finished`: all of them.

    `lost`: the system's voice failed in the middle, and the client goes on in writing.
    """

    reached = Signal(int)
    finished = Signal()
    lost = Signal()

    def __init__(self, parent: QObject | None = None, engine: str | None = None) -> None:
        """`engine`: another one of Qt's than the system's own."""
        super().__init__(parent)
        self._engine = engine
        self._speech: QTextToSpeech | None = None
        self._looked = self._aloud = False
        self._text, self._pace, self._said_s = "", 1.0, 0.0
        self._timer = QTimer(self, interval=_STEP_MS)
        self._timer.timeout.connect(self._step)

    @property
    def has_sound(self) -> bool:
        """Whether the system has a Spanish voice. The first time it is looked for, which takes some 40 ms."""
        if not self._looked:
            self._looked = True
            with _silently():
                self._speech = self._find()
        return self._speech is not None

    def say(self, text: str, pace: float, *, aloud: bool) -> None:
        """Say `text` at `pace` (1 is unhurried); `aloud` needs `has_sound`. What was under way is cut off."""
        self.stop()
        self._text, self._pace, self._said_s = text, pace, 0.0
        self._aloud = aloud and self.has_sound
        if self._aloud and self._speech is not None:
            self._speech.setRate(max(-1.0, min(1.0, pace - 1.0)))
            self._speech.say(text)
            self.reached.emit(len(text))
        else:
            self.reached.emit(0)
        self._timer.start()

    def hurry(self) -> None:
        """Show all of the line at once, and have it said."""
        if self._timer.isActive():
            self._finish()

    def stop(self) -> None:
        """Fall silent; `finished` does not come."""
        self._timer.stop()
        if self._speech is not None:
            self._speech.stop()

    def _step(self) -> None:
        self._said_s += _STEP_MS / 1000
        if self._aloud:
            self._watch()
            return
        words = int(self._said_s * WORDS_PER_S * self._pace)
        shown = _length_of(self._text, words)
        self.reached.emit(shown)
        if shown >= len(self._text):
            self._finish()

    def _watch(self) -> None:
        """The engine tells when it is ready again, or does not; asked, so that a lost signal cannot stop a practice."""
        from PySide6.QtTextToSpeech import QTextToSpeech

        assert self._speech is not None
        state = self._speech.state()
        busy = state in (QTextToSpeech.State.Speaking, QTextToSpeech.State.Synthesizing)
        if state is QTextToSpeech.State.Error:
            self._speech, self._aloud, self._said_s = None, False, 0.0
            self.lost.emit()
        elif not busy and self._said_s > _LEAST_S or self._said_s > self._most_s:
            self._finish()

    @property
    def _most_s(self) -> float:
        return 5.0 + 3.0 * len(self._text.split()) / (WORDS_PER_S * self._pace)

    def _finish(self) -> None:
        self.stop()
        self.reached.emit(len(self._text))
        self.finished.emit()

    def _find(self) -> QTextToSpeech | None:
        """The system's engine with a Spanish voice; None where there is none."""
        from PySide6.QtTextToSpeech import QTextToSpeech

        names = [name for name in QTextToSpeech.availableEngines() if name != _PRETENDS]
        for name in [self._engine] if self._engine is not None else names:
            speech = QTextToSpeech(name, self)
            locale = None if speech.state() is QTextToSpeech.State.Error else best_spanish(speech.availableLocales())
            if locale is not None:
                speech.setLocale(locale)
                return speech
            speech.deleteLater()
        return None


_LEAST_S: Final = 0.4
"""An engine may take so long to begin."""


def best_spanish(locales: list[QLocale]) -> QLocale | None:
    """The Spanish that is nearest to Latin America's; None when there is none.

    >>> best_spanish([QLocale("es_ES"), QLocale("en_US"), QLocale("es_MX")]).name()
    'es_MX'
    >>> best_spanish([QLocale("en_US")]) is None
    True
    """
    spanish = [locale for locale in locales if locale.language() == QLocale.Language.Spanish]

    def place(locale: QLocale) -> int:
        territory = locale.name().partition("_")[2]
        return _LATIN_AMERICA.index(territory) if territory in _LATIN_AMERICA else len(_LATIN_AMERICA)

    return min(spanish, key=place, default=None)


def _length_of(text: str, words: int) -> int:
    """How many characters the first `words` of `text` take."""
    at = 0
    for _ in range(words):
        at = text.find(" ", at + 1)
        if at < 0:
            return len(text)
    return at


@contextmanager
def _silently() -> Iterator[None]:
    """What Qt says of engines and libraries that the system lacks is no news: the client then speaks in writing."""
    before = qInstallMessageHandler(lambda *_: None)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
