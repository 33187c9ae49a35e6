"""Whether an event that came from somebody else holds what its fields say: types, ranges, lengths."""

from __future__ import annotations

import math
import types
from collections.abc import Mapping
from dataclasses import fields
from enum import StrEnum
from functools import cache
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from coach.core.events import Event
from coach.session.event_codec import KINDS, decode, moment_of
from coach.sharing.sections import Damage

_LONGEST: Final = 2000
"""Characters of one text; advice has a few dozen."""
_EARLIEST_S: Final = -60.0
_LATEST_S: Final = 7 * 86_400.0


def checked_event(kind: object, body: object) -> Event:
    """The event. Raises `Damage` for anything that Coach would not have written."""
    if not isinstance(kind, str) or not isinstance(body, str):
        raise Damage("no event")
    try:
        event = decode(kind, body)
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError, AttributeError) as error:
        raise Damage("no event") from error
    hints = _hints(kind)
    if not all(_fits(getattr(event, one.name), hints[one.name]) for one in fields(event)):
        raise Damage("values of another type")
    if not _EARLIEST_S <= moment_of(event) <= _LATEST_S:
        raise Damage("a time that no session has")
    return event


@cache
def _hints(kind: str) -> dict[str, Any]:
    return get_type_hints(KINDS[kind])


def _fits(value: object, hint: Any) -> bool:
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return any(value is None if one is types.NoneType else _fits(value, one) for one in inner)
    if origin is Literal:
        return isinstance(value, str) and value in inner
    if origin in (tuple, frozenset):
        return isinstance(value, origin) and all(_fits(one, inner[0]) for one in value)
    if origin is not None and issubclass(origin, Mapping):
        return isinstance(value, Mapping) and all(
            _fits(key, inner[0]) and _fits(one, inner[1]) for key, one in value.items()
        )
    return _plain(value, hint)


def _plain(value: object, hint: type) -> bool:
    if hint is float:
        return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    if hint is int:
        return isinstance(value, int) and not isinstance(value, bool)
    if hint is str:
        return isinstance(value, str) and len(value) <= _LONGEST
    assert hint is bool or issubclass(hint, StrEnum), f"{hint} is a type that no event has had yet"
    return isinstance(value, hint)
