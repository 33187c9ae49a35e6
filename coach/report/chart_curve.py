"""A number over the session as a line, with a gap wherever there was none, and the band it is held against."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from coach.manual.measures import signed
from coach.report.spectrogram import Spectrogram
from coach.report.svg import WIDTH, Drawing, Ink, tick_step
from coach.report.words import clock

LEFT: Final = 60
RIGHT: Final = 6
HEIGHT: Final = 140
TOP: Final = 12
BOTTOM: Final = 24
NAME_TOP: Final = 10
"""The least height at which the foot of a band's name may lie and still be whole."""
_MOST_POINTS: Final = 900
_GAP_S: Final = 2.5
"""Between two points farther apart nothing is drawn, where there is a point a second."""


@dataclass(frozen=True, slots=True)
class Curve:
    """`points` are (t, value or None); `band` is named by `band_name` and `rough` when its edges are not exact."""

    name: str
    unit: str
    points: tuple[tuple[float, float | None], ...]
    low: float
    high: float
    band: tuple[float, float] | None = None
    band_name: str = ""
    rough: bool = False
    gap_s: float = _GAP_S

    @property
    def alt(self) -> str:
        """The curve in words."""
        known = [value for _, value in self.points if value is not None]
        if not known:
            return f"{self.name}: sin dato."
        gaps = len(self.points) - len(known)
        band = "" if self.band is None else f"; {self.band_name}: de {signed(self.band[0])} a {signed(self.band[1])}"
        missing = f"; {100 * gaps / len(self.points):.0f} % del tiempo sin dato" if gaps else ""
        return f"{self.name}: entre {signed(min(known))} y {signed(max(known))} {self.unit}{band}{missing}."


def draw_curve(curve: Curve, name: str, duration_s: float, ink: Ink) -> str:
    """The chart; `name` tells it from others on the page."""
    drawing = Drawing(name, HEIGHT, curve.alt, ink)
    if curve.band is not None:
        low, high = (min(max(edge, curve.low), curve.high) for edge in curve.band)
        top, bottom = _y(curve, high), _y(curve, low)
        drawing.rect(LEFT, top, WIDTH - LEFT - RIGHT, bottom - top, ink.band, curve.band_name)
        for edge, value in ((top, high), (bottom, low)):
            drawing.line(LEFT, edge, WIDTH - RIGHT, edge, ink.good, "5 4" if curve.rough else "")
            drawing.text(LEFT - 8, edge + 4, signed(value), "end", size=12)
        above = top - 5 if top - 5 >= NAME_TOP else top + 13  # never across the band's edge
        drawing.text(WIDTH - RIGHT - 4, above, curve.band_name, "end", size=11, fill=ink.muted)
    taken = () if curve.band is None else curve.band
    for value in (curve.low, curve.high):
        if all(abs(_y(curve, value) - _y(curve, edge)) > 12 for edge in taken):
            drawing.text(LEFT - 8, _y(curve, value) + 4, signed(value), "end", size=12, fill=ink.muted)
    time_axis(drawing, duration_s, HEIGHT)
    for gap_start, gap_end in gaps(curve.points, duration_s, curve.gap_s):
        start, end = time_x(gap_start, duration_s), time_x(gap_end, duration_s)
        drawing.rect(start, HEIGHT - BOTTOM - 5, end - start, 5, drawing.hatched, "sin dato")
    for run in runs(curve.points, curve.gap_s):
        drawing.curve([(time_x(t, duration_s), _y(curve, value)) for t, value in run], ink.voice)
    return drawing.svg()


def draw_spectrogram(spectrogram: Spectrogram, data: str, duration_s: float, ink: Ink) -> str:
    """How it sounded, low to high; `data` is the picture in base64."""
    drawing = Drawing("espectro", HEIGHT, "Espectrograma de tu voz, de lo grave a lo agudo", ink)
    room = HEIGHT - TOP - BOTTOM
    width = time_x(spectrogram.duration_s, duration_s) - LEFT
    drawing.raw(
        f'<image x="{LEFT}" y="{TOP}" width="{width:.1f}" height="{room}" preserveAspectRatio="none" '
        f'href="data:image/png;base64,{data}"/>'
    )
    drawing.text(LEFT - 8, TOP + 10, "agudo", "end", size=12, fill=ink.muted)
    drawing.text(LEFT - 8, TOP + room, "grave", "end", size=12, fill=ink.muted)
    time_axis(drawing, duration_s, HEIGHT)
    return drawing.svg()


def time_x(t: float, duration_s: float) -> float:
    """Where a moment lies on the axis that curves and spectrogram share."""
    return LEFT + (WIDTH - LEFT - RIGHT) * min(1.0, t / max(duration_s, 1e-9))


def time_axis(drawing: Drawing, duration_s: float, height: float) -> None:
    """Times along the foot."""
    base = height - BOTTOM
    drawing.line(LEFT, base, WIDTH - RIGHT, base, drawing.ink.line)
    step = tick_step(duration_s)
    for count in range(int(duration_s / step) + 1):
        place = time_x(count * step, duration_s)
        drawing.line(place, base, place, base + 4, drawing.ink.muted)
        late = place > WIDTH - RIGHT - 16
        drawing.text(
            place, height - 6, clock(count * step), "end" if late else "middle", size=11, fill=drawing.ink.muted
        )


def runs(points: Sequence[tuple[float, float | None]], gap_s: float = _GAP_S) -> Iterator[list[tuple[float, float]]]:
    """Stretches without a hole: nothing is drawn where nothing could be measured.

    >>> list(runs([(0.0, 1.0), (1.0, 2.0), (2.0, None), (3.0, 4.0), (9.0, 5.0)]))
    [[(0.0, 1.0), (1.0, 2.0)], [(3.0, 4.0)], [(9.0, 5.0)]]
    """
    run: list[tuple[float, float]] = []
    for t, value in points:
        if run and (value is None or t - run[-1][0] > gap_s):
            yield run
            run = []
        if value is not None:
            run.append((t, value))
    if run:
        yield run


def gaps(
    points: Sequence[tuple[float, float | None]], duration_s: float, gap_s: float = _GAP_S
) -> Iterator[tuple[float, float]]:
    """When there was no value, between the runs and at both ends.

    >>> list(gaps([(0.0, None), (5.0, 2.0), (6.0, 2.0), (7.0, None)], 10.0))
    [(0.0, 5.0), (6.0, 10.0)]
    """
    reached = 0.0
    for run in runs(points, gap_s):
        if run[0][0] - reached > gap_s:
            yield reached, run[0][0]
        reached = run[-1][0]
    if duration_s - reached > gap_s:
        yield reached, duration_s


def curve_of(
    name: str,
    unit: str,
    points: Sequence[tuple[float, float | None]],
    extent: tuple[float, float],
    band: tuple[float, float] | None = None,
    band_name: str = "",
    rough: bool = False,
) -> Curve:
    """A curve of one point a second, with no more points than can be seen: holes stay, neighbours become their mean."""
    every = max(1, -(-len(points) // _MOST_POINTS))
    shown: list[tuple[float, float | None]] = []
    for begin in range(0, len(points), every):
        some = points[begin : begin + every]
        values = [value for _, value in some if value is not None]
        shown.append((some[0][0], sum(values) / len(values) if values else None))
    return Curve(name, unit, tuple(shown), *extent, band, band_name, rough, _GAP_S * every)


def _y(curve: Curve, value: float) -> float:
    return TOP + (HEIGHT - TOP - BOTTOM) * (curve.high - value) / (curve.high - curve.low)
