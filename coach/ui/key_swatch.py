"""A sample of how a chart fills something, for its key."""

from __future__ import annotations

from coach.report.svg import Drawing, Ink
from coach.ui.svg_view import SvgView
from coach.ui.theme import Theme

_WIDTH, _HEIGHT = 26.0, 12.0


class KeySwatch(SvgView):
    """`sign` is one of `good`, `mend`, `unseen`, `veil`, `aside`; the word beside it says what it means."""

    def __init__(self, sign: str, ink: Ink, theme: Theme) -> None:
        drawing = Drawing("clave", _HEIGHT, "", ink, _WIDTH)
        fills = {"good": ink.good, "mend": drawing.striped, "unseen": drawing.hatched, "veil": ink.veil}
        fills["aside"] = ink.hatch
        drawing.rect(0, 0, _WIDTH, _HEIGHT, fills[sign], round=2)
        super().__init__(drawing.svg(), "")
        self.setFixedWidth(theme.px(_WIDTH))
