"""The only door to MediaPipe: three tasks that turn a picture into plain arrays, in pixels of that picture.

Every task runs in VIDEO mode (LIVE_STREAM raises duplicate-timestamp errors under load) and keeps its own strictly
increasing millisecond counter, because a repeated timestamp is an error there.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np

from coach.bundles import bundle
from coach.core.events import Image
from coach.core.landmarks import Array, Face, Hand, Pose
from coach.vision.c_arrays import fields
from coach.vision.lean_import import lean
from coach.vision.no_gl import without_gl

without_gl()
with lean():
    import mediapipe as mp
    from mediapipe.tasks.python import BaseOptions
    from mediapipe.tasks.python import vision as tasks
    from mediapipe.tasks.python.core.mediapipe_c_utils import handle_status
    from mediapipe.tasks.python.vision.face_landmarker import FaceLandmarkerResultC
    from mediapipe.tasks.python.vision.hand_landmarker import HandLandmarkerResultC
    from mediapipe.tasks.python.vision.pose_landmarker import PoseLandmarkerResultC

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


def _flat(landmarks: Any, image: Image) -> Array:
    height, width = image.shape[:2]
    points = fields(landmarks.landmarks, landmarks.landmarks_count, "x", "y")
    points *= (width, height)
    return points


def _world(landmarks: Any) -> Array:
    return fields(landmarks.landmarks, landmarks.landmarks_count, "x", "y", "z")


class _Task:
    """A landmarker, asked through the C functions beneath its Python ones. For one thread at a time.

    The Python functions hand every call to a thread of their own and make an object of every landmark, field by
    field: together a twelfth of what the face model costs.
    """

    def __init__(self, task: Any, kind: str, answer: type[ctypes.Structure], *, video: bool = True) -> None:
        self._task, self._answer = task, answer
        library = task._lib._lib
        self._detect = getattr(library, f"Mp{kind}Detect{'ForVideo' if video else 'Image'}")
        self._give_back = getattr(library, f"Mp{kind}CloseResult")
        self._clock = _Clock()

    def bare(self, image: Image, t: float) -> object:
        """What the library's own Python function makes of a picture; for comparison."""
        return self._task.detect_for_video(_picture(image), self._clock.at(t))

    def close(self) -> None:
        """Free the model."""
        self._task.close()

    @contextmanager
    def _found(self, image: Image, t: float | None) -> Iterator[Any]:
        """The C structure of what was found, gone when the context ends; `t` is None for a picture by itself."""
        picture, answer, error = _picture(image), self._answer(), ctypes.c_char_p()
        when = () if t is None else (self._clock.at(t),)
        handle, out = self._task._handle, (ctypes.byref(answer), ctypes.byref(error))
        handle_status(self._detect(handle, picture._image_ptr, None, *when, *out), error)
        try:
            yield answer
        finally:
            self._give_back(ctypes.byref(answer))


class FaceTask(_Task):
    """478 points, 52 blendshapes and the head's rotation of the clearest face."""

    def __init__(self) -> None:
        options = tasks.FaceLandmarkerOptions(
            base_options=_base("face_landmarker.task"),
            running_mode=tasks.RunningMode.VIDEO,
            output_face_blendshapes=True,
            output_facial_transformation_matrixes=True,
            min_face_detection_confidence=FACE_CONFIDENCE,
            min_face_presence_confidence=FACE_CONFIDENCE,
            min_tracking_confidence=FACE_CONFIDENCE,
        )
        super().__init__(tasks.FaceLandmarker.create_from_options(options), "FaceLandmarker", FaceLandmarkerResultC)

    def run(self, image: Image, t: float) -> Face | None:
        """Look at one picture of the stream, `t` seconds into it."""
        with self._found(image, t) as found:
            if not found.face_landmarks_count:
                return None
            shapes = found.face_blendshapes[0]
            return Face(
                points=_flat(found.face_landmarks[0], image),
                blend=fields(shapes.categories, shapes.categories_count, "score")[:, 0],
                matrix=np.asarray(found.facial_transformation_matrixes[0].to_numpy(), np.float32)[:3, :3],
            )


class HandTask(_Task):
    """21 points of up to two hands. Handedness is the person's own, because the picture is not mirrored."""

    def __init__(self) -> None:
        options = tasks.HandLandmarkerOptions(
            base_options=_base("hand_landmarker.task"),
            running_mode=tasks.RunningMode.VIDEO,
            num_hands=2,
            min_hand_detection_confidence=HAND_CONFIDENCE,
            min_hand_presence_confidence=HAND_PRESENCE,
            min_tracking_confidence=HAND_CONFIDENCE,
        )
        super().__init__(tasks.HandLandmarker.create_from_options(options), "HandLandmarker", HandLandmarkerResultC)

    def run(self, image: Image, t: float) -> tuple[Hand, ...]:
        """Look at one picture of the stream, `t` seconds into it."""
        with self._found(image, t) as found:
            return tuple(
                Hand(
                    points=_flat(found.hand_landmarks[i], image),
                    world=_world(found.hand_world_landmarks[i]),
                    right=found.handedness[i].categories[0].category_name == b"Right",
                    score=float(found.handedness[i].categories[0].score),
                )
                for i in range(found.hand_landmarks_count)
            )


class PoseTask(_Task):
    """33 points of one body (VIDEO mode, tracked)."""

    def __init__(self) -> None:
        landmarker = _pose("pose_landmarker_full.task", tasks.RunningMode.VIDEO, people=1)
        super().__init__(landmarker, "PoseLandmarker", PoseLandmarkerResultC)

    def run(self, image: Image, t: float) -> Pose | None:
        """Look at one picture of the stream, `t` seconds into it."""
        with self._found(image, t) as found:
            return next(_poses(found, image), None)


class CensusTask(_Task):
    """Everybody in the picture, each time anew: who is there, not how they move."""

    def __init__(self, people: int = 3) -> None:
        super().__init__(
            _pose("pose_landmarker_lite.task", tasks.RunningMode.IMAGE, people=people),
            "PoseLandmarker",
            PoseLandmarkerResultC,
            video=False,
        )

    def run(self, image: Image) -> list[Pose]:
        """All bodies in one picture."""
        with self._found(image, None) as found:
            return list(_poses(found, image))


def _pose(name: str, mode: tasks.RunningMode, *, people: int) -> tasks.PoseLandmarker:
    return tasks.PoseLandmarker.create_from_options(
        tasks.PoseLandmarkerOptions(
            base_options=_base(name),
            running_mode=mode,
            num_poses=people,
            min_pose_detection_confidence=POSE_CONFIDENCE,
            min_pose_presence_confidence=POSE_CONFIDENCE,
            min_tracking_confidence=POSE_CONFIDENCE,
        )
    )


def _poses(found: Any, image: Image) -> Iterator[Pose]:
    for i in range(found.pose_landmarks_count):
        landmarks = found.pose_landmarks[i]
        sure = fields(landmarks.landmarks, landmarks.landmarks_count, "visibility", "presence")
        yield Pose(
            points=_flat(landmarks, image),
            world=_world(found.pose_world_landmarks[i]),
            visibility=sure[:, 0],
            presence=sure[:, 1],
        )
