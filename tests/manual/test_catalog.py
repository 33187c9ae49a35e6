"""The manual's table holds what the manual holds, says nothing it must not say, and every fault in it is named."""

import re
from pathlib import Path

import pytest

from coach.manual.catalog import LONGEST_ADVICE, Catalog, Condition, Detector, Signal, load_catalog
from coach.manual.tables import CatalogError
from tests.support.rows import GESTOS, MANUAL, POSTURAS, PRAISED, ROSTRO

CATALOG = load_catalog()
TEXTS = [
    (signal.id, field, getattr(signal, field))
    for signal in CATALOG.values()
    for field in ("name", "reflects", "advice", "evidence_note")
]

FEATURES = """
[tilt_deg]
unit = "deg"
low = 0.0
high = 90.0
about = "Tilt."
"""

ROW = """
[recargarse]
name = "Recargarse"
family = "postura"
reflects = "El cliente puede leer cansancio."
advice = "Endereza el cuerpo"
kind = "corrige"
evidence = "debil"
evidence_note = "Casi no se ha estudiado."
page = "lámina 38"
needs = ["hombros"]
mouth = false
yields_to = []
[recargarse.detector]
min_s = 2.0
release_s = 0.5
confidence = 0.6
[[recargarse.detector.conditions]]
feature = "tilt_deg"
above = 10.0
exit = 7.0
"""


def load(tmp_path: Path, rows: str) -> Catalog:
    (tmp_path / "senales.toml").write_text(rows, encoding="utf-8")
    (tmp_path / "rasgos.toml").write_text(FEATURES, encoding="utf-8")
    return load_catalog(tmp_path / "senales.toml", tmp_path / "rasgos.toml")


def test_every_row_of_the_manual_is_there_in_its_family() -> None:
    assert {signal.id for signal in CATALOG.families["postura"]} >= POSTURAS
    assert {signal.id for signal in CATALOG.families["gesto"]} >= GESTOS
    assert {signal.id for signal in CATALOG.families["rostro"]} >= ROSTRO
    assert len(MANUAL) == 25


def test_praise_is_for_what_serves_the_customer() -> None:
    assert {id for id in MANUAL if CATALOG[id].kind == "refuerza"} == PRAISED


@pytest.mark.parametrize("signal", CATALOG.values(), ids=lambda signal: signal.id)
def test_advice_is_read_at_a_glance(signal: Signal) -> None:
    assert 2 <= len(signal.advice.split()) <= 5
    assert len(signal.advice) <= LONGEST_ADVICE
    assert not signal.advice.endswith(".")
    assert signal.advice.startswith("Bien: ") == (signal.kind == "refuerza")


@pytest.mark.parametrize("signal", CATALOG.values(), ids=lambda signal: signal.id)
def test_a_reading_is_the_customers_and_only_possible(signal: Signal) -> None:
    assert signal.reflects.startswith("El cliente puede ")
    for sentence in (signal.reflects, signal.evidence_note):
        assert sentence.endswith(".")
        assert sentence.count(".") == 1


@pytest.mark.parametrize(("id", "field", "text"), TEXTS)
def test_no_text_names_the_agents_state_of_mind(id: str, field: str, text: str) -> None:
    states = r"enojo|enojad|molest|aburri|nervios|ansi|insegur|impacien|cansad|cansancio|desánimo|triste|duda"
    assert not re.search(rf"\b(estás|te sientes|te ves|sientes|eres|pareces|tu (?:{states}))", text, re.IGNORECASE)
    if field == "advice":
        assert not re.search(states, text, re.IGNORECASE)


@pytest.mark.parametrize(("id", "field", "text"), TEXTS)
def test_lying_is_never_told(id: str, field: str, text: str) -> None:
    assert not re.search(r"\b(mient|ment[ií]|engañ|falsedad|honest|sincer)", text, re.IGNORECASE)


