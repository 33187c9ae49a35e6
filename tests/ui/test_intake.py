"""Several recordings at once: one after the other, each ready to be read, and what was left is offered again."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from coach.core.source import SourceInfo
from coach.errors import KnownError
from coach.intake.waiting import Waiting
from coach.report.result import Result
from coach.ui.intake_parts import FORGET, GO_ON
from coach.ui.review_page import ReviewPage
from coach.ui.start_page import StartPage
from coach.ui.theme import LIGHT, Theme
from tests.support.stores import session_record


class Slow:
    """Stands where the models would: takes as long as it is told to, and refuses what is called so."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.go = threading.Event()
        self.go.set()

    def __call__(self, where: str, *, progress: Callable[[float, SourceInfo], None], **_: Any) -> Result:
        self.seen.append(Path(where).name)
        info = SourceInfo(where, 100.0, True, False, 30.0, live=False)
        for second in range(0, 100, 10):
            progress(float(second), info)
            while not self.go.wait(0.02):
                progress(float(second), info)
        if "rota" in where:
            raise KnownError("No pude abrir la grabación.")
        return session_record().result


@pytest.fixture
def slow() -> Slow:
    return Slow()


@pytest.fixture
def page(qtbot: QtBot, slow: Slow, tmp_path: Path) -> ReviewPage:
    return made(qtbot, slow, tmp_path)


def made(qtbot: QtBot, slow: Slow, tmp_path: Path) -> ReviewPage:
    page = ReviewPage(slow, Theme(LIGHT), Waiting(tmp_path / "en_espera.json"))
    qtbot.addWidget(page, before_close_func=lambda _: ended(page, slow))
    page.resize(1280, 800)
    page.show()
    return page


def ended(page: ReviewPage, slow: Slow) -> None:
    slow.go.set()
    page.job.cancel()
    page.close_down()


def dropped(*files: Path) -> QDropEvent:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    dropped.data = data  # type: ignore[attr-defined]
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    return QDropEvent(QPointF(600, 300), copy, data, left, none)


def folder_of(tmp_path: Path, *names: str) -> Path:
    folder = tmp_path / "llamadas"
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).touch()
    return folder


def test_a_folder_is_gone_through_and_one_bad_file_stops_nothing(
    page: ReviewPage, slow: Slow, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = folder_of(tmp_path, "a.mp4", "b_rota.mp4", "c.wav", "notas.txt")
    event = dropped(folder)
    page.dropEvent(event)
    assert event.isAccepted(), "else a file manager shows that it came to nothing"
    qtbot.waitUntil(lambda: slow.seen == ["a.mp4", "b_rota.mp4", "c.wav"] and not page.job.running, timeout=10_000)
    buttons = page.ready.findChildren(QPushButton)
    assert [button.text() for button in buttons] == ["a.mp4", "c.wav"]
    assert page.notices.notices[0].text == "No pude abrir la grabación."
    assert len(Waiting(tmp_path / "en_espera.json").all) == 2, "what a crash would leave: nobody read them"
    with qtbot.waitSignal(page.analysed) as caught:
        buttons[1].click()
    assert caught.args[0].kind == "grabacion"
    page.entered()
    assert [one.id for one in page.notices.notices] == ["failure"], "while they can be read nothing is offered again"
    assert [one.name for one in Waiting(tmp_path / "en_espera.json").all] == ["a.mp4"]
    buttons[0].click()
    assert not (tmp_path / "en_espera.json").exists()


def test_on_a_full_disk_what_was_analysed_is_shown_and_so_are_the_others(
    page: ReviewPage, slow: Slow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> NoReturn:
        raise KnownError("No pude guardar «en_espera.json» (No hay espacio).")

    slow.go.clear()
    page.open(*(tmp_path / name for name in ("a.mp4", "b.mp4")))
    qtbot.waitUntil(lambda: slow.seen == ["a.mp4"], timeout=10_000)
    monkeypatch.setattr("coach.intake.waiting.write_whole", full)
    slow.go.set()
    qtbot.waitUntil(lambda: len(page.ready.findChildren(QPushButton)) == 2, timeout=10_000)
    qtbot.waitUntil(lambda: page.card.choose.isVisible(), timeout=10_000)
    assert not page.course.busy
    assert ["No hay espacio" in one.text for one in page.notices.notices] == [True]


def test_one_alone_is_read_at_once(page: ReviewPage, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(page.analysed, timeout=10_000):
        page.open(tmp_path / "a.mp4")
    assert not page.ready.isVisible()


def test_what_was_left_is_offered_again(page: ReviewPage, slow: Slow, qtbot: QtBot, tmp_path: Path) -> None:
    slow.go.clear()
    page.open(*(tmp_path / name for name in ("a.mp4", "b.mp4")))
    page.open(tmp_path / "c.mp4")
    qtbot.waitUntil(lambda: slow.seen == ["a.mp4"], timeout=10_000)
    assert len(Waiting(tmp_path / "en_espera.json").all) == 3, "what a crash would leave"
    with qtbot.waitSignal(page.left, timeout=10_000):
        assert not page.leave()
    slow.go.set()
    again = made(qtbot, slow, tmp_path)
    again.entered()
    assert again.notices.notices[0].text == "Quedaron sin analizar o sin leer: 3."
    again.notices.acted.emit(GO_ON)
    qtbot.waitUntil(lambda: len(again.ready.findChildren(QPushButton)) == 3, timeout=10_000)
    for button in again.ready.findChildren(QPushButton):
        button.click()
    assert not (tmp_path / "en_espera.json").exists()


def test_cancelling_or_forgetting_leaves_nothing(page: ReviewPage, slow: Slow, qtbot: QtBot, tmp_path: Path) -> None:
    slow.go.clear()
    page.open(*(tmp_path / name for name in ("a.mp4", "b.mp4")))
    qtbot.waitUntil(lambda: slow.seen == ["a.mp4"], timeout=10_000)
    with qtbot.waitSignal(page.job.cancelled, timeout=10_000):
        page.card.cancel.click()
    assert slow.seen == ["a.mp4"]
    assert not (tmp_path / "en_espera.json").exists()
    Waiting(tmp_path / "en_espera.json").add([tmp_path / "a.mp4"])
    again = made(qtbot, slow, tmp_path)
    again.entered()
    again.notices.acted.emit(FORGET)
    assert not (tmp_path / "en_espera.json").exists()
    assert again.card.choose.isVisible()


def test_a_folder_without_recordings_is_told(page: ReviewPage, tmp_path: Path) -> None:
    page.dropEvent(dropped(folder_of(tmp_path, "notas.txt")))
    assert "no hay ninguna grabación" in page.notices.notices[0].text
    assert not page.job.running


def test_a_shared_file_is_no_recording(page: ReviewPage, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(page.shared) as caught:
        page.dropEvent(dropped(tmp_path / "x.coach"))
    assert caught.args == [tmp_path / "x.coach"]
    assert not page.job.running


def test_the_start_screen_takes_files_too(qtbot: QtBot, tmp_path: Path) -> None:
    start = StartPage([], Theme(LIGHT))
    qtbot.addWidget(start)
    with qtbot.waitSignal(start.dropped) as caught:
        start.dropEvent(dropped(tmp_path, tmp_path / "a.mp4"))
    assert caught.args == [[tmp_path, tmp_path / "a.mp4"]]
