"""Who of several spoke when in one sound: voices numbered by order of first speaking, nobody named."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Final

MOST_VOICES: Final = 6
"""So many are told apart at most."""


@dataclass(frozen=True, slots=True)
class VoiceTurn:
    """One voice (from 0) spoke from `start_s` to `end_s`; None where nobody can say which, or several at once."""

    start_s: float
    end_s: float
    voice: int | None


@dataclass(frozen=True, slots=True)
class HeardVoice:
    """A voice as the agent is told of it: when it is first heard, and for how many seconds in all."""

    first_s: float
    speech_s: float


@dataclass(frozen=True, slots=True)
class Voices:
    """Turns in order of time that do not overlap; between them nobody speaks.

    >>> voices = Voices((VoiceTurn(0.0, 3.0, 0), VoiceTurn(3.0, 4.0, 1), VoiceTurn(5.0, 6.0, None)))
    >>> voices.heard
    (HeardVoice(first_s=0.0, speech_s=3.0), HeardVoice(first_s=3.0, speech_s=1.0))
    """

    turns: tuple[VoiceTurn, ...]

    @property
    def heard(self) -> tuple[HeardVoice, ...]:
        """Every voice, in order of first speaking."""
        count = max((turn.voice + 1 for turn in self.turns if turn.voice is not None), default=0)
        return tuple(self._one([turn for turn in self.turns if turn.voice == voice]) for voice in range(count))

    def longest(self, voice: int) -> VoiceTurn:
        """The longest turn of a voice."""
        return max((turn for turn in self.turns if turn.voice == voice), key=lambda turn: turn.end_s - turn.start_s)

    def _one(self, turns: list[VoiceTurn]) -> HeardVoice:
        return HeardVoice(turns[0].start_s, sum(turn.end_s - turn.start_s for turn in turns))


@dataclass(frozen=True, slots=True)
class Others:
    """When somebody else than the chosen voice speaks, or nobody can say who.

    >>> others = Others(Voices((VoiceTurn(0.0, 3.0, 0), VoiceTurn(3.0, 4.0, 1), VoiceTurn(5.0, 6.0, None))), 0)
    >>> [others.speak(t) for t in (2.9, 3.0, 4.5, 5.5)]
    [False, True, False, True]
    """

    voices: Voices
    chosen: int
    _starts: list[float] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", [turn.start_s for turn in self.voices.turns])

    def speak(self, t: float) -> bool:
        """Whether it is so at `t`; in a pause it is not."""
        place = bisect_right(self._starts, t) - 1
        if place < 0:
            return False
        turn = self.voices.turns[place]
        return t < turn.end_s and turn.voice != self.chosen
