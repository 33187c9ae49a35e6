"""`coach analizar` on real recordings, and on what only pretends to be one."""

from __future__ import annotations

import json
import random
import re
import sys
from pathlib import Path

import pytest

from coach.cli.analizar import add
from coach.cli.main import run
from coach.cli.parser import SpanishParser
from coach.manual.catalog import load_catalog
from coach.session.profile_file import load_profile
from tests.cli.conftest import CLIPS, Coach
from tests.support.faults import Damage, absurd_size, flipped, garbage, truncated
from tests.support.media import joined, remux, write_sound, write_video

SMILE = CLIPS / "sonrisa.mp4"


def test_a_smile_is_found_and_everything_is_written(coach: Coach, tmp_path: Path) -> None:
    done = coach("analizar", SMILE, "--json", "a.json", "--informe", "a.html", COLUMNS="100")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert "Sonrisa" in done.stdout
    assert "\x1b" not in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 100
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.html", "a.json"]
    written = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    smile = next(signal for signal in written["signals"] if signal["id"] == "sonrisa")
    assert 2.0 < smile["start_s"] < 3.2
    assert 3.8 < smile["end_s"] < 5.0
    assert written["observable"]["sonrisa"] > 0.9
    assert written["observable"]["piernas_cruzadas"] == 0.0
    assert f"Informe: {tmp_path / 'a.html'}" in done.stdout


def test_a_photograph_is_no_recording(coach: Coach, tmp_path: Path) -> None:
    write_video(tmp_path / "foto.jpg", "mjpeg", (0,))
    done = coach("analizar", "foto.jpg", "--json", "-")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "«foto.jpg» es una foto, no una grabación, y las señales se ven en el movimiento; "
        "elige un video o un archivo de sonido.\n"
    )


@pytest.mark.parametrize("address", ["rtsp://127.0.0.1/vivo", "http://127.0.0.1:9/a.mp4"])
def test_an_address_is_for_the_live_coach(coach: Coach, address: str) -> None:
    done = coach("analizar", address)
    assert (done.returncode, done.stdout) == (1, "")
    assert "es una dirección" in done.stderr and "en-vivo --camara" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_drive_with_two_strokes_is_no_address(coach: Coach) -> None:
    """Windows opens it; elsewhere there is no such file."""
    done = coach("analizar", "C://videos/a.mp4")
    assert (done.returncode, done.stdout) == (1, "")
    assert "No existe el archivo" in done.stderr


def test_json_on_standard_output_stands_alone(coach: Coach) -> None:
    done = coach("analizar", SMILE, "--json", "-", "--momento", "saludo")
    assert done.returncode == 0
    written = json.loads(done.stdout)
    assert set(written) == {"version", "source", "signals", "observable", "voice", "advice"}
    assert list(written["observable"]) == list(load_catalog())
    assert done.stderr == ""


def test_a_switched_mask_hides_the_smile(coach: Coach) -> None:
    written = json.loads(coach("analizar", SMILE, "--json", "-", "--cubrebocas", "si").stdout)
    assert written["observable"]["sonrisa"] == 0.0
    assert "sonrisa" not in {signal["id"] for signal in written["signals"]}


def test_sound_alone_is_heard(coach: Coach, tmp_path: Path) -> None:
    write_sound(tmp_path / "voz.wav")
    done = coach("analizar", "voz.wav", "--json", "a.json")
    assert done.returncode == 0
    assert "solo tiene sonido" in done.stdout
    written = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert written["source"] == {"path": "voz.wav", "duration_s": 1.0, "video": False, "audio": True, "fps": None}
    assert (written["signals"], written["advice"]) == ([], [])
    voice = written["voice"]
    assert (voice["speech_s"], voice["speech_rate_syl_s"], voice["tones"]) == (0.0, None, [])  # a hum, and no voice
    assert set(written["observable"].values()) == {0.0}
    assert len(written["observable"]) == len(load_catalog())


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nada.mp4"], "No existe el archivo «nada.mp4»; revisa el nombre y la carpeta."),
        (["0"], "No existe el archivo «0»; revisa el nombre y la carpeta."),
        (["~nadie/a.mp4"], "No existe el archivo «~nadie/a.mp4»; revisa el nombre y la carpeta."),
        ([f"{'a' * 300}.mp4"], f"No existe el archivo «{'a' * 300}.mp4»; revisa el nombre y la carpeta."),
        (["."], "En «.» no hay ninguna grabación de video ni de sonido; revisa la carpeta."),
        ([str(SMILE), "--json", "no/a.json"], "No existe la carpeta «no» para guardar «a.json»; créala o elige otra."),
        ([str(SMILE), "--json", "."], "«.» es una carpeta; escribe el nombre del archivo que quieres dentro de ella."),
        (
            [str(SMILE), "--perfil", "nada"],
            "No puedo leer el perfil «nada» (no existe); revisa el nombre.",
        ),
    ],
)  # fmt: skip
@pytest.mark.skipif(sys.platform == "win32", reason="its paths and its words differ")
def test_what_the_user_can_mend_is_one_line(coach: Coach, arguments: list[str], sentence: str) -> None:
    done = coach("analizar", *arguments)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", sentence + "\n")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([str(SMILE), "--informe", "-"], "El informe se guarda en un archivo; escribe su nombre después de --informe."),
        (
            [str(SMILE), "--guardar-perfil", "-"],
            "El perfil se guarda en un archivo; escribe su nombre después de --guardar-perfil.",
        ),
        ([""], "falta MEDIO: escribe el nombre de una grabación o de una carpeta (la actual es «.»)."),
    ],
)
def test_wrong_usage_exits_with_2(arguments: list[str], sentence: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["analizar", *arguments]) == 2
    assert capfd.readouterr().err == sentence + "\n"