def test_what_rests_on_little_is_graded_so() -> None:
    assert CATALOG["tocar_nariz"].evidence == "debil"
    assert {signal.id for signal in CATALOG.values() if signal.evidence == "fuerte"} <= PRAISED


def test_only_the_smile_needs_the_mouth() -> None:
    assert [signal.id for signal in CATALOG.values() if signal.mouth] == ["sonrisa"]
    assert "boca" in CATALOG["sonrisa"].needs


def test_one_hand_at_the_face_is_one_signal() -> None:
    touches = {"frotar_ojo", "tirar_oreja", "tocar_nariz", "acariciar_mandibula"}
    for id in {*touches, "jugar_cabello", "cabeza_sobre_manos"}:
        assert "apretar_nariz" in CATALOG[id].yields_to
    assert touches <= set(CATALOG["cabeza_sobre_manos"].yields_to)


def test_precedence_names_first_what_others_yield_to() -> None:
    order = CATALOG.precedence
    assert sorted(order) == sorted(CATALOG)
    for signal in CATALOG.values():
        assert all(order.index(other) < order.index(signal.id) for other in signal.yields_to)


def test_a_good_row_is_read_as_written(tmp_path: Path) -> None:
    (signal,) = load(tmp_path, ROW).values()
    assert (signal.id, signal.advice, signal.kind, signal.needs) == (
        "recargarse",
        "Endereza el cuerpo",
        "corrige",
        ("hombros",),
    )
    assert signal.detector == Detector(2.0, 0.5, 0.6, (Condition("tilt_deg", True, 10.0, 7.0),))


FAULTS = {
    "unknown key": ('page = "lámina 38"', 'page = "lámina 38"\npagina = 38', "pagina", "no existe"),
    "missing key": ('page = "lámina 38"\n', "", "page", "falta"),
    "wrong type": ("mouth = false", 'mouth = "no"', "mouth", "true o false"),
    "number for a text": ('page = "lámina 38"', "page = 38", "page", "texto"),
    "boolean for a number": ("min_s = 2.0", "min_s = true", "detector.min_s", "número"),
    "not a number": ("min_s = 2.0", "min_s = nan", "detector.min_s", "número"),
    "negative duration": ("min_s = 2.0", "min_s = -1.0", "detector.min_s", "fuera"),
    "empty text": ('reflects = "El cliente puede leer cansancio."', 'reflects = ""', "reflects", "vacío"),
    "blank text": ('name = "Recargarse"', 'name = "  "', "name", "vacío"),
    "long advice": ("Endereza el cuerpo", "Endereza el cuerpo sin recargarte en los muebles", "advice", "40"),
    "unknown family": ('family = "postura"', 'family = "voz"', "family", "postura"),
    "unknown kind": ('kind = "corrige"', 'kind = "avisa"', "kind", "corrige"),
    "unknown evidence": ('evidence = "debil"', 'evidence = "alta"', "evidence", "debil"),
    "unknown part": ('needs = ["hombros"]', 'needs = ["hombro"]', "needs[0]", "hombros"),
    "no part": ('needs = ["hombros"]', "needs = []", "needs", "al menos 1"),
    "repeated part": ('needs = ["hombros"]', 'needs = ["cara", "cara"]', "needs[1]", "repetido"),
    "text for a list": ('needs = ["hombros"]', 'needs = "hombros"', "needs", "lista"),
    "unknown feature": ('"tilt_deg"', '"tilt"', "detector.conditions[0].feature", "tilt_deg"),
    "enter out of range": ("above = 10.0", "above = 91.0", "detector.conditions[0].above", "0 a 90"),
    "exit out of range": ("exit = 7.0", "exit = -1.0", "detector.conditions[0].exit", "0 a 90"),
    "exit on the wrong side": ("exit = 7.0", "exit = 12.0", "detector.conditions[0].exit", "menor que above"),
    "exit on the wrong side, below": ("above = 10.0", "below = 10.0", "detector.conditions[0].exit", "mayor que below"),
    "no gap between enter and exit": ("exit = 7.0", "exit = 10.0", "detector.conditions[0].exit", "parpadee"),
    "neither side": ("above = 10.0\n", "", "detector.conditions[0].above", "una de las dos"),
    "both sides": ("above = 10.0", "above = 10.0\nbelow = 20.0", "detector.conditions[0].above", "una de las dos"),
    "confidence of nothing": ("confidence = 0.6", "confidence = 0.0", "detector.confidence", "mayor que 0"),
    "confidence over one": ("confidence = 0.6", "confidence = 1.2", "detector.confidence", "hasta 1"),
    "way of nobody": ("exit = 7.0", "exit = 7.0\nway = 0", "detector.conditions[0].way", "entero"),
    "half a way": ("exit = 7.0", "exit = 7.0\nway = 1.5", "detector.conditions[0].way", "entero"),
    "unknown detector key": ("min_s = 2.0", "min_s = 2.0\nmin = 2.0", "detector.min", "no existe"),
    "yields to nobody": ("yields_to = []", 'yields_to = ["sonrisa"]', "yields_to", "«sonrisa»"),
    "yields to itself": ("yields_to = []", 'yields_to = ["recargarse"]', "yields_to", "círculo"),
}


