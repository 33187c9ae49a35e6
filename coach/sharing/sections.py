"""What is inside a shared file: sections, each a name of four letters, its length, and its content."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Iterator
from typing import Any, Final, Protocol

_MARK: Final = struct.Struct(">4sQ")
BLOCK_BYTES: Final = 262_144
"""How much of a long section is in memory at a time."""
_MOST_PACKED: Final = 32 * 2**20
_MOST_PLAIN: Final = 64 * 2**20
"""A section that is read at once holds no more, packed or not: a day's session needs less than a tenth of it."""


class Damage(ValueError):
    """What was inside is nothing that Coach writes, although the passphrase was right."""


class Out(Protocol):
    """What sections are written to."""

    def write(self, content: bytes) -> object:
        """Take these bytes."""
        ...


class In(Protocol):
    """What sections are read from."""

    def read(self, count: int) -> bytes:
        """The next bytes, fewer only at the end."""
        ...


def put(out: Out, name: str, content: bytes) -> None:
    """A section as it is."""
    out.write(_MARK.pack(name.encode("ascii"), len(content)) + content)


def put_json(out: Out, name: str, value: Any) -> None:
    """A section of plain values, deflated."""
    put(out, name, zlib.compress(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()))


def put_long(out: Out, name: str, length: int, blocks: Iterator[bytes]) -> None:
    """A section that comes in blocks, of so many bytes in all."""
    out.write(_MARK.pack(name.encode("ascii"), length))
    for block in blocks:
        out.write(block)


def each(source: In) -> Iterator[tuple[str, Section]]:
    """Every section in order; what was not read of one is passed over. Raises `Damage`."""
    while mark := source.read(_MARK.size):
        if len(mark) < _MARK.size:
            raise Damage("half a section")
        name, length = _MARK.unpack(mark)
        section = Section(source, length)
        yield name.decode("latin-1"), section
        for _ in section.blocks():
            pass


class Section:
    """The content of one section; read it once."""

    def __init__(self, source: In, length: int) -> None:
        self._source, self.left = source, length

    def blocks(self) -> Iterator[bytes]:
        """Its bytes. Raises `Damage` when there are fewer than it said."""
        while self.left:
            block = self._source.read(min(BLOCK_BYTES, self.left))
            if not block:
                raise Damage("a section without its end")
            self.left -= len(block)
            yield block

    def packed(self) -> bytes:
        """All of a short section. Raises `Damage` for a long one."""
        if self.left > _MOST_PACKED:
            raise Damage("too long")
        return b"".join(self.blocks())

    def plain(self) -> bytes:
        """All of a deflated one. Raises `Damage` for one that would fill the memory."""
        return inflated(self.packed())

    def json(self) -> Any:
        """The values of one that `put_json` wrote. Raises `Damage`."""
        try:
            return json.loads(self.plain())
        except (ValueError, RecursionError) as error:
            raise Damage("no JSON") from error


def inflated(content: bytes) -> bytes:
    """What was deflated. Raises `Damage` for anything else, and for what would fill the memory."""
    reader = zlib.decompressobj()
    try:
        plain = reader.decompress(content, _MOST_PLAIN)
    except zlib.error as error:
        raise Damage("not deflated") from error
    if not reader.eof:
        raise Damage("too long, or without its end")
    return plain
