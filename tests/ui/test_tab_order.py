"""The Tab key goes as the eye does: down each panel, and on to what lies beside or below it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coach.ui.choice_row import Choice, ChoiceRow
from coach.ui.conversation import PracticeChoice
from coach.ui.live_page import LivePage
from coach.ui.page import Page
from coach.ui.page_header import PageHeader
from coach.ui.parts import SIGNALS
from coach.ui.session import Phase
from coach.ui.tab_order import stops
from coach.ui.theme import LIGHT, Theme
from tests.ui.practice_desk import SCRIPTS, Desk


def walk(start: QWidget) -> list[QWidget]:
    """Where Tab goes from one stop on until it is there again."""
    start.setFocus()
    way: list[QWidget] = []
    while len(way) < 200:
        now = QApplication.focusWidget()
        assert now is not None
        if now in way:
            return way
        way.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    raise AssertionError("it goes on for ever")


def within(panel: QWidget, way: list[QWidget]) -> list[int]:
    """The places in the walk that lie in a panel."""
    return [place for place, stop in enumerate(way) if panel.isAncestorOf(stop)]


def downwards(way: list[QWidget]) -> bool:
    """Whether none lies higher than the one before, or at its left in the same line."""
    corners = [stop.mapTo(stop.window(), QPoint(0, stop.height() // 2)).toTuple() for stop in way]
    return all((y, x) > (was_y, was_x) for (was_x, was_y), (x, y) in zip(corners, corners[1:], strict=False))


def is_one_run(places: list[int]) -> bool:
    return places == list(range(places[0], places[0] + len(places)))


def test_the_protocol_is_gone_through_from_its_first_step_to_its_buttons(live: LivePage, qtbot: QtBot) -> None:
    live.status.film.show()  # as where sessions can be recorded
    live.toggle()
    qtbot.waitUntil(lambda: live.controller.phase is Phase.RUNNING)
    live.service.crisis.emit()
    way = walk(live.top_bar.primary)
    tab, *steps = [way[place] for place in within(live.side, way)]
    assert tab.accessibleName() in ("Señales", "Crisis"), "of the two one takes Tab, and arrows lead to the other"
    assert steps[: len(live.crisis.boxes)] == live.crisis.boxes
    buttons = [stop.accessibleName() for stop in steps[len(live.crisis.boxes) :]]
    assert buttons == ["Cerrar", "De nuevo", "Hecho, siguiente"] and downwards(steps)
    column, side, foot = (within(panel, way) for panel in (live.voice, live.side, live.status))
    assert is_one_run(side) and column[-1] + 1 == side[0] and side[-1] + 1 == foot[0]


def test_a_practice_is_gone_through_in_its_column_too(desk: Desk) -> None:
    desk.page.prepared.emit(PracticeChoice(SCRIPTS["dominante_banco"], None, False, True))
    way = walk(desk.live.top_bar.primary)
    side = within(desk.live.side, way)
    assert is_one_run(side) and within(desk.live.presence, way)[-1] + 1 == side[0]
    assert [way[place].accessibleName() for place in side][1:] == ["Empezar la práctica", "Elegir otra"]
    names = [stop.accessibleName() for stop in stops(desk.live.side) if isinstance(stop, QAbstractButton)]
    assert names[:2] == ["Señales", "Práctica"]


def test_the_scenes_come_between_the_clients_and_what_stands_below_them(desk: Desk, qtbot: QtBot) -> None:
    desk.window.activateWindow()
    with qtbot.waitActive(desk.window):
        pass
    for client in ("dominante", "lento"):
        desk.page.choose(client)
        qtbot.wait(10)  # the scenes of the one before go with the next turn of Qt's loop
        names = [stop.accessibleName() for stop in walk(next(iter(desk.page.cards.values())))]
        first = next(iter(desk.page.scene.scenes.values())).accessibleName()
        assert names[8:12] == ["Crisis", first, "Desde qué momento empezar", "Continuar"]


def test_tab_comes_to_the_choice_that_holds(qtbot: QtBot) -> None:
    page, below = Page(), QPushButton("Ir")
    row = ChoiceRow("Idioma", [Choice("es", "Español"), Choice("en", "English")])
    page.fill(row, below)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    with qtbot.waitActive(page):
        pass
    for id, name in (("en", "Idioma: English"), ("es", "Idioma: Español")):
        row.choose(id)
        assert [stop.accessibleName() for stop in walk(below)] == ["", name]
    held = walk(below)[1]
    held.setFocus()
    QTest.keyClick(held, Qt.Key.Key_Right)
    assert [stop.accessibleName() for stop in walk(below)] == ["", "Idioma: English"], "arrows choose"


def test_signals_that_come_back_behind_a_panel_lie_before_it_again(live: LivePage, qtbot: QtBot) -> None:
    live.service.crisis.emit()
    live.top_bar.source.choose(None)
    assert not live.side.has(SIGNALS)
    live.top_bar.source.choose("0")
    qtbot.wait(10)  # a tab that is no more goes with the next turn of Qt's loop
    side = list(stops(live.side))
    assert [stop.accessibleName() for stop in side[:2]] == ["Señales", "Crisis"]
    assert side.index(live.signals.list) < side.index(live.crisis.boxes[0])


def test_what_is_put_into_a_header_later_comes_before_the_page_below(qtbot: QtBot) -> None:
    page, header, below = Page(), PageHeader("Revisar", Theme(LIGHT)), QPushButton("Debajo")
    page.fill(header, below)
    first, later = QPushButton("Rehacer"), QPushButton("Devolver mis comentarios")
    header.add(first)
    header.add(later)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    with qtbot.waitActive(page):
        pass
    assert walk(header.button) == [header.button, first, later, below]
