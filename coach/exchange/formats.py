"""The formats that a session is exported in, by the name that the command takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from coach.exchange.eaf import write_eaf
from coach.exchange.marks import Timeline
from coach.exchange.tables import write_csv, write_parquet
from coach.exchange.textgrid import write_textgrid
from coach.exchange.vtt import write_vtt


def _utf8(write: Callable[[Timeline], str]) -> Callable[[Timeline], bytes]:
    return lambda timeline: write(timeline).encode()


FORMATS: Final[Mapping[str, Callable[[Timeline], bytes]]] = {
    "eaf": _utf8(write_eaf),
    "textgrid": _utf8(write_textgrid),
    "vtt": _utf8(write_vtt),
    "csv": _utf8(write_csv),
    "parquet": write_parquet,
}
