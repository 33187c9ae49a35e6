"""Profiles as files of their own: what `coach analizar` saves and measures from when it is asked to."""

from __future__ import annotations

import json
from pathlib import Path

from coach.detectors.profile import VERSION, WITHOUT_VOICE, Profile, profile_document, profile_from
from coach.errors import KnownError, why
from coach.session.whole_file import write_whole


def save_profile(profile: Profile, file: Path) -> None:
    """Write a profile as JSON, whole or not at all, readable to its owner alone.

    Raises `KnownError` when the place cannot be written; what was there before is there still.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KnownError(f"No puedo guardar el perfil en «{file}» ({why(error)}); elige otra carpeta.") from error
    write_whole(file, (json.dumps(profile_document(profile), indent=1) + "\n").encode())


def load_profile(file: Path) -> Profile:
    """Read a profile. Raises `KnownError` when there is none, or it is no profile of this version."""
    try:
        document = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise KnownError(f"No puedo leer el perfil «{file}» ({why(error)}); revisa el nombre.") from error
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise KnownError(f"«{file}» no es un perfil de Coach; elige el archivo que guardó la calibración.") from error
    try:
        if document["coach_profile"] not in (WITHOUT_VOICE, VERSION):
            raise KnownError(f"El perfil «{file}» es de otra versión de Coach; vuelve a calibrar para hacer uno nuevo.")
        profile = profile_from(document)
    except (KeyError, TypeError, ValueError) as error:
        raise KnownError(f"El perfil «{file}» está dañado; vuelve a calibrar para hacer uno nuevo.") from error
    strange = sorted(map(str, set(document) - set(profile_document(profile))))
    if strange:
        raise KnownError(f"El perfil «{file}» tiene una clave que Coach no conoce, «{strange[0]}»; quítala.")
    return profile
