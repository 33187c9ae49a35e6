"""No command writes its result over what it reads, nor one result over another; an empty name is no name."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from coach.cli.main import run
from coach.detectors.profile import Profile, Rest
from coach.session.profile_file import save_profile
from tests.cli.conftest import CLIPS

HABLA = "file\tspeech_s\tsyllables_citation\tsyllables_synalepha\nvoz.wav\t6.2\t24\t22\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in: a labelled clip, a bare one, a profile, and a list of transcripts in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    for name in ("sonrisa.mp4", "sonrisa.json", "neutral.mp4"):
        shutil.copy(CLIPS / name, tmp_path)
    save_profile(Profile({"sonrisa": Rest(0.25, 0.05)}, guided=True), tmp_path / "ana.json")
    habla = tmp_path / "habla"
    habla.mkdir()
    (habla / "transcripciones.tsv").write_text(HABLA, encoding="utf-8")
    shutil.copy(CLIPS.parent / "audio" / "voz_aguda.wav", habla / "voz.wav")
    return tmp_path


def contents(folder: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.mark.parametrize(
    ("arguments", "lost"),
    [
        (["analizar", "sonrisa.mp4", "--json", "./sonrisa.mp4"], "./sonrisa.mp4"),
        (["analizar", "sonrisa.mp4", "--perfil", "ana.json", "--json", "ana.json"], "ana.json"),
        (["analizar", "sonrisa.mp4", "--perfil", "ana.json", "--informe", "ana.json"], "ana.json"),
        (["evaluar", ".", "--json", "sonrisa.json"], "sonrisa.json"),
        (["evaluar", ".", "--json", "sonrisa.mp4"], "sonrisa.mp4"),
        (["evaluar", ".", "--markdown", "neutral.mp4"], "neutral.mp4"),
        (["evaluar", "habla", "--json", "habla/transcripciones.tsv"], "habla/transcripciones.tsv"),
        (["evaluar", "habla", "--markdown", "habla/voz.wav"], "habla/voz.wav"),
    ],
)
def test_what_is_read_stays(here: Path, arguments: list[str], lost: str, capfd: pytest.CaptureFixture[str]) -> None:
    before = contents(here)
    assert run(arguments) == 1
    told = capfd.readouterr()
    assert (told.out, told.err.count("\n")) == ("", 1)
    assert f"«{lost}» es un archivo que se va a leer, y se perdería" in told.err
    assert contents(here) == before


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        (["analizar", "sonrisa.mp4", "--json", "a.json", "--informe", "./a.json"], "--json y --informe"),
        (["analizar", "sonrisa.mp4", "--json", "a.json", "--guardar-perfil", "a.json"], "--json y --guardar-perfil"),
        (["evaluar", ".", "--json", "a.json", "--markdown", "a.json"], "--json y --markdown"),
    ],
)
def test_results_do_not_replace_each_other(
    here: Path, arguments: list[str], options: str, capfd: pytest.CaptureFixture[str]
) -> None:
    before = contents(here)
    assert run(arguments) == 2
    assert f"{options} nombran el mismo archivo" in capfd.readouterr().err
    assert contents(here) == before


def test_nothing_that_was_asked_for_is_passed_over_in_silence(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    shutil.copy(here / "sonrisa.mp4", here / "habla")
    assert run(["evaluar", "habla"]) == 1, "one recording is too few to judge by"
    told = capfd.readouterr().err.splitlines()
    assert told[0] == (
        "Omito 1 clip de «habla»: donde está la lista «transcripciones.tsv» solo se cuentan sílabas; llévala a otra "
        "carpeta para evaluar los clips."
    )
    assert run(["evaluar", ".", "--sonidos", "habla"]) == 1
    assert capfd.readouterr().err == (
        "En «.» no hay ninguna lista «transcripciones.tsv», y --sonidos es para ella; quítalo o revisa la carpeta.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (["analizar", "sonrisa.mp4", "--json", ""], "--json"),
        (["analizar", ".", "--json", " "], "--json"),
        (["analizar", "sonrisa.mp4", "--informe="], "--informe"),
        (["analizar", "sonrisa.mp4", "--perfil", ""], "--perfil"),
        (["analizar", "sonrisa.mp4", "--guardar-perfil", ""], "--guardar-perfil"),
        (["evaluar", ""], "CARPETA"),
        (["evaluar", ".", "--json", ""], "--json"),
        (["evaluar", ".", "--markdown", ""], "--markdown"),
        (["evaluar", "habla", "--sonidos", ""], "--sonidos"),
        (["medir", "--json", ""], "--json"),
        (["en-vivo", "--camara", ""], "--camara"),
        (["analizar", ".", "--almacen", ""], "--almacen"),
        (["recibir", ""], "ARCHIVO.coach"),
        (["compartir", "abcd", ""], "SALIDA.coach"),
        (["sesiones", "--json", ""], "--json"),
        (["exportar", "a.json", "", "--formato", "csv"], "SALIDA"),
    ],
)
def test_an_empty_name_is_wrong_usage(
    here: Path, arguments: list[str], what: str, capfd: pytest.CaptureFixture[str]
) -> None:
    before = contents(here)
    with pytest.raises(SystemExit) as end:
        run(arguments)
    assert end.value.code == 2
    assert f"{what}: llegó vacío; escribe un nombre." in capfd.readouterr().err
    assert contents(here) == before
