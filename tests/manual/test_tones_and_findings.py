"""The tables of the voice: what the manual asks for is there, and what does not fit together is refused by name."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from coach.manual.findings import load_findings
from coach.manual.moments import load_moments, tones_of
from coach.manual.tables import CatalogError
from coach.manual.tones import load_abstentions, load_tones
from coach.manual.voice_reference import load_voice_reference

MANUAL = files("coach.manual")


def test_the_tones_findings_and_abstentions_are_those_of_the_manual() -> None:
    assert list(load_tones()) == ["calido", "tranquilo", "persuasivo", "sugestivo", "seguro"]
    assert list(load_findings()) == [
        "rapido", "lento", "monotono", "poca_autoridad", "poco_claro", "voz_baja", "ruido",
    ]  # fmt: skip
    assert list(load_abstentions()) == [
        "poca_voz",
        "ruido",
        "saturada",
        "sin_pausa",
        "sin_referencia",
        "neutral",
        "empate",
        "pasajero",
    ]


@pytest.mark.parametrize(
    ("moment", "tone"),
    [("saludo", "calido"), ("despedida", "calido"), ("objecion", "tranquilo"), ("queja", "tranquilo")]
    + [("compromiso", "persuasivo"), ("argumentacion", "sugestivo"), ("sondeo", "seguro")],
)
def test_each_moment_asks_for_the_tone_of_the_manual(moment: str, tone: str) -> None:
    assert tones_of(moment) == (tone,)


def test_every_moment_asks_for_a_tone() -> None:
    assert all(tones_of(moment) for moment in load_moments())


def test_hysteresis_of_the_rate_is_ten_percent() -> None:
    for id in ("rapido", "lento"):
        condition = load_findings()[id].detector.conditions[0]
        assert condition.exit / condition.enter == pytest.approx(0.9 if condition.above else 1.1, abs=0.01)


FAULTS = {
    "a zone without bounds": ("tonos.toml", "low = 0.5\nhigh = 1.5\n", "", "low o high"),
    "a zone upside down": ("tonos.toml", "low = 0.5\nhigh = 1.5", "low = 2.5\nhigh = 1.5", "mayor que low"),
    "an unknown feature": ("tonos.toml", '"pitch_st"', '"pitch"', "no existe"),
    "a camera that counts too much": ("tonos.toml", "weight = 0.5\nraw = true", "weight = 0.9\nraw = true", "cámara"),
    "a raw feature as steps": ("tonos.toml", "weight = 0.2\nraw = true", "weight = 0.2", "raw = true"),
    "a moment without tone": ("momentos.toml", 'tones = ["calido"]', "tones = []", "al menos 1"),
    "a tone that is none": ("momentos.toml", '"calido"', '"calida"', "no existe"),
    "to show what is to be mended": ("momentos.toml", '"contacto_visual"', '"brazos_cruzados"', "no existe"),
    "an advice too long": ("tonos.toml", "Baja el ritmo", "Baja el ritmo " + "x" * 30, "caben"),
    "a phrase too few": ("hallazgos.toml", ', "sílabas muy apretadas"]', "]", "una frase por cada manera"),
    "more causes than there are": ("hallazgos.toml", "least = 2", "least = 8", "más maneras"),
    "a threshold that flickers": ("hallazgos.toml", "exit = 5.7", "exit = 6.3", "menor que above"),
    "a requirement of nothing": ("hallazgos.toml", "turn_s = 8.0, snr", "turns = 8.0, snr", "no existe"),
    "an unknown key": ("hallazgos.toml", 'name = "Hablas rápido"', 'name = "Hablas rápido"\nicon = "x"', "no existe"),
    "a step of nothing": ("referencia_voz.toml", "floor = 0.65", "floor = 0.0", "mayor que 0"),
    "a comparison of nothing": ("referencia_voz.toml", "[pitch_st]", "[pitch]", "no es un rasgo de la voz"),
}
LOADERS = {
    "momentos.toml": load_moments,
    "tonos.toml": load_tones, "hallazgos.toml": load_findings, "referencia_voz.toml": load_voice_reference,
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_what_does_not_fit_is_refused_by_name(name: str, tmp_path: Path) -> None:
    table, right, wrong, told = FAULTS[name]
    text = (MANUAL / table).read_text(encoding="utf-8")
    assert right in text
    file = tmp_path / table
    file.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(CatalogError, match=rf"(?s){table}.*{told}"):
        LOADERS[table](file)
