"""What holds of the bank whatever perception may give it."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from coach.core.events import Event, Features, SignalChanged, SignalSegment, State
from coach.manual.catalog import Signal
from tests.support.moments import CATALOG, NEUTRAL, SPECS, bank, decide, moment, segments

SHOWN = ("tocar_nariz", "apretar_nariz", "sonrisa", "mirar_al_piso")
"""Some who yield and some who do not, absolute and relative ones."""


def _sources(row: Signal) -> set[str]:
    return {SPECS[c.feature].of or c.feature for c in row.detector.conditions}


def _levels(id: str) -> st.SearchStrategy[float | None]:
    """None, neutral, and values around every threshold on this feature."""
    values = {0.0}
    for row in CATALOG.values():
        for c in row.detector.conditions:
            source = SPECS[c.feature].of
            if (source or c.feature) == id:
                base = NEUTRAL.rests[source].value if source else 0.0
                values |= {base + c.exit + step * (c.enter - c.exit) for step in (-1.0, 0.0, 0.5, 1.0, 3.0)}
    return st.none() | st.sampled_from(sorted(values))


_NAMES = sorted(set().union(*(_sources(CATALOG[id]) for id in SHOWN)))
_STRETCH = st.tuples(
    st.integers(1, 15),  # looks that are alike
    st.sampled_from([0.033, 0.1, 0.1, 0.4, 3.0]),  # seconds between them
    st.fixed_dictionaries({name: _levels(name) for name in _NAMES}),
)
STREAMS = st.lists(_STRETCH, min_size=1, max_size=8)


def unroll(stretches: list[tuple[int, float, dict[str, float | None]]]) -> list[Features]:
    moments, t = [], 0.0
    for count, step, values in stretches:
        for _ in range(count):
            moments.append(moment(t, **values))
            t += step
    return moments


@settings(max_examples=60)
@given(STREAMS)
def test_segments_are_apart_in_order_and_of_some_confidence(
    stretches: list[tuple[int, float, dict[str, float | None]]],
) -> None:
    moments = unroll(stretches)
    found = segments(decide(moments, None))
    for one in found:
        assert moments[0].t <= one.start_s <= one.end_s <= moments[-1].t
        assert one.end_s - one.start_s >= CATALOG[one.id].detector.min_s - 1e-5
        assert 0.0 < one.confidence <= CATALOG[one.id].detector.confidence
    for id in CATALOG:
        for before, after in pairwise(one for one in found if one.id == id):
            assert before.end_s < after.start_s


@settings(max_examples=40)
@given(STREAMS)
def test_states_change_by_being_told_and_all_is_closed_at_the_end(
    stretches: list[tuple[int, float, dict[str, float | None]]],
) -> None:
    detectors, known = bank(), dict.fromkeys(CATALOG, State.NOT_OBSERVABLE)
    begun: set[str] = set()

    def follow(events: list[Event]) -> None:
        for event in events:
            if isinstance(event, SignalSegment):
                begun.remove(event.id)  # each end has a beginning
            if isinstance(event, SignalChanged):
                assert event.state is not known[event.id]
                known[event.id] = event.state
                begun.update({event.id} if event.state is State.PRESENT else set())
        assert known == detectors.states
        assert begun == {id for id, state in known.items() if state is State.PRESENT}

    for features in unroll(stretches):
        follow(detectors.push(features))
        for id, state in known.items():
            if state is State.PRESENT:
                assert not any(known[rival] is State.PRESENT for rival in CATALOG[id].yields_to)
    follow(detectors.flush())
    assert begun == set()


@settings(max_examples=40)
@given(STREAMS)
def test_a_look_that_is_repeated_changes_nothing(
    stretches: list[tuple[int, float, dict[str, float | None]]],
) -> None:
    once = unroll(stretches)
    twice = [features for features in once for _ in range(2)]
    assert _told(decide(once)) == _told(decide(twice))


def _told(events: list[Event]) -> list[tuple[object, ...]]:
    """What was told and when; how sure one is of it rests on the looks and may differ."""
    return [
        (e.id, e.start_s, e.end_s) if isinstance(e, SignalSegment) else (e.id, e.t, e.state)
        for e in events
        if isinstance(e, SignalSegment | SignalChanged)
    ]
