"""The window for tests: real widgets, real `LiveSession`, a source and a chain that follow a script."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.manual.catalog import load_catalog
from coach.manual.conditions import load_conditions
from coach.manual.findings import load_findings
from coach.manual.reading import load_reading
from coach.manual.tones import load_abstentions, load_tones
from coach.session.secret import SecretSource
from coach.ui.language import speak
from coach.ui.live_page import LivePage
from coach.ui.main_window import MainWindow
from coach.ui.page import HOME, Page
from coach.ui.preferences_keeper import PreferencesKeeper
from coach.ui.session import Phase
from coach.ui.theme import LIGHT, Palette, Theme, system_palette
from coach.ui.topics import topic_ids
from coach.ui.voice_panel import VoiceTables
from tests.support.stores import FileKeyring, by_keyring
from tests.ui.practice_desk import Desk
from tests.ui.script import Device, Script

INTEGRATED = Device("0", "Cámara integrada")
HEADSET = Device("3", "Diadema USB")


@pytest.fixture(scope="session")
def voice_tables() -> VoiceTables:
    return VoiceTables(load_findings(), load_tones(), load_abstentions(), load_reading().text)


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    QApplication.setStyle("Fusion")
    return qapp


@pytest.fixture(scope="session")
def first_colours(qapp: QApplication) -> QPalette:
    return qapp.palette()


@pytest.fixture(autouse=True)
def colours(first_colours: QPalette) -> None:
    """A window colours the whole application; the next test begins with the colours of before any."""
    if QApplication.palette() != first_colours:
        QApplication.setPalette(first_colours)


@pytest.fixture
def script() -> Script:
    return Script()


@pytest.fixture
def open_live(qtbot: QtBot, script: Script, voice_tables: VoiceTables) -> Iterator[Callable[..., LivePage]]:
    """Opens live views in windows of their own, and closes them in the end, which joins every thread."""
    pages: list[LivePage] = []

    def make(
        palette: Palette | None = LIGHT,
        width: int = 1280,
        height: int = 800,
        cameras: Sequence[Device] = (INTEGRATED,),
        microphones: Sequence[Device] = (HEADSET,),
    ) -> LivePage:
        theme = Theme(palette or system_palette())
        page = LivePage(script.session, load_catalog(), load_conditions(), voice_tables, theme)
        window = MainWindow({"en_vivo": page, HOME: Page()}, "en_vivo", palette=palette)
        window.resize(width, height)
        window.show()
        page.devices.find(lambda: cameras, lambda: microphones)
        qtbot.waitUntil(lambda: page.top_bar.source.settled and page.top_bar.microphone.settled)
        window.activateWindow()
        with qtbot.waitActive(window):  # shortcuts reach only the window that is in use
            pass
        pages.append(page)
        return page

    yield make
    for page in pages:
        page.controller.stop()
        qtbot.waitUntil(lambda p=page: p.controller.phase is Phase.OFF)  # type: ignore[misc]
        window = page.window()
        assert window.close()
        window.deleteLater()


@pytest.fixture
def live(open_live: Callable[..., LivePage]) -> LivePage:
    return open_live()


@pytest.fixture
def open_desk(qtbot: QtBot, script: Script, voice_tables: VoiceTables) -> Iterator[Callable[..., Desk]]:
    desks: list[Desk] = []

    def make(palette: Palette = LIGHT, size: tuple[int, int] = (1280, 800), factory: object = None) -> Desk:
        desk = Desk(factory or script.session, voice_tables, palette, size)
        desk.live.devices.find(lambda: (INTEGRATED,), lambda: ())
        qtbot.waitUntil(lambda: desk.live.top_bar.source.settled and desk.live.top_bar.microphone.settled)
        if factory is None:
            desk.live.top_bar.microphone.choose(None)
        desk.window.activateWindow()
        with qtbot.waitActive(desk.window):
            pass
        desks.append(desk)
        return desk

    yield make
    for desk in desks:
        desk.live.controller.stop()
        qtbot.waitUntil(lambda d=desk: d.live.controller.phase is Phase.OFF, timeout=10_000)  # type: ignore[misc]
        assert desk.window.close()
        desk.window.deleteLater()


@pytest.fixture
def desk(open_desk: Callable[..., Desk]) -> Desk:
    return open_desk()


@pytest.fixture(autouse=True)
def spanish_dates() -> None:
    """As the program begins, whatever the system's language; `english` comes after it."""
    QLocale.setDefault(QLocale("es"))


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    """The window speaks English for one test."""
    before = set(qapp.findChildren(QTranslator))
    speak("en", qapp)
    yield
    for translator in set(qapp.findChildren(QTranslator)) - before:
        QCoreApplication.removeTranslator(translator)
        translator.deleteLater()


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SecretSource:
    """A system with a keyring."""
    ring = tmp_path / "keyring.json"
    monkeypatch.setattr("coach.session.secret.system_keyring", lambda: FileKeyring(ring))
    return by_keyring(ring)


@pytest.fixture
def keeper(tmp_path: Path) -> Iterator[PreferencesKeeper]:
    """Preferences that nobody has chosen yet."""
    made = PreferencesKeeper(tmp_path / "ajustes.json", topic_ids())
    yield made
    made.close()
