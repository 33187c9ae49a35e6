"""Behind perception: what is observed, and what is decided from it."""

from __future__ import annotations

from coach.core.events import ConditionChanged, Cue, Event, Features, SignalChanged, SignalSegment, State
from coach.manual.conditions import load_conditions
from coach.runtime.stages import BLOCKING, Decider, Observer
from tests.support.moments import NEUTRAL, changes
from tests.support.recorded import looks, observe


def decided(events: list[Event]) -> list[Event]:
    decider = Decider(NEUTRAL)
    return [*(told for event in events for told in decider.push(event)), *decider.flush()]


def test_each_look_gives_its_features_last() -> None:
    observer = Observer()
    for look in looks("neutral_cubrebocas"):
        *before, last = observer.push(look)
        assert isinstance(last, Features)
        assert last.t == look.t
        assert all(isinstance(event, ConditionChanged) for event in before)


def test_the_switch_for_the_mask_works_at_once_and_can_be_let_go() -> None:
    observer = Observer()
    seen = looks("neutral")
    told: list[Event] = []
    for index, look in enumerate(seen):
        observer.set_mask(True if 20 <= index < 30 else None)
        told += observer.push(look)
    masks = [event for event in told if isinstance(event, ConditionChanged)]
    assert [(event.t, event.id, event.active) for event in masks] == [
        (seen[20].t, "cubrebocas", True),
        (seen[30].t, "cubrebocas", False),
    ]


def test_what_comes_in_is_passed_on_first() -> None:
    decider = Decider()
    for event in observe(looks("sonrisa")):
        assert decider.push(event)[0] is event


def test_a_signal_is_changed_told_and_advised_on() -> None:
    told = decided(observe(looks("caminar_encorvado")))
    (begun,) = [t for t, state in changes(told, "hombros_encorvados") if state is State.PRESENT]
    segments = [event for event in told if isinstance(event, SignalSegment) and event.id == "hombros_encorvados"]
    assert segments[0].start_s <= begun <= segments[0].end_s
    cue = next(event for event in told if isinstance(event, Cue) and "hombros_encorvados" in event.because)
    assert begun <= cue.t <= segments[-1].end_s
    assert cue.kind == "corrige"


def test_times_never_go_back() -> None:
    told = [e for e in decided(observe(looks("tocar_nariz"))) if isinstance(e, Features | SignalChanged | Cue)]
    assert [event.t for event in told] == sorted(event.t for event in told)


def test_at_the_end_no_signal_is_left_open() -> None:
    events = [e for e in observe(looks("contacto_visual")) if not isinstance(e, Features) or e.t < 3.5]
    told = decided(events)
    last = {event.id: event.state for event in told if isinstance(event, SignalChanged)}
    assert State.PRESENT not in last.values()
    assert any(isinstance(event, SignalSegment) for event in told)


def test_a_condition_of_the_camera_calls_for_advice() -> None:
    told = Decider().push(ConditionChanged(1.0, "camara_desconectada", True))
    assert [event.because for event in told if isinstance(event, Cue)] == [("camara_desconectada",)]


def test_the_conditions_that_forbid_a_calibration_are_those_of_the_table() -> None:
    assert set(BLOCKING) <= set(load_conditions())
