"""What a recording sounds like, as a strip for the page: time from left to right, pitch from low to high."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

COLUMNS_PER_S: Final = 10
BANDS: Final = 40

_FLOOR_DB: Final = -120.0
_STEPS_PER_DB: Final = 2.0
_MOST_COLUMNS: Final = 1200
_RANGE_DB: Final = 55.0
"""From the loudest down to what the page shows as nothing."""
_LOUDEST: Final = 0.998
"""Quantile of all levels that counts as the loudest: a knock on the table does not pale the voice."""
_SHADES: Final = 16
_HUE: Final = (43, 143, 110)
"""One green, from transparent to full: it works on light and dark paper, and for every kind of eye."""

Power = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Spectrogram:
    """`levels`: from the start of the medium, `COLUMNS_PER_S` columns of `BANDS` bytes each, low bands first.

    A byte is a level in half decibels above -120 dBFS.
    """

    levels: bytes

    @property
    def duration_s(self) -> float:
        """How long the sound lasts, in seconds.

        >>> Spectrogram(bytes(25 * BANDS)).duration_s
        2.5
        """
        return len(self.levels) / (BANDS * COLUMNS_PER_S)

    def png(self) -> bytes:
        """A picture of at most 1200 × 40 pixels, highest band on top, the louder the more opaque."""
        power = _narrowed(_power(self.levels))
        db = 10.0 * np.log10(power.T[::-1])
        shade = (db - np.quantile(db, _LOUDEST, method="higher")) / _RANGE_DB + 1.0
        return _png(np.clip(shade * _SHADES, 0, _SHADES - 1).astype(np.uint8))


def level_bytes(power: Power) -> bytes:
    """(columns, BANDS) mean squares as `Spectrogram.levels`."""
    db = 10.0 * np.log10(np.maximum(power, 1e-12))
    return np.clip(np.round((db - _FLOOR_DB) * _STEPS_PER_DB), 0, 255).astype(np.uint8).tobytes()


def _power(levels: bytes) -> Power:
    steps = np.frombuffer(levels, np.uint8).reshape(-1, BANDS)
    every = 10.0 ** ((np.arange(256) / _STEPS_PER_DB + _FLOOR_DB) / 10.0)
    return every.astype(np.float32)[steps]


def _narrowed(power: Power) -> Power:
    """Means of neighbours, so that no more columns are left than can be seen."""
    columns = min(len(power), _MOST_COLUMNS)
    starts = np.arange(columns) * len(power) // columns
    counts = np.diff(starts, append=len(power))
    return (np.add.reduceat(power, starts, axis=0) / counts[:, None]).astype(np.float32)


def _png(shades: npt.NDArray[np.uint8]) -> bytes:
    """Rows of shades, four bits a pixel, with a palette that only differs in how opaque it is."""
    height, width = shades.shape
    even = np.pad(shades, ((0, 0), (0, width % 2)))
    packed = (even[:, ::2] << 4) | even[:, 1::2]
    rows = np.pad(packed, ((0, 0), (1, 0))).tobytes()  # a zero before each row: no filter
    opacity = bytes(255 * shade // (_SHADES - 1) for shade in range(_SHADES))
    return b"".join(
        [
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 4, 3, 0, 0, 0)),
            _chunk(b"PLTE", bytes(_HUE) * _SHADES),
            _chunk(b"tRNS", opacity),
            _chunk(b"IDAT", zlib.compress(rows, 9)),
            _chunk(b"IEND", b""),
        ]
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
