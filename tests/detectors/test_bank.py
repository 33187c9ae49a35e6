"""All signals together: who takes precedence, what is told, and how sure."""

from __future__ import annotations

import pytest

from coach.core.events import Features, SignalChanged, State
from coach.detectors.baseline import NEW_SAMPLES
from coach.detectors.profile import Profile
from coach.manual.catalog import Condition, Signal
from tests.support.moments import (
    CATALOG,
    NEUTRAL,
    SPECS,
    Course,
    bank,
    between,
    changes,
    course,
    decide,
    moment,
    segments,
)

NOSE, PINCH, EYE = CATALOG["tocar_nariz"], CATALOG["apretar_nariz"], CATALOG["frotar_ojo"]


def clear(condition: Condition, margin: float = 2.0) -> float:
    """A value of the condition's feature that is past its threshold (`margin` 1 is on it, 0 on the exit)."""
    return condition.exit + margin * (condition.enter - condition.exit)


def at(row: Signal, margin: float) -> float:
    return clear(row.detector.conditions[0], margin)


def hand(seconds: float, pinch: tuple[float, float] | None, nose: tuple[float, float]) -> list[Features]:
    """A hand at the nose, and pinching it within `pinch`."""
    return course(
        seconds,
        20.0,
        nose_pinch_iod=between(*pinch, at(PINCH, 2), 3.0) if pinch else lambda t: 3.0,
        nose_touch_iod=between(*nose, at(NOSE, 1.5), 3.0),
        eye_touch_iod=lambda t: 3.0,
    )


def test_a_touch_of_the_nose_is_told_with_its_times() -> None:
    (told,) = segments(decide(hand(4.0, None, (1.0, 2.0))))
    assert (told.id, told.start_s, told.end_s) == ("tocar_nariz", 1.0, 2.0)


def test_a_pinch_on_its_way_holds_the_touch_back() -> None:
    """The touch would be confirmed first; for one act one thing is said."""
    assert NOSE.detector.min_s < PINCH.detector.min_s
    events = decide(hand(4.0, (1.0, 2.0), (1.0, 2.0)))
    assert [told.id for told in segments(events)] == ["apretar_nariz"]
    assert State.PRESENT not in [state for _, state in changes(events, "tocar_nariz")]


def test_a_pinch_that_never_comes_about_lets_the_touch_be_told_in_full() -> None:
    (told,) = segments(decide(hand(4.0, (1.0, 1.1), (1.0, 2.0))))
    assert (told.id, told.start_s, told.end_s) == ("tocar_nariz", 1.0, 2.0)


def test_a_pinch_that_begins_later_ends_the_touch() -> None:
    touch, pinch = sorted(segments(decide(hand(5.0, (2.0, 3.0), (1.0, 3.0)))), key=lambda told: told.start_s)
    assert (touch.id, pinch.id) == ("tocar_nariz", "apretar_nariz")
    assert (touch.start_s, pinch.start_s) == (1.0, 2.0)
    assert touch.end_s <= 2.0 + PINCH.detector.min_s + 0.05


@pytest.mark.parametrize("row", [row for row in CATALOG.values() if row.yields_to], ids=lambda row: row.id)
def test_whoever_yields_is_silent_while_the_other_is_present(row: Signal) -> None:
    detectors = bank()
    for step in range(60):
        detectors.push(shown(step / 20, row, CATALOG[row.yields_to[0]]))
    winner = detectors.states[row.yields_to[0]]
    if winner is State.PRESENT:  # some pairs cannot both be shown: their features contradict each other
        assert detectors.states[row.id] is not State.PRESENT


def test_lowered_eyes_look_nobody_in_the_eye() -> None:
    """Though the head stays as it is, and the gaze is no farther to the side than before."""
    looks = course(6.0, 10.0, look_down_deg=between(3.0, 6.0, 40.0, NEUTRAL.rests["look_down_deg"].value), **STILL)
    told = {one.id: (one.start_s, one.end_s) for one in segments(decide(looks))}
    assert told["mirar_abajo"][0] == pytest.approx(3.0)
    assert told["contacto_visual"][1] <= 3.0 + CATALOG["mirar_abajo"].detector.min_s + 0.2


STILL: dict[str, Course] = {
    "gaze_yaw_deg": lambda _: NEUTRAL.rests["gaze_yaw_deg"].value,
    "head_pitch_deg": lambda _: NEUTRAL.rests["head_pitch_deg"].value,
    "eyes_shut": lambda _: 0.0,
}


def learned_while(held: str | None, seconds: float = 120.0) -> float:
    """The neutral of a head at 10°, live and without a calibration, where `held` begins after 15 s at 0°."""
    detectors, row = bank(None), CATALOG[held] if held else None
    for step in range(round(10 * seconds)):
        t = step / 10
        values = shown(t, row).values if row and t > 15.0 else moment(t).values
        detectors.push(Features(t, {**values, "head_pitch_deg": 0.0 if t < 15.0 else 10.0}))
    assert row is None or detectors.states[row.id] is State.PRESENT
    return detectors.baseline.profile.rests["head_pitch_deg"].value


def test_nothing_is_learned_while_any_signal_is_present() -> None:
    assert learned_while(None) > 5.0
    for held in ("brazos_cruzados", "manos_tras_cabeza"):
        assert learned_while(held) == pytest.approx(learned_while(None, 15.0), abs=0.5)


