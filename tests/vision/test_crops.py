"""Which part of the picture is looked at, and how often."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.landmarks import Pose
from coach.vision.census import prominence
from coach.vision.crops import Box, SteadyCrop, body_box, hand_at_head, hands_box, head_box, shoulder_width, whole
from coach.vision.levels import LEVELS, Pace
from tests.support.recorded import NAMES, looks

SIZE = (640, 480)


def body(name: str, at_s: float) -> Pose:
    return next(look.pose for look in looks(name) if look.t >= at_s and look.pose)


def inside(box: Box, x: float, y: float) -> bool:
    return box.x <= x <= box.x + box.width and box.y <= y <= box.y + box.height


@pytest.mark.parametrize("name", NAMES)
def test_the_crops_hold_what_they_are_for(name: str) -> None:
    for look in looks(name):
        if look.face and look.pose:
            head = head_box(look.pose)
            assert inside(head, *look.face.points[[10, 152, 234, 454]].mean(axis=0)), look.t
        if look.pose:
            everything = body_box(look.pose)
            assert all(inside(everything, *point) for point in look.pose.points[look.pose.presence > 0.5])


def test_the_crop_of_the_hands_stays_while_a_hand_comes_to_the_face() -> None:
    crop = SteadyCrop((480, 360), share=2.0)
    boxes = [crop.follow(hands_box(look.pose)) for look in looks("tocar_nariz") if look.pose and 1.0 < look.t < 4.0]
    assert len(set(boxes)) == 1


def test_a_hand_is_at_the_head_when_it_touches_the_nose() -> None:
    assert hand_at_head(body("tocar_nariz", 3.3))
    assert not hand_at_head(body("neutral", 3.3))


def test_a_body_seen_from_the_side_is_not_taken_for_a_narrow_one() -> None:
    pose = body("caminar_erguido", 3.0)
    edge_on = pose.points.copy()
    edge_on[[11, 23]] = edge_on[[12, 24]]
    assert shoulder_width(replace(pose, points=edge_on)) > 0.3 * shoulder_width(pose)


def test_without_a_wish_or_frozen_the_crop_stays() -> None:
    crop = SteadyCrop(SIZE, 0.8)
    first = crop.follow(Box(100, 100, 200, 200))
    assert crop.follow(None) is first
    assert crop.follow(Box(400, 100, 200, 200), frozen=True) is first
    assert crop.follow(Box(400, 100, 200, 200)) is not first


def test_around_the_change_to_the_whole_picture_it_does_not_flicker() -> None:
    crop, limit = SteadyCrop(SIZE, 0.8), 0.8 * SIZE[1]
    boxes = [crop.follow(Box(0, 0, limit + off, limit + off)) for off in (-10, 10, -10, 10, -10, 10)]
    assert len({box == whole(SIZE) for box in boxes}) == 1


_SIDE = st.floats(10, 500)


@given(_SIDE, _SIDE, _SIDE, _SIDE, st.tuples(st.integers(32, 512), st.integers(32, 512)))
def test_points_of_a_crop_come_back_to_the_frame(
    x: float, y: float, width: float, height: float, size: tuple[int, int]
) -> None:
    corners = np.array([[0, 0], [size[0], size[1]], [size[0] / 2, size[1] / 2]], np.float32)
    found = Box(x, y, width, height).to_frame(corners, size)
    wanted = [[x, y], [x + width, y + height], [x + width / 2, y + height / 2]]
    np.testing.assert_allclose(found, wanted, rtol=1e-4, atol=1e-2)


def test_nearer_and_more_in_the_middle_is_more_prominent() -> None:
    pose = body("neutral", 2.0)
    middle = pose.points[[11, 12]].mean(axis=0)
    centred = replace(pose, points=pose.points + (np.array([240, 250], np.float32) - middle))
    smaller = replace(centred, points=((centred.points - (240, 250)) * 0.6 + (240, 250)).astype(np.float32))
    aside = replace(centred, points=(centred.points + (170, 0)).astype(np.float32))
    size = (480, 360)
    assert prominence(centred, size) > max(prominence(smaller, size), prominence(aside, size))


@pytest.mark.parametrize("hz", [7.5, 10.0, 15.0, 30.0])
@pytest.mark.parametrize("fps", [24.0, 25.0, 29.97, 30.0, 60.0])
def test_a_pace_is_kept_whatever_the_camera_gives(hz: float, fps: float) -> None:
    pace = Pace(hz)
    runs = sum(pace.due(index / fps) for index in range(round(fps * 20)))
    assert runs / 20 == pytest.approx(min(hz, fps), rel=0.1)


def test_every_frame_of_a_slow_camera_is_looked_at() -> None:
    pace = Pace(15.0)
    assert all(pace.due(index / 12) for index in range(100))


def test_after_a_pause_it_does_not_catch_up() -> None:
    pace = Pace(10.0)
    pace.due(0.0)
    late = [pace.due(60.0 + index / 60) for index in range(60)]
    assert sum(late) <= 12


def test_each_level_asks_for_no_more_than_the_one_before() -> None:
    rates = [(level.face_hz, level.hands_hz, level.pose_hz) for level in LEVELS.values()]
    assert list(LEVELS) == list("ABCD")
    for more, less in zip(rates, rates[1:], strict=False):
        assert all(a >= b for a, b in zip(more, less, strict=True))
        assert sum(more) > sum(less)
