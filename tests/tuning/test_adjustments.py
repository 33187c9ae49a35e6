"""Thresholds adjusted here: strict to read, laid over the manual's, told wherever something was found with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.core.events import Features
from coach.errors import KnownError
from coach.manual.adjustments import Adjustment, Moved, adjusted, load_adjustments
from coach.manual.catalog import load_catalog
from coach.manual.features import load_features
from coach.report.page import page
from coach.report.record import from_document, to_document
from coach.report.summary import Look, summary
from coach.runtime.gathered import Analysis
from coach.runtime.live_record import LiveRecorder
from coach.runtime.local_rows import local_adjustments, local_catalog
from coach.runtime.stages import Decider
from coach.settings import adjustments_file
from coach.tuning.file import remove_adjustments, write_adjustments
from tests.support.recorded import features, looks, neutral
from tests.support.stores import STARTED, session_record
from tests.support.trained import weaker

(BOW,) = load_catalog()["mirar_al_piso"].detector.conditions
STRICTER = Adjustment("mirar_al_piso", "2026-03-09", (Moved(BOW.feature, BOW.way, BOW.enter, BOW.exit, 0.75),))
SMILE = Adjustment(
    "sonrisa",
    "2026-03-10",
    tuple(
        Moved(one.feature, one.way, one.enter, one.exit, -0.25 if one.feature == "smile_delta_logit" else 0.0)
        for one in load_catalog()["sonrisa"].detector.conditions
    ),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "aqui" / "umbrales.toml"
    write_adjustments(made, {"mirar_al_piso": STRICTER, "sonrisa": SMILE})
    return made


def test_what_was_written_is_read(file: Path) -> None:
    found = load_adjustments(file, load_catalog(), load_features())
    assert found == {"mirar_al_piso": STRICTER, "sonrisa": SMILE}
    catalog = adjusted(load_catalog(), found)
    assert catalog.precedence == load_catalog().precedence
    (bow,) = catalog["mirar_al_piso"].detector.conditions
    assert (bow.enter, bow.exit) == (18.0 + 0.75 * 5.0, 13.0 + 0.75 * 5.0)
    changed = {id for id in catalog if catalog[id] != load_catalog()[id]}
    assert changed == {"mirar_al_piso", "sonrisa"}


@pytest.mark.parametrize(
    ("was", "now", "sentence"),
    [
        ("bands = 0.75", "bands = 1.5", "fila «mirar_al_piso», clave «conditions[0].bands»: el valor 1.5 queda fuera"),
        ("bands = 0.75", "bands = nan", "debe ser un número"),
        ("enter = 18.0", "enter = 17.0", "se ajustó con otra versión de Coach, que tenía otros umbrales"),
        ("[mirar_al_piso]", "[mirar_al_techo]", "no es TOML válido"),
        ("way = 1", "way = 1\nsideways = 2", "esta clave no existe"),
        ('made = "2026-03-09"', "", "clave «made»: falta esta clave"),
    ],
)
def test_what_is_at_fault_is_refused_in_one_sentence(file: Path, was: str, now: str, sentence: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert was in text
    file.write_text(text.replace(was, now, 1), encoding="utf-8")
    with pytest.raises(KnownError) as raised:
        load_adjustments(file, load_catalog(), load_features())
    assert str(raised.value).startswith("umbrales.toml")
    if "TOML" not in sentence:
        assert sentence in str(raised.value)


def test_a_signal_that_there_is_none_of(file: Path) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace("mirar_al_piso", "mirar_al_techo"), encoding="utf-8")
    with pytest.raises(KnownError, match="no hay ninguna señal así"):
        load_adjustments(file, load_catalog(), load_features())


def test_a_threshold_where_no_feature_gets(file: Path) -> None:
    """The eyes are shut at most wholly."""
    text = file.read_text(encoding="utf-8")
    place = text.index("eyes_shut")
    file.write_text(text[:place] + text[place:].replace("bands = 0.0", "bands = -0.5", 1), encoding="utf-8")
    with pytest.raises(KnownError, match="un umbral queda donde nadie llega"):
        load_adjustments(file, load_catalog(), load_features())


def slight_bow() -> list[str]:
    """What is told of a head that bows two thirds as far as the recorded one."""
    seen = features(looks("mirar_al_piso"))
    decider, analysis = Decider(neutral(seen)), Analysis()
    for look in weaker(seen, 0.65, ["head_pitch_deg"]):
        analysis.add(decider.push(look))
    analysis.add(decider.flush())
    return [one.id for one in analysis.segments]


def test_detectors_work_with_them_until_they_are_removed() -> None:
    assert local_catalog() is load_catalog()
    assert "mirar_al_piso" in slight_bow()
    write_adjustments(adjustments_file(), {"mirar_al_piso": STRICTER})
    assert list(local_adjustments()) == ["mirar_al_piso"]
    assert "mirar_al_piso" not in slight_bow()
    assert remove_adjustments(adjustments_file())
    assert "mirar_al_piso" in slight_bow()
    assert not remove_adjustments(adjustments_file())


def test_whatever_was_found_with_them_says_so() -> None:
    result = session_record().result
    assert "mbrales ajustados" not in summary(result, load_catalog(), {}, Look())
    write_adjustments(adjustments_file(), {"mirar_al_piso": STRICTER, "sonrisa": SMILE})
    recorder = LiveRecorder("en_vivo", STARTED)
    recorder.push([Features(0.0, {}), Features(1.0, {})])
    record = recorder.record()
    assert record.result.adjusted == ("mirar_al_piso", "sonrisa")
    again = from_document(to_document(record))
    assert again.result.adjusted == record.result.adjusted
    sentence = "Umbrales ajustados en esta computadora: mirar al piso y sonrisa."
    assert sentence in summary(record.result, load_catalog(), {}, Look(width=1000))
    assert sentence in page(record)
    assert sentence not in page(session_record())


def test_a_session_from_before_they_could_be_adjusted() -> None:
    document = to_document(session_record())
    del document["result"]["adjusted"]
    assert from_document(document) == session_record()


def test_a_damaged_file_stops_the_detectors_and_no_report() -> None:
    adjustments_file().parent.mkdir(parents=True)
    adjustments_file().write_text("sonrisa", encoding="utf-8")
    with pytest.raises(KnownError, match="no se pueden usar .*umbrales.toml: no es TOML válido"):
        Decider()
    assert Analysis().adjusted == ()
