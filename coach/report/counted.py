"""What of a session is held for or against anybody: not what is nothing to speak of there, before that client.

A smile is praised, but neither in a complaint nor before somebody who shouts; looking down is to be mended, but not
while data are written down. Which is which the rules of advice say: what one for a moment or a client silences does
not count there. What is silent everywhere is no more than too common to be told while it happens, and counts.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from typing import Final, TypeVar

from coach.core.events import CongruenceSegment, FindingSegment, SignalSegment
from coach.manual.rules import best, load_rules
from coach.report.result import Result, Span, shared
from coach.report.words import ASIDE, lasting

_Held = TypeVar("_Held", Span, SignalSegment, FindingSegment, CongruenceSegment)

_SLIVER_S: Final = 0.5
"""What is left of something cut is nothing to speak of below this: moments are told by hand, not to the frame."""
_TOLD_S: Final = 0.05
"""Below this a length of time would be written as 0.0 s."""


def counts(id: str, moment: str | None, client: str | None) -> bool:
    """Whether a signal, a finding or a congruence is to be praised, or mended, where it shows at `moment`."""
    rules = (rule for rule in load_rules().values() if rule.about == id and rule.when == "presente")
    rule = best(rules, moment, client, ())
    return rule is None or rule.harm > 0.0 or not (rule.moments or rule.clients)


def counted(result: Result) -> Result:
    """`result` without what does not count where it showed; a signal could not be judged there, either."""
    places = {id: spans for id in _silenced() if (spans := aside(result, id))}
    blind = tuple(piece for id in places for piece in without(places[id], result.blind_to(id)))
    observable = dict(result.observable)
    for piece in blind:
        if piece.id in observable:
            observable[piece.id] = max(0.0, observable[piece.id] - (piece.end_s - piece.start_s) / result.duration_s)
    voice = result.voice
    if voice is not None:
        voice = replace(voice, findings=_counted(voice.findings, places))
    return replace(
        result,
        segments=_counted(result.segments, places),
        observable=observable,
        blind=tuple(
            sorted(
                (*result.blind, *(piece for piece in blind if piece.id in observable)),
                key=lambda span: (span.start_s, span.end_s, span.id),
            )
        ),
        voice=voice,
        congruences=_counted(result.congruences, places),
    )


def any_aside(result: Result, id: str) -> bool:
    """Whether some of the session was no place to praise it, or to mend it."""
    return bool(aside(result, id))


def occasions(result: Result, told: Result, id: str) -> int:
    """How many segments have something left in what counts, `told`: one cut in the middle is still one."""
    begun = sorted(one.start_s for one in result.held(id))
    return len({bisect_right(begun, piece.start_s) for piece in told.held(id)})


def left_out(result: Result, id: str) -> str:
    """What is said of the time in which it held and did not count; empty when there was none."""
    held = result.held(id)
    seconds = sum(shared(held, span.start_s, span.end_s) for span in aside(result, id))
    return f"; sin contar {lasting(seconds)} en que {ASIDE}" if seconds >= _TOLD_S else ""


def _silenced() -> Iterable[str]:
    """All that is silent somewhere, in the order of the rules."""
    silent = (rule.about for rule in load_rules().values() if rule.harm == 0.0 and rule.when == "presente")
    return dict.fromkeys(silent)


def aside(result: Result, id: str) -> tuple[Span, ...]:
    """Where it was neither to be praised nor to be mended."""
    silent = (one for one in result.stretches if not counts(id, one.moment, one.client))
    return tuple(Span(id, one.start_s, one.end_s) for one in silent)


def _counted(held: tuple[_Held, ...], places: dict[str, tuple[Span, ...]]) -> tuple[_Held, ...]:
    return tuple(
        piece
        for one in held
        for piece in without((one,), places.get(one.id, ()))
        if piece == one or piece.end_s - piece.start_s >= _SLIVER_S
    )


def without(held: Iterable[_Held], holes: Iterable[Span]) -> tuple[_Held, ...]:
    """What the holes leave of it."""
    left = tuple(held)
    for hole in holes:
        left = tuple(
            replace(one, start_s=start_s, end_s=end_s)
            for one in left
            for start_s, end_s in (
                (one.start_s, min(one.end_s, hole.start_s)),
                (max(one.start_s, hole.end_s), one.end_s),
            )
            if start_s < end_s
        )
    return left
