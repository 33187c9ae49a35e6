"""The voice in a kept session: rows of numbers instead of tables, since there are thousands of them."""

from __future__ import annotations

from typing import Any, get_args

from coach.core.countable import Hidden
from coach.core.events import FindingSegment, ToneScored
from coach.core.voices import HeardVoice
from coach.manual.findings import load_findings
from coach.manual.tables import Fault, Field, Validator, boolean, choice, number, table, text
from coach.manual.tones import load_abstentions, load_tones
from coach.report.record_values import mapping, maybe, rounded, sequence
from coach.report.voice_result import Point, VoiceResult

_PLAIN = ("speech_s", "pause_s", "syllables", "countable", "rate_calibrated", "reference")
_MEDIANS = ("pitch_median_hz", "pitch_range_st", "level_db", "noise_db")


def voice_document(voice: VoiceResult) -> dict[str, Any]:
    """`voice` as plain values.

    `curve` holds [t, rate, pitch]; `tones` [start, end, scores in the order of the manual or null, id, reason].
    """
    return {
        **{name: rounded(getattr(voice, name)) for name in (*_PLAIN, *_MEDIANS)},
        "tones": [_tone(one) for one in voice.tones],
        "findings": [[one.id, *rounded((one.start_s, one.end_s, one.confidence))] for one in voice.findings],
        "evidence": rounded(voice.evidence or {}),
        "curve": [rounded((point.t, point.rate_syl_s, point.pitch_st)) for point in voice.curve],
        "wanted": list(voice.wanted),
        "voices": [rounded((one.first_s, one.speech_s)) for one in voice.voices],
        "chosen": voice.chosen,
        "hidden": voice.hidden,
    }


def _tone(tone: ToneScored) -> list[Any]:
    scores = None if tone.scores is None else [round(tone.scores[id], 3) for id in load_tones()]
    return [round(tone.start_s, 3), round(tone.end_s, 3), scores, tone.id, tone.reason]


def voice_field() -> Validator:
    """Checks what `voice_document` gave, into a `VoiceResult`."""
    amount, level, time = number(0.0), number(), number()
    tone, reason = maybe(choice(load_tones())), maybe(choice(load_abstentions()))
    fields = {
        "speech_s": Field(amount),
        "pause_s": Field(amount),
        "syllables": Field(amount),
        "countable": Field(boolean),
        "rate_calibrated": Field(boolean),
        "reference": Field(boolean),
        **{name: Field(maybe(level)) for name in _MEDIANS},
        "tones": Field(sequence(_row(time, time, maybe(_scores), tone, reason, build=ToneScored))),
        "findings": Field(sequence(_row(choice(load_findings()), time, time, number(0.0, 1.0), build=FindingSegment))),
        "evidence": Field(mapping(sequence(text()))),
        "curve": Field(sequence(_row(time, maybe(amount), maybe(level), build=Point))),
        "wanted": Field(sequence(choice(load_tones()))),
        "voices": Field(sequence(_row(time, time, build=HeardVoice)), optional=True),
        "chosen": Field(maybe(_place), optional=True),
        "hidden": Field(maybe(choice(get_args(Hidden))), optional=True),
    }
    return table(fields, VoiceResult)


def _place(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise Fault("debe ser un número entero desde 0")
    return value


_SHARES = sequence(number(0.0, 1.0))


def _scores(value: object) -> dict[str, float]:
    scores = _SHARES(value)
    if len(scores) != len(load_tones()):
        raise Fault(f"lleva {len(scores)} tonos y son {len(load_tones())}")
    return dict(zip(load_tones(), scores, strict=True))


def _row(*checks: Validator, build: Any) -> Validator:
    """A list with one value a check, which go to `build` in order."""

    def check(value: object) -> Any:
        if not isinstance(value, list) or len(value) != len(checks):
            raise Fault(f"debe ser una lista de {len(checks)} valores")
        return build(*(one(raw) for one, raw in zip(checks, value, strict=True)))

    return check
