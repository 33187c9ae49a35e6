"""Strict reading of tables of data: a file is rows, a row is a dictionary from key to validator.

A validator takes the raw TOML value and returns what the product uses, or raises `Fault`. Nothing is guessed:
unknown keys, missing keys and wrong types are errors that name file, row and key.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial, wraps
from importlib.resources.abc import Traversable
from typing import Any, Protocol, TypeAlias, TypeVar

from coach.errors import KnownError, spot, why

T = TypeVar("T")
Head = TypeVar("Head")
Rows = TypeVar("Rows", covariant=True)
Validator: TypeAlias = Callable[[object], Any]

_ID = re.compile(r"[a-z][a-z0-9_]*")


class CatalogError(KnownError):
    """A table of data is at fault: one Spanish sentence with the file, the row, the key and what must be there."""

    def __init__(self, file: str, reason: str, row: str = "", key: str = "") -> None:
        place = file + (f", fila «{row}»" if row else "") + (f", clave «{key}»" if key else "")
        super().__init__(f"{place}: {reason}.")


class Fault(Exception):
    """What is wrong with one value; `key` is its path within the row, empty for the row itself."""

    def __init__(self, reason: str, key: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.key = key

    def inside(self, key: str) -> Fault:
        """The same fault as seen from the table (or list) that holds `key`."""
        joint = "." if self.key and not self.key.startswith("[") else ""
        return Fault(self.reason, f"{key}{joint}{self.key}")


class Loader(Protocol[Rows]):
    """Reads a table: the packaged one, or another file of the same kind."""

    def __call__(self, file: Traversable | None = None) -> Rows:
        """Raises `CatalogError`."""
        ...


def kept(load: Loader[Rows]) -> Loader[Rows]:
    """`load`, but the packaged table is read once: it does not change while the program runs, nor may its rows."""
    packaged: list[Rows] = []

    @wraps(load)
    def loaded(file: Traversable | None = None) -> Rows:
        if file is not None:
            return load(file)
        if not packaged:
            packaged.append(load())
        return packaged[0]

    return loaded


@dataclass(frozen=True, slots=True)
class Field:
    """How the value of one key is checked; an optional key that is absent is simply not passed on."""

    check: Validator
    optional: bool = False


def text(longest: int | None = None) -> Validator:
    """A text that is neither empty nor padded, of at most `longest` characters."""

    def check(value: object) -> str:
        if not isinstance(value, str):
            raise Fault("debe ser un texto entre comillas")
        if not value or value != value.strip():
            raise Fault("el texto no puede estar vacío ni llevar espacios en las orillas")
        if longest is not None and len(value) > longest:
            raise Fault(f"el texto tiene {len(value)} caracteres y caben {longest}; hazlo más corto")
        return value

    return check


def number(low: float = -math.inf, high: float = math.inf, *, above_low: bool = False) -> Validator:
    """A finite number in [low, high], or in (low, high] with `above_low`."""

    def check(value: object) -> float:
        if type(value) is float and low < value < high:  # nearly always: a kept session holds 100 000 of them
            return value
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            raise Fault("debe ser un número")
        if not low <= value <= high or (above_low and value == low):
            least = "mayor que" if above_low else "desde"
            raise Fault(f"el valor {value:g} queda fuera de lo permitido ({least} {low:g}, hasta {high:g})")
        return float(value)

    return check


def integer(low: int, high: int) -> Validator:
    """A whole number from `low` to `high`."""

    def check(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise Fault(f"debe ser un número entero, desde {low} hasta {high}")
        return value

    return check


def boolean(value: object) -> bool:
    """`true` or `false`."""
    if not isinstance(value, bool):
        raise Fault("debe ser true o false")
    return value


def choice(options: Collection[str]) -> Validator:
    """One of the `options`."""

    def check(value: object) -> str:
        if not isinstance(value, str):
            raise Fault("debe ser un texto entre comillas")
        if value not in options:
            nearest = get_close_matches(value, options, n=3, cutoff=0.0)
            raise Fault(f"«{value}» no existe; lo más parecido es {', '.join(nearest)}")
        return value

    return check


def list_of(check_item: Validator, *, least: int = 0) -> Validator:
    """A list of at least `least` items without repetitions, as a tuple."""

    def check(value: object) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise Fault("debe ser una lista")
        if len(value) < least:
            raise Fault(f"la lista necesita al menos {least} elemento(s)")
        items: list[Any] = []
        for place, raw in enumerate(value):
            try:
                item = check_item(raw)
            except Fault as fault:
                raise fault.inside(f"[{place}]") from None
            if item in items:
                raise Fault("está repetido; bórralo", f"[{place}]")
            items.append(item)
        return tuple(items)

    return check


def table(fields: Mapping[str, Field], build: Callable[..., Any]) -> Validator:
    """A table with exactly these keys; the checked values go to `build` by name."""

    def check(value: object) -> Any:
        if not isinstance(value, dict):
            raise Fault("debe ser una tabla con sus claves")
        for key in value.keys() - fields.keys():
            raise Fault("esta clave no existe; bórrala o corrige su nombre", key)
        values = {}
        for key, field in fields.items():
            if key not in value:
                if field.optional:
                    continue
                raise Fault("falta esta clave; escríbela", key)
            try:
                values[key] = field.check(value[key])
            except Fault as fault:
                raise fault.inside(key) from None
        return build(**values)

    return check


def read_rows(file: Traversable, fields: Mapping[str, Field], build: Callable[..., T]) -> dict[str, T]:
    """Every row of `file` in its order, as `build(id=..., **values)`.

    Raises `CatalogError` for a file that cannot be read, is not TOML, has no rows, or has a row at fault.
    """
    return _rows(file, _parse(file), fields, build)


def read_headed_rows(
    file: Traversable,
    head: str,
    head_fields: Mapping[str, Field],
    build_head: Callable[..., Head],
    fields: Mapping[str, Field],
    build: Callable[..., T],
) -> tuple[Head, dict[str, T]]:
    """As `read_rows`, of a file in which the table `head` tells what all rows have in common. Raises `CatalogError`."""
    raw = _parse(file)
    if head not in raw:
        raise CatalogError(file.name, "falta esta tabla; escríbela al principio", head)
    common = _checked(file, head, raw.pop(head), table(head_fields, build_head))
    return common, _rows(file, raw, fields, build)


def _rows(
    file: Traversable, raw: Mapping[str, object], fields: Mapping[str, Field], build: Callable[..., T]
) -> dict[str, T]:
    rows: dict[str, T] = {}
    for row, value in raw.items():
        if not _ID.fullmatch(row):
            raise CatalogError(file.name, "el nombre de la fila solo lleva minúsculas sin acento, números y _", row)
        rows[row] = _checked(file, row, value, table(fields, partial(build, id=row)))
    if not rows:
        raise CatalogError(file.name, "no tiene ninguna fila; restaura el archivo original")
    return rows


def _checked(file: Traversable, row: str, value: object, check: Validator) -> Any:
    try:
        return check(value)
    except Fault as fault:
        raise CatalogError(file.name, fault.reason, row, fault.key) from None


def require_unique(file: Traversable, rows: Mapping[str, object], key: str) -> None:
    """Raise `CatalogError` when two rows share the value of `key`."""
    seen: dict[object, str] = {}
    for row, value in rows.items():
        first = seen.setdefault(getattr(value, key), row)
        if first != row:
            raise CatalogError(file.name, f"es igual que en la fila «{first}»; cambia uno de los dos", row, key)


def _parse(file: Traversable) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise CatalogError(file.name, f"no se puede leer ({why(error)}); restaura el archivo original") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CatalogError(file.name, f"no es TOML válido ({spot(error)}); corrige esa línea") from error
