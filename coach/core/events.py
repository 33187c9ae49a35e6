"""What flows through the chain: frozen events, time in seconds from the start of the medium.

Source → `Frame` → perception → `Perceived` (landmarks.py) → features → `Features` → detectors → `SignalChanged`,
`SignalSegment` → advice → `Cue`. `ConditionChanged` and `LevelChanged` say what hampers the view and how hard the
machine works. The voice goes the same way: `Sound` → `VoiceFeatures`, `Syllable`, `SpeechSpan`, `PhraseEnd`, `Filler`
→ `ToneScored`, `FindingChanged`, `FindingSegment` → advice → `Cue`. What picture and voice say together is
`CongruenceChanged`, `CongruenceSegment`. `ContextChanged` and `AdviceSettings` are what the agent tells: events too,
so that a replay gives the same cues. Nothing in here reads a clock: `t` always comes from the source.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal, TypeAlias

import numpy as np
import numpy.typing as npt

Image: TypeAlias = npt.NDArray[np.uint8]
"""(height, width, 3) RGB, never mirrored."""

Samples: TypeAlias = npt.NDArray[np.float32]
"""(n,) mono sound in [-1, 1] at `SAMPLE_RATE`."""

SAMPLE_RATE: Final = 16_000
"""Samples a second of all sound within the chain."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture of the source: `t` seconds from its start, unmirrored RGB pixels."""

    t: float
    image: Image


@dataclass(frozen=True, slots=True)
class Sound:
    """A stretch of sound: `t` is the time of its first sample; chunks follow each other, a gap in time was lost."""

    t: float
    samples: Samples

    @property
    def end_s(self) -> float:
        """The time at which it is over."""
        return self.t + len(self.samples) / SAMPLE_RATE


class State(StrEnum):
    """What can be said of a signal at one moment."""

    PRESENT = "present"
    ABSENT = "absent"
    NOT_OBSERVABLE = "not_observable"


@dataclass(frozen=True, slots=True)
class Features:
    """Named measurements of one moment; None where there is no value. Names and units are those of `rasgos.toml`."""

    t: float
    values: Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class SignalChanged:
    """A signal entered another state at `t`; `metric` is the detector's margin then (≥1 is past the threshold)."""

    t: float
    id: str
    state: State
    metric: float | None


@dataclass(frozen=True, slots=True)
class SignalSegment:
    """A signal was present from `start_s` to `end_s`. `confidence` in [0, 1]."""

    id: str
    start_s: float
    end_s: float
    confidence: float


@dataclass(frozen=True, slots=True)
class ConditionChanged:
    """A condition of the scene or the device (an id of `manual/condiciones.toml`) began or ended at `t`."""

    t: float
    id: str
    active: bool


@dataclass(frozen=True, slots=True)
class LevelChanged:
    """The chain now works at another level of effort (A: most, D: least). `reason`: `load`, `idle` or `set`."""

    t: float
    level: str
    reason: str


@dataclass(frozen=True, slots=True)
class CalibrationChanged:
    """A guided calibration went on: `progress` in [0, 1], `done` once learned.

    `waits_for` (a condition's id, or "quieto") says what it is waiting for, None while it learns.
    """

    t: float
    progress: float
    done: bool
    waits_for: str | None


@dataclass(frozen=True, slots=True)
class ContextChanged:
    """From `t` on the service is at `moment` (an id of `manual/momentos.toml`), with a `client` of `clientes.toml`.

    None where the agent has not told.
    """

    t: float
    moment: str | None
    client: str | None


Sensitivity: TypeAlias = Literal["discreto", "normal", "intenso"]
"""How readily advice is given: a row of `manual/sensibilidades.toml`."""


@dataclass(frozen=True, slots=True)
class AdviceSettings:
    """From `t` on advice is given so readily, never about `muted` ids, and not at all before `snoozed_until_s`."""

    t: float
    sensitivity: Sensitivity
    muted: frozenset[str]
    snoozed_until_s: float | None


@dataclass(frozen=True, slots=True)
class CongruenceChanged:
    """Voice and face entered another state of agreeing or not (an id of `manual/congruencias.toml`) at `t`.

    Not observable while either side is, and in moments of the service that do not ask for it.
    """

    t: float
    id: str
    state: State
    metric: float | None


@dataclass(frozen=True, slots=True)
class CongruenceSegment:
    """A congruence held from `start_s` to `end_s`. `confidence` in [0, 1]."""

    id: str
    start_s: float
    end_s: float
    confidence: float


@dataclass(frozen=True, slots=True)
class Cue:
    """One line of advice: what to say to the agent, and what it rests on.

    `because` holds ids of signals, findings, tones, congruences or conditions.
    """

    t: float
    text: str
    because: tuple[str, ...]
    kind: Literal["corrige", "refuerza"]


@dataclass(frozen=True, slots=True)
class VoiceFeatures:
    """Named measurements of the voice at `t`, ten a second; None where there is no value.

    Names, units and windows are those of `manual/rasgos_voz.toml`.
    """

    t: float
    values: Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class Syllable:
    """A syllable's nucleus was heard at `t`."""

    t: float


@dataclass(frozen=True, slots=True)
class SpeechSpan:
    """Somebody spoke from `start_s` to `end_s`, without a pause between."""

    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True)
class PhraseEnd:
    """A phrase ended at `t`, before a pause, with the pitch going `kind`."""

    t: float
    kind: Literal["rising", "level", "falling"]


@dataclass(frozen=True, slots=True)
class Filler:
    """A filled pause ("eh", "mmm") from `start_s` to `end_s`."""

    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True)
class ToneScored:
    """How near the voice from `start_s` to `end_s` came to each tone of `manual/tonos.toml`, in [0, 1].

    `scores` is None when nothing can be said; `id` is the tone that stands out, None when none does; `reason` (an id of
    `manual/abstenciones.toml`) says why either is None.
    """

    start_s: float
    end_s: float
    scores: Mapping[str, float] | None
    id: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class FindingChanged:
    """A finding of the voice (an id of `manual/hallazgos.toml`) entered another state at `t`."""

    t: float
    id: str
    state: State
    metric: float | None


@dataclass(frozen=True, slots=True)
class FindingSegment:
    """A finding of the voice held from `start_s` to `end_s`. `confidence` in [0, 1]."""

    id: str
    start_s: float
    end_s: float
    confidence: float


@dataclass(frozen=True, slots=True)
class ReadingChanged:
    """A reading aloud that calibrates the rate went on: `progress` of the text in [0, 1], `done` once it is over.

    `words_per_min` is the pace of the reading; None before it is done, and when it was not this text.
    """

    t: float
    progress: float
    done: bool
    words_per_min: float | None


VoiceEvent: TypeAlias = (
    VoiceFeatures | Syllable | SpeechSpan | PhraseEnd | Filler | ToneScored | FindingChanged | FindingSegment
)

Event: TypeAlias = (
    Features
    | SignalChanged
    | SignalSegment
    | ConditionChanged
    | LevelChanged
    | CalibrationChanged
    | ReadingChanged
    | ContextChanged
    | AdviceSettings
    | CongruenceChanged
    | CongruenceSegment
    | Cue
    | VoiceEvent
)
