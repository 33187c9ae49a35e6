"""What the user chose in the settings, and what was consented to: one small file, read strictly, replaced whole."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias, get_args

from coach.core.events import Sensitivity
from coach.errors import KnownError, why
from coach.manual.tables import Fault, Field, Validator, boolean, choice, integer, list_of, table
from coach.session.address import on_server, remembered
from coach.session.whole_file import write_whole

Look: TypeAlias = Literal["sistema", "claro", "oscuro"]
Language: TypeAlias = Literal["es", "en"]
Letters: TypeAlias = Literal["normal", "grande"]

FORMAT: Final = 1
KEEP_DAYS: Final = (30, 90, 365)
"""After how many days sessions can be chosen to go by themselves."""


@dataclass(frozen=True, slots=True)
class Consent:
    """The privacy notice was accepted: which version of its text (1 or more), and when, with the offset from UTC."""

    version: int
    when: datetime


@dataclass(frozen=True, slots=True)
class Preferences:
    """Everything that can be chosen. `muted`: ids of signals and findings that are never advised on.

    Nothing is kept of a session unless `keep_sessions`, and what is kept goes after `keep_days` (None: when it is
    deleted); camera and microphone open only under a `consent`. `server`: the address of the shared store that was
    opened last, without its password.
    """

    sensitivity: Sensitivity = "normal"
    muted: frozenset[str] = frozenset()
    keep_sessions: bool = False
    look: Look = "sistema"
    language: Language = "es"
    letters: Letters = "normal"
    consent: Consent | None = None
    keep_days: int | None = None
    server: str = ""


def load_preferences(file: Path, signals: Collection[str]) -> Preferences:
    """What `file` holds; as Coach comes where it does not exist. `signals`: the ids that can be muted.

    Raises `KnownError` for a file that cannot be read, holds anything unknown, or is damaged.
    """
    try:
        document = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Preferences()
    except OSError as error:
        raise KnownError(f"No puedo leer tus ajustes en «{file}» ({why(error)}); revisa sus permisos.") from error
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise KnownError(f"El archivo de ajustes «{file}» está dañado: no es JSON.") from error
    try:
        preferences: Preferences = _document(signals)(document)
    except Fault as fault:
        where = f", clave «{fault.key}»" if fault.key else ""
        raise KnownError(f"El archivo de ajustes «{file}» está dañado{where}: {fault.reason}.") from fault
    return preferences


def save_preferences(preferences: Preferences, file: Path) -> None:
    """Replace `file` in one step. Raises `KnownError` where it cannot be written."""
    document = asdict(preferences) | {"coach_ajustes": FORMAT, "muted": sorted(preferences.muted)}
    if preferences.consent is not None:
        document["consent"] = consent_document(preferences.consent)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KnownError(f"No puedo crear la carpeta «{file.parent}» ({why(error)}); revisa permisos.") from error
    write_whole(file, (json.dumps(document, indent=1) + "\n").encode())


def consent_document(consent: Consent) -> dict[str, Any]:
    """As plain values that `json` writes."""
    return {"version": consent.version, "when": consent.when.isoformat(timespec="seconds")}


def set_aside(file: Path) -> Path:
    """Move a damaged file out of the way under a name of its own, so that nothing of it is lost; where it is now.

    Raises `KnownError` where it cannot be moved.
    """
    place = 1
    while (aside := file.with_name(f"{file.stem}-dañado-{place}{file.suffix}")).exists():
        place += 1
    try:
        file.rename(aside)
    except OSError as error:
        raise KnownError(f"No puedo apartar «{file}» ({why(error)}); muévelo tú a otra carpeta.") from error
    return aside


def _document(signals: Collection[str]) -> Validator:
    consent = table({"version": Field(integer(1, 1_000_000)), "when": Field(_moment)}, Consent)
    fields = {
        "coach_ajustes": Field(integer(FORMAT, FORMAT)),
        "sensitivity": Field(choice(get_args(Sensitivity))),
        "muted": Field(list_of(choice(signals))),
        "keep_sessions": Field(boolean),
        "look": Field(choice(get_args(Look))),
        "language": Field(choice(get_args(Language))),
        "letters": Field(choice(get_args(Letters))),
        "keep_days": Field(_days, optional=True),
        "server": Field(_address, optional=True),
        "consent": Field(lambda value: None if value is None else consent(value)),
    }
    return table(fields, _build)


def _build(coach_ajustes: int, muted: tuple[str, ...], **values: Any) -> Preferences:
    return Preferences(muted=frozenset(muted), **values)


def _days(value: object) -> int | None:
    """One of `KEEP_DAYS`, or never; files of earlier versions do not say."""
    if value is None:
        return None
    days: int = integer(min(KEEP_DAYS), max(KEEP_DAYS))(value)
    if days not in KEEP_DAYS:
        raise Fault(f"debe ser uno de {', '.join(map(str, KEEP_DAYS))}, o null")
    return days


def _address(value: object) -> str:
    """Of a server, or none; a password in it is not ours to keep. Files of earlier versions do not say."""
    if not isinstance(value, str) or value != remembered(value) or (value and not on_server(value)):
        raise Fault("debe ser la dirección de un servidor, sin contraseña, o estar vacía")
    return value


def _moment(value: object) -> datetime:
    """A date and time as ISO 8601 writes it, with its offset from UTC."""
    try:
        when = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        when = None
    if when is None or when.tzinfo is None:
        raise Fault("debe ser una fecha con hora y zona, como 2026-11-22T09:30:00+00:00")
    return when
