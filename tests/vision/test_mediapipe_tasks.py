"""The door to MediaPipe: pictures in, plain arrays in pixels out."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, cast

import numpy as np
import pytest
from mediapipe.tasks.python.vision.face_landmarker import Blendshapes

from coach.core.events import Image
from coach.core.landmarks import Array, Face, Hand, Pose
from coach.vision import image as pixels
from coach.vision.blendshapes import BLINK, BROW_DOWN, BROW_UP, LOOK_DOWN, SMILE
from coach.vision.face_frame import CHIN, FOREHEAD, LEFT_OUTER, RIGHT_OUTER, HeadAngles
from coach.vision.mediapipe_tasks import FaceTask, HandTask, PoseTask
from tests.support.stills import frames

BLACK = np.zeros((240, 320, 3), np.uint8)


def looked_at(task: FaceTask | PoseTask, image: Image) -> Face | Pose | None:
    try:
        return task.run(image, 0.0)
    finally:
        task.close()


def test_a_face_in_pixels_and_as_the_person_has_it() -> None:
    image = frames("neutral", 1.0, 1.1)[0].image
    face = looked_at(FaceTask(), image)
    assert isinstance(face, Face)
    assert (face.points.shape, face.blend.shape, face.matrix.shape) == ((478, 2), (52,), (3, 3))
    assert {face.points.dtype, face.blend.dtype, face.matrix.dtype} == {np.dtype(np.float32)}
    assert face.points[RIGHT_OUTER, 0] < face.points[LEFT_OUTER, 0]  # unmirrored: their right is on our left
    assert face.points[FOREHEAD, 1] < face.points[CHIN, 1]
    head = HeadAngles.of(face)
    assert max(abs(head.yaw), abs(head.roll)) < 15.0


def test_a_body_in_pixels_and_as_the_person_has_it() -> None:
    image = frames("neutral", 1.0, 1.1)[0].image
    pose = looked_at(PoseTask(), image)
    assert isinstance(pose, Pose)
    assert (pose.points.shape, pose.world.shape, pose.presence.shape) == ((33, 2), (33, 3), (33,))
    assert pose.points[12, 0] < pose.points[11, 0]
    assert ((pose.presence >= 0) & (pose.presence <= 1)).all()


def test_a_raised_hand_in_pixels() -> None:
    task, found = HandTask(), list[Hand]()
    try:
        for frame in frames("tocar_nariz", 2.4, 3.6):
            found += task.run(pixels.blur(frame.image, 1.6), frame.t)
    finally:
        task.close()
    assert found
    assert all(hand.points.shape == (21, 2) and hand.world.shape == (21, 3) for hand in found)
    assert all(0.0 < hand.score <= 1.0 for hand in found)
    assert all((hand.points.min() > -50) and (hand.points.max() < 530) for hand in found)


def test_what_is_read_is_what_the_library_itself_says() -> None:
    """Its private parts are used: another release of it may mean something else by them."""
    looks = [replace(frame, image=pixels.blur(frame.image, 1.6)) for frame in frames("tocar_nariz", 2.4, 3.0)]
    height, width = looks[0].image.shape[:2]

    def same(points: Array, landmarks: Any) -> None:
        assert np.allclose(points, [(p.x * width, p.y * height) for p in landmarks], rtol=1e-6)

    tasks = (FaceTask(), HandTask(), PoseTask(), FaceTask(), HandTask(), PoseTask())
    ours: tuple[Any, ...] = ()
    for look in looks:
        ours = tuple(task.run(look.image, look.t) for task in tasks[:3])
        face, hands, pose = (cast(Any, task.bare(look.image, look.t)) for task in tasks[3:])
        same(ours[0].points, face.face_landmarks[0])
        assert ours[0].blend.tolist() == [shape.score for shape in face.face_blendshapes[0]]
        assert (ours[0].matrix == face.facial_transformation_matrixes[0][:3, :3]).all()
        assert len(ours[1]) == len(hands.hand_landmarks)
        for hand, points, world, side in zip(
            ours[1], hands.hand_landmarks, hands.hand_world_landmarks, hands.handedness, strict=True
        ):
            same(hand.points, points)
            assert hand.world.tolist() == [[p.x, p.y, p.z] for p in world]
            assert (hand.right, hand.score) == (side[0].category_name == "Right", side[0].score)
        same(ours[2].points, pose.pose_landmarks[0])
        assert ours[2].world.tolist() == [[p.x, p.y, p.z] for p in pose.pose_world_landmarks[0]]
        assert ours[2].visibility.tolist() == [p.visibility for p in pose.pose_landmarks[0]]
        assert ours[2].presence.tolist() == [p.presence for p in pose.pose_landmarks[0]]
    assert ours[1], "a hand was to be compared"
    for task in tasks:
        task.close()


def test_a_picture_that_the_library_refuses_is_an_error() -> None:
    task = FaceTask()
    try:
        task.run(BLACK, 1.0)
        task._clock = type(task._clock)()
        with pytest.raises((RuntimeError, ValueError), match="timestamp"):
            task.run(BLACK, 0.5)
    finally:
        task.close()


@pytest.mark.parametrize("kind", [FaceTask, PoseTask])
def test_nothing_is_found_in_the_dark(kind: type[FaceTask] | type[PoseTask]) -> None:
    assert looked_at(kind(), BLACK) is None


def test_a_time_that_is_repeated_or_goes_back_is_no_error() -> None:
    """A camera's clock may be set; MediaPipe alone would refuse the frame."""
    task = FaceTask()
    try:
        for t in (1.0, 1.0, 1.0002, 0.5, 2.0):
            assert task.run(BLACK, t) is None
    finally:
        task.close()


def test_the_blendshapes_are_where_they_are_read() -> None:
    read = {"eyeBlink": BLINK, "eyeLookDown": LOOK_DOWN, "mouthSmile": SMILE, "browDown": BROW_DOWN}
    for name, places in read.items():
        words = re.sub("([A-Z])", r"_\1", name).upper()
        assert [Blendshapes(place).name for place in places] == [f"{words}_LEFT", f"{words}_RIGHT"]
    assert [Blendshapes(place).name for place in BROW_UP] == [
        "BROW_INNER_UP",
        "BROW_OUTER_UP_LEFT",
        "BROW_OUTER_UP_RIGHT",
    ]


def test_a_smile_raises_the_smile_most() -> None:
    blends = []
    for clip in ("neutral", "sonrisa"):
        face = looked_at(FaceTask(), frames(clip, 3.2, 3.3)[0].image)
        assert isinstance(face, Face)
        blends.append(face.blend)
    assert set(SMILE) <= set(np.argsort(blends[1] - blends[0])[-4:].tolist())
