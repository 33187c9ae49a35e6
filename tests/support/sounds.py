"""Small sounds made on the spot, in any container and codec, at any rate and with any number of channels."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt
from av.audio.stream import AudioStream
from av.video.stream import VideoStream

from tests.support.media import corner

Wave = npt.NDArray[np.float32]
"""(n, channels), full scale 1."""

LAYOUTS = {1: "mono", 2: "stereo", 3: "2.1", 4: "quad", 5: "5.0", 6: "5.1", 7: "6.1", 8: "7.1"}


def tone(hz: float, seconds: float, rate: int, channels: int = 1, level: float = 0.5) -> Wave:
    wave = level * np.sin(2 * np.pi * hz * np.arange(round(seconds * rate)) / rate)
    return np.repeat(wave.astype(np.float32)[:, None], channels, axis=1)


def hiss(seconds: float, rate: int, channels: int = 1, level: float = 0.05) -> Wave:
    """Noise, the same each time."""
    source = np.random.default_rng(7)
    return (level * source.standard_normal((round(seconds * rate), channels))).astype(np.float32)


def write_wave(
    path: Path,
    wave: Wave,
    rate: int,
    codec: str = "pcm_s16le",
    start_s: float = 0.0,
    pictures: Sequence[int] = (),
    picture_codec: str = "mpeg4",
) -> Path:
    """`wave` in the container that `path` names, from `start_s` on; `pictures`: milliseconds of a video's frames."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=rate)
        assert isinstance(stream, AudioStream)
        stream.layout = LAYOUTS[wave.shape[1]]
        if pictures:
            video = container.add_stream(picture_codec, rate=25)
            assert isinstance(video, VideoStream)
            video.width, video.height, video.pix_fmt = 64, 48, "yuv420p"
            video.time_base = video.codec_context.time_base = Fraction(1, 1000)
            for index, stamp in enumerate(pictures):
                picture = av.VideoFrame.from_ndarray(corner(index))
                picture.pts, picture.time_base = stamp, Fraction(1, 1000)
                container.mux(video.encode(picture))
            container.mux(video.encode(None))
        _encode(container, stream, wave, rate, start_s)
    return path


def _encode(
    container: av.container.OutputContainer, stream: AudioStream, wave: Wave, rate: int, start_s: float
) -> None:
    fifo, placed = av.AudioFifo(), round(start_s * rate)
    resampler = av.AudioResampler(stream.format, stream.layout, rate)
    frame = av.AudioFrame.from_ndarray(
        np.ascontiguousarray(wave.reshape(1, -1)), format="flt", layout=LAYOUTS[wave.shape[1]]
    )
    frame.sample_rate = rate
    for converted in resampler.resample(frame):
        converted.pts = None
        fifo.write(converted)
    size = stream.codec_context.frame_size or 1024
    while (piece := fifo.read(size, partial=True)) is not None:
        piece.pts, piece.time_base = placed, Fraction(1, rate)
        placed += piece.samples
        container.mux(stream.encode(piece))
    container.mux(stream.encode(None))
