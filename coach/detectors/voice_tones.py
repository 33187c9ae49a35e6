"""How near a voice comes to each tone of the manual: a likeness to a target profile, never a verdict.

Nobody has labelled these tones in recordings of people: the profiles are proposals, not validated on people.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from typing import Final

from coach.core.events import SignalChanged, State, ToneScored, VoiceFeatures
from coach.detectors.voice_baseline import abstention
from coach.manual.tones import SMILE, Tone, Zone

WINDOW_S: Final = 12.0
REFRESH_S: Final = 1.0
CONFIDENT: Final = 0.6
"""Score below which no tone stands out: the voice is near the speaker's own."""
LEAD: Final = 0.1
"""How far the first must be ahead of the second."""
DEPARTURE: Final = 1.1
"""Steps, on average over what a tone asks to change, that a voice must be away from its own for that tone to stand out:
an unchanged voice wanders by up to about one (docs/precision.md)."""
SMOOTHED: Final = 5
"""Windows over which scores are averaged, so that the bars do not jitter."""

_NEAR: Final = 0.5
_FAR: Final = 3.0
_FAR_OF_NEUTRAL: Final = 1.5
_MOST_STEPS: Final = 3.0
_KNOWN: Final = 0.5
_SMILE_ID: Final = "sonrisa"
_SEEN_S: Final = 3.0


class ToneScorer:
    """Features compared with the speaker's own → a `ToneScored` a second."""

    def __init__(self, tones: Mapping[str, Tone]) -> None:
        self._tones = tones
        self._smile = SmileShare()
        self._recent: deque[tuple[dict[str, float], dict[str, float]]] = deque(maxlen=SMOOTHED)
        self._next = float("-inf")

    def see(self, change: SignalChanged) -> None:
        """What the camera sees; a smile supports the warm tone."""
        self._smile.see(change)

    def push(self, features: VoiceFeatures, ready: bool) -> ToneScored | None:
        """The scores when they are due; `ready`: there is a voice to compare with."""
        self._smile.tick(features.t)
        if features.t < self._next:
            return None
        self._next = features.t + REFRESH_S - 1e-6
        start_s = max(0.0, features.t - WINDOW_S)
        reason = abstention(features.values) or (None if ready else "sin_referencia")
        values = {**features.values, SMILE: self._smile.share}
        scores = None if reason else scored(self._tones, values)
        if scores is None:
            self._recent.clear()
            return ToneScored(start_s, features.t, None, None, reason or "poca_voz")
        self._recent.append((scores, {id: departure(tone, values) for id, tone in self._tones.items()}))
        mean, departed = (_means([pair[place] for pair in self._recent]) for place in (0, 1))
        return ToneScored(start_s, features.t, mean, *leading(mean, departed))


def _means(maps: Sequence[Mapping[str, float]]) -> dict[str, float]:
    return {id: sum(one[id] for one in maps) / len(maps) for id in maps[0]}


def scored(tones: Mapping[str, Tone], values: Mapping[str, float | None]) -> dict[str, float] | None:
    """Every tone's score in [0, 1]; None when too little is measured to tell one of them."""
    scores = {id: score(tone, values) for id, tone in tones.items()}
    known = {id: value for id, value in scores.items() if value is not None}
    return known if len(known) == len(scores) else None


def score(tone: Tone, values: Mapping[str, float | None]) -> float | None:
    """The weighted mean membership of the tone's zones; zones without a value do not count.

    None when less than half of the profile has a value.
    """
    found = [
        (zone.weight, membership(zone, value)) for zone in tone.zones if (value := values[zone.measured]) is not None
    ]
    weight = sum(share for share, _ in found)
    whole = sum(zone.weight for zone in tone.zones if zone.feature != SMILE)
    return sum(share * inside for share, inside in found) / weight if weight >= _KNOWN * whole else None


def departure(tone: Tone, values: Mapping[str, float | None]) -> float:
    """How many steps the voice is away from its own, on average over what the tone asks to change, and that way."""
    steps = [
        (zone.weight, zone.direction * min(_MOST_STEPS, max(-_MOST_STEPS, value)))
        for zone in tone.zones
        if zone.direction and (value := values[zone.measured]) is not None
    ]
    weight = sum(share for share, _ in steps)
    return sum(share * step for share, step in steps) / weight if weight else 0.0


def leading(scores: Mapping[str, float], departed: Mapping[str, float]) -> tuple[str | None, str | None]:
    """The tone that stands out, or the reason why none does.

    >>> far = {"calido": 2.0, "seguro": 2.0}
    >>> leading({"calido": 0.8, "seguro": 0.5}, far), leading({"calido": 0.8, "seguro": 0.75}, far)
    (('calido', None), (None, 'empate'))
    >>> leading({"calido": 0.4, "seguro": 0.1}, far), leading({"calido": 0.8, "seguro": 0.5}, {"calido": 0.5})
    ((None, 'neutral'), (None, 'neutral'))
    """
    first, second = sorted(scores, key=lambda id: (-scores[id], id))[:2]
    if scores[first] < CONFIDENT or departed[first] < DEPARTURE:
        return None, "neutral"
    return (first, None) if scores[first] - scores[second] >= LEAD else (None, "empate")


def membership(zone: Zone, value: float) -> float:
    """1 within the zone, falling to 0 beside it.

    Towards the speaker's own voice (0) it falls before that is reached, so that a neutral voice earns nothing where a
    tone asks for a change; away from it, it falls slowly: too much of a tone is still that tone.

    >>> zone = Zone("pitch_st", 1.0, 0.5, 1.5, raw=False)
    >>> [membership(zone, z) for z in (0.0, 0.25, 1.0, 3.0, 4.5)]
    [0.0, 0.5, 1.0, 0.5, 0.0]
    """
    if zone.low is not None and value < zone.low:
        return _fall(zone, zone.low, zone.low - value, inwards=zone.low > 0.0)
    if zone.high is not None and value > zone.high:
        return _fall(zone, zone.high, value - zone.high, inwards=zone.high < 0.0)
    return 1.0


def _fall(zone: Zone, bound: float, off: float, *, inwards: bool) -> float:
    far = _FAR if zone.direction else _FAR_OF_NEUTRAL
    edge = abs(bound) / 2.0 if zone.raw else min(_NEAR, abs(bound)) if inwards else far
    return max(0.0, 1.0 - off / edge)


class SmileShare:
    """Share of the last window in which the camera saw a smile, of the time in which it could tell."""

    def __init__(self) -> None:
        self._state = State.NOT_OBSERVABLE
        self._ticks: deque[tuple[float, State]] = deque()

    def see(self, change: SignalChanged) -> None:
        """Take what the camera tells."""
        if change.id == _SMILE_ID:
            self._state = change.state

    def tick(self, t: float) -> None:
        """Time goes on, ten times a second."""
        self._ticks.append((t, self._state))
        while t - self._ticks[0][0] > WINDOW_S:
            self._ticks.popleft()

    @property
    def share(self) -> float | None:
        """None when the camera could tell for less than three seconds."""
        seen = [state is State.PRESENT for _, state in self._ticks if state is not State.NOT_OBSERVABLE]
        return sum(seen) / len(seen) if len(seen) >= 10.0 * _SEEN_S else None
