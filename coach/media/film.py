"""Pictures and sound of a live session made into fragments of an MP4, each of which can be read without the next.

MPEG-4 Part 2 by FFmpeg's own encoder and Opus: of what PyAV's wheels carry the cheapest that is free of the GPL (x264
is not), measured on a weak core at 640×480: 4 ms a picture; VP9 took 6, x264 3 to 6. Times are those of the session: a
stretch that was not recorded is black and silent, so that the file's time is the session's from its first moment on.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from fractions import Fraction
from typing import Final

import av
import numpy as np
from av.audio.stream import AudioStream
from av.packet import Packet
from av.stream import Stream
from av.video.frame import PictureType, VideoFrame
from av.video.stream import VideoStream

from coach.core.events import SAMPLE_RATE, Frame, Image, Samples, Sound

LONG_SIDE: Final = 640
"""Enough to see a face and two hands; more would cost what perception needs."""
UNKNOWN_SIZE: Final = (640, 360)
"""Of a film that must begin before the first picture has come."""
FRAGMENT_S: Final = 0.8
_MS: Final = Fraction(1, 1000)
_VIDEO_BITS, _SOUND_BITS = 1_200_000, 32_000
BYTES_PER_S: Final = (_VIDEO_BITS + _SOUND_BITS) // 8
"""At most, over some minutes; a person who sits still takes a third."""
_PIECE: Final = SAMPLE_RATE // 50
"""Samples of one packet of Opus."""
_LEAD: Final = 104
"""Samples that Opus puts before the first: sound that is older has no place."""
_JOINED: Final = SAMPLE_RATE // 20
"""Samples by which the time of a sound may stray from the end of the one before and still be its continuation."""
_OPTIONS: Final = {
    "movflags": "frag_keyframe+empty_moov+default_base_moof+frag_discont",
    "frag_duration": "1000000",
    "max_interleave_delta": "300000",  # a camera or microphone that falls silent does not keep the other off the disk
    "flush_packets": "1",
    "fflags": "+bitexact",
}


class Film:
    """Takes what a session shows and hears, from one thread; `write` gets header, fragments and index."""

    def __init__(self, write: Callable[[bytes], None], size: tuple[int, int] | None, *, sound: bool) -> None:
        """`size`: of the picture (width, height), None for a film of sound alone."""
        self._pieces = _Pieces(write)
        self._container = av.open(self._pieces, "w", format="mp4", options=_OPTIONS)
        self._picture = None if size is None else _Picture(self._container.add_stream("mpeg4"), size)
        self._sound = _Sound(self._container.add_stream("libopus", rate=SAMPLE_RATE)) if sound else None

    def show(self, frame: Frame) -> None:
        """A picture, later than the one before."""
        if self._picture is not None:
            self._mux(self._picture.show(frame))

    def hear(self, sound: Sound) -> None:
        """A stretch of sound, later than the one before."""
        if self._sound is not None:
            self._mux(self._sound.hear(sound))

    def blacken(self, t: float) -> None:
        """From `t` on nothing is shown, until the next picture."""
        if self._picture is not None:
            self._mux(self._picture.blacken(t))

    def close(self) -> None:
        """Write what is left, and the index."""
        for part in (self._picture, self._sound):
            if part is not None:
                self._mux(part.flush())
        self._container.close()
        self._pieces.close()

    def abandon(self) -> None:
        """Let go of everything without writing any more."""
        self._pieces.abandon()
        with contextlib.suppress(av.FFmpegError):  # it still knows of a write that failed, and says so again
            self._container.close()

    def _mux(self, packets: list[Packet[Stream]]) -> None:
        if packets:
            self._container.mux(packets)


def size_of(image: Image) -> tuple[int, int]:
    """Width and height at which a picture is kept: even, the long side at most `LONG_SIDE`.

    >>> size_of(np.zeros((720, 1280, 3), np.uint8)), size_of(np.zeros((481, 361, 3), np.uint8))
    ((640, 360), (360, 480))
    """
    height, width = image.shape[:2]
    scale = min(1.0, LONG_SIDE / max(width, height))
    return max(16, int(width * scale) // 2 * 2), max(16, int(height * scale) // 2 * 2)


class _Picture:
    """The stream of pictures; a key every `FRAGMENT_S`."""

    def __init__(self, stream: VideoStream, size: tuple[int, int]) -> None:
        self._stream, self._size = stream, size
        stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
        stream.time_base = stream.codec_context.time_base = _MS
        stream.bit_rate = _VIDEO_BITS
        stream.codec_context.gop_size = 600  # keys are asked for by time
        stream.codec_context.thread_count = 1
        stream.codec_context.options = {"qmin": "3", "qmax": "12"}
        self._last_ms = self._key_ms = -1_000_000

    def show(self, frame: Frame) -> list[Packet[Stream]]:
        begun = self.blacken(0.0) if self._last_ms < 0 and frame.t > 0.0 else []
        return begun + self._encode(round(frame.t * 1000), _fitted(frame.image, self._size))

    def blacken(self, t: float) -> list[Packet[Stream]]:
        width, height = self._size
        return self._encode(round(t * 1000), VideoFrame.from_ndarray(np.zeros((height, width, 3), np.uint8)))

    def flush(self) -> list[Packet[Stream]]:
        return list(self._stream.encode(None)) if self._last_ms >= 0 else []

    def _encode(self, ms: int, shown: VideoFrame) -> list[Packet[Stream]]:
        if ms <= self._last_ms:
            return []
        self._last_ms = ms
        frame = shown.reformat(format="yuv420p")
        frame.pts, frame.time_base = ms, _MS
        due = ms - self._key_ms >= FRAGMENT_S * 1000
        frame.pict_type = PictureType.I if due else PictureType.NONE
        if due:
            self._key_ms = ms
        return list(self._stream.encode(frame))


class _Sound:
    """The stream of sound, cut into packets of equal length; where some was lost there is a gap in time."""

    def __init__(self, stream: AudioStream) -> None:
        self._stream = stream
        stream.bit_rate = _SOUND_BITS
        stream.layout = "mono"
        self._waiting: Samples = np.zeros(0, np.float32)
        self._next: int | None = None

    def hear(self, sound: Sound) -> list[Packet[Stream]]:
        start, samples = round(sound.t * SAMPLE_RATE), sound.samples
        out: list[Packet[Stream]] = []
        if self._next is None:
            self._next = _LEAD
            if start - _LEAD > _JOINED:
                out += self._send(np.zeros(_PIECE, np.float32))
        expected = self._next + len(self._waiting)
        if start > expected + _JOINED:
            out += self._rest()
            self._next = start - _PIECE  # the packet that lies across the gap holds nothing but silence
            out += self._send(np.zeros(_PIECE, np.float32))
        elif start < expected - _JOINED or start < _LEAD:
            samples = samples[max(0, expected - start) :]
        self._waiting = np.concatenate((self._waiting, samples))
        while len(self._waiting) >= _PIECE:
            piece, self._waiting = self._waiting[:_PIECE], self._waiting[_PIECE:]
            out += self._send(piece)
        return out

    def flush(self) -> list[Packet[Stream]]:
        return self._rest() + list(self._stream.encode(None)) if self._next is not None else []

    def _rest(self) -> list[Packet[Stream]]:
        if not len(self._waiting):
            return []
        piece, self._waiting = np.pad(self._waiting, (0, _PIECE - len(self._waiting))), self._waiting[:0]
        return self._send(piece)

    def _send(self, piece: Samples) -> list[Packet[Stream]]:
        assert self._next is not None
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(piece)[np.newaxis], format="flt", layout="mono")
        frame.sample_rate, frame.pts, frame.time_base = SAMPLE_RATE, self._next, Fraction(1, SAMPLE_RATE)
        self._next += _PIECE
        return list(self._stream.encode(frame))


class _Pieces:
    """What the container writes, handed on a whole piece at a time: its header, each fragment, the index."""

    def __init__(self, write: Callable[[bytes], None]) -> None:
        self._write: Callable[[bytes], None] | None = write
        self._waiting = bytearray()
        self._seen = 0

    def write(self, data: bytes) -> int:
        """From FFmpeg, in blocks of any length."""
        if self._write is not None:
            self._waiting += data
            while self._box():
                pass
        return len(data)

    def close(self) -> None:
        """The rest."""
        if self._write is not None and self._waiting:
            self._write(bytes(self._waiting))
        self.abandon()

    def abandon(self) -> None:
        """Hand nothing on any more."""
        self._write, self._waiting = None, bytearray()

    def _box(self) -> bool:
        """Pass over the next box, if all of it is there; what ends a piece sends it off."""
        head = self._waiting[self._seen : self._seen + 8]
        length = int.from_bytes(head[:4], "big")
        if len(head) < 8 or len(self._waiting) < self._seen + length:
            return False
        self._seen += length
        if bytes(head[4:]) in (b"moov", b"mdat") and self._write is not None:
            piece, self._waiting, self._seen = bytes(self._waiting[: self._seen]), self._waiting[self._seen :], 0
            self._write(piece)
        return True


def _fitted(image: Image, size: tuple[int, int]) -> VideoFrame:
    """The picture at the film's size; one of another shape gets black edges."""
    own = size_of(image)
    frame = VideoFrame.from_ndarray(image)
    if own == size:
        return frame.reformat(*size, format="yuv420p")
    scale = min(size[0] / own[0], size[1] / own[1])
    width, height = min(size[0], round(own[0] * scale)), min(size[1], round(own[1] * scale))
    canvas = np.zeros((size[1], size[0], 3), np.uint8)
    top, left = (size[1] - height) // 2, (size[0] - width) // 2
    canvas[top : top + height, left : left + width] = frame.reformat(width, height, format="rgb24").to_ndarray()
    return VideoFrame.from_ndarray(canvas)
