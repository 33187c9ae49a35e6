"""A recording's file: pieces one after the other, each encrypted for itself and on the disk before the next is begun.

`MAGIC`, then for each piece its length (4 bytes, big end first) and the piece under AES-256-GCM, whose nonce is its
number: the key is this file's alone, and nothing is ever written twice. A file that ends anywhere is whole up to its
last whole piece. Pieces are boxes of an MP4, so that one that was damaged reads as a box of nothing.
"""

from __future__ import annotations

import io
import os
from bisect import bisect_right
from collections import OrderedDict
from pathlib import Path
from typing import BinaryIO, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from coach.session.seekable import Seekable
from coach.session.whole_file import settle

KEY_BYTES: Final = 32
MAGIC: Final = b"CoachV1\n"
_LENGTH_BYTES, _NONCE_BYTES, _TAG_BYTES = 4, 12, 16
_LARGEST: Final = 64 * 1024 * 1024
"""No fragment is that long: a length beyond it is damage."""
_KEPT: Final = 4
"""Pieces that stay decrypted in memory."""


class SealedWriter:
    """Makes `file`, readable to its owner alone. From one thread; raises `OSError` as the disk does."""

    def __init__(self, file: Path, key: bytes) -> None:
        self.file, self.written = file, 0
        self._cipher, self._number = AESGCM(key), 0
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        self._file = open(os.open(file, flags, 0o600), "wb", buffering=0)  # noqa: PTH123, SIM115 - a descriptor
        try:
            self._put(MAGIC)
            settle(file.parent)
        except OSError:
            self.close()
            raise

    def write(self, piece: bytes) -> None:
        """Put a piece on the disk; when that fails, the file ends before it."""
        sealed = self._cipher.encrypt(_nonce(self._number), piece, MAGIC)
        self._put(len(piece).to_bytes(_LENGTH_BYTES, "big") + sealed)
        self._number += 1

    def close(self) -> None:
        """Safe to call twice."""
        self._file.close()

    def _put(self, block: bytes) -> None:
        try:
            left = memoryview(block)
            while left:  # a disk that fills up takes a part and refuses the rest
                left = left[self._file.write(left) :]
            os.fsync(self._file.fileno())
        except OSError:
            self._file.truncate(self.written)
            raise
        self.written += len(block)


class _Sealed(Seekable):
    """Reads the whole pieces that a `SealedWriter` wrote, from any place; what it opens is in memory alone."""

    def __init__(self, file: Path, key: bytes) -> None:
        super().__init__(0)
        self._file = file.open("rb")
        self._cipher = AESGCM(key)
        self._starts: list[int] = []
        self._places: list[tuple[int, int]] = []
        self._open: OrderedDict[int, bytes] = OrderedDict()
        self._index(file.stat().st_size)

    def part(self, place: int, most: int) -> bytes:
        number = bisect_right(self._starts, place) - 1
        within = place - self._starts[number]
        return self._piece(number)[within : within + most]

    def close(self) -> None:
        self._file.close()
        super().close()

    def _index(self, size: int) -> None:
        """Where each whole piece lies."""
        if self._file.read(len(MAGIC)) != MAGIC:
            return
        at = len(MAGIC)
        while True:
            length = int.from_bytes(self._file.read(_LENGTH_BYTES), "big")
            end = at + _LENGTH_BYTES + length + _TAG_BYTES
            if not 8 <= length <= _LARGEST or end > size:
                return
            self._starts.append(self.length)
            self._places.append((at + _LENGTH_BYTES, length))
            self.length, at = self.length + length, end
            self._file.seek(at)

    def _piece(self, number: int) -> bytes:
        if number in self._open:
            self._open.move_to_end(number)
            return self._open[number]
        at, length = self._places[number]
        self._file.seek(at)
        sealed = self._file.read(length + _TAG_BYTES)
        try:
            piece = self._cipher.decrypt(_nonce(number), sealed, MAGIC)
        except InvalidTag:  # damaged: a box to pass over
            piece = length.to_bytes(4, "big") + b"free" + bytes(length - 8)
        self._open[number] = piece
        if len(self._open) > _KEPT:
            self._open.popitem(last=False)
        return piece


def open_sealed(file: Path, key: bytes) -> BinaryIO:
    """What is whole of a recording, to read and to seek in, also while it is still written to; close it.

    It is empty where nothing can be read. Raises `OSError` when there is no such file, or it may not be read.
    """
    return io.BufferedReader(_Sealed(file, key))


def _nonce(number: int) -> bytes:
    return number.to_bytes(_NONCE_BYTES, "big")
