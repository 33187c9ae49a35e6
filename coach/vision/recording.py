"""The pictures of recordings (any container FFmpeg reads safely), with their true times."""

from __future__ import annotations

import heapq
import logging
from collections.abc import Iterator
from fractions import Fraction
from typing import Final, Self

import av
import numpy as np
from av.buffer import Buffer
from av.codec.context import ThreadType
from av.container import InputContainer
from av.packet import Packet
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from coach.core.events import ConditionChanged, Frame, Image
from coach.core.source import SourceInfo
from coach.errors import KnownError
from coach.media.container import (
    MAX_PIXELS,
    duration_s,
    latest,
    open_container,
    origin_s,
    packets,
    seek_before,
    video_or_none,
)
from coach.media.medium import Medium, medium_of
from coach.vision.orientation import LONG_SIDE, fitted, upright
from coach.vision.timestamps import Timestamps

_log = logging.getLogger(__name__)

_MIN_SIDE: Final = 16
_STAMP_S: Final = 0.0005
"""Stamps are rounded: a frame that begins no later than this after a moment is the one shown at it."""
_BAD_PACKETS: Final = 300
"""Packets in a row without a frame before a stream is given up (ten seconds of video; also bounds the time lost)."""


class Recording:
    """A file as a `FrameSource`: opened once to fill `info`, and again by each iteration.

    Time 0 is where the medium begins, be it with its sound. Frames are turned upright (display matrix), pixels made
    square, the long side at most `LONG_SIDE`. Damage is skipped while anything can still be decoded. Raises
    `KnownError` when the file cannot be opened, holds neither picture nor sound, has absurd dimensions, or gives not
    one frame of the video it claims.
    """

    def __init__(self, path: str | Medium) -> None:
        """Probe `path`."""
        self._path = medium_of(path)
        self._closed = False
        with open_container(self._path) as container:
            self._info = _describe(self._path, container)

    @property
    def info(self) -> SourceInfo:
        """What the file says of itself."""
        return self._info

    def __iter__(self) -> Iterator[Frame | ConditionChanged]:
        """Every frame from the start; nothing for a recording without video."""
        if not self._info.video or self._closed:
            return
        found = False
        with open_container(self._path) as container:
            period_s, limit_s = 1.0 / (self._info.fps or 30.0), latest(self._info.duration_s)
            stamps = Timestamps(period_s, limit_s, origin_s(self._path, container))
            for raw, image in _decode(container):
                if self._closed:
                    return
                found = True
                yield Frame(stamps.place(raw), image)
        if not found:
            raise KnownError(
                f"No pude leer ni una imagen de «{self._path.name}»: el video está dañado, incompleto o es de un "
                "tamaño desmedido; prueba con otra copia de la grabación."
            )

    def since(self, t: float) -> Iterator[Frame]:
        """The frame that is shown at `t` and those after it, found from the last key frame before.

        Times are the file's own; in a file whose clock jumps they are not those of iterating. Nothing for a recording
        without video.
        """
        with open_container(self._path) as container:
            stream = video_or_none(container)
            if stream is None:
                return
            origin, turn = origin_s(self._path, container) or 0.0, _Turn()
            seek_before(container, stream, origin + t)
            for raw, frame in _from(_frames_in_order(container, stream), origin + t + _STAMP_S):
                image = _image(frame, stream.sample_aspect_ratio)
                if self._closed:
                    return
                if image is not None:
                    yield Frame(max(0.0, raw - origin), upright(image, turn.of(frame)))

    def close(self) -> None:
        """End the iteration at its next frame."""
        self._closed = True

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, *exc: object) -> None:
        """Close."""
        self.close()


def input_devices(driver: str) -> tuple[str, ...]:
    """Names of the cameras that FFmpeg's `driver` ("dshow", say) lists, in its order; empty without it."""
    try:
        devices = av.enumerate_input_devices(driver)
    except (ValueError, av.FFmpegError):
        return ()
    return tuple(device.description for device in devices if "video" in device.media_types)


def _describe(path: Medium, container: InputContainer) -> SourceInfo:
    video, audio = video_or_none(container), bool(container.streams.audio)
    if video is None and not audio:
        raise KnownError(f"«{path.name}» no contiene video ni sonido; elige otra grabación.")
    fps = None
    if video is not None:
        width, height = video.codec_context.width, video.codec_context.height
        if min(width, height) > 0 and min(fitted(width, height, video.sample_aspect_ratio, LONG_SIDE)) < _MIN_SIDE:
            raise KnownError(
                f"«{path.name}» mide {width}×{height} píxeles, muy poco para ver a una persona; "
                "elige una grabación más grande, de al menos 320×240."
            )
        rate = video.average_rate or video.guessed_rate
        fps = float(rate) if rate and 0.1 <= rate <= 1000 else None
    return SourceInfo(str(path), duration_s(container), video is not None, audio, fps, live=False)


