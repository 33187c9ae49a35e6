"""The English of the window is complete, and what is shipped is made of it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from coach.ui.theme import LIGHT, Theme
from coach.ui.top_bar import TopBar
from coach.ui.words import tr

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "coach" / "ui" / "translations" / "coach_en.ts"
COMPILED = CATALOGUE.with_suffix(".qm")


def tool(name: str) -> str:
    """One of Qt's tools, which come with PySide6."""
    found = shutil.which(f"pyside6-{name}", path=str(Path(sys.executable).parent)) or shutil.which(f"pyside6-{name}")
    assert found is not None, f"pyside6-{name} comes with PySide6"
    return found


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
    options = ["-silent", "-locations", "none", "-no-obsolete", "-source-language", "es", "-target-language", "en"]
    subprocess.run([tool("lupdate"), *options, *sources, "-ts", str(file)], check=True, capture_output=True)
    return file


def test_every_text_has_its_translation(renewed: Path) -> None:
    assert [source for _, source, translation in messages(renewed) if translation is None] == []
    assert {message[:2] for message in messages(renewed)} == {message[:2] for message in messages(CATALOGUE)}


def test_what_is_shipped_is_made_of_the_catalogue(tmp_path: Path) -> None:
    made = tmp_path / COMPILED.name
    subprocess.run([tool("lrelease"), "-silent", str(CATALOGUE), "-qm", str(made)], check=True, capture_output=True)
    assert made.read_bytes() == COMPILED.read_bytes()


def test_translations_keep_gaps_keys_and_tags() -> None:
    wrong = []
    for _, source, translation in messages(CATALOGUE):
        marks = [
            [re.findall(pattern, text or "") for pattern in (r"\{\}", r"&(?=\w)", r"</?b>", r"^ ", r" $")]
            for text in (source, translation)
        ]
        if marks[0] != [[("&" if one.startswith("&") else one) for one in found] for found in marks[1]]:
            wrong.append(source)
    assert wrong == []


def test_no_text_stays_spanish_by_mistake() -> None:
    same = {source for _, source, translation in messages(CATALOGUE) if source == translation}
    assert {text for text in same if re.search("[áéíóúñ¿¡]", text)} == set()


def test_the_window_speaks_it(english: None) -> None:
    bar = TopBar(Theme(LIGHT))
    assert bar.primary.text() == "&Start"
    assert bar.source.accessibleName() == "Camera"
    assert tr("presente") == "present"
    assert QLocale().monthName(1) == "January"
