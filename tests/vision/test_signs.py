"""The single measures behind the signals, on recorded people: while something is done, and before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

import numpy as np
import pytest

from coach.core.landmarks import Array, Hand, Perceived, Pose
from coach.vision.crops import shoulder_width
from coach.vision.face_frame import FaceFrame
from coach.vision.own_parts import own
from coach.vision.rostro import mouth_covered
from tests.support.mirrors import blinded
from tests.support.recorded import features, labels, looks

RISES = {
    "acariciar_mandibula": "hand_swing_iod",
    "asentir": "nod_swing_deg",
    "brazos_cruzados": "wrist_cross_sw",
    "fruncir_ceno": "frown_logit",
    "mirar_al_piso": "head_pitch_deg",
    "palma_abierta": "palm_open",
    "piernas_cruzadas": "ankle_lift_trunk",
    "recargarse": "wrist_support_sw",
    "sonrisa": "smile_logit",
}
FALLS = {
    "apretar_nariz": "nose_pinch_iod",
    "cabeza_sobre_manos": "head_rest_iod",
    "frotar_ojo": "eye_touch_iod",
    "hombros_encorvados": "hunch_log",
    "jugar_cabello": "hair_touch_iod",
    "manos_tras_cabeza": "wrists_to_ears_sw",
    "piernas_cruzadas": "thigh_drop_trunk",
    "tirar_oreja": "ear_pinch_iod",
    "tocar_nariz": "nose_touch_iod",
}


def typical(seen: Sequence[Perceived], id: str, start_s: float, end_s: float) -> float:
    found = [m.values[id] for m in features(seen) if start_s <= m.t <= end_s]
    return median(value for value in found if value is not None)


@pytest.mark.parametrize(("name", "id", "sign"), [(*p, 1) for p in RISES.items()] + [(*p, -1) for p in FALLS.items()])
def test_a_measure_moves_with_what_it_measures(name: str, id: str, sign: int) -> None:
    (label,) = labels(name).signals
    before = typical(looks(name), id, 0.8, label.start_s - 0.2)
    during = typical(looks(name), id, label.start_s + 0.8, label.end_s - 0.2)
    assert sign * (during - before) > 0.0


@pytest.mark.parametrize(
    ("name", "id", "least"), [("frotar_manos", "rub_turns", 2.6), ("golpetear_dedos", "tap_turns", 3.0)]
)
def test_hands_are_measured_where_they_are_in_view_and_nothing_is_said_of_them_in_the_lap(
    name: str, id: str, least: float
) -> None:
    (label,) = labels(name).signals
    assert {m.values[id] for m in features(looks(name)) if m.t < label.start_s - 0.2} == {None}
    assert typical(looks(name), id, label.start_s + 0.8, label.end_s - 0.2) > least


def test_a_tilted_head_is_measured_against_the_shoulders() -> None:
    (label,) = labels("inclinar_cabeza").signals
    before = typical(looks("inclinar_cabeza"), "head_tilt_deg", 0.8, label.start_s)
    assert abs(typical(looks("inclinar_cabeza"), "head_tilt_deg", 3.0, 4.0) - before) > 8.0


def test_a_shaken_head_is_no_nod() -> None:
    ratios = [m.values["nod_yaw_ratio"] for m in features(looks("negar")) if (m.values["nod_swing_deg"] or 0) > 3]
    assert all(ratio is not None and ratio > 1.0 for ratio in ratios)


@pytest.mark.parametrize("name", ["sonrisa_cubrebocas", "fruncir_ceno_cubrebocas"])
def test_under_a_mask_the_mouth_has_no_value_and_the_brows_do(name: str) -> None:
    late = [m for m in features(looks(name)) if m.t > 1.5]
    assert {m.values[id] for m in late for id in ("smile_logit", "mouth_width_iod")} == {None}
    assert sum(m.values["frown_logit"] is not None for m in late) > 0.8 * len(late)


def raised_to(look: Perceived, place: Array) -> Pose:
    """The pose with both wrists there."""
    assert look.pose is not None
    points, presence = look.pose.points.copy(), look.pose.presence.copy()
    points[[15, 16]], presence[[15, 16]] = place, 1.0
    return replace(look.pose, points=points, presence=presence)


def test_a_hand_over_the_mouth_takes_its_value_and_a_hand_beside_it_does_not() -> None:
    look = next(look for look in looks("neutral") if look.t > 2 and look.face)
    assert look.face is not None
    frame, mouth = FaceFrame.of(look.face), look.face.points[[13, 14]].mean(axis=0)
    spread = np.random.default_rng(2).normal(0, 0.1 * frame.iod, (21, 2))

    def hand(off_iod: float) -> tuple[Hand, ...]:
        points = (mouth + (off_iod * frame.iod, 0) + spread).astype(np.float32)
        return (Hand(points, np.zeros((21, 3), np.float32), True, 1.0),)

    assert mouth_covered(look.face, frame, hand(0.0))
    assert not mouth_covered(look.face, frame, hand(1.5))
    seen = replace(look, pose=raised_to(look, mouth))
    (covered,) = features([replace(seen, hands=hand(0.0))])
    (free,) = features([replace(seen, hands=hand(1.5))])
    assert covered.values["smile_logit"] is None
    assert free.values["smile_logit"] is not None


def test_a_face_that_a_hand_hides_is_remembered_for_a_while() -> None:
    """The nose is touched, and the model of the face sees no face any more."""
    seen = [blinded(look, face=True) if 3.0 < look.t < 3.8 else look for look in looks("tocar_nariz")]
    hidden = [m for m in features(seen) if 3.0 < m.t < 3.8]
    assert min(m.values["nose_touch_iod"] or 9.0 for m in hidden) < 0.4
    gone = [blinded(look, face=True) for look in looks("tocar_nariz")]
    assert {m.values["nose_touch_iod"] for m in features(gone)} == {None}


def test_a_blink_is_no_look_down_and_no_nod() -> None:
    """Lids that shut for two looks, in somebody who looks ahead."""
    look = next(look for look in looks("neutral") if look.t > 2 and look.face)
    assert look.face is not None
    shut = look.face.blend.copy()
    shut[[9, 10]], shut[[11, 12]] = 0.95, 0.9
    blinking = replace(look.face, blend=shut)
    seen = [
        replace(look, t=t / 12, face=blinking if t in (20, 21) else look.face, fresh=frozenset({"face"}))
        for t in range(40)
    ]
    steady = [replace(one, face=look.face) for one in seen]
    for blinked, open_eyed in zip(features(seen), features(steady), strict=True):
        differing = {id for id, value in blinked.values.items() if value != open_eyed.values[id]}
        assert differing <= {"eyes_shut"}


def test_a_hand_seen_in_a_bare_face_is_not_theirs() -> None:
    # The hand model sees one in the mouth of a man who talks, while both of his wrists are below the picture's edge.
    look = next(look for look in looks("tocar_nariz") if look.hands and look.pose and 2.5 < look.t < 3.5)
    assert look.pose is not None
    presence = look.pose.presence.copy()
    presence[[15, 16]] = 0.01
    gone = replace(look, pose=replace(look.pose, presence=presence))
    assert own(look).hands == look.hands
    assert own(gone).hands == ()
    at_the_edge = replace(gone, size=(gone.size[0], int(gone.hands[0].points[0, 1]) + 1))
    assert own(at_the_edge).hands == look.hands


def test_a_face_without_a_body_is_none() -> None:
    # The globe of a turning Earth: the face model saw eyes that look into the camera, and a tilted head.
    smiling = [look for look in looks("sonrisa") if look.face and look.t > 3]
    assert all(own(look).face is look.face for look in smiling)
    assert all(own(replace(look, pose=None)).face is None for look in smiling)


def test_a_body_whose_knees_are_over_its_hips_is_none_unless_it_has_a_face() -> None:
    # A toy of bricks in which the pose model sees somebody: it hunched and rubbed its hands.
    look = next(look for look in looks("caminar_erguido") if look.pose and look.face)
    assert look.pose is not None
    points = look.pose.points.copy()
    points[[25, 26], 1] = points[[11, 12], 1].mean()
    folded = replace(look, pose=replace(look.pose, points=points, presence=np.ones(33, np.float32)))
    assert own(replace(folded, face=None)).pose is None
    assert own(folded).pose is not None
    assert own(replace(look, face=None)).pose is not None


def test_behind_a_lectern_nobody_has_the_hands_behind_the_back() -> None:
    # The legs that it hides are guessed up against the hips, and the hidden wrists before them.
    for look in looks("manos_a_la_espalda"):
        if look.t < 2.5 or look.pose is None:
            continue
        points = look.pose.points.copy()
        points[[25, 26], 1] = points[[23, 24], 1].mean() + 0.3 * shoulder_width(look.pose)
        (whole,), (hidden,) = features([look]), features([replace(look, pose=replace(look.pose, points=points))])
        assert whole.values["wrists_in_trunk_sw"] is not None
        assert hidden.values["wrists_in_trunk_sw"] is None


def test_a_thing_behind_somebody_that_looks_like_a_hand_is_not_theirs() -> None:
    # A picture on the wall beside the face of the man who adjusts his glasses: the hand model sees a hand in it.
    seen = [look for look in looks("acomodar_lentes") if 2.6 < look.t < 4.2]
    assert any(len(own(look).hands) < len(look.hands) for look in seen)
    assert all(look.hands == own(look).hands for look in looks("golpetear_dedos"))


def test_shoulders_beyond_the_pictures_edge_are_not_measured() -> None:
    look = next(look for look in looks("neutral") if look.t > 2 and look.face and look.pose)
    assert look.pose is not None
    below = int(look.pose.points[[11, 12], 1].max())
    assert features([look])[0].values["hunch_log"] is not None
    assert features([replace(look, size=(look.size[0], below))])[0].values["hunch_log"] is None


def test_an_arm_held_out_is_no_sunk_shoulder_where_its_elbow_is_beyond_the_edge() -> None:
    (label,) = labels("palma_abierta").signals
    seen = [look for look in looks("palma_abierta") if label.start_s + 0.8 < look.t < label.end_s - 0.2 and look.pose]
    for look, whole in zip(seen, features(seen), strict=True):
        assert look.pose is not None
        presence = look.pose.presence.copy()
        presence[[13, 14]] = 0.2
        (cut,) = features([replace(look, pose=replace(look.pose, presence=presence))])
        assert cut.values["elbow_reach_sw"] == whole.values["elbow_reach_sw"]
        assert (cut.values["elbow_reach_sw"] or 0.0) > 0.9


def test_a_face_found_within_the_face_is_none() -> None:
    look = next(look for look in looks("neutral") if look.t > 2 and look.face)
    assert look.face is not None
    middle = look.face.points.mean(axis=0)
    small = replace(look, face=replace(look.face, points=middle + 0.4 * (look.face.points - middle)))
    assert own(small).face is None
    assert own(look).face is look.face
