"""What can be observed of one answer of the agent, and the conditions that a script may set on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any, Final

BAR_SHOWS: Final = 0.6
"""A tone is heard in an answer when its bar reached this, in [0, 1]."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, as observed. None: it could not be observed.

    `spoke_s`: seconds of speech; `waited_s`: from the client's last word to the agent's first; `interrupted`: the
    agent spoke over the client for longer than a word of assent takes. `findings` of the voice that held meanwhile;
    `signals`: whether each was seen while listening or answering, for those that could be; `tones`: the highest bar of
    each; `asked_tone`: whether the tone that stood out is one that the manual asks for in this moment.
    """

    spoke_s: float | None
    waited_s: float | None
    interrupted: bool | None
    findings: frozenset[str]
    signals: Mapping[str, bool]
    tones: Mapping[str, float]
    asked_tone: bool | None


@dataclass(frozen=True, slots=True)
class Condition:
    """What an answer must be like: all that is not None must hold. What could not be observed holds for nothing.

    Seconds of speech below or above, seconds of silence before it, an interruption (or none), a finding of the voice,
    a signal that was seen, one that was in view and was not, a tone whose bar showed, the tone that the moment asks
    for (or another one).
    """

    spoke_below: float | None = None
    spoke_above: float | None = None
    waited_above: float | None = None
    interrupted: bool | None = None
    finding: str | None = None
    signal: str | None = None
    without_signal: str | None = None
    tone: str | None = None
    asked_tone: bool | None = None

    def met(self, answer: Answer) -> bool:
        """Whether `answer` is like that."""
        return all(
            _MET[field.name](answer, wanted)
            for field in fields(self)
            if (wanted := getattr(self, field.name)) is not None
        )


_MET: Final[Mapping[str, Callable[[Answer, Any], bool]]] = {
    "spoke_below": lambda answer, limit: answer.spoke_s is not None and answer.spoke_s < limit,
    "spoke_above": lambda answer, limit: answer.spoke_s is not None and answer.spoke_s > limit,
    "waited_above": lambda answer, limit: answer.waited_s is not None and answer.waited_s > limit,
    "interrupted": lambda answer, wanted: answer.interrupted is wanted,
    "finding": lambda answer, id: id in answer.findings,
    "signal": lambda answer, id: answer.signals.get(id) is True,
    "without_signal": lambda answer, id: answer.signals.get(id) is False,
    "tone": lambda answer, id: answer.tones.get(id, 0.0) >= BAR_SHOWS,
    "asked_tone": lambda answer, wanted: answer.asked_tone is wanted,
}
