"""The colours of a report's charts in the window's own light and dark."""

from __future__ import annotations

from coach.report.svg import Ink
from coach.ui.theme import Theme

_VOICE = {"light": "#0072b2", "dark": "#6fc1f0"}
_VEIL = {"light": "#cfe6f6", "dark": "#27414f"}


def ink_of(theme: Theme) -> Ink:
    """What charts are drawn with."""
    palette = theme.palette
    return Ink(
        text=palette.text,
        muted=palette.muted,
        line=palette.line,
        track=palette.hover,
        surface=palette.surface,
        good=palette.good,
        mend=palette.care,
        voice=_VOICE[palette.name],
        band=palette.good_soft,
        hatch=palette.track,
        veil=_VEIL[palette.name],
    )
