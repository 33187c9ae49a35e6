"""Runs the models on frames: one worker thread a task, crops steered by the pose, results in frame order.

What a frame's result is depends on the frames before it and on their times alone, never on how fast the threads run:
crops follow the newest pose that is at least `CROP_LAG_S` older than the frame. So frames may be in flight together
(offline, `submit` runs ahead of `take`) and live, offline and replayed results are the same.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from coach.core.events import Frame, Image
from coach.core.landmarks import Face, Hand, Light, Perceived, Pose
from coach.vision import image as pixels
from coach.vision.census import Census, Crowd
from coach.vision.crops import WRISTS, Box, SteadyCrop, hand_at_head, hands_box, head_box, shoulder_width, whole
from coach.vision.levels import LEVELS, Pace
from coach.vision.lighting import measure
from coach.vision.mediapipe_tasks import FaceTask, HandTask, PoseTask
from coach.vision.stillness import Watch, hands_hidden

CROP_LAG_S = 0.1
HEAD_CROP, HANDS_CROP, BODY_CROP = (256, 256), (384, 384), (384, 512)
WIDEST = 640
"""Widest whole frame that a model is given, px: more costs time and finds nothing more."""
CENSUS_HZ, DOUBT_HZ = 0.5, 2.0
LIGHT_HZ = 2.0
DIM, GAIN = 0.25, 1.4
"""Mean luma of the subject under which the hand model gets a brighter picture, and by how much (study: 1.4)."""
GRAIN = 3.0
"""Noise from which on the hand model gets a clearly blurred picture: grain is what hides hands from it."""
CLEAN_BLUR, GRAIN_BLUR = 0.8, 1.6


@dataclass(frozen=True, slots=True)
class _Pending:
    """A frame under way: the futures of the tasks that run on it (None: the task rests on this frame)."""

    frame: Frame
    face: Future[Face | None] | None
    hands: Future[tuple[Hand, ...]] | None
    pose: Future[Pose | None] | None
    light: Future[Light] | None
    crowd: Crowd | None


class Perception:
    """Faces, hands and bodies of a stream of frames. Use from one thread; `close` joins its workers."""

    def __init__(self, level: str = "B") -> None:
        self._workers = {n: ThreadPoolExecutor(1, thread_name_prefix=f"coach-{n}") for n in ("face", "hands", "pose")}
        self._face_task, self._hand_task, self._pose_task = _loaded(self._workers)
        self._census = Census()
        self._hands_watch, self._hands_seen = Watch(), False
        self._pending: deque[_Pending] = deque()
        self._past_poses: deque[tuple[float, Future[Pose | None]]] = deque()
        self._size: tuple[int, int] | None = None
        self._last: Perceived | None = None
        self._past_lights: deque[tuple[float, Future[Light]]] = deque()
        self._newest_pose: Pose | None = None
        self._light: Light | None = None
        self._body_lit = False
        self._census_pace, self._doubt_pace, self._light_pace = Pace(CENSUS_HZ), Pace(DOUBT_HZ), Pace(LIGHT_HZ)
        self.set_level(level)

    def set_level(self, level: str) -> None:
        """From the next frame on, work at another level (a key of `LEVELS`)."""
        self.level = level
        rates = LEVELS[level]
        self._paces = {"face": Pace(rates.face_hz), "hands": Pace(rates.hands_hz), "pose": Pace(rates.pose_hz)}

    @property
    def pending(self) -> int:
        """Frames submitted and not yet taken."""
        return len(self._pending)

    def submit(self, frame: Frame) -> None:
        """Start work on a frame; waits only for poses older than `CROP_LAG_S`."""
        size = (frame.image.shape[1], frame.image.shape[0])
        if size != self._size:
            self._size = size
            self._crops = {
                "face": SteadyCrop(size, 0.8),
                "hands": SteadyCrop(size, 0.9),
                "pose": SteadyCrop(size, 10.0),
            }
        doubtful = self._census.doubtful and self._doubt_pace.due(frame.t)
        crowd = self._census.count(frame) if self._census_pace.due(frame.t) or doubtful else None
        seen = self._steer(frame.t)
        due = {name: pace.due(frame.t) for name, pace in self._paces.items()}
        body = self._look_at_body() if due["pose"] else None
        reach = self._crops["hands"].box
        lit = self._light_pace.due(frame.t) or (seen is not None and not self._body_lit)
        self._body_lit = self._body_lit or (lit and seen is not None)
        pending = _Pending(
            frame=frame,
            face=self._run("face", self._see_face, frame, self._crops["face"].box) if due["face"] else None,
            hands=self._run("hands", self._see_hands, frame, reach, self._light, seen) if due["hands"] else None,
            pose=self._run("pose", self._see_pose, frame, body) if body else None,
            light=self._run("pose", measure, frame.image, seen) if lit else None,
            crowd=crowd,
        )
        if pending.pose:
            self._past_poses.append((frame.t, pending.pose))
        if pending.light:
            self._past_lights.append((frame.t, pending.light))
        self._pending.append(pending)

    def take(self) -> Perceived:
        """The result of the oldest frame under way; waits for it."""
        work = self._pending.popleft()
        last = self._last
        fresh = {n for n, f in (("face", work.face), ("hands", work.hands), ("pose", work.pose)) if f}
        pose = work.pose.result() if work.pose else (last.pose if last else None)
        hands = work.hands.result() if work.hands else (last.hands if last else ())
        light = work.light.result() if work.light else (last.light if last else None)
        assert self._size is not None
        self._last = Perceived(
            t=work.frame.t,
            size=(work.frame.image.shape[1], work.frame.image.shape[0]),
            face=work.face.result() if work.face else (last.face if last else None),
            hands=tuple(hand for hand in hands if _belongs(hand, pose)) if work.hands else hands,
            pose=pose,
            fresh=frozenset(fresh),
            people=work.crowd.people if work.crowd else (last.people if last else None),
            light=light,
        )
        return self._last

    def close(self) -> None:
        """Finish what is under way, join the workers and free the models."""
        for worker in self._workers.values():
            worker.shutdown(wait=True, cancel_futures=True)
        self._face_task.close()
        self._hand_task.close()
        self._census.close()
        self._pose_task.close()

    def _run(self, task: str, work: Any, *args: Any) -> Future[Any]:
        return self._workers[task].submit(work, *args)

    def _steer(self, t: float) -> Pose | None:
        """Move the crops after the newest pose that is old enough; returns it."""
        pose: Pose | None = None
        found = False
        while self._past_poses and self._past_poses[0][0] <= t - CROP_LAG_S + 1e-6:
            pose, found = self._past_poses.popleft()[1].result(), True
        if found and self._census.followed(pose):
            self._newest_pose = pose
            self._crops["face"].follow(head_box(pose) if pose else None)
            self._crops["hands"].follow(
                hands_box(pose) if pose else None, frozen=pose is not None and hand_at_head(pose)
            )
        while self._past_lights and self._past_lights[0][0] <= t - CROP_LAG_S + 1e-6:
            self._light = self._past_lights.popleft()[1].result()
        return self._newest_pose

    def _look_at_body(self) -> Box:
        """The whole frame for one person; with several in view, a crop around the one who is followed."""
        crop = self._crops["pose"]
        if self._census.followed_box is None:
            assert self._size is not None
            return whole(self._size)
        return crop.follow(self._census.followed_box)

    def _see_face(self, frame: Frame, box: Box) -> Face | None:
        picture, size = self._cut(frame.image, box, HEAD_CROP)
        face = self._face_task.run(picture, frame.t)
        return replace(face, points=box.to_frame(face.points, size)) if face else None

    def _see_hands(self, frame: Frame, box: Box, light: Light | None, pose: Pose | None) -> tuple[Hand, ...]:
        picture, size = self._cut(frame.image, box, HANDS_CROP)
        if pose and not self._worth_seeking(frame, picture, box, pose):
            return ()
        grainy = light is None or light.noise >= GRAIN
        picture = pixels.blur(picture, GRAIN_BLUR if grainy else CLEAN_BLUR)
        if light is not None and light.subject < DIM:
            picture = pixels.gain(picture, GAIN)
        hands = self._hand_task.run(picture, frame.t)
        self._hands_seen = bool(hands)
        return tuple(replace(hand, points=box.to_frame(hand.points, size)) for hand in hands)

    def _worth_seeking(self, frame: Frame, picture: Image, box: Box, pose: Pose) -> bool:
        """False where hands were sought in vain, none is in sight and nothing has moved since: a look is not cheap."""
        size = (frame.image.shape[1], frame.image.shape[0])
        return self._hands_watch.moved(frame.t, picture, box, pose) or self._hands_seen or not hands_hidden(pose, size)

    def _see_pose(self, frame: Frame, box: Box) -> Pose | None:
        # In its own shape: who is squeezed has narrower shoulders, and hunches.
        picture, size = self._cut(frame.image, box, box.within(BODY_CROP))
        pose = self._pose_task.run(picture, frame.t)
        return replace(pose, points=box.to_frame(pose.points, size)) if pose else None

    def _cut(self, image: Image, box: Box, size: tuple[int, int]) -> tuple[Image, tuple[int, int]]:
        """The crop scaled to `size`, or the whole frame at most `WIDEST`; with the size it has then."""
        height, width = image.shape[:2]
        if box == whole((width, height)):
            scale = min(1.0, WIDEST / width)
            if scale == 1.0:
                return image, (width, height)
            small = (round(width * scale), round(height * scale))
            return pixels.resize(image, *small), small
        return pixels.crop(image, box.x, box.y, box.x + box.width, box.y + box.height, size), size


def _loaded(workers: Mapping[str, ThreadPoolExecutor]) -> tuple[FaceTask, HandTask, PoseTask]:
    """The models, each made on its worker; where one cannot be, the others and the workers end before it is raised."""
    face, hands = workers["face"].submit(FaceTask), workers["hands"].submit(HandTask)
    pose = workers["pose"].submit(PoseTask)
    under_way: tuple[Future[FaceTask] | Future[HandTask] | Future[PoseTask], ...] = (face, hands, pose)
    if any(each.exception() for each in under_way):
        for worker in workers.values():
            worker.shutdown()
        for each in under_way:
            if not each.exception():
                each.result().close()
    return face.result(), hands.result(), pose.result()


def _belongs(hand: Hand, pose: Pose | None) -> bool:
    """Whether a wrist of the followed body is where the hand is: low confidences find hands in curtains."""
    if pose is None:
        return True
    reach = 0.6 * shoulder_width(pose)
    wrists = pose.points[list(WRISTS)]
    return bool((np.hypot(*(wrists - hand.points[0]).T) < reach).any())
