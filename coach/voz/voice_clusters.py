"""From vectors of voices to how many there are, and what each is like (pure).

Vectors that are alike are grouped (agglomerative, average linkage), so that a voice that is heard little is found. Two
voices of one telephone line may still be in one group: it is halved where its halves differ among each other by more
than each within itself, and groups that do not are joined again.
"""

from __future__ import annotations

import math
from itertools import combinations
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from coach.core.voices import MOST_VOICES

Vectors: TypeAlias = npt.NDArray[np.float32]
"""(n, d), each of length 1."""
_Numbers: TypeAlias = npt.NDArray[Any]

_ALIKE: Final = 0.6
"""Mean likeness (cosine) above which two groups are one voice: chosen on development voices (docs/precision.md)."""
_SAME: Final = 0.87
"""Likeness between two groups, over that within each, above which they are one voice: 0.90 or more on development
voices that were halved, 0.80 or less where there were two."""
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
"""Vectors that are grouped; of more, so many evenly apart."""


def voices_in(vectors: Vectors) -> Vectors:
    """(k, d): the middle of each voice, k <= `MOST_VOICES`, largest first; at least one where there is a vector."""
    if len(vectors) > _MOST:
        vectors = vectors[np.linspace(0, len(vectors) - 1, _MOST).round().astype(int)]
    groups = [np.array(group) for group in _groups(vectors)]
    least = max(_LEAST, _LEAST_SHARE * len(vectors))
    large = [group for group in groups if len(group) >= least] or [max(groups, key=len)] if groups else []
    halved = [half for group in _rejoined(vectors, large) for half in _halved(vectors, group, max(_LEAST_HALF, least))]
    halved.sort(key=lambda group: (-len(group), int(group[0])))
    middles = [_middle(vectors[group]) for group in halved]
    kept = [one for place, one in enumerate(middles) if not _is_mixture(one, middles[:place])]
    return np.stack(kept[:MOST_VOICES]) if kept else vectors[:0]


def _halved(vectors: Vectors, group: _Numbers, least: float) -> list[_Numbers]:
    """The group, or its parts where it holds several voices."""
    if len(group) < 2 * least:
        return [group]
    own = vectors[group]
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
    if _apart(vectors[one], vectors[other]) > _SAME:
        return [group]
    return _halved(vectors, one, least) + _halved(vectors, other, least)


def _rejoined(vectors: Vectors, groups: list[_Numbers]) -> list[_Numbers]:
    """The groups, those that are one voice as one."""
    for one, other in combinations(range(len(groups)), 2):
        if _apart(vectors[groups[one]], vectors[groups[other]]) > _SAME:
            joined = np.sort(np.concatenate([groups[one], groups[other]]))
            rest = [group for place, group in enumerate(groups) if place not in (one, other)]
            return _rejoined(vectors, [*rest, joined])
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
