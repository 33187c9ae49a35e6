"""A service of two hours, dense with everything that a session can hold, made of the real types of record."""

from __future__ import annotations

from itertools import cycle
from math import sin

from coach.core.events import CongruenceSegment, Cue, FindingSegment, SignalSegment, ToneScored
from coach.core.source import SourceInfo
from coach.manual.catalog import load_catalog
from coach.manual.clients import load_clients
from coach.manual.conditions import load_conditions
from coach.manual.congruences import load_congruences
from coach.manual.findings import load_findings
from coach.manual.moments import load_moments
from coach.manual.tones import load_tones
from coach.report.record import SessionRecord
from coach.report.result import Result, Span, Stretch, ordered
from coach.report.voice_result import Point, VoiceResult
from tests.support.stores import STARTED

TWO_HOURS_S = 7200.0


def long_record(duration_s: float = TWO_HOURS_S) -> SessionRecord:
    """Nobody shows so much at once: three signals every two seconds, a finding and a congruence every ten."""
    ids, moments, clients = list(load_catalog()), cycle(load_moments()), cycle(load_clients())
    segments = [
        SignalSegment(ids[(number * 7 + place) % len(ids)], t, t + 1.25 + place, 0.5 + 0.1 * place)
        for number, t in enumerate(_every(2.0, duration_s))
        for place in range(3)
    ]
    blind = [Span(ids[number % 7], t, t + 9.5) for number, t in enumerate(_every(15.0, duration_s))]
    named = list(load_conditions())
    conditions = [Span(named[number % 4], t, t + 7.0) for number, t in enumerate(_every(60.0, duration_s))]
    names = list(load_congruences())
    together = [
        CongruenceSegment(names[number % 3], t, t + 4.0, 0.6) for number, t in enumerate(_every(10, duration_s))
    ]
    result = Result(
        source=SourceInfo("jornada.mp4", duration_s, True, True, 30.0, live=False),
        duration_s=duration_s,
        seen_s=duration_s,
        segments=ordered(segments),
        observable=dict.fromkeys(ids, 0.9),
        cues=tuple(Cue(t, "Abre los hombros", ("hombros_encorvados",), "corrige") for t in _every(20.0, duration_s)),
        conditions=tuple(conditions),
        blind=tuple(blind),
        voice=_voice(duration_s),
        stretches=tuple(
            Stretch(t, min(t + 240.0, duration_s), next(moments), next(clients)) for t in _every(240.0, duration_s)
        ),
        congruences=tuple(together),
    )
    return SessionRecord("grabacion", STARTED, result)


def _voice(duration_s: float) -> VoiceResult:
    tones, found = list(load_tones()), list(load_findings())
    scores = dict.fromkeys(tones, 0.3)
    windows = tuple(
        ToneScored(t - 6.0, t + 6.0, scores, tones[int(t / 40) % len(tones)] if t % 40 < 20 else None, None)
        for t in _every(1.0, duration_s)
    )
    findings = tuple(
        FindingSegment(found[number % 4], t, t + 5.0, 0.7) for number, t in enumerate(_every(10.0, duration_s))
    )
    curve = tuple(
        Point(t, None if t % 37 < 5 else 5.0 + sin(t / 9.0), None if t % 37 < 5 else 12.0 + 4.0 * sin(t / 5.0))
        for t in _every(1.0, duration_s)
    )
    return VoiceResult(
        4000.0, 1000.0, 20_000.0, True, True, True, 190.0, 6.0, -24.0, -60.0, windows, findings, {}, curve
    )


def _every(step_s: float, duration_s: float) -> list[float]:
    return [step_s * number for number in range(int(duration_s / step_s))]
