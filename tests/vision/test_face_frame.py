"""The face as a ruler, and the angles of the head."""

from __future__ import annotations

from dataclasses import replace
from math import cos, radians, sin

import numpy as np
import pytest

from coach.core.landmarks import Face, Hand
from coach.vision.face_frame import (
    CHIN,
    FOREHEAD,
    LEFT_OUTER,
    RIGHT_OUTER,
    FaceFrame,
    HeadAngles,
    eye_line_roll,
    hand_on_face,
    iris_offset,
)
from tests.support.recorded import looks


def face(name: str = "neutral", at_s: float = 2.0) -> Face:
    return next(look.face for look in looks(name) if look.t >= at_s and look.face)


def hand_around(one: Face, centre: tuple[float, float]) -> Hand:
    frame = FaceFrame.of(one)
    at = frame.origin + frame.iod * (centre[0] * frame.x_axis + centre[1] * frame.y_axis)
    points = (at + np.random.default_rng(1).normal(0, 0.05 * frame.iod, (21, 2))).astype(np.float32)
    return Hand(points, np.zeros((21, 3), np.float32), True, 1.0)


def rolled(one: Face, angle_deg: float) -> Face:
    """The head tilted counter-clockwise in the picture."""
    a = radians(angle_deg)
    turn = np.array([[cos(a), sin(a)], [-sin(a), cos(a)]])
    middle = one.points[[RIGHT_OUTER, LEFT_OUTER]].mean(axis=0)
    return replace(one, points=((one.points - middle) @ turn.T + middle).astype(np.float32))


def test_places_of_the_face_in_its_own_axes() -> None:
    one = face()
    frame = FaceFrame.of(one)
    at = frame.place(one.points)
    assert at[LEFT_OUTER, 0] == -at[RIGHT_OUTER, 0] > 0.3
    assert at[LEFT_OUTER, 1] == pytest.approx(0.0, abs=1e-3)
    assert at[CHIN, 1] < -0.5 < 0.3 < at[FOREHEAD, 1]


@pytest.mark.parametrize("angle", [-40.0, 15.0, 90.0])
def test_the_axes_turn_with_the_head(angle: float) -> None:
    one = face()
    np.testing.assert_allclose(
        FaceFrame.of(rolled(one, angle)).place(rolled(one, angle).points),
        FaceFrame.of(one).place(one.points),
        atol=1e-3,
    )


@pytest.mark.parametrize("angle", [-25.0, 10.0, 30.0])
def test_the_eye_line_tells_the_tilt(angle: float) -> None:
    one = face()
    assert eye_line_roll(rolled(one, angle)) == pytest.approx(eye_line_roll(one) + angle, abs=0.01)


@pytest.mark.parametrize("pitch", [-30.0, 0.0, 25.0])
@pytest.mark.parametrize("yaw", [-40.0, 0.0, 20.0])
def test_the_angles_of_a_known_rotation(pitch: float, yaw: float) -> None:
    p, y = radians(pitch), radians(yaw)
    ahead = np.array([sin(y) * cos(p), -sin(p), cos(y) * cos(p)])
    across = np.array([cos(y), 0.0, -sin(y)])
    matrix = np.stack([across, np.cross(ahead, across), ahead], axis=1).astype(np.float32)
    head = HeadAngles.of(replace(face(), matrix=matrix))
    assert head.yaw == pytest.approx(yaw, abs=0.01)
    assert (head.pitch > 0) == (pitch > 0) or pitch == 0
    assert head.roll == pytest.approx(0.0, abs=0.01)


def test_recorded_heads_bow_and_turn() -> None:
    bowed, level = HeadAngles.of(face("mirar_al_piso", 3.3)), HeadAngles.of(face("mirar_al_piso", 1.0))
    assert bowed.pitch - level.pitch > 15.0
    aside = max(abs(HeadAngles.of(look.face).yaw) for look in looks("mirar_lado") if look.face)
    assert aside > 15.0


def test_a_hand_over_the_eyes_and_one_beside_the_face() -> None:
    one = face()
    frame = FaceFrame.of(one)
    assert hand_on_face(frame, (hand_around(one, (0.0, 0.0)),))
    assert not hand_on_face(frame, (hand_around(one, (2.0, 0.0)),))
    assert not hand_on_face(frame, (hand_around(one, (0.0, -1.4)),))
    assert not hand_on_face(frame, ())


def test_eyes_that_look_ahead_have_their_irises_in_the_middle() -> None:
    assert abs(iris_offset(face("contacto_visual", 3.3))) < 0.08
