"""A person's neutral: what `detectors/baseline.py` learns and a profile file keeps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from math import isfinite
from typing import Any

VERSION = 2
WITHOUT_VOICE = 1
"""Profiles of the first version know the picture alone; they are still good."""


@dataclass(frozen=True, slots=True)
class Rest:
    """Neutral of one feature: `value` (a quantile of calm moments) and `mad`, both in the feature's unit."""

    value: float
    mad: float


@dataclass(frozen=True, slots=True)
class Profile:
    """Neutral by feature, of the picture (`rests`) and of the voice (`voice`, empty until it is known).

    `guided`: learned while the person was asked to sit still and look into the camera. `rate_factor` (> 0): what
    counted syllables are multiplied by to be this speaker's, None until a reading of a known text has told.
    """

    rests: Mapping[str, Rest] = field(default_factory=dict)
    guided: bool = False
    voice: Mapping[str, Rest] = field(default_factory=dict)
    rate_factor: float | None = None


def profile_document(profile: Profile) -> dict[str, Any]:
    """`profile` as plain values that `json` writes."""
    return {
        "coach_profile": VERSION,
        "guided": profile.guided,
        "rests": {id: asdict(rest) for id, rest in profile.rests.items()},
        "voice": {id: asdict(rest) for id, rest in profile.voice.items()},
        "rate_factor": profile.rate_factor,
    }


def profile_from(document: Any) -> Profile:
    """What `profile_document` gave, of this version or an earlier one. Raises `ValueError` for anything else."""
    try:
        picture = _rests(document["rests"]), bool(document["guided"])
        if document["coach_profile"] == WITHOUT_VOICE:
            return Profile(*picture)
        return Profile(*picture, _rests(document["voice"]), _factor(document["rate_factor"]))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("no profile") from error


def _rests(table: Mapping[str, Mapping[str, str | float]]) -> dict[str, Rest]:
    return {str(id): _rest(rest["value"], rest["mad"]) for id, rest in table.items()}


def _factor(value: str | float | None) -> float | None:
    if value is None:
        return None
    factor = float(value)
    if not (isfinite(factor) and factor > 0.0):
        raise ValueError("no factor")
    return factor


def _rest(value: str | float, mad: str | float) -> Rest:
    """Raises `ValueError` for what is no finite number (JSON as Python reads it knows NaN)."""
    rest = Rest(float(value), float(mad))
    if not (isfinite(rest.value) and isfinite(rest.mad)):
        raise ValueError("not finite")
    return rest
