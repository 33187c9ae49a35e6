"""Every number that a report tells has a sentence that explains it, and is computed."""

from pathlib import Path

import pytest

from coach.manual.findings import load_findings
from coach.manual.measures import load_measures
from coach.manual.tables import CatalogError
from coach.manual.voice_features import load_voice_features
from coach.report.gauges import gauges
from tests.report.sessions import session, voice


def test_what_is_explained_is_what_is_computed() -> None:
    assert list(gauges(session(heard=voice()))) == list(load_measures())


def test_each_has_one_sentence() -> None:
    for measure in load_measures().values():
        assert measure.about.endswith(".") and ". " not in measure.about
        assert measure.shown(None) == "—"


def test_the_range_of_a_whole_session_is_told_apart_from_a_monotonous_voice() -> None:
    """Both stand in one report, over two lengths of time."""
    range_told, finding = load_measures()["inflexion"], load_findings()["monotono"]
    features = load_voice_features()
    (window_s,) = {features[id].window_s for id in ("pitch_sd_st", "pitch_range_st")}
    assert "en la sesión" in range_told.name and f"«{finding.name}»" in range_told.about
    assert f"cada {window_s:.0f} segundos" in range_told.about
    assert f"en {window_s:.0f} segundos" in finding.tells[1]


@pytest.mark.parametrize(
    ("row", "place"),
    [
        ('name = "A"\nunit = "s"\ndigits = 4\nabout = "B."\nleast = 1.0', "fila «a», clave «digits»"),
        ('name = "A"\nunit = "s"\ndigits = 0\nabout = "B."\nleast = 0.0', "fila «a», clave «least»"),
        ('name = "A"\nunit = "s"\ndigits = 0\nleast = 1.0', "fila «a», clave «about»"),
    ],
)
def test_a_fault_is_named(tmp_path: Path, row: str, place: str) -> None:
    file = tmp_path / "medidas.toml"
    file.write_text(f"[a]\n{row}\n", encoding="utf-8")
    with pytest.raises(CatalogError) as caught:
        load_measures(file)
    assert str(caught.value).startswith(f"medidas.toml, {place}: ")
