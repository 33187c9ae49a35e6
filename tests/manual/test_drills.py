"""Whatever can become a goal has a drill that fits between two customers, in steps one can follow."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest

from coach.manual.catalog import load_catalog
from coach.manual.congruences import load_congruences
from coach.manual.drills import load_drills
from coach.manual.findings import load_findings
from coach.manual.tables import CatalogError
from coach.manual.tones import load_tones
from tests.support.rows import MANUAL

PACKAGED = (files("coach.manual") / "ejercicios.toml").read_text(encoding="utf-8")


def test_every_signal_of_the_manual_finding_tone_and_congruence_has_a_drill() -> None:
    needed = {*MANUAL, *load_findings(), *load_tones(), *load_congruences()}
    assert needed <= set(load_drills()) <= {*needed, *load_catalog()}


def test_a_goal_is_something_to_do() -> None:
    for drill in load_drills().values():
        assert re.match(r"[A-ZÁÉÍÓÚ]\w*[aeií]r(te|le|se)?\b", drill.goal), drill.goal
        assert not drill.goal.endswith(".")
        assert 30 <= drill.seconds <= 90
        assert 2 <= len(drill.steps) <= 4
        assert all(step.endswith(".") for step in (*drill.steps, drill.done))


def test_no_drill_names_what_somebody_feels() -> None:
    words = r"\b(nervios\w*|ansie\w*|enoj\w*|triste\w*|miedo|inseguridad|aburri\w*|estr[eé]s\w*|segur[oa] de ti)\b"
    assert re.search(words, PACKAGED, re.IGNORECASE) is None


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda text: text.replace("seconds = 45", "seconds = 120", 1), "fila «manos_tras_cabeza», clave «seconds»"),
        (lambda text: text.replace("[sonrisa]", "[sonrisas]"), "fila «sonrisas»"),
        (lambda text: text.split("[seguro]")[0], "falta el ejercicio de «seguro»"),
        (lambda text: text + "points = 3\n", "fila «invitacion_con_brazos_cruzados», clave «points»"),
    ],
)
def test_a_fault_is_named(tmp_path: Path, change: Callable[[str], str], place: str) -> None:
    file = tmp_path / "ejercicios.toml"
    file.write_text(change(PACKAGED), encoding="utf-8")
    with pytest.raises(CatalogError) as caught:
        load_drills(file)
    assert place in str(caught.value)
    assert str(caught.value).startswith("ejercicios.toml")
