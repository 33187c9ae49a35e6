"""How the session went: its course, its moments, the voice's curves and tones, voice and face together."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping
from functools import partial
from math import log2
from typing import Final

from coach.core.speech_rate import words_per_minute
from coach.manual.conditions import ViewCondition
from coach.manual.congruences import load_congruences
from coach.manual.measures import Measure, load_measures
from coach.manual.moments import load_moments
from coach.manual.tones import load_tones
from coach.report.chart_curve import Curve, curve_of, draw_curve, draw_spectrogram
from coach.report.chart_timeline import groups, timeline
from coach.report.chart_tones import tone_profile
from coach.report.content import Block, Bullets, Card, Cards, Figure, Paragraph, Section, Table
from coach.report.counted import counted, left_out, occasions
from coach.report.gauges import GAUGE_OF, gauges
from coach.report.moment_view import MomentView, moment_views
from coach.report.rate_band import pace_band
from coach.report.result import SEEN_AT_ALL, Result
from coach.report.row_names import row_name
from coach.report.served import served_words
from coach.report.voice_result import VoiceResult
from coach.report.voice_words import (
    NO_VOICE,
    NOT_VALIDATED,
    ROUGH_RATE,
    asked_for,
    silences,
    spoken,
    told_apart,
    tone_rows,
)
from coach.report.words import (
    ASIDE,
    DEAF,
    NOT_OBSERVABLE,
    clock,
    hampered_senses,
    hampered_words,
    joined,
    lasting,
    lowered,
    times,
)

_KEY: Final = (("good", "✓ ayuda"), ("mend", "! por cuidar"), ("unseen", NOT_OBSERVABLE))
_ASIDE: Final = ("aside", ASIDE)
_PITCH_ROOM_ST: Final = 3.0


def course(result: Result, conditions: Mapping[str, ViewCondition]) -> Section:
    """Everything from left to right, and the moments beneath it."""
    caption = "De izquierda a derecha, toda la sesión. Lo rayado en diagonal no se pudo observar: ahí no se dice nada."
    if not result.source.video:
        caption = "De izquierda a derecha, toda la sesión; sin cámara no hay señales que ver."
    draw = partial(timeline, result, conditions)
    any_aside = any(row.aside for rows in groups(result).values() for row in rows)
    veil = ("veil", f"algo estorbó {hampered_senses(result.source)}")
    key = (*_KEY, *([veil] if result.hampered else []), *([_ASIDE] if any_aside else []))
    blocks: list[Block] = [Figure("Momentos, señales y voz", caption, draw, key)]
    if result.stretches:
        blocks.append(_moments(result))
    if result.hampered:
        found = tuple(
            (f"{clock(one.start_s)} a {clock(one.end_s)}: {conditions[one.id].name}", conditions[one.id].later)
            for one in result.hampered
        )
        blocks += [Paragraph(hampered_words(result.source), "strong"), Bullets(found)]
    if result.client_s:
        blocks.append(Paragraph(f"Tu cliente habló {lasting(result.client_s)} por la bocina; ahí no se midió tu voz."))
    return Section("curso", "Así fue tu sesión", tuple(blocks))


def _moments(result: Result) -> Table:
    """What was seen is told only where there was a camera."""
    rows = tuple(_moment_row(view) for view in moment_views(counted(result)))
    header = ("Momento", "Duró", "Cliente", "El manual pide", "Lo que acompañó", "Casi no apareció")
    told = len(header) if result.source.video else 4
    return Table("Momento por momento", header[:told], tuple(row[:told] for row in rows))


def _moment_row(view: MomentView) -> tuple[str, ...]:
    clients = served_words(view.clients, view.seconds) or "—"
    if view.moment is None:
        return "Sin momento", lasting(view.seconds), clients, "—", "—", "—"
    moment, tones = load_moments()[view.moment], load_tones()
    asked = f"tono {joined([tones[id].name.lower() for id in moment.tones])}"
    there = [row_name(id).lower() for id in moment.show if view.held_s[id] > 0.0]
    judged = [id for id in moment.show if view.judged_s[id] > 0.0]
    absent = [row_name(id).lower() for id in judged if view.held_s[id] == 0.0]
    told = joined(there) or (NOT_OBSERVABLE if not judged else "—")
    return moment.name, lasting(view.seconds), clients, asked, told, joined(absent) or "—"


def voice_section(result: Result) -> Section | None:
    """Numbers with a sentence each, curves, and how it sounded."""
    voice = result.voice
    if voice is None:
        return Section("voz", "Tu voz", (Paragraph(DEAF),)) if result.deaf else None
    if voice.speech_s <= 0.0:
        return Section("voz", "Tu voz", (Paragraph(NO_VOICE),))
    said = [Paragraph(text) for text in (told_apart(voice), spoken(voice)) if text]
    blocks: list[Block] = [*said, _numbers(result), *_curves(voice, result.duration_s)]
    if voice.spectrogram is not None:
        data = b64encode(voice.spectrogram.png()).decode("ascii")
        caption = (
            "Cada columna es un instante: el color es más intenso donde sonó más fuerte, los huecos son tus pausas, y "
            "una franja pareja que no se corta ni en las pausas es ruido de fondo."
        )
        draw = partial(draw_spectrogram, voice.spectrogram, data, result.duration_s)
        blocks.append(Figure("Cómo sonó, de lo grave a lo agudo", caption, draw))
    return Section("voz", "Tu voz", tuple(blocks))


def _numbers(result: Result) -> Table:
    measures, signals = load_measures(), {gauge: id for id, gauge in GAUGE_OF.items()}
    rows = tuple(
        (measures[id].name, _shown(result, signals.get(id), measures[id], value), measures[id].about)
        for id, value in gauges(result).items()
        if result.source.video or id not in signals
    )
    return Table("Tus números", ("Medida", "En esta sesión", "Qué dice"), rows)


def _shown(result: Result, signal: str | None, measure: Measure, value: float | None) -> str:
    """The number; without one, whether what it tells of a `signal` was seen where it did not count."""
    if value is not None:
        return measure.shown(value)
    seen = signal is not None and result.observable[signal] >= SEEN_AT_ALL
    return ASIDE if seen else "sin dato"


def _curves(voice: VoiceResult, duration_s: float) -> Iterator[Figure]:
    rate, pitch = rate_curve(voice), pitch_curve(voice)
    rough = "" if voice.rate_calibrated else f" Tu ritmo está {ROUGH_RATE}: lee el párrafo de calibración y será tuyo."
    gap = "Donde la línea se corta no hubo con qué medir."
    if rate is not None:
        caption = f"Palabras por minuto, mirando 12 s hacia atrás. {gap}{rough}"
        yield Figure("Tu ritmo a lo largo de la sesión", caption, partial(draw_curve, rate, "ritmo", duration_s))
    if pitch is not None:
        caption = f"Qué tan aguda fue tu voz, en semitonos sobre 100 Hz, mirando 12 s hacia atrás. {gap}"
        yield Figure("La altura de tu voz", caption, partial(draw_curve, pitch, "altura", duration_s))


def rate_curve(voice: VoiceResult) -> Curve | None:
    """Words a minute over time, before the band that is neither slow nor fast; None without a value."""
    points = [(one.t, None if one.rate_syl_s is None else words_per_minute(one.rate_syl_s)) for one in voice.curve]
    known = [value for _, value in points if value is not None]
    if not known:
        return None
    extent = min(60.0, *known), max(240.0, *known)
    name = "ni lento ni rápido" + ("" if voice.rate_calibrated else " (aproximado)")
    return curve_of("Ritmo", "palabras por minuto", points, extent, pace_band(), name, not voice.rate_calibrated)


def pitch_curve(voice: VoiceResult) -> Curve | None:
    """Pitch over time, before the speaker's own middle half of this session; None without a value."""
    points = [(one.t, one.pitch_st) for one in voice.curve]
    known = [value for _, value in points if value is not None]
    if not known:
        return None
    extent = min(known) - _PITCH_ROOM_ST, max(known) + _PITCH_ROOM_ST
    band = None
    if voice.pitch_median_hz is not None and voice.pitch_range_st is not None:
        middle, half = 12.0 * log2(voice.pitch_median_hz / 100.0), voice.pitch_range_st / 2
        band = middle - half, middle + half
    return curve_of("Altura de la voz", "semitonos", points, extent, band, "donde estuvo tu voz casi siempre")


