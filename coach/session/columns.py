"""Rows of features as compressed columns: a chunk holds some seconds of one stream.

A chunk is deflated: a line of JSON (the names of its columns), then each column as little-endian float32, the time in
float64 first; NaN stands for no value. Float32 keeps seven digits, more than any measurement has.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from typing import Any, Final, Literal, TypeAlias

import numpy as np

from coach.core.events import Features, VoiceFeatures

Row: TypeAlias = Features | VoiceFeatures
Stream: TypeAlias = Literal["body", "voice"]
_ROWS: Final[dict[Stream, Any]] = {"body": Features, "voice": VoiceFeatures}
_LEVEL: Final = 6
_APART_S: Final[dict[Stream, float]] = {"body": 1.0 / 15.0 - 0.005, "voice": 0.0}
"""The detectors were made at 15 rows a second; of a faster picture every row that is nearer is passed over."""


class Thinner:
    """Says which rows of one stream are kept."""

    def __init__(self, stream: Stream) -> None:
        self._apart_s = _APART_S[stream]
        self._last_s = -float("inf")

    def takes(self, row: Row) -> bool:
        """Whether it is kept: not when it follows too closely on the last that was."""
        if row.t - self._last_s < self._apart_s:
            return False
        self._last_s = row.t
        return True


def stream_of(row: Row) -> Stream:
    """Which stream it belongs to."""
    return "body" if isinstance(row, Features) else "voice"


def pack(rows: Sequence[Row]) -> bytes:
    """At least one row of one stream, as a chunk; names of the first that a later row lacks have no value there."""
    names = list(dict.fromkeys(name for row in rows for name in row.values))
    times = np.array([row.t for row in rows], "<f8")
    table = np.array([[_number(row.values.get(name)) for row in rows] for name in names], "<f4")
    return zlib.compress(json.dumps(names).encode() + b"\n" + times.tobytes() + table.tobytes(), _LEVEL)


def unpack(stream: Stream, chunk: bytes) -> Iterator[Row]:
    """The rows of a chunk, in order. Raises `ValueError` or `zlib.error` for what `pack` never wrote."""
    header, _, content = zlib.decompress(chunk).partition(b"\n")
    names = json.loads(header)
    count = len(content) // (8 + 4 * len(names))
    times = np.frombuffer(content, "<f8", count).tolist()
    table = np.frombuffer(content, "<f4", offset=8 * count).reshape(len(names), count).T.tolist()
    for t, values in zip(times, table, strict=True):
        known = (None if value != value else value for value in values)
        yield _ROWS[stream](t, dict(zip(names, known, strict=True)))


def _number(value: float | None) -> float:
    return float("nan") if value is None else value
