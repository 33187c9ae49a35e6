"""Who is in view and who is followed, from real pictures."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from coach.core.events import Frame, Image
from coach.core.landmarks import Pose
from coach.vision.census import LOST_S, Census
from coach.vision.mediapipe_tasks import CensusTask
from tests.support.stills import beside, frames


@pytest.fixture
def census() -> Iterator[Census]:
    census = Census()
    yield census
    census.close()


def picture(clip: str) -> Image:
    return frames(clip, 1.0, 1.1)[0].image


def bodies(image: Image) -> list[Pose]:
    task = CensusTask()
    try:
        return sorted(task.run(image), key=lambda body: float(body.points[0, 0]))
    finally:
        task.close()


def test_it_counts_who_is_there(census: Census) -> None:
    one, other = picture("neutral"), picture("sonrisa")
    assert census.count(Frame(0.0, np.zeros_like(one))).people == 0
    assert census.count(Frame(2.0, one)).people == 1
    assert census.followed_box is None  # alone, the whole picture is looked at
    assert census.count(Frame(4.0, beside(one, other))).people == 2
    assert census.followed_box is not None


@pytest.mark.parametrize("which", [0, 1])
def test_who_is_followed_stays_followed_until_they_are_gone(census: Census, which: int) -> None:
    both = beside(picture("neutral"), picture("sonrisa"))
    body = bodies(both)[which]
    census.followed(body)
    for t in (0.0, 2.0):
        census.count(Frame(t, both))
        assert census.followed_box is not None
        assert (census.followed_box.centre[0] > both.shape[1] / 2) == (which == 1)
        census.followed(body)


def test_who_comes_in_is_not_taken_for_who_was_there(census: Census) -> None:
    both = beside(picture("neutral"), picture("sonrisa"))
    left, right = bodies(both)
    assert census.followed(left)
    assert not census.followed(right)
    assert census.doubtful
    census.count(Frame(1.0, both))
    assert not census.doubtful
    assert census.followed_box is not None
    assert census.followed_box.centre[0] < both.shape[1] / 2
    assert census.followed(left)


def test_who_has_moved_is_still_who_was_there(census: Census) -> None:
    moved = np.roll(picture("neutral"), picture("neutral").shape[1] // 3, axis=1)
    (before,), now = bodies(picture("neutral")), bodies(moved)
    census.followed(before)
    if not census.followed(now[0]):
        census.count(Frame(1.0, moved))
    assert census.followed(now[0])


def test_what_the_pose_task_will_not_let_go_of_is_believed_in_the_end(census: Census) -> None:
    both = beside(picture("neutral"), picture("sonrisa"))
    left, right = bodies(both)
    census.followed(left)
    looks = 0
    while not census.followed(right):
        looks += 1
        census.count(Frame(0.5 * looks, both))
    assert looks == 3


def test_a_passer_by_in_the_back_is_no_second_person(census: Census) -> None:
    """A quarter of the size is not somebody one talks with."""
    near, far = picture("neutral"), np.full_like(picture("neutral"), 200)
    small = picture("sonrisa")[::4, ::4]
    far[120 : 120 + small.shape[0], 180 : 180 + small.shape[1]] = small
    assert census.count(Frame(0.0, beside(near, far))).people == 1


def test_a_moment_unseen_is_not_gone(census: Census) -> None:
    one = picture("neutral")
    census.count(Frame(0.0, one))
    census.followed(bodies(one)[0])
    dark = np.zeros_like(one)
    assert census.count(Frame(1.0, dark)).people == 1
    assert census.count(Frame(1.0 + LOST_S, dark)).people == 0
