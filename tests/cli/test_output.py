"""Where a result may be written."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from coach.cli.output import check_writable, write_text
from coach.errors import KnownError
from coach.session.whole_file import write_whole


def test_a_recording_under_another_of_its_names_is_not_written_over(tmp_path: Path) -> None:
    """As macOS has it under every way to write its capitals and accents."""
    recording, other = tmp_path / "venta.mp4", tmp_path / "VENTA.mp4"
    recording.write_bytes(b"video")
    if not other.exists():
        os.link(recording, other)
    with pytest.raises(KnownError, match="es un archivo que se va a leer"):
        check_writable(str(other), str(recording))


@pytest.mark.skipif(sys.platform == "win32", reason="there whole paths may be no longer than that")
@pytest.mark.parametrize("name", ["a" * 250 + ".json", "ñ" * 125 + ".json"])
def test_a_name_is_as_long_as_the_disk_takes(tmp_path: Path, name: str) -> None:
    """What is written aside first has a short one."""
    write_text(str(tmp_path / name), "{}")
    write_whole(tmp_path / name, b"[]")
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [(name, b"[]")]


def test_beside_a_recording_there_is_room(tmp_path: Path) -> None:
    (tmp_path / "venta.mp4").write_bytes(b"video")
    check_writable(str(tmp_path / "venta.json"), str(tmp_path / "venta.mp4"))