@pytest.mark.parametrize(("old", "new", "key", "says"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_named_by_file_row_and_key(tmp_path: Path, old: str, new: str, key: str, says: str) -> None:
    assert old in ROW
    with pytest.raises(CatalogError) as caught:
        load(tmp_path, ROW.replace(old, new))
    sentence = str(caught.value)
    assert sentence.startswith(f"senales.toml, fila «recargarse», clave «{key}»: ")
    assert says in sentence
    assert sentence.endswith(".")


def test_no_conditions_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match=re.escape("clave «detector.conditions»: ")):
        load(tmp_path, ROW[: ROW.index("[[")].replace("confidence = 0.6", "confidence = 0.6\nconditions = []"))


def test_two_rows_of_one_name_are_a_fault(tmp_path: Path) -> None:
    twin = ROW.replace("[recargarse", "[apoyarse").replace("[[recargarse", "[[apoyarse")
    with pytest.raises(CatalogError, match="fila «apoyarse», clave «name»: es igual que en la fila «recargarse»"):
        load(tmp_path, ROW + twin)


def test_a_circle_of_precedence_is_shown(tmp_path: Path) -> None:
    twin = ROW.replace("recargarse", "apoyarse").replace('"Recargarse"', '"Apoyarse"')
    with pytest.raises(CatalogError, match="clave «yields_to»: forma un círculo .*apoyarse.*recargarse"):
        load(
            tmp_path,
            ROW.replace("yields_to = []", 'yields_to = ["apoyarse"]')
            + twin.replace("yields_to = []", 'yields_to = ["recargarse"]'),
        )


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "no tiene ninguna fila"),
        ("[recargarse\n", "no es TOML válido"),
        ("[recargarse]\n[recargarse]\n", "no es TOML válido"),
        ("recargarse = 3\n", "fila «recargarse»: debe ser una tabla"),
        ("[Señal]\n", "no es TOML válido"),
        ("[Recargarse]\n", "fila «Recargarse»: el nombre"),
    ],
)
def test_a_file_that_is_no_table_is_a_fault(tmp_path: Path, content: str, says: str) -> None:
    with pytest.raises(CatalogError) as caught:
        load(tmp_path, content)
    assert str(caught.value).startswith("senales.toml")
    assert says in str(caught.value)


def test_a_file_that_is_missing_or_no_text_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match=r"rasgos\.toml: no se puede leer .*restaura"):
        load_catalog(features=tmp_path / "rasgos.toml")
    (tmp_path / "senales.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CatalogError, match=r"senales\.toml: no es TOML válido"):
        load_catalog(tmp_path / "senales.toml")
