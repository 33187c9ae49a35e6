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
_FINEST: Final = 1500.0
"""Two stretches that could not be judged are told as one when a chart of so many columns could not part them."""


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
    blind = joined(analysis.blind(), duration_s / _FINEST)
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


def joined(blind: Iterable[Blind], gap_s: float) -> list[Span]:
    """Stretches of the same signal with less than `gap_s` between them as one.

    >>> joined([Blind("sonrisa", 0.0, 1.0), Blind("sonrisa", 1.2, 3.0), Blind("asentir", 3.1, 4.0)], 0.5)
    [Span(id='sonrisa', start_s=0.0, end_s=3.0), Span(id='asentir', start_s=3.1, end_s=4.0)]
    """
    found: list[Span] = []
    for one in blind:
        if found and found[-1].id == one.id and one.start_s - found[-1].end_s < gap_s:
            found[-1] = replace(found[-1], end_s=max(found[-1].end_s, one.end_s))
        else:
            found.append(Span(one.id, one.start_s, one.end_s))
    return found


def _voice(hearing: Hearing, analysis: Analysis, stretches: tuple[Stretch, ...]) -> VoiceResult:
    moments = tuple(dict.fromkeys(one.moment for one in stretches if one.moment is not None))
    return voice_result(hearing.totals, hearing.profile, analysis.voice, moments)


def _learned(profile: Profile | None, hearing: Hearing | None) -> Profile | None:
    """What was measured from, of picture and voice."""
    if hearing is None:
        return profile
    return replace(profile or Profile(), voice=hearing.profile.voice, rate_factor=hearing.profile.rate_factor)
