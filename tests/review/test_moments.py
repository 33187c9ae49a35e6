"""Moments of the service that are noted on a session: where they hold, and everything that is read from them."""

from __future__ import annotations

import csv
import io
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from coach.core.events import ContextChanged
from coach.exchange.collect import timeline_of
from coach.exchange.formats import FORMATS
from coach.exchange.marks import Mark, What
from coach.exchange.tiers import tiers_of
from coach.manual.moments import load_moments
from coach.report.result import Stretch
from coach.review.annotation import Annotation
from coach.review.checklist import checklist
from coach.review.filters import Filter, shown
from coach.review.lanes import Group, Lane, lanes_of, notes_lane
from coach.review.moments import (
    contexts,
    from_there_on,
    lanes_held,
    lanes_to_note_on,
    moments_held,
    told_in,
    with_noted,
)
from coach.review.multiples import align, moments_of, owned
from coach.review.notes import Notes
from coach.review.wander import around
from tests.report.sessions import STRETCHES, session, smiling

DAWN = datetime(2026, 11, 22, tzinfo=UTC)
UNTOLD = lanes_of(session(smiling(), stretches=()))
TOLD = lanes_of(session(smiling()))


def notes(author: str = "Formación", found: tuple[Annotation, ...] = (), later_s: float = 0.0) -> Notes:
    number = count()
    minutes = count()
    return Notes(
        "s",
        found,
        lambda: f"{author}{next(number)}",
        lambda: DAWN + timedelta(seconds=later_s + next(minutes)),
        author,
    )


def spans(of: Notes) -> list[tuple[str | None, float, float]]:
    return [(one.signal, one.start_s, one.end_s) for one in of.all if one.of_service]


def held(lanes: tuple[Lane, ...], of: Notes) -> list[tuple[str, float, float, bool]]:
    return [(one.id, one.start_s, one.end_s, one.noted) for one in moments_held(told_in(lanes), of.all)]


def label(of: Notes, moment: str, t: float, lanes: tuple[Lane, ...] = UNTOLD) -> None:
    """As the window does it, from where it plays on."""
    of.place(moment, *from_there_on(t, moments_held(told_in(lanes), of.all), 120.0))


def test_a_call_is_labelled_by_saying_where_each_moment_begins() -> None:
    mine = notes()
    for moment, t in (("saludo", 0.0), ("sondeo", 12.0), ("despedida", 100.0), ("queja", 40.0)):
        label(mine, moment, t)
    assert spans(mine) == [
        ("saludo", 0.0, 12.0),
        ("sondeo", 12.0, 40.0),
        ("queja", 40.0, 100.0),
        ("despedida", 100.0, 120.0),
    ]
    label(mine, "objecion", 40.0)
    assert spans(mine)[2] == ("objecion", 40.0, 100.0), "another one at the same place takes its place"
    mine.undo()
    mine.undo()
    assert spans(mine) == [("saludo", 0.0, 12.0), ("sondeo", 12.0, 100.0), ("despedida", 100.0, 120.0)]
    mine.redo()
    assert spans(mine)[2] == ("queja", 40.0, 100.0)


def test_a_stretch_within_a_moment_splits_it_and_one_step_takes_that_back() -> None:
    mine = notes()
    label(mine, "gestion", 0.0)
    change = mine.place("queja", 40.0, 60.0)
    assert spans(mine) == [("gestion", 0.0, 40.0), ("queja", 40.0, 60.0), ("gestion", 60.0, 120.0)]
    assert len({one.id for one in mine.all}) == 3
    assert change.added[0].signal == "queja", "what is new comes first: the window picks it"
    mine.place("saludo", 0.0, 39.7)
    assert spans(mine)[0] == ("saludo", 0.0, 39.7), "of what would last less than half a second nothing is left"
    assert spans(mine)[1][0] == "queja"
    mine.undo()
    mine.undo()
    assert spans(mine) == [("gestion", 0.0, 120.0)]


