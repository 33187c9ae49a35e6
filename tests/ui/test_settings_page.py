"""The settings: each choice holds at once, is written, and is shown again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from coach.preferences import Consent, Preferences, load_preferences, save_preferences
from coach.ui.choice_row import ChoiceRow
from coach.ui.composition import Composition
from coach.ui.live_page import LivePage
from coach.ui.main_window import MainWindow
from coach.ui.page import HOME
from coach.ui.preferences_keeper import PreferencesKeeper
from coach.ui.privacy_text import VERSION
from coach.ui.settings_page import SettingsPage
from coach.ui.start_page import StartPage
from coach.ui.theme import DARK
from coach.ui.topics import topic_ids

BEFORE = Preferences(
    muted=frozenset({"sonrisa"}), look="claro", consent=Consent(VERSION, datetime(2026, 1, 2, tzinfo=UTC))
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "coach" / "ajustes.json"


@pytest.fixture
def window(qtbot: QtBot, file: Path) -> Iterator[MainWindow]:
    save_preferences(BEFORE, file)
    window = Composition(PreferencesKeeper(file, topic_ids())).window(HOME)
    window.show()
    window.show_page("ajustes")
    yield window
    window.close()
    window.deleteLater()


def page(window: MainWindow) -> SettingsPage:
    assert isinstance(window.page, SettingsPage)
    return window.page


def pick(row: ChoiceRow, name: str) -> None:
    next(button for button in row.findChildren(QRadioButton) if button.text() == name).click()


def saved(window: MainWindow, file: Path) -> Preferences:
    """What the file holds once the window is closed, which is when all has been written."""
    window.close()
    return load_preferences(file, topic_ids())


def test_everything_chosen_is_written(window: MainWindow, file: Path) -> None:
    settings = page(window)
    pick(settings.sensitivity, "Discreto")
    pick(settings.look, "Oscuro")
    pick(settings.letters, "Grande")
    pick(settings.language, "English")
    settings.keep.click()
    settings.advised["sonrisa"].click()
    settings.advised["monotono"].click()
    assert saved(window, file) == Preferences(
        "discreto", frozenset({"monotono"}), True, "oscuro", "en", "grande", BEFORE.consent
    )


def test_another_language_says_beside_itself_when_it_comes(window: MainWindow) -> None:
    settings = page(window)
    said = settings.language.said
    assert not said.text()
    pick(settings.language, "English")
    assert said.isVisible() and "próxima vez que abras Coach" in said.text()
    window.show_page(HOME)
    window.show_page("ajustes")
    assert said.text()
    pick(settings.language, "Español")
    assert not said.text()


def test_opening_the_page_changes_nothing(window: MainWindow, file: Path) -> None:
    settings = page(window)
    assert not settings.advised["sonrisa"].isChecked()
    assert settings.advised["monotono"].isChecked()
    assert not settings.keep.isChecked()
    assert saved(window, file) == BEFORE


def test_colours_and_letters_change_at_once(window: MainWindow, qtbot: QtBot) -> None:
    settings = page(window)
    small = settings.header.button.height()
    pick(settings.look, "Oscuro")
    assert window.palette().window().color().name() == DARK.window
    pick(settings.letters, "Grande")
    qtbot.waitUntil(lambda: settings.header.button.height() > small)


def test_arrows_choose_as_in_any_group(window: MainWindow, file: Path, qtbot: QtBot) -> None:
    normal = next(one for one in page(window).sensitivity.findChildren(QRadioButton) if one.text() == "Normal")
    window.activateWindow()
    with qtbot.waitActive(window):  # the focus goes to nothing in a window that is not in use
        pass
    normal.setFocus()
    QTest.keyClick(normal, Qt.Key.Key_Right)
    assert saved(window, file).sensitivity == "intenso"


def test_what_the_live_view_mutes_is_kept_and_what_only_a_session_knows_is_not(window: MainWindow, file: Path) -> None:
    live = window.findChild(LivePage)
    assert isinstance(live, LivePage)
    live.muted.emit(frozenset({"sonrisa", "rapido", "algo_pasajero"}))
    assert saved(window, file).muted == {"sonrisa", "rapido"}


def test_a_file_that_cannot_be_written_is_told_on_the_start_screen(
    window: MainWindow, file: Path, qtbot: QtBot
) -> None:
    file.unlink()
    file.parent.rmdir()
    file.parent.write_text("no es una carpeta", encoding="utf-8")
    page(window).keep.click()
    start = window.findChild(StartPage)
    assert isinstance(start, StartPage)
    qtbot.waitUntil(lambda: bool(start.notices.notices))
    assert "carpeta" in start.notices.notices[0].text
