"""What an agent sees and does in the live view."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coach.core.events import ConditionChanged, Cue, ReadingChanged, SignalChanged, State, VoiceFeatures
from coach.errors import KnownError
from coach.manual.adjustments import Adjustment
from coach.runtime import local_rows
from coach.runtime.live_record import LiveRecorder
from coach.ui.live_page import LivePage
from coach.ui.session import Phase
from coach.ui.signals_model import Role, Showing
from coach.ui.theme import DARK, LIGHT, Palette
from tests.ui.script import Device, Script, perceived
from tests.ui.voice import SPEAKING


def start(live: LivePage, qtbot: QtBot) -> None:
    live.top_bar.primary.click()
    qtbot.waitUntil(lambda: live.controller.phase is Phase.RUNNING)


def press(widget: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(widget, key)


def words(live: LivePage, id: str) -> str:
    showing = live.model.index(live.model.row_of(id)).data(Role.SHOWING)
    assert isinstance(showing, Showing)
    return showing.words


def notices(live: LivePage) -> str:
    return " ".join(label.text() for label in live.stage.notices.findChildren(QLabel) if label.isVisible())


def test_the_camera_is_off_until_the_user_starts_it(live: LivePage, script: Script) -> None:
    assert not script.sessions
    assert live.status.camera.text() == "Cámara apagada"
    assert live.status.microphone.text() == "Micrófono apagado"
    assert "cámara y el micrófono están apagados" in live.advice.text
    assert live.top_bar.primary.text() == "&Iniciar"
    assert live.focusWidget() is live.top_bar.primary


def test_start_and_stop_turn_the_camera_on_and_off(live: LivePage, script: Script, qtbot: QtBot) -> None:
    start(live, qtbot)
    assert script.where == "0"
    assert script.microphone == ""
    assert live.status.camera.text() == "Cámara encendida"
    assert live.status.microphone.text() == "Micrófono encendido"
    qtbot.waitUntil(lambda: live.status.level.text() == "Análisis normal")
    live.top_bar.primary.click()
    assert live.top_bar.primary.text() == "Deteniendo…"
    qtbot.waitUntil(lambda: live.controller.phase is Phase.OFF)
    assert not script.sessions[0].running
    assert live.status.camera.text() == "Cámara apagada"


def test_the_camera_counts_as_off_once_nothing_works_on_it_any_more(
    live: LivePage, script: Script, qtbot: QtBot
) -> None:
    script.models_take_s = 3.0  # longer than `stop` waits; a program that ended meanwhile crashed
    start(live, qtbot)
    live.top_bar.primary.click()
    qtbot.waitUntil(lambda: live.controller.phase is Phase.OFF, timeout=10_000)
    assert not script.sessions[0].running


def test_a_session_can_be_started_again(live: LivePage, script: Script, qtbot: QtBot) -> None:
    for _ in range(2):
        start(live, qtbot)
        live.top_bar.primary.click()
        qtbot.waitUntil(lambda: live.controller.phase is Phase.OFF)
    assert len(script.sessions) == 2


def test_signals_show_their_state_in_words_and_for_how_long(live: LivePage, script: Script, qtbot: QtBot) -> None:
    script.events = [
        SignalChanged(-3.5, "sonrisa", State.PRESENT, 1.2),
        SignalChanged(-1.0, "brazos_cruzados", State.ABSENT, 0.1),
        SignalChanged(-1.0, "piernas_cruzadas", State.NOT_OBSERVABLE, None),
    ]
    start(live, qtbot)
    qtbot.waitUntil(lambda: words(live, "sonrisa") == "presente · 3 s")
    assert words(live, "brazos_cruzados") == "—"
    assert words(live, "piernas_cruzadas") == "no observable"
    assert words(live, "asentir") == ""


def test_signals_the_chain_says_nothing_of_are_not_observable(live: LivePage, script: Script, qtbot: QtBot) -> None:
    script.perceived = perceived()
    start(live, qtbot)
    qtbot.waitUntil(lambda: words(live, "asentir") == "no observable")


def test_which_thresholds_are_in_use_is_read_once_a_session_and_not_by_the_window_s_thread(
    live: LivePage, script: Script, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    script.perceived, read_by = perceived(), list[threading.Thread]()

    def read(*_: object) -> dict[str, Adjustment]:
        read_by.append(threading.current_thread())
        return {"sonrisa": Adjustment("sonrisa", "2026-03-09", ())}

    monkeypatch.setattr(local_rows, "load_adjustments", read)
    seen: list[float] = []
    live.controller.events.connect(lambda events, looked: seen.append(looked.t) if looked is not None else None)
    for session in (1, 2):
        live.toggle()
        qtbot.waitUntil(lambda: len(seen) > 20, timeout=10_000)
        live.toggle()
        qtbot.waitUntil(lambda: live.controller.phase is Phase.OFF, timeout=10_000)
        seen.clear()
        assert len(read_by) == session
    assert threading.main_thread() not in read_by
    told = live.model.index(live.model.row_of("sonrisa")).data(Qt.ItemDataRole.ToolTipRole)
    assert "Sus umbrales se ajustaron en esta computadora." in told


def test_a_signal_that_ended_tells_how_long_ago(live: LivePage, script: Script, qtbot: QtBot) -> None:
    start(live, qtbot)
    live.model.apply(SignalChanged(-9.0, "asentir", State.PRESENT, 1.2))
    live.model.apply(SignalChanged(-5.0, "asentir", State.ABSENT, 0.1))
    qtbot.waitUntil(lambda: words(live, "asentir").startswith("hace 5 s"))


def test_all_states_are_forgotten_when_the_camera_goes_off(live: LivePage, script: Script, qtbot: QtBot) -> None:
    script.events = [SignalChanged(0.0, "sonrisa", State.PRESENT, 1.2), ConditionChanged(0.0, "oscuro", True)]
    start(live, qtbot)
    qtbot.waitUntil(lambda: words(live, "sonrisa") != "" and "Falta luz" in notices(live))
    live.top_bar.primary.click()
    qtbot.waitUntil(lambda: live.controller.phase is Phase.OFF)
    assert words(live, "sonrisa") == ""
    assert live.stage.notices.isHidden()


def test_one_line_of_advice_is_shown_and_falls_silent(live: LivePage, script: Script, qtbot: QtBot) -> None:
    script.events = [Cue(0.0, "Suelta los brazos", ("brazos_cruzados",), "corrige")]
    start(live, qtbot)
    qtbot.waitUntil(lambda: live.advice.text == "Suelta los brazos")
    assert live.advice.accessibleName() == "Un ajuste: Suelta los brazos"
    live.advice.refresh(7.9)
    assert live.advice.text == "Suelta los brazos"
    live.advice.refresh(8.1)
    assert live.advice.text == "Te acompaño. Sin consejos por ahora."


@pytest.mark.parametrize(
    ("id", "name", "advice"),
    [
        ("camara_ocupada", "Cámara ocupada por otro programa", "Libera la cámara: está ocupada"),
        ("camara_detenida", "La cámara dejó de enviar imagen", "Revisa la cámara"),
        ("nadie", "Nadie a la vista", "Acércate hasta verte"),
        ("contraluz", "Luz por detrás", "Pon luz de frente"),
        ("varias_personas", "Varias personas a la vista", "Ponte al centro"),
    ],
)
def test_a_condition_shows_what_to_do_until_it_ends(
    live: LivePage, script: Script, qtbot: QtBot, id: str, name: str, advice: str
) -> None:
    script.events = [ConditionChanged(0.0, id, True)]
    start(live, qtbot)
    qtbot.waitUntil(lambda: name in notices(live) and advice in notices(live))
    live.controller.events.emit([ConditionChanged(1.0, id, False)], None)
    qtbot.waitUntil(lambda: live.stage.notices.isHidden())


def test_a_line_about_somebody_out_of_sight_goes_with_the_camera(live: LivePage, script: Script, qtbot: QtBot) -> None:
    """Nobody is heard either, so that no time passes which would take it away."""
    script.events = [
        Cue(0.0, "Relaja la frente", ("fruncir_ceno",), "corrige"),
        ConditionChanged(0.0, "camara_desconectada", True),
    ]
    start(live, qtbot)
    qtbot.waitUntil(lambda: "Cámara desconectada" in notices(live))
    assert live.advice.text == "Por ahora no te acompaño: no te veo."


@pytest.mark.parametrize(
    ("seen", "heard", "broken", "line"),
    [
        (True, True, ["microfono_desconectado"], "Te acompaño. Sin consejos por ahora."),
        (True, True, ["camara_detenida"], "Te acompaño. Sin consejos por ahora."),
        (True, True, ["camara_detenida", "microfono_desconectado"], "Por ahora no te acompaño: no te veo ni te oigo."),
        (False, True, ["microfono_desconectado"], "Por ahora no te acompaño: no te oigo."),
        (False, True, ["microfono_saturado"], "Te acompaño. Sin consejos por ahora."),
        (True, False, ["camara_detenida"], "Por ahora no te acompaño: no te veo."),
    ],
)
def test_with_nothing_to_go_by_it_does_not_say_that_it_goes_along(
    live: LivePage, qtbot: QtBot, seen: bool, heard: bool, broken: list[str], line: str
) -> None:
    """It was the largest line of the small window, whose picture nobody sees."""
    start(live, qtbot)
    if not seen:
        live.controller.frame.disconnect(live.feed._on_frame)
        live.feed._seen_s = None
    if heard:
        live.controller.events.emit([VoiceFeatures(0.5, SPEAKING)], None)
    live.controller.events.emit([ConditionChanged(1.0, id, True) for id in broken], None)
    live.compact.appear()
    live.feed.refresh()
    assert live.advice.text == live.compact.advice.text == line
    live.controller.events.emit([ConditionChanged(2.0, id, False) for id in broken], None)
    live.feed.refresh()
    assert live.advice.text == live.compact.advice.text == "Te acompaño. Sin consejos por ahora."


def test_a_microphone_that_fails_is_told_everywhere_and_the_picture_goes_on(
    live: LivePage, script: Script, qtbot: QtBot
) -> None:
    script.events = [VoiceFeatures(0.0, SPEAKING), ConditionChanged(0.0, "microfono_desconectado", True)]
    start(live, qtbot)
    qtbot.waitUntil(lambda: "Reconecta el micrófono" in notices(live))
    assert live.voice.rate.text == "Micrófono desconectado"
    assert live.status.microphone.text() == "Micrófono sin sonido"
    assert live.status.camera.text() == "Cámara encendida"
    live.controller.events.emit([ConditionChanged(1.0, "microfono_desconectado", False)], None)
    live.controller.events.emit([VoiceFeatures(1.0, SPEAKING)], None)
    qtbot.waitUntil(lambda: live.voice.rate.text.startswith("145 palabras por minuto"))
    assert live.status.microphone.text() == "Micrófono encendido"


def test_a_voice_that_is_too_loud_is_told_and_still_measured(live: LivePage, script: Script, qtbot: QtBot) -> None:
    script.events = [VoiceFeatures(0.0, SPEAKING), ConditionChanged(0.0, "microfono_saturado", True)]
    start(live, qtbot)
    qtbot.waitUntil(lambda: "Tu voz llega saturada" in notices(live))
    assert live.voice.rate.text.startswith("145 palabras por minuto")


def test_without_a_microphone_the_picture_works_and_a_line_says_that_nobody_listens(
    open_live: Callable[..., LivePage], script: Script, qtbot: QtBot
) -> None:
    live = open_live(microphones=())
    assert live.voice.mute.isVisible()
    start(live, qtbot)
    assert script.microphone is None
    press(live, Qt.Key.Key_V)
    assert live.reading.isHidden()
    assert live.status.microphone.text() == "Sin micrófono"
    assert live.status.camera.text() == "Cámara encendida"


def test_a_recording_is_heard_by_its_own_sound_as_long_as_it_is_shown(live: LivePage) -> None:
    source, microphone = live.top_bar.source, live.top_bar.microphone
    source.choose(__file__)
    assert microphone.where == __file__
    assert microphone.currentText() == "Sonido de la grabación"
    microphone.set_devices([])  # looked for anew: nobody has chosen yet
    assert microphone.where == __file__
    source.choose("0")
    assert microphone.where == ""
    assert microphone.findText("Sonido de la grabación") == -1


def test_the_sound_of_an_address_is_offered_beside_its_picture(live: LivePage) -> None:
    source, microphone = live.top_bar.source, live.top_bar.microphone
    source.choose("http://10.0.0.7/video")
    assert microphone.where == ""  # few cameras send any
    microphone.set_devices([])
    assert microphone.none_chosen
    microphone.activated.emit(microphone.findText("Sonido de la dirección"))
    assert microphone.where == "http://10.0.0.7/video"
    source.choose("0")
    assert microphone.findText("Sonido de la dirección") == -1
    assert microphone.where == ""


def test_a_microphone_that_was_chosen_stays_when_a_recording_is_opened(live: LivePage) -> None:
    source, microphone = live.top_bar.source, live.top_bar.microphone
    microphone.activated.emit(microphone.findText("Diadema USB"))
    source.choose(__file__)
    assert microphone.where == "3"
    assert microphone.findText("Sonido de la grabación") > 0


def test_alt_r_goes_to_the_microphones(live: LivePage) -> None:
    QTest.keyClick(live, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    assert live.focusWidget() is live.top_bar.microphone


def test_a_source_that_fails_is_told_in_full_and_the_camera_is_off(
    live: LivePage, script: Script, qtbot: QtBot
) -> None:
    script.error = KnownError("No pude abrir «clase.mp4»: no existe. Revisa el nombre.")
    live.top_bar.primary.click()
    qtbot.waitUntil(lambda: str(script.error) in notices(live))
    qtbot.waitUntil(lambda: live.controller.phase is Phase.OFF)
    assert str(script.error) in notices(live)
    button = next(b for b in live.stage.notices.findChildren(QPushButton) if b.text() == "Entendid&o")
    button.click()
    assert live.stage.notices.isHidden()


def test_a_bug_is_told_calmly_with_its_detail_on_demand(live: LivePage, script: Script, qtbot: QtBot) -> None:
    script.building_error = ZeroDivisionError("un medio")
    live.top_bar.primary.click()
    qtbot.waitUntil(lambda: "Algo falló dentro de Coach" in notices(live))
    assert live.controller.phase is Phase.OFF
    assert "ZeroDivisionError" not in notices(live)
    button = next(b for b in live.stage.notices.findChildren(QPushButton) if b.text() == "&Ver detalle")
    before = live.stage.notices.height()
    button.click()
    qtbot.waitUntil(lambda: live.stage.notices.height() > before)
    detail = live.stage.notices.findChild(QPlainTextEdit)
    assert isinstance(detail, QPlainTextEdit)
    assert "ZeroDivisionError: un medio" in detail.toPlainText()


def test_the_end_of_a_recording_is_told(live: LivePage, script: Script, qtbot: QtBot) -> None:
    script.frames = 3
    live.top_bar.primary.click()
    qtbot.waitUntil(lambda: "Terminó la grabación" in notices(live))
    qtbot.waitUntil(lambda: live.controller.phase is Phase.OFF)


def test_a_camera_plugged_in_later_is_found(open_live: Callable[..., LivePage], qtbot: QtBot) -> None:
    cameras: list[Device] = []
    live = open_live(cameras=cameras)
    source = live.top_bar.source
    assert source.currentText() == "Sin cámara: solo voz"
    assert live.signals.isHidden()
    cameras.append(Device("0", "Logitech C920"))
    source.activated.emit(source.findText("Buscar cámaras de nuevo"))
    qtbot.waitUntil(lambda: source.currentText() == "Logitech C920")
    assert live.signals.isVisible()


def test_without_any_device_the_page_says_what_to_do(open_live: Callable[..., LivePage]) -> None:
    live = open_live(cameras=(), microphones=())
    live.toggle()
    assert "conecta una cámara o un micrófono" in notices(live)
    assert live.controller.phase is Phase.OFF


def test_landmarks_can_be_hidden(live: LivePage, script: Script, qtbot: QtBot) -> None:
    script.perceived = perceived()
    start(live, qtbot)
    qtbot.waitUntil(lambda: colors(live) > 2)
    press(live, Qt.Key.Key_P)
    assert not live.top_bar.points.isChecked()
    assert colors(live) == 2


def colors(live: LivePage) -> int:
    """Distinct colours in a patch of the picture, of which the scripted frame has two."""
    view = live.stage.video
    area = view.picture_area().toRect().adjusted(30, 30, -30, -30)
    image = view.grab(area).toImage().convertToFormat(QImage.Format.Format_RGB32)
    rows = range(0, image.height(), 3)
    middle = image.width() // 2
    return len({image.pixel(x, y) for y in rows for x in range(0, image.width(), 3) if abs(x - middle) > 4})


def test_the_picture_is_mirrored(live: LivePage, script: Script, qtbot: QtBot) -> None:
    start(live, qtbot)
    area = live.stage.video.picture_area().toRect()
    image = live.stage.video.grab().toImage()
    assert image.pixelColor(area.left() + 40, area.center().y()).blue() == 200
    assert image.pixelColor(area.right() - 40, area.center().y()).red() == 200


def test_space_c_and_escape_work_from_the_keyboard(live: LivePage, script: Script, qtbot: QtBot) -> None:
    live.signals.list.setFocus()
    press(live.signals.list, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: live.controller.phase is Phase.RUNNING)
    press(live, Qt.Key.Key_C)
    assert live.calibration.isVisible()
    assert live.calibration.title == "Acomódate frente a la cámara"
    press(live, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not live.isVisible())
    assert not script.sessions[0].running


def test_the_space_bar_still_presses_a_focused_button(live: LivePage, script: Script, qtbot: QtBot) -> None:
    start(live, qtbot)
    live.top_bar.calibration.setFocus()
    press(live.top_bar.calibration, Qt.Key.Key_Space)
    qtbot.waitUntil(live.calibration.isVisible)
    assert live.controller.phase is Phase.RUNNING


def test_v_opens_the_paragraph_that_calibrates_the_rate_and_its_outcome_is_told(live: LivePage, qtbot: QtBot) -> None:
    start(live, qtbot)
    press(live, Qt.Key.Key_V)
    assert live.reading.isVisible()
    assert "Buenas tardes, gracias por llamar" in paragraph(live)
    live.controller.events.emit([ReadingChanged(3.0, 0.5, False, None)], None)
    assert live.reading.progress == 50
    live.controller.events.emit([ReadingChanged(30.0, 1.0, True, 148.0)], None)
    assert "unas 150 palabras por minuto" in live.reading.text


def test_a_reading_of_something_else_can_be_tried_again(live: LivePage, qtbot: QtBot) -> None:
    start(live, qtbot)
    live.voice.calibration.click()
    live.controller.events.emit([ReadingChanged(30.0, 0.4, True, None)], None)
    assert "No alcancé a medir tu ritmo" in live.reading.text
    next(b for b in live.reading.findChildren(QPushButton) if b.text() == "Otra ve&z").click()
    assert "Empieza cuando quieras" in live.reading.text


def test_a_reading_that_was_given_up_does_not_come_back(live: LivePage, qtbot: QtBot) -> None:
    start(live, qtbot)
    live.voice.calibration.click()
    next(b for b in live.reading.findChildren(QPushButton) if b.text() == "&Cancelar").click()
    live.controller.events.emit([ReadingChanged(30.0, 0.4, False, None)], None)
    assert live.reading.isHidden()


def test_escape_gives_up_the_reading_not_the_page(live: LivePage, qtbot: QtBot) -> None:
    start(live, qtbot)
    press(live, Qt.Key.Key_V)
    focused = live.focusWidget()
    assert focused is not None
    press(focused, Qt.Key.Key_Escape)
    assert live.reading.isHidden()
    assert live.isVisible()


def test_there_is_nothing_to_read_while_nobody_listens(live: LivePage) -> None:
    press(live, Qt.Key.Key_V)
    assert live.reading.isHidden()


def paragraph(live: LivePage) -> str:
    return " ".join(label.text() for label in live.reading.findChildren(QLabel) if label.isVisible())


def test_the_mask_can_be_told_by_hand(live: LivePage, script: Script, qtbot: QtBot) -> None:
    choice = live.top_bar.mask_choice
    choice.setCurrentIndex(choice.findText("Llevo cubrebocas"))
    start(live, qtbot)
    assert script.mask is True
    choice.setCurrentIndex(choice.findText("Cubrebocas: auto"))
    qtbot.waitUntil(lambda: script.mask is None)


def test_every_control_has_a_name_for_screen_readers(live: LivePage) -> None:
    lists = [live.signals.list, live.voice.tones, live.voice.findings]
    gauges = [live.voice.rate, live.voice.level, live.voice.inflection]
    controls = [*live.findChildren(QAbstractButton), *live.findChildren(QComboBox), *lists, *gauges]
    assert len(controls) > 5
    assert all(control.accessibleName() for control in controls)
    assert live.stage.video.accessibleName()


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
@pytest.mark.parametrize("size", [(960, 640), (1280, 800), (1920, 1080)])
def test_nothing_is_cut_off_or_overlaps(
    open_live: Callable[..., LivePage],
    script: Script,
    qtbot: QtBot,
    palette: Palette,
    size: tuple[int, int],
    tmp_path: Path,
) -> None:
    script.events = [ConditionChanged(0.0, "oscuro", True), Cue(0.0, "Abre los hombros", ("x",), "corrige")]
    live = open_live(palette, *size)
    start(live, qtbot)
    qtbot.waitUntil(lambda: live.stage.notices.isVisible())
    picture = live.grab().toImage()
    assert (picture.width(), picture.height()) == size
    assert picture.save(str(tmp_path / f"{palette.name}-{size[0]}.png"))
    assert len({picture.pixel(x, y) for x in range(0, size[0], 16) for y in range(0, size[1], 16)}) > 8
    top = live.top_bar
    bar = [top.source, top.microphone, top.primary, top.calibration, top.mask_choice, top.points]
    for left, right in itertools.pairwise(bar):
        assert left.geometry().right() < right.geometry().left()
    assert bar[-1].geometry().right() < top.width()
    for button in (top.primary, top.calibration, live.voice.calibration):
        assert button.width() >= button.minimumSizeHint().width()
    assert live.stage.geometry().bottom() < live.voice.geometry().top()
    assert live.voice.height() >= live.voice.minimumSizeHint().height()
    for label in live.voice.findChildren(QLabel):
        assert label.width() >= label.fontMetrics().horizontalAdvance(label.text())
    assert live.stage.rect().contains(live.stage.notices.geometry())
    assert live.advice.geometry().bottom() < live.stage.geometry().top()
    assert live.signals.list.verticalScrollBar().maximum() == 0


def test_the_length_of_a_session_is_told_as_its_report_will_tell_it(
    live: LivePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the record's time, which counts on where picture and sound began apart; in seconds that have passed."""
    monkeypatch.setattr(LiveRecorder, "seconds", 27.9)
    live.recorder = lambda: LiveRecorder("en_vivo", datetime.now().astimezone())
    live.end.offer(report=True, keep=False)
    start(live, qtbot)
    qtbot.waitUntil(lambda: live.feed.now is not None)
    live.toggle()
    qtbot.waitUntil(lambda: live.controller.phase is Phase.OFF)
    assert "Sesión de 27 s" in notices(live)
    assert live.top_bar.primary.property("quiet"), "its report is the next step"
