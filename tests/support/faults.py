"""Damaged recordings, the same ones for the same seed: cut off, bit-flipped, or absurd from the start."""

from __future__ import annotations

import random
import struct
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from coach.errors import KnownError

Damage = Callable[[random.Random, bytes], bytes]


def damaged(originals: Sequence[bytes], count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """`count` pairs (what was done, the bytes)."""
    kinds: tuple[Damage, ...] = (truncated, flipped, header_flipped, holed, absurd_size, garbage)
    for index in range(count):
        source = random.Random(seed * 1_000_003 + index)  # noqa: S311
        damage = kinds[index % len(kinds)]
        yield f"{index} {damage.__name__}", damage(source, source.choice(originals))


def truncated(source: random.Random, data: bytes) -> bytes:
    return data[: source.randrange(len(data))]


def flipped(source: random.Random, data: bytes) -> bytes:
    return _flip(source, data, len(data), max(1, len(data) // 400))


def header_flipped(source: random.Random, data: bytes) -> bytes:
    return _flip(source, data, min(1024, len(data)), 8)


def holed(source: random.Random, data: bytes) -> bytes:
    start = source.randrange(len(data))
    length = source.randrange(1, len(data) // 4)
    return data[:start] + bytes(len(data[start : start + length])) + data[start + length :]


def absurd_size(source: random.Random, data: bytes) -> bytes:
    """Every place that holds the true size (64×48, 16 or 32 bits, either order) claims another."""
    claim = source.choice((0, 1, 3, 30000, 65535))
    for order in (">", "<"):
        for width in ("HH", "II"):
            data = data.replace(struct.pack(order + width, 64, 48), struct.pack(order + width, claim, claim))
    return _flip(source, data, len(data), 2)


def garbage(source: random.Random, data: bytes) -> bytes:
    """A believable beginning, then noise."""
    return data[: source.choice((0, 16, 64, 256))] + source.randbytes(source.randrange(4000))


def _flip(source: random.Random, data: bytes, reach: int, bits: int) -> bytes:
    out = bytearray(data)
    for _ in range(bits):
        out[source.randrange(reach)] ^= 1 << source.randrange(8)
    return bytes(out)


def outcome_within(seconds: float, path: Path, count: Callable[[Path], int]) -> int | str | Exception:
    """What reading the recording comes to: `count`, the one sentence of a refusal that names it, or our bug."""
    outcome: list[int | str | Exception] = []
    reader = threading.Thread(target=lambda: outcome.append(_outcome(path, count)), daemon=True)
    reader.start()
    reader.join(seconds)
    return outcome[0] if outcome else TimeoutError(f"over {seconds} s")


def _outcome(path: Path, count: Callable[[Path], int]) -> int | str | Exception:
    try:
        return count(path)
    except KnownError as error:
        assert path.name in str(error)
        assert "\n" not in str(error)
        return str(error)
    except Exception as error:  # the test reports it
        return error
