"""Kept sessions, the review window and progress."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QRadioButton

from coach.core.events import FindingSegment
from coach.errors import KnownError
from coach.preferences import Look
from coach.session.open_store import open_store
from coach.settings import store_folder
from coach.ui.page import HOME
from coach.ui.progress_page import PROGRESS
from coach.ui.report_page import REPORT
from coach.ui.review_chooser import CHOOSER
from coach.ui.review_side import EARLIER, STANDARD
from coach.ui.review_window import REVISION
from coach.ui.scroll_column import ScrollColumn
from coach.ui.server_dialog import ServerDialog
from coach.ui.sessions_page import SESSIONS
from coach.ui.tuning_page import TUNING
from tests.report.sessions import crossed, kept, session, smiling, voice
from tests.support.stores import by_keyring, session_record
from tests.support.trained import went_through
from tests.ui.screens.window import AGREED, Screens, in_every_shape


@in_every_shape
def test_kept_sessions(opened: Callable[..., Screens], ring: Path, look: Look, size: tuple[int, int]) -> None:
    assert kept_sessions(opened(look, size, consent=AGREED), ring) == {}


def test_kept_sessions_in_english(english: None, opened: Callable[..., Screens], ring: Path) -> None:
    assert kept_sessions(opened("claro", (1280, 800), consent=AGREED), ring, "english-") == {}


def kept_sessions(screens: Screens, ring: Path, name: str = "") -> dict[str, list[str]]:
    """Looks at the page of kept sessions without any and with many; what is wrong with it."""
    page = screens.whole.learning.sessions
    screens.to(SESSIONS)
    screens.look(f"{name}sesiones-ninguna")
    with open_store(store_folder(), by_keyring(ring)) as store:
        ids = [store.save(session_record(1440 * place, "en_vivo" if place % 3 else "practica")) for place in range(12)]
        store.set_note(ids[-2], "La queja de la mañana: respiré antes de contestar")
    screens.to(HOME)
    screens.to(SESSIONS)
    screens.qtbot.waitUntil(lambda: page.table.rowCount() == 12)
    page.table.selectRow(1)
    page.retention.findChildren(QRadioButton)[1].click()
    screens.look(f"{name}sesiones")
    page.delete.click()
    assert page.question is not None
    screens.qtbot.waitUntil(page.question.isVisible)
    screens.save(page.question, f"{name}sesiones-pregunta")
    page.question.close()
    return screens.found


@in_every_shape
def test_review_window(opened: Callable[..., Screens], ring: Path, look: Look, size: tuple[int, int]) -> None:
    assert reviewed(opened(look, size, consent=AGREED), ring) == {}


def test_review_window_in_english(english: None, opened: Callable[..., Screens], ring: Path) -> None:
    assert reviewed(opened("claro", (1280, 800), consent=AGREED), ring, "english-") == {}


def reviewed(screens: Screens, ring: Path, name: str = "") -> dict[str, list[str]]:
    """Looks at a session on its timeline, at the standard's items, and at earlier ones beneath it."""
    page, waits = screens.whole.learning.revision, partial(screens.qtbot.waitUntil, timeout=20_000)
    with open_store(store_folder(), by_keyring(ring)) as store:
        records = [kept(session(smiling(), crossed(4.0 + day), heard=voice()), day) for day in range(3)]
        ids = [store.save(record) for record in records]
    screens.to(REVISION)
    page.desk.open(ids[2])
    waits(lambda: page.side.standard.list.count() > 0)
    page.timeline.pick(next(lane for lane in page.timeline.lanes if lane.id == "sonrisa").items[0])
    screens.look(f"{name}revision")
    page.tell(KnownError("La sesión «a1b2» se interrumpió antes de tener su informe; abre Coach para hacérselo." * 2))
    screens.look(f"{name}revision-aviso")
    page.told.tell("")
    page.side.turn(STANDARD)
    for item, button in zip(
        ("saludo_horario", "nombre_puesto", "orden"), page.side.standard.buttons.values(), strict=True
    ):
        page.side.standard.choose(item)
        button.click()
        screens.look(f"{name}revision-estandar-{item}")
    page.side.turn(EARLIER)
    waits(lambda: page.side.earlier.list.count() == 2)
    for id in ids[:2]:
        page.side.earlier.toggled.emit(id)
    waits(lambda: page.comparison.read == 3)
    screens.look(f"{name}revision-comparar")
    return screens.found


@in_every_shape
def test_tuning(opened: Callable[..., Screens], ring: Path, look: Look, size: tuple[int, int]) -> None:
    assert tuned(opened(look, size, consent=AGREED), ring) == {}


def test_tuning_in_english(english: None, opened: Callable[..., Screens], ring: Path) -> None:
    assert tuned(opened("claro", (1280, 800), consent=AGREED), ring, "english-") == {}


def tuned(screens: Screens, ring: Path, name: str = "") -> dict[str, list[str]]:
    """Looks at the page that tunes: before, with too little judged, with before and after, asked, and used."""
    page, waits = screens.whole.learning.tuning, partial(screens.qtbot.waitUntil, timeout=40_000)
    chooser = screens.whole.learning.chooser
    screens.to(CHOOSER)
    chooser.server.click()
    dialog = chooser.findChild(ServerDialog)
    assert dialog is not None
    screens.qtbot.waitUntil(dialog.isVisible)
    screens.save(dialog, f"{name}servidor")
    dialog.close()
    screens.look(f"{name}elegir")
    screens.to(TUNING)
    page.search.start.click()
    screens.look(f"{name}ajustar-poco")
    with open_store(store_folder(), by_keyring(ring)) as store:
        for _ in range(6):
            went_through(store, "mirar_al_piso", (1.0, 0.5, 0.5), 0.5)
    page.search.start.click()
    screens.look(f"{name}ajustar-buscando")
    waits(lambda: page.results.isVisible() and page.table.rows != [])
    screens.look(f"{name}ajustar")
    page.use.click()
    assert page.question is not None
    screens.qtbot.waitUntil(page.question.isVisible)
    screens.save(page.question, f"{name}ajustar-pregunta")
    page.question.use.click()
    waits(page.in_use.reset.isEnabled)
    screens.look(f"{name}ajustar-usados")
    return screens.found


@in_every_shape
def test_progress(opened: Callable[..., Screens], ring: Path, look: Look, size: tuple[int, int]) -> None:
    """With sessions, down to its end, and a long report."""
    screens = opened(look, size, consent=AGREED, keep_sessions=True)
    learning = screens.whole.learning
    with open_store(store_folder(), by_keyring(ring)) as store:
        for day in range(6):
            heard = voice(FindingSegment("rapido", 70.0, 75.0 + 3 * day, 0.8))
            store.save(kept(session(smiling(), crossed(4.0 + 5 * day), heard=heard), day, None))
    screens.to(PROGRESS)
    screens.qtbot.waitUntil(lambda: learning.progress.view.verticalScrollBar().maximum() > 400, timeout=20_000)
    down(screens, learning.progress.view, "progreso-sesiones")
    learning.report.show_record(kept(session(smiling(), crossed(10.0), heard=voice()), 5))
    screens.to(REPORT)
    down(screens, learning.report.view, "informe-de-sesion")
    assert screens.found == {}


def down(screens: Screens, view: ScrollColumn, name: str) -> None:
    bar, place = view.verticalScrollBar(), 0
    screens.look(name)
    while bar.value() < bar.maximum():
        place += 1
        bar.setValue(bar.value() + view.viewport().height())
        screens.look(f"{name}-{place}")
