"""Every screen before and beside a session: nothing is cut off, and the pictures can be looked at."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event as Flag

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coach.errors import KnownError
from coach.manual.clients import load_clients
from coach.preferences import Look
from coach.ui.composition import LIVE, REVIEW
from coach.ui.page import HOME
from coach.ui.practice import PRACTICE
from coach.ui.progress_page import PROGRESS
from coach.ui.report_page import REPORT
from coach.ui.session import Phase
from coach.ui.start_page import PRIVACY, SETTINGS
from tests.report.sessions import kept, session, smiling
from tests.support.fits import faults
from tests.ui.screens.window import AGREED, SIZES, SMALLEST, TWICE, Screens, in_every_shape

ROOT = Path(__file__).resolve().parents[3]


@in_every_shape
def test_first_run(opened: Callable[..., Screens], look: Look, size: tuple[int, int]) -> None:
    screens = opened(look, size)
    screens.whole.privacy.tell(KnownError("El archivo de ajustes «ajustes.json» está dañado: no es JSON."))
    screens.look("aviso-primera-vez")
    screens.whole.privacy.notices.show_notices([])
    screens.look("aviso")
    screens.whole.privacy.decline.click()
    screens.look("aviso-no-acepto")
    assert screens.found == {}


@in_every_shape
def test_start_settings_and_learning(
    opened: Callable[..., Screens], go_on: Flag, look: Look, size: tuple[int, int]
) -> None:
    screens = opened(look, size, consent=AGREED)
    screens.look("inicio")
    screens.whole.start.set_last_session("Tu última sesión guardada: viernes, 20 de noviembre de 2026.")
    screens.whole.start.tell(KnownError("No pude guardar tus ajustes; libera espacio o revisa los permisos."))
    screens.look("inicio-con-aviso")
    for page in (SETTINGS, PRIVACY, PRACTICE, PROGRESS, REVIEW):
        screens.to(page)
        screens.look(page)
    review = screens.whole.learning.review
    review.open(Path("mala.mp4"))
    screens.qtbot.waitUntil(lambda: review.card.bar.value() == 40)
    screens.look("revisar-en-curso")
    go_on.set()
    screens.qtbot.waitUntil(lambda: bool(review.notices.notices))
    screens.look("revisar-fallo")
    review.open(Path("llamada.mp4"))
    screens.qtbot.waitUntil(lambda: screens.window.page is screens.whole.pages[REPORT])
    screens.look("informe")
    screens.whole.learning.report.show_record(kept(session(smiling()), 5))
    screens.look("informe-breve")
    assert screens.found == {}


@pytest.mark.parametrize("size", [SIZES[0], SMALLEST])
def test_large_letters(opened: Callable[..., Screens], size: tuple[int, int]) -> None:
    screens = opened("claro", size, consent=AGREED, letters="grande")
    screens.look("grande-inicio")
    for page in (SETTINGS, PRIVACY, PRACTICE, PROGRESS, REVIEW, LIVE):
        screens.to(page)
        screens.look(f"grande-{page}")
    assert screens.found == {}


@pytest.mark.parametrize("size", SIZES)
def test_english(english: None, opened: Callable[..., Screens], size: tuple[int, int]) -> None:
    screens = opened("claro", size, consent=AGREED)
    live = screens.whole.live
    screens.look("english-inicio")
    for page in (SETTINGS, PRIVACY, PRACTICE, REVIEW, PROGRESS, LIVE):
        screens.to(page)
        screens.look(f"english-{page}")
    live.toggle()
    screens.qtbot.waitUntil(lambda: live.controller.phase is Phase.RUNNING)
    screens.qtbot.waitUntil(lambda: live.stage.notices.isVisible())
    for place, client in enumerate(load_clients(), 1):
        live.service.choose_place(place)
        live.service.choose(live.service.moment, client)
        screens.look(f"english-en_vivo-{place}")
    live.service.crisis.emit()
    screens.look("english-crisis")
    assert screens.found == {}


def test_every_control_of_the_shell_has_a_name_for_screen_readers(opened: Callable[..., Screens]) -> None:
    screens = opened("claro", (1280, 800), consent=AGREED)
    for id in (HOME, SETTINGS, PRIVACY, REVIEW):
        page = screens.whole.pages[id]
        own = "qt_tableview_cornerbutton"  # Qt's, which is never shown beside rows without heads
        controls = [one for one in page.findChildren(QAbstractButton) if one.objectName() != own]
        assert len(controls) > 2
        assert [control for control in controls if not control.accessibleName()] == []


def test_the_eye_that_looks_at_the_screens_sees_what_is_wrong(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    narrow, tall, beneath = QLabel("Una frase que no cabe"), QLabel("Larga " * 30), QPushButton("Encima")
    tall.setWordWrap(True)
    for widget in (narrow, tall, beneath):
        layout.addWidget(widget)
    window.resize(300, 300)
    window.show()
    QApplication.processEvents()
    assert faults(window) == []
    narrow.resize(20, narrow.height())
    tall.resize(tall.width(), 10)
    beneath.move(tall.pos())
    assert [fault.split(":")[0] for fault in faults(window)] == ["cut off", "cut off", "overlap"]


@pytest.mark.skipif(bool(os.environ.get(TWICE)), reason="this is that run")
def test_the_same_on_a_screen_of_twice_as_many_pixels() -> None:
    own = f"{Path(__file__)}::{test_start_settings_and_learning.__name__}"
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", own, "-k", "claro-1280"],
        cwd=ROOT,
        env=os.environ | {"QT_SCALE_FACTOR": "2", TWICE: "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:]
    assert "1 passed" in done.stdout
