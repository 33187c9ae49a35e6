"""Who the agent is in a recording is asked in the window, of real recordings, and only where there is a choice."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from coach.core.events import SAMPLE_RATE, Samples
from coach.core.tile import Tile
from coach.intake.glimpse import Glimpse, glimpse
from coach.intake.heard import VoiceClip
from coach.intake.waiting import Waiting
from coach.report.result import Result
from coach.ui import late
from coach.ui.intake_voices import ALL
from coach.ui.review_page import ReviewPage
from coach.ui.theme import LIGHT, Theme
from tests.support.calls import one_line, turns, voice, write_call
from tests.support.recorded import CLIPS
from tests.support.sounds import write_wave
from tests.support.stores import session_record

Key = Qt.Key
PEOPLE = ("brazos_cruzados", "sonrisa")


class Wanted:
    """Stands in for the analysis alone, which other tests run: notes what of each recording was to be analysed."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Tile | None, int | None]] = []
        self.voices: list[int | None] = []

    def __call__(self, where: str, *, tile: Tile | None, channel: int | None, voice: int | None, **_: Any) -> Result:
        self.voices.append(voice)
        self.asked.append((Path(where).name, tile, channel))
        return session_record().result


class Heard:
    """A loudspeaker that remembers, as the machine may have none."""

    def __init__(self, silent: bool = False) -> None:
        self.silent, self.clips = silent, list[Samples]()

    def play(self, samples: Samples) -> None:
        self.clips.append(samples)

    def hush(self) -> None:
        pass

    def close(self) -> None:
        pass


