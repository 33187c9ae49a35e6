"""The timeline's arithmetic: zooming, curves at every zoom, lanes, filters, and taking notes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.events import SAMPLE_RATE, FindingSegment
from coach.exchange.marks import Mark, What
from coach.report.result import Span, Stretch
from coach.review.annotation import Annotation
from coach.review.curves import Outline, pitch_curve
from coach.review.filters import Filter, shown
from coach.review.lanes import Group, Lane, lanes_of
from coach.review.multiples import Aligned, SessionMark, align, moments_of, multiples, owned, shifted
from coach.review.notes import Notes
from coach.review.pyramid import Pyramid
from coach.review.view import LEAST_S, View
from coach.review.wander import around, nearest, neighbour
from tests.report.sessions import crossed, session, smiling, voice

NOW = datetime(2026, 11, 22, tzinfo=UTC)
SMILE = Mark(What.SIGNAL, "sonrisa", "Sonrisa", 3.0, 9.0, 0.9)


def notes(author: str = "") -> Notes:
    number = count()
    return Notes("s", (), lambda: f"n{next(number)}", lambda: NOW, author)


@given(
    st.floats(1.0, 20_000.0),
    st.lists(st.tuples(st.floats(0.01, 100.0), st.floats(0.0, 1.0), st.floats(-9999.0, 9999.0)), max_size=20),
)
def test_a_view_never_leaves_the_session(duration_s: float, steps: list[tuple[float, float, float]]) -> None:
    view = View.whole(duration_s)
    for factor, share, by_s in steps:
        view = view.zoomed(factor, view.start_s + share * view.span_s).moved(by_s)
        assert -1e-6 <= view.start_s < view.end_s <= view.duration_s + 1e-6
        assert view.span_s >= min(LEAST_S, view.duration_s) - 1e-6


def test_what_is_under_the_pointer_stays_there() -> None:
    view = View(7200.0, 1000.0, 2000.0)
    assert view.zoomed(0.25, 1300.0).x(1300.0, 800.0) == pytest.approx(view.x(1300.0, 800.0))
    assert view.t(view.x(1234.5, 800.0), 800.0) == pytest.approx(1234.5)
    assert view.showing(1500.0) is view
    assert view.showing(5000.0).start_s == pytest.approx(4900.0)


@given(st.lists(st.one_of(st.none(), st.floats(-9, 9, width=32)), min_size=1, max_size=200), st.integers(1, 40))
def test_a_curve_keeps_its_extremes_at_every_zoom(values: list[float | None], columns: int) -> None:
    array = np.array([np.nan if value is None else value for value in values], np.float32)
    low, high = Pyramid(array, array, 1.0).columns(0.0, float(len(array)), columns)
    if np.isnan(array).all():
        assert np.isnan(low).all()
        assert np.isnan(high).all()
    else:
        assert (np.nanmin(low), np.nanmax(high)) == (np.nanmin(array), np.nanmax(array))


def test_the_outline_of_a_sound_in_pieces() -> None:
    outline = Outline(3.0)
    tone = np.sin(np.arange(SAMPLE_RATE) / 5.0).astype(np.float32)
    outline.push(0.0, tone)
    outline.push(2.5, tone)
    low, high = outline.pyramid().columns(0.0, 3.0, 6)
    assert high[[0, 1, 5]] == pytest.approx(1.0, abs=0.01)
    assert low[[0, 1, 5]] == pytest.approx(-1.0, abs=0.01)
    assert np.isnan(high[3]), "nothing was heard there; what is coarse reaches half a column into its neighbour"


def test_a_hole_in_the_pitch_stays_a_hole() -> None:
    curve = pitch_curve(voice(hole=(50, 60)))
    low, _ = curve.columns(0.0, 120.0, 120)
    assert np.isnan(low[51:59]).all()
    assert low[30] == 12.0


def test_lanes_by_what_was_found_in_the_order_of_their_groups() -> None:
    lanes = lanes_of(
        session(
            smiling(),
            crossed(5.0),
            heard=voice(FindingSegment("rapido", 70.0, 95.0, 0.8)),
            blind=(Span("sonrisa", 20.0, 30.0),),
        )
    )
    assert [(lane.group, lane.id) for lane in lanes] == [
        (Group.CONTEXT, "moment"),
        (Group.CONTEXT, "client"),
        (Group.POSTURE, "brazos_cruzados"),
        (Group.FACE, "sonrisa"),
        (Group.VOICE, "rapido"),
    ]
    face = lanes[3]
    assert [item.what for item in face.items if isinstance(item, Mark)] == [What.SIGNAL, What.NOT_OBSERVABLE]
    assert face.hatched.tolist() == [False, True]
    assert face.covered(0.0, 100.0, 100, hatched=True).nonzero()[0].tolist() == list(range(20, 30))


@given(st.lists(st.tuples(st.floats(0, 90), st.floats(0, 9)), max_size=30), st.floats(0, 80), st.floats(0.1, 20))
def test_a_lane_finds_all_that_shows(stretches: list[tuple[float, float]], start_s: float, span_s: float) -> None:
    marks = sorted(
        (Mark(What.SIGNAL, "sonrisa", "Sonrisa", start, start + long) for start, long in stretches),
        key=lambda mark: (mark.start_s, mark.end_s),
    )
    lane = Lane(Group.FACE, "sonrisa", "Sonrisa", tuple(marks))
    within = lane.items[lane.between(start_s, start_s + span_s)]
    for mark in marks:
        if mark.start_s <= start_s + span_s and mark.end_s >= start_s:
            assert mark in within


def test_the_shortest_thing_at_a_place_and_the_next_one() -> None:
    long, short, late = (
        Mark(What.SIGNAL, "sonrisa", "Sonrisa", *at) for at in ((0.0, 50.0), (10.0, 12.0), (60.0, 61.0))
    )
    face = Lane(Group.FACE, "sonrisa", "Sonrisa", (long, short, late))
    assert nearest(face, 11.0, 0.5) is short
    assert nearest(face, 40.0, 0.5) is long
    assert nearest(face, 55.0, 0.5) is None
    other = Lane(
        Group.POSTURE, "brazos_cruzados", "Brazos cruzados", (Mark(What.SIGNAL, "brazos_cruzados", "B", 9, 10),)
    )
    lanes = (other, Lane(Group.NOTES, "notes", "", ()), face)
    assert neighbour(lanes, None, 1, 0, near_s=0.0) == other.items[0]
    assert neighbour(lanes, other.items[0], 0, 1, near_s=0.0) is short
    assert neighbour(lanes, short, 1, 0, near_s=0.0) is late
    assert neighbour(lanes, late, 1, 0, near_s=0.0) is late


def test_sessions_beneath_each_other_have_a_lane_each_of_everything() -> None:
    smiled, both = lanes_of(session(smiling())), lanes_of(session(smiling(), crossed(5.0)))
    found = multiples([owned(smiled, "a"), owned(both, "b")])
    assert [[lane.id for lane in lanes] for lanes in found] == [
        ["moment", "moment"],
        ["client", "client"],
        ["brazos_cruzados", "brazos_cruzados"],
        ["sonrisa", "sonrisa"],
    ]
    crossings, smiles = found[2:]
    assert [len(lane.items) for lane in crossings] == [0, 1]
    assert crossings[0].between(0.0, 99.0) == slice(0, 0)
    one, other = (lane.items[0] for lane in smiles)
    assert isinstance(one, SessionMark)
    assert isinstance(other, SessionMark)
    assert (one.session, other.session) == ("a", "b")
    assert one != other, "the same smile at the same time, but not in the same session"


def test_a_moment_begins_at_one_place_in_all_that_have_it() -> None:
    """The complaint comes after 30 s, after 50 s, twice, never: the first of it counts, and whoever lacks it stays."""
    courses = (
        (Stretch(0.0, 30.0, "saludo", None), Stretch(30.0, 120.0, "queja", None)),
        (Stretch(0.0, 50.0, "sondeo", None), Stretch(50.0, 60.0, "queja", None), Stretch(60.0, 90.0, "queja", None)),
        (Stretch(0.0, 20.0, "saludo", None),),
    )
    sessions = [
        owned(lanes_of(session(smiling(), stretches=course)), id) for course, id in zip(courses, "abc", strict=True)
    ]
    assert list(moments_of(sessions)) == ["saludo", "sondeo", "queja"]
    aligned = align(sessions, "queja")
    assert aligned == Aligned((20.0, 0.0, 0.0), 50.0, (False, False, True))
    lanes = [shifted(one, by_s) for one, by_s in zip(sessions, aligned.shifts_s, strict=True)]
    begins = [
        [one.start_s for lane in mine for one in lane.items if one.what is What.MOMENT and one.id == "queja"][:1]  # type: ignore[union-attr]
        for mine in lanes
    ]
    assert begins == [[50.0], [50.0], []]
    smile, before = lanes[0][-1].items[0], sessions[0][-1].items[0]
    assert isinstance(smile, SessionMark)
    assert (smile.start_s - smile.shift_s, smile.end_s - smile.shift_s) == (before.start_s, before.end_s)
    assert smile.session == "a"
    assert align(sessions, None) == Aligned((0.0, 0.0, 0.0), None, (False, False, False))
    assert align(sessions, "despedida").shifts_s == (0.0, 0.0, 0.0)


def test_the_thing_that_evidence_is_a_part_of() -> None:
    lanes = lanes_of(session(smiling(), crossed(5.0)))
    whole = next(lane for lane in lanes if lane.id == "sonrisa").items[0]
    assert around(lanes, replace(SMILE, start_s=4.0, end_s=6.0)) == whole
    assert around(lanes, replace(SMILE, start_s=4.0, end_s=60.0)) is None


def test_filters_leave_out_what_is_not_wanted() -> None:
    lanes = lanes_of(session(smiling(), crossed(5.0), blind=(Span("sonrisa", 20.0, 30.0), Span("asentir", 0.0, 9.0))))
    everything = shown(lanes, Filter(), ())
    assert everything[0].group is Group.NOTES
    assert {"asentir", "sonrisa", "brazos_cruzados"} <= {lane.id for lane in everything}
    seen = shown(lanes, Filter(blind=False), ())
    assert "asentir" not in {lane.id for lane in seen}
    no_face = shown(lanes, Filter().toggled(Group.FACE), ())
    assert Group.FACE not in {lane.group for lane in no_face}
    assert Filter().toggled(Group.FACE).toggled(Group.FACE) == Filter()
    hidden = shown(lanes, Filter(hidden_lanes=frozenset({"sonrisa"})), ())
    assert "sonrisa" not in {lane.id for lane in hidden}


def test_only_what_was_noted_on() -> None:
    lanes, mine = lanes_of(session(smiling(), crossed(5.0))), notes()
    mine.judge(SMILE, "disagree")
    left = shown(lanes, Filter(only_marked=True), mine.all)
    assert [lane.id for lane in left] == ["notes", "sonrisa"]


def test_every_change_can_be_taken_back_and_made_again() -> None:
    mine = notes()
    states = [mine.all]
    changes: tuple[Callable[[], object], ...] = (
        lambda: mine.add("comment", 1.0, 1.0, "Bien"),
        lambda: mine.judge(SMILE, "agree"),
        lambda: mine.judge(SMILE, "disagree"),
        lambda: mine.reword("n0", "Muy bien"),
        lambda: mine.remove("n0"),
    )
    for change in changes:
        change()
        states.append(mine.all)
    for state in reversed(states[:-1]):
        mine.undo()
        assert mine.all == state
    assert mine.undo() is None
    for state in states[1:]:
        mine.redo()
        assert mine.all == state
    assert mine.redo() is None
    mine.undo()
    mine.add("moment", 2.0, 3.0)
    assert not mine.can_redo, "what was taken back is gone once something else was done"


def test_what_must_be_written_is_what_changed() -> None:
    mine = notes()
    first = mine.judge(SMILE, "agree")
    second = mine.judge(SMILE, "disagree")
    assert second.removed == first.added
    assert [one.verdict for one in second.added] == ["disagree"]
    assert mine.undo() == second.back
    assert mine.judge(SMILE, "agree").added == (), "the same verdict again takes it back"
    assert mine.all == ()


def test_each_has_a_verdict_of_their_own() -> None:
    other = Annotation("x", "s", "Otra", 3.0, 9.0, "verdict", "sonrisa", "", "disagree", NOW)
    mine = Notes("s", (other,), lambda: "n", lambda: NOW, "Yo")
    found = mine.verdict_on(SMILE)
    assert found is other
    mine.judge(SMILE, "agree")
    found = mine.verdict_on(SMILE)
    assert found is not None
    assert found.verdict == "agree"
    assert len(mine.all) == 2
