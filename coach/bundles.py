"""The models that come with Coach, each checked against its digest in `modelos/manifest.toml` before it is loaded."""

from __future__ import annotations

import functools
import hashlib
import tomllib
from pathlib import Path

from coach.errors import ModelError, why
from coach.resources import models_dir

_MANIFEST = "manifest.toml"


def bundle(name: str) -> Path:
    """Path of the bundle called `name` in the manifest, for example `face_landmarker.task`.

    The digest is computed once a process and file. Raises `ModelError` when the file (or the manifest) is missing or
    is not the one that the manifest describes, and KeyError for a name that the manifest does not hold.
    """
    return _verified(models_dir(), name)


@functools.cache
def _verified(folder: Path, name: str) -> Path:
    expected: str = _digests(folder)[name]
    path = folder / name
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        raise ModelError(f"Falta el modelo {path}. {_how_to_restore(name)}") from None
    except OSError as error:
        raise ModelError(f"No se puede leer el modelo {path} ({why(error)}). {_how_to_restore(name)}") from error
    if found != expected:
        raise ModelError(f"El modelo {path} está dañado o fue cambiado. {_how_to_restore(name)}")
    return path


@functools.cache
def _digests(folder: Path) -> dict[str, str]:
    path = folder / _MANIFEST
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8"))
        return {name: row["sha256"] for name, row in rows.items()}
    except FileNotFoundError:
        raise ModelError(f"Falta la lista de modelos {path}. {_how_to_restore(_MANIFEST)}") from None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"No se puede leer la lista de modelos {path}. {_how_to_restore(_MANIFEST)}") from error


def _how_to_restore(name: str) -> str:
    return f"Recupéralo con «git checkout -- modelos/{name}», o descarga o instala Coach de nuevo."