@pytest.fixture(scope="module")
def call(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two people beside each other, who take turns on a channel each; the right one smiles."""
    return write_call(tmp_path_factory.mktemp("call") / "llamada.mkv", PEOPLE, turns(5.0))


@pytest.fixture(scope="module")
def seen(call: Path) -> Glimpse:
    return glimpse(str(call), lambda: None)


@pytest.fixture
def wanted() -> Wanted:
    return Wanted()


@pytest.fixture
def speaker() -> Heard:
    return Heard()


Make = Callable[..., ReviewPage]


@pytest.fixture
def make(qtbot: QtBot, wanted: Wanted, speaker: Heard, seen: Glimpse, tmp_path: Path) -> Iterator[Make]:
    pages: list[ReviewPage] = []

    def made(analyse: Any = wanted, look: Any = lambda where, keep_on: seen) -> ReviewPage:
        page = ReviewPage(analyse, Theme(LIGHT), Waiting(tmp_path / "en_espera.json"), look, lambda: speaker)
        page.resize(1280, 800)
        page.show()
        page.activateWindow()
        with qtbot.waitActive(page):  # Alt and a letter reach only the window that is in use
            pass
        pages.append(page)
        return page

    yield made
    for page in pages:
        page.course.leave()
        qtbot.waitUntil(lambda p=page: not p.job.running, timeout=60_000)  # type: ignore[misc]
        page.close_down()
        page.deleteLater()


def asked(page: ReviewPage, qtbot: QtBot, *files: Path) -> None:
    page.open(*files)
    qtbot.waitUntil(page.whose.isVisible, timeout=60_000)
    QApplication.processEvents()


def press(page: ReviewPage, *keys: Qt.Key) -> None:
    """To whatever has the focus."""
    for key in keys:
        there = page.focusWidget()
        assert there is not None
        QTest.keyClick(there, key)


def test_the_real_way_from_the_file_to_the_smile_of_the_one_who_was_clicked(
    make: Make, qtbot: QtBot, call: Path
) -> None:
    page = make(late.LateAnalysis(), late.look)
    asked(page, qtbot, call)
    whose = page.whose
    assert "llamada.mkv" in whose.title.text()
    assert [one.accessibleName() for one in whose.picker.buttons] == [
        "Persona 1 de 2, a la izquierda",
        "Persona 2 de 2, a la derecha",
    ]
    assert not whose.accept.isEnabled()
    right = whose.picker.buttons[1]
    QTest.mouseClick(whose.picker, Qt.MouseButton.LeftButton, pos=right.geometry().center())
    assert right.isChecked() and not whose.accept.isEnabled(), "the voice is asked for, too"
    whose.voices.radios[1].click()
    with qtbot.waitSignal(page.analysed, timeout=120_000) as caught:
        whose.accept.click()
    result = caught.args[0].result
    assert result.observable["sonrisa"] > 0.9
    assert "sonrisa" in {segment.id for segment in result.segments}
    assert page.card.isVisible() and not whose.isVisible()


def test_the_keyboard_alone_is_enough(make: Make, qtbot: QtBot, call: Path, wanted: Wanted, seen: Glimpse) -> None:
    page = make()
    asked(page, qtbot, call)
    assert page.focusWidget() is page.whose.picker.buttons[0]
    press(page, Key.Key_Right, Key.Key_Return)
    assert page.whose.picker.tile == seen.tiles[1]
    press(page, Key.Key_Tab, Key.Key_Tab, Key.Key_Tab)
    assert page.focusWidget() is page.whose.voices.radios[0]
    press(page, Key.Key_Space)
    with qtbot.waitSignal(page.analysed, timeout=20_000):
        QTest.keyClick(page, Key.Key_A, Qt.KeyboardModifier.AltModifier)
    assert wanted.asked == [("llamada.mkv", seen.tiles[1], 0)]


def test_a_rectangle_can_be_drawn_moved_and_sized(make: Make, qtbot: QtBot, call: Path, wanted: Wanted) -> None:
    page = make()
    asked(page, qtbot, call)
    picker, area = page.whose.picker, page.whose.picker.area()
    first, last = (QPoint(int(area.x() + area.width() * at), int(area.y() + area.height() * at)) for at in (0.25, 0.75))
    QTest.mousePress(picker, Qt.MouseButton.LeftButton, pos=first)
    QTest.mouseMove(picker, last)
    QTest.mouseRelease(picker, Qt.MouseButton.LeftButton, pos=last)
    drawn = picker.tile
    assert drawn is not None
    assert (drawn.x, drawn.y, drawn.width, drawn.height) == pytest.approx((0.25, 0.25, 0.5, 0.5), abs=0.01)
    page.whose.own.click()
    assert page.focusWidget() is picker.own
    QTest.keyClick(picker.own, Key.Key_Left)
    QTest.keyClick(picker.own, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert picker.tile == Tile(drawn.x - 0.02, drawn.y, drawn.width, drawn.height + 0.02)
    page.whose.voices.radios[ALL].click()
    moved = picker.tile
    with qtbot.waitSignal(page.analysed, timeout=20_000):
        page.whose.accept.click()
    assert wanted.asked == [("llamada.mkv", moved, None)]


def test_a_rectangle_ends_at_the_edge_of_the_picture(make: Make, qtbot: QtBot, call: Path) -> None:
    page = make()
    asked(page, qtbot, call)
    picker = page.whose.picker
    corner, outside = picker.area().bottomRight().toPoint(), QPoint(picker.width() + 300, picker.height() + 300)
    QTest.mousePress(picker, Qt.MouseButton.LeftButton, pos=outside)
    QTest.mouseRelease(picker, Qt.MouseButton.LeftButton, pos=outside + QPoint(90, 90))
    assert picker.tile is None, "all of it lies beside the picture"
    QTest.mousePress(picker, Qt.MouseButton.LeftButton, pos=corner - QPoint(2, 2))
    QTest.mouseRelease(picker, Qt.MouseButton.LeftButton, pos=outside)
    assert picker.tile is not None and picker.tile.width >= 0.05 and picker.tile.x + picker.tile.width <= 1.0


def test_the_whole_picture_is_a_choice_too(make: Make, qtbot: QtBot, call: Path, wanted: Wanted) -> None:
    page = make()
    asked(page, qtbot, call)
    page.whose.picker.buttons[0].click()
    page.whose.whole.click()
    assert page.whose.picker.tile is None and not page.whose.picker.buttons[0].isChecked()
    page.whose.voices.radios[1].click()
    with qtbot.waitSignal(page.analysed, timeout=20_000):
        page.whose.accept.click()
    assert wanted.asked == [("llamada.mkv", None, 1)]


def test_three_seconds_of_each_channel_can_be_listened_to(
    make: Make, qtbot: QtBot, call: Path, speaker: Heard, seen: Glimpse
) -> None:
    page = make()
    asked(page, qtbot, call)
    for button in page.whose.voices.listen.values():
        button.click()
    qtbot.waitUntil(lambda: len(speaker.clips) == 2)
    assert all(clip is channel.clip for clip, channel in zip(speaker.clips, seen.channels, strict=True))
    assert "se mide junto con la tuya" in page.whose.voices.told.text()
    speaker.silent = True
    page.whose.voices.listen[0].click()
    qtbot.waitUntil(lambda: "altavoz" in page.whose.voices.told.text())


def test_a_real_loudspeaker_plays_or_says_that_there_is_none() -> None:
    """Whatever this machine has: it must come back."""
    speaker = late.loudspeaker()
    done = threading.Event()

    def listen() -> None:
        speaker.play(turns(3.0)[:, 0])
        done.set()

    threading.Thread(target=listen, daemon=True).start()
    assert done.wait(30)
    speaker.close()


@pytest.mark.parametrize("mono", [True, False])
def test_sound_alone_asks_only_for_the_channel(make: Make, qtbot: QtBot, tmp_path: Path, mono: bool) -> None:
    wave = turns(6.0)
    file = write_wave(tmp_path / "x.wav", wave[:, :1] if mono else wave, SAMPLE_RATE)
    page = make(look=late.look)
    if mono:
        with qtbot.waitSignal(page.analysed, timeout=60_000):
            page.open(file)
        assert not page.whose.isVisible()
        return
    asked(page, qtbot, file)
    assert "tu voz" in page.whose.title.text()
    assert not page.whose.picker.isVisible() and page.whose.voices.isVisible()


def test_voices_in_one_sound_are_asked_about_and_each_can_be_listened_to(
    make: Make, qtbot: QtBot, tmp_path: Path, wanted: Wanted, speaker: Heard
) -> None:
    file = write_wave(tmp_path / "x.wav", one_line(24.0)[:, None], SAMPLE_RATE)
    page = make(look=late.look)
    asked(page, qtbot, file)
    voices = page.whose.voices
    assert "tu voz" in page.whose.title.text() and not page.whose.accept.isEnabled()
    assert [radio.text().split(" · ")[0] for radio in voices.radios.values()] == ["Voz 1", "Voz 2", "Ambas"]
    for button in voices.listen.values():
        button.click()
    qtbot.waitUntil(lambda: len(speaker.clips) == 2)
    assert all(SAMPLE_RATE <= len(clip) <= 3 * SAMPLE_RATE for clip in speaker.clips)
    voices.radios[1].click()
    with qtbot.waitSignal(page.analysed, timeout=20_000):
        page.whose.accept.click()
    assert (wanted.asked, wanted.voices) == ([("x.wav", None, None)], [1])


def test_which_voice_is_asked_again_of_every_recording(
    make: Make, qtbot: QtBot, tmp_path: Path, wanted: Wanted
) -> None:
    clips = tuple(VoiceClip(at, 0.5, voice("voz_grave", 2.0)) for at in (0.0, 4.0))
    page = make(look=lambda where, keep_on: Glimpse(None, (), (), True, clips))
    asked(page, qtbot, *(tmp_path / f"{name}.wav" for name in "ab"))
    assert not page.whose.same.isVisible(), "voices are numbered anew in each"
    page.whose.voices.radios[1].click()
    page.whose.accept.click()
    qtbot.waitUntil(lambda: page.whose.isVisible() and "b.wav" in page.whose.title.text(), timeout=20_000)
    page.whose.voices.radios[ALL].click()
    page.whose.accept.click()
    qtbot.waitUntil(lambda: not page.course.busy, timeout=20_000)
    assert wanted.voices == [1, None]


def test_one_person_is_not_bothered(make: Make, qtbot: QtBot, wanted: Wanted) -> None:
    page = make(look=late.look)
    with qtbot.waitSignal(page.analysed, timeout=60_000):
        page.open(CLIPS / "sonrisa.mp4")
    assert wanted.asked == [("sonrisa.mp4", None, None)]


def test_one_answer_can_serve_for_all_that_wait(
    make: Make, qtbot: QtBot, tmp_path: Path, wanted: Wanted, seen: Glimpse
) -> None:
    page = make()
    asked(page, qtbot, *(tmp_path / f"{name}.mp4" for name in "abc"))
    assert page.whose.same.isVisible() and "2" in page.whose.same.text()
    page.whose.same.setChecked(True)
    page.whose.picker.buttons[1].click()
    page.whose.voices.radios[1].click()
    page.whose.accept.click()
    qtbot.waitUntil(lambda: len(wanted.asked) == 3 and not page.course.busy, timeout=20_000)
    assert wanted.asked == [(f"{name}.mp4", seen.tiles[1], 1) for name in "abc"]


def test_one_answer_serves_only_where_no_more_is_asked(
    make: Make, qtbot: QtBot, tmp_path: Path, wanted: Wanted, seen: Glimpse
) -> None:
    others = {"b.mp4": replace(seen, channels=()), "c.mp4": replace(seen, channels=seen.channels * 2)}
    page = make(look=lambda where, keep_on: others.get(Path(where).name, seen))
    asked(page, qtbot, *(tmp_path / f"{name}.mp4" for name in "abc"))
    page.whose.same.setChecked(True)
    page.whose.picker.buttons[1].click()
    page.whose.voices.radios[1].click()
    page.whose.accept.click()
    qtbot.waitUntil(lambda: page.whose.isVisible() and "c.mp4" in page.whose.title.text(), timeout=20_000)
    assert wanted.asked == [("a.mp4", seen.tiles[1], 1), ("b.mp4", seen.tiles[1], None)]
    page.whose.voices.radios[3].click()
    page.whose.whole.click()
    page.whose.accept.click()
    qtbot.waitUntil(lambda: not page.course.busy, timeout=20_000)
    assert wanted.asked[-1] == ("c.mp4", None, 3)


def test_what_is_left_while_it_is_asked_about_still_waits(make: Make, qtbot: QtBot, tmp_path: Path) -> None:
    page = make()
    asked(page, qtbot, tmp_path / "a.mp4")
    page.open(tmp_path / "b.mp4")
    assert page.whose.isVisible(), "another one waits its turn"
    assert page.leave()
    assert page.card.isVisible() and not page.course.busy
    assert len(Waiting(tmp_path / "en_espera.json").all) == 2
    page.entered()
    assert page.notices.notices[0].text == "Quedaron sin analizar o sin leer: 2."
    page.notices.show_notices([])
    page.course.go_on()
    qtbot.waitUntil(page.whose.isVisible, timeout=20_000)
    page.whose.cancel.click()
    assert page.card.choose.isVisible()
    assert not (tmp_path / "en_espera.json").exists()


def test_a_look_can_be_given_up(make: Make, qtbot: QtBot, wanted: Wanted, call: Path) -> None:
    page = make(look=late.look)
    page.open(call)
    assert page.card.text.text() == "Mirando quién sale y quién habla…"
    with qtbot.waitSignal(page.job.cancelled, timeout=60_000):
        page.card.cancel.click()
    assert page.card.choose.isVisible() and wanted.asked == []


def test_everything_has_a_name_for_screen_readers(make: Make, qtbot: QtBot, call: Path) -> None:
    page = make()
    asked(page, qtbot, call)
    controls = page.whose.findChildren(QAbstractButton)
    assert len(controls) > 8
    assert [control for control in controls if control.isVisible() and not control.accessibleName()] == []
