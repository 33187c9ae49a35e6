"""What goes to the loudspeaker: messages in order, silence where too little waits, nothing left after a hush."""

from __future__ import annotations

import io
import struct

import numpy as np

from coach.voz.loudspeaker import Waiting, read_samples


def message(content: bytes) -> bytes:
    return struct.pack("<I", len(content)) + content


def test_messages_are_read_as_they_were_written() -> None:
    stream = io.BytesIO(message(b"abcd") + message(b"") + message(b"1234")[:-1])
    assert [read_samples(stream) for _ in range(3)] == [b"abcd", b"", None], "the last one was cut off"
    assert read_samples(io.BytesIO(b"\xff\xff\xff\xff")) is None


def test_what_waits_is_played_in_order_and_then_there_is_silence() -> None:
    waiting, out = Waiting(), bytearray(b"x" * 12)
    waiting.put(np.array([0.5, -0.5], np.float32).tobytes())
    waiting.put(np.array([0.25], np.float32).tobytes())
    waiting.callback(memoryview(out)[:8], 2, None, None)
    waiting.callback(memoryview(out)[8:], 1, None, None)
    assert np.frombuffer(bytes(out), np.float32).tolist() == [0.5, -0.5, 0.25]
    waiting.callback(out, 3, None, None)
    assert bytes(out) == bytes(12)


def test_an_empty_message_drops_what_waits() -> None:
    waiting, out = Waiting(), bytearray(b"x" * 4)
    waiting.put(np.array([0.5], np.float32).tobytes())
    waiting.put(b"")
    waiting.callback(out, 1, None, None)
    assert bytes(out) == bytes(4)