def tone_section(result: Result) -> Section | None:
    """The five tones against what each moment asks for; None without a voice."""
    voice = result.voice
    if voice is None or voice.speech_s <= 0.0:
        return None
    views = moment_views(result)
    blocks: list[Block] = [Paragraph(NOT_VALIDATED, "muted")]
    if not result.stretches and (asked := asked_for(voice)):
        blocks.append(Paragraph(asked, "strong"))
    caption = "Cada barra dice cuánto se pareció tu voz a ese tono; no es una calificación."
    blocks.append(Figure("Tu tono y lo que pide cada momento", caption, partial(tone_profile, views)))
    rows = tuple((row.tone.name, row.tone.character, row.tone.use) for row in tone_rows(voice))
    blocks.append(Table("Qué es cada tono", ("Tono", "Cómo suena", "Cuándo lo pide el manual"), rows))
    if reasons := silences(voice):
        blocks += [Paragraph("Cuándo no se dice cuál tono destaca:"), Bullets(tuple((one, "") for one in reasons))]
    return Section("tonos", "El tono en cada momento", tuple(blocks))


def together(result: Result) -> Section | None:
    """Voice and face; None where there was only one of them."""
    if not result.source.video or result.voice is None:
        return None
    told = counted(result)
    cards = [card for id in load_congruences() if (card := _together(result, told, id)) is not None]
    cards.sort(key=lambda card: card.mark != "refuerza")
    nothing = Paragraph(
        "No se vio ningún momento en que voz y rostro dijeran lo mismo, o cosas distintas, con claridad. Para verlo "
        "hace falta que se oiga tu voz y se vea tu cara a la vez.",
        "muted",
    )
    return Section("congruencia", "Voz y rostro, juntos", (Cards(tuple(cards)) if cards else nothing,))


def _together(result: Result, told: Result, id: str) -> Card | None:
    """What of it counts is `told`."""
    held = told.held(id)
    if not held:
        return None
    row = load_congruences()[id]
    total = lasting(sum(one.end_s - one.start_s for one in held))
    when = joined([clock(one.start_s) for one in held[:4]]) + (" y más" if len(held) > 4 else "")
    figures = f"{total} en total, {times(occasions(result, told, id))}: en {when}{left_out(result, id)}"
    return Card(row.kind, row.name, figures, row.reflects, row.advice, row=id)


def advice_section(result: Result, heard: bool = True) -> Section | None:
    """What Coach said during the session, or what it would have said where nobody `heard` it; None for nothing."""
    if not result.cues:
        return None
    items = tuple(
        (f"{clock(cue.t)}  {'✓ ' if cue.kind == 'refuerza' else ''}{cue.text}", because(cue.because))
        for cue in result.cues
    )
    return Section("consejos", "Lo que te dije" if heard else "Lo que te habría dicho", (Bullets(items),))


def because(ids: tuple[str, ...]) -> str:
    """What a line of advice rests on."""
    return joined([lowered(row_name(id)) for id in ids])
