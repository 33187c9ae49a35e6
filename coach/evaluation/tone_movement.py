"""Whether a tone's bar follows when a voice is moved: what its profile expects, and in how many moments it did."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from coach.core.events import ToneScored
from coach.manual.tones import Tone, Zone

Move: TypeAlias = Mapping[str, float]
"""By how many of the speaker's steps each feature is moved."""

_LEAVES: Final = 1.0
"""Steps that a move must take a feature out of a zone that holds the speaker's own, for the zone to say anything."""
_NEAR_S: Final = 0.51
"""Scores come once a second: so far from each other are the same words, at most."""


@dataclass(frozen=True, slots=True)
class Window:
    """The scores of a moment (never without any), and the features that they rest on."""

    scored: ToneScored
    values: Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class Movement:
    """Of `pairs` moments, in so many (`right`) the bar of tone `id` rose (`rises`) or fell, as its profile expects.

    `led`, `misled`: windows of the moved voice, of `windows`, in which this tone stood out, and in which another did.
    """

    id: str
    rises: bool
    pairs: int
    right: int
    windows: int
    led: int
    misled: int


def expected(tone: Tone, move: Move, values: Mapping[str, float | None]) -> int:
    """Whether the tone's bar should rise (1) or fall (-1) from a moment of these values, or nothing is said (0).

    >>> from coach.manual.tones import load_tones
    >>> warm = load_tones()["calido"]
    >>> [expected(warm, {"pitch_st": by}, {}) for by in (1.0, -1.0)]
    [1, -1]
    >>> [expected(warm, {"rate_syl_s": by}, {"rate_syl_s_z": 0.0}) for by in (2.0, -2.0)]
    [-1, 0]
    """
    way = sum(_wanted(zone, move[zone.feature], values) for zone in tone.zones if zone.feature in move and not zone.raw)
    return (way > 0) - (way < 0)


def _wanted(zone: Zone, by: float, values: Mapping[str, float | None]) -> float:
    if zone.direction:
        return zone.direction * by
    was = values[zone.measured]
    leaves = 0.0 if was is None else zone.outside(was + by) - zone.outside(was)
    return -leaves if leaves >= _LEAVES else 0.0


def movement(
    tone: Tone, move: Move, before: Sequence[Window], after: Sequence[Window], said_at: Callable[[float], float]
) -> Movement | None:
    """Pairs moments of the same words: what ends at t `before` ends at `said_at(t)` after the move.

    None where the profile says nothing of this move.

    >>> from coach.manual.tones import load_tones
    >>> was, made = (Window(ToneScored(0, 12, {"seguro": score}, None, None), {}) for score in (0.4, 0.9))
    >>> movement(load_tones()["seguro"], {"pitch_st": -2.0}, [was], [made], lambda t: t)
    Movement(id='seguro', rises=True, pairs=1, right=1, windows=1, led=0, misled=0)
    """
    ways = [(expected(tone, move, one.values), change) for one, change in _pairs(tone.id, before, after, said_at)]
    told = [way * change for way, change in ways if way]
    if not told:
        return None
    return Movement(
        id=tone.id,
        rises=sum(way for way, _ in ways) > 0,
        pairs=len(told),
        right=sum(change > 0.0 for change in told),
        windows=len(after),
        led=sum(one.scored.id == tone.id for one in after),
        misled=sum(one.scored.id not in (None, tone.id) for one in after),
    )


def _pairs(
    id: str, before: Sequence[Window], after: Sequence[Window], said_at: Callable[[float], float]
) -> Iterable[tuple[Window, float]]:
    """Each window, and by how much the score was higher in the same words after the move."""
    for was in before:
        t = said_at(was.scored.end_s)
        made = min(after, key=lambda one: abs(one.scored.end_s - t), default=was)
        if abs(made.scored.end_s - t) <= _NEAR_S:
            yield was, _score(id, made) - _score(id, was)


def _score(id: str, window: Window) -> float:
    assert window.scored.scores is not None
    return window.scored.scores[id]
