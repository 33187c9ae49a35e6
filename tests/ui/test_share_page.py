"""Sharing in the window, with two real encrypted stores: what goes along is read first, and what comes stays apart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coach.session.open_store import open_store
from coach.session.store import SessionStore
from coach.session.worker import StoreWorker
from coach.ui.notices import Notice
from coach.ui.receive_course import ReceiveCourse
from coach.ui.report_page import REPORT, ReportPage
from coach.ui.session_history import SessionHistory
from coach.ui.share_desk import ShareDesk
from coach.ui.share_page import SharePage
from coach.ui.shared_sessions import SharedSessions
from coach.ui.theme import DARK, LIGHT, Theme
from tests.sharing.computers import kept, note, recorded
from tests.support.dialogs import chosen
from tests.support.stores import by_keyring, session_record

PHRASE = "tres tristes tigres"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coach.sharing.seal.COST_LOG2", 10)


class Computer:
    """A store on its own thread, and what the window does with it."""

    def __init__(self, folder: Path) -> None:
        self.worker = StoreWorker(lambda: open_store(folder, by_keyring(folder.with_suffix(".json"))))
        self.desk = ShareDesk(self.worker)

    def do(self, work: object) -> object:
        return self.worker.call(work).result()  # type: ignore[arg-type]


@pytest.fixture
def computers(tmp_path: Path, qtbot: QtBot) -> Iterator[tuple[Computer, Computer]]:
    agent, trainer = Computer(tmp_path / "agente"), Computer(tmp_path / "capacitador")
    yield agent, trainer
    for one in (agent, trainer):
        one.worker.close()


def session_of(computer: Computer, recording: Path | None = None) -> str:
    id = computer.do(lambda store: kept(store, recording))
    assert isinstance(id, str)
    return id


@pytest.fixture
def page(computers: tuple[Computer, Computer], qtbot: QtBot) -> SharePage:
    made = SharePage(Theme(LIGHT), computers[0].desk, REPORT)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


def fill(page: SharePage, phrase: str = PHRASE, again: str = PHRASE) -> None:
    page.secret.phrase.setText(phrase)
    page.secret.again.setText(again)


def test_nothing_can_be_written_before_all_is_said(
    page: SharePage, computers: tuple[Computer, Computer], qtbot: QtBot, tmp_path: Path
) -> None:
    assert not page.save.isEnabled()
    with qtbot.waitSignal(computers[0].desk.looked):
        page.show_session(session_of(computers[0]))
    assert not page.video.isEnabled(), "there is no recording"
    for phrase, again, said in (("corta", "corta", "8 caracteres"), (PHRASE, "otra cosa", "no son iguales")):
        fill(page, phrase, again)
        assert not page.save.isEnabled()
        assert said in page.told.text()
    fill(page)
    assert page.save.isEnabled()
    words = " ".join(label.text() for label in (page._goes, page._stays, page._until))
    for said in ("El informe de la sesión", "No van: tu nombre", "el video ni el sonido", "no hay vuelta atrás"):
        assert said in words


def test_only_what_was_kept_is_said_to_go_along(
    page: SharePage, computers: tuple[Computer, Computer], qtbot: QtBot
) -> None:
    """Of a session that was kept once it was over there is its report alone."""
    agent = computers[0]
    afterwards = agent.worker.call(lambda store: store.save(session_record(1))).result(20.0)
    for id, measured in ((afterwards, False), (session_of(agent), True)):
        with qtbot.waitSignal(agent.desk.looked):
            page.show_session(id)
        assert ("Lo que se midió de tu cuerpo" in page._goes.text()) is measured
        assert "El informe de la sesión" in page._goes.text()


def test_what_is_chosen_is_said_and_goes_along(
    page: SharePage, computers: tuple[Computer, Computer], qtbot: QtBot, tmp_path: Path
) -> None:
    agent, trainer = computers
    id = session_of(agent, recorded(tmp_path))
    with qtbot.waitSignal(agent.desk.looked):
        page.show_session(id)
    page.sound.setChecked(True)
    assert "se oye lo que dijeron" in page._goes.text()
    assert "el sonido" not in page._stays.text()
    fill(page)
    file = tmp_path / "para.coach"
    page.save.click()
    with qtbot.waitSignal(agent.desk.shared, timeout=20_000):
        chosen(page, file.with_suffix(""))
    assert "«para.coach»" in page.told.text()
    with qtbot.waitSignals([trainer.desk.received, trainer.desk.opened], timeout=20_000):
        trainer.desk.receive(file, PHRASE)

    def look(store: SessionStore) -> tuple[int, int, bool]:
        (shared,) = store.shared.sessions()
        opened = store.recordings.open(shared.id)
        assert opened is not None
        opened.close()
        return len(store.sessions()), len(store.shared.sessions()), True

    assert trainer.do(look) == (0, 1, True)
    page.show_session(id)
    assert not page.sound.isChecked(), "a choice holds for one session"
    assert not page.secret.text


def test_what_fails_is_told(
    page: SharePage, computers: tuple[Computer, Computer], qtbot: QtBot, tmp_path: Path
) -> None:
    page.show_session(session_of(computers[0]))
    fill(page)
    with qtbot.waitSignal(computers[0].desk.failed, timeout=20_000):
        page.save_to(tmp_path / "no" / "hay.coach")
    assert page.notices.isVisible()
    assert page.save.isEnabled(), "and it can be tried again"


def test_the_passphrase_is_asked_for_until_it_is_right(
    computers: tuple[Computer, Computer], qtbot: QtBot, tmp_path: Path
) -> None:
    agent, trainer = computers
    file = tmp_path / "x.coach"
    told: list[Notice] = []
    with qtbot.waitSignal(agent.desk.shared, timeout=20_000):
        agent.desk.share(session_of(agent), file, PHRASE, (), 30)
    window = QWidget()
    qtbot.addWidget(window)
    course = ReceiveCourse(trainer.desk, window)
    course.told.connect(told.append)
    course.open(tmp_path / "nadie.coach")
    assert told.pop().text.startswith("No puedo leer")
    course.open(file)
    first = course.dialog
    assert first is not None
    assert not first.use.isEnabled(), "an empty one opens nothing"
    first.phrase.setText("otra cosa")
    first.use.click()
    qtbot.waitUntil(lambda: course.dialog is not first, timeout=20_000)
    second = course.dialog
    assert second is not None
    assert second.says.text().startswith("Esa no es")
    assert not (tmp_path / "capacitador").exists(), "a passphrase that is wrong makes no store"
    second.phrase.setText(PHRASE)
    with qtbot.waitSignal(course.told, timeout=20_000):
        second.use.click()
    assert told[0].title == "Te compartieron una sesión"
    there = trainer.do(lambda store: store.shared.sessions()[0].id)
    trainer.do(lambda store: store.annotations.put([note(str(there), "t1")]))
    shared = SharedSessions(trainer.worker)
    with qtbot.waitSignal(shared.sent, timeout=20_000) as sent:
        shared.send_notes(str(there), file, PHRASE)
    assert sent.args == [file, 1]
    with qtbot.waitSignal(agent.desk.received, timeout=20_000) as caught:
        agent.desk.receive(file, PHRASE)
    assert caught.args[0].notes == 1


def test_the_report_of_somebody_else_offers_nothing_of_ones_own(
    computers: tuple[Computer, Computer], qtbot: QtBot
) -> None:
    history = SessionHistory(computers[0].worker)
    report = ReportPage(Theme(DARK), history)
    qtbot.addWidget(report)
    report.show()
    report.show_record(session_record(), "0a1b2c3d")
    assert report.keep.isVisible() and report.share.isVisible()
    with qtbot.waitSignal(report.share_wanted) as caught:
        report.share.click()
    assert caught.args == ["0a1b2c3d"]
    report.show_record(session_record())
    assert not report.share.isVisible(), "what is not kept cannot be shared"
    report.show_shared(session_record(), "a1")
    assert not report.keep.isVisible() and not report.share.isVisible()
    report._choose("sonrisa")
    assert report.told.text().startswith("Es de quien te la compartió")
