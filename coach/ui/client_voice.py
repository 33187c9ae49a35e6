"""How the simulated client speaks: aloud where the system has a Spanish voice, otherwise word by word on the screen."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

WORDS_PER_S: Final = 2.7
"""How fast an unhurried client speaks."""
SPANISH: Final = "es"
_STEP_MS: Final = 80
_ROOT: Final = Path(__file__).resolve().parents[2]
_END_MS: Final = 1000


class ClientVoice(QObject):
    """`reached(int)`: so many characters of the line have been said; `finished`: all of them.

    `found(bool)`: whether the system has a voice is known. `lost`: it failed, and the client goes on in writing.
    """

    reached = Signal(int)
    finished = Signal()
    found = Signal(bool)
    lost = Signal()

    def __init__(self, parent: QObject | None = None, language: str = SPANISH, engine: str | None = None) -> None:
        """`language`: a code; `engine`: another one of Qt's than the system's own. Nothing is started yet."""
        super().__init__(parent)
        self._arguments = [language] if engine is None else [language, engine]
        self._program: QProcess | None = None
        self._has_sound = self._aloud = False
        self._text, self._pace, self._said_s = "", 1.0, 0.0
        self._timer = QTimer(self, interval=_STEP_MS)
        self._timer.timeout.connect(self._step)

    @property
    def has_sound(self) -> bool:
        """Whether the system has such a voice; not before `found` has told so."""
        return self._has_sound

    def look(self) -> None:
        """Find out whether the system has a voice: `found` tells. It may take seconds, and keeps nobody waiting."""
        if self._program is not None:
            return
        self._program = program = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        known = environment.value("PYTHONPATH", "")
        environment.insert("PYTHONPATH", os.pathsep.join(filter(None, (str(_ROOT), known))))
        program.setProcessEnvironment(environment)
        # What Qt says there of engines and libraries that the system lacks is no news: the client then writes.
        program.setStandardErrorFile(QProcess.nullDevice())
        program.readyReadStandardOutput.connect(self._read)
        program.finished.connect(self._lose)
        program.errorOccurred.connect(self._lose)
        program.start(sys.executable, ["-P", "-m", "coach.ui.speech_program", *self._arguments])

    def say(self, text: str, pace: float, *, aloud: bool) -> None:
        """Say `text` at `pace` (1 is unhurried), in writing unless `aloud`. What was under way is cut off."""
        self.stop()
        self._text, self._pace, self._said_s = text, pace, 0.0
        self._aloud = aloud and self._has_sound
        if self._aloud:
            self._ask(say=text, rate=max(-1.0, min(1.0, pace - 1.0)))
        self.reached.emit(len(text) if self._aloud else 0)
        self._timer.start()

    def hurry(self) -> None:
        """Take all of the line as said."""
        if self._timer.isActive():
            self._finish()

    def stop(self) -> None:
        """Fall silent; `finished` does not come."""
        if self._timer.isActive() and self._aloud:
            self._ask(stop=True)
        self._timer.stop()

    def close(self) -> None:
        """End the program that speaks. A service would say what it was asked for to the end, unless it is told."""
        speaking = self._timer.isActive() and self._aloud
        self._timer.stop()
        self._has_sound = False
        if self._program is not None:
            self._program.blockSignals(True)
            if speaking:
                self._program.closeWriteChannel()
                self._program.waitForFinished(_END_MS)
            self._program.kill()
            self._program.waitForFinished(_END_MS)
            self._program = None

    def _step(self) -> None:
        self._said_s += _STEP_MS / 1000
        if self._aloud:
            if self._said_s > 4.0 + 2.0 * len(self._text.split()) / (WORDS_PER_S * self._pace):
                self._lose()  # a service that never ends a sentence would not end the next one either
            return
        shown = length_of(self._text, int(self._said_s * WORDS_PER_S * self._pace))
        self.reached.emit(shown)
        if shown >= len(self._text):
            self._finish()

    def _finish(self) -> None:
        self.stop()
        self.reached.emit(len(self._text))
        self.finished.emit()

    def _ask(self, **wish: object) -> None:
        if self._program is not None:
            self._program.write((json.dumps(wish) + "\n").encode())

    def _read(self) -> None:
        while self._program is not None and self._program.canReadLine():
            news = json.loads(bytes(self._program.readLine().data()))
            if "ready" in news:
                self._has_sound = news["ready"] is not None
                self.found.emit(self._has_sound)
            elif self._aloud and self._timer.isActive():
                if news["done"]:
                    self._finish()
                else:
                    self._lose()

    def _lose(self) -> None:
        """The voice is gone: for this line, which stands on the screen, and for those to come."""
        speaking, had = self._timer.isActive() and self._aloud, self._has_sound
        self._aloud = self._has_sound = False
        if had:
            self.lost.emit()
        else:
            self.found.emit(False)
        if speaking:
            self._finish()


def length_of(text: str, words: int) -> int:
    """How many characters the first `words` of `text` take.

    >>> length_of("Buenas tardes.", 1), length_of("Buenas tardes.", 5)
    (6, 14)
    """
    at = 0
    for _ in range(words):
        at = text.find(" ", at + 1)
        if at < 0:
            return len(text)
    return at
