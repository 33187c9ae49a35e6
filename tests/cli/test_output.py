"""Where a result may be written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from coach.cli.output import check_writable
from coach.errors import KnownError


def test_a_recording_under_another_of_its_names_is_not_written_over(tmp_path: Path) -> None:
    """As macOS has it under every way to write its capitals and accents."""
    recording, other = tmp_path / "venta.mp4", tmp_path / "VENTA.mp4"
    recording.write_bytes(b"video")
    if not other.exists():
        os.link(recording, other)
    with pytest.raises(KnownError, match="es un archivo que se va a leer"):
        check_writable(str(other), str(recording))


def test_beside_a_recording_there_is_room(tmp_path: Path) -> None:
    (tmp_path / "venta.mp4").write_bytes(b"video")
    check_writable(str(tmp_path / "venta.json"), str(tmp_path / "venta.mp4"))