def test_choices_are_understood_as_people_write_them() -> None:
    parser = SpanishParser()
    add(parser.add_subparsers())
    said = ["--momento", "Gestión", "--cliente", "Sabelotodo", "--cubrebocas", "Sí"]
    options = parser.parse_args(["analizar", "a.mp4", *said])
    assert (options.momento, options.cliente, options.cubrebocas) == ("gestion", "sabelotodo", "si")


@pytest.mark.parametrize("damage", [truncated, flipped, absurd_size, garbage])
def test_damaged_recordings_never_end_in_a_traceback(coach: Coach, tmp_path: Path, damage: Damage) -> None:
    original = write_video(tmp_path / "a.mp4", stamps=range(0, 800, 40)).read_bytes()
    broken = tmp_path / "roto.mp4"
    broken.write_bytes(damage(random.Random(7), original))  # noqa: S311
    done = coach("analizar", broken)
    assert done.returncode in (0, 1)
    assert (done.returncode == 0) == (done.stderr == "")
    assert done.stderr.count("\n") == done.returncode
    assert "Traceback" not in done.stderr


def test_an_earlier_result_is_replaced_whole(coach: Coach, tmp_path: Path) -> None:
    write_sound(tmp_path / "voz.wav")
    (tmp_path / "a.json").write_text("viejo" * 10_000, encoding="utf-8")
    assert coach("analizar", "voz.wav", "--json", "a.json").returncode == 0
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["version"] == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.json", "voz.wav"]


@pytest.mark.skipif(sys.platform == "win32", reason="/dev/null")
def test_a_device_is_written_to_and_not_replaced(coach: Coach, tmp_path: Path) -> None:
    write_sound(tmp_path / "voz.wav")
    assert coach("analizar", "voz.wav", "--json", "/dev/null").returncode == 0
    assert Path("/dev/null").is_char_device()


def test_the_neutral_learned_from_one_recording_serves_the_next(coach: Coach, tmp_path: Path) -> None:
    learned = coach("analizar", CLIPS / "neutral.mp4", "--guardar-perfil", "ana.json")
    assert (learned.returncode, learned.stderr) == (0, "")
    assert learned.stdout.endswith("Perfil: ana.json\n")
    assert load_profile(tmp_path / "ana.json").rests
    done = coach("analizar", SMILE, "--perfil", "ana.json", "--json", "-")
    assert (done.returncode, done.stderr) == (0, "")
    smile = next(signal for signal in json.loads(done.stdout)["signals"] if signal["id"] == "sonrisa")
    assert 2.0 < smile["start_s"] < 3.2


def test_no_profile_is_kept_of_nobody(coach: Coach, tmp_path: Path) -> None:
    write_sound(tmp_path / "voz.wav")
    done = coach("analizar", "voz.wav", "--guardar-perfil", "ana.json")
    assert done.returncode == 1
    assert "solo tiene sonido" in done.stdout
    assert done.stderr.startswith("No guardé el perfil: en la grabación no se ve ni se oye a nadie")
    assert not (tmp_path / "ana.json").exists()


def test_a_profile_is_either_used_or_made(coach: Coach) -> None:
    done = coach("analizar", SMILE, "--perfil", "a.json", "--guardar-perfil", "b.json")
    assert done.returncode == 2
    assert "--guardar-perfil y --perfil no van juntos" in done.stderr


def test_after_the_last_picture_nothing_is_observable(coach: Coach, tmp_path: Path) -> None:
    """A copy that broke off: its header still promises the whole."""
    whole = remux(SMILE, tmp_path / "a.mkv").read_bytes()
    (tmp_path / "a.mkv").write_bytes(whole[: len(whole) * 4 // 5])
    done = coach("analizar", "a.mkv", "--json", "a.json")
    assert done.returncode == 0, done.stderr
    assert re.search(r"La imagen termina en 0:0[1-4]: lo que sigue no es observable", done.stdout)
    written = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert written["source"]["duration_s"] > 4.9
    assert 0.2 < max(written["observable"].values()) < 0.8


def test_the_client_changes_the_advice(coach: Coach) -> None:
    def advice(*options: str) -> list[tuple[str, list[str]]]:
        written = json.loads(coach("analizar", CLIPS / "brazos_cruzados.mp4", "--json", "-", *options).stdout)
        return [(cue["text"], cue["because"]) for cue in written["advice"]]

    assert advice() == [("Suelta los brazos", ["brazos_cruzados"])]
    assert advice("--cliente", "dominante") == [("Suelta los brazos: escucha", ["brazos_cruzados"])]


def test_a_client_that_is_none_is_wrong_usage(coach: Coach) -> None:
    done = coach("analizar", SMILE, "--cliente", "amable")
    assert done.returncode == 2
    assert "--cliente no puede ser «amable»; elige entre dominante" in done.stderr


def test_times_are_those_of_a_medium_whose_picture_comes_late(coach: Coach, tmp_path: Path) -> None:
    late = joined(CLIPS / "sonrisa.mp4", CLIPS.parent / "audio" / "voz_aguda.wav", tmp_path / "tarde.mkv", 3.0)
    result = json.loads(coach("analizar", late, "--json", "-").stdout)
    whole = json.loads(coach("analizar", CLIPS.parent / "audio" / "voz_aguda.wav", "--json", "-").stdout)
    smile = next(signal for signal in result["signals"] if signal["id"] == "sonrisa")
    assert smile["start_s"] == pytest.approx(3.0 + 2.25, abs=0.3)
    assert result["source"]["duration_s"] == pytest.approx(3.0 + 5.167, abs=0.05)
    assert result["observable"]["sonrisa"] <= 5.167 / 8.167
    assert result["voice"]["speech_s"] == pytest.approx(whole["voice"]["speech_s"], abs=0.1)
