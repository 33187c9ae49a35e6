"""What others shared, in the window, with two real encrypted stores: read, annotated, answered, erased, refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from coach.session.key import NotUnlocked
from coach.session.open_store import open_store
from coach.session.secret import Request, SecretSource
from coach.session.store import SessionStore
from coach.session.worker import StoreWorker
from coach.sharing.export import Choice, share
from coach.sharing.manifest import Part
from coach.ui import late
from coach.ui.receive_course import SEE
from coach.ui.report_page import REPORT, ReportPage
from coach.ui.review_desk import ReviewDesk
from coach.ui.review_page import ReviewPage
from coach.ui.review_window import REVISION, ReviewWindow
from coach.ui.shared_table import NAME
from coach.ui.sharing import Sharing
from coach.ui.theme import LIGHT, Theme
from tests.sharing.computers import kept, note, recorded
from tests.support.received import receive
from tests.support.stores import by_keyring, typed

PHRASE = "tres tristes tigres"
T = TypeVar("T")


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coach.sharing.seal.COST_LOG2", 10)


class Computer:
    """A store on its own thread, and the pages of a window on it."""

    def __init__(self, folder: Path, qtbot: QtBot, source: SecretSource | None = None) -> None:
        theme, source = Theme(LIGHT), source or by_keyring(folder.with_suffix(".json"))
        self.worker = StoreWorker(lambda: open_store(folder, source))
        self.review = ReviewPage(late.LateAnalysis(), theme)
        self.report, self.revision = ReportPage(theme), ReviewWindow(ReviewDesk(self.worker), theme)
        pages = self.review, self.report, self.revision
        self.sharing = Sharing(self.worker, lambda: True, pages, theme, self.review)
        for page in (*pages, self.sharing.page):
            page.resize(1280, 800)
            qtbot.addWidget(page, before_close_func=lambda page: page.close_down())
        self.review.show()

    def do(self, work: Callable[[SessionStore], T]) -> T:
        return self.worker.call(work).result()


@pytest.fixture
def agent(tmp_path: Path, qtbot: QtBot) -> Iterator[Computer]:
    computer = Computer(tmp_path / "agente", qtbot)
    yield computer
    computer.worker.close()


@pytest.fixture
def trainer(tmp_path: Path, qtbot: QtBot) -> Iterator[Computer]:
    computer = Computer(tmp_path / "capacitador", qtbot)
    yield computer
    computer.worker.close()


def given(agent: Computer, trainer: Computer, folder: Path, *parts: Part, days: int = 30) -> tuple[str, str]:
    """A session of the agent's that came to the trainer; its ids there and here."""
    id = agent.do(lambda store: kept(store, recorded(folder) if parts else None))
    file, now = folder / "Ana, lunes.coach", datetime.now(UTC)
    agent.do(lambda store: share(store, id, file, PHRASE, Choice(parts, days), now))
    return id, trainer.do(lambda store: receive(store, file, PHRASE, now)).session


def listed(computer: Computer, qtbot: QtBot) -> None:
    with qtbot.waitSignal(computer.sharing.shared.listed, timeout=20_000):
        computer.review.entered()


def cells(computer: Computer, row: int = 0) -> list[str]:
    table = computer.sharing.panel.table
    items = [table.item(row, column) for column in range(table.columnCount())]
    return [item.text() for item in items if item is not None]


def test_without_anything_there_is_no_list(agent: Computer, qtbot: QtBot) -> None:
    listed(agent, qtbot)
    assert not agent.sharing.panel.isVisible()


def test_whoever_gives_no_passphrase_is_not_asked_again_just_for_coming_by(tmp_path: Path, qtbot: QtBot) -> None:
    """Who wants to review a recording needs none of what is kept."""
    folder = tmp_path / "capacitador"
    open_store(folder, typed(PHRASE)[0]).close()
    source, asked = typed(None, None, PHRASE)
    computer = Computer(folder, qtbot, source)
    with qtbot.waitSignal(computer.sharing.shared.closed, timeout=20_000):
        computer.review.entered()
    computer.review.entered()
    with pytest.raises(NotUnlocked):
        computer.do(lambda store: None)
    assert asked == [Request.UNLOCK] * 2, "by what was wanted, not by coming by"
    computer.do(lambda store: None)
    listed(computer, qtbot)
    computer.worker.close()


