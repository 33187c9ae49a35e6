"""Charts as SVG: the few shapes they need, in colours that the page or the window gives.

What tells things apart is never colour alone: praise is a full bar, what to mend is striped, what could not be judged
is hatched. Colours are those of Okabe and Ito, which every kind of eye tells apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from html import escape
from typing import Final, Literal, TypeAlias

WIDTH: Final = 960
FONT: Final = 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", sans-serif'
_TICKS: Final = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600)

Anchor: TypeAlias = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Ink:
    """Colours by what they are for, as SVG writes them.

    `good` and `mend` fill bars, `voice` draws curves, `band` lies behind them, `hatch` strikes out what could not be
    judged, `veil` covers when the view was hampered.
    """

    text: str
    muted: str
    line: str
    track: str
    surface: str
    good: str
    mend: str
    voice: str
    band: str
    hatch: str
    veil: str


PAGE_INK: Final = Ink(**{field.name: f"var(--{field.name})" for field in fields(Ink)})
"""The page's own colours, which follow light, dark and paper."""


class Drawing:
    """Shapes in order; `svg` ends it. Lengths in the drawing's own units, `WIDTH` across unless told otherwise."""

    def __init__(self, name: str, height: float, alt: str, ink: Ink, width: float = WIDTH) -> None:
        """`name` keeps the patterns of several drawings on one page apart; `alt` says in words what is shown."""
        self._name, self._height, self._alt, self.ink, self._width = name, height, alt, ink, width
        self._parts: list[str] = []

    def rect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str,
        told: str = "",
        round: float = 0.0,
        stroke: str = "none",
    ) -> None:
        """A rectangle; `told` is what a pointer over it says."""
        title = f"<title>{escape(told)}</title>" if told else ""
        self._parts.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(0.0, width):.1f}" height="{height:.1f}" rx="{round:g}" '
            f'fill="{fill}" stroke="{stroke}">{title}</rect>'
        )

    def line(self, x1: float, y1: float, x2: float, y2: float, stroke: str, dash: str = "", width: float = 1.0) -> None:
        """A straight line."""
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        self._parts.append(
            f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{stroke}" '
            f'stroke-width="{width:g}"{dashed}/>'
        )

    def curve(self, points: Sequence[tuple[float, float]], stroke: str, width: float = 2.0) -> None:
        """A line through points; a single one is a dot."""
        if len(points) == 1:
            self.dot(*points[0], stroke)
            return
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        self._parts.append(
            f'<polyline points="{path}" fill="none" stroke="{stroke}" stroke-width="{width:g}" '
            f'stroke-linejoin="round"/>'
        )

    def dot(self, x: float, y: float, fill: str, radius: float = 2.0, told: str = "", stroke: str = "none") -> None:
        """A filled circle."""
        title = f"<title>{escape(told)}</title>" if told else ""
        self._parts.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:g}" fill="{fill}" stroke="{stroke}" stroke-width="2">'
            f"{title}</circle>"
        )

    def text(
        self,
        x: float,
        y: float,
        words: str,
        anchor: Anchor = "start",
        size: float = 13,
        fill: str = "",
        bold: bool = False,
    ) -> None:
        """One line of text, `y` its baseline."""
        weight = ' font-weight="600"' if bold else ""
        self._parts.append(
            f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size:g}"{weight} '
            f'fill="{fill or self.ink.text}">{escape(words)}</text>'
        )

    def raw(self, markup: str) -> None:
        """Markup as it is."""
        self._parts.append(markup)

    @property
    def hatched(self) -> str:
        """Fill of what could not be judged."""
        return f"url(#{self._name}-hatch)"

    @property
    def striped(self) -> str:
        """Fill of what to mend."""
        return f"url(#{self._name}-mend)"

    def svg(self) -> str:
        """The whole picture."""
        ink = self.ink
        patterns = (
            f'<defs><pattern id="{self._name}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" '
            f'patternTransform="rotate(45)"><line x1="1" y1="0" x2="1" y2="6" stroke="{ink.hatch}" stroke-width="1.4"/>'
            f'</pattern><pattern id="{self._name}-mend" width="5" height="5" patternUnits="userSpaceOnUse">'
            f'<rect width="5" height="5" fill="{ink.mend}"/><rect x="3.2" width="1.3" height="5" fill="{ink.surface}"/>'
            f"</pattern></defs>"
        )
        return "\n".join(
            [
                f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self._width:g} {self._height:g}" role="img" '
                f'aria-label="{escape(self._alt)}" font-family="{escape(FONT)}">',
                patterns,
                *self._parts,
                "</svg>",
            ]
        )


def shortened(words: str, room: float, size: float = 13) -> str:
    """As much of `words` as fits into `room`, roughly; empty when not even a few letters do.

    >>> shortened("Argumentación", 60), shortened("Queja", 60), shortened("Queja", 8)
    ('Argumen…', 'Queja', '')
    """
    letters = int(room / (0.53 * size))
    return words if len(words) <= letters else words[: letters - 1] + "…" if letters >= 3 else ""


def tick_step(duration_s: float, most: int = 8) -> int:
    """Seconds between two marks of a time axis."""
    return next((step for step in _TICKS if duration_s / step <= most), _TICKS[-1])
