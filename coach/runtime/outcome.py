"""From all that was gathered to what reports start from: the same for a recording and for a live session."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from coach.core.events import ContextChanged
from coach.core.source import SourceInfo
from coach.detectors.profile import Profile
from coach.report.result import Result, Span, Stretch, ordered, spans
from coach.report.voice_result import VoiceResult
from coach.runtime.gathered import Analysis, Blind
from coach.runtime.voice_summary import voice_result
from coach.runtime.voice_totals import VoiceTotals

_LAST_PICTURE_S: Final = 1.0
"""The last picture of a whole recording is this near its end."""
_COLUMNS: Final = 1500
"""More than a chart of a session can part."""
_FINE_S: Final = 0.2
"""Columns that are no longer than this need not be made coarser."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """What was heard over all, and the voice that it was measured from."""

    totals: VoiceTotals
    profile: Profile


def outcome(info: SourceInfo, analysis: Analysis, hearing: Hearing | None) -> Result:
    """What there is to report. `hearing`: None without sound, or where nothing of it could be read."""
    heard_s = 0.0 if hearing is None else hearing.totals.end_s
    duration_s = max(info.duration_s or 0.0, analysis.end_s, heard_s)
    seen_s = duration_s if duration_s - analysis.end_s < _LAST_PICTURE_S else analysis.end_s
    observable = analysis.observable()
    blind = coarse(analysis.blind(), duration_s)
    if seen_s < duration_s:  # damaged, or its sound goes on: what comes after the last picture was not seen either
        observable = {id: share * seen_s / duration_s for id, share in observable.items()}
        blind += [Span(id, seen_s, duration_s) for id in observable]
    stretches = service(analysis.contexts, duration_s)
    return Result(
        source=info,
        duration_s=duration_s,
        seen_s=seen_s,
        segments=ordered(analysis.segments),
        observable=observable,
        cues=tuple(analysis.cues),
        conditions=spans(analysis.conditions, duration_s),
        blind=tuple(sorted(blind, key=lambda span: (span.id, span.start_s))),
        profile=_learned(analysis.profile, hearing),
        voice=None if hearing is None else _voice(hearing, analysis, stretches),
        stretches=stretches,
        congruences=tuple(sorted(analysis.congruences, key=lambda one: (one.start_s, one.end_s, one.id))),
        adjusted=analysis.adjusted,
    )


def service(contexts: Iterable[ContextChanged], end_s: float) -> tuple[Stretch, ...]:
    """What the agent told of the service, as stretches; none where nobody told anything.

    >>> service([ContextChanged(2.0, "saludo", None), ContextChanged(9.0, "queja", "grosero")], 20.0)
    (Stretch(start_s=2.0, end_s=9.0, moment='saludo', client=None), \
Stretch(start_s=9.0, end_s=20.0, moment='queja', client='grosero'))
    """
    told = sorted(contexts, key=lambda context: context.t)
    ends = [*(context.t for context in told[1:]), end_s]
    return tuple(
        Stretch(one.t, end, one.moment, one.client)
        for one, end in zip(told, ends, strict=False)
        if end > one.t and (one.moment is not None or one.client is not None)
    )


def coarse(blind: Iterable[Blind], duration_s: float) -> list[Span]:
    """When each signal could not be judged, as fine as a chart can show it: what flickers over half an hour stays few.

    Of a session that is longer than five minutes each column of the chart counts as what most of it was.

    >>> coarse([Blind("sonrisa", 0.0, 1.0), Blind("sonrisa", 1.1, 3.0)], 10.0)
    [Span(id='sonrisa', start_s=0.0, end_s=1.0), Span(id='sonrisa', start_s=1.1, end_s=3.0)]
    >>> coarse([Blind("sonrisa", 0.0, 9.0), Blind("sonrisa", 9.2, 30.0), Blind("sonrisa", 99.0, 99.1)], 1500.0)
    [Span(id='sonrisa', start_s=0.0, end_s=30.0)]
    """
    width = duration_s / _COLUMNS
    if width <= _FINE_S:
        return [Span(one.id, one.start_s, one.end_s) for one in blind]
    covered: dict[str, dict[int, float]] = {}
    for one in blind:
        columns = covered.setdefault(one.id, {})
        for column in range(int(one.start_s / width), int(one.end_s / width) + 1):
            within_s = min(one.end_s, (column + 1) * width) - max(one.start_s, column * width)
            columns[column] = columns.get(column, 0.0) + within_s
    return [
        Span(id, first * width, min(last * width, duration_s))
        for id, columns in covered.items()
        for first, last in _runs(sorted(column for column, seconds in columns.items() if seconds > width / 2))
    ]


def _runs(columns: list[int]) -> list[tuple[int, int]]:
    """Neighbours as one: from the first to after the last.

    >>> _runs([1, 2, 3, 7])
    [(1, 4), (7, 8)]
    """
    runs: list[tuple[int, int]] = []
    for column in columns:
        if runs and runs[-1][1] == column:
            runs[-1] = runs[-1][0], column + 1
        else:
            runs.append((column, column + 1))
    return runs


def _voice(hearing: Hearing, analysis: Analysis, stretches: tuple[Stretch, ...]) -> VoiceResult:
    moments = tuple(dict.fromkeys(one.moment for one in stretches if one.moment is not None))
    return voice_result(hearing.totals, hearing.profile, analysis.voice, moments)


def _learned(profile: Profile | None, hearing: Hearing | None) -> Profile | None:
    """What was measured from, of picture and voice."""
    if hearing is None:
        return profile
    return replace(profile or Profile(), voice=hearing.profile.voice, rate_factor=hearing.profile.rate_factor)
