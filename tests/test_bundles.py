"""A bundle is loaded only when it is the very file that the manifest describes."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

import pytest

from coach import bundles
from coach.bundles import bundle
from coach.errors import KnownError
from coach.resources import models_dir

NAMES = sorted(tomllib.loads((models_dir() / "manifest.toml").read_text(encoding="utf-8")))
SMALLEST = "face_landmarker.task"


@pytest.fixture
def copied_models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("manifest.toml", SMALLEST):
        shutil.copy(models_dir() / name, tmp_path)
    monkeypatch.setattr(bundles, "models_dir", lambda: tmp_path)
    return tmp_path


def assert_told_how_to_restore(name: str, *facts: str) -> None:
    with pytest.raises(KnownError) as caught:
        bundle(SMALLEST)
    for fact in (*facts, f"git checkout -- modelos/{name}"):
        assert fact in str(caught.value)


@pytest.mark.parametrize("name", NAMES)
def test_every_bundle_of_the_manifest_is_here_and_unaltered(name: str) -> None:
    assert bundle(name) == models_dir() / name


def test_every_bundle_in_the_folder_is_in_the_manifest_with_licence_and_source() -> None:
    rows = tomllib.loads((models_dir() / "manifest.toml").read_text(encoding="utf-8"))
    models = [path.name for path in models_dir().iterdir() if path.suffix in (".task", ".onnx")]
    assert set(models) == set(rows)
    terms = (models_dir() / "LICENSE").read_text(encoding="utf-8")
    for row in rows.values():
        assert row.keys() == {"what", "sha256", "licence", "source"}
        assert {"Apache-2.0": "Apache License", "MIT": "MIT License"}[row["licence"]] in terms


def test_an_unaltered_copy_is_accepted(copied_models: Path) -> None:
    assert bundle(SMALLEST) == copied_models / SMALLEST


def test_a_missing_bundle(copied_models: Path) -> None:
    (copied_models / SMALLEST).unlink()
    assert_told_how_to_restore(SMALLEST, "Falta el modelo", str(copied_models / SMALLEST))


def test_a_truncated_bundle(copied_models: Path) -> None:
    path = copied_models / SMALLEST
    path.write_bytes(path.read_bytes()[:-1])
    assert_told_how_to_restore(SMALLEST, "dañado", str(path))


def test_a_bundle_with_one_altered_bit(copied_models: Path) -> None:
    path = copied_models / SMALLEST
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    assert_told_how_to_restore(SMALLEST, "dañado", str(path))


def test_a_folder_in_place_of_a_bundle(copied_models: Path) -> None:
    (copied_models / SMALLEST).unlink()
    (copied_models / SMALLEST).mkdir()
    assert_told_how_to_restore(SMALLEST, "No se puede leer", str(copied_models / SMALLEST))


def test_a_missing_manifest(copied_models: Path) -> None:
    (copied_models / "manifest.toml").unlink()
    assert_told_how_to_restore("manifest.toml", "Falta la lista de modelos")


@pytest.mark.parametrize("content", ["not toml", "'face_landmarker.task' = 1", "['face_landmarker.task']\nwhat = 'x'"])
def test_a_damaged_manifest(copied_models: Path, content: str) -> None:
    (copied_models / "manifest.toml").write_text(content, encoding="utf-8")
    assert_told_how_to_restore("manifest.toml", "No se puede leer la lista de modelos")


def test_the_digest_is_computed_once_a_process(copied_models: Path) -> None:
    assert bundle(SMALLEST) == copied_models / SMALLEST
    (copied_models / SMALLEST).unlink()
    assert bundle(SMALLEST) == copied_models / SMALLEST


def test_an_unknown_name_is_our_own_bug() -> None:
    with pytest.raises(KeyError):
        bundle("other.task")
