"""Speaks, as a program of its own: some speech services take seconds to answer, or never do, and can be ended.

A line of JSON each way. In: `{"say": text, "rate": -1..1}`, `{"stop": true}`; the end of the input ends the program.
Out: `{"ready": locale}` once (null: no voice of the language), then `{"done": bool}` for each text that was said or
could not be.
"""

from __future__ import annotations

import json
import os
import sys
import time
from threading import Thread
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt, QTimer, Signal

_LATIN_AMERICA: Final = ("MX", "419", "US", "CO", "PE", "CL", "AR")
"""Territories whose Spanish the users speak, the likeliest first; any other comes after these."""
_PRETENDS: Final = "mock"
"""Qt's engine for tests, which makes no sound."""
_LOOK_MS: Final = 60
_LEAVE_S: Final = 2.0
_PATIENCE: Final = 50
"""So many looks (3 s) an engine may take to begin, and to fall silent before that, on a machine that is busy."""


class Speaker(QObject):
    """Owns Qt's engine: the system's, or the one that `engine` names."""

    _asked = Signal(str)

    def __init__(self, language: str, engine: str | None) -> None:
        super().__init__()
        self._looks = 0
        self._waiting: dict[str, Any] | None = None
        self._began = False
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._asked.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        self._speech: Any = None
        # Before an engine is looked for: one that never answers must not outlive Coach.
        Thread(target=self._listen, daemon=True).start()
        self._speech = self._find(language, engine)
        _tell(ready=None if self._speech is None else self._speech.locale().name())

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
        time.sleep(_LEAVE_S)
        os._exit(0)  # the engine hangs

    def _answer(self, line: str) -> None:
        if self._speech is not None:
            # Before it has begun an engine seems as idle as it is afterwards, and would begin yet.
            if self._timer.isActive() or self._busy:
                self._speech.stop()
            self._timer.stop()
        if not line:
            QCoreApplication.quit()
        elif self._speech is not None and "say" in (wish := json.loads(line)):
            self._waiting, self._began, self._looks = wish, False, 0
            self._timer.start()
            self._look()

    @property
    def _busy(self) -> bool:
        from PySide6.QtTextToSpeech import QTextToSpeech

        return self._speech.state() in (QTextToSpeech.State.Speaking, QTextToSpeech.State.Synthesizing)

    def _look(self) -> None:
        """Asked for instead of told by a signal, which engines may lose."""
        from PySide6.QtTextToSpeech import QTextToSpeech

        self._looks += 1
        failed, busy, late = self._speech.state() is QTextToSpeech.State.Error, self._busy, self._looks > _PATIENCE
        if self._waiting is not None and not failed and (late or not busy):
            # Not sooner: the end of what was cut off would be taken for this one's.
            wish, self._waiting, self._looks = self._waiting, None, 0
            self._speech.setRate(wish["rate"])
            self._speech.say(wish["say"])
        elif self._waiting is None and busy:
            self._began = True
        elif failed or self._began or late:
            self._timer.stop()
            _tell(done=self._began and not failed)


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
