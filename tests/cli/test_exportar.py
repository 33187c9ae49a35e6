"""`coach exportar`: from a result of `analizar`, or from a kept session."""

from __future__ import annotations

import copy
import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pympi
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.cli.main import run
from coach.errors import KnownError
from coach.exchange.analysis_file import read_analysis
from coach.exchange.collect import timeline_of
from coach.exchange.formats import FORMATS
from coach.manual.catalog import load_catalog
from coach.report.document import document
from coach.review.annotation import Annotation
from coach.session.key_file import Cost
from coach.session.open_store import open_store
from coach.settings import store_folder
from tests.cli.conftest import CLIPS, Coach
from tests.support.stores import STARTED, rounds, session_record, typed

PHRASE = "tres tristes tigres"


@pytest.fixture
def analysis(tmp_path: Path) -> Path:
    """What `analizar` writes of the session that the others are tested with."""
    file = tmp_path / "sesion.json"
    file.write_text(json.dumps(document(session_record().result, load_catalog())), encoding="utf-8")
    return file


def test_a_result_of_analizar(tmp_path: Path, analysis: Path, capfd: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "sesion.eaf"
    assert run(["exportar", str(analysis), str(out), "--formato", "eaf"]) == 0
    assert capfd.readouterr().out == f"Sesión exportada, sin cifrar: {out}\n"
    assert pympi.Elan.Eaf(str(out)).get_annotation_data_for_tier("sonrisa") == [(3000, 6125, "Sonrisa")]


def test_a_result_says_what_the_session_says(analysis: Path) -> None:
    """Moments and clients excepted, which the document does not tell."""
    result = replace(session_record().result, stretches=())
    assert read_analysis(analysis) == timeline_of(result)


def test_a_kept_session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("coach.session.key._COST", Cost(1, 1, 64))
    with open_store(store_folder(), typed(PHRASE)[0]) as store:
        id = store.save(session_record())
    out = tmp_path / "sesion.vtt"
    order = ["exportar", id, str(out), "--formato", "vtt"]
    monkeypatch.setenv("COACH_FRASE", "otra cosa")
    assert run(order) == 1
    told = capfd.readouterr().err
    assert told == "La frase de paso no es la de tus sesiones; no se tocó nada, vuelve a intentarlo.\n"
    assert not out.exists()
    monkeypatch.setenv("COACH_FRASE", PHRASE)
    assert run(order) == 0
    assert out.read_text(encoding="utf-8") == "WEBVTT\n\n1\n00:00:04.000 --> 00:00:09.000\nSonríe al saludar\n"


def test_moments_that_were_noted_go_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Times and moments, and what was written on them as a comment; not who noted them."""
    monkeypatch.setattr("coach.session.key._COST", Cost(1, 1, 64))
    monkeypatch.setenv("COACH_FRASE", PHRASE)
    with open_store(store_folder(), typed(PHRASE)[0]) as store:
        id = store.save(session_record())
        said = Annotation("m1", id, "Formación", 5.0, 8.125, "moment", "queja", "Lo manejó bien", None, STARTED)
        store.annotations.put([said])
    out = tmp_path / "sesion.eaf"
    assert run(["exportar", id, str(out), "--formato", "eaf"]) == 0
    found = pympi.Elan.Eaf(str(out)).get_annotation_data_for_tier("momento")
    assert (5000, 8125, "Queja") in found
    assert [one[:2] for one in sorted(found)] == sorted(one[:2] for one in found)
    assert all(one[1] <= after[0] for one, after in zip(sorted(found), sorted(found)[1:], strict=False))
    written = out.read_text(encoding="utf-8")
    assert "Lo manejó bien" in written and "Formación" not in written


def test_comments_and_verdicts_go_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With their words and exact times; not who noted them."""
    monkeypatch.setattr("coach.session.key._COST", Cost(1, 1, 64))
    monkeypatch.setenv("COACH_FRASE", PHRASE)
    with open_store(store_folder(), typed(PHRASE)[0]) as store:
        id = store.save(session_record())
        who = "Formación"
        store.annotations.put(
            [
                Annotation("c", id, who, 2.5, 2.5, "comment", None, "Aquí\nrespira", None, STARTED),
                Annotation("v", id, who, 3.0, 6.125, "verdict", "sonrisa", "", "disagree", STARTED),
                Annotation("w", id, "", 3.0, 6.125, "verdict", "sonrisa", "", "agree", STARTED),
                Annotation("f", id, who, 7.0, 8.001, "missed", "asentir", "poco", None, STARTED),
            ]
        )
    nod = load_catalog()["asentir"].name
    noted = [
        ("comment", "", "Aquí respira", 2.5, 2.5),
        ("agree", "sonrisa", "Sonrisa", 3.0, 6.125),
        ("disagree", "sonrisa", "Sonrisa", 3.0, 6.125),
        ("missed", "asentir", f"{nod}: poco", 7.0, 8.001),
    ]
    for format in ("csv", "parquet"):
        out = tmp_path / f"sesion.{format}"
        assert run(["exportar", id, str(out), "--formato", format]) == 0
        rows = duckdb.execute(f"SELECT what, coalesce(id, ''), name, start_s, end_s FROM '{out}'").fetchall()  # noqa: S608
        kinds = {one[0] for one in noted}
        assert sorted(row for row in rows if row[0] in kinds) == sorted(noted)
        assert who.encode() not in out.read_bytes()


def test_to_standard_output_as_bytes(coach: Coach, analysis: Path) -> None:
    done = coach("exportar", analysis, "-", "--formato", "vtt")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "WEBVTT\n\n1\n00:00:04.000 --> 00:00:09.000\nSonríe al saludar\n"


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["0a1b2c3d", "x.csv", "--formato", "csv"], 1, "Todavía no hay sesiones guardadas"),
        (["nadie.json", "x.csv", "--formato", "csv"], 1, "No puedo leer «nadie.json»"),
        (["{json}", "no/hay/x.csv", "--formato", "csv"], 1, "No existe la carpeta"),
        (["{json}", "{json}", "--formato", "csv"], 1, "es un archivo que se va a leer"),
    ],
)
def test_what_cannot_be_exported_is_one_sentence(
    tmp_path: Path,
    analysis: Path,
    arguments: list[str],
    code: int,
    sentence: str,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["exportar", *(one.format(json=analysis) for one in arguments)]) == code
    told = capfd.readouterr().err
    assert sentence in told
    assert told.count("\n") == 1


