"""Moments of the service in the review window: chosen, moved, taken away, and read wherever moments are."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.exchange.marks import Mark
from coach.manual.moments import load_moments
from coach.report.record import SessionRecord
from coach.review.annotation import Annotation
from coach.review.lanes import Group, Lane
from coach.ui.review_window import ReviewWindow
from coach.ui.theme import DARK, LIGHT, Palette
from tests.report.sessions import crossed, session, smiling, voice
from tests.support.fits import faults
from tests.ui.test_review_window import (
    chosen_key,
    course,
    of_demo,
    on_disk,
    press,
    press_on,
    review,
    row_of,
    smile,
    source,
    with_earlier,
)

__all__ = ["review", "source"]

Open = Callable[..., ReviewWindow]


def imported() -> SessionRecord:
    """A call in which nobody told any moment."""
    record = of_demo()
    result = session(smiling(), crossed(12.0), heard=voice(), stretches=())
    return replace(record, result=replace(result, source=record.result.source))


def moments(page: ReviewWindow) -> list[tuple[str | None, float, float]]:
    return [(one.signal, round(one.start_s, 1), round(one.end_s, 1)) for one in on_disk(page)]


def lane(page: ReviewWindow) -> Lane | None:
    return next((lane for lane in page.timeline.lanes if lane.id == "moment"), None)


def labelled(page: ReviewWindow, qtbot: QtBot, *steps: tuple[float, str]) -> None:
    for t, key in steps:
        page.player.seek(t)
        press(qtbot, page, key)


def test_a_call_is_labelled_with_the_keys_of_the_live_view(review: Open, qtbot: QtBot) -> None:
    page = review(imported())
    assert lane(page) is None
    assert not page.filters.chips[Group.CONTEXT].isVisible()
    labelled(page, qtbot, (0.0, "1"), (12.0, "2"), (100.0, "9"))
    assert moments(page) == [("saludo", 0.0, 12.0), ("sondeo", 12.0, 100.0), ("despedida", 100.0, 120.0)]
    shown = lane(page)
    assert shown is not None
    assert [type(item) for item in shown.items] == [Annotation] * 3
    assert page.filters.chips[Group.CONTEXT].isVisible()
    assert page.side.card.title.text() == "Despedida (anotado)"
    assert page.timeline.accessibleDescription().startswith("Despedida (anotado), ")
    texts = [page.side.notes.list.item(row).text() for row in range(page.side.notes.list.count())]
    assert texts[0].endswith("Momento: Saludo")
    QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert moments(page) == [("saludo", 0.0, 12.0), ("sondeo", 12.0, 120.0)]
    page.redo.click()
    assert len(moments(page)) == 3
    page.player.seek(119.9)
    press(qtbot, page, "3")
    assert "ya termina" in page.told.text()
    assert len(moments(page)) == 3


def test_from_the_menu_for_a_stretch_wherever_the_side_is_turned(review: Open, qtbot: QtBot) -> None:
    page = review(imported())
    menu = page.side.form.menu
    names = [action.text().partition("  ")[2] for action in menu.actions()[:9]]
    assert names == [row.name for row in load_moments().values()]
    page.timeline.select((20.0, 45.0))
    page.side.form.moment.click()
    chosen_key(page, "6")
    assert moments(page) == [("queja", 20.0, 45.0)]
    assert page.timeline.stretch is None
    assert page.timeline.hasFocus()
    press(qtbot, page, "e")
    page.player.seek(60.0)
    press(qtbot, page, "m")
    chosen_key(page, "7")
    assert moments(page)[1] == ("compromiso", 60.0, 120.0)
    page.side.turn(2)
    press_on(page.compared, "1")
    assert len(moments(page)) == 2, "beside others nothing is noted"


def test_it_is_moved_reworded_and_taken_away(review: Open, qtbot: QtBot) -> None:
    page = review(imported())
    labelled(page, qtbot, (0.0, "1"), (30.0, "2"))
    card = page.side.card
    assert card.begins.isVisible()
    page.player.seek(35.0)
    press(qtbot, page, "b")
    assert moments(page) == [("saludo", 0.0, 35.0), ("sondeo", 35.0, 120.0)]
    assert isinstance(page.timeline.item, Annotation), "it stays picked"
    page.player.seek(90.0)
    card.ends.click()
    assert moments(page)[1] == ("sondeo", 35.0, 90.0)
    page.player.seek(10.0)
    press(qtbot, page, "t")
    assert "termina después de empezar" in page.told.text()
    assert moments(page)[1] == ("sondeo", 35.0, 90.0)
    page.noting.reword(page.timeline.item.id, "Pregunta muy bien")
    assert page.side.card.body.text().startswith(load_moments()["sondeo"].goal)
    assert "Pregunta muy bien" in page.side.card.body.text()
    press(qtbot, page, Qt.Key.Key_Delete)
    assert moments(page) == [("saludo", 0.0, 35.0)]
    page.timeline.pick(smile(page))
    assert not card.begins.isVisible()
    page.author.setText("Otra persona")
    page.author.editingFinished.emit()
    page.timeline.pick(on_disk(page)[0])
    assert not card.begins.isVisible(), "nobody moves what others said"


def test_it_is_told_apart_from_what_the_agent_told_without_colours(review: Open, qtbot: QtBot) -> None:
    page = review(of_demo())
    labelled(page, qtbot, (60.0, "6"))
    shown = lane(page)
    assert shown is not None
    assert [(type(item), item.start_s, item.end_s) for item in shown.items] == [
        (Mark, 0.0, 30.0),
        (Mark, 30.0, 60.0),
        (Annotation, 60.0, 120.0),
    ]
    page.timeline.pick(None)
    page.timeline.renew()
    QApplication.processEvents()
    row = next(row for row in page.timeline.scene.rows if row.lane is shown)
    top = page.timeline.scene.lanes_top + row.top - page.timeline.scene.scroll
    picture = page.timeline.grab().toImage()
    ratio = picture.devicePixelRatio()

    def ink(t: float) -> int:
        """How many pixels of the place of the pencil differ from the ground of the box."""
        left = page.timeline.x_of(t)
        place = [
            picture.pixelColor(int((left + x) * ratio), int((top + y) * ratio)).lightness()
            for x in range(4, 13)
            for y in range(6, row.height - 6)
        ]
        return sum(abs(one - max(set(place), key=place.count)) > 40 for one in place)

    assert 8 < ink(60.0) != ink(30.0), "a pencil is drawn in what was noted, and only there"


def test_the_standard_follows_what_is_noted(review: Open, qtbot: QtBot) -> None:
    page = review(imported())
    standard = page.side.standard
    qtbot.waitUntil(lambda: standard.list.count() > 0)
    page.side.turn(1)
    standard.choose("saludo_horario")
    assert standard.evidence.item(0).text() == "0:03  Sonrisa"
    page.timeline.select((5.0, 8.0))
    press(qtbot, page, "m")
    chosen_key(page, "1")
    qtbot.waitUntil(lambda: standard.evidence.item(0).text() == "0:05  Sonrisa")
    assert standard.current is not None
    assert standard.current.item.id == "saludo_horario", "the item that was looked at stays in sight"
    QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: standard.evidence.item(0).text() == "0:03  Sonrisa")
    page.timeline.select((60.0, 70.0))
    press(qtbot, page, "m")
    chosen_key(page, "1")
    qtbot.waitUntil(lambda: standard.evidence.item(0).text() == "1:00  Saludo (anotado)")
    QTest.keyClick(standard.evidence, Qt.Key.Key_Down)
    QTest.keyClick(standard.evidence, Qt.Key.Key_Return)
    assert page.timeline.item in on_disk(page)


def test_earlier_sessions_are_aligned_at_what_is_noted(review: Open, qtbot: QtBot) -> None:
    page = review(imported())
    ids = with_earlier(page, 7, courses=(course(50.0),))
    labelled(page, qtbot, (10.0, "6"))
    press(qtbot, page, "p")
    qtbot.waitUntil(lambda: page.side.earlier.list.count() == 1)
    page.side.earlier.toggled.emit(ids[0])
    qtbot.waitUntil(lambda: page.comparison.read == 2)
    page.comparison._align("queja")
    assert page.compared.shifts_s[page.comparison.playing] == pytest.approx(40.0)
    row = row_of(page, "Momento", 1).lane
    assert row is not None
    assert [(item.id, item.noted) for item in row.items if isinstance(item, Mark)] == [("queja", True)]
    QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.compared.shifts_s[page.comparison.playing] == 0.0)


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080)])
@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_it_fits(review: Open, qtbot: QtBot, tmp_path: Path, palette: Palette, size: tuple[int, int]) -> None:
    look(review(of_demo(), palette, size), qtbot, tmp_path, f"{palette.name}-{size[0]}")


@pytest.mark.usefixtures("english")
def test_it_fits_in_english(review: Open, qtbot: QtBot, tmp_path: Path) -> None:
    page = review(of_demo())
    look(page, qtbot, tmp_path, "english")
    assert page.side.card.title.text() == "Probing (noted)"
    assert page.side.card.body.text().startswith("Find out precisely what they need.")


def look(page: ReviewWindow, qtbot: QtBot, tmp_path: Path, name: str) -> None:
    with qtbot.waitSignal(page.player.frame, timeout=20_000):
        page.player.seek(4.0)
    labelled(page, qtbot, (50.0, "6"), (60.0, "7"), (90.0, "9"), (12.0, "2"))
    qtbot.waitUntil(lambda: "sound" in page.timeline.scene.curves, timeout=20_000)
    qtbot.waitUntil(lambda: not faults(page.window()), timeout=5_000)
    folder = Path(os.environ.get("COACH_SCREENS") or tmp_path / "screens")
    folder.mkdir(parents=True, exist_ok=True)
    window = page.window()
    assert window.grab().save(str(folder / f"revision-momentos-{name}.png"))
    page.side.form.moment.click()
    menu = page.side.form.menu
    QApplication.processEvents()
    assert menu.isVisible()
    assert window.rect().contains(window.mapFromGlobal(menu.mapToGlobal(QPoint(0, menu.height() - 1))))
    assert menu.grab().save(str(folder / f"revision-menu-{name}.png"))
    menu.close()
    assert faults(window) == []
