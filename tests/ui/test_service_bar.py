"""Where the service is and with whom; the crisis protocol; the column at the right."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coach.manual.clients import load_clients
from coach.manual.crisis import CLIENT, load_crisis
from coach.manual.moments import load_moments
from coach.ui.live_page import LivePage
from coach.ui.parts import CRISIS, GUEST, SIGNALS
from coach.ui.session import Phase


def press(widget: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(widget, key)


@pytest.fixture
def told(live: LivePage) -> list[tuple[str | None, str | None]]:
    contexts: list[tuple[str | None, str | None]] = []
    live.service.changed.connect(lambda *context: contexts.append(context))
    return contexts


def test_the_keys_1_to_9_choose_the_moments_in_their_order_and_0_none(
    live: LivePage, told: list[tuple[str | None, str | None]]
) -> None:
    for place, id in enumerate(load_moments(), 1):
        press(live, Qt.Key(Qt.Key.Key_0 + place))
        assert live.service.moment == id
    press(live, Qt.Key.Key_0)
    assert live.service.moment is None
    assert told == [(id, None) for id in (*load_moments(), None)]


def test_a_moment_says_what_it_is_for_and_in_which_tone(live: LivePage) -> None:
    press(live, Qt.Key.Key_6)
    assert live.service.goal.text == "Que se sienta escuchado y vea que te ocupas de su problema. Tono: tranquilo."


def test_both_hints_end_in_whole_sentences_in_the_smallest_window(open_live: Callable[..., LivePage]) -> None:
    live = open_live()
    live.window().resize(960, 640)
    for moment in (None, *load_moments()):
        for client, row in load_clients().items():
            live.service.choose(moment, client)
            QApplication.processEvents()
            for hint in (live.service.goal, live.service.treatment):
                assert hint.shown in hint.wordings
            assert row.treatment[0] in live.service.treatment.shown
            assert not live.service.goal.geometry().intersects(live.service.treatment.geometry())


def test_a_moment_that_is_clicked_again_is_chosen_no_more(live: LivePage) -> None:
    chip = live.service._chips["queja"]
    chip.click()
    assert chip.isChecked()
    chip.click()
    assert not chip.isChecked()
    assert live.service.moment is None


def test_a_client_brings_what_helps_with_them(live: LivePage, told: list[tuple[str | None, str | None]]) -> None:
    assert live.service.treatment.isHidden()
    live.service.client.setCurrentIndex(live.service.client.findData("impaciente"))
    assert live.service.treatment.text.startswith("Impaciente: Ofrece el servicio justo")
    assert told == [(None, "impaciente")]
    live.service.choose("saludo", None)
    assert live.service.treatment.isHidden()
    assert told[-1] == ("saludo", None)


def test_the_session_is_told_even_what_was_chosen_before_it(
    live: LivePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    contexts: list[tuple[str | None, str | None]] = []
    monkeypatch.setattr("coach.runtime.session.Session.set_context", lambda self, *told: contexts.append(told))
    live.service.choose("saludo", "lento")
    live.top_bar.primary.click()
    qtbot.waitUntil(lambda: live.controller.phase is Phase.RUNNING)
    press(live, Qt.Key.Key_2)
    assert contexts == [("saludo", "lento"), ("sondeo", "lento")]


def test_k_opens_the_protocol_and_return_ticks_one_step_after_the_other(live: LivePage) -> None:
    press(live, Qt.Key.Key_K)
    panel = live.crisis
    assert live.side.shown == CRISIS
    assert panel.about.text() == load_crisis()[0].about
    for place in range(len(load_crisis())):
        assert panel.due == place
        press(panel, Qt.Key.Key_Return)
    assert panel.due is None
    assert "Completaste el protocolo" in panel.about.text()
    assert all(box.isChecked() for box in panel.boxes)


def test_a_key_too_many_after_the_last_step_records_nobody(live: LivePage, qtbot: QtBot) -> None:
    film = live.status.film
    film.show()  # as where sessions can be recorded
    live.activateWindow()
    with qtbot.waitActive(live):
        pass
    press(live, Qt.Key.Key_K)
    for _ in load_crisis():
        press(focused(), Qt.Key.Key_Space)
    assert live.crisis.due is None and focused() is not film.switch
    press(focused(), Qt.Key.Key_Return)
    assert live.side.shown == CRISIS and not film.wanted
    press(focused(), Qt.Key.Key_Space)
    assert live.side.shown != CRISIS and not film.wanted


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_while_the_protocol_is_open_advice_minds_somebody_out_of_control(
    live: LivePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    contexts: list[tuple[str | None, str | None]] = []
    monkeypatch.setattr("coach.runtime.session.Session.set_context", lambda self, *told: contexts.append(told))
    live.service.choose("saludo", "lento")
    live.top_bar.primary.click()
    qtbot.waitUntil(lambda: live.controller.phase is Phase.RUNNING)
    live.activateWindow()
    qtbot.waitActive(live)
    press(live, Qt.Key.Key_K)
    assert contexts[-1] == ("saludo", CLIENT)
    press(live.crisis, Qt.Key.Key_Return)
    live.service.choose("queja", "impaciente")
    assert contexts[-1] == ("queja", CLIENT)
    press(live.crisis, Qt.Key.Key_Escape)
    assert contexts == [("saludo", "lento"), ("saludo", CLIENT), ("queja", CLIENT), ("queja", "impaciente")]
    assert live.service.client_id == "impaciente"


def test_a_step_can_be_unticked_and_is_due_again(live: LivePage) -> None:
    live.crisis.tick()
    live.crisis.tick()
    live.crisis.boxes[0].click()
    assert live.crisis.due == 0
    assert load_crisis()[0].text in live.crisis.accessibleName()


def test_escape_closes_the_protocol_and_not_the_page(live: LivePage) -> None:
    press(live, Qt.Key.Key_K)
    press(live.crisis, Qt.Key.Key_Escape)
    assert live.side.shown == SIGNALS
    assert live.isVisible()
    press(live, Qt.Key.Key_K)
    assert live.crisis.due == 0


def test_a_panel_takes_the_place_of_the_signals_which_stay_a_key_away(live: LivePage) -> None:
    guest = QLabel("Práctica")
    live.set_side(guest, "Práctica")
    assert guest.isVisible()
    assert not live.signals.isVisible()
    press(live, Qt.Key.Key_L)
    assert live.signals.isVisible()
    press(live, Qt.Key.Key_L)
    assert live.side.shown == GUEST
    live.set_side(None)
    assert live.signals.isVisible()
    assert not guest.isVisible()


def test_without_a_camera_the_column_is_there_only_for_a_panel(live: LivePage) -> None:
    live.top_bar.source.choose(None)
    live._on_choice()
    assert live.side.isHidden()
    press(live, Qt.Key.Key_K)
    assert live.side.isVisible()
    press(live, Qt.Key.Key_K)
    assert live.side.isHidden()


@pytest.mark.parametrize("guest", [True, False])
def test_a_camera_that_is_chosen_late_brings_its_signals_behind_what_is_in_front(live: LivePage, guest: bool) -> None:
    """A practice waits there to be begun, or the protocol to be gone through."""
    live.top_bar.source.choose(None)
    assert live.side.shown is None
    panel = QLabel("Tu práctica") if guest else live.crisis
    if guest:
        live.set_side(panel, "Práctica")
    else:
        live.service.crisis.emit()
    live.top_bar.source.choose("0")
    assert live.side.shown == (GUEST if guest else CRISIS)
    assert panel.isVisible() and not live.signals.isVisible()
    QApplication.processEvents()
    tabs = [tab for tab in live.side.findChildren(QPushButton, "tab") if tab.isVisible()]
    assert [tab.text() for tab in sorted(tabs, key=QPushButton.x)] == ["Señales", "Práctica" if guest else "Crisis"], (
        "in the order they always have"
    )
    live.set_side(None) if guest else live.service.crisis.emit()
    assert live.side.shown == SIGNALS
