"""How near the voice came to the five tones, moment by moment, with the tone that each moment asks for marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from coach.manual.moments import load_moments
from coach.manual.tones import load_tones
from coach.report.moment_view import MomentView
from coach.report.svg import WIDTH, Drawing, Ink, shortened
from coach.report.words import percent

_LEFT: Final = 150
_HEAD: Final = 34
_ROW: Final = 44
_BAR: Final = 10


def tone_profile(views: Sequence[MomentView], ink: Ink) -> str:
    """A row a moment, a column a tone: a bar and its share; what is asked for is framed and says so."""
    tones = load_tones()
    drawing = Drawing("tonos", _HEAD + _ROW * len(views) + 4, alt_text(views), ink)
    wide = (WIDTH - _LEFT) / len(tones)
    for place, tone in enumerate(tones.values()):
        drawing.text(_LEFT + wide * place + 10, 20, tone.name, bold=True)
    for row, view in enumerate(views):
        top = _HEAD + _ROW * row
        drawing.line(0, top, WIDTH, top, ink.line)
        drawing.text(0, top + 27, shortened(_called(view, views), _LEFT - 10), bold=True)
        for place, id in enumerate(tones):
            _cell(drawing, view, id, _LEFT + wide * place, top, wide)
    return drawing.svg()


def moment_name(moment: str | None) -> str:
    """What a moment is called; None is the time for which nobody told one."""
    return "Sin momento" if moment is None else load_moments()[moment].name


def _called(view: MomentView, views: Sequence[MomentView]) -> str:
    """Whoever tells the client alone tells it from some time on: that is not the whole session."""
    whole = len(views) == 1 and view.moment is None and not view.clients
    return "Toda la sesión" if whole else moment_name(view.moment)


def alt_text(views: Sequence[MomentView]) -> str:
    """The chart in words."""
    tones = load_tones()
    told = []
    for view in views:
        scores = ", ".join(f"{tones[id].name.lower()} {percent(score)}" for id, score in view.scores.items())
        asked = " y ".join(tones[id].name.lower() for id in view.wanted)
        told.append(f"{_called(view, views)}{f' (pide {asked})' if asked else ''}: {scores or 'sin dato'}")
    return f"Parecido de tu voz con cada tono. {'; '.join(told)}."


def _cell(drawing: Drawing, view: MomentView, id: str, left: float, top: float, wide: float) -> None:
    ink, score, wanted = drawing.ink, view.scores.get(id), id in view.wanted
    if wanted:
        drawing.rect(left + 3, top + 4, wide - 6, _ROW - 8, ink.band, "", 5, ink.good)
    room = wide - 70
    drawing.rect(left + 10, top + 12, room, _BAR, ink.track, round=2)
    if score is not None:
        drawing.rect(left + 10, top + 12, room * score, _BAR, ink.good if wanted else ink.voice, round=2)
    drawing.text(left + 16 + room, top + 21, "—" if score is None else percent(score), size=12)
    if wanted:
        drawing.text(left + 10, top + 35, "lo pide", size=11, fill=ink.muted)
