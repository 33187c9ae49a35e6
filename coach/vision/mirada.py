"""Head and gaze: where the person looks, how the head is held, whether it nods (pure)."""

from __future__ import annotations

from dataclasses import dataclass
from math import atan, degrees

from coach.core.landmarks import Face, Perceived, Pose
from coach.core.rolling import Window
from coach.vision.blendshapes import BLINK, LOOK_DOWN, mean
from coach.vision.crops import hand_at_head, shoulder_width
from coach.vision.face_frame import FaceFrame, HeadAngles, eye_line_roll, hand_on_face, iris_offset

IRIS_DEG = 100.0
"""Degrees of gaze for one eye width of iris travel (fitted on rendered gaze; anatomy gives 90-110)."""
EYES_DOWN_DEG = 40.0
"""Degrees of lowered gaze for a full eyeLookDown."""
HALF_HEIGHTS_PER_FOCAL = 0.61
"""tan of half the vertical angle of view that MediaPipe assumes (63 degrees)."""
NOD_STEP_DEG = 3.0
LEAST_NOD_HZ = 5.5
"""Looks a second under which a nod falls between them: it goes down and up about twice a second."""
BLINK_HOLD_S = 0.5
SHUT = 0.55
SMALLEST_GAZE_IOD, SMALLEST_NOD_IOD = 22.0, 28.0
"""Eye distances in px under which gaze, and small moves of the head, drown in the landmarks' noise."""
MOST_YAW = 40.0

Values = dict[str, float | None]
NAMES = (
    "head_pitch_deg",
    "head_tilt_deg",
    "gaze_yaw_deg",
    "look_down_deg",
    "nod_swing_deg",
    "nod_reversals",
    "nod_yaw_ratio",
)


ANCHOR_S = 5.0
NOSE_REACH_SW = 0.28
"""How far the nose stands out before the ears, in shoulder widths."""


@dataclass(frozen=True, slots=True)
class _Anchor:
    """The head when its face was last seen: pitch in degrees, nose below the ears in sw."""

    t: float
    pitch: float
    drop: float

    @classmethod
    def of(cls, seen: Perceived, face: Face, head: HeadAngles) -> _Anchor | None:
        """None of a face so small that one look at it may be 40 degrees off, as in a walker's profile."""
        drop = _nose_drop(seen.pose)
        small = FaceFrame.of(face).iod < SMALLEST_GAZE_IOD
        return None if drop is None or small else cls(seen.t, head.pitch, drop)


def _nose_drop(pose: Pose | None) -> float | None:
    if pose is None or min(pose.presence[[0, 7, 8]]) < 0.5 or hand_at_head(pose):
        return None
    return float(pose.points[0, 1] - pose.points[[7, 8], 1].mean()) / shoulder_width(pose)


class Gaze:
    """Features of head and eyes; remembers the last second or so of nodding and the eyes before a blink."""

    def __init__(self) -> None:
        self._pitch, self._yaw, self._looks = Window(1.25), Window(1.25), Window(1.25)
        self._anchor: _Anchor | None = None
        self._recent: list[float] = []
        self._open: tuple[float, float] | None = None

    def update(self, seen: Perceived) -> Values:
        """See `rasgos.toml` for names, units and ranges."""
        if seen.face is None:
            return {**dict.fromkeys(NAMES), "head_pitch_deg": self._bowed(seen)}
        head = HeadAngles.of(seen.face)
        self._anchor = _Anchor.of(seen, seen.face, head)
        return {
            "head_pitch_deg": head.pitch,
            "head_tilt_deg": _tilt(seen.face, seen.pose, head),
            **self._nod(seen, seen.face, head),
            "gaze_yaw_deg": self._gaze_yaw(seen, seen.face, head),
            "look_down_deg": head.pitch + EYES_DOWN_DEG * self._eyes_down(seen.t, seen.face),
        }

    def _bowed(self, seen: Perceived) -> float | None:
        """Pitch by the pose's nose against its ears, from where the face was lost: a bowed head hides its face.

        None without such a moment, after `ANCHOR_S`, and while a hand at the head makes the pose's nose a guess.
        """
        anchor, drop = self._anchor, _nose_drop(seen.pose)
        if anchor is None or drop is None or seen.t - anchor.t > ANCHOR_S:
            return None
        return anchor.pitch + degrees(drop - anchor.drop) / NOSE_REACH_SW

    def _nod(self, seen: Perceived, face: Face, head: HeadAngles) -> Values:
        """None for faces too small, looks too few, and while a hand on the face shakes its landmarks."""
        if "face" in seen.fresh:
            self._looks.add(seen.t, 0.0)
        frame = FaceFrame.of(face)
        if frame.iod < SMALLEST_NOD_IOD or hand_on_face(frame, seen.hands):
            self._pitch.clear()
            self._yaw.clear()
            return dict.fromkeys(NAMES[-3:])
        # A blink alone turns the fitted head by 3 to 4 degrees.
        if "face" in seen.fresh and mean(face.blend, BLINK) < SHUT:
            # The median of three: a tracker that starts over gives one wild frame.
            self._recent = [*self._recent[-2:], head.pitch]
            self._pitch.add(seen.t, sorted(self._recent)[len(self._recent) // 2])
            self._yaw.add(seen.t, head.yaw)
        if len(self._looks) < 2 or (len(self._looks) - 1) / self._looks.span < LEAST_NOD_HZ:
            return dict.fromkeys(NAMES[-3:])
        nod = self._pitch.swing(NOD_STEP_DEG)
        return {
            "nod_swing_deg": nod.stroke,
            "nod_reversals": float(nod.reversals),
            "nod_yaw_ratio": min(self._yaw.size() / max(nod.stroke, 1.0), 20.0),
        }

    def _gaze_yaw(self, seen: Perceived, face: Face, head: HeadAngles) -> float | None:
        """Head and eyes together, less the angle at which the camera sees the face: 0 looks into the camera."""
        if FaceFrame.of(face).iod < SMALLEST_GAZE_IOD:
            return None
        width, height = seen.size
        off = (float(face.points[1, 0]) - width / 2) / (height / 2) * HALF_HEIGHTS_PER_FOCAL
        return head.yaw + degrees(atan(off)) + IRIS_DEG * iris_offset(face)

    def _eyes_down(self, t: float, face: Face) -> float:
        """EyeLookDown with blinks bridged: a shutting lid alone drives it to 0.65-0.9."""
        if mean(face.blend, BLINK) < SHUT:
            self._open = (t, mean(face.blend, LOOK_DOWN))
        if self._open is None or t - self._open[0] > BLINK_HOLD_S:
            return mean(face.blend, LOOK_DOWN)
        return self._open[1]


def _tilt(face: Face, pose: Pose | None, head: HeadAngles) -> float | None:
    """None for faces that are far away or turned aside: their eye line tells nothing."""
    if abs(head.yaw) > MOST_YAW or FaceFrame.of(face).iod < SMALLEST_GAZE_IOD:
        return None
    return eye_line_roll(face) - _shoulder_roll(pose)


def _shoulder_roll(pose: Pose | None) -> float:
    """Degrees the shoulder line is turned counter-clockwise; 0 while the shoulders are out of view or edge-on.

    In a close-up the picture's horizon stands for them.
    """
    if pose is None or min(pose.presence[11], pose.presence[12]) < 0.5:
        return 0.0
    across = pose.points[11] - pose.points[12]
    if across[0] <= 0.3 * abs(float(pose.points[11, 1] + pose.points[12, 1]) / 2 - float(pose.points[0, 1])):
        return 0.0
    return degrees(atan(-float(across[1]) / float(across[0])))
