"""Perception with the real models, on pictures whose truth is known."""

from __future__ import annotations

import shutil
import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from skimage.data import astronaut

from coach import bundles
from coach.core.events import ConditionChanged, Event, Features, Image, SignalSegment, State
from coach.core.landmarks import Perceived
from coach.errors import KnownError
from coach.resources import models_dir
from coach.runtime.analysis import analyse
from coach.runtime.gathered import Analysis
from coach.runtime.stages import Observer
from coach.vision import image as pixels
from coach.vision.crops import shoulder_width
from coach.vision.levels import LEVELS
from coach.vision.perception import Perception
from tests.support.moments import changes
from tests.support.stills import Shown, beside, frames, nose_touched, perceive, still, tell, values


def conditions(events: list[Event]) -> list[tuple[str, bool]]:
    return [(event.id, event.active) for event in events if isinstance(event, ConditionChanged)]


def picture(clip: str) -> Image:
    """A moment of a clip in which nothing happens yet."""
    return frames(clip, 1.0, 1.3)[0].image


def real_person(rows: slice, columns: slice) -> Image:
    """Eileen Collins, who smiles into the camera (NASA, public domain): the one real person of the suite."""
    whole: Image = astronaut()  # type: ignore[no-untyped-call]
    return np.ascontiguousarray(whole[rows, columns])


@pytest.fixture(scope="module")
def portrait() -> Analysis:
    return analyse(Shown(still(real_person(slice(512), slice(512)), 2.1)))


def test_a_real_person_smiles(portrait: Analysis) -> None:
    assert {"sonrisa"} <= {segment.id for segment in portrait.segments}
    smile = next(segment for segment in portrait.segments if segment.id == "sonrisa")
    assert smile.end_s - smile.start_s > 1.5
    assert smile.confidence > 0.5


def test_a_real_person_can_be_observed(portrait: Analysis) -> None:
    shares = portrait.observable()
    assert shares["sonrisa"] > 0.85  # of two seconds; in the first 0.2 nobody knows of a mask
    assert shares["fruncir_ceno"] > 0.9
    assert shares["inclinar_cabeza"] > 0.9


def test_a_real_person_does_nothing_else(portrait: Analysis) -> None:
    assert {segment.id for segment in portrait.segments} <= {"sonrisa", "contacto_visual"}
    assert portrait.conditions == []


def test_how_many_frames_are_under_way_changes_nothing() -> None:
    shown = frames("tocar_nariz", 2.2, 4.6)
    one, six = tell(shown, depth=1), tell(shown, depth=6)
    assert any(isinstance(event, SignalSegment) and event.id == "tocar_nariz" for event in six)
    for ours, theirs in zip(one, six, strict=True):
        assert ours == theirs


def test_results_come_in_the_order_of_the_frames_and_repeat_what_did_not_run() -> None:
    seen = nose_touched()
    assert [look.t for look in seen] == [frame.t for frame in frames("tocar_nariz", 1.0, 4.6)]
    for before, after in zip(seen, seen[1:], strict=False):
        if "pose" not in after.fresh:
            assert after.pose is before.pose
        if "hands" not in after.fresh:
            assert after.hands is before.hands
    assert seen[0].fresh == {"face", "hands", "pose"}
    assert any("pose" not in look.fresh for look in seen)


def test_one_person_of_the_clip_is_seen_whole() -> None:
    seen = nose_touched()
    assert {look.people for look in seen} == {1}
    for found in (look.face is not None for look in seen), (look.pose is not None for look in seen):
        assert np.mean(list(found)) > 0.8
    assert all(0.0 <= hand.score <= 1.0 for look in seen for hand in look.hands)
    width, height = seen[0].size
    for face in (look.face for look in seen if look.face):
        assert (face.points.mean(axis=0) > 0).all()
        assert (face.points.mean(axis=0) < (width, height)).all()
        assert np.linalg.det(face.matrix) == pytest.approx(1.0, abs=0.05)
        assert face.blend.shape == (52,)


def centres(seen: list[Perceived]) -> list[float]:
    return [float(look.face.points[:, 0].mean()) / look.size[0] for look in seen if look.face]


def test_of_two_people_one_is_followed_to_the_end() -> None:
    """The neighbour, smaller at first, then comes nearer than the person who is followed."""
    left, right = picture("neutral"), picture("sonrisa")
    height, width = left.shape[:2]
    back, near = pixels.crop(right, *around(width, height, 1.25)), pixels.crop(right, *around(width, height, 0.8))
    shown = [*still(beside(left, back), 1.0, 5.0), *still(beside(left, near), 3.4, 5.0, 1.0)]
    seen = perceive(shown)
    assert {look.people for look in seen} == {2}
    followed = centres(seen)
    assert len(followed) > 0.8 * len(seen)
    assert max(followed) < 0.5


def test_beside_somebody_shoulders_are_as_wide_as_alone() -> None:
    left, right = picture("neutral"), picture("sonrisa")
    alone, both = (
        [shoulder_width(look.pose) for look in perceive(still(beside(left, other), 2.0))[5:] if look.pose]
        for other in (np.full_like(right, 110), right)
    )
    assert len(both) > 10
    assert np.median(both) == pytest.approx(float(np.median(alone)), rel=0.06)


def around(width: int, height: int, share: float) -> tuple[float, float, float, float, tuple[int, int]]:
    """A crop around the middle that makes the person smaller (share above 1) or larger."""
    dx, dy = (share - 1) * width / 2, (share - 1) * height / 2
    return -dx, -dy, width + dx, height + dy, (width, height)


