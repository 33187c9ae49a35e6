"""A film that could not be written is let go of, whatever FFmpeg still says of it."""

from __future__ import annotations

import errno

import numpy as np
import pytest

from coach.core.events import SAMPLE_RATE, Frame, Sound
from coach.media.film import Film


@pytest.mark.parametrize("sound", [False, True])
@pytest.mark.parametrize("pieces", range(4))
def test_what_cannot_be_written_is_abandoned_without_another_error(pieces: int, sound: bool) -> None:
    """Or nobody would be told why the recording has ended."""
    left = pieces

    def write(piece: bytes) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise OSError(errno.ENOSPC, "lleno")

    picture = np.random.default_rng(7).integers(0, 255, (360, 640, 3), np.uint8)
    film = Film(write, (640, 360), sound=sound)
    with pytest.raises(OSError, match="lleno"):
        for index in range(400):
            film.show(Frame(index / 10, picture))
            film.hear(Sound(index / 10, np.zeros(SAMPLE_RATE // 10, np.float32)))
    film.abandon()