def test_the_list_says_what_came_from_when_and_until_when(
    agent: Computer, trainer: Computer, qtbot: QtBot, tmp_path: Path
) -> None:
    given(agent, trainer, tmp_path, "video", "sonido", days=7)
    listed(trainer, qtbot)
    panel = trainer.sharing.panel
    assert panel.isVisible()
    name, kind, day, came, until = cells(trainer)
    assert (name, kind, came) == ("Ana, lunes", "Grabación, 1 min", "video y sonido")
    assert day.lower() == "9 mar 2026" and str((datetime.now() + timedelta(days=7)).year) in until
    assert not panel.read.isEnabled() and not panel.erase.isEnabled()
    item = panel.table.item(0, NAME)
    assert item is not None
    item.setText("Ana, la queja")
    listed(trainer, qtbot)
    assert cells(trainer)[NAME] == "Ana, la queja"


def test_it_is_read_as_somebody_elses(agent: Computer, trainer: Computer, qtbot: QtBot, tmp_path: Path) -> None:
    given(agent, trainer, tmp_path)
    listed(trainer, qtbot)
    trainer.sharing.panel.table.selectRow(0)
    with qtbot.waitSignal(trainer.review.go, timeout=20_000) as caught:
        trainer.sharing.panel.read.click()
    assert caught.args == [REPORT]
    assert "Es de quien te la compartió" in trainer.report.told.text()
    offered = [one.accessibleName() for one in trainer.report.view.findChildren(QPushButton)]
    assert any("ver en el manual" in name for name in offered)
    assert not any("Elegir esta meta" in name for name in offered), "the goal is the agent's to choose"
    shown = [one for one in (trainer.report.keep, trainer.report.share) if not one.isHidden()]
    assert shown == [] and not trainer.report.review.isHidden()


@pytest.mark.parametrize("theirs", [False, True])
def test_a_timeline_leads_to_the_report(
    agent: Computer, trainer: Computer, qtbot: QtBot, tmp_path: Path, theirs: bool
) -> None:
    """Days later too: what is not read at once is not lost, and can be shared then."""
    mine, there = given(agent, trainer, tmp_path)
    computer, id = (trainer, there) if theirs else (agent, mine)
    computer.revision.show()
    assert not computer.sharing.report.button.isVisible()
    with qtbot.waitSignal(computer.sharing.shared.looked, timeout=20_000):
        computer.revision.desk.open(id)
    with qtbot.waitSignal(computer.revision.go) as gone:
        computer.sharing.report.button.click()
    assert gone.args == [REPORT]
    computer.report.show()
    assert computer.report.share.isVisible() is not theirs
    if theirs:
        assert "Es de quien te la compartió" in computer.report.told.text()
        said = [label.text() for label in computer.report.view.findChildren(QLabel)]
        assert "Nada salió de esta computadora." not in said
        assert any(text.startswith("Esta sesión te la compartieron") for text in said)
        return
    said = [label.text() for label in computer.report.view.findChildren(QLabel)]
    assert "Nada salió de esta computadora." not in said, "it was shared"
    with qtbot.waitSignal(computer.report.share_wanted) as shared:
        computer.report.share.click()
    assert shared.args == [mine]


def test_comments_go_back_and_are_seen_where_they_belong(
    agent: Computer, trainer: Computer, qtbot: QtBot, tmp_path: Path
) -> None:
    mine, there = given(agent, trainer, tmp_path)
    listed(trainer, qtbot)
    panel = trainer.sharing.panel
    panel.table.selectRow(0)
    assert not panel.notes.isEnabled() and "no has anotado" in panel.told.text()
    trainer.do(lambda store: store.annotations.put([note(there, "t1"), note(there, "t2", "Luz")]))
    listed(trainer, qtbot)
    assert panel.notes.isEnabled() and panel.told.text() == "Tus comentarios listos para devolver: 2."
    panel.notes.click()
    back = trainer.sharing.notes
    assert back.dialog is not None and not back.dialog.use.isEnabled()
    back.dialog.secret.phrase.setText(PHRASE)
    assert "no son iguales" in back.dialog.told.text()
    back.dialog.secret.again.setText(PHRASE)
    back.dialog.use.click()
    assert back.chooser is not None
    with qtbot.waitSignal(trainer.sharing.shared.sent, timeout=20_000):
        back.chooser.fileSelected.emit(str(tmp_path / "vuelta"))
    assert "«vuelta.coach» lleva 2 comentarios tuyos" in trainer.review.notices.notices[0].text
    for said in ("Hay 2 comentarios nuevos en tu sesión del", "Ya los tenías todos en tu sesión del"):
        with qtbot.waitSignal(agent.sharing.receive.told, timeout=20_000):
            agent.sharing.desk.receive(tmp_path / "vuelta.coach", PHRASE)
        assert agent.review.notices.notices[0].text.startswith(said)
    with qtbot.waitSignals([agent.revision.desk.opened, agent.review.go], timeout=20_000):
        agent.review.notices.acted.emit(SEE)
    assert agent.revision.desk.notes is not None
    assert [one.author for one in agent.revision.desk.notes.all] == ["", "Capacitador", "Luz"]
    assert agent.do(lambda store: [one.session for one in store.annotations.all()]) == [mine] * 3
    assert agent.sharing.answer.isHidden(), "one's own session has nobody to answer to"