def test_a_second_person_is_told_and_their_leaving_too() -> None:
    left, right = picture("neutral"), picture("sonrisa")
    alone = beside(left, np.full_like(right, 40))
    shown = [*still(beside(left, right), 1.5, 4.0), *still(alone, 6.0, 4.0, 1.5)]
    assert conditions(tell(shown)) == [("varias_personas", True), ("varias_personas", False)]


def test_black_frames_are_nobody_and_dark() -> None:
    events = tell(still(np.zeros((360, 480, 3), np.uint8), 3.0, 5.0))
    assert sorted(conditions(events)) == [("nadie", True), ("oscuro", True)]
    assert not any(
        state is not State.NOT_OBSERVABLE for id in ("sonrisa", "asentir") for _, state in changes(events, id)
    )


def test_a_face_that_overfills_the_picture_is_too_near() -> None:
    face = real_person(slice(80, 214), slice(140, 306))
    assert ("muy_cerca", True) in conditions(tell(still(pixels.resize(face, 498, 402), 1.6)))


def test_a_mask_is_told() -> None:
    assert conditions(tell(frames("neutral_cubrebocas", 0.0, 2.4)[::3])) == [("cubrebocas", True)]
    assert conditions(tell(frames("neutral", 0.0, 2.4)[::3])) == []


def test_light_from_behind_is_told() -> None:
    bright = picture("neutral").copy()
    rows, columns = np.mgrid[: bright.shape[0], : bright.shape[1]]
    height, width = bright.shape[:2]
    beyond = np.hypot((columns - width / 2) / (0.3 * width), (rows - 0.6 * height) / (0.55 * height)) > 1
    shown = (bright * 0.45).astype(np.uint8)
    shown[beyond] = 250
    assert ("contraluz", True) in conditions(tell(still(shown, 2.5, 5.0)))


@pytest.mark.parametrize("share", [0.2, 0.45])
def test_a_window_behind_the_head_is_light_from_behind(share: float) -> None:
    """Around it the room is as dark as the face, so that the means of picture and head are much the same."""
    lit = picture("sonrisa")
    height, width = lit.shape[:2]
    wall = np.abs(lit.astype(int) - np.median(lit[:20].reshape(-1, 3), axis=0)).sum(axis=2) < 70
    window = np.zeros_like(wall)
    window[: round(0.7 * height), round(share * width) - width // 5 : round((1 - share) * width) + width // 5] = True
    shown = (lit * 0.35).astype(np.uint8)
    shown[wall & window] = 250
    assert ("contraluz", True) in conditions(tell(still(shown, 2.5, 5.0)))


@pytest.mark.parametrize("size", [(240, 320), (800, 600), (90, 64)])
def test_the_size_may_change_in_mid_stream(size: tuple[int, int]) -> None:
    """A telephone is turned, a camera renegotiates: what comes next is seen in the new picture's pixels."""
    before = picture("neutral")
    after = pixels.resize(before, *size)
    seen = perceive([*still(before, 0.6), *still(after, 0.8, 10.0, 0.6), *still(before, 0.3, 10.0, 1.4)])
    assert [look.size for look in seen] == [(480, 360)] * 6 + [size] * 8 + [(480, 360)] * 3
    late = [look for look in seen if look.size == size and look.t > 1.1]
    if min(size) > 100:
        assert all(look.pose is not None for look in late)
    for look in late:
        if look.face:
            assert (look.face.points.mean(axis=0) < size).all()


@pytest.mark.parametrize("level", LEVELS)
def test_every_level_sees_the_person(level: str) -> None:
    seen = perceive(frames("neutral", 1.0, 1.5), level=level)
    assert seen[-1].face is not None
    assert seen[-1].pose is not None


def test_a_level_can_change_between_two_frames() -> None:
    perception = Perception("A")
    try:
        for number, frame in enumerate(still(picture("neutral"), 0.8)):
            perception.set_level("ABCD"[number // 2])
            perception.submit(frame)
            last = perception.take()
    finally:
        perception.close()
    assert last.pose is not None


def test_shoulders_are_where_they_were_when_the_level_falls() -> None:
    """A neutral that was learned at one level is measured against at every other."""
    shoulders = {level: rest(level, "hunch_log") for level in LEVELS}
    assert max(shoulders.values()) - min(shoulders.values()) < 0.02, shoulders


def rest(level: str, feature: str) -> float:
    observer = Observer()
    told = [event for look in perceive(frames("neutral", 0.5, 2.5), level=level) for event in observer.push(look)]
    return float(np.median([value for value in values(told, feature) if value is not None]))


def test_no_hands_are_told_of_in_a_picture_that_is_nearly_black() -> None:
    shown = [replace(frame, image=(frame.image * 0.12).astype(np.uint8)) for frame in frames("tocar_nariz", 2.0, 4.0)]
    told = tell(shown)
    assert ("oscuro", True) in conditions(told)
    late = [event.values for event in told if isinstance(event, Features) and event.t > 2.6]
    assert late
    assert all(moment[zone] is None for moment in late for zone in ("nose_touch_iod", "hand_turns", "palm_open"))


def test_its_threads_end_with_it_and_with_work_under_way() -> None:
    before = set(threading.enumerate())
    perception = Perception()
    for frame in still(picture("neutral"), 0.4):
        perception.submit(frame)
    assert perception.pending == 4
    perception.close()
    assert set(threading.enumerate()) <= before


def test_a_model_that_is_missing_is_told_once_the_others_are_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else they go on loading, and talking, while the user reads the sentence."""
    for name in ("manifest.toml", "face_landmarker.task", "pose_landmarker_full.task"):
        shutil.copy(models_dir() / name, tmp_path)
    monkeypatch.setattr(bundles, "models_dir", lambda: tmp_path)
    with pytest.raises(KnownError, match="hand_landmarker"):
        Perception()
    assert [thread.name for thread in threading.enumerate() if thread.name.startswith("coach-")] == []
