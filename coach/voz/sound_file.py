"""The sound of any recording or sound file, with its true times, read as it goes."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Self

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.packet import Packet

from coach.core.events import SAMPLE_RATE, ConditionChanged, Sound
from coach.core.source import SourceInfo
from coach.errors import KnownError
from coach.media.container import (
    beginning_s,
    duration_s,
    latest,
    open_container,
    origin_s,
    packets,
    seek_before,
    sound_or_none,
    video_or_none,
)
from coach.media.medium import Medium, medium_of
from coach.voz.intake import Block, Intake
from coach.voz.placement import Placement
from coach.voz.resample import LEAST_RATE, MOST_RATE

_log = logging.getLogger(__name__)

_BAD_PACKETS: Final = 2000
"""Packets in a row without sound before a stream is given up (some 40 s; also bounds the time lost)."""
_PIECE_S: Final = 0.1
"""What is played at once: as little as can wait, so that a pause is heard as one."""
_MOST_CHANNELS: Final = 64
_FULL_SCALE: Final = {"u1": 2.0**7, "i2": 2.0**15, "i4": 2.0**31, "i8": 2.0**63}


@dataclass(frozen=True, slots=True)
class Piece:
    """Decoded samples: `raw` seconds on the medium's clock, `lost`: what came before could not be decoded."""

    raw: float | None
    block: Block
    rate: int
    lost: bool


class SoundFile:
    """A file as a `SoundSource`: opened once to fill `info`, and again by each iteration.

    Time is that of the pictures where there are any (`origin_s`).
    Channels that sound are averaged, unless one is chosen (a file with fewer gives its last). Damage is skipped, and
    told as `sonido_perdido`, while anything can still be decoded. Raises `KnownError` when the file cannot be opened,
    holds no sound, or gives not one sample of the sound it claims.
    """

    def __init__(self, path: str | Medium, chunk_s: float = 1.0, channel: int | None = None) -> None:
        """Probe `path`; it will be handed on `chunk_s` to twice as many seconds at a time. `channel` counts from 0."""
        self._path = medium_of(path)
        self._chunk_s = chunk_s
        self._channel = channel
        self._closed = False
        with open_container(self._path) as container:
            if sound_or_none(container) is None:
                raise KnownError(f"«{self._path.name}» no tiene sonido; elige otra grabación.")
            video = video_or_none(container) is not None
            self._info = SourceInfo(str(self._path), duration_s(container), video, True, None, live=False)

    @property
    def info(self) -> SourceInfo:
        """What the file says of itself; `fps` is left to the pictures."""
        return self._info

    def __iter__(self) -> Iterator[Sound | ConditionChanged]:
        """All of the sound from the start."""
        found = False
        with open_container(self._path) as container:
            placement = Placement(origin_s(self._path, container), latest(self._info.duration_s))
            for item in _heard(_pieces(container, self._chunk_s), placement, 2 * self._chunk_s, self._channel):
                if self._closed:
                    return
                found = found or isinstance(item, Sound)
                yield item
        if not found and not self._closed:
            raise KnownError(
                f"No pude leer nada del sonido de «{self._path.name}»: está dañado, incompleto o vacío; "
                "prueba con otra copia de la grabación."
            )

    def since(self, t: float) -> Iterator[Sound]:
        """The sound from `t` on, in short pieces; times are the file's own, as those of `Recording.since`."""
        with open_container(self._path) as container:
            stream = sound_or_none(container)
            if stream is None:
                return
            told = origin_s(self._path, container)
            origin = (beginning_s(stream) or 0.0) if told is None else told
            seek_before(container, stream, origin + t)
            placement = Placement(origin, latest(self._info.duration_s))
            for item in _heard(_pieces(container, _PIECE_S), placement, 2 * _PIECE_S):
                if self._closed:
                    return
                if isinstance(item, Sound) and item.end_s > t:
                    early = max(0, round((t - item.t) * SAMPLE_RATE))
                    yield Sound(item.t + early / SAMPLE_RATE, item.samples[early:])

    def close(self) -> None:
        """End the iteration at its next item."""
        self._closed = True

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, *exc: object) -> None:
        """Close."""
        self.close()


