"""All features of one moment, by the names of `manual/rasgos.toml` (pure)."""

from __future__ import annotations

from coach.core.events import Features
from coach.core.landmarks import Perceived
from coach.vision import postura, rostro
from coach.vision.darkness import DarkSense
from coach.vision.dedos import Fingers
from coach.vision.frotar import Rubbing
from coach.vision.hombros import Shoulders
from coach.vision.manos import HandsAtHead
from coach.vision.marcha import Gait
from coach.vision.mask import MaskSense
from coach.vision.mirada import Gaze
from coach.vision.own_parts import own


class FeatureExtractor:
    """Perceived → Features, causal: what it says at `t` rests on what was seen up to `t`."""

    def __init__(self, mask: MaskSense, darkness: DarkSense) -> None:
        self._mask, self._darkness = mask, darkness
        self._gaze, self._hands, self._fingers = Gaze(), HandsAtHead(), Fingers()
        self._rubbing, self._shoulders, self._gait = Rubbing(), Shoulders(), Gait()

    def push(self, seen: Perceived) -> Features:
        """Features of `seen`; a name is None where what it needs is not in view."""
        seen = own(seen)
        masked, dark = self._mask.update(seen), self._darkness.update(seen.light)
        hands = {**self._hands.update(seen), **self._fingers.update(seen)}
        return Features(
            seen.t,
            {
                **self._gaze.update(seen),
                **rostro.measure(seen, masked=masked),
                # In a picture that is nearly black the hand model sees hands at the face of whoever sits still.
                **(dict.fromkeys(hands) if dark else hands),
                **self._rubbing.update(seen),
                **postura.measure(seen),
                **self._shoulders.update(seen),
                **self._gait.update(seen),
            },
        )
