"""What is known of one block of sound once everything about it is known."""

from __future__ import annotations

from dataclasses import dataclass, replace

from coach.voz.pitch import Pitch
from coach.voz.timbre import Timbre


@dataclass(frozen=True, slots=True)
class Moment:
    """One block: from `start_s` to `end_s`; `power` is its mean square, `probability` that of speech.

    `pitches` are those at its beginning and middle, `hz` that of the whole: the one at the middle, else the other.
    `hnr_db` has a value where it is voiced.
    """

    start_s: float
    end_s: float
    power: float
    probability: float
    timbre: Timbre
    pitches: tuple[Pitch, Pitch]
    hz: float | None
    hnr_db: float | None


def silent(moment: Moment) -> Moment:
    """The same block as one in which nobody speaks."""
    nothing = Pitch(None, 0.0)
    return replace(moment, probability=0.0, pitches=(nothing, nothing), hz=None, hnr_db=None)
