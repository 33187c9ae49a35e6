"""Whether a mask is worn, told from the colours of the face with patience (pure)."""

from __future__ import annotations

from coach.core.landmarks import Perceived

ON, OFF = 17.0, 12.0
"""Lab distance between mouth and brow. Bare synthetic and real faces stay under 10, masked ones above 25."""
PATIENCE_S = 0.8


class MaskSense:
    """`worn` follows the colours once they have said the same for a while; a manual switch overrules them.

    Colours that say so from the first hide the mouth at once, though they are believed no sooner. Before any colours,
    though no longer than that while from the first face on, it counts as hidden too: nobody knows yet.
    """

    def __init__(self, switch: bool | None = None) -> None:
        self.switch = switch
        self._worn = False
        self._since: float | None = None
        self._face_s: float | None = None
        self._known = False

    @property
    def worn(self) -> bool:
        """What the switch says, else what the colours have said."""
        return self._worn if self.switch is None else self.switch

    def update(self, seen: Perceived) -> bool:
        """Look once more; returns whether the mouth is to be taken as hidden."""
        if self._face_s is None and seen.face is not None:
            self._face_s = seen.t
        chroma = seen.light.chroma if seen.light else None
        if chroma is not None:
            self._follow(seen.t, chroma)
        return self.worn or (self.switch is None and not self._known and self._perhaps(seen.t))

    def _perhaps(self, t: float) -> bool:
        return self._since is not None or self._face_s is None or t - self._face_s < PATIENCE_S

    def _follow(self, t: float, chroma: float) -> None:
        says = chroma > (OFF if self._worn else ON)
        if says == self._worn:
            self._since, self._known = None, True
        elif self._since is None:
            self._since = t
        elif t - self._since >= PATIENCE_S:
            self._worn, self._since, self._known = says, None, True
