"""Every id that a user or a developer can meet is explained in GLOSARIO.md, and none that does not exist."""

import re
from pathlib import Path

from coach.manual.catalog import load_catalog
from coach.manual.clients import load_clients
from coach.manual.conditions import load_conditions
from coach.manual.congruences import load_congruences
from coach.manual.findings import load_findings
from coach.manual.moments import load_moments
from coach.manual.tones import load_abstentions, load_tones

SECTIONS = (Path(__file__).parents[2] / "GLOSARIO.md").read_text(encoding="utf-8").split("\n## ")


def rows(title: str) -> list[list[str]]:
    (section,) = [section for section in SECTIONS if section.startswith(title)]
    lines = [line for line in section.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[1:]]


def test_every_signal_has_its_line_under_its_name() -> None:
    expected = [[signal.name, f"`{signal.id}`"] for signal in load_catalog().values()]
    assert sorted([term, id] for term, _, id, _ in rows("Signals")) == sorted(expected)


def test_every_condition_has_its_line_under_its_name() -> None:
    expected = [[condition.name, f"`{condition.id}`"] for condition in load_conditions().values()]
    assert [[term, id] for term, _, id, _ in rows("Conditions")] == expected


def test_everything_else_has_its_line_under_its_name() -> None:
    for title, table in (
        ("Tones of voice", load_tones()),
        ("Findings of the voice", load_findings()),
        ("Why no tone is told", load_abstentions()),
        ("Voice and face together", load_congruences()),
        ("Moments of a service", load_moments()),
        ("Types of client", load_clients()),
    ):
        expected = [[row.name, f"`{row.id}`"] for row in table.values()]
        assert [[term, id] for term, _, id, _ in rows(title)] == expected


def test_the_products_own_words_are_defined() -> None:
    terms = {term for term, *_ in rows("The product's words")}
    assert {"señal", "rasgo", "condición", "no observable", "calibración", "perfil", "nivel"} <= terms


def test_the_page_is_that_of_the_table_of_signals() -> None:
    for _, page, id, definition in rows("Signals"):
        slide = re.search(r"lámina (\d+)", load_catalog()[id.strip("`")].page)
        assert page == (slide.group(1) if slide else "`004`")
        assert definition.endswith(".")
