"""A passphrase is asked for by a worker and typed in the window."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from coach.session.secret import Request
from coach.ui.pair_dialog import PairDialog
from coach.ui.passphrase_desk import PassphraseDesk
from coach.ui.unlock_dialog import UnlockDialog


@pytest.fixture
def worker() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as worker:
        yield worker


def asked(desk: PassphraseDesk, worker: ThreadPoolExecutor, qtbot: QtBot, why: Request) -> Future[str | None]:
    desk.dialog = None
    answer = worker.submit(desk.ask, why)
    qtbot.waitUntil(lambda: desk.dialog is not None and desk.dialog.isVisible())
    return answer


def dialog(desk: PassphraseDesk) -> UnlockDialog:
    assert isinstance(desk.dialog, UnlockDialog)
    return desk.dialog


@pytest.mark.parametrize("why", [Request.NEW, Request.TOO_SHORT])
def test_a_first_one_is_typed_twice_and_is_told_to_be_irreplaceable(
    qtbot: QtBot, worker: ThreadPoolExecutor, why: Request
) -> None:
    """With one slip of a finger nothing that is kept could ever be opened again."""
    desk = PassphraseDesk()
    answer = asked(desk, worker, qtbot, why)
    made = desk.dialog
    assert isinstance(made, PairDialog)
    assert "si la olvidas, nadie podrá abrir tus sesiones" in made.says.text()
    fields = (made.secret.phrase, made.secret.again)
    assert all(field.echoMode() == QLineEdit.EchoMode.Password for field in fields)
    for typed in (("corta", "corta"), ("una frase larga", "una frase latga"), ("una frase larga", "")):
        for field, text in zip(fields, typed, strict=True):
            field.setText(text)
        made.use.click()
        assert made.told.text() and not answer.done()
    fields[1].setText("una frase larga")
    made.use.click()
    assert answer.result(5) == "una frase larga"


def test_enter_leads_to_the_second_field_and_never_says_not_now(qtbot: QtBot, worker: ThreadPoolExecutor) -> None:
    """Qt gives it to the one button that can be pressed, and who typed seven letters had declined."""
    desk = PassphraseDesk()
    answer = asked(desk, worker, qtbot, Request.NEW)
    made = desk.dialog
    assert isinstance(made, PairDialog)
    made.activateWindow()
    made.secret.phrase.setFocus()
    QTest.keyClicks(made.secret.phrase, "una frase larga")
    QTest.keyClick(made.secret.phrase, Qt.Key.Key_Return)
    assert made.focusWidget() is made.secret.again
    QTest.keyClicks(made.secret.again, "una frase")
    QTest.keyClick(made.secret.again, Qt.Key.Key_Return)
    assert made.isVisible() and not answer.done()
    assert made.told.text() == "Las dos frases todavía no son iguales."
    QTest.keyClicks(made.secret.again, " larga")
    QTest.keyClick(made.secret.again, Qt.Key.Key_Return)
    assert answer.result(5) == "una frase larga"


def test_enter_on_the_button_that_declines_declines(qtbot: QtBot, worker: ThreadPoolExecutor) -> None:
    desk = PassphraseDesk()
    answer = asked(desk, worker, qtbot, Request.NEW)
    assert desk.dialog is not None
    desk.dialog.cancel.setFocus()
    QTest.keyClick(desk.dialog.cancel, Qt.Key.Key_Return)
    assert answer.result(5) is None


@pytest.mark.parametrize("why", [Request.UNLOCK, Request.WRONG])
def test_what_is_typed_reaches_the_worker_unseen(qtbot: QtBot, worker: ThreadPoolExecutor, why: Request) -> None:
    desk = PassphraseDesk()
    answer = asked(desk, worker, qtbot, why)
    assert dialog(desk).phrase.echoMode() == QLineEdit.EchoMode.Password
    assert dialog(desk).says.text() == dialog(desk).phrase.accessibleName() != ""
    assert dialog(desk).phrase.width() >= 400, "a long phrase is to be seen whole"
    dialog(desk).phrase.setText("una frase larga")
    dialog(desk).accept()
    assert answer.result(5) == "una frase larga"


def test_whoever_would_rather_not_gives_no_answer(qtbot: QtBot, worker: ThreadPoolExecutor) -> None:
    desk = PassphraseDesk()
    answer = asked(desk, worker, qtbot, Request.NEW)
    assert desk.dialog is not None
    desk.dialog.reject()
    assert answer.result(5) is None


def test_a_window_that_closes_leaves_nobody_waiting(qtbot: QtBot, worker: ThreadPoolExecutor) -> None:
    desk = PassphraseDesk()
    answer = asked(desk, worker, qtbot, Request.UNLOCK)
    desk.close()
    assert answer.result(5) is None
    assert worker.submit(desk.ask, Request.UNLOCK).result(5) is None
    dialog(desk).reject()


def test_what_the_terminal_was_told_is_not_asked_for_again(qtbot: QtBot, worker: ThreadPoolExecutor) -> None:
    desk = PassphraseDesk()
    desk.typed_before("tres tristes tigres")
    assert worker.submit(desk.ask, Request.UNLOCK).result(5) == "tres tristes tigres"
    assert desk.dialog is None
    answer = asked(desk, worker, qtbot, Request.WRONG)
    dialog(desk).reject()
    assert answer.result(5) is None
