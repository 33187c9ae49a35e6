"""Listens to one turn: from the client's first word to the agent's last."""

from __future__ import annotations

import math
from collections.abc import Collection
from typing import Final

from coach.core.events import Event, FindingChanged, SignalChanged, SpeechSpan, State, ToneScored, VoiceFeatures
from coach.practice.answer import Answer

PAUSE_S: Final = 1.5
"""The agent has finished after so long a pause ..."""
BREATH_S: Final = 2.5
"""... or this one, as long as the answer is shorter than `SHORT_S`: a greeting, a breath, and on."""
SHORT_S: Final = 3.0
TAIL_S: Final = 0.5
"""What is heard so soon after the client's last word from a loudspeaker may still be the client."""
_LEAST_S: Final = 0.4
"""Shorter sounds are no answer."""
_ASSENT_S: Final = 0.8
"""An "ajá" while the client speaks is listening; more than this is an interruption."""
_BEGINS_S: Final = 1.0
"""Speech that is under way becomes a span within this, or it was a noise."""
_SPEAKING: Final = 0.5
"""Probability of speech from which somebody speaks now."""


class Standing:
    """What holds at the moment: the state of every signal and finding that has been told of."""

    def __init__(self) -> None:
        self.signals: dict[str, State] = {}
        self.findings: dict[str, State] = {}

    def push(self, event: Event) -> None:
        """Remember a change."""
        if isinstance(event, SignalChanged):
            self.signals[event.id] = event.state
        elif isinstance(event, FindingChanged):
            self.findings[event.id] = event.state


class Turn:
    """What is observed of one answer. `began_s`: the client's first word.

    `hears`: there is a microphone; `overhears`: it can tell the agent from the client while the client speaks, because
    the client is silent text or in the agent's headphones. `asked`: the tones that the moment asks for.
    """

    def __init__(
        self, began_s: float, standing: Standing, asked: Collection[str], *, hears: bool, overhears: bool
    ) -> None:
        self._standing, self._asked = standing, asked
        self._hears, self._overhears = hears, overhears
        self._client_from_s, self._client_until_s = began_s, math.inf
        self._asked_s: float | None = None
        self._over_client_s = 0.0
        self._spoke_s = 0.0
        self._first_s: float | None = None
        self._last_s: float | None = None
        self._under_way_s: float | None = None
        self._signals: dict[str, bool] = {}
        self._tones: dict[str, float] = {}
        self._told: set[str] = set()

    @property
    def spoken(self) -> bool:
        """Whether an answer has begun."""
        return self._first_s is not None

    def open(self, t: float) -> None:
        """The client's last word is said: what is heard from now on is the answer."""
        self._client_until_s = t
        if self._asked_s is None:
            self._asked_s = t
            for id, state in self._standing.signals.items():
                self._see(id, state)

    def hold(self, t: float) -> None:
        """The client speaks again."""
        self._client_from_s, self._client_until_s = t, math.inf

    def push(self, event: Event) -> None:
        """Take in what happens meanwhile."""
        if isinstance(event, SpeechSpan):
            self._speak(event)
        elif isinstance(event, SignalChanged):
            self._see(event.id, event.state)  # also while the client speaks: nodding then is listening
        elif self._asked_s is None:
            return
        elif isinstance(event, VoiceFeatures):
            self._hear(event)
        elif isinstance(event, ToneScored):
            self._sound(event, self._asked_s)

    def over(self, t: float) -> bool:
        """Whether the agent has spoken, and then been silent for long enough."""
        if self._last_s is None or not self.spoken:
            return False
        return t - self._last_s >= (PAUSE_S if self._spoke_s >= SHORT_S else BREATH_S)

    def silent_s(self, t: float) -> float:
        """How long the agent has let the client wait for a first word."""
        if self._asked_s is None or self.spoken or (self._last_s is not None and t - self._last_s < _BEGINS_S):
            return 0.0
        return t - self._asked_s

    def answer(self) -> Answer:
        """All that was observed. Findings look back over seconds, so that those which hold at its end are its own."""
        told, findings = self._told, self._standing.findings
        return Answer(
            spoke_s=self._spoke_s + self._unfinished_s if self._hears else None,
            waited_s=None if self._first_s is None or self._asked_s is None else self._first_s - self._asked_s,
            interrupted=self._over_client_s >= _ASSENT_S if self._hears and self._overhears else None,
            findings=frozenset(id for id, state in findings.items() if state is State.PRESENT),
            signals=dict(self._signals),
            tones=dict(self._tones),
            asked_tone=bool(told & set(self._asked)) if told else None,
        )

    @property
    def _listens_from(self) -> float:
        return self._client_until_s + (0.0 if self._overhears else TAIL_S)

    @property
    def _unfinished_s(self) -> float:
        """Seconds of the speech under way, which is no span yet."""
        return 0.0 if self._under_way_s is None or self._last_s is None else self._last_s - self._under_way_s

    def _speak(self, span: SpeechSpan) -> None:
        self._under_way_s = None
        until_s = min(span.end_s, self._client_until_s)
        self._over_client_s += max(0.0, until_s - max(span.start_s, self._client_from_s))
        if span.end_s <= self._listens_from:
            return
        start_s = max(span.start_s, self._listens_from)
        self._spoke_s += span.end_s - start_s
        if self._first_s is None and self._spoke_s >= _LEAST_S:
            self._first_s = start_s
        self._last_s = max(span.end_s, self._last_s or 0.0)

    def _hear(self, event: VoiceFeatures) -> None:
        if (event.values["speech"] or 0.0) >= _SPEAKING and event.t > self._listens_from:
            self._last_s = event.t
            if self._under_way_s is None:
                self._under_way_s = event.t

    def _see(self, id: str, state: State) -> None:
        if state is not State.NOT_OBSERVABLE:
            self._signals[id] = self._signals.get(id, False) or state is State.PRESENT

    def _sound(self, event: ToneScored, asked_s: float) -> None:
        if (event.start_s + event.end_s) / 2 < asked_s:
            return  # most of what it looked at was before
        for id, score in (event.scores or {}).items():
            self._tones[id] = max(score, self._tones.get(id, 0.0))
        if event.id is not None:
            self._told.add(event.id)
