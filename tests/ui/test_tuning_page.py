"""The window tunes the detectors: the terminal's own figures, used only when confirmed, undone, reset, given up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from coach.errors import KnownError
from coach.runtime.local_rows import local_adjustments
from coach.session.open_store import open_store
from coach.session.worker import StoreWorker
from coach.settings import adjustments_file
from coach.tuning import work
from coach.ui.main_window import MainWindow
from coach.ui.page import HOME, Page
from coach.ui.review_desk import ReviewDesk
from coach.ui.theme import LIGHT, Theme
from coach.ui.tuning_desk import TuningDesk
from coach.ui.tuning_page import TUNING, TuningPage
from tests.support.stores import by_keyring, session_record
from tests.support.trained import went_through


class Trainer:
    """The page in a window, on a store of one's own."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot, self.own, self.secret = qtbot, folder / "propias", by_keyring(folder / "keyring.json")
        self.worker = StoreWorker(lambda: open_store(self.own, self.secret))
        desk = TuningDesk(ReviewDesk(self.worker, exists=self.own.is_dir))
        self.page = TuningPage(desk, HOME, Theme(LIGHT))
        self.ends = 0
        for ended in (desk.found, desk.few, desk.failed, desk.cancelled):
            ended.connect(self.ended)
        self.window = MainWindow({HOME: Page(), TUNING: self.page}, HOME, palette=LIGHT)
        self.window.show()
        self.window.activateWindow()
        with qtbot.waitActive(self.window):
            pass
        with qtbot.waitSignal(desk.in_use, timeout=20_000):
            self.window.show_page(TUNING)

    def judge(self, sessions: int, *strengths: float) -> None:
        """The head bows so far in each session, and a trainer wants all of it told."""
        with open_store(self.own, self.secret) as store:
            for _ in range(sessions):
                went_through(store, "mirar_al_piso", strengths, min(strengths))

    def press(self, button: QAbstractButton) -> None:
        """By its key, as somebody who uses no mouse."""
        self.window.activateWindow()
        with self.qtbot.waitActive(self.window):
            pass
        at = button.text().index("&") + 1
        QTest.keyClick(button.window(), Qt.Key(ord(button.text()[at].upper())), Qt.KeyboardModifier.AltModifier)

    def ended(self) -> None:
        self.ends += 1

    def waits(self, until: object) -> None:
        self.qtbot.waitUntil(until, timeout=40_000)  # type: ignore[arg-type]

    def search(self) -> None:
        before = self.ends
        self.press(self.page.search.start)
        self.waits(lambda: self.ends == before + 1)

    def answer(self, word: str) -> str:
        """What was asked, once it is answered with that."""
        self.qtbot.waitUntil(lambda: self.page.question is not None)  # a key's click comes a moment later
        question = self.page.question
        assert question is not None
        assert question.cancel.isDefault(), "nothing is the default"
        (button,) = (one for one in (question.cancel, question.use) if one.text() == word)
        told = f"{question.asks.text()} {question.meaning.text()}"
        button.click()
        return told


@pytest.fixture
def trainer(qtbot: QtBot, tmp_path: Path) -> Iterator[Trainer]:
    made = Trainer(qtbot, tmp_path)
    yield made
    made.window.close()
    made.worker.close()
    made.window.deleteLater()


def test_seen_used_undone_and_taken_back(trainer: Trainer) -> None:
    trainer.judge(6, 1.0, 0.5, 0.5)
    page = trainer.page
    assert page.in_use.told.text() == "Todos los umbrales son los de fábrica."
    assert not page.in_use.reset.isEnabled()
    trainer.search()
    assert page.table.rows == [
        ("Mirar al piso", "ve 2 de 6, 0 de más", "ve 6 de 6, 0 de más", "Más sensible: le basta un gesto menor.")
    ]
    (box,) = [page.table.first]
    assert box is trainer.window.focusWidget()
    assert box.accessibleName() == "Usar los umbrales nuevos de: Mirar al piso"
    assert "ve 6 de 6" in box.accessibleDescription()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert not page.use.isEnabled(), "none is chosen"
    QTest.keyClick(box, Qt.Key.Key_Space)
    trainer.press(page.use)
    assert "Mirar al piso" in trainer.answer("Cancelar")
    assert not adjustments_file().exists(), "nothing changes before it is confirmed"
    page.use.click()
    trainer.answer("Usarlos")
    trainer.waits(lambda: page.in_use.reset.isEnabled())
    assert list(local_adjustments()) == ["mirar_al_piso"]
    assert "Mirar al piso" in page.in_use.told.text()
    used = local_adjustments()
    assert page.notices.notices[0].text == "Se usan desde la próxima sesión: Mirar al piso."
    page.notices.acted.emit("undo")
    trainer.waits(lambda: not page.in_use.reset.isEnabled())
    assert local_adjustments() == {}
    assert not adjustments_file().exists()
    trainer.search()
    page.use.click()
    trainer.answer("Usarlos")
    trainer.waits(lambda: page.in_use.reset.isEnabled())
    trainer.press(page.in_use.reset)
    trainer.answer("Volver a los de fábrica")
    trainer.waits(lambda: not page.in_use.reset.isEnabled())
    assert local_adjustments() == {}
    page.notices.acted.emit("undo")
    trainer.waits(lambda: page.in_use.reset.isEnabled())
    assert local_adjustments() == used