def test_an_edge_that_is_moved_takes_along_what_touches_it() -> None:
    mine = notes()
    label(mine, "saludo", 0.0)
    label(mine, "sondeo", 30.0)
    mine.place("despedida", 90.0, 120.0)
    middle = next(one for one in mine.all if one.signal == "sondeo")
    mine.move(middle.id, 35.0, middle.end_s)
    assert spans(mine) == [("saludo", 0.0, 35.0), ("sondeo", 35.0, 90.0), ("despedida", 90.0, 120.0)]
    mine.move(middle.id, 20.0, 100.0)
    assert spans(mine) == [("saludo", 0.0, 20.0), ("sondeo", 20.0, 100.0), ("despedida", 100.0, 120.0)]
    mine.undo()
    assert spans(mine)[1] == ("sondeo", 35.0, 90.0)
    assert mine.move(middle.id, 35.0, 90.0) is None
    other = notes("Otra persona", mine.all)
    assert other.move(middle.id, 40.0, 90.0) is None, "nobody moves what others said"


@given(
    st.lists(
        st.tuples(
            st.sampled_from(list(load_moments())), st.integers(0, 110), st.integers(1, 60), st.sampled_from("pmru")
        ),
        max_size=25,
    )
)
def test_ones_own_moments_never_overlap_and_all_can_be_taken_back(
    steps: list[tuple[str, int, int, str]],
) -> None:
    mine = notes()
    for moment, start_s, long_s, act in steps:
        if act == "p" or not mine.all:
            mine.place(moment, start_s, start_s + long_s)
        elif act == "m":
            mine.move(mine.all[start_s % len(mine.all)].id, start_s, start_s + long_s)
        elif act == "r":
            mine.remove(mine.all[start_s % len(mine.all)].id)
        else:
            mine.undo()
        placed = spans(mine)
        assert all(one[2] <= after[1] for one, after in zip(placed, placed[1:], strict=False))
    while mine.undo() is not None:
        pass
    assert mine.all == ()


def test_what_was_noted_holds_in_place_of_what_was_told_and_no_longer_once_it_is_gone() -> None:
    mine = notes()
    mine.place("sondeo", 20.0, 50.0)
    assert held(TOLD, mine) == [
        ("saludo", 0.0, 20.0, False),
        ("sondeo", 20.0, 50.0, True),
        ("queja", 50.0, 120.0, False),
    ]
    mine.remove(mine.all[0].id)
    assert held(TOLD, mine) == [("saludo", 0.0, 30.0, False), ("queja", 30.0, 120.0, False)]


def test_of_what_two_people_noted_the_newest_holds() -> None:
    mine = notes()
    mine.place("sondeo", 20.0, 50.0)
    other = notes("Otra persona", mine.all, later_s=60.0)
    other.place("objecion", 40.0, 60.0)
    assert held(UNTOLD, other) == [("sondeo", 20.0, 40.0, True), ("objecion", 40.0, 60.0, True)]
    assert spans(other)[0] == ("sondeo", 20.0, 50.0), "what others wrote stays as they wrote it"


@given(st.lists(st.tuples(st.sampled_from(list(load_moments())), st.integers(0, 40), st.integers(0, 9)), max_size=20))
def test_at_every_time_the_newest_of_all_notes_holds(said: list[tuple[str, int, int]]) -> None:
    written = [
        Annotation(f"n{n}", "s", "", start_s, start_s + long_s, "moment", id, "", None, DAWN + timedelta(seconds=n))
        for n, (id, start_s, long_s) in enumerate(said)
    ]
    found = moments_held((), written)
    for half in range(60):
        t = half + 0.5
        wanted = [note.signal for note in written if note.start_s <= t < note.end_s][-1:]
        assert [one.id for one in found if one.start_s <= t < one.end_s] == wanted


def test_thousands_of_notes_cost_no_time() -> None:
    many = [
        Annotation(f"n{n:05}", "s", "", n * 7919 % 9973, n * 7919 % 9973 + 0.9, "moment", "queja", "", None, DAWN)
        for n in range(9973)
    ]
    began = time.process_time()
    assert len(moments_held((), many)) == 9973
    assert time.process_time() - began < 3.0


