"""Whether it is so dark all over the picture that the models imagine things (pure)."""

from __future__ import annotations

from coach.core.landmarks import Light

DARK, LIT = 0.14, 0.16
"""Mean luma of the whole picture under which it is too dark, and from which it is light again, so that what wavers
between them splits no act; a dark skin in a lit room is far above."""


class DarkSense:
    """Follows the light; of one that is unknown it says no darkness."""

    def __init__(self) -> None:
        self.dark = False

    def update(self, light: Light | None) -> bool:
        """Look once more; returns `dark`."""
        whole = None if light is None else max(light.subject, light.background)
        self.dark = whole is not None and whole < (LIT if self.dark else DARK)
        return self.dark
