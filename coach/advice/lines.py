"""What can be said of what is present: one line a signal, a finding or a tone of the voice, and how far to trust it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from coach.core.events import ToneScored
from coach.manual.catalog import Detector, Evidence, Kind
from coach.manual.tones import Tone

HELD_S: Final = 1.0
"""How long a signal must have been present to be corrected: shorter ones are nobody's habit."""

TONE_NEAR: Final = 0.6
TONE_FAR: Final = 0.3
"""Scores from which the tone that a moment asks for is praised, and below which it is asked for."""

_TONE_PRAISED_S: Final = 3.0
_TONE_ASKED_S: Final = 10.0
_TONE_TRUST: Final = 0.5
"""The tones are not validated on people: what can be seen or counted goes before them."""
_WEIGHT: Final[Mapping[Evidence, float]] = {"debil": 0.5, "moderada": 0.75, "fuerte": 1.0}


class Advised(Protocol):
    """A row of the manual that calls for advice: a signal, a finding of the voice."""

    @property
    def advice(self) -> str:
        """What to say."""
        ...

    @property
    def kind(self) -> Kind:
        """Whether it is to be mended or praised."""
        ...

    @property
    def evidence(self) -> Evidence:
        """How far science supports it."""
        ...

    @property
    def detector(self) -> Detector:
        """What tells it; its confidence is the most it may claim."""
        ...


@dataclass(frozen=True, slots=True)
class Line:
    """A line of advice: told once its cause has been present for `held_s`; `trust` in [0, 1] ranks it."""

    text: str
    kind: Kind
    trust: float
    held_s: float


def row_line(row: Advised, metric: float | None) -> Line:
    """What a row says of itself; `metric` is its detector's margin, 1 at the threshold."""
    margin = 1.0 if metric is None else max(metric, 1.0)
    trust = row.detector.confidence * (1.0 - 0.5 / margin) * _WEIGHT[row.evidence]
    return Line(row.advice, row.kind, trust, HELD_S if row.kind == "corrige" else 0.0)


def tone_line(tones: Mapping[str, Tone], scored: ToneScored) -> tuple[str, Line] | None:
    """The nearest of the tones that the moment asks for, and what to say of it; None when there is nothing to say."""
    if not tones or scored.scores is None:
        return None
    scores = scored.scores
    tone = tones[max(tones, key=lambda id: scores[id])]
    trust = _TONE_TRUST * _WEIGHT[tone.evidence]
    if scores[tone.id] >= TONE_NEAR:
        return tone.id, Line(tone.praise, "refuerza", trust, _TONE_PRAISED_S)
    if scores[tone.id] <= TONE_FAR:
        return tone.id, Line(tone.advice, "corrige", trust, _TONE_ASKED_S)
    return None
