"""Hands that rub each other: wrists close together that move against each other (pure).

Palm on palm, the hand model sees one hand and calls it left and right in turn; the pose keeps both wrists.
"""

from __future__ import annotations

import numpy as np

from coach.core.landmarks import Perceived
from coach.core.rolling import Window
from coach.vision.crops import shoulder_width
from coach.vision.postura import L_WRIST, R_WRIST, seen

CLEAR = 0.4
"""Visibility of a wrist whose motion can be believed: half hidden ones tremble."""
PRESENT = 0.9
"""Presence of a wrist whose motion is followed already: the model lets visibility rise over half a second only."""

Values = dict[str, float | None]
NAMES = ("rub_turns", "rub_swing_sw", "wrist_gap_sw")


class Rubbing:
    """How the wrists move against each other over the last 1.4 s."""

    def __init__(self) -> None:
        self._along, self._up = Window(1.4), Window(1.4)
        self._values: Values = dict.fromkeys(NAMES)

    def update(self, perceived: Perceived) -> Values:
        """Features of the pair of wrists; None while they cannot be seen."""
        if "pose" in perceived.fresh:
            self._values = self._measure(perceived)
        return self._values

    def _measure(self, perceived: Perceived) -> Values:
        pose = perceived.pose
        if pose is None:
            return dict.fromkeys(NAMES)
        gap = (pose.points[L_WRIST] - pose.points[R_WRIST]) / shoulder_width(pose)
        clear = seen(pose, L_WRIST, R_WRIST) and min(pose.visibility[[L_WRIST, R_WRIST]]) >= CLEAR
        if clear or min(pose.presence[[L_WRIST, R_WRIST]]) >= PRESENT:
            self._along.add(perceived.t, float(gap[0]))
            self._up.add(perceived.t, float(gap[1]))
        if not clear:
            # Below the picture's edge or behind a desk hands may rub as well as rest: nobody knows.
            return dict.fromkeys(NAMES)
        best = max((self._along.swing(0.05), self._up.swing(0.05)), key=lambda swing: (swing.reversals, swing.stroke))
        return {
            "rub_turns": float(best.reversals),
            "rub_swing_sw": best.stroke,
            "wrist_gap_sw": float(np.hypot(*gap)),
        }
