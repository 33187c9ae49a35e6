"""Whether a tone's bar follows when a voice is moved towards that tone, or away from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from coach.core.events import ToneScored

_PAIRS: Final = 40


@dataclass(frozen=True, slots=True)
class Movement:
    """Of `pairs` moments, in so many (`right`) the bar of tone `id` moved as it should: up if `rises`, else not up.

    `led`: share of the moved voice's windows in which the tone stood out.
    """

    id: str
    rises: bool
    pairs: int
    right: int
    led: float

    @property
    def share(self) -> float:
        """Pairs that moved the right way."""
        return self.right / self.pairs


def movement(id: str, rises: bool, before: Sequence[ToneScored], after: Sequence[ToneScored]) -> Movement:
    """Pairs moments of the same words: the windows of a voice as it was, and as it was made. Both hold scores.

    >>> was, made = ToneScored(0, 12, {"seguro": 0.4}, None, None), ToneScored(0, 12, {"seguro": 0.9}, "seguro", None)
    >>> movement("seguro", True, [was], [made]).share
    1.0
    """
    right = 0
    for pair in range(_PAIRS):
        was, made = (_score(id, windows[pair * len(windows) // _PAIRS]) for windows in (before, after))
        right += made > was if rises else made <= was
    return Movement(id, rises, _PAIRS, right, sum(window.id == id for window in after) / len(after))


def _score(id: str, window: ToneScored) -> float:
    assert window.scores is not None
    return window.scores[id]
