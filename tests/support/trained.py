"""Kept sessions that a trainer has gone through, who wants something other than the packaged thresholds tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count

from coach.core.events import Features
from coach.evaluation.labels import Label
from coach.evaluation.matching import overlap
from coach.manual.catalog import Signal, load_catalog
from coach.manual.features import load_features
from coach.review.annotation import Annotation, AnnotationKind, Verdict
from coach.session.store import SessionStore
from tests.support.kept import keep
from tests.support.recorded import features, labels, looks, neutral

_MADE = datetime(2026, 3, 9, 12, tzinfo=UTC)
_numbers = count()


def weaker(seen: Sequence[Features], by: float, names: Sequence[str]) -> list[Features]:
    """The same person with these features only so much (a share) away from their neutral."""
    rests = neutral(seen).rests
    return [
        replace(
            look,
            values={
                **look.values,
                **{
                    name: rests[name].value + by * (value - rests[name].value)
                    for name in names
                    if (value := look.values[name]) is not None
                },
            },
        )
        for look in seen
    ]


def measured(signal: Signal) -> list[str]:
    """The features with a neutral that tell a signal."""
    specs = load_features()
    return [of for one in signal.detector.conditions if (of := specs[one.feature].of) is not None]


def went_through(store: SessionStore, id: str, strengths: Sequence[float], least: float) -> str:
    """A session in which the recorded person of `id` shows it once for each strength (1: as recorded); its id.

    A trainer saw all of it, for whom it is there from the strength `least` on: they agree with what was detected there,
    disagree with all else that was, and add what was not detected.
    """
    base = features(looks(id))
    names, length = measured(load_catalog()[id]), base[-1].t + 1 / 15
    seen: list[Features] = []
    shown: list[Label] = []
    for place, by in enumerate(strengths):
        seen += [replace(look, t=look.t + place * length) for look in weaker(base, by, names)]
        if by >= least:
            mine = [label for label in labels(id).signals if label.id == id]
            shown += [Label(id, one.start_s + place * length, one.end_s + place * length) for one in mine]
    session, record = keep(store, seen, profile=neutral(base))
    detected = record.result.of(id)
    right = [one for one in detected if any(overlap(one, label) > 0.0 for label in shown)]
    missed = [label for label in shown if not any(overlap(one, label) > 0.0 for one in detected)]
    store.annotations.put(
        [
            *(note(session, id, one.start_s, one.end_s, one in right) for one in detected),
            *(note(session, id, label.start_s, label.end_s, None) for label in missed),
        ]
    )
    return session


def note(session: str, id: str, start_s: float, end_s: float, good: bool | None, author: str = "Ana") -> Annotation:
    """A verdict on a detection, or (None) an addition."""
    kind: AnnotationKind = "missed" if good is None else "verdict"
    verdict: Verdict | None = None if good is None else "agree" if good else "disagree"
    return Annotation(
        f"n{next(_numbers)}", session, author, round(start_s, 3), round(end_s, 3), kind, id, "", verdict, _MADE
    )
