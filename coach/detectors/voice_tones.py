"""How near a voice comes to each tone of the manual: a likeness to a target profile, never a verdict.

Nobody has labelled these tones in recordings of people: the profiles are proposals, not validated on people.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import Final

from coach.core.events import SignalChanged, State, ToneScored, VoiceFeatures
from coach.detectors.tone_approach import CONFIDENT, approaches, score
from coach.detectors.voice_baseline import abstention
from coach.manual.tones import SMILE, Tone

WINDOW_S: Final = 12.0
REFRESH_S: Final = 1.0
LEAD: Final = 0.1
"""How far the first must be ahead of the second."""
SMOOTHED_S: Final = 6.0
"""Seconds of windows over which steps are averaged, so that the bars do not jitter."""
HELD: Final = 15
"""Windows over which a tone must stand out as well: what a phrase or two does is no tone."""
HELD_WITHIN_S: Final = 30.0
"""They may be this old; between them the other may speak."""

_SMILE_ID: Final = "sonrisa"
_SEEN_S: Final = 3.0


class ToneScorer:
    """Features compared with the speaker's own → a `ToneScored` a second."""

    def __init__(self, tones: Mapping[str, Tone]) -> None:
        self._tones = tones
        self._smile = SmileShare()
        self._recent: deque[tuple[float, Mapping[str, float]]] = deque(maxlen=HELD)
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
        near = None if reason else approaches(self._tones, {**features.values, SMILE: self._smile.share})
        while self._recent and self._recent[0][0] < features.t - HELD_WITHIN_S:
            self._recent.popleft()
        if near is None:
            return ToneScored(start_s, features.t, None, None, reason or "poca_voz")
        self._recent.append((features.t, near))
        scores = self._scores(features.t - SMOOTHED_S + 1e-6)
        held = self._scores(float("-inf")) if len(self._recent) == HELD else None
        return ToneScored(start_s, features.t, scores, *leading(scores, held))

    def _scores(self, after: float) -> dict[str, float]:
        """The scores of the mean of the windows after that moment."""
        steps = [one for t, one in self._recent if t > after]
        return {id: score(sum(one[id] for one in steps) / len(steps)) for id in self._tones}


def leading(scores: Mapping[str, float], held: Mapping[str, float] | None) -> tuple[str | None, str | None]:
    """The tone that stands out now and in the scores that `held` for longer (None: too short), or why none does.

    >>> far = {"calido": 0.8, "seguro": 0.5}
    >>> leading(far, far), leading(far, None), leading({"calido": 0.8, "seguro": 0.75}, far)
    (('calido', None), (None, 'pasajero'), (None, 'empate'))
    >>> leading({"calido": 0.5, "seguro": 0.1}, far)
    (None, 'neutral')
    """
    first, reason = _first(scores)
    if reason is not None:
        return None, reason
    return (first, None) if held is not None and _first(held) == (first, None) else (None, "pasajero")


def _first(scores: Mapping[str, float]) -> tuple[str, str | None]:
    """The nearest tone, and why it does not stand out."""
    first, second = sorted(scores, key=lambda id: (-scores[id], id))[:2]
    if scores[first] < CONFIDENT:
        return first, "neutral"
    return first, None if scores[first] - scores[second] >= LEAD else "empate"


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
