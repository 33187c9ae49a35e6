"""A person's neutral: what `detectors/baseline.py` learns and a profile file keeps."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from math import isfinite
from pathlib import Path

from coach.errors import KnownError

VERSION = 1


@dataclass(frozen=True, slots=True)
class Rest:
    """Neutral of one feature: `value` (a quantile of calm moments) and `mad`, both in the feature's unit."""

    value: float
    mad: float


@dataclass(frozen=True, slots=True)
class Profile:
    """Neutral by feature. `guided`: learned while the person was asked to sit still and look into the camera."""

    rests: Mapping[str, Rest] = field(default_factory=dict)
    guided: bool = False


def save_profile(profile: Profile, file: Path) -> None:
    """Write a profile as JSON. Raises `KnownError` when the place cannot be written."""
    rests = {id: asdict(rest) for id, rest in profile.rests.items()}
    document = {"coach_profile": VERSION, "guided": profile.guided, "rests": rests}
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise KnownError(f"No puedo guardar el perfil en «{file}» ({error.strerror}); elige otra carpeta.") from error


def load_profile(file: Path) -> Profile:
    """Read a profile. Raises `KnownError` when there is none, or it is no profile of this version."""
    try:
        document = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise KnownError(f"No puedo leer el perfil «{file}» ({error.strerror}); revisa el nombre.") from error
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise KnownError(f"«{file}» no es un perfil de Coach; elige el archivo que guardó la calibración.") from error
    try:
        if document["coach_profile"] != VERSION:
            raise KnownError(f"El perfil «{file}» es de otra versión de Coach; vuelve a calibrar para hacer uno nuevo.")
        rests = {str(id): _rest(rest["value"], rest["mad"]) for id, rest in document["rests"].items()}
        return Profile(rests, bool(document["guided"]))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise KnownError(f"El perfil «{file}» está dañado; vuelve a calibrar para hacer uno nuevo.") from error


def _rest(value: str | float, mad: str | float) -> Rest:
    """Raises `ValueError` for what is no finite number (JSON as Python reads it knows NaN)."""
    rest = Rest(float(value), float(mad))
    if not (isfinite(rest.value) and isfinite(rest.mad)):
        raise ValueError("not finite")
    return rest
