"""Whether a mask is worn, told from the colours of the face with patience (pure)."""

from __future__ import annotations

from coach.core.landmarks import Perceived

ON, OFF = 17.0, 12.0
"""Lab distance between mouth and brow. Bare synthetic and real faces stay under 10, masked ones above 25."""
PATIENCE_S = 0.8


class MaskSense:
    """`worn` follows the colours once they have said the same for a while; a manual switch overrules them.

    The first colours are believed at once, and until then, though no longer than that while, the mouth counts as
    hidden: nobody knows yet.
    """

    def __init__(self, switch: bool | None = None) -> None:
        self.switch = switch
        self._worn = False
        self._since: float | None = None
        self._first_s: float | None = None
        self._known = False

    @property
    def worn(self) -> bool:
        """What the switch says, else what the colours have said."""
        return self._worn if self.switch is None else self.switch

    def update(self, seen: Perceived) -> bool:
        """Look once more; returns whether the mouth is to be taken as hidden."""
        if self._first_s is None:
            self._first_s = seen.t
        chroma = seen.light.chroma if seen.light else None
        if chroma is not None:
            self._follow(seen.t, chroma)
        guessing = self.switch is None and not self._known and seen.t - self._first_s < PATIENCE_S
        return self.worn or guessing

    def _follow(self, t: float, chroma: float) -> None:
        says = chroma > (OFF if self._worn else ON)
        if says == self._worn:
            self._since = None
        elif not self._known:
            self._worn = says
        elif self._since is None:
            self._since = t
        elif t - self._since >= PATIENCE_S:
            self._worn, self._since = says, None
        self._known = True
