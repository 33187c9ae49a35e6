"""Events as plain values and back, whatever fields they have: read from their own type annotations.

What is stored carries the event's name, so a renamed event would make stored sessions unreadable; a test guards the
names.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Mapping
from dataclasses import fields
from enum import StrEnum
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from coach.core.events import Event

KINDS: Mapping[str, type] = {kind.__name__: kind for kind in get_args(Event)}


def moment_of(event: Event) -> float:
    """When it happened, or ended: an event of a stretch is told at the end of it."""
    t: float = getattr(event, "t") if hasattr(event, "t") else getattr(event, "end_s")  # noqa: B009 - whichever it has
    return t


def encode(event: Event) -> str:
    """Its fields as JSON; numbers exactly as they are."""
    values = {one.name: _plain(getattr(event, one.name)) for one in fields(event)}
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def decode(kind: str, body: str) -> Event:
    """The event of that name. Raises `ValueError`, `KeyError` or `TypeError` for what `encode` never wrote."""
    values = json.loads(body)
    event: Event = KINDS[kind](**{name: read(values[name]) for name, read in _readers(kind).items()})
    return event


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return dict(value)
    return sorted(value) if isinstance(value, frozenset) else value


@cache
def _readers(kind: str) -> dict[str, Callable[[Any], Any]]:
    return {name: _reader(hint) for name, hint in get_type_hints(KINDS[kind]).items()}


def _reader(hint: Any) -> Callable[[Any], Any]:
    """What turns a value of JSON into one of this type. Raises `TypeError` for a type no event has had yet."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        (inner,) = [_reader(one) for one in get_args(hint) if one is not types.NoneType]
        return lambda value: None if value is None else inner(value)
    if origin in (tuple, frozenset):
        return origin  # type: ignore[no-any-return]
    if origin is Literal or origin is not None and issubclass(origin, Mapping):
        return _as_it_is
    if hint in (float, int, str, bool):
        return _as_it_is if hint in (str, bool) else hint
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint
    raise TypeError(f"{hint} cannot be read back")


def _as_it_is(value: Any) -> Any:
    return value
