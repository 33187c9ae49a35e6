"""Which notices are shown, and in which order."""

from __future__ import annotations

import pytest

from coach.core.events import ConditionChanged
from coach.errors import KnownError
from coach.manual.conditions import CLIENT, load_conditions
from coach.ui.failure import failure_sentence
from coach.ui.notices import MICROPHONE, Notice, NoticeBoard


@pytest.fixture
def board() -> NoticeBoard:
    return NoticeBoard(load_conditions())


def begin(board: NoticeBoard, *ids: str) -> None:
    for id in ids:
        board.apply(ConditionChanged(0.0, id, True))


def shown(board: NoticeBoard) -> list[str]:
    return [notice.id for notice in board.notices]


def test_errors_come_first_then_the_camera_then_the_scene_then_what_is_merely_told(board: NoticeBoard) -> None:
    begin(board, "varias_personas", "oscuro", "camara_detenida")
    board.set_error(Notice("error", "Algo falló", "Vuelve a iniciar", "alert", closable=True))
    assert shown(board) == ["error", "camara_detenida", "oscuro", "varias_personas"]


def test_a_condition_goes_when_it_ends(board: NoticeBoard) -> None:
    begin(board, "oscuro", "nadie")
    board.apply(ConditionChanged(1.0, "nadie", False))
    assert shown(board) == ["oscuro"]
    board.clear_conditions()
    assert shown(board) == []


def test_what_is_merely_told_can_be_dismissed_until_it_begins_anew(board: NoticeBoard) -> None:
    begin(board, "cubrebocas")
    assert board.notices[0].closable
    board.dismiss("cubrebocas")
    assert shown(board) == []
    board.apply(ConditionChanged(5.0, "cubrebocas", False))
    begin(board, "cubrebocas")
    assert shown(board) == ["cubrebocas"]


def test_what_hampers_the_view_cannot_be_waved_away(board: NoticeBoard) -> None:
    begin(board, "oscuro", "camara_ocupada")
    assert not any(notice.closable for notice in board.notices)


def test_that_the_client_speaks_is_no_notice(board: NoticeBoard) -> None:
    begin(board, CLIENT)
    assert shown(board) == [] and board.pause == "Habla tu cliente" and board.fault(MICROPHONE) == ""
    board.apply(ConditionChanged(1.0, CLIENT, False))
    assert board.pause == ""


def test_an_unknown_condition_is_a_bug(board: NoticeBoard) -> None:
    with pytest.raises(KeyError):
        begin(board, "granizo")


def test_a_bug_is_owned_to_in_one_sentence_and_its_traceback_is_not_lost(caplog: pytest.LogCaptureFixture) -> None:
    assert failure_sentence(KnownError("Falta la grabación; búscala.")) == "Falta la grabación; búscala."
    assert caplog.records == []
    bug = KeyError("pitch")
    assert failure_sentence(bug).startswith("Algo falló dentro de Coach.")
    (record,) = caplog.records
    assert record.exc_info is not None and record.exc_info[1] is bug
