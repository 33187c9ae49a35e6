"""Whose hands: a hand that hangs on no wrist of the person is a thing behind them, or somebody else's (pure)."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np

from coach.core.landmarks import Hand, Perceived, Pose
from coach.vision.crops import shoulder_width

WRISTS: Final = [15, 16]
FAR_HANDS: Final = 1.4
"""Hand lengths (wrist to knuckles) between the hand's wrist and the pose's beyond which they are not the same."""
FAR_SW: Final = 0.22
"""The same in shoulder widths: fists and hands seen end on are short."""
SURE: Final = 0.5
"""Presence of wrists that can be relied upon."""


def own_hands(seen: Perceived) -> Perceived:
    """`seen` without hands that are not the person's; all stay while the pose cannot tell where the wrists are."""
    pose = seen.pose
    if pose is None or len(seen.hands) == 0 or min(pose.presence[WRISTS]) < SURE:
        return seen
    kept = tuple(hand for hand in seen.hands if _near(hand, pose))
    return seen if len(kept) == len(seen.hands) else replace(seen, hands=kept)


def _near(hand: Hand, pose: Pose) -> bool:
    away = float(np.hypot(*(pose.points[WRISTS] - hand.points[0]).T).min())
    length = float(np.hypot(*(hand.points[9] - hand.points[0])))
    return away <= max(FAR_HANDS * length, FAR_SW * shoulder_width(pose))
