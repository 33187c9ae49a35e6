"""Small recordings made on the spot, in any container and codec."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.video.stream import VideoStream

from coach.core.events import Image

_QUIET = {"x265-params": "log-level=none"}

MILLISECOND = Fraction(1, 1000)


def corner(index: int, width: int = 64, height: int = 48) -> Image:
    """Red at the upper left of black, with a grey lower right that grows lighter with `index`."""
    image = np.zeros((height, width, 3), np.uint8)
    image[: height // 2, : width // 2] = (255, 0, 0)
    image[height // 2 :, width // 2 :] = 4 * index % 256
    return image


def write_video(
    path: Path,
    codec: str = "libx264",
    stamps: Sequence[int] = tuple(range(0, 400, 40)),
    size: tuple[int, int] = (64, 48),
    base: Fraction = MILLISECOND,
    rotation: float | None = None,
    mirrored: bool = False,
    sound: bool = False,
    movflags: str = "",
) -> Path:
    """One `corner` a stamp (units of `base`); `rotation` in degrees counter-clockwise; `sound`: a second of silence."""
    options = {"movflags": movflags} if movflags else {}
    with av.open(str(path), "w", options=options) as container:
        stream = container.add_stream(codec, rate=25, options=_QUIET if codec == "libx265" else {})
        assert isinstance(stream, VideoStream)
        stream.width, stream.height = size
        usual = "yuv444p" if size[0] % 2 or size[1] % 2 else "yuv420p"
        stream.pix_fmt = {"mjpeg": "yuvj420p", "png": "rgb24", "gif": "rgb8"}.get(codec, usual)
        stream.time_base = stream.codec_context.time_base = base
        if rotation is not None:
            stream.set_display_rotation(rotation, hflip=mirrored)
        voice = container.add_stream("aac", rate=16000) if sound else None
        for index, stamp in enumerate(stamps):
            frame = av.VideoFrame.from_ndarray(corner(index, *size))
            frame.pts, frame.time_base = stamp, base
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
        if voice is not None:
            container.mux(voice.encode(_silence()))
            container.mux(voice.encode(None))
    return path


def remux(source: Path, path: Path) -> Path:
    """The same pictures in the container that `path` names."""
    with av.open(str(source)) as old, av.open(str(path), "w") as new:
        stream = new.add_stream_from_template(old.streams.video[0])
        for packet in old.demux(video=0):
            if packet.dts is not None:
                packet.stream = stream
                new.mux(packet)
    return path


def joined(picture: Path, sound: Path, path: Path, picture_s: float = 0.0) -> Path:
    """The picture of one and the sound of the other as they are, the picture from `picture_s` on."""
    with av.open(str(picture)) as seen, av.open(str(sound)) as heard, av.open(str(path), "w") as new:
        shown, played = (new.add_stream_from_template(one) for one in (seen.streams.video[0], heard.streams.audio[0]))
        for source, stream, begin_s in ((seen, shown, picture_s), (heard, played, 0.0)):
            for packet in source.demux(source.streams[0]):
                if packet.dts is None or packet.pts is None:
                    continue
                later = round(begin_s / packet.time_base)
                packet.pts, packet.dts, packet.stream = packet.pts + later, packet.dts + later, stream
                new.mux(packet)
    return path


def write_sound(path: Path) -> Path:
    """A second of silence."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("pcm_s16le", rate=16000)
        container.mux(stream.encode(_silence()))
        container.mux(stream.encode(None))
    return path


def _silence() -> av.AudioFrame:
    frame = av.AudioFrame.from_ndarray(np.zeros((1, 16000), np.int16), format="s16", layout="mono")
    frame.sample_rate, frame.pts = 16000, 0
    return frame
