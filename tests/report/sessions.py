"""Sessions made by hand for the tests of report and progress."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

from coach.core.events import CongruenceSegment, Cue, FindingSegment, SignalSegment, ToneScored
from coach.core.source import SourceInfo
from coach.manual.catalog import load_catalog
from coach.manual.tones import load_tones
from coach.report.record import SessionRecord
from coach.report.result import Result, Span, Stretch, ordered
from coach.report.voice_result import Point, VoiceResult

FIRST_DAY = datetime(2026, 3, 2, 8, 30, tzinfo=timezone(timedelta(hours=-6)))
DURATION_S = 120.0
STRETCHES = (Stretch(0.0, 30.0, "saludo", "dominante"), Stretch(30.0, 120.0, "queja", "dominante"))


def windows(calido: float = 0.7, tranquilo: float = 0.2) -> tuple[ToneScored, ...]:
    """A window a second: warm at the greeting, hardly calm afterwards."""
    scores = dict.fromkeys(load_tones(), 0.3)
    greeting, complaint = scores | {"calido": calido}, scores | {"tranquilo": tranquilo}
    return tuple(
        ToneScored(t - 6.0, t + 6.0, greeting if t < 30 else complaint, None, "neutral") for t in range(6, 114)
    )


def voice(*findings: FindingSegment, hole: tuple[int, int] = (50, 60)) -> VoiceResult:
    """Two minutes of speech at 150 words a minute, nothing measured during `hole`."""
    curve = tuple(
        Point(float(t), None if hole[0] <= t < hole[1] else 5.0, None if hole[0] <= t < hole[1] else 12.0)
        for t in range(1, 120)
    )
    return VoiceResult(80.0, 20.0, 500.0, True, True, True, 200.0, 6.0, -24.0, -60.0, windows(), findings, {}, curve)


def session(
    *segments: SignalSegment,
    heard: VoiceResult | None = None,
    blind: tuple[Span, ...] = (),
    congruences: tuple[CongruenceSegment, ...] = (),
    cues: tuple[Cue, ...] = (),
    stretches: tuple[Stretch, ...] = STRETCHES,
) -> Result:
    """Two minutes with camera and microphone in which everything could be judged but during `blind`."""
    observable = dict.fromkeys(load_catalog(), 1.0)
    for span in blind:
        observable[span.id] -= (span.end_s - span.start_s) / DURATION_S
    return Result(
        source=SourceInfo("cámara", None, True, True, 30.0, live=True),
        duration_s=DURATION_S,
        seen_s=DURATION_S,
        segments=ordered(segments),
        observable=observable,
        cues=cues,
        conditions=(),
        blind=blind,
        voice=heard,
        stretches=stretches,
        congruences=congruences,
    )


def kept(result: Result, day: int = 0, goal: str | None = None) -> SessionRecord:
    """A practice, so many days after the first."""
    return SessionRecord("practica", FIRST_DAY + timedelta(days=day), result, goal)


def crossed(seconds: float) -> SignalSegment:
    """Arms crossed during the complaint, for so long."""
    return SignalSegment("brazos_cruzados", 40.0, 40.0 + seconds, 0.9)


def smiling() -> SignalSegment:
    """A smile at the greeting."""
    return SignalSegment("sonrisa", 3.0, 9.0, 0.9)


def mute(result: Result) -> Result:
    """The same without a microphone."""
    return replace(result, voice=None)
