"""Bytes that lie in pieces, read and sought in as one file."""

from __future__ import annotations

import io
from abc import abstractmethod


class Seekable(io.RawIOBase):
    """A file to read of `length` bytes; what is at a place is brought by `part`."""

    def __init__(self, length: int) -> None:
        super().__init__()
        self.length = length
        self._place = 0

    @abstractmethod
    def part(self, place: int, most: int) -> bytes:
        """From 1 to `most` bytes from `place` on, which is before the end; fewer where a piece ends."""

    def readable(self) -> bool:
        """Always."""
        return True

    def seekable(self) -> bool:
        """Always."""
        return True

    def tell(self) -> int:
        """The place of the next byte."""
        return self._place

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go anywhere, also beyond the end. Raises OSError before the beginning."""
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._place, io.SEEK_END: self.length}[whence]
        if start + offset < 0:
            raise OSError("before the beginning")
        self._place = start + offset
        return self._place

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill `buffer` as far as one piece goes; how many bytes that is, 0 at the end."""
        if self._place >= self.length:
            return 0
        part = self.part(self._place, len(buffer))
        buffer[: len(part)] = part
        self._place += len(part)
        return len(part)
