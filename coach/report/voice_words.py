"""Spanish sentences about a voice that summary and page share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from coach.manual.findings import load_findings
from coach.manual.measures import signed
from coach.manual.tones import Tone, load_abstentions, load_tones
from coach.report.counted import left_out, occasions
from coach.report.result import Result
from coach.report.voice_result import VoiceResult
from coach.report.words import clock, joined, lasting, lowered, percent, times

NOT_VALIDATED: Final = (
    "Los tonos son un parecido con lo que pide el manual, medido contra tu propia voz; todavía no se han validado con "
    "personas."
)
ROUGH_RATE: Final = "sin calibrar, puede variar un 20 %"
_HIDES: Final = {
    "poca_voz": "hay poca voz",
    "otras_voces": "se oyen otras voces mientras hablas",
    "ruido": "hay demasiado ruido",
    "saturada": "tu voz llega saturada",
    None: "hay poca voz, demasiado ruido, o llega saturada",
}
"""Why there is no rate; None in records that do not tell."""
NO_VOICE: Final = "En el sonido no se oye a nadie hablar."


@dataclass(frozen=True, slots=True)
class ToneRow:
    """One tone over a recording: mean `score` in [0, 1], None when nothing could be said; `led`: windows it led in."""

    tone: Tone
    score: float | None
    led: int
    wanted: bool


def tone_rows(voice: VoiceResult) -> list[ToneRow]:
    """All tones in the order of the manual."""
    means, led = voice.mean_scores(), voice.led()
    return [ToneRow(tone, means.get(id), led.get(id, 0), id in voice.wanted) for id, tone in load_tones().items()]


def told_apart(voice: VoiceResult) -> str:
    """Which voices there are, and whose the figures are; empty unless several were told apart."""
    if len(voice.voices) < 2:
        return ""
    whole_s = sum(one.speech_s for one in voice.voices)
    each = [
        f"{number} (desde {clock(one.first_s)}, {percent(one.speech_s / whole_s)})"
        for number, one in enumerate(voice.voices, 1)
    ]
    heard = f"Se oyen {len(voice.voices)} voces: {joined(each)}"
    if voice.chosen is not None:
        return f"{heard}. Lo que sigue es solo de la voz {voice.chosen + 1}."
    return f"{heard}. Lo que sigue es de todas juntas."


def spoken(voice: VoiceResult) -> str:
    """How long somebody spoke and how fast."""
    if voice.speech_s <= 0.0:
        return NO_VOICE
    told = f"Hablaste {lasting(voice.speech_s)}, con {lasting(voice.pause_s)} de pausas"
    rate, words = voice.speech_rate_syl_s, voice.words_per_min
    if rate is None or words is None:
        return f"{told}; el ritmo no se puede medir: {_HIDES[voice.hidden]}."
    rough = "" if voice.rate_calibrated else f" ({ROUGH_RATE})"
    return f"{told}, a unas {words:.0f} palabras por minuto: {rate:.1f} sílabas por segundo{rough}."


def sounded(voice: VoiceResult) -> str:
    """Pitch, level and noise, as far as they could be measured."""
    parts = []
    if voice.pitch_median_hz is not None and voice.pitch_range_st is not None:
        parts.append(f"tono medio de {voice.pitch_median_hz:.0f} Hz con {voice.pitch_range_st:.1f} semitonos de rango")
    if voice.level_db is not None:
        parts.append(f"nivel de {signed(voice.level_db)} dB")
    if voice.noise_db is not None:
        parts.append(f"ruido de {signed(voice.noise_db)} dB")
    sentence = joined(parts)
    return f"{sentence[0].upper()}{sentence[1:]}." if sentence else ""


def finding_rows(result: Result, told: Result) -> list[tuple[str, str]]:
    """Every finding that held where it counts, `told`, longest first: its id, how long, how often and why."""
    voice = told.voice
    if voice is None:
        return []
    ids = sorted({one.id for one in voice.findings}, key=voice.seconds, reverse=True)
    return [(id, _extent(voice, id, occasions(result, told, id)) + left_out(result, id)) for id in ids]


def _extent(voice: VoiceResult, id: str, count: int) -> str:
    evidence = joined(list((voice.evidence or {}).get(id, ())))
    rough = f" ({ROUGH_RATE})" if load_findings()[id].rates and not voice.rate_calibrated else ""
    return f"{lasting(voice.seconds(id))} en total, {times(count)}{rough}" + (f": {evidence}" if evidence else "")


def silences(voice: VoiceResult) -> list[str]:
    """Why no tone is told, a sentence a reason, most frequent first; windows look back 12 s and follow each second."""
    reasons = load_abstentions()
    return [
        f"{reasons[id].name}, en el {100.0 * count / len(voice.tones):.0f} % del tiempo. {reasons[id].about}"
        for id, count in voice.abstained().items()
    ]


def asked_for(voice: VoiceResult) -> str:
    """How near the tone came that the moment asks for; empty when no moment was told."""
    rows = [row for row in tone_rows(voice) if row.wanted]
    if not rows:
        return ""
    names = joined([lowered(row.tone.name) for row in rows])
    scores = [row.score for row in rows if row.score is not None]
    if not scores:
        return f"Este momento pide un tono {names}; no hubo con qué juzgarlo."
    return f"Este momento pide un tono {names}: parecido medio de {100.0 * max(scores):.0f} %."
