"""Speaks, as a program of its own: some speech services take seconds to answer, or never do, and can be ended.

A line of JSON each way. In: `{"say": text, "rate": -1..1}`, `{"stop": true}`; the end of the input ends the program.
Out: `{"ready": locale}` once (null: no voice of the language), then `{"done": bool}` for each text that was said or
could not be.
"""

from __future__ import annotations

import json
import sys
from threading import Thread
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt, QTimer, Signal

_LATIN_AMERICA: Final = ("MX", "419", "US", "CO", "PE", "CL", "AR")
"""Territories whose Spanish the users speak, the likeliest first; any other comes after these."""
_PRETENDS: Final = "mock"
"""Qt's engine for tests, which makes no sound."""
_LOOK_MS: Final = 60
_LEAST_LOOKS: Final = 6
"""An engine may take so long to begin."""


class Speaker(QObject):
    """Owns Qt's engine: the system's, or the one that `engine` names."""

    _asked = Signal(str)

    def __init__(self, language: str, engine: str | None) -> None:
        super().__init__()
        self._looks = 0
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._asked.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        self._speech = self._find(language, engine)
        _tell(ready=None if self._speech is None else self._speech.locale().name())
        Thread(target=self._listen, daemon=True).start()

    def _find(self, language: str, engine: str | None) -> Any:
        from PySide6.QtTextToSpeech import QTextToSpeech

        names = [name for name in QTextToSpeech.availableEngines() if name != _PRETENDS]
        for name in names if engine is None else [engine]:
            speech = QTextToSpeech(name, self)
            locale = best_locale(speech.availableLocales(), language)
            if speech.state() is not QTextToSpeech.State.Error and locale is not None:
                speech.setLocale(locale)
                return speech
        return None

    def _listen(self) -> None:
        """On a thread of its own: a pipe cannot be waited for in Qt's loop everywhere."""
        for line in sys.stdin:
            self._asked.emit(line)
        self._asked.emit("")

    def _answer(self, line: str) -> None:
        if not line:
            QCoreApplication.quit()
        elif self._speech is not None:
            wish = json.loads(line)
            self._timer.stop()
            self._speech.stop()
            if "say" in wish:
                self._speech.setRate(wish["rate"])
                self._speech.say(wish["say"])
                self._looks = 0
                self._timer.start()

    def _look(self) -> None:
        """Asked for instead of told by a signal, which engines may lose."""
        from PySide6.QtTextToSpeech import QTextToSpeech

        self._looks += 1
        state = self._speech.state()
        busy = state in (QTextToSpeech.State.Speaking, QTextToSpeech.State.Synthesizing)
        if state is QTextToSpeech.State.Error or (not busy and self._looks >= _LEAST_LOOKS):
            self._timer.stop()
            _tell(done=state is not QTextToSpeech.State.Error)


def best_locale(locales: list[QLocale], language: str) -> QLocale | None:
    """The one of that language (a code such as `es`) that is nearest to Latin America's; None when there is none.

    >>> best_locale([QLocale("es_ES"), QLocale("en_US"), QLocale("es_MX")], "es").name()
    'es_MX'
    >>> best_locale([QLocale("en_US")], "es") is None
    True
    """
    spoken = [locale for locale in locales if locale.name().partition("_")[0] == language]

    def place(locale: QLocale) -> int:
        territory = locale.name().partition("_")[2]
        return _LATIN_AMERICA.index(territory) if territory in _LATIN_AMERICA else len(_LATIN_AMERICA)

    return min(spoken, key=place, default=None)


def _tell(**news: object) -> None:
    print(json.dumps(news), flush=True)


def main(language: str, engine: str | None = None) -> int:
    """Speak until the input ends; the exit code."""
    application = QCoreApplication(sys.argv[:1])
    speaker = Speaker(language, engine)
    code = application.exec()
    del speaker
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
