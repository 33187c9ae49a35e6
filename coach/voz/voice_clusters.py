"""From vectors of voices to how many there are, and what each is like (pure).

Vectors that are alike are grouped (agglomerative, average linkage), so that a voice that is heard little is found. Two
voices of one telephone line may still be in one group: it is halved where its halves differ among each other by more
than each within itself, and groups that do not are joined again. So are those that change from window to window: who
speaks goes on for a while, what alternates are sounds of one voice.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from coach.core.voices import MOST_VOICES

Vectors: TypeAlias = npt.NDArray[np.float32]
"""(n, d), each of length 1."""
_Numbers: TypeAlias = npt.NDArray[Any]

_ALIKE: Final = 0.3
"""Mean likeness (cosine) above which two groups are one voice: chosen on development voices (docs/precision.md)."""
_SAME: Final = 0.77
"""Likeness between two groups, over that within each, above which they are one voice: of development voices that were
halved 0.78 or more in five moods and 0.81 in one, 0.76 or less where there were two."""
_OTHER: Final = 0.7
"""Below it they are two, however briefly each speaks."""
_GOES_ON: Final = 0.55
"""By how much neighbours in speech are of one group, from as often as by chance (0) to always (1): less, and the groups
are one voice. 0.62 or more on development voices where there were two, 0.50 or less where one spoke in one mood."""
_LEAST_HALF: Final = 8
"""Windows of each half: in fewer the same few words are more alike than a voice is to itself."""
_TURNS: Final = 30
"""Rounds in which halves settle."""
_LEAST: Final = 3
"""Windows that a voice needs; fewer are a laugh, a cough, a door."""
_LEAST_SHARE: Final = 0.02
_BETWEEN: Final = 0.88
"""A small group whose middle lies so near the plane of two larger ones holds both their voices at once."""
_MOST: Final = 1200
"""Vectors that are grouped; of more, so many in pairs evenly apart."""


def voices_in(vectors: Vectors, stretches: _Numbers) -> Vectors:
    """(k, d): the middle of each voice, k <= `MOST_VOICES`, largest first; at least one where there is a vector.

    `stretches`, (n,), tells of each vector which unbroken stretch of speech it is of, in their order.
    """
    if len(vectors) > _MOST:  # in pairs, each by itself, so that neighbours stay neighbours
        firsts = 2 * np.linspace(0, len(vectors) // 2 - 1, _MOST // 2).round().astype(int)
        kept = np.stack([firsts, firsts + 1], axis=1).ravel()
        vectors, stretches = vectors[kept], stretches[kept] + len(stretches) * (kept // 2)
    groups = [np.array(group) for group in _groups(vectors)]
    least = max(_LEAST, _LEAST_SHARE * len(vectors))
    large = [group for group in groups if len(group) >= least] or [max(groups, key=len)] if groups else []
    speech = _Speech(vectors, stretches)
    least_half = max(_LEAST_HALF, least)
    halved = [half for group in _rejoined(speech, large) for half in _halved(speech, group, least_half)]
    halved.sort(key=lambda group: (-len(group), int(group[0])))
    middles = [_middle(vectors[group]) for group in halved]
    voices = [one for place, one in enumerate(middles) if not _is_mixture(one, middles[:place])]
    return np.stack(voices[:MOST_VOICES]) if voices else vectors[:0]


@dataclass(frozen=True, slots=True)
class _Speech:
    """What was said, window for window, and of which stretch each is."""

    vectors: Vectors
    stretches: _Numbers

    def is_one_voice(self, one: _Numbers, other: _Numbers) -> bool:
        """Whether two groups of places are as alike as each is to itself, or hardly less and alternate too fast."""
        apart = _apart(self.vectors[one], self.vectors[other])
        return apart > _SAME or (apart > _OTHER and not self._go_on(one, other))

    def _go_on(self, one: _Numbers, other: _Numbers) -> bool:
        places = np.sort(np.concatenate([one, other]))
        near = (np.diff(places) == 1) & (np.diff(self.stretches[places]) == 0)
        if near.sum() < _LEAST_HALF:
            return True
        second = np.isin(places, other)
        share = float(second.mean())
        chance = share**2 + (1.0 - share) ** 2
        together = float(np.mean((second[1:] == second[:-1])[near]))
        return together - chance >= _GOES_ON * (1.0 - chance)


def _halved(speech: _Speech, group: _Numbers, least: float) -> list[_Numbers]:
    """The group, or its parts where it holds several voices."""
    if len(group) < 2 * least:
        return [group]
    own = speech.vectors[group]
    main = np.linalg.svd(own - own.mean(axis=0), full_matrices=False)[0][:, 0]
    second = main > np.median(main)
    if not second.any():  # most lie together, the others on one side
        second = main > main.mean()
    if second.all() or not second.any():
        return [group]
    for _ in range(_TURNS):
        towards = own @ (_middle(own[second]) - _middle(own[~second])) > 0.0
        if min(towards.sum(), (~towards).sum()) < least:
            return [group]
        if (towards == second).all():
            break
        second = towards
    one, other = group[~second], group[second]
    if speech.is_one_voice(one, other):
        return [group]
    return _halved(speech, one, least) + _halved(speech, other, least)


def _rejoined(speech: _Speech, groups: list[_Numbers]) -> list[_Numbers]:
    """The groups, those that are one voice as one."""
    for one, other in combinations(range(len(groups)), 2):
        if speech.is_one_voice(groups[one], groups[other]):
            joined = np.sort(np.concatenate([groups[one], groups[other]]))
            rest = [group for place, group in enumerate(groups) if place not in (one, other)]
            return _rejoined(speech, [*rest, joined])
    return groups


def _apart(one: Vectors, other: Vectors) -> float:
    """Mean likeness between two groups over that within each: 1 where there is no difference."""
    within = [max(1e-6, _within(group)) for group in (one, other)]
    return float(np.mean(one @ other.T)) / math.sqrt(within[0] * within[1])


def _within(group: Vectors) -> float:
    """Mean likeness of different vectors of a group."""
    count = len(group)
    return (float(np.sum(group @ group.T)) - count) / (count * (count - 1)) if count > 1 else 1.0


def _middle(vectors: Vectors) -> Vectors:
    mean = vectors.mean(axis=0)
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-9), np.float32)


def _is_mixture(one: Vectors, larger: list[Vectors]) -> bool:
    """Whether it lies between two of the larger ones."""
    for pair in combinations(larger, 2):
        plane = np.stack(pair, axis=1)
        parts = np.linalg.lstsq(plane, one, rcond=None)[0]
        if min(parts) > 0.0 and float(np.linalg.norm(plane @ parts)) >= _BETWEEN:
            return True
    return False


def _groups(vectors: Vectors) -> list[list[int]]:
    """Places of the vectors that are alike; the two likest groups are joined until none are alike enough."""
    likeness: _Numbers = (vectors @ vectors.T).astype(np.float64)
    np.fill_diagonal(likeness, -np.inf)
    groups: list[list[int]] = [[place] for place in range(len(vectors))]
    nearest = likeness.argmax(axis=1) if len(vectors) else np.zeros(0, int)
    for _ in range(len(vectors) - 1):
        one = int(np.argmax(likeness[np.arange(len(nearest)), nearest]))
        other = int(nearest[one])
        if likeness[one, other] < _ALIKE:
            break
        size, more = len(groups[one]), len(groups[other])
        joined = (likeness[one] * size + likeness[other] * more) / (size + more)
        joined[[one, other]] = -np.inf
        likeness[one] = likeness[:, one] = joined
        likeness[other] = likeness[:, other] = -np.inf
        groups[one] += groups[other]
        groups[other] = []
        stale = (nearest == one) | (nearest == other)  # an average is never nearer than the nearer of both
        stale[one] = True
        nearest[stale] = likeness[stale].argmax(axis=1)
    return [sorted(group) for group in groups if group]