@pytest.mark.parametrize(
    ("format", "ending"), [("csv", "eaf"), ("eaf", "TextGrid"), ("vtt", "parquet"), ("csv", "CSV"), ("csv", "txt")]
)
def test_a_name_that_says_another_format_is_refused(
    tmp_path: Path, analysis: Path, format: str, ending: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """What stands there is somebody's work; the ending in capitals, or of no format at all, is fine."""
    out = tmp_path / f"s.{ending}"
    out.write_text("mi trabajo", encoding="utf-8")
    code = run(["exportar", str(analysis), str(out), "--formato", format])
    told = capfd.readouterr().err
    if ending in ("CSV", "txt"):
        assert (code, told) == (0, "")
        return
    assert code == 1
    assert out.read_text(encoding="utf-8") == "mi trabajo"
    assert f"termina como un archivo {ending.lower()} y pides {format}; cambia el nombre o el formato.\n" in told
    assert told.count("\n") == 1


def test_a_format_that_does_not_exist_is_wrong_usage(analysis: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(["exportar", str(analysis), "x", "--formato", "doc"])
    assert ended.value.code == 2
    assert "--formato no puede ser «doc»; elige entre eaf, textgrid, vtt, csv, parquet" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"version": 2}, "no es un resultado de esta versión de Coach"),
        ({"signals": [{"id": "sonrisa"}]}, "clave «signals[0].start_s»"),
        ({"advice": "ninguno"}, "clave «advice»: debe ser una lista"),
        ({"source": None}, "clave «source»"),
    ],
)
def test_a_result_that_was_changed_names_the_key(analysis: Path, change: dict[str, object], sentence: str) -> None:
    content = json.loads(analysis.read_text(encoding="utf-8"))
    analysis.write_text(json.dumps(content | change), encoding="utf-8")
    with pytest.raises(KnownError) as caught:
        read_analysis(analysis)
    assert sentence in str(caught.value)
    assert str(analysis) in str(caught.value)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
DOCUMENT = document(session_record().result, load_catalog())


@settings(
    max_examples=rounds(100, 500),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.data())
def test_whatever_stands_in_a_result_is_exported_or_refused_in_one_sentence(
    tmp_path: Path, data: st.DataObject
) -> None:
    made = copy.deepcopy(DOCUMENT)
    for _ in range(data.draw(st.integers(1, 3))):
        place: Any = made
        while isinstance(place, dict | list) and place:
            key = data.draw(st.sampled_from(sorted(place) if isinstance(place, dict) else range(len(place))))
            if not (isinstance(place[key], dict | list) and place[key]) or data.draw(st.booleans()):
                place[key] = data.draw(JSON)
                break
            place = place[key]
    file = tmp_path / "sesion.json"
    file.write_text(json.dumps(made), encoding="utf-8")
    try:
        timeline = read_analysis(file)
    except KnownError as error:
        assert str(file) in str(error)
    else:
        assert all(write(timeline) for write in FORMATS.values())


def test_evaluar_judges_by_what_was_annotated_with_elan(coach: Coach, tmp_path: Path) -> None:
    shutil.copy(CLIPS / "sonrisa.mp4", tmp_path)
    labels = json.loads((CLIPS / "sonrisa.json").read_text(encoding="utf-8"))
    made = pympi.Elan.Eaf()
    made.add_tier("sonrisa", part="anotada")
    for one in labels["signals"]:
        assert one["id"] == "sonrisa"
        made.add_annotation("sonrisa", round(one["start_s"] * 1000), round(one["end_s"] * 1000), "x")
    made.to_file(str(tmp_path / "sonrisa.eaf"))
    done = coach("evaluar", tmp_path, "--json", "cifras.json")
    assert done.returncode == 0, done.stderr
    figures = json.loads((tmp_path / "cifras.json").read_text(encoding="utf-8"))
    smile = next(signal for signal in figures["signals"] if signal["id"] == "sonrisa")
    assert (figures["clips"], smile["precision"], smile["recall"]) == (1, 1.0, 1.0)