def test_it_can_be_undone_as_long_as_the_window_is_open(trainer: Trainer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is looked for, or at, meanwhile."""
    trainer.judge(6, 1.0, 0.5, 0.5)
    page = trainer.page
    trainer.search()
    page.use.click()
    assert "mientras Coach siga abierto puedes deshacerlo aquí" in trainer.answer("Usarlos")
    trainer.waits(lambda: page.in_use.reset.isEnabled())

    def failing(*_: object) -> None:
        raise KnownError("No se pudo.")

    with monkeypatch.context() as patched:
        patched.setattr(work, "tuned", failing)
        trainer.search()
    assert [notice.title for notice in page.notices.notices] == ["Umbrales nuevos", "Revisa esto"]
    page.notices.dismissed.emit("failure")
    trainer.window.show_page(HOME)
    trainer.window.show_page(TUNING)
    assert [notice.title for notice in page.notices.notices] == ["Umbrales nuevos"]
    page.notices.acted.emit("undo")
    trainer.waits(lambda: not page.in_use.reset.isEnabled())
    assert local_adjustments() == {}
    trainer.window.show_page(HOME)
    trainer.window.show_page(TUNING)
    assert page.notices.notices == []


def test_the_title_says_whose_sessions_are_looked_in(trainer: Trainer, qtbot: QtBot, tmp_path: Path) -> None:
    assert trainer.page.header.title.text() == "Ajustar los detectores"
    open_store(tmp_path / "turno", trainer.secret).close()
    there = ReviewDesk(trainer.worker, open_there=lambda address: open_store(Path(address), trainer.secret))
    page = TuningPage(TuningDesk(there), HOME, Theme(LIGHT))
    qtbot.addWidget(page)
    there.turn_to(str(tmp_path / "turno"))
    trainer.waits(lambda: not there.opening)
    page.entered()
    assert page.header.title.text() == "Ajustar con las sesiones de «turno»"
    page.close_down()
    there.close_down()


def test_what_is_the_best_already_is_not_offered(trainer: Trainer) -> None:
    trainer.judge(6, 1.0, 1.0)
    trainer.search()
    assert trainer.page.table.rows[0][2:] == ("—", "Nada: los de ahora ya son los mejores.")
    assert not trainer.page.use.isVisible()
    assert trainer.page.counted.text().startswith("No encontré umbrales mejores")


def test_too_little_was_judged(trainer: Trainer) -> None:
    trainer.search()
    assert trainer.page.search.told.text().endswith(
        "Todavía no hay ninguno: abre una sesión y di si sus detecciones aciertan."
    )
    assert not trainer.own.exists(), "looking makes no store"
    trainer.judge(2, 1.0, 0.5)
    trainer.search()
    assert trainer.page.search.told.text() == (
        "Para ajustar una señal hacen falta al menos 12 juicios de ella en 4 sesiones guardadas con sus mediciones. La "
        "que más tiene es «Mirar al piso»: juicios, 4; sesiones, 2."
    )


def test_enough_in_one_session_is_too_few(trainer: Trainer) -> None:
    trainer.judge(1, *[1.0] * 9)
    trainer.judge(3, 1.0)
    trainer.search()
    assert trainer.page.search.told.text() == (
        "De «Mirar al piso» hay 12 juicios en 4 sesiones, pero casi todos en unas pocas. Para comprobar se apartan "
        "sesiones, y en ellas hacen falta al menos 4: júzgala también en otras."
    )


def test_it_can_be_given_up(trainer: Trainer, monkeypatch: pytest.MonkeyPatch) -> None:
    """While signals are searched, and the page left: either ends the work, not just the wait."""
    trainer.judge(6, 1.0, 0.5, 0.5)
    begun, go_on, ended = Event(), Event(), Event()
    real = work.tuned

    def slowly(*arguments: object) -> object:
        begun.set()
        assert go_on.wait(20)
        try:
            return real(*arguments)  # type: ignore[arg-type]
        except Exception:
            ended.set()
            raise

    monkeypatch.setattr(work, "tuned", slowly)
    page = trainer.page
    trainer.press(page.search.start)
    trainer.waits(begun.is_set)
    trainer.waits(page.search.cancel.hasFocus)
    trainer.press(page.search.cancel)
    trainer.waits(lambda: page.search.told.text() == "Cancelando…")
    go_on.set()
    trainer.waits(lambda: page.search.start.isVisible())
    assert page.search.told.text() == "Cancelado; no cambió nada."
    assert ended.is_set()
    assert not page.results.isVisible()
    for flag in (begun, go_on, ended):
        flag.clear()
    page.search.start.click()
    trainer.waits(begun.is_set)
    trainer.window.show_page(HOME)
    assert trainer.window.page is page, "it ends first"
    go_on.set()
    trainer.waits(lambda: trainer.window.page is not page)
    assert ended.is_set()


def test_a_damaged_file_is_told_and_can_be_taken_away(trainer: Trainer) -> None:
    adjustments_file().parent.mkdir(parents=True, exist_ok=True)
    adjustments_file().write_text("[sonrisa]\nmade = 3\n", encoding="utf-8")
    with open_store(trainer.own, trainer.secret) as store:
        store.save(session_record())
    trainer.window.show_page(HOME)
    trainer.window.show_page(TUNING)
    trainer.waits(lambda: trainer.page.notices.notices != [])
    assert "no se pueden usar (umbrales.toml, fila «sonrisa»" in trainer.page.notices.notices[0].text
    trainer.page.in_use.reset.click()
    trainer.answer("Volver a los de fábrica")
    trainer.waits(lambda: not trainer.page.in_use.reset.isEnabled())
    assert not adjustments_file().exists()
