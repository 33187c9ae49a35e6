"""All features: those of the table, in range, and of the person rather than of the picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from coach.core.events import Features
from coach.core.landmarks import Perceived
from coach.manual.features import load_features
from tests.support.mirrors import blinded, mirrored, moved, scaled
from tests.support.recorded import NAMES, features, judge, labels, looks

SPECS = load_features()
MEASURED = {id for id, spec in SPECS.items() if spec.of is None}
SIGNED = {"head_tilt_deg", "gaze_yaw_deg", "shoulder_roll_deg"}
"""Features that tell the picture's left from its right."""
ACTS = ("tocar_nariz", "tirar_oreja", "palma_abierta", "brazos_cruzados", "caminar_encorvado", "golpetear_dedos")
OF_THE_FACE = {"head_pitch_deg", "head_tilt_deg", "gaze_yaw_deg", "smile_logit", "eyes_shut", "frown_logit"}
OF_LARGE_FACES = (
    *("nod_swing_deg", "nod_reversals", "nod_yaw_ratio", "brow_height_iod", "frown_logit"),
    *("head_pitch_deg", "gaze_yaw_deg", "head_tilt_deg", "look_down_deg", "smile_logit", "mouth_width_iod"),
)
OF_LARGE_HANDS = ("tap_turns", "tap_hz", "wrist_drift_hand", "palm_open")
OF_THE_BODY = {"wrists_up_sw", "shoulder_roll_deg", "wrist_gap_sw", "step_turns", "thigh_drop_trunk"}


@pytest.mark.parametrize("name", NAMES)
def test_what_is_measured_is_what_the_table_lists_and_in_its_range(name: str) -> None:
    for moment in features(looks(name)):
        assert set(moment.values) == MEASURED
        for id, value in moment.values.items():
            assert value is None or SPECS[id].low <= value <= SPECS[id].high, f"{id} = {value} at {moment.t}"
            assert value is None or type(value) is float, id


def test_every_feature_has_a_value_for_somebody() -> None:
    measured = {
        id for name in NAMES for m in features(looks(name)) for id, value in m.values.items() if value is not None
    }
    assert measured == MEASURED


def test_nobody_in_view_gives_no_value_at_all() -> None:
    empty = [replace(look, face=None, pose=None, hands=()) for look in looks("neutral")]
    for moment in features(empty):
        assert set(moment.values.values()) == {None}


def test_without_a_face_nothing_is_said_of_it() -> None:
    for moment in features(blinded(look, face=True) for look in looks("sonrisa")):
        assert {moment.values[id] for id in OF_THE_FACE} == {None}


@pytest.mark.parametrize(("factor", "known"), [(1.0, True), (0.3, False)])
def test_a_head_that_bows_out_of_sight_is_followed_only_where_its_face_was_large(factor: float, known: bool) -> None:
    """One wild look at a small face in profile made a walker look at the floor for five seconds."""
    seen = [scaled(look, factor) for look in looks("mirar_al_piso")]
    lost = [replace(look, face=None) if 2.0 <= look.t < 4.0 else look for look in seen]
    told = [look.values["head_pitch_deg"] for look in features(lost) if 2.1 <= look.t < 4.0]
    assert len(told) > 10
    assert {value is not None for value in told} == {known}


@pytest.mark.parametrize("name", ["neutral", "caminar_erguido"])
def test_a_body_that_is_all_in_one_place_ends_no_session(name: str) -> None:
    """As a model may give it of what is none."""
    bodies = [(look, look.pose) for look in looks(name) if look.pose is not None][:20]
    assert bodies
    for look, pose in bodies:
        lump = replace(pose, points=np.full_like(pose.points, 77.0))
        measured = features([replace(look, pose=lump)])[0].values.values()
        assert all(value is None or np.isfinite(value) for value in measured)


def test_without_a_body_nothing_is_said_of_it() -> None:
    for moment in features(blinded(look, body=True) for look in looks("piernas_cruzadas")):
        assert {moment.values[id] for id in OF_THE_BODY} == {None}


def assert_alike(ours: list[Features], theirs: list[Features], signed: float = 1.0, but: tuple[str, ...] = ()) -> None:
    assert len(ours) == len(theirs)
    for one, other in zip(ours, theirs, strict=True):
        for id in MEASURED - set(but):
            value, wanted = other.values[id], one.values[id]
            if wanted is None or value is None:
                assert value is wanted, f"{id} at {one.t}"
            else:
                sign = signed if id in SIGNED else 1.0
                assert value == pytest.approx(sign * wanted, rel=0.01, abs=0.02), f"{id} at {one.t}"


@pytest.mark.parametrize("name", ACTS)
@pytest.mark.parametrize("factor", [1.37, 3.0])
def test_a_camera_of_more_pixels_measures_the_same(name: str, factor: float) -> None:
    seen = looks(name)
    assert_alike(features(seen), features(scaled(look, factor) for look in seen), but=small(seen))


def small(seen: Sequence[Perceived]) -> tuple[str, ...]:
    """What is withheld of faces and hands of few pixels becomes known with more of them."""
    faces = [float(np.ptp(look.face.points[[10, 152], 1])) for look in seen if look.face]
    hands = [float(np.hypot(*(hand.points[9] - hand.points[0]))) for look in seen for hand in look.hands]
    return (
        *(OF_LARGE_FACES if not faces or min(faces) < 120 else ()),
        *(OF_LARGE_HANDS if hands and min(hands) < 40 else ()),
    )


@pytest.mark.parametrize("name", ACTS)
def test_left_and_right_are_judged_alike(name: str) -> None:
    seen = looks(name)
    assert_alike(features(seen), features(mirrored(look) for look in seen), signed=-1.0)


@pytest.mark.parametrize("name", ACTS)
def test_where_in_the_picture_one_is_does_not_matter(name: str) -> None:
    seen = looks(name)
    aside = features(moved(look, 40.0, -15.0) for look in seen)
    assert_alike(features(seen), aside, but=("gaze_yaw_deg",))


@pytest.mark.parametrize("name", [name for name in NAMES if labels(name).signals])
def test_in_the_mirror_the_same_is_said(name: str) -> None:
    """Whatever was done with the right hand is told of the left one too."""
    found = {segment.id for segment in judge(mirrored(look) for look in looks(name)).segments}
    assert {label.id for label in labels(name).signals} <= found
    assert found <= {label.id for label in labels(name).signals} | labels(name).ignore
