"""A session moment by moment: what held, what could be judged, which tones it asks for and how near they were."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from coach.core.events import ToneScored
from coach.manual.catalog import load_catalog
from coach.manual.moments import tones_of
from coach.report.result import Result, Stretch, shared
from coach.report.served import clients_of


@dataclass(frozen=True, slots=True)
class MomentView:
    """All stretches of one `moment` (None: the rest, or a session in which nobody told), `seconds` in all.

    `clients` are those that were told, with their seconds; `held_s` and `judged_s` by signal; `scores` is the mean of
    every tone over the windows whose middle lies in the moment, empty when nothing can be said; `wanted` are the tones
    that the manual asks for there.
    """

    moment: str | None
    clients: Mapping[str, float]
    seconds: float
    held_s: Mapping[str, float]
    judged_s: Mapping[str, float]
    wanted: tuple[str, ...]
    scores: Mapping[str, float]


def moment_views(result: Result) -> tuple[MomentView, ...]:
    """One a moment, in the order in which they first came; the whole session as one where nobody told any."""
    told = result.stretches or (Stretch(0.0, result.duration_s, None, None),)
    return tuple(
        _view(result, moment, [one for one in told if one.moment == moment])
        for moment in dict.fromkeys(one.moment for one in told)
    )


def _view(result: Result, moment: str | None, stretches: list[Stretch]) -> MomentView:
    held, judged = dict.fromkeys(load_catalog(), 0.0), dict.fromkeys(load_catalog(), 0.0)
    for one in stretches if result.source.video else ():
        for id in held:
            held[id] += shared(result.of(id), one.start_s, one.end_s)
            blind_s = shared(result.blind_to(id), one.start_s, one.end_s)
            judged[id] += max(0.0, one.end_s - one.start_s - blind_s)
    windows = [tone for tone in (() if result.voice is None else result.voice.tones) if _within(tone, stretches)]
    wanted = () if moment is None else tones_of(moment)
    return MomentView(
        moment=moment,
        clients=clients_of(stretches),
        seconds=sum(one.end_s - one.start_s for one in stretches),
        held_s=held,
        judged_s=judged,
        wanted=wanted,
        scores=_means(windows),
    )


def _within(tone: ToneScored, stretches: list[Stretch]) -> bool:
    middle = (tone.start_s + tone.end_s) / 2
    return any(one.start_s <= middle < one.end_s for one in stretches)


def _means(windows: list[ToneScored]) -> dict[str, float]:
    known = [tone.scores for tone in windows if tone.scores is not None]
    return {id: sum(scores[id] for scores in known) / len(known) for id in known[0]} if known else {}
