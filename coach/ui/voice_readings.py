"""What the voice panel says of rate, level and inflection: a figure, a word for it, or why there is none."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from coach.core.countable import by_others, saturated, too_early
from coach.core.speech_rate import words_per_minute
from coach.manual.findings import Finding
from coach.ui.words import tr

Band: TypeAlias = Literal["low", "right", "high"]

QUIET_S: Final = 0.5
"""With less speech than this in the window nobody has said anything worth measuring."""
PAUSE_S: Final = 1.0
"""After such a pause there is no voice whose level could be praised."""
COUNTABLE_S: Final = 5.0
"""With this much speech and still no rate something hides the syllables: noise or, where there is little, clipping."""
CLIPPED: Final = 0.005
"""Share of clipped samples from which a voice is audibly distorted."""
LIVELY_ST: Final = 5.0
"""Range of pitch (P10-P90, semitones) from which a voice sounds lively."""

Values: TypeAlias = Mapping[str, float | None]
Edges: TypeAlias = tuple[float, float]
"""Words a minute, pauses included, where slow ends and where fast begins."""
BANDS: Final[tuple[Band | None, ...]] = (None, "low", "right", "high")


@dataclass(frozen=True, slots=True)
class Reading:
    """A gauge at one moment: `value` in the gauge's unit and the `word` for it; without a value the word says why."""

    value: float | None
    word: str
    band: Band | None = None


def rate_edges(findings: Mapping[str, Finding], held: Band | None = None) -> Edges:
    """The edges at which the findings `lento` and `rapido` begin; of a band that is `held`, where it is given up.

    Raises StopIteration when these do not tell.
    """
    slow, fast = (
        next(
            one.exit if band == held else one.enter
            for one in findings[id].detector.conditions
            if one.feature == "rate_syl_s"
        )
        for id, band in (("lento", "low"), ("rapido", "high"))
    )
    return words_per_minute(slow), words_per_minute(fast)


def rate(values: Values, present: Collection[str], edges: Edges) -> Reading:
    """Words a minute, `present` being the ids of the findings that hold, `edges` those of the band that is shown.

    >>> rate({"rate_syl_s": 5.0}, (), (110.0, 190.0))
    Reading(value=150.0, word='bien', band='right')
    """
    syllables = values.get("rate_syl_s")
    if syllables is None:
        return Reading(None, _why_no_rate(values, present))
    words = words_per_minute(syllables)
    flow = values.get("rate_flow_syl_s")  # one pause to think is not slow
    if "lento" in present or words_per_minute(syllables if flow is None else max(syllables, flow)) < edges[0]:
        return Reading(words, tr("lento"), "low")
    if "rapido" in present or words > edges[1]:
        return Reading(words, tr("rápido"), "high")
    return Reading(words, tr("bien"), "right")


def level(values: Values, present: Collection[str]) -> Reading:
    """Level of the newest sound in dBFS, with a word for the voice's own level."""
    now = values.get("level_db")
    if (values.get("clipped") or 0.0) > CLIPPED:
        return Reading(now, tr("se satura: aléjate"), "high")
    if "voz_baja" in present:
        return Reading(now, tr("baja"), "low")
    if _silent(values) or (values.get("pause_s") or 0.0) >= PAUSE_S:
        return Reading(now, tr("en silencio"))
    return Reading(now, tr("bien"), "right")


def inflection(values: Values, present: Collection[str], least_snr_db: float) -> Reading:
    """Range of the pitch in semitones; none in noise, of which some of that pitch may be.

    `least_snr_db`: what the finding `monotono` requires.
    """
    semitones, snr_db = values.get("pitch_range_st"), values.get("snr_db")
    if snr_db is not None and snr_db < least_snr_db and not _silent(values):
        return Reading(None, tr("hay ruido"))
    if semitones is None:
        return Reading(None, tr("en silencio") if _silent(values) else tr("escuchando…"))
    if "monotono" in present:
        return Reading(semitones, tr("monótona"), "low")
    lively = semitones >= LIVELY_ST
    return Reading(semitones, tr("viva") if lively else tr("moderada"), "right")


def _silent(values: Values) -> bool:
    return (values.get("speech_s") or 0.0) < QUIET_S


def _why_no_rate(values: Values, present: Collection[str]) -> str:
    if _silent(values):
        return tr("En silencio: lo verás cuando hables")
    missed = (values.get("speech_s") or 0.0) >= COUNTABLE_S
    if missed and by_others(values):
        return tr("Se oyen otras voces: así no puedo contar tus sílabas")
    # `clipped` looks back a second, and the rate twelve: in a pause after a saturated voice it is 0 already.
    if missed and saturated(values):
        return tr("Tu voz llega saturada: aléjate del micrófono")
    if (missed and not too_early(values)) or "ruido" in present:
        return tr("Hay mucho ruido para contar sílabas")
    return tr("Te escucho: dame unos segundos de voz")