def test_an_empty_chair_teaches_nothing_and_uses_nothing_up() -> None:
    """Whoever then sits down with crossed arms is learned all the same."""
    detectors, arms = bank(None), CATALOG["brazos_cruzados"]
    for step in range(900):
        t = step / 10
        values = moment(t).values if t < 12.0 else {**shown(t, arms).values, "head_pitch_deg": 6.0}
        detectors.push(Features(t, values))
    assert detectors.states["brazos_cruzados"] is State.PRESENT
    assert detectors.baseline.samples("head_pitch_deg") >= NEW_SAMPLES


@pytest.mark.parametrize("id", ["brazos_cruzados", "cabeza_sobre_manos", "mirar_abajo"])
def test_a_calibrated_neutral_follows_a_moved_chair_but_not_while_a_signal_is_active(id: str) -> None:
    calibrated = NEUTRAL.rests["head_pitch_deg"].value
    detectors = bank()
    for step in range(12_000):
        t = step / 10
        values = shown(t, CATALOG[id]).values if t < 600.0 else moment(t).values
        detectors.push(Features(t, {**values, "head_pitch_deg": calibrated + 4.0}))
        if t == 599.0:
            assert detectors.states[id] is State.PRESENT
            assert detectors.baseline.profile.rests["head_pitch_deg"].value == pytest.approx(calibrated, abs=0.05)
    assert detectors.states[id] is not State.PRESENT
    assert detectors.baseline.profile.rests["head_pitch_deg"].value > calibrated + 1.0


def test_who_looks_into_the_camera_is_learned() -> None:
    detectors = bank(None)
    for step in range(600):
        at_rest = {name: value(0.0) for name, value in STILL.items()}
        detectors.push(moment(step / 10, **{**at_rest, "head_pitch_deg": 5.0}))
    assert detectors.states["contacto_visual"] is State.PRESENT
    assert detectors.baseline.samples("head_pitch_deg") >= 200  # of 600 looks in 60 s, one each 0.3 s


def shown(t: float, *rows: Signal) -> Features:
    """What a person in the middle of all people gives who clearly shows `rows` (in the last of their ways)."""
    values: dict[str, float | None] = {}
    for condition in (c for row in rows for c in row.detector.conditions if c.way == row.detector.conditions[-1].way):
        source = SPECS[condition.feature].of
        value = clear(condition) + (NEUTRAL.rests[source].value if source else 0.0)
        name, known = source or condition.feature, values.get(source or condition.feature)
        values[name] = value if known is None else (max if condition.above else min)(value, known)
    return moment(t, **values)


@pytest.mark.parametrize("row", CATALOG.values(), ids=lambda row: row.id)
def test_every_signal_of_the_manual_can_be_shown_and_told(row: Signal) -> None:
    moments = [shown(t / 10, row) if 10 <= t <= 40 else moment(t / 10) for t in range(60)]
    (told,) = segments(decide(moments), row.id)
    lag_s = row.detector.lag_s  # what is measured over a while shows later than it is
    assert (told.start_s, told.end_s) == pytest.approx((1.0 - lag_s, 4.0 - lag_s))
    assert 0.0 < told.confidence <= row.detector.confidence


def test_every_change_of_state_is_told_and_no_other() -> None:
    detectors = bank()
    known = dict.fromkeys(CATALOG, State.NOT_OBSERVABLE)
    for features in hand(4.0, (1.0, 2.0), (0.5, 3.0)):
        for event in detectors.push(features):
            if isinstance(event, SignalChanged):
                assert event.state is not known[event.id]
                known[event.id] = event.state
        assert known == detectors.states


def test_at_the_end_all_is_closed() -> None:
    detectors = bank()
    for features in hand(2.0, None, (1.0, 9.0)):
        detectors.push(features)
    assert State.PRESENT in detectors.states.values()
    assert [told.end_s for told in segments(detectors.flush())] == [2.0]
    assert State.PRESENT not in detectors.states.values()
    assert segments(detectors.flush()) == []


def test_what_is_observable_now() -> None:
    detectors = bank()
    detectors.push(moment(0.0, nose_touch_iod=3.0))
    assert detectors.observable() == {"tocar_nariz"}


def test_without_a_calibration_one_is_less_sure_of_what_is_measured_from_a_neutral() -> None:
    def told(profile: Profile | None) -> dict[str, float]:
        neutral = {id: rest.value for id, rest in NEUTRAL.rests.items()}
        moments = [
            moment(t / 10, **neutral | {"head_pitch_deg": neutral["head_pitch_deg"] + (40.0 if t >= 50 else 0.0)})
            for t in range(80)
        ]
        touched = [Features(m.t, {**m.values, "nose_touch_iod": 0.0 if m.t > 5 else 3.0}) for m in moments]
        return {told.id: told.confidence for told in segments(decide(touched, profile))}

    calibrated, uncalibrated = told(NEUTRAL), told(None)
    assert 0.0 < uncalibrated["mirar_al_piso"] < calibrated["mirar_al_piso"] <= 1.0
    assert uncalibrated["tocar_nariz"] == calibrated["tocar_nariz"]
