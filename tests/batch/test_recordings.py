"""What of a folder is taken for a recording."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from coach.batch.recordings import recordings
from coach.errors import KnownError


def put(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(b"12345")


def test_recordings_are_found_wherever_they_lie(tmp_path: Path) -> None:
    put(
        tmp_path, "b.mp4", "Ana María/marzo/é.WAV", "a.mkv", "notas.txt", "a.mkv.json", ".oculto.mp4", ".papelera/x.mp4"
    )
    found = recordings(tmp_path)
    assert list(found.files) == ["Ana María/marzo/é.WAV", "a.mkv", "b.mp4"]
    assert found.files["b.mp4"].bytes == 5
    assert found.files["b.mp4"].modified_ns == (tmp_path / "b.mp4").stat().st_mtime_ns
    assert found.refused == {}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name is text")
def test_names_that_are_no_text_are_told_as_text_and_never_twice(tmp_path: Path) -> None:
    put(tmp_path, "a.mp4", os.fsdecode(b"mal\xf1o.wav"), os.fsdecode(b"mal\xf2o.wav"))
    found = recordings(tmp_path)
    assert list(found.files) == ["a.mp4", "mal\ufffdo.wav"]
    assert found.files["mal\ufffdo.wav"].path.is_file()
    assert list(found.refused) == ["mal\ufffdo.wav"]
    assert "cambia uno de los nombres" in found.refused["mal\ufffdo.wav"]


def test_a_folder_without_any_says_so(tmp_path: Path) -> None:
    put(tmp_path, "notas.txt")
    with pytest.raises(KnownError, match="no hay ninguna grabación"):
        recordings(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_links_lead_neither_astray_nor_round_in_circles(tmp_path: Path) -> None:
    put(tmp_path, "a.mp4")
    (tmp_path / "vuelta").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "nada.mp4").symlink_to(tmp_path / "no existe")
    found = recordings(tmp_path)
    assert list(found.files) == ["a.mp4"]
    assert list(found.refused) == ["nada.mp4"]
    assert "revisa que el archivo exista" in found.refused["nada.mp4"]


def test_a_folder_that_cannot_be_read_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "a.mp4", "cerrada/b.mp4")
    look = os.scandir

    def closed(where: str) -> object:  # as the system answers; permissions are nothing to root, who runs this too
        if Path(where).name == "cerrada":
            raise PermissionError(13, "Permission denied", str(where))
        return look(where)

    monkeypatch.setattr(os, "scandir", closed)
    found = recordings(tmp_path)
    assert (list(found.files), list(found.refused)) == (["a.mp4"], ["cerrada"])
    with pytest.raises(KnownError, match="revisa sus permisos"):
        recordings(tmp_path / "cerrada")
