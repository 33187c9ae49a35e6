"""Thresholds tuned on kept sessions of recorded people, to trainers who want more told, less, or the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.events import Event, Features, SignalSegment
from coach.detectors.bank import DetectorBank
from coach.detectors.baseline import Baseline
from coach.detectors.signal_detector import SignalDetector
from coach.evaluation.labels import Label
from coach.manual.adjustments import moved_by
from coach.manual.catalog import load_catalog
from coach.manual.features import load_features
from coach.session.store import SessionStore
from coach.tuning.case import Case, Figures, figures
from coach.tuning.course import Course
from coach.tuning.gather import gather
from coach.tuning.search import Tuned, tune
from coach.tuning.split import said, split
from tests.support.kept import in_a_row, keep
from tests.support.recorded import neutral
from tests.support.stores import session_record
from tests.support.trained import note, went_through

DOWN = load_catalog()["mirar_al_piso"]


def tuned_on(store: SessionStore, sessions: Sequence[Sequence[float]], least: float) -> Tuned:
    for strengths in sessions:
        went_through(store, "mirar_al_piso", strengths, least)
    parts = split(gather(store, load_catalog())["mirar_al_piso"])
    assert parts is not None
    assert not {case.session for case in parts.tuning} & {case.session for case in parts.held_out}
    return tune(DOWN, DOWN, parts, load_features())


def test_a_trainer_who_also_wants_slight_bows(store: SessionStore) -> None:
    tuned = tuned_on(store, [(1.0, 0.5, 0.5)] * 6, 0.5)
    assert (tuned.before.found, tuned.before.missed) == (2, 4)
    assert tuned.after == Figures(found=6, missed=0, false=0)
    assert all(bands <= 0.0 for bands in tuned.bands)
    assert tuned.worthwhile


def test_a_trainer_who_wants_deep_bows_alone(store: SessionStore) -> None:
    tuned = tuned_on(store, [(1.0, 0.65, 0.65)] * 6, 1.0)
    assert (tuned.before.found, tuned.before.false) == (2, 4)
    assert tuned.after.f1 is not None
    assert tuned.before.f1 is not None
    assert tuned.after.f1 > tuned.before.f1
    assert all(bands >= 0.0 for bands in tuned.bands)


def test_what_is_right_already_stays_as_it_is(store: SessionStore) -> None:
    tuned = tuned_on(store, [(1.0, 1.0, 1.0)] * 6, 1.0)
    assert tuned.before == tuned.after == Figures(6, 0, 0)
    assert not tuned.moved
    assert not tuned.worthwhile


def test_what_does_worse_where_it_was_not_tuned_is_not_worthwhile(store: SessionStore) -> None:
    """Slight bows count for whoever went through the tuned sessions, and not for the others."""
    ids = {went_through(store, "mirar_al_piso", (1.0, 0.5, 0.5, 0.5), 0.5) for _ in range(4)}
    ids |= {went_through(store, "mirar_al_piso", (1.0, 0.5, 0.5), 1.0) for _ in range(3)}
    cases = gather(store, load_catalog())["mirar_al_piso"]
    slight = [case for case in cases if case.said == 4]
    clear = [case for case in cases if case.said == 1]
    parts = split([*slight[:2], *slight[2:], *clear])
    assert parts is not None
    tuned = tune(DOWN, DOWN, replace(parts, tuning=tuple(slight), held_out=tuple(clear)), load_features())
    assert tuned.moved
    assert tuned.after.rank < tuned.before.rank == 1.0
    assert not tuned.worthwhile


def test_a_course_tells_what_the_whole_bank_tells() -> None:
    """Also of a signal that yields to others."""
    seen = in_a_row(("neutral", "tocar_nariz", "apretar_nariz", "cabeza_sobre_manos", "sonrisa"))
    profile, catalog = neutral(seen), load_catalog()
    bank, baseline = DetectorBank(catalog, load_features(), profile), Baseline(load_features(), profile)
    courses = {id: Course(signal) for id, signal in catalog.items()}
    told: list[Event] = []
    for features in seen:
        told += bank.push(features)
        values = baseline.push(features, calm=False).values
        for id, course in courses.items():
            blocked, held = bank.yielding(id)
            course.add(features.t, values, blocked=blocked, held=held)
    told += bank.flush()
    expected = {(one.id, one.start_s, one.end_s) for one in told if isinstance(one, SignalSegment)}
    found = {(one.id, one.start_s, one.end_s) for id, course in courses.items() for one in course.reports(catalog[id])}
    assert found == expected
    assert len({id for id, *_ in found}) >= 3


@given(
    st.lists(st.tuples(st.sampled_from([None, -20.0, 5.0, 12.0, 15.0, 20.0, 40.0]), st.integers(1, 60)), max_size=20),
    st.sampled_from([-1.0, -0.5, 0.0, 0.75, 1.0]),
    st.sampled_from([1 / 15, 0.4]),
)
def test_looks_that_can_tell_nothing_may_be_left_out(
    stretches: list[tuple[float | None, int]], bands: float, step: float
) -> None:
    conditions = moved_by(DOWN.detector.conditions, [bands])
    moved = replace(DOWN, detector=replace(DOWN.detector, conditions=conditions))
    (name,) = {condition.feature for condition in conditions}
    plain, made = SignalDetector(moved), Course(DOWN)
    expected, t = [], 0.0
    for value, looks in stretches:
        for _ in range(looks):
            expected.append(plain.push(Features(t, {name: value}), blocked=False, held=False))
            made.add(t, {name: value}, blocked=False, held=False)
            t += step
    expected.append(plain.flush(made.end_s))
    assert made.reports(moved) == [one for one in expected if one is not None]


def course(*values: float | None) -> Course:
    """A head that is bowed so far, a second each."""
    made = Course(DOWN)
    names = {condition.feature for condition in DOWN.detector.conditions}
    for place, value in enumerate(values):
        for look in range(15):
            made.add(place + look / 15, dict.fromkeys(names, value), blocked=False, held=False)
    return made


def test_figures_by_hand() -> None:
    deep = max(condition.enter for condition in DOWN.detector.conditions) * 3.0
    face = course(0.0, deep, deep, 0.0, 0.0, deep, deep, 0.0, 0.0, deep, deep, 0.0, None, None)
    reports = face.reports(DOWN)
    assert len(reports) == 3, [(one.start_s, one.end_s) for one in reports]
    first, second, third = (Label("mirar_al_piso", one.start_s, one.end_s) for one in reports)
    assert all(one.end_s < other.start_s for one, other in pairwise((first, second, third)))
    nothing = Label("mirar_al_piso", 0.0, 0.5)
    assert figures(DOWN, [Case("a", face, (first,), (), 3)]) == Figures(1, 0, 2)
    assert figures(DOWN, [Case("a", face, (first, nothing), (second,), 3)]) == Figures(1, 1, 1)
    both = figures(DOWN, [Case("a", face, (first, second, third), (), 3)] * 2)
    assert (both, both.f1) == (Figures(6, 0, 0), 1.0)
    assert Figures(3, 1, 2).f1 == pytest.approx(6 / 9)
    assert Figures(0, 0, 0).f1 is None


def test_too_few_are_no_ground_to_tune_on() -> None:
    face = course(0.0)
    cases = [Case(str(number), face, (), (), 4) for number in range(4)]
    parts = split(cases)
    assert parts is not None
    assert (len(parts.tuning), len(parts.held_out), said(cases)) == (3, 1, 16)
    assert split(cases[:3]) is None, "three sessions"
    assert split([replace(case, said=2) for case in cases]) is None, "eight verdicts"
    assert split([replace(cases[0], said=20), *(replace(case, said=1) for case in cases[1:])]) is None, "one held out"
    assert parts == split(cases[::-1])


def test_sessions_that_teach_nothing_are_left_out(store: SessionStore) -> None:
    report = store.save(session_record())
    store.annotations.put([note(report, "sonrisa", 3.0, 6.125, True)])
    assert gather(store, load_catalog()) == {}


def test_two_trainers_who_differ_leave_a_detection_open(store: SessionStore) -> None:
    seen: list[Features] = in_a_row(("sonrisa",))
    session, record = keep(store, seen, profile=neutral(seen))
    (smile,) = record.result.of("sonrisa")
    span = (smile.start_s, smile.end_s)
    store.annotations.put([note(session, "sonrisa", *span, True), note(session, "sonrisa", *span, False, "Luis")])
    store.annotations.put([note(session, "asentir", 1.0, 1.0, None)])
    found = gather(store, load_catalog())
    (case,) = found["sonrisa"]
    assert (case.wanted, len(case.unjudged), case.said) == ((), 1, 0)
    assert found["asentir"][0].wanted == (Label("asentir", 0.5, 1.5),)
    assert set(gather(store, load_catalog(), ["asentir"])) == {"asentir"}
