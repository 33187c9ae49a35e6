"""How far a voice has gone towards a tone's target profile, in steps of the speaker's own, and the score of that.

Every feature that a tone asks to change counts by how far it has gone that way; what a tone asks to keep counts only
where the voice leaves it. The score is the logistic of the sum: so a bar never stands at its end while the voice goes
on, and never falls because the voice went too far the right way. Excess is for the findings (too fast, monotonous).
"""

from __future__ import annotations

from collections.abc import Mapping
from math import exp, log
from typing import Final

from coach.manual.tones import SMILE, Tone, Zone

NEUTRAL: Final = 0.2
"""Score of a voice that is just as its speaker's own."""
CONFIDENT: Final = 0.6
"""Score below which no tone stands out: the voice is near the speaker's own."""
DEPARTURE: Final = 1.1
"""Steps towards a tone at which its score is `CONFIDENT`: an unchanged voice wanders by about one from window to window
(docs/precision.md)."""

_WANDER: Final = 1.0
"""Steps past the far end of its zone where windows of a voice lie that is held at that end: nobody holds it closer."""
_BEYOND: Final = 0.3
"""What a step counts farther out: too much of a tone is still that tone, but hardly a better one."""
_MOST_STEPS: Final = 5.0
_KNOWN: Final = 0.5


def score(steps: float) -> float:
    """The score of a voice that is so many steps nearer to a tone than the speaker's own.

    >>> [round(score(steps), 2) for steps in (-1.0, 0.0, DEPARTURE, 2.0)]
    [0.05, 0.2, 0.6, 0.87]
    """
    return 1.0 / (1.0 + exp(-_LOG_ODDS_NEUTRAL - steps * _LOG_ODDS_STEP))


def _log_odds(share: float) -> float:
    return log(share / (1.0 - share))


_LOG_ODDS_NEUTRAL: Final = _log_odds(NEUTRAL)
_LOG_ODDS_STEP: Final = (_log_odds(CONFIDENT) - _LOG_ODDS_NEUTRAL) / DEPARTURE


def approaches(tones: Mapping[str, Tone], values: Mapping[str, float | None]) -> dict[str, float] | None:
    """The `approach` to every tone; None when too little is measured to tell one of them."""
    steps = {id: approach(tone, values) for id, tone in tones.items()}
    known = {id: value for id, value in steps.items() if value is not None}
    return known if len(known) == len(steps) else None


def approach(tone: Tone, values: Mapping[str, float | None]) -> float | None:
    """How many steps the voice is nearer to the tone than the speaker's own.

    The weighted mean over what the tone asks to change, less the weighted steps by which the voice leaves what it asks
    to keep. Features without a value do not count. None when less than half of the profile has one.
    """
    found = [(zone, value) for zone in tone.zones if (value := values[zone.measured]) is not None]
    known, whole = (sum(z.weight for z in zones if z.feature != SMILE) for zones in ([z for z, _ in found], tone.zones))
    asked = sum(zone.weight for zone, _ in found if zone.direction)
    if known < _KNOWN * whole or not asked:
        return None
    steps = {True: 0.0, False: 0.0}
    for zone, value in found:
        steps[zone.direction != 0] += zone.weight * gone(zone, value)
    return steps[True] / asked + steps[False]


def gone(zone: Zone, value: float) -> float:
    """How many steps a feature has gone towards a zone: whole ones as far as its far end, less beyond.

    Where the speaker's own fulfils a zone nothing is gained within it, and lost what lies outside. In the feature's own
    unit one step at most is lost; a smile, which no voice has by itself, gains as much.

    >>> up, keep = Zone("pitch_st", 1.0, 0.5, 1.5, raw=False), Zone("pitch_st", 0.3, None, 0.5, raw=False)
    >>> [round(gone(up, z), 2) for z in (-4.0, -1.0, 0.0, 1.0, 3.0)], [gone(keep, z) for z in (-1.0, 2.0)]
    ([-4.0, -1.0, 0.0, 1.0, 2.65], [0.0, -1.5])
    >>> falling, smile = Zone("falling_share", 0.2, 0.7, None, raw=True), Zone(SMILE, 0.5, 0.3, None, raw=True)
    >>> [[gone(zone, share) for share in (0.0, 0.8)] for zone in (falling, smile)]
    [[-1.0, 0.0], [-1.0, 1.0]]
    """
    if zone.direction:
        return _departed(zone, zone.direction * value)
    if not zone.raw:
        return max(-_MOST_STEPS, 0.0 - zone.outside(value))
    edge = max(abs(bound) for bound in (zone.low, zone.high) if bound is not None) / 2.0
    missed = min(1.0, zone.outside(value) / edge)
    return 1.0 - 2.0 * missed if zone.feature == SMILE else 0.0 - missed


def _departed(zone: Zone, way: float) -> float:
    """`way`: steps that the feature is away from the speaker's own in the direction of the zone."""
    end = zone.high if zone.direction > 0 else zone.low
    far = _MOST_STEPS if end is None else abs(end) + _WANDER
    return max(-_MOST_STEPS, min(way, far) + _BEYOND * max(0.0, min(way, _MOST_STEPS) - far))
