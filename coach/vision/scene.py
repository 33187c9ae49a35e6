"""What hampers the view: nobody, a crowd, the light, the distance, a picture on its side, a mask (pure)."""

from __future__ import annotations

from dataclasses import dataclass

from coach.core.events import ConditionChanged
from coach.core.landmarks import Face, Light, Perceived
from coach.vision.face_frame import CHIN, FOREHEAD, FaceFrame
from coach.vision.mirada import SMALLEST_GAZE_IOD, SMALLEST_NOD_IOD
from coach.vision.own_parts import on_its_side, upside_down
from coach.vision.rostro import SMALLEST_BROWS_IOD, SMALLEST_MOUTH_IOD

BACKLIGHT = 0.33
"""How much brighter than the head everything else is when the light comes from behind."""
BEHIND = 25.0
"""How many times as much light comes from around the head then. No skin is so dark: 5% of what falls on it comes back
at the least, and 90% from a white wall, 18 times as much."""
NEAR_SHARE = 0.72
"""Share of the frame's height that a face fills when it is too near for shoulders and hands to be seen."""
FAR_IOD = 14.0
"""Eye distance in px under which a face tells nothing."""
WHOLE_IOD = max(SMALLEST_MOUTH_IOD, SMALLEST_GAZE_IOD, SMALLEST_BROWS_IOD, SMALLEST_NOD_IOD)
"""Eye distance in px under which some signal of the face is not observable."""


@dataclass
class _Patient:
    """A condition that must hold, or be gone, for a while before it is told."""

    on_s: float
    off_s: float
    active: bool = False
    since: float | None = None

    def update(self, t: float, holds: bool) -> bool:
        """Whether `active` has just changed."""
        if holds == self.active:
            self.since = None
            return False
        if self.since is None:
            self.since = t
        if t - self.since < (self.off_s if self.active else self.on_s):
            return False
        self.active, self.since = holds, None
        return True


class Scene:
    """Perceived → ConditionChanged; ids are those of `manual/condiciones.toml`."""

    def __init__(self) -> None:
        self._conditions = {
            "nadie": _Patient(1.5, 0.3),
            "varias_personas": _Patient(0.0, 3.0),
            "oscuro": _Patient(1.0, 1.0),
            "contraluz": _Patient(1.0, 1.0),
            "muy_cerca": _Patient(1.0, 0.5),
            "muy_lejos": _Patient(1.0, 0.5),
            "algo_lejos": _Patient(2.0, 2.0),
            "de_lado": _Patient(2.0, 1.0),
            "cubrebocas": _Patient(0.0, 0.0),
        }

    @property
    def active(self) -> frozenset[str]:
        """The conditions that hold now."""
        return frozenset(id for id, condition in self._conditions.items() if condition.active)

    def push(self, seen: Perceived, *, masked: bool, dark: bool) -> list[ConditionChanged]:
        """What began or ended with this look; `masked` and `dark` as `MaskSense` and `DarkSense` say."""
        holds = {
            "nadie": seen.face is None and seen.pose is None,
            "varias_personas": (seen.people or 0) > 1,
            "oscuro": dark,
            "contraluz": seen.pose is not None and _against_light(seen.light),
            **_distance(seen),
            "de_lado": seen.pose is not None and (upside_down(seen.pose) or on_its_side(seen.face, seen.pose)),
            "cubrebocas": masked,
        }
        return [
            ConditionChanged(seen.t, id, condition.active)
            for id, condition in self._conditions.items()
            if condition.update(seen.t, holds[id])
        ]


def _against_light(light: Light | None) -> bool:
    if light is None:
        return False
    return light.background - light.subject > BACKLIGHT or (light.behind or 0.0) > BEHIND


def _distance(seen: Perceived) -> dict[str, bool]:
    if seen.face is None:
        return {"muy_cerca": False, "muy_lejos": False, "algo_lejos": False}
    iod = FaceFrame.of(seen.face).iod
    return {
        "muy_cerca": _height(seen.face) > NEAR_SHARE * seen.size[1],
        "muy_lejos": iod < FAR_IOD,
        "algo_lejos": FAR_IOD <= iod < WHOLE_IOD,
    }


def _height(face: Face) -> float:
    return float(face.points[CHIN, 1] - face.points[FOREHEAD, 1])
