"""Spanish syllables are counted as they are spoken, and the paragraph to read is about half a minute long."""

from pathlib import Path

import pytest

from coach.manual.reading import load_reading
from coach.manual.spanish_syllables import count_spoken_syllables, count_syllables
from coach.manual.tables import CatalogError


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("ahora", 3), ("aéreo", 4), ("ciudad", 2), ("país", 2), ("guitarra", 3), ("pingüino", 3), ("averiguáis", 4),
        ("leído", 3), ("baúl", 2), ("oír", 2), ("hoy", 1), ("y", 1), ("reunión", 2), ("construido", 3), ("muy", 1),
        ("prohibido", 3), ("cooperar", 4), ("reyes", 2), ("queso", 2), ("qué", 1), ("solución", 3), ("día", 2),
        ("brrr", 0),
    ],
)  # fmt: skip
def test_a_word(word: str, syllables: int) -> None:
    assert count_syllables(word) == syllables


@pytest.mark.parametrize(
    ("text", "alone", "running"),
    [
        ("Agente conectado", 7, 7),
        ("Entrando a la conferencia número", 12, 11),
        ("me ha hablado", 5, 3),
        ("Opción, inválida", 6, 6),
        ("Oye, amigo", 5, 5),
        ("", 0, 0),
    ],
)
def test_vowels_meet_within_a_phrase_and_not_across_a_pause(text: str, alone: int, running: int) -> None:
    assert count_syllables(text) == alone
    assert count_spoken_syllables(text) == running


def test_the_paragraph_takes_about_half_a_minute() -> None:
    reading = load_reading()
    assert count_spoken_syllables(reading.text) < reading.syllables < count_syllables(reading.text)
    assert 25.0 <= reading.syllables / 5.2 <= 35.0


def test_a_paragraph_with_figures_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "lectura.toml"
    file.write_text('[parrafo]\ntext = "Tengo 3 pedidos."\n')
    with pytest.raises(CatalogError, match="lectura.toml, fila «parrafo», clave «text»: lleva cifras"):
        load_reading(file)


def test_a_second_paragraph_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "lectura.toml"
    file.write_text('[parrafo]\ntext = "Hola."\n[otro]\ntext = "Adiós."\n', encoding="utf-8")
    with pytest.raises(CatalogError, match="una sola fila"):
        load_reading(file)
