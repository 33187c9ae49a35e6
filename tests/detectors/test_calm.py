"""The neutral of a recording comes from its calm stretches, however short they are."""

from __future__ import annotations

import pytest

from coach.core.events import Features, SignalSegment
from coach.detectors.baseline import RestEstimator
from coach.detectors.calm import CalmRests
from coach.detectors.profile import Profile
from tests.support.moments import CATALOG, SPECS, course, decide, moment, segments
from tests.support.recorded import features, labels, looks

HZ = 12
MEASURED = {
    "hombros_encorvados": "hombros_encorvados",
    "inclinar_cabeza": "inclinar_cabeza",
    "mirar_abajo": "mirar_abajo",
    "mirar_al_piso": "mirar_al_piso",
    "fruncir_ceno": "fruncir_ceno",
    "sonrisa": "sonrisa",
    "recargarse": "recargarse",
}
"""Signals that are measured from a neutral, and the recorded person who shows each."""


def learned(observed: list[Features]) -> Profile:
    rests = CalmRests(CATALOG, SPECS)
    for one in observed:
        rests.add(one)
    return rests.profile()


def mostly(name: str, calm_s: float = 4.0, act_s: float = 24.0) -> tuple[list[Features], float]:
    """A recorded person who is calm for so long and then keeps on doing it; and when that begins."""
    observed, told = features(looks(name)), labels(name).signals[0]
    before = [one for one in observed if one.t < told.start_s - 0.3]
    within = [one for one in observed if told.start_s + 0.5 < one.t < told.end_s - 0.3]
    calm, act = round(calm_s * HZ), round(act_s * HZ)
    course = [before[at % len(before)] for at in range(calm)] + [within[at % len(within)] for at in range(act)]
    return [Features(at / HZ, one.values) for at, one in enumerate(course)], calm_s


def share(told: list[SignalSegment], begin: float, end: float) -> float:
    return sum(max(0.0, min(one.end_s, end) - max(one.start_s, begin)) for one in told) / (end - begin)


@pytest.mark.parametrize("act_s", [8.0, 32.0])
@pytest.mark.parametrize(("id", "name"), MEASURED.items())
def test_what_fills_most_of_a_recording_is_not_its_neutral(id: str, name: str, act_s: float) -> None:
    course, begins = mostly(name, act_s=act_s)
    told = segments(decide(course, learned(course)), id)
    assert share(told, begins, course[-1].t) > 0.6
    assert share(told, 0.0, begins) < 0.2


def test_where_nothing_is_calm_all_of_the_recording_is_the_neutral() -> None:
    """A camera far below: everything looks like a lifted head, and yet it is how this person sits."""
    always = course(60.0, head_pitch_deg=lambda _: 2.0 * SPECS["head_pitch_deg"].high / 3.0)
    rests = learned(always).rests
    assert rests["head_pitch_deg"].value > (SPECS["head_pitch_deg"].prior or 0.0) + 3.0


def test_a_chair_that_is_moved_at_the_start_does_not_make_all_that_follows_an_act() -> None:
    looks_ = [moment(at / HZ, look_down_deg=14.0 if at < 4 * HZ else 30.0) for at in range(600 * HZ)]
    assert learned(looks_).rests["look_down_deg"].value > 25.0


def test_where_calm_moments_are_like_the_others_all_are_believed() -> None:
    observed = features(looks("sonrisa_cubrebocas"))
    everything = RestEstimator(SPECS)
    for one in observed:
        everything.add(one)
    assert learned(observed) == everything.profile(guided=False)


def test_a_glimpse_of_calm_is_too_little() -> None:
    looks_ = [moment(at / HZ, head_pitch_deg=0.0 if at < 2 else 12.0) for at in range(20 * HZ)]
    assert learned(looks_).rests["head_pitch_deg"].value > 6.0
