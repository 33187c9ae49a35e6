"""From vectors of voices to how many there are, and what each is like (pure): agglomerative, average linkage."""

from __future__ import annotations

from itertools import combinations
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from coach.core.voices import MOST_VOICES

Vectors: TypeAlias = npt.NDArray[np.float32]
"""(n, d), each of length 1."""
_Numbers: TypeAlias = npt.NDArray[Any]

_ALIKE: Final = 0.62
"""Mean likeness (cosine) above which two groups are one voice: chosen on development voices (docs/precision.md)."""
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
    groups = sorted(_groups(vectors), key=lambda group: (-len(group), group[0]))
    least = max(_LEAST, _LEAST_SHARE * len(vectors))
    middles = [_middle(vectors[group]) for group in groups if len(group) >= least] or [
        _middle(vectors[group]) for group in groups[:1]
    ]
    kept = [one for place, one in enumerate(middles) if not _is_mixture(one, middles[:place])]
    return np.stack(kept[:MOST_VOICES]) if kept else vectors[:0]


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
