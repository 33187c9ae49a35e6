"""The English of the window is complete, and what is shipped is made of it."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from coach.manual.catalog import load_catalog
from coach.manual.moments import load_moments
from coach.ui.manual_words import needed, table, texts, worded
from coach.ui.theme import LIGHT, Theme
from coach.ui.top_bar import TopBar
from coach.ui.topics import topics
from coach.ui.words import tr
from tests.support.rows import MANUAL
from tests.ui import manual_catalogue
from tests.ui.manual_catalogue import OPTIONS, tool

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = manual_catalogue.FOLDER / "coach_en.ts"
BOTH = pytest.mark.parametrize("catalogue", [CATALOGUE, manual_catalogue.CATALOGUE], ids=lambda file: file.stem)


def messages(file: Path) -> Iterator[tuple[str, str, str | None]]:
    """Context, source and finished translation (None for one that is not) of each message."""
    for context in ElementTree.parse(file).getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            done = translation.get("type") is None and translation.text
            yield name, message.findtext("source") or "", translation.text if done else None


@pytest.fixture(scope="module")
def renewed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The catalogue as it would be if the texts were collected from the code now."""
    file = tmp_path_factory.mktemp("ts") / CATALOGUE.name
    shutil.copy(CATALOGUE, file)
    sources = [str(path) for path in sorted((ROOT / "coach" / "ui").glob("*.py"))]
    subprocess.run([tool("lupdate"), *OPTIONS, *sources, "-ts", str(file)], check=True, capture_output=True)
    return file


@pytest.fixture(scope="module")
def renewed_manual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same of the manual's tables."""
    file = tmp_path_factory.mktemp("ts") / manual_catalogue.CATALOGUE.name
    shutil.copy(manual_catalogue.CATALOGUE, file)
    manual_catalogue.collect(file)
    return file


def test_every_text_has_its_translation(renewed: Path) -> None:
    assert [source for _, source, translation in messages(renewed) if translation is None] == []
    assert {message[:2] for message in messages(renewed)} == {message[:2] for message in messages(CATALOGUE)}


def test_no_text_is_hidden_from_the_collector_of_texts() -> None:
    """Within an f-string it finds none, and the English window would go on in Spanish."""
    known = {message[:2] for message in messages(CATALOGUE)}
    asked = {
        (owner.name, call.args[0].value)
        for file in (ROOT / "coach" / "ui").glob("*.py")
        for owner in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(owner, ast.ClassDef)
        for call in ast.walk(owner)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "tr"
        if isinstance(call.args[0], ast.Constant)
    }
    assert len(asked) > 300 and asked - known == set()


def test_every_name_of_the_manual_has_its_translation(renewed_manual: Path) -> None:
    added = {signal.name for id, signal in load_catalog().items() if id not in MANUAL}
    found = [message for message in messages(renewed_manual) if message[1] not in added]
    assert {source for _, source, _ in found} == set(texts()) - added
    assert [source for _, source, translation in found if translation is None] == []
    assert found == [message for message in messages(manual_catalogue.CATALOGUE) if message[1] not in added]


@BOTH
def test_what_is_shipped_is_made_of_the_catalogue(catalogue: Path, tmp_path: Path) -> None:
    made = tmp_path / "made.qm"
    subprocess.run([tool("lrelease"), "-silent", str(catalogue), "-qm", str(made)], check=True, capture_output=True)
    assert made.read_bytes() == catalogue.with_suffix(".qm").read_bytes()


@BOTH
def test_translations_keep_gaps_keys_and_tags(catalogue: Path) -> None:
    wrong = []
    for _, source, translation in messages(catalogue):
        marks = [
            [re.findall(pattern, text or "") for pattern in (r"\{\}", r"&(?=\w)", r"</?b>", r"^ ", r" $")]
            for text in (source, translation)
        ]
        if marks[0] != [[("&" if one.startswith("&") else one) for one in found] for found in marks[1]]:
            wrong.append(source)
    assert wrong == []


@BOTH
def test_no_text_stays_spanish_by_mistake(catalogue: Path) -> None:
    same = {source for _, source, translation in messages(catalogue) if source == translation}
    assert {text for text in same if re.search("[áéíóúñ¿¡]", text)} == set()


def test_the_window_speaks_it(english: None) -> None:
    bar = TopBar(Theme(LIGHT))
    assert bar.primary.text() == "St&art"
    assert bar.source.accessibleName() == "Camera"
    assert tr("presente") == "present"
    assert QLocale().monthName(1) == "January"


def test_the_manual_is_shown_in_it_and_stays_as_it_is(english: None) -> None:
    signal = load_catalog()["brazos_cruzados"]
    assert worded(signal).name == "Crossed arms"
    assert worded(signal).advice == signal.advice
    assert needed(load_catalog()["frotar_ojo"]).split(" and ")[-1].startswith("your ")
    assert table(load_moments())["saludo"].steps[1] == "Say your name and position"
    assert load_moments()["saludo"].name == "Saludo"
    assert list(topics()) == ["Postures", "Gestures", "Face", "Voice", "Tone of voice", "Voice and face together"]


def test_in_spanish_the_manual_speaks_for_itself() -> None:
    assert table(load_moments()) == dict(load_moments())
    assert needed(load_catalog()["brazos_cruzados"]) == "los hombros y los brazos"
