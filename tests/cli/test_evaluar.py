"""`coach evaluar` on a folder of real clips."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import CLIPS, Coach
from tests.support.media import write_video


def copy(names: list[str], folder: Path) -> None:
    for name in names:
        shutil.copy(CLIPS / name, folder)


def test_the_card_of_three_clips(coach: Coach, tmp_path: Path) -> None:
    copy(["sonrisa.mp4", "sonrisa.json", "neutral.mp4", "neutral.json", "asentir.mp4"], tmp_path)
    done = coach("evaluar", tmp_path, "--json", "cifras.json", "--markdown", "cifras.md")
    assert done.returncode == 0, done.stderr
    assert done.stderr == "Omito «asentir.mp4»: no tiene etiquetas «asentir.json» al lado.\n"
    assert done.stdout.startswith("2 clips de 2 personas, 0.2 minutos\n")
    figures = json.loads((tmp_path / "cifras.json").read_text(encoding="utf-8"))
    assert (figures["clips"], figures["people"], figures["macro_f1"]) == (2, 2, 1.0)
    smile = next(signal for signal in figures["signals"] if signal["id"] == "sonrisa")
    assert (smile["clips"], smile["precision"], smile["recall"]) == (1, 1.0, 1.0)
    assert abs(smile["delay_s"]) < 1.0
    assert figures["silent"] == {"neutral.mp4": []}
    assert smile["observable"] == 1.0
    assert "| Sonrisa | `sonrisa` | 1 | 1.00 | 1.00 | 1.00 |" in (tmp_path / "cifras.md").read_text(encoding="utf-8")


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


def test_clips_without_labels_are_counted_in_one_line(coach: Coach, tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.mp4").touch()
    done = coach("evaluar", tmp_path)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "no hay ningún clip con sus etiquetas" in done.stderr and "hay 3 clips sin ellas." in done.stderr
    calm(tmp_path, "con", 1.0)
    told = coach("evaluar", tmp_path).stderr
    assert told == "Omito 3 clips sin etiquetas al lado (NOMBRE.json); el primero es «a.mp4».\n"


def calm(folder: Path, name: str, duration_s: float) -> None:
    """A second of nobody, and labels that say that nothing is there."""
    write_video(folder / f"{name}.mp4", stamps=range(0, 1000, 40))
    labels = json.loads((CLIPS / "neutral.json").read_text(encoding="utf-8")) | {"duration_s": duration_s}
    (folder / f"{name}.json").write_text(json.dumps(labels), encoding="utf-8")


def test_a_damaged_clip_does_not_stop_the_rest(coach: Coach, tmp_path: Path) -> None:
    for name in ("basura", "entero", "mocho"):
        calm(tmp_path, name, 1.0)
    (tmp_path / "basura.mp4").write_bytes(b"no es un video" * 100)
    (tmp_path / "mocho.mp4").write_bytes((tmp_path / "mocho.mp4").read_bytes()[:500])
    done = coach("evaluar", tmp_path, "--json", "cifras.json")
    assert done.returncode == 1
    told = done.stderr.splitlines()
    assert [line.split(":")[0] for line in told] == ["No pude evaluar «basura.mp4»", "No pude evaluar «mocho.mp4»"]
    assert "Clips que no se pudieron leer, y no cuentan\n  basura.mp4 " in done.stdout
    figures = json.loads((tmp_path / "cifras.json").read_text(encoding="utf-8"))
    assert (figures["clips"], figures["silent"]) == (1, {"entero.mp4": []})
    assert list(figures["failed"]) == ["basura.mp4", "mocho.mp4"]


def test_a_clip_shorter_than_its_labels_say_is_damaged(coach: Coach, tmp_path: Path) -> None:
    calm(tmp_path, "corto", 60.0)
    done = coach("evaluar", tmp_path)
    assert done.returncode == 1
    assert done.stderr == "No pude evaluar «corto.mp4»: se corta a los 1.0 s, y debía durar 60.0 s.\n"
