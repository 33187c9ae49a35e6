"""Whether a mask is worn, told from the colours of the face with patience (pure)."""

from __future__ import annotations

from coach.core.landmarks import Perceived

ON, OFF = 17.0, 12.0
"""Lab distance between mouth and brow. Bare synthetic and real faces stay under 10, masked ones above 25."""
PATIENCE_S = 0.8


class MaskSense:
    """`worn` follows the colours once they have said the same for a while; a manual switch overrules them."""

    def __init__(self, switch: bool | None = None) -> None:
        self.switch = switch
        self._worn = False
        self._since: float | None = None

    @property
    def worn(self) -> bool:
        """What the switch says, else what the colours have said."""
        return self._worn if self.switch is None else self.switch

    def update(self, seen: Perceived) -> bool:
        """Look once more; returns `worn`."""
        chroma = seen.light.chroma if seen.light else None
        if chroma is None:
            return self.worn
        says = chroma > (OFF if self._worn else ON)
        if says == self._worn:
            self._since = None
        elif self._since is None:
            self._since = seen.t
        elif seen.t - self._since >= PATIENCE_S:
            self._worn, self._since = says, None
        return self.worn
