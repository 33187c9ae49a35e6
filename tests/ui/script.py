"""A source and a chain that follow a script, for a real `LiveSession`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from threading import Event as Flag
from time import sleep
from typing import Any, Self

import numpy as np

from coach.core.events import CalibrationChanged, ConditionChanged, Event, Frame, Image
from coach.core.landmarks import Face, Hand, Perceived, Pose
from coach.core.source import SourceInfo
from coach.detectors.profile import Profile
from coach.runtime.adviser import make_adviser
from coach.runtime.live import LiveSession
from coach.runtime.session import Session
from coach.runtime.shared_advice import SharedAdvice

FPS = 30


@dataclass(frozen=True)
class Device:
    where: str
    name: str


def picture(width: int = 640, height: int = 360) -> Image:
    """Red on the frame's left, blue on its right."""
    image = np.zeros((height, width, 3), np.uint8)
    image[:, : width // 2, 0] = 200
    image[:, width // 2 :, 2] = 200
    return image


def perceived(width: int = 640, height: int = 360) -> Perceived:
    """A face, a hand and a body strewn over the whole frame."""
    rng = np.random.default_rng(1)

    def points(count: int) -> Any:
        return (rng.random((count, 2)) * (width, height)).astype(np.float32)

    ones, world = np.ones(33, np.float32), np.zeros((33, 3), np.float32)
    return Perceived(
        t=0.0,
        size=(width, height),
        face=Face(points(478), np.zeros(52, np.float32), np.eye(3, dtype=np.float32)),
        hands=(Hand(points(21), world[:21], True, 1.0),),
        pose=Pose(points(33), world, ones, ones),
        fresh=frozenset({"face", "hands", "pose"}),
    )


@dataclass
class Script:
    """What the session will find: `events` once the first frame came; `error` instead of a source.

    `models_take_s`: how long it takes until the first frame can be looked at.
    """

    image: Image = field(default_factory=picture)
    perceived: Perceived | None = None
    events: list[Event] = field(default_factory=list)
    frames: int | None = None
    error: Exception | None = None
    building_error: Exception | None = None
    models_take_s: float = 0.0
    mask: bool | None = None
    calibrating: bool = False
    where: str | None = None
    microphone: str | None = None
    profile: Profile | None = None
    learned: Callable[[Profile], None] | None = None
    sessions: list[Session] = field(default_factory=list)

    def session(self, where: str | None, *, microphone: str | None, mask: bool | None, **hooks: Any) -> Session:
        """What the window is given as the maker of its sessions."""
        hooks.pop("on_sound", None)  # nothing is heard
        self.profile, self.learned = hooks.pop("profile", None), hooks.pop("learned", None)
        if self.building_error is not None:
            raise self.building_error
        self.where, self.microphone, self.mask = where, microphone, mask
        camera = LiveSession(lambda: ScriptedSource(self), lambda: ScriptedChain(self), adaptive=False, **hooks)
        session = Session(camera, None, SharedAdvice(make_adviser()))
        self.sessions.append(session)
        return session


class ScriptedSource:
    info = SourceInfo("guion", None, video=True, audio=False, fps=FPS, live=True)

    def __init__(self, script: Script) -> None:
        if script.error is not None:
            raise script.error
        self._script, self._closed = script, Flag()

    def __iter__(self) -> Iterator[Frame | ConditionChanged]:
        place = 0
        while place != self._script.frames and not self._closed.wait(1 / FPS):
            yield Frame(place / FPS, self._script.image)
            place += 1

    def close(self) -> None:
        self._closed.set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


class ScriptedChain:
    level = "B"

    def __init__(self, script: Script) -> None:
        sleep(script.models_take_s)
        self.perceived = script.perceived
        self._script = script
        self._events = list(script.events)

    def push(self, frame: Frame) -> list[Event]:
        events, self._events = self._events, []
        return events

    def tell(self, condition: ConditionChanged) -> list[Event]:
        return [condition]

    def flush(self) -> list[Event]:
        return []

    def set_level(self, level: str, reason: str) -> list[Event]:
        return []

    def calibrate(self, seconds: float) -> None:
        self._script.calibrating = True
        self._events.append(CalibrationChanged(0.0, 0.0, done=False, waits_for=None))

    def stop_calibrating(self) -> None:
        self._script.calibrating = False

    def set_mask(self, worn: bool | None) -> None:
        self._script.mask = worn

    def close(self) -> None:
        pass
