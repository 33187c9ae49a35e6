"""Every condition that hampers the view or the voice has a name and an advice the agent can follow."""

from pathlib import Path

import pytest

from coach.manual.catalog import LONGEST_ADVICE, load_catalog
from coach.manual.conditions import load_conditions
from coach.manual.tables import CatalogError

IDS = {
    "nadie",
    "varias_personas",
    "oscuro",
    "contraluz",
    "muy_cerca",
    "muy_lejos",
    "algo_lejos",
    "de_lado",
    "cubrebocas",
    "camara_ocupada",
    "camara_sin_permiso",
    "camara_desconectada",
    "camara_detenida",
    "microfono_ocupado",
    "microfono_sin_permiso",
    "microfono_desconectado",
    "microfono_detenido",
    "microfono_en_silencio",
    "microfono_saturado",
    "sonido_perdido",
    "sonido_del_cliente",
}


def test_every_condition_is_there_and_none_is_a_signal_too() -> None:
    conditions = load_conditions()
    assert set(conditions) == IDS
    assert not IDS & set(load_catalog())
    for condition in conditions.values():
        assert len(condition.advice) <= LONGEST_ADVICE
        assert not condition.advice.endswith(".")


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ('[oscuro]\nname = "Falta luz"\n', "fila «oscuro», clave «advice»"),
        ('[oscuro]\nname = "Falta luz"\nadvice = "Más luz"\ncolor = 1\n', "fila «oscuro», clave «color»"),
        (f'[oscuro]\nname = "Falta luz"\nadvice = "{"l" * 41}"\n', "fila «oscuro», clave «advice»"),
        (
            '[oscuro]\nname = "Luz"\nadvice = "Más luz"\n[contraluz]\nname = "Luz"\nadvice = "Gira tu silla"\n',
            "fila «contraluz», clave «name»",
        ),
    ],
)
def test_a_fault_is_named_by_file_row_and_key(tmp_path: Path, content: str, place: str) -> None:
    file = tmp_path / "condiciones.toml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(CatalogError) as caught:
        load_conditions(file)
    assert str(caught.value).startswith(f"condiciones.toml, {place}: ")
