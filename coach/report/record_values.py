"""What records are made of beyond the tables' own validators: lists as long as a session, absent values, rounding."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from coach.manual.tables import Fault, Validator

_ID = re.compile(r"[a-z][a-z0-9_]*")


def rounded(value: Any, digits: int = 3) -> Any:
    """Plain values with every number to so many digits.

    >>> rounded({"t": 1.00049, "ids": ("a",), "score": None})
    {'t': 1.0, 'ids': ['a'], 'score': None}
    """
    if isinstance(value, bool):
        return value
    if isinstance(value, float):
        return round(value, digits)
    if isinstance(value, Mapping):
        return {key: rounded(one, digits) for key, one in value.items()}
    return [rounded(one, digits) for one in value] if isinstance(value, list | tuple) else value


def sequence(check_item: Validator) -> Validator:
    """A list of any length, repetitions and all, as a tuple."""

    def check(value: object) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise Fault("debe ser una lista")
        items: list[Any] = []
        for place, raw in enumerate(value):
            try:
                items.append(check_item(raw))
            except Fault as fault:
                raise fault.inside(f"[{place}]") from None
        return tuple(items)

    return check


def mapping(check_value: Validator) -> Validator:
    """A table whose keys are ids, whichever they are."""

    def check(value: object) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise Fault("debe ser una tabla con sus claves")
        checked: dict[str, Any] = {}
        for key, raw in value.items():
            try:
                checked[id_text(key)] = check_value(raw)
            except Fault as fault:
                raise fault.inside(str(key)) from None
        return checked

    return check


def maybe(check_value: Validator) -> Validator:
    """null, or what `check_value` takes."""

    def check(value: object) -> Any:
        return None if value is None else check_value(value)

    return check


def anything(kind: type) -> Validator:
    """Any value of this type."""

    def check(value: object) -> Any:
        if not isinstance(value, kind):
            raise Fault("es de otro tipo")
        return value

    return check


def id_text(value: object) -> str:
    """An id of the manual, or of what an earlier manual had."""
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise Fault("debe ser un identificador: minúsculas sin acento, números y _")
    return value
