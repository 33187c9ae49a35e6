"""`coach evaluar` on a folder of real clips."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import CLIPS, Coach


def copy(names: list[str], folder: Path) -> None:
    for name in names:
        shutil.copy(CLIPS / name, folder)


def test_the_card_of_three_clips(coach: Coach, tmp_path: Path) -> None:
    copy(["sonrisa.mp4", "sonrisa.json", "neutral.mp4", "neutral.json", "asentir.mp4"], tmp_path)
    done = coach("evaluar", tmp_path, "--json", "cifras.json")
    assert done.returncode == 0, done.stderr
    assert done.stderr == "Omito «asentir.mp4»: no tiene etiquetas «asentir.json» al lado.\n"
    assert done.stdout.startswith("2 clips de 2 personas, 0.2 minutos\n")
    figures = json.loads((tmp_path / "cifras.json").read_text(encoding="utf-8"))
    assert (figures["clips"], figures["people"], figures["macro_f1"]) == (2, 2, 1.0)
    smile = next(signal for signal in figures["signals"] if signal["id"] == "sonrisa")
    assert (smile["clips"], smile["precision"], smile["recall"]) == (1, 1.0, 1.0)
    assert abs(smile["delay_s"]) < 1.0
    assert figures["silent"] == {"neutral.mp4": []}


def test_a_bad_label_names_file_and_key_before_anything_is_analysed(coach: Coach, tmp_path: Path) -> None:
    copy(["sonrisa.mp4"], tmp_path)
    labels = json.loads((CLIPS / "sonrisa.json").read_text(encoding="utf-8"))
    labels["signals"][0]["id"] = "sonrrisa"
    (tmp_path / "sonrisa.json").write_text(json.dumps(labels), encoding="utf-8")
    done = coach("evaluar", tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith(
        f"Etiquetas «{tmp_path / 'sonrisa.json'}», clave «signals[0].id»: «sonrrisa» no existe"
    )
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("folder", "words"), [(".", "no hay ningún clip con sus etiquetas"), ("x", "no es una carpeta")]
)
def test_a_folder_without_clips(coach: Coach, folder: str, words: str) -> None:
    done = coach("evaluar", folder)
    assert done.returncode == 1
    assert words in done.stderr
