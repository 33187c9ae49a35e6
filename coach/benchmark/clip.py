"""The recording that is measured: the bundled demonstration as 640×480 at 30 frames a second, as long as asked for."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import count
from pathlib import Path
from typing import Final, cast

import av
from av.video.stream import VideoStream

from coach.core.events import Frame, Image
from coach.vision.recording import Recording

FPS: Final = 30
SIZE: Final = (640, 480)


def make_clip(source: Path, target: Path, seconds: float) -> Path:
    """Transcode `source`, over and over, until `seconds` are full."""
    with av.open(str(target), "w") as container:
        stream = container.add_stream("libx264", rate=FPS, options={"preset": "veryfast"})
        stream.width, stream.height, stream.pix_fmt = *SIZE, "yuv420p"
        for index, image in zip(range(round(seconds * FPS)), _resampled(source), strict=False):
            frame = av.VideoFrame.from_ndarray(image)
            frame.pts, frame.time_base = index, Fraction(1, FPS)
            container.mux(stream.encode(frame.reformat(*SIZE, format="yuv420p")))
        container.mux(stream.encode(None))
    return target


def lengthen(clip: Path, target: Path, seconds: float) -> Path:
    """The same packets round and round until `seconds` are full: no decoding, so half an hour takes seconds."""
    with av.open(str(target), "w") as out:
        stream: VideoStream | None = None
        for offset in count(0, round(_duration(clip) * FPS)):
            if offset >= seconds * FPS:
                return target
            with av.open(str(clip)) as container:
                original = container.streams.video[0]
                stream = stream or out.add_stream_from_template(original)
                ticks = round(Fraction(offset, FPS) / cast(Fraction, original.time_base))
                for packet in container.demux(original):
                    if packet.dts is None or packet.pts is None:
                        continue  # the empty packet at the end
                    packet.pts, packet.dts, packet.stream = packet.pts + ticks, packet.dts + ticks, stream
                    out.mux(packet)
    return target


def jpegs(clip: Path, most: int) -> list[bytes]:
    """The first `most` frames of a clip as JPEGs."""
    encoder = av.CodecContext.create("mjpeg", "w")
    encoder.width, encoder.height = SIZE
    encoder.pix_fmt, encoder.time_base = "yuvj420p", Fraction(1, FPS)
    out: list[bytes] = []
    for _, frame in zip(range(most), _frames(clip), strict=False):
        out += [bytes(packet) for packet in encoder.encode(av.VideoFrame.from_ndarray(frame.image))]
    return out + [bytes(packet) for packet in encoder.encode(None)]


def _resampled(source: Path) -> Iterator[Image]:
    """Endlessly, at `FPS`: each frame of the source for as long as it is shown there."""
    while True:
        shown = 0
        for frame in _frames(source):
            while shown <= frame.t * FPS:
                shown += 1
                yield frame.image


def _frames(path: Path) -> Iterator[Frame]:
    with Recording(path) as recording:
        for item in recording:
            if isinstance(item, Frame):
                yield item


def _duration(clip: Path) -> float:
    with Recording(clip) as recording:
        return recording.info.duration_s or 0.0
