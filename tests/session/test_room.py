"""The room that is told is the disk's, less what is never taken from the sessions themselves."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from coach.media.film import BYTES_PER_S
from coach.session.recording import RESERVE_BYTES
from coach.session.room import room_s


def test_room_is_told_of_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    free = shutil.disk_usage(tmp_path).free
    expected = max(0.0, (free - RESERVE_BYTES) / BYTES_PER_S)
    assert room_s(tmp_path / "sin" / "hacer") == pytest.approx(expected, rel=0.05)
