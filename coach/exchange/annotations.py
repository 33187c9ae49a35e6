"""What people marked in a recording with another program, before anybody knows what their words stand for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Annotation:
    """A text (which may be empty) from `start_s` to `end_s`."""

    text: str
    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True)
class Annotated:
    """Annotations by the name of their tier; `person` and `duration_s` are None where the file does not tell them."""

    tiers: Mapping[str, tuple[Annotation, ...]]
    person: str | None
    duration_s: float | None
