"""The table of posture parts fits the manual, and refuses what does not."""

from pathlib import Path

import pytest

from coach.core.events import State
from coach.manual.presence import load_presence
from coach.manual.tables import CatalogError


def test_what_is_to_be_mended_goes_before_praise_and_praise_before_well() -> None:
    arms = load_presence()["brazos"]
    states: dict[str, State] = {"brazos_cruzados": State.ABSENT}
    assert arms.told(states.get) == (None, "sueltos")
    states["palma_abierta"] = State.PRESENT
    assert arms.told(states.get) == ("refuerza", "palma abierta")
    states["manos_tras_cabeza"] = State.PRESENT
    assert arms.told(states.get) == ("corrige", "tras la cabeza")
    assert arms.told(lambda id: None) is None


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ('[a]\nname = "A"\nwell = "b"\nmend = []\n', "fila «a», clave «mend»"),
        ('[a]\nname = "A"\nwell = "b"\n[[a.mend]]\nsignal = "sonrisa"\nword = "w"\n', "fila «a», clave «mend»"),
        ('[a]\nname = "A"\nwell = "b"\n[[a.mend]]\nsignal = "volar"\nword = "w"\n', "clave «mend[0].signal»"),
        (
            "".join(
                f'[{id}]\nname = "{id}"\nwell = "b"\n[[{id}.mend]]\nsignal = "recargarse"\nword = "w"\n' for id in "ab"
            ),
            "fila «b»",
        ),
    ],
)
def test_a_fault_is_named(tmp_path: Path, content: str, place: str) -> None:
    file = tmp_path / "presencia.toml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(CatalogError) as caught:
        load_presence(file)
    assert place in str(caught.value)
