"""A session's record without the words that could tell whose computer it comes from."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from typing import Final

from coach.report.record import SessionRecord

NAME: Final = "Sesión compartida"


def anonymous(record: SessionRecord) -> SessionRecord:
    """The same, but neither the name of the recording or device nor the time zone."""
    result = replace(record.result, source=replace(record.result.source, path=NAME), profile=None)
    return replace(record, started=record.started.astimezone(UTC).replace(microsecond=0), result=result)
