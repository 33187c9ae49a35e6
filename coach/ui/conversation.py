"""A practice under way: the engine, fed by the session's threads, and the client's voice, on the main one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import Final, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from coach.core.events import Event
from coach.practice.course import ClientSpeaks, PracticeEvent, PracticeOver
from coach.practice.engine import Practice
from coach.practice.script import PracticeScript
from coach.ui.client_voice import ClientVoice

_DRAIN_MS: Final = 300
"""A loudspeaker still sounds so long after its engine has finished."""


@dataclass(frozen=True, slots=True)
class PracticeChoice:
    """What the agent chose: `entry` is the node to begin at, None the opening; `aloud`: the client is to be heard."""

    script: PracticeScript
    entry: str | None = None
    aloud: bool = True
    headphones: bool = False


class Deafened(Protocol):
    """What lets the microphone's sound go unheard."""

    def pass_over(self, passing: bool) -> None:
        """For as long as `passing`."""


class Conversation(QObject):
    """`told(PracticeEvent)`, on the main thread, in order; `reached(int)`: characters of the line that are said.

    `said`: all of them, so that the agent may speak even where no stream tells the time. `written`: the system's voice
    was lost. `hear` may be called from any thread; all else from the main one.
    """

    told = Signal(object)
    reached = Signal(int)
    said = Signal()
    written = Signal()

    _news = Signal(object)

    def __init__(self, voice: ClientVoice, session: Deafened, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._voice, self._session = voice, session
        self._lock = Lock()
        self._practice: Practice | None = None
        self._choice: PracticeChoice | None = None
        self._talking = self._sounds = False
        self._drained = QTimer(self, interval=_DRAIN_MS, singleShot=True)
        self._drained.timeout.connect(self._on_said)
        voice.reached.connect(self.reached)
        voice.finished.connect(self._on_voice)
        voice.lost.connect(self._on_lost)
        self._news.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def practice(self) -> Practice | None:
        """The engine; None before the first practice."""
        return self._practice

    @property
    def talking(self) -> bool:
        """Whether the client speaks now."""
        return self._talking

    @property
    def aloud(self) -> bool:
        """Whether the client is to be heard, and can be."""
        return self._sounds and self._voice.has_sound

    def prepare(self, choice: PracticeChoice, *, hears: bool) -> None:
        """A new practice, not begun; `hears`: there is a microphone."""
        self.close()
        self._choice, self._sounds = choice, choice.aloud and self._voice.has_sound
        overhears = choice.headphones or not self.aloud
        with self._lock:
            self._practice = Practice(choice.script, choice.entry, hears=hears, overhears=overhears)

    def begin(self) -> None:
        """The client says its first line."""
        self._do(lambda practice: practice.begin())

    def hear(self, events: list[Event]) -> None:
        """What the session tells; from its threads."""
        with self._lock:
            if self._practice is not None and not self._practice.over:
                self._pass_on([told for event in events for told in self._practice.push(event)])

    def go_on(self) -> None:
        """The agent's key: the rest of the client's line at once, or "I have answered"."""
        if self._talking:
            self._voice.hurry()
        else:
            self._do(lambda practice: practice.answered())

    def skip(self) -> None:
        """On to the next line."""
        self._do(lambda practice: practice.skip())

    def repeat(self) -> None:
        """The client says the line again."""
        self._do(lambda practice: practice.repeat())

    def end(self) -> None:
        """The agent does not want to go on."""
        self._do(lambda practice: practice.end())

    def close(self) -> None:
        """Fall silent, and hear no more."""
        with self._lock:
            self._practice = None
        self._fall_silent()

    def _do(self, work: Callable[[Practice], list[PracticeEvent]]) -> None:
        with self._lock:
            if self._practice is not None:
                self._pass_on(work(self._practice))

    def _pass_on(self, told: list[PracticeEvent]) -> None:
        for event in told:
            self._news.emit((self._practice, event))

    def _take(self, news: tuple[Practice, PracticeEvent]) -> None:
        practice, event = news
        if practice is not self._practice:
            return  # of a practice that has been given up
        if isinstance(event, ClientSpeaks):
            self._say(event)
        elif isinstance(event, PracticeOver):
            self._fall_silent()
        self.told.emit(event)

    def _say(self, event: ClientSpeaks) -> None:
        assert self._choice is not None
        self._drained.stop()
        self._talking = True
        self._session.pass_over(self.aloud and not self._choice.headphones)
        self._voice.say(event.text, self._choice.script.scene.pace, aloud=self.aloud)

    def _on_voice(self) -> None:
        if self.aloud:
            self._drained.start()
        else:
            self._on_said()

    def _on_said(self) -> None:
        self._talking = False
        self._session.pass_over(False)
        with self._lock:
            if self._practice is not None:
                self._practice.client_done()
        self.said.emit()

    def _on_lost(self) -> None:
        """The voice is gone; what the client says from now on is read."""
        self._session.pass_over(False)
        self.written.emit()

    def _fall_silent(self) -> None:
        self._drained.stop()
        self._voice.stop()
        self._talking = False
        self._session.pass_over(False)
