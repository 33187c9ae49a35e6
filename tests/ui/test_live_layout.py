"""What the live view shows has its place in every size of the window: nothing is cut off or covered."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coach.core.events import FindingChanged, SignalChanged, State
from coach.errors import KnownError
from coach.manual.crisis import load_crisis
from coach.manual.findings import load_findings
from coach.manual.presence import load_presence
from coach.ui.crisis_panel import CrisisPanel
from coach.ui.failure import FAILURE
from coach.ui.findings_view import FindingsView
from coach.ui.live_page import LivePage
from coach.ui.notice_panel import NoticePanel
from coach.ui.notices import Notice
from coach.ui.pair_dialog import PairDialog
from coach.ui.presence_card import PostureRows
from coach.ui.session import Phase
from coach.ui.side_column import SideColumn
from coach.ui.signals_view import SignalDelegate
from coach.ui.theme import LIGHT, Theme, style_sheet
from tests.support.fits import faults

SMALLEST = (960, 640)


def shown(widget: QWidget, qtbot: QtBot, width: int, height: int) -> None:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    QApplication.processEvents()


def test_the_choices_of_a_notice_are_whole_in_the_narrowest_card(qtbot: QtBot) -> None:
    around = QWidget(styleSheet=style_sheet(Theme(LIGHT)))
    panel = NoticePanel(Theme(LIGHT), around)
    actions = (("report", "Ver informe"), ("keep", "Guardar sesión"))
    panel.show_notices([Notice("over", "Sesión de 6.2 s", "Mira cómo te fue.", "info", closable=True, actions=actions)])
    shown(around, qtbot, 366, 246)
    panel.setGeometry(16, 16, 334, panel.fit(334, 214))
    QApplication.processEvents()
    assert {button.text() for button in panel.findChildren(QPushButton)} == {
        "Ahora no",
        "Ver informe",
        "Guardar sesión",
    }
    assert faults(around) == []


def test_what_stands_for_the_picture_is_not_covered_by_a_notice(
    open_live: Callable[..., LivePage], qtbot: QtBot
) -> None:
    """Where there is the voice alone its place is low."""
    live = open_live()
    live.top_bar.source.choose(None)
    sentence = "No encuentro ningún micrófono ni archivo «fantasma»; ahora no veo ninguno; conéctalo."
    live.tell(KnownError(sentence))
    QApplication.processEvents()
    mark, words = live.stage.video.places()
    assert live.stage.notices.isVisible() and live.stage.height() < 250
    assert mark.height() >= 24 and mark.top() >= 0
    assert words.bottom() <= live.stage.notices.y()
    live.stage.notices.dismissed.emit(FAILURE)
    QApplication.processEvents()
    assert live.stage.video.places()[0].top() > mark.top(), "in the middle again"
    live.stage.video.set_covered(live.stage.video.height() - 50)
    assert not live.stage.video.places()[1].isEmpty(), "one line has room"
    live.stage.video.set_covered(live.stage.video.height() - 24)
    assert live.stage.video.places() == (QRectF(), QRectF()), "half a line is none"


def test_every_step_of_the_crisis_is_whole_while_it_is_due(qtbot: QtBot) -> None:
    panel = CrisisPanel(list(load_crisis()), Theme(LIGHT))
    shown(panel, qtbot, 350, 426)
    for box in panel.boxes:
        assert box.sizeHint().width() <= box.width(), box.text()


def test_what_is_noted_of_the_voice_is_read_whole_and_its_state_beside_it_where_there_is_room(qtbot: QtBot) -> None:
    """With large letters too: the mark tells the state of the longest names, as in the rows around them."""
    view = FindingsView(load_findings().values(), Theme(LIGHT, 1.25))
    view.begin(0.0)
    view.refresh(1.0)
    shown(view, qtbot, 230, 150)
    wide = view.room(view.row_rect(0)).width()
    written = [view.written(place, wide) for place in range(view.count)]
    assert [name for (name, _), _ in written] == [row.name for row in load_findings().values()]
    assert {words for _, (words, _) in written} == {"no obs.", ""}
    assert sum(bool(words) for _, (words, _) in written) >= 5
    image = view.grab().toImage()
    for place in range(view.count):
        row = view.row_rect(place).toRect()
        assert not blank(image, 0, row.top(), 25, row.height()), view.spoken(place)


def blank(image: QImage, x: int, y: int, width: int, height: int) -> bool:
    part = image.copy(x, y, width, height)
    return len({part.pixel(column, line) for column in range(part.width()) for line in range(part.height())}) == 1


def test_the_parts_of_the_body_are_read_together(qtbot: QtBot) -> None:
    rows = PostureRows(load_presence().values(), Theme(LIGHT))
    shown(rows, qtbot, 200, 400)
    assert rows.row_rect(1).y() - rows.row_rect(0).y() <= 32


@pytest.mark.parametrize("size", [SMALLEST, (1280, 800)])
@pytest.mark.parametrize("sound", [True, False])
def test_the_guide_of_the_calibration_never_covers_the_picture(
    open_live: Callable[..., LivePage], qtbot: QtBot, size: tuple[int, int], sound: bool
) -> None:
    live = open_live(width=size[0], height=size[1])
    if not sound:
        live.top_bar.microphone.choose(None)
    live.toggle()
    qtbot.waitUntil(lambda: live.controller.phase is Phase.RUNNING)
    live.calibrate()
    qtbot.waitUntil(live.calibration.isVisible)
    QApplication.processEvents()
    assert live.stage.parentWidget() is live.calibration.parentWidget()
    assert not live.calibration.geometry().intersects(live.stage.geometry())
    assert live.calibration.height() >= live.calibration.heightForWidth(live.calibration.width())


def test_the_dialog_for_notes_is_as_large_as_the_letters_that_were_chosen(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    widths = [PairDialog(page, Theme(LIGHT, scale), "", "", "").minimumWidth() for scale in (1.0, 1.5)]
    assert widths[1] == 1.5 * widths[0]


def test_the_tabs_of_the_column_stand_side_by_side_however_often_one_is_put_anew(qtbot: QtBot) -> None:
    column = SideColumn(Theme(LIGHT))
    column.put("senales", "Señales", QLabel())
    for _ in range(3):
        column.put("invitado", "Práctica", QLabel())
    shown(column, qtbot, 380, 600)
    first, second = (tab.geometry() for tab in column.findChildren(QPushButton) if tab.isVisible())
    assert second.left() - first.right() <= 10


@pytest.mark.parametrize("state", [State.PRESENT, State.NOT_OBSERVABLE])
def test_every_name_is_whole_in_the_smallest_window(
    open_live: Callable[..., LivePage], qtbot: QtBot, state: State
) -> None:
    live = open_live()
    live.window().resize(*SMALLEST)
    live.voice.findings.begin(0.0)
    for signal in live.model.signals():
        live.model.apply(SignalChanged(0.0, signal.id, state, 1.0))
    for id in load_findings():
        live.voice.apply(FindingChanged(0.0, id, state, 1.0))
    live.model.refresh(75.0)
    live.voice.findings.refresh(75.0)
    QApplication.processEvents()
    delegate, rows = live.signals.list.itemDelegate(), live.signals.list
    assert isinstance(delegate, SignalDelegate)
    for signal in live.model.signals():
        place = live.model.row_of(signal.id)
        room = delegate.room(rows.visualRect(live.model.index(place)))
        assert delegate.written(signal, live.model.showing(place), room.width())[0] == signal.name
    findings = live.voice.findings
    wide = findings.room(findings.row_rect(0)).width()
    names = [findings.written(place, wide)[0][0] for place in range(findings.count)]
    assert names == [row.name for row in load_findings().values()]
