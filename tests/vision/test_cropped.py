"""Only the agent's part of the picture is looked at."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from coach.core.events import Frame
from coach.core.tile import Tile, tile_from
from coach.vision.cropped import Cropped
from coach.vision.recording import Recording
from tests.support.media import write_video


def test_the_frames_are_the_tile(tmp_path: Path) -> None:
    file = write_video(tmp_path / "x.mp4", size=(128, 96))
    whole = [item for item in Recording(file) if isinstance(item, Frame)]
    with Cropped(Recording(file), Tile(0.5, 0.25, 0.5, 0.5)) as source:
        part = [item for item in source if isinstance(item, Frame)]
        assert source.info == Recording(file).info
    assert [one.t for one in part] == [one.t for one in whole]
    for small, large in zip(part, whole, strict=True):
        assert np.array_equal(small.image, large.image[24:72, 64:128])
        assert small.image.flags.c_contiguous, "the models ask for it"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0,0,1",
        "0,0,1,1,1",
        "a,b,c,d",
        "0,0,0,1",
        "0.6,0,0.5,1",
        "-0.1,0,1,1",
        "nan,0,1,1",
        "0,0,nan,1",
        "0.5,0,0.5,nan",
    ],
)
def test_what_is_no_part_of_a_picture(text: str) -> None:
    with pytest.raises(ValueError):
        tile_from(text)


def test_the_whole_picture_is_a_part() -> None:
    assert Tile(0, 0, 1, 1).pixels(333, 77) == (slice(0, 77), slice(0, 333))
    assert tile_from("0.333333,0.333333,0.333333,0.666667").pixels(3, 3) == (slice(1, 3), slice(1, 2))
