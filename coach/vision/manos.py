"""Hands at the head: what they are near to, and whether they rest, stroke or fidget there (pure)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from coach.core.landmarks import Array, Face, Perceived
from coach.core.rolling import Window
from coach.vision.contacto import FAR, ZONES, FacePlaces, upright
from coach.vision.crops import hand_at_head
from coach.vision.face_frame import FaceFrame

NEAR = 1.6
"""iod from the middle of the face within which a fingertip is "at the head"."""
KEPT = 1.9
"""iod up to which the motion of such a hand is still followed: hair beside the neck is at the edge of `NEAR`."""
JUMP = 0.7
"""iod between two looks beyond which it is another hand, or another guess, and its motion starts anew."""

MEMORY_S = 3.0
"""How long a face that a hand hides is taken to be where it was."""

Values = dict[str, float | None]
NAMES = (*ZONES, "head_rest_iod", "hand_swing_iod", "hand_turns", "hand_pace_hz")


@dataclass(frozen=True, slots=True)
class _Memory:
    """A face as last seen at `t`.

    While a hand hides it from its model the head is taken to stay where it was: the pose's head is as lost behind
    the hand, and its shoulders rise with the arm.
    """

    t: float
    face: Face
    frame: FaceFrame


class HandsAtHead:
    """Distances of the hands to the face's places; remembers a second of how the nearest one moved."""

    def __init__(self) -> None:
        self._across, self._up = Window(1.1), Window(1.1)
        self._last: Array | None = None
        self._values: Values = dict.fromkeys(NAMES)
        self._memory: _Memory | None = None

    def update(self, seen: Perceived) -> Values:
        """FAR where no hand is near; None where a hand is at the head and the model does not see which part."""
        if "hands" in seen.fresh:
            self._values = self._measure(seen)
        return self._values

    def _measure(self, seen: Perceived) -> Values:
        self._remember(seen)
        if self._memory is None:
            self._forget()
            return dict.fromkeys(NAMES)
        face, frame = self._memory.face, self._memory.frame
        hands = [frame.place(hand.points) for hand in seen.hands]
        near = [hand for hand in hands if _gap(hand) < NEAR]
        if not near:
            self._follow_out(seen.t, hands)
            lost = seen.pose is not None and hand_at_head(seen.pose)
            return dict.fromkeys(NAMES) if lost else self._none_near()
        places = FacePlaces(face, frame)
        found = [places.distances(hand) for hand in near]
        values: Values = {zone: min(one[zone] for one in found) for zone in ZONES}
        values["head_rest_iod"] = _rest(places, near)
        if _framed(near):
            values["ear_pinch_iod"] = FAR
        self._follow(seen.t, min(near, key=lambda hand: float(np.hypot(*hand[[8, 12]].T).min())))
        swings = [self._across.swing(0.08), self._up.swing(0.08)]
        values["hand_swing_iod"] = max(swing.size for swing in swings)
        fidget = max(swings, key=lambda swing: swing.reversals)
        values["hand_turns"], values["hand_pace_hz"] = float(fidget.reversals), fidget.pace_hz
        return values

    def _remember(self, seen: Perceived) -> None:
        """Keep the last face: a hand that covers it hides it from its model."""
        if seen.face is not None:
            self._memory = _Memory(seen.t, seen.face, FaceFrame.of(seen.face))
        elif self._memory is not None and (seen.pose is None or seen.t - self._memory.t > MEMORY_S):
            self._memory = None

    def _none_near(self) -> Values:
        return {**dict.fromkeys(NAMES, 0.0), **dict.fromkeys((*ZONES, "head_rest_iod"), FAR)}

    def _forget(self) -> None:
        self._last = None
        self._across.clear()
        self._up.clear()

    def _follow_out(self, t: float, hands: list[Array]) -> None:
        """Keep up with a hand that has been at the head for as long as it is not away."""
        hand = min(hands, key=_gap, default=None)
        if self._last is None or hand is None or _gap(hand) >= KEPT:
            self._forget()
        else:
            self._follow(t, hand)

    def _follow(self, t: float, hand: Array) -> None:
        # Fingertips and knuckles together: one flickering tip must not look like a stroke.
        point = hand[[5, 8, 9, 12]].mean(axis=0)
        if self._last is not None and float(np.hypot(*(point - self._last))) > JUMP:
            self._forget()
        self._last = point
        self._across.add(t, float(point[0]))
        self._up.add(t, float(point[1]))


def _gap(hand: Array) -> float:
    """From the middle of the face to the nearest fingertip, in iod."""
    return float(np.hypot(*hand[[4, 8, 12, 16, 20]].T).min())


def _framed(hands: list[Array]) -> bool:
    """Whether hands are at both sides of the head: they hold it, while an ear is pulled with one."""
    sides = [float(hand[:, 0].mean()) for hand in hands]
    return min(sides) < -0.5 and max(sides) > 0.5


def _rest(places: FacePlaces, hands: list[Array]) -> float:
    """How far the head is from resting on a hand; two hands on both sides may be a little farther away."""
    gaps = [places.rest_gap(hand) for hand in hands if upright(hand)]
    if not gaps:
        return FAR
    return max(gaps) - 0.3 if len(gaps) == 2 else min(gaps)
