"""Speaking rate and pauses within a window, from nuclei and spans of speech."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from coach.core.events import SpeechSpan
from coach.voz.activity import PAUSE_S

WINDOW_S: Final = 12.0
TURN_GAP_S: Final = 2.0
"""A longer pause is the end of a turn: listening, not hesitating."""
_LEAST_TURN_S, _LEAST_SPEECH_S = 4.0, 3.0
_LULL_S, _EDGE_S = 1.0, 0.25
"""Where others talk, the speaker is silent from so long on without a syllable, but for the edges of those around."""
_THOUGHT_S: Final = 0.6
"""What the longest pause of a window counts at most in `flow`: who stops once to think is not slow."""


@dataclass(frozen=True, slots=True)
class Pace:
    """What the window holds: seconds of speech and of turns (speech and the pauses inside), and three rates.

    `rate`, `articulation` and `flow` (`rate`, but for one pause to think) in syllables a second, `pause_share` in
    [0, 1]; None before there is enough speech.
    """

    speech_s: float
    turn_s: float
    rate: float | None
    articulation: float | None
    flow: float | None
    pause_share: float | None


class RateMeter:
    """Remembers the nuclei and the spans of the last `WINDOW_S` seconds."""

    def __init__(self) -> None:
        self._nuclei: deque[tuple[float, bool]] = deque()
        self._weak = 0
        self._spans: deque[SpeechSpan] = deque()
        self._resumed: deque[float] = deque()

    def resume(self, t: float) -> None:
        """The sound begins at `t`, or goes on after some was lost: what lies before is no pause of anybody's."""
        self._resumed.append(t)

    def nucleus(self, t: float, own: bool = True) -> None:
        """A syllable was spoken at `t`; `own`: loud enough to be the speaker's wherever others talk too."""
        self._nuclei.append((t, own))
        self._weak += not own

    @property
    def weak(self) -> float:
        """Share of the syllables of the last look's window that were not loud enough to be the speaker's."""
        return self._weak / max(1, len(self._nuclei))

    def span(self, span: SpeechSpan) -> None:
        """Speech ended."""
        self._spans.append(span)

    def read(self, t: float, under_way: SpeechSpan | None, *, among_others: bool = False) -> Pace:
        """The pace at `t`; `under_way` is the speech that has not ended, as far as it is known.

        `among_others`: others talk too, and only what is the speaker's own counts.
        """
        begin = t - WINDOW_S
        while self._nuclei and self._nuclei[0][0] < begin:
            self._weak -= not self._nuclei.popleft()[1]
        while self._spans and self._spans[0].end_s <= begin:
            self._spans.popleft()
        while self._resumed and self._resumed[0] < begin:
            self._resumed.popleft()
        spans = [*self._spans, *([under_way] if under_way else [])]
        syllables = len(self._nuclei)
        if among_others:
            nuclei = [nucleus for nucleus, own in self._nuclei if own]
            spans, syllables = [part for span in spans for part in parts(span, begin, nuclei)], len(nuclei)
        speech = sum(span.end_s - max(span.start_s, begin) for span in spans if span.end_s > begin)
        pauses = list(self._pauses(spans, begin))
        turn = speech + sum(pauses)
        thought = max(0.0, max(pauses, default=0.0) - _THOUGHT_S)
        enough = turn >= _LEAST_TURN_S
        return Pace(
            speech_s=speech,
            turn_s=turn,
            rate=syllables / turn if enough else None,
            articulation=syllables / speech if speech >= _LEAST_SPEECH_S else None,
            flow=syllables / (turn - thought) if enough else None,
            pause_share=1.0 - speech / turn if enough else None,
        )

    def _pauses(self, spans: list[SpeechSpan], begin: float) -> Iterator[float]:
        """Lengths of the pauses inside turns, as far as they lie after `begin`."""
        for before, after in zip(spans, spans[1:], strict=False):
            lost = any(before.end_s <= t <= after.start_s for t in self._resumed)
            if PAUSE_S <= after.start_s - before.end_s < TURN_GAP_S and not lost:
                yield max(0.0, after.start_s - max(before.end_s, begin))


def parts(span: SpeechSpan, begin: float, nuclei: list[float]) -> Iterator[SpeechSpan]:
    """The parts of a span, as far as it lies after `begin`, in which there are `nuclei`."""
    start, groups = max(span.start_s, begin), list[list[float]]()
    for nucleus in nuclei:
        if not start <= nucleus <= span.end_s:
            continue
        if groups and nucleus - groups[-1][-1] <= _LULL_S:
            groups[-1].append(nucleus)
        else:
            groups.append([nucleus])
    for first, last in ((group[0], group[-1]) for group in groups):
        yield SpeechSpan(
            start if first - start <= _LULL_S else first - _EDGE_S,
            span.end_s if span.end_s - last <= _LULL_S else last + _EDGE_S,
        )
