"""Pictures that tell their own time, so that a recording can be asked whether it shows the right one."""

from __future__ import annotations

from typing import BinaryIO

import numpy as np
from av.video.frame import VideoFrame

from coach.core.events import Image
from coach.media.container import open_stored, seek_before, video_or_none

STEPS_PER_S = 20
_BITS, _CELL = 12, 16


def marked(t: float) -> Image:
    """Bright and dark cells: the number of the twentieth of a second, in binary."""
    image = np.full((128, 16 * _BITS, 3), 40, np.uint8)
    number = round(t * STEPS_PER_S)
    for bit in range(_BITS):
        if number >> bit & 1:
            image[:, bit * _CELL : (bit + 1) * _CELL] = 220
    return image


def read_mark(image: Image) -> float | None:
    """The time that a picture tells; None for a black one."""
    bright = image[32:96].mean(axis=(0, 2)).reshape(_BITS, _CELL).mean(axis=1)
    if bright.max() < 20:
        return None
    return float(sum(1 << bit for bit in range(_BITS) if bright[bit] > 128)) / STEPS_PER_S


def shown(file: BinaryIO, since_s: float = 0.0) -> list[tuple[float, float | None]]:
    """From a moment's key picture on: the time of each picture, and the one that it tells; empty without any."""
    with open_stored(file) as container:
        stream = video_or_none(container)
        assert stream is not None
        seek_before(container, stream, since_s)
        return [(frame.time or 0.0, read_mark(_image(frame))) for frame in container.decode(stream)]


def _image(frame: VideoFrame) -> Image:
    return np.asarray(frame.to_ndarray(format="rgb24"), np.uint8)