def _heard(
    pieces: Iterator[Piece], placement: Placement, most_s: float, channel: int | None = None
) -> Iterator[Sound | ConditionChanged]:
    """The pieces in their places; a damaged stream may change its rate on the way."""
    intake: Intake | None = None
    for piece in pieces:
        if intake is not None and intake.rate != piece.rate:
            yield from intake.flush()
            intake = None
        intake = intake or Intake(piece.rate, channel)
        t = placement.place(piece.raw, len(piece.block) / piece.rate)
        early = max(0, round(-t * piece.rate))
        size = max(1, round(most_s * piece.rate))
        for start in range(early, len(piece.block), size):
            block = piece.block[start : start + size]
            yield from intake.push(t + start / piece.rate, block, piece.lost and start == early)
    if intake is not None:
        yield from intake.flush()


def _pieces(container: InputContainer, least_s: float) -> Iterator[Piece]:
    """Joined to `least_s` or more: what is handed on by the millisecond costs more than it says."""
    held: list[Piece] = []
    samples = 0
    for piece in decoded(container):
        if held and not _follows(held[0], samples, piece):
            yield _joined(held)
            held, samples = [], 0
        held.append(piece)
        samples += len(piece.block)
        if samples >= least_s * piece.rate:
            yield _joined(held)
            held, samples = [], 0
    if held:
        yield _joined(held)


def _follows(first: Piece, samples: int, piece: Piece) -> bool:
    """Whether `piece` goes on where `samples` from `first` on end."""
    if piece.lost or piece.rate != first.rate or piece.block.shape[1] != first.block.shape[1]:
        return False
    due = None if first.raw is None else first.raw + samples / first.rate
    return piece.raw is None or (due is not None and abs(piece.raw - due) < 0.01)


def _joined(held: list[Piece]) -> Piece:
    first = held[0]
    return Piece(first.raw, np.concatenate([piece.block for piece in held]), first.rate, first.lost)


def decoded(container: InputContainer) -> Iterator[Piece]:
    """Every frame of sound in order, passing over whatever is damaged."""
    stream = sound_or_none(container)
    if stream is None:
        return
    barren, lost = 0, False
    for packet in packets(container, stream):
        barren += 1
        frames = _frames(stream, packet)
        lost = lost or frames is None
        for frame in frames or ():
            block = _block(frame)
            if block is None:
                lost = True
                continue
            yield Piece(_seconds(frame, stream), block, frame.sample_rate, lost)
            barren, lost = 0, False
        if barren > _BAD_PACKETS:
            return


def _frames(stream: AudioStream, packet: Packet[AudioStream] | None) -> list[AudioFrame] | None:
    """What a packet holds, None when it is damaged."""
    try:
        return stream.codec_context.decode(packet)
    except (av.FFmpegError, ValueError) as error:
        _log.debug("a packet cannot be decoded: %s", error)
        return None


def _seconds(frame: AudioFrame, stream: AudioStream) -> float | None:
    base = frame.time_base or stream.time_base
    return None if frame.pts is None or not base else frame.pts * base.numerator / base.denominator


def _block(frame: AudioFrame) -> Block | None:
    """(n, channels) at full scale 1; None for what no sound can be."""
    channels = len(frame.layout.channels)
    if not frame.samples or not LEAST_RATE <= frame.sample_rate <= MOST_RATE or not 0 < channels <= _MOST_CHANNELS:
        return None
    try:
        samples = frame.to_ndarray()
    except (av.FFmpegError, ValueError) as error:
        _log.debug("a frame cannot be converted: %s", error)
        return None
    whole = samples.T if frame.format.is_planar else samples.reshape(-1, channels)
    kind = whole.dtype.str[1:]
    with np.errstate(over="ignore", invalid="ignore"):  # a damaged file's numbers; whoever takes them in looks
        block: Block = whole.astype(np.float32)
    if kind == "u1":
        block -= np.float32(_FULL_SCALE[kind])
    if kind in _FULL_SCALE:
        block *= np.float32(1.0 / _FULL_SCALE[kind])  # a power of two: exact
    return block