def test_the_lane_of_moments_holds_the_notes_themselves_and_their_own_lane_does_not() -> None:
    mine = notes()
    label(mine, "saludo", 0.0)
    mine.add("moment", 5.0, 5.0, "Volver aquí")
    assert [one.text for one in notes_lane(mine.all).items if isinstance(one, Annotation)] == ["Volver aquí"]
    lanes = shown(UNTOLD, Filter(), mine.all)
    assert [(lane.group, lane.id) for lane in lanes] == [
        (Group.NOTES, "notes"),
        (Group.CONTEXT, "moment"),
        (Group.FACE, "sonrisa"),
    ]
    assert lanes[1].items == (next(one for one in mine.all if one.of_service),)
    hidden = Filter(hidden=frozenset({Group.CONTEXT}))
    assert Group.CONTEXT not in {lane.group for lane in shown(UNTOLD, hidden, mine.all)}
    beside = notes()
    beside.place("sondeo", 20.0, 50.0)
    lane = next(lane for lane in lanes_to_note_on(TOLD, beside.all) if lane.id == "moment")
    assert lane.items[1:2] == beside.all
    assert [type(one) for one in lane.items] == [Mark, Annotation, Mark]
    assert lanes_to_note_on(TOLD, ()) == TOLD
    assert lanes_held(TOLD, ()) == TOLD


def test_the_standard_asks_when_somebody_noted_that_it_was_due() -> None:
    mine = notes()
    greeting = "saludo_horario"
    before = next(one for one in checklist(UNTOLD) if one.item.id == greeting)
    assert before.moments == ()
    mine.place("saludo", 4.0, 6.0)
    after = next(one for one in checklist(UNTOLD, mine.all) if one.item.id == greeting)
    assert [(one.start_s, one.end_s, one.noted) for one in after.moments] == [(4.0, 6.0, True)]
    assert [(one.id, one.start_s, one.end_s) for one in after.evidence] == [("sonrisa", 4.0, 6.0)]
    assert around(shown(UNTOLD, Filter(), mine.all), after.moments[0]) == mine.all[0], "a click leads to the note"


def test_sessions_are_aligned_at_a_moment_that_was_noted() -> None:
    mine = notes()
    mine.place("queja", 70.0, 90.0)
    labelled, told = owned(lanes_held(UNTOLD, mine.all), "a"), owned(TOLD, "b")
    assert list(moments_of([labelled])) == ["queja"]
    assert align([labelled, told], "queja").shifts_s == (0.0, 40.0)
    lane = next(lane for lane in labelled if lane.id == "moment")
    assert [item.noted for item in lane.items if isinstance(item, Mark)] == [True]


@pytest.mark.parametrize("stretches", [(), STRETCHES])
def test_other_programs_are_told_the_moments_as_they_hold(stretches: tuple[Stretch, ...]) -> None:
    mine = notes()
    mine.place("sondeo", 20.0, 50.0)
    timeline = with_noted(timeline_of(session(smiling(), stretches=stretches)), mine.all)
    wanted = [("Sondeo", 20.0, 50.0)]
    if stretches:
        wanted = [("Saludo", 0.0, 20.0), *wanted, ("Queja", 50.0, 120.0)]
    tier = next(tier for tier in tiers_of(timeline) if tier.name == "momento")
    assert [(mark.name, mark.start_s, mark.end_s) for mark in tier.marks] == wanted
    rows = csv.DictReader(io.StringIO(FORMATS["csv"](timeline).decode("utf-8-sig")))
    found = [(row["name"], float(row["start_s"]), float(row["end_s"])) for row in rows if row["what"] == "moment"]
    assert found == wanted
    assert all(b"Sondeo" in FORMATS[name](timeline) for name in ("eaf", "textgrid"))
    table = parquet.read_table(io.BytesIO(FORMATS["parquet"](timeline))).to_pylist()
    assert [(row["name"], row["start_s"], row["end_s"]) for row in table if row["what"] == "moment"] == wanted


def test_the_service_as_if_the_noted_moments_had_been_told() -> None:
    told = [ContextChanged(0.0, "saludo", "lento"), ContextChanged(30.0, "queja", "grosero")]
    mine = notes()
    assert contexts(told, mine.all) == told
    mine.place("sondeo", 20.0, 50.0)
    assert contexts(told, mine.all) == [
        ContextChanged(0.0, "saludo", "lento"),
        ContextChanged(20.0, "sondeo", "lento"),
        ContextChanged(30.0, "sondeo", "grosero"),
        ContextChanged(50.0, "queja", "grosero"),
    ]
    assert contexts([], mine.all) == [ContextChanged(20.0, "sondeo", None), ContextChanged(50.0, None, None)]
    newer = tuple(replace(one, signal="de_un_manual_posterior") for one in mine.all)
    assert contexts(told, newer) == told
    assert moments_held((), newer) == (
        Mark(What.MOMENT, "de_un_manual_posterior", "de_un_manual_posterior", 20.0, 50.0, noted=True),
    )
