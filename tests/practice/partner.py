"""An agent made by hand who answers a practice: speech, silence, findings and signals as a session reports them."""

from __future__ import annotations

from coach.core.events import Event, FindingChanged, SignalChanged, SpeechSpan, State, ToneScored, VoiceFeatures
from coach.manual.moments import tones_of
from coach.manual.tones import load_tones
from coach.practice.answer import Condition
from coach.practice.course import Answered, ClientSpeaks, PracticeEvent
from coach.practice.engine import Practice

TICK_S = 0.1
ORDINARY_S = 6.0
"""An answer of this length meets no condition on length that a script sets."""
QUIET = Condition()


class Partner:
    """Drives `practice` along its own time, ten features a second, and keeps all that it tells."""

    def __init__(self, practice: Practice, start_s: float = 0.0) -> None:
        self.practice = practice
        self.t = start_s
        self.told: list[PracticeEvent] = []

    def push(self, event: Event) -> None:
        self.told += self.practice.push(event)

    def begin(self) -> None:
        self.tick(speaking=False)
        self.told += self.practice.begin()

    def tick(self, *, speaking: bool) -> None:
        self.t = round(self.t + TICK_S, 3)
        self.push(VoiceFeatures(self.t, {"speech": 0.98 if speaking else 0.01}))

    def silence(self, seconds: float) -> None:
        for _ in range(round(seconds / TICK_S)):
            self.tick(speaking=False)

    def speak(self, seconds: float) -> None:
        """Speech, and the span of it as soon as a pause has ended it."""
        start_s = self.t
        for _ in range(round(seconds / TICK_S)):
            self.tick(speaking=True)
        end_s = self.t
        self.silence(0.3)
        self.push(SpeechSpan(start_s, end_s))

    def client_speaks(self, seconds: float = 1.0, over_s: float = 0.0) -> None:
        """The client's words, over which the agent speaks for `over_s`."""
        if over_s:
            self.speak(over_s)
        self.silence(seconds)
        self.practice.client_done()
        self.tick(speaking=False)

    def answer(self, like: Condition = QUIET) -> None:
        """Let the client speak, then answer so that `like` is met."""
        self._show(like)
        self.client_speaks(over_s=2.0 if like.interrupted else 0.0)
        self._sound(like)
        self.silence((like.waited_above or 0.0) + 0.6)
        self.speak(self._length(like))
        answered = self.answered
        for _ in range(60):
            if len(self.answered) > len(answered):
                break
            self.tick(speaking=False)
        self._forget(like)

    @property
    def answered(self) -> list[Answered]:
        return [event for event in self.told if isinstance(event, Answered)]

    @property
    def lines(self) -> list[str]:
        return [event.text for event in self.told if isinstance(event, ClientSpeaks)]

    def _length(self, like: Condition) -> float:
        if like.spoke_below is not None:
            return like.spoke_below * 0.7
        return ORDINARY_S if like.spoke_above is None else like.spoke_above + 1.0

    def _show(self, like: Condition) -> None:
        if like.signal is not None:
            self.push(SignalChanged(self.t, like.signal, State.PRESENT, 1.0))
        if like.without_signal is not None:
            self.push(SignalChanged(self.t, like.without_signal, State.ABSENT, 0.0))
        if like.finding is not None:
            self.push(FindingChanged(self.t, like.finding, State.PRESENT, 1.0))

    def _sound(self, like: Condition) -> None:
        if like.asked_tone is not None:
            wanted = tones_of(self.practice.node.moment)
            tone = next(id for id in load_tones() if (id in wanted) is like.asked_tone)
            self.push(ToneScored(self.t, self.t + 8.0, {tone: 0.8}, tone, None))

    def _forget(self, like: Condition) -> None:
        for id in filter(None, (like.signal, like.without_signal)):
            self.push(SignalChanged(self.t, id, State.NOT_OBSERVABLE, None))
        if like.finding is not None:
            self.push(FindingChanged(self.t, like.finding, State.ABSENT, 0.0))
