"""What the agent does about advice: pauses it, refuses it, looks back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coach.core.events import AdviceSettings, Cue, Event, Frame, ReadingChanged
from coach.ui.advice_desk import TO_THE_END_S
from coach.ui.live_page import LivePage
from coach.ui.session import Phase
from coach.ui.theme import LIGHT, Theme
from tests.ui.script import Script, picture

ARMS = Cue(1.0, "Suelta los brazos", ("brazos_cruzados",), "corrige")
SMILE = Cue(2.0, "Bien: esa sonrisa", ("sonrisa",), "refuerza")


@pytest.fixture
def running(live: LivePage, qtbot: QtBot) -> LivePage:
    live.top_bar.primary.click()
    qtbot.waitUntil(lambda: live.controller.phase is Phase.RUNNING)
    return live


def tell(live: LivePage, *events: Event) -> None:
    live.controller.events.emit(list(events), None)


def snoozed(live: LivePage, until: float | None, t: float = 1.0) -> None:
    tell(live, AdviceSettings(t, "normal", frozenset(), until))


def press(live: LivePage, key: Qt.Key) -> None:
    QTest.keyClick(live, key)


def test_there_is_nothing_to_press_before_a_session(live: LivePage) -> None:
    for button in (live.advice.mute, live.advice.pause, live.advice.history):
        assert button.isHidden()
    for key in (Qt.Key.Key_S, Qt.Key.Key_N, Qt.Key.Key_H):
        press(live, key)
    assert not live.desk.menu.isVisible()
    assert not live.desk.history.isVisible()


def test_a_cue_that_is_refused_goes_and_is_never_told_again(running: LivePage, qtbot: QtBot) -> None:
    told: list[frozenset[str]] = []
    running.muted.connect(told.append)
    running.set_advice("discreto", frozenset({"asentir"}))
    tell(running, ARMS)
    assert running.advice.mute.isVisible()
    press(running, Qt.Key.Key_N)
    assert running.advice.cue is None
    assert running.advice.mute.isHidden()
    assert told == [frozenset({"asentir", "brazos_cruzados"})]


def test_the_session_and_those_to_come_are_told_what_is_muted(
    live: LivePage, script: Script, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[str, frozenset[str]]] = []
    monkeypatch.setattr("coach.runtime.session.Session.set_advice", lambda self, *wishes: told.append(wishes))
    live.set_advice("intenso", frozenset({"sonrisa"}))
    live.top_bar.primary.click()
    qtbot.waitUntil(lambda: live.controller.phase is Phase.RUNNING)
    assert told == [("intenso", frozenset({"sonrisa"}))]
    tell(live, ARMS)
    live.advice.mute.click()
    assert told[1:] == [("intenso", frozenset({"sonrisa", "brazos_cruzados"}))]


def test_what_was_refused_holds_beside_the_settings_until_these_have_taken_it_over(
    running: LivePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[frozenset[str]] = []
    monkeypatch.setattr("coach.runtime.session.Session.set_advice", lambda self, readily, muted: told.append(muted))
    tell(running, ARMS)
    press(running, Qt.Key.Key_N)
    running.set_advice("normal", frozenset({"asentir"}))
    running.set_advice("normal", frozenset({"brazos_cruzados"}))
    running.set_advice("normal", frozenset())
    arms, nod = "brazos_cruzados", "asentir"
    assert told == [frozenset({arms}), frozenset({arms, nod}), frozenset({arms}), frozenset()]


def test_s_asks_for_how_long_and_five_minutes_are_one_key_more(
    running: LivePage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    asked: list[float] = []
    monkeypatch.setattr("coach.runtime.session.Session.snooze", lambda self, seconds: asked.append(seconds))
    press(running, Qt.Key.Key_S)
    qtbot.waitUntil(running.desk.menu.isVisible)
    QTest.keyClick(running.desk.menu, Qt.Key.Key_Return)
    assert asked == [300.0]
    press(running, Qt.Key.Key_S)
    QTest.keyClick(running.desk.menu, Qt.Key.Key_Down)
    QTest.keyClick(running.desk.menu, Qt.Key.Key_Return)
    assert asked[1] > 3600


def test_a_pause_is_told_with_what_is_left_of_it_and_can_be_ended(
    running: LivePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[float] = []
    monkeypatch.setattr("coach.runtime.session.Session.snooze", lambda self, seconds: asked.append(seconds))
    tell(running, ARMS)
    snoozed(running, 301.0)
    assert running.advice.cue is None
    running.desk.refresh(1.0)
    assert running.advice.text == "Consejos en pausa: vuelven en 5 min."
    running.desk.refresh(281.0)
    assert running.advice.text == "Consejos en pausa: vuelven en 20 s."
    assert running.advice.pause.text() == "Reanudar consejos"
    press(running, Qt.Key.Key_S)
    assert asked == [0.0]
    snoozed(running, None, t=282.0)
    assert running.advice.text == "Te acompaño. Sin consejos por ahora."
    assert not running.desk.paused


def test_a_pause_to_the_end_says_so_and_a_pause_ends_by_itself(running: LivePage) -> None:
    snoozed(running, 90_000.0)
    running.desk.refresh(2.0)
    assert running.advice.text == "Consejos en pausa hasta el final."
    snoozed(running, 10.0)
    running.desk.refresh(10.1)
    assert not running.desk.paused


def test_a_pause_told_in_the_time_of_another_stream_lasts_as_long(running: LivePage) -> None:
    running.controller.frame.emit(Frame(100.0, picture()))
    snoozed(running, 305.0, t=5.0)
    running.desk.refresh(399.0)
    assert running.desk.paused
    running.desk.refresh(400.5)
    assert not running.desk.paused


def test_h_shows_the_last_cues_the_newest_first(running: LivePage, qtbot: QtBot) -> None:
    tell(running, ARMS)
    tell(running, SMILE)
    press(running, Qt.Key.Key_H)
    qtbot.waitUntil(running.desk.history.isVisible)
    assert [cue.text for cue in running.desk.history.cues] == [SMILE.text, ARMS.text]
    assert "Suelta los brazos" in running.desk.history.accessibleName()
    QTest.keyClick(running.desk.history, Qt.Key.Key_Escape)
    assert not running.desk.history.isVisible()
    assert running.isVisible()


def test_the_cue_fades_in_and_out_but_its_words_change_at_once(running: LivePage, qtbot: QtBot) -> None:
    quiet = running.advice.grab().toImage()
    tell(running, ARMS)
    assert running.advice.text == ARMS.text
    qtbot.wait(300)
    assert running.advice.grab().toImage() != quiet
    running.advice.refresh(1000.0)
    assert running.advice.text == "Te acompaño. Sin consejos por ahora."
    during = running.advice.grab().toImage()
    qtbot.waitUntil(lambda: running.advice.grab().toImage() == quiet)
    assert during != quiet


def test_no_cue_stays_beside_a_camera_that_is_off(running: LivePage, qtbot: QtBot) -> None:
    """Not even while it would fade."""
    tell(running, ARMS)
    qtbot.wait(300)
    running.top_bar.primary.click()
    assert running.controller.phase is Phase.STOPPING
    assert running.advice.cue is None and ARMS.text not in running.advice.accessibleName()
    corner = running.advice.grab().toImage().pixelColor(40, 8)
    assert corner == Theme(LIGHT).color("surface"), "no colour of a cue"


@pytest.mark.parametrize("width", [960, 1280, 1920])
def test_the_buttons_hide_no_part_of_the_cue(open_live: Callable[..., LivePage], qtbot: QtBot, width: int) -> None:
    live = open_live(width=width)
    live.top_bar.primary.click()
    qtbot.waitUntil(lambda: live.controller.phase is Phase.RUNNING)
    tell(live, ARMS)
    card = live.advice
    edges = [(button.geometry().left(), button.geometry().right()) for button in (card.mute, card.pause, card.history)]
    assert all(one[1] < other[0] for one, other in zip(edges, edges[1:], strict=False))
    assert edges[0][0] > card.fontMetrics().horizontalAdvance("Sigue así") + 30
    assert all(button.width() >= button.sizeHint().width() for button in (card.mute, card.pause, card.history))


def test_whoever_calibrates_is_given_no_advice_and_has_their_own_pause_back(
    running: LivePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """«Sonríe al saludar» beside «Rostro tranquilo» would have the smile learned as the neutral face."""
    asked: list[float] = []
    monkeypatch.setattr("coach.runtime.session.Session.snooze", lambda self, seconds: asked.append(seconds))
    running.controller.frame.emit(Frame(10.0, picture()))
    tell(running, ARMS)
    running.calibrate()
    running.feed.refresh()
    assert asked == [TO_THE_END_S]
    assert running.advice.cue is None and running.compact.advice.cue is None
    snoozed(running, 10.0 + TO_THE_END_S, t=10.0)
    assert running.advice.text == "Sin consejos mientras te calibras."
    assert not running.desk.paused, "nobody asked for that pause, so nobody is to end it"
    running.desk.pause(300.0)
    running.controller.frame.emit(Frame(40.0, picture()))
    running.feed.refresh()
    assert asked == [TO_THE_END_S]
    running.feed.calibration.cancel()
    running.feed.refresh()
    assert asked == [TO_THE_END_S, 270.0]


def test_whoever_calibrates_again_before_the_session_answers_is_not_left_without_advice(
    running: LivePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pause of the first time was taken for the agent's own, to the end."""
    asked: list[float] = []
    monkeypatch.setattr("coach.runtime.session.Session.snooze", lambda self, seconds: asked.append(seconds))
    running.controller.frame.emit(Frame(10.0, picture()))
    for _ in range(2):
        running.calibrate()
        running.feed.refresh()
        if len(asked) == 1:
            snoozed(running, 10.0 + TO_THE_END_S, t=10.0)
        running.feed.calibration.cancel()
        running.feed.refresh()
    assert asked == [TO_THE_END_S, 0.0, TO_THE_END_S, 0.0]
    assert not running.desk.paused


def test_nor_is_who_reads_the_paragraph_aloud(running: LivePage, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[float] = []
    monkeypatch.setattr("coach.runtime.session.Session.snooze", lambda self, seconds: asked.append(seconds))
    running.voice.calibrate.emit()
    running.feed.refresh()
    assert asked == [TO_THE_END_S]
    tell(running, ReadingChanged(3.0, 0.4, False, None))
    running.feed.refresh()
    assert asked == [TO_THE_END_S]
    tell(running, ReadingChanged(30.0, 1.0, True, 130.0))
    running.feed.refresh()
    assert asked == [TO_THE_END_S, 0.0]
