"""What was found, as marks on a timeline: the one form from which every format is written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class What(StrEnum):
    """What a mark stands for; the last four somebody noted afterwards."""

    SIGNAL = "signal"
    NOT_OBSERVABLE = "not_observable"
    FINDING = "finding"
    TONE = "tone"
    TONE_SCORE = "tone_score"
    CONGRUENCE = "congruence"
    MOMENT = "moment"
    CLIENT = "client"
    CONDITION = "condition"
    CUE = "cue"
    COMMENT = "comment"
    AGREED = "agree"
    DISAGREED = "disagree"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Mark:
    """From `start_s` to `end_s`; a line of advice has no duration.

    `name` is what people call `id`, or the advice itself; the id of an advice is what it rests on. `value` in [0, 1]:
    the confidence, or a tone's score; None where neither applies. `noted`: somebody noted it afterwards, so that it is
    neither what Coach found nor what the agent told.
    """

    what: What
    id: str
    name: str
    start_s: float
    end_s: float
    value: float | None = None
    noted: bool = False


@dataclass(frozen=True, slots=True)
class Timeline:
    """All marks of a session of `duration_s`, in order of time; `medium` is the name of its file, "" if it has none."""

    medium: str
    duration_s: float
    marks: tuple[Mark, ...]
