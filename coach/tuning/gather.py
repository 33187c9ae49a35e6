"""From kept sessions and what trainers said of them to the cases that thresholds are tuned on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from coach.detectors.bank import DetectorBank
from coach.detectors.baseline import Baseline
from coach.detectors.profile import Profile
from coach.evaluation.labels import Label
from coach.exchange.collect import timeline_of
from coach.exchange.marks import Mark, What
from coach.manual.catalog import Catalog, load_catalog
from coach.manual.features import load_features
from coach.review.agreement import Reviewed
from coach.review.annotation import Annotation
from coach.review.notes import judged
from coach.runtime.kept import body, measured_from
from coach.session.store import SessionStore
from coach.tuning.case import Case
from coach.tuning.course import Course

_INSTANT_S = 0.5
"""What was noted as missed at one moment lasted about so long, before and after."""


def gather(
    store: SessionStore,
    catalog: Catalog,
    ids: Iterable[str] | None = None,
    progress: Callable[[float], None] = lambda share: None,
) -> dict[str, list[Case]]:
    """The cases of every signal of `catalog` (as it is in use) of which trainers said anything; only `ids`, if given.

    `progress` gets the share that is done. Sessions of which only the report was kept teach nothing.
    """
    wished = set(catalog) if ids is None else set(ids)
    by_session: dict[str, list[Annotation]] = {}
    for note in store.annotations.all():
        if note.signal in wished and note.kind in ("verdict", "missed"):
            by_session.setdefault(note.session, []).append(note)
    found: dict[str, list[Case]] = {}
    for place, (session, notes) in enumerate(by_session.items()):
        progress(place / len(by_session))
        if next(body(store, session), None) is None:
            continue
        reports = [mark for mark in timeline_of(store.load(session).result).marks if mark.what is What.SIGNAL]
        signals = {note.signal for note in notes if note.signal is not None}
        for id, course in _courses(store, session, catalog, signals).items():
            mine = [note for note in notes if note.signal == id]
            case = _case(session, course, [mark for mark in reports if mark.id == id], mine)
            found.setdefault(id, []).append(case)
    return found


def reviewed(store: SessionStore, progress: Callable[[float], None] = lambda share: None) -> Iterator[Reviewed]:
    """Every session of which anybody noted anything, for `agreement`; `progress` gets the share that is read."""
    by_session: dict[str, list[Annotation]] = {}
    for note in store.annotations.all():
        by_session.setdefault(note.session, []).append(note)
    for place, (session, notes) in enumerate(by_session.items()):
        progress(place / len(by_session))
        yield Reviewed(store.load(session).result, tuple(notes))


def _courses(store: SessionStore, session: str, catalog: Catalog, ids: Iterable[str]) -> Mapping[str, Course]:
    """All that the detectors of `ids` looked at, with what took precedence over them."""
    profile = measured_from(store, session)
    bank = DetectorBank(catalog, load_features(), profile)
    baseline = Baseline(load_features(), Profile(profile.rests, profile.guided))
    courses = {id: Course(load_catalog()[id]) for id in sorted(ids)}
    for features in body(store, session):
        bank.push(features)
        values = baseline.push(features, calm=False).values
        for id, course in courses.items():
            blocked, held = bank.yielding(id)
            course.add(features.t, values, blocked=blocked, held=held)
    return courses


def _case(session: str, course: Course, reports: Sequence[Mark], notes: Sequence[Annotation]) -> Case:
    wanted = [_label(note) for note in notes if note.kind == "missed"]
    unjudged: list[Label] = []
    said = len(wanted)
    for mark in reports:
        verdicts = {note.verdict for note in notes if note.kind == "verdict" and judged(note, mark)}
        said += len(verdicts) == 1
        if verdicts == {"agree"}:
            wanted.append(Label(mark.id, mark.start_s, mark.end_s))
        elif verdicts != {"disagree"}:
            unjudged.append(Label(mark.id, mark.start_s, mark.end_s))
    return Case(session, course, tuple(wanted), tuple(unjudged), said)


def _label(note: Annotation) -> Label:
    assert note.signal is not None
    more = _INSTANT_S if note.end_s - note.start_s < _INSTANT_S else 0.0
    return Label(note.signal, max(0.0, note.start_s - more), note.end_s + more)