def test_comments_go_back_from_the_timeline_too(
    agent: Computer, trainer: Computer, qtbot: QtBot, tmp_path: Path
) -> None:
    given(agent, trainer, tmp_path)
    listed(trainer, qtbot)
    trainer.sharing.panel.table.selectRow(0)
    pages: list[str] = []
    trainer.review.go.connect(pages.append)
    with qtbot.waitSignal(trainer.sharing.shared.looked, timeout=20_000):
        trainer.sharing.panel.review.click()
    assert pages == [REVISION]
    trainer.revision.show()
    assert trainer.sharing.answer.isVisible()
    trainer.sharing.answer.click()
    dialog = trainer.sharing.notes.dialog
    assert dialog is not None
    for field in (dialog.secret.phrase, dialog.secret.again):
        field.setText(PHRASE)
    dialog.use.click()
    with qtbot.waitSignal(trainer.sharing.notes.told, timeout=20_000) as told:
        trainer.sharing.notes.save_to(tmp_path / "x.coach")
    assert "no anotaste nada" in told.args[0].text
    assert trainer.sharing.box is not None
    trainer.sharing.box.close()


def test_erasing_asks_first(agent: Computer, trainer: Computer, qtbot: QtBot, tmp_path: Path) -> None:
    given(agent, trainer, tmp_path)
    listed(trainer, qtbot)
    panel = trainer.sharing.panel
    panel.table.selectRow(0)
    panel.erase.click()
    assert panel.question is not None
    with qtbot.waitSignal(trainer.sharing.shared.listed, timeout=20_000):
        panel.question.use.click()
    assert not panel.isVisible()
    assert trainer.do(lambda store: store.shared.sessions()) == []


class Later(datetime):
    """The clock in three days."""

    @classmethod
    def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
        return datetime.now(UTC) + timedelta(days=3)


def test_what_is_over_is_refused_by_the_timeline_too(
    agent: Computer, trainer: Computer, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, there = given(agent, trainer, tmp_path, days=2)
    desk = trainer.revision.desk
    with qtbot.waitSignal(desk.listed, timeout=20_000) as caught:
        desk.list_sessions()
    assert [one.id for one in caught.args[0]] == [there]
    monkeypatch.setattr("coach.ui.review_reading.datetime", Later)
    with qtbot.waitSignal(desk.failed, timeout=20_000) as failed:
        desk.open(there)
    assert "ese plazo ya terminó" in str(failed.args[0])
    with qtbot.waitSignal(desk.listed, timeout=20_000) as caught:
        desk.list_sessions()
    assert caught.args[0] == []


def test_what_is_over_while_the_window_is_open_is_refused_and_goes(
    agent: Computer, trainer: Computer, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given(agent, trainer, tmp_path, days=2)
    listed(trainer, qtbot)
    trainer.sharing.panel.table.selectRow(0)
    monkeypatch.setattr("coach.ui.shared_sessions.datetime", Later)
    with qtbot.waitSignals([trainer.sharing.shared.failed, trainer.sharing.shared.listed], timeout=20_000):
        trainer.sharing.panel.read.click()
    assert "ese plazo ya terminó" in trainer.review.notices.notices[0].text
    assert not trainer.sharing.panel.isVisible()
    assert trainer.do(lambda store: store.shared.sessions()) == []
