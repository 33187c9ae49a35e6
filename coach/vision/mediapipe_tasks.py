"""The only door to MediaPipe: three tasks that turn a picture into plain arrays, in pixels of that picture.

Every task runs in VIDEO mode (LIVE_STREAM raises duplicate-timestamp errors under load) and keeps its own strictly
increasing millisecond counter, because a repeated timestamp is an error there.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import mediapipe as mp
import numpy as np
from mediapipe.tasks.python import BaseOptions
from mediapipe.tasks.python import vision as tasks

from coach.bundles import bundle
from coach.core.events import Image
from coach.core.landmarks import Array, Face, Hand, Pose

FACE_CONFIDENCE = 0.3
"""Masked faces are found in 76% of frames at 0.3 against 72% at MediaPipe's 0.5."""
HAND_CONFIDENCE, HAND_PRESENCE = 0.2, 0.1
"""Grainy, dim pictures hide hands from the default 0.5; false hands are dropped where no wrist is (perception.py).

Presence is what a fist on a face loses first: 0.1 keeps it in 73-100% of contact frames of the four hardest clips,
0.2 in 68-95% (both blurred).
"""
POSE_CONFIDENCE = 0.5


class _Clock:
    """Milliseconds for one task, strictly increasing."""

    def __init__(self) -> None:
        self._last = -1

    def at(self, t: float) -> int:
        self._last = max(self._last + 1, round(t * 1000))
        return self._last


def _base(name: str) -> BaseOptions:
    # The buffer, not the path: MediaPipe's C++ cannot open paths with accents on Windows.
    return BaseOptions(model_asset_buffer=bundle(name).read_bytes())


def _picture(image: Image) -> Any:
    return mp.Image(image_format=mp.ImageFormat.SRGB, data=image)


def _flat(landmarks: Sequence[Any], width: int, height: int) -> Array:
    points = np.array([(p.x, p.y) for p in landmarks], np.float32)
    points *= (width, height)
    return points


def _world(landmarks: Sequence[Any]) -> Array:
    return np.array([(p.x, p.y, p.z) for p in landmarks], np.float32)


class FaceTask:
    """478 points, 52 blendshapes and the head's rotation of the clearest face."""

    def __init__(self) -> None:
        self._clock = _Clock()
        self._task = tasks.FaceLandmarker.create_from_options(
            tasks.FaceLandmarkerOptions(
                base_options=_base("face_landmarker.task"),
                running_mode=tasks.RunningMode.VIDEO,
                output_face_blendshapes=True,
                output_facial_transformation_matrixes=True,
                min_face_detection_confidence=FACE_CONFIDENCE,
                min_face_presence_confidence=FACE_CONFIDENCE,
                min_tracking_confidence=FACE_CONFIDENCE,
            )
        )

    def run(self, image: Image, t: float) -> Face | None:
        """Look at one picture of the stream, `t` seconds into it."""
        found = self._task.detect_for_video(_picture(image), self._clock.at(t))
        if not found.face_landmarks:
            return None
        height, width = image.shape[:2]
        return Face(
            points=_flat(found.face_landmarks[0], width, height),
            blend=np.array([c.score for c in found.face_blendshapes[0]], np.float32),
            matrix=np.asarray(found.facial_transformation_matrixes[0], np.float32)[:3, :3],
        )

    def close(self) -> None:
        """Free the model."""
        self._task.close()


class HandTask:
    """21 points of up to two hands. Handedness is the person's own, because the picture is not mirrored."""

    def __init__(self) -> None:
        self._clock = _Clock()
        self._task = tasks.HandLandmarker.create_from_options(
            tasks.HandLandmarkerOptions(
                base_options=_base("hand_landmarker.task"),
                running_mode=tasks.RunningMode.VIDEO,
                num_hands=2,
                min_hand_detection_confidence=HAND_CONFIDENCE,
                min_hand_presence_confidence=HAND_PRESENCE,
                min_tracking_confidence=HAND_CONFIDENCE,
            )
        )

    def run(self, image: Image, t: float) -> tuple[Hand, ...]:
        """Look at one picture of the stream, `t` seconds into it."""
        found = self._task.detect_for_video(_picture(image), self._clock.at(t))
        height, width = image.shape[:2]
        return tuple(
            Hand(
                points=_flat(points, width, height),
                world=_world(world),
                right=side[0].category_name == "Right",
                score=float(side[0].score),
            )
            for points, world, side in zip(
                found.hand_landmarks, found.hand_world_landmarks, found.handedness, strict=True
            )
        )

    def close(self) -> None:
        """Free the model."""
        self._task.close()


class PoseTask:
    """33 points of one body (VIDEO mode, tracked)."""

    def __init__(self, *, lite: bool = False) -> None:
        self._clock = _Clock()
        self._task = _pose(tasks.RunningMode.VIDEO, lite=lite, people=1)

    def run(self, image: Image, t: float) -> Pose | None:
        """Look at one picture of the stream, `t` seconds into it."""
        found = _poses(self._task.detect_for_video(_picture(image), self._clock.at(t)), image)
        return found[0] if found else None

    def close(self) -> None:
        """Free the model."""
        self._task.close()


class CensusTask:
    """Everybody in the picture, each time anew: who is there, not how they move."""

    def __init__(self, people: int = 3) -> None:
        self._task = _pose(tasks.RunningMode.IMAGE, lite=True, people=people)

    def run(self, image: Image) -> list[Pose]:
        """All bodies in one picture."""
        return _poses(self._task.detect(_picture(image)), image)

    def close(self) -> None:
        """Free the model."""
        self._task.close()


def _pose(mode: tasks.RunningMode, *, lite: bool, people: int) -> tasks.PoseLandmarker:
    return tasks.PoseLandmarker.create_from_options(
        tasks.PoseLandmarkerOptions(
            base_options=_base("pose_landmarker_lite.task" if lite else "pose_landmarker_full.task"),
            running_mode=mode,
            num_poses=people,
            min_pose_detection_confidence=POSE_CONFIDENCE,
            min_pose_presence_confidence=POSE_CONFIDENCE,
            min_tracking_confidence=POSE_CONFIDENCE,
        )
    )


def _poses(found: Any, image: Image) -> list[Pose]:
    height, width = image.shape[:2]
    return [
        Pose(
            points=_flat(points, width, height),
            world=_world(world),
            visibility=np.array([p.visibility for p in points], np.float32),
            presence=np.array([p.presence for p in points], np.float32),
        )
        for points, world in zip(found.pose_landmarks, found.pose_world_landmarks, strict=True)
    ]
