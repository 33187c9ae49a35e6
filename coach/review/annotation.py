"""What a person notes on a session: a comment, a moment, a verdict on what was detected, or what was missed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal, TypeAlias, get_args

from coach.manual.tables import Fault, Field, Validator, choice, number, table
from coach.report.record_values import anything, id_text, maybe

AnnotationKind: TypeAlias = Literal["comment", "moment", "verdict", "missed", "item"]
Verdict: TypeAlias = Literal["agree", "disagree", "not_observable"]
"""The last only of an item of the standard: a detection is there, or it is not."""

LONGEST_TEXT: Final = 2000
"""Characters of one annotation."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """From `start_s` to `end_s` of `session` (the same for an instant), noted by `author` ("" for the agent).

    `comment`: `text` about the stretch. `moment`: the service was at the moment `signal`; without one it is a place
    worth coming back to. `verdict`: `verdict` on the detection of `signal` over just this stretch. `missed`: `signal`
    was there and was not detected. `item`: the item `signal` of the competence standard was seen in the session
    ("agree"), was not, or could not be. Otherwise `signal` is the id of a signal, finding, tone or congruence (no two
    of them share one), None where `kind` needs none. `id` is the same on every computer that the annotation comes to;
    `made_at` knows its offset from UTC.
    """

    id: str
    session: str
    author: str
    start_s: float
    end_s: float
    kind: AnnotationKind
    signal: str | None
    text: str
    verdict: Verdict | None
    made_at: datetime

    def __post_init__(self) -> None:
        """Raises `ValueError` for what could mean nothing."""
        if not 0.0 <= self.start_s <= self.end_s:
            raise ValueError("an annotation begins within the session and ends no sooner")
        if (self.kind in ("verdict", "item")) != (self.verdict is not None):
            raise ValueError("a verdict, on a detection or an item, and nothing else, agrees or disagrees")
        if self.verdict == "not_observable" and self.kind != "item":
            raise ValueError("what was detected was observed")
        if self.kind in ("verdict", "missed", "item") and self.signal is None:
            raise ValueError("a verdict is on a signal, and so is what was missed")
        if len(self.text) > LONGEST_TEXT:
            raise ValueError("the text is too long")
        if self.made_at.tzinfo is None:
            raise ValueError("it was made at one moment wherever it is read")

    @property
    def of_service(self) -> bool:
        """Whether it says at which moment the service was."""
        return self.kind == "moment" and self.signal is not None


def plain(annotation: Annotation) -> dict[str, Any]:
    """As values that `json` writes; times exactly as they are."""
    return {
        "id": annotation.id,
        "session": annotation.session,
        "author": annotation.author,
        "start_s": annotation.start_s,
        "end_s": annotation.end_s,
        "kind": annotation.kind,
        "signal": annotation.signal,
        "text": annotation.text,
        "verdict": annotation.verdict,
        "made_at": annotation.made_at.isoformat(timespec="microseconds"),
    }


def annotation_field() -> Validator:
    """Checks what `plain` gave, into an `Annotation`; raises `Fault` for anything else."""
    fields = {
        **{name: Field(anything(str)) for name in ("id", "session", "author", "text")},
        "start_s": Field(number(0.0)),
        "end_s": Field(number(0.0)),
        "kind": Field(choice(get_args(AnnotationKind))),
        "signal": Field(maybe(id_text)),
        "verdict": Field(maybe(choice(get_args(Verdict)))),
        "made_at": Field(_moment),
    }
    return table(fields, _build)


def _build(**values: Any) -> Annotation:
    try:
        return Annotation(**values)
    except ValueError:
        raise Fault("sus valores no van juntos") from None


def _moment(value: object) -> datetime:
    try:
        return datetime.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        raise Fault("debe ser una fecha con hora") from None