def _decode(container: InputContainer) -> Iterator[tuple[float | None, Image]]:
    """(seconds on the file's clock, image) in the order shown, passing over whatever is damaged."""
    stream = video_or_none(container)
    if stream is None:
        return
    turn, barren = _Turn(), 0
    for batch in _batches(container, stream):
        barren += 1
        for raw, frame in batch:
            image = _image(frame, stream.sample_aspect_ratio)
            if image is not None:
                barren = 0
                yield raw, upright(image, turn.of(frame))
        if barren > _BAD_PACKETS:
            return


def _frames_in_order(container: InputContainer, stream: VideoStream) -> Iterator[tuple[float | None, VideoFrame]]:
    """Every frame from where the container is, until nothing can be decoded any more."""
    barren = 0
    for batch in _batches(container, stream):
        barren = 0 if batch else barren + 1
        yield from batch
        if barren > _BAD_PACKETS:
            return


def _from(frames: Iterator[tuple[float | None, VideoFrame]], raw_s: float) -> Iterator[tuple[float, VideoFrame]]:
    """The last frame that begins no later than `raw_s` (the first where all are later), and all after it."""
    held: tuple[float, VideoFrame] | None = None
    for raw, frame in frames:
        if raw is None:
            continue  # nobody could tell when it is shown
        if held is not None and raw > raw_s:
            yield held
        held = raw, frame
    if held is not None:
        yield held


def _batches(container: InputContainer, stream: VideoStream) -> Iterator[list[tuple[float | None, VideoFrame]]]:
    """What each packet holds, with its seconds on the file's clock."""
    stream.codec_context.thread_type = ThreadType.AUTO
    stream.codec_context.options = {"max_pixels": str(MAX_PIXELS)}
    # AVI stamps packets in decoding order only. Where that is the order shown, each frame bears its packet's stamp, and
    # one that is damaged takes none from those after it; else frames come out in display order and stamps are sorted.
    decoded = container.format.name == "avi"
    unstamped: list[float] | None = [] if decoded and stream.codec_context.has_b_frames else None
    for packet in packets(container, stream):
        if unstamped is not None and packet is not None and packet.dts is not None:
            heapq.heappush(unstamped, float(packet.dts * packet.time_base))
        yield [
            (heapq.heappop(unstamped) if unstamped else _seconds(frame, stream, decoded), frame)
            for frame in _frames(stream, packet)
        ]


def _frames(stream: VideoStream, packet: Packet[VideoStream] | None) -> list[VideoFrame]:
    try:
        return stream.codec_context.decode(packet)
    except (av.FFmpegError, ValueError) as error:
        _log.debug("a packet cannot be decoded: %s", error)
        return []


def _seconds(frame: VideoFrame, stream: VideoStream, decoded: bool) -> float | None:
    """When it is shown; `decoded`: by the stamp for decoding."""
    base, stamp = frame.time_base or stream.time_base, frame.dts if decoded else frame.pts
    return None if stamp is None or not base else float(stamp * base)


def _image(frame: VideoFrame, aspect: Fraction | None) -> Image | None:
    """RGB with square pixels, at most `LONG_SIDE` long; None when it is too small to show anything."""
    width, height = fitted(frame.width, frame.height, aspect, LONG_SIDE)
    if min(width, height) < _MIN_SIDE:
        return None
    smaller = width * height < frame.width * frame.height
    try:
        rgb = frame.reformat(width, height, format="rgb24", interpolation="AREA" if smaller else "BILINEAR")
        return rgb.to_ndarray().astype(np.uint8, copy=False)
    except (av.FFmpegError, ValueError) as error:
        _log.debug("a frame cannot be converted: %s", error)
        return None


class _Turn:
    """The (a, b, c, d) that turns a recording upright, as its first frame says.

    Asked once only: to look at a frame's side data ties it into a cycle, and memory swells until Python's collector
    comes by.
    """

    def __init__(self) -> None:
        self._known: tuple[int, int, int, int] | None = None

    def of(self, frame: VideoFrame) -> tuple[int, int, int, int]:
        """That of the recording that `frame` is of."""
        self._known = self._known or _matrix(frame)
        return self._known


def _matrix(frame: VideoFrame) -> tuple[int, int, int, int]:
    """The (a, b, c, d) of a frame's display matrix."""
    matrix = frame.side_data.get("DISPLAYMATRIX")
    if not isinstance(matrix, Buffer):
        return 1, 0, 0, 1
    a, b, _, c, d = (int(value) for value in np.frombuffer(bytes(matrix), np.int32, 5))
    return a, b, c, d
