"""What an agent sees and does in the window."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coach.core.events import ConditionChanged, Cue, ReadingChanged, SignalChanged, State, VoiceFeatures
from coach.errors import KnownError
from coach.ui import main_window
from coach.ui.main_window import MainWindow
from coach.ui.session import Phase
from coach.ui.signals_model import Role, Showing
from coach.ui.theme import DARK, LIGHT, Palette
from tests.ui.script import Device, Script, perceived
from tests.ui.voice import SPEAKING


def start(window: MainWindow, qtbot: QtBot) -> None:
    window.top_bar.primary.click()
    qtbot.waitUntil(lambda: window.controller.phase is Phase.RUNNING)


def press(widget: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(widget, key)


def words(window: MainWindow, id: str) -> str:
    showing = window.model.index(window.model.row_of(id)).data(Role.SHOWING)
    assert isinstance(showing, Showing)
    return showing.words


def notices(window: MainWindow) -> str:
    return " ".join(label.text() for label in window.stage.notices.findChildren(QLabel) if label.isVisible())


def test_the_camera_is_off_until_the_user_starts_it(window: MainWindow, script: Script) -> None:
    assert not script.sessions
    assert window.status.camera.text() == "Cámara apagada"
    assert window.status.microphone.text() == "Micrófono apagado"
    assert "cámara y el micrófono están apagados" in window.advice.text
    assert window.top_bar.primary.text() == "&Iniciar"
    assert window.focusWidget() is window.top_bar.primary


def test_start_and_stop_turn_the_camera_on_and_off(window: MainWindow, script: Script, qtbot: QtBot) -> None:
    start(window, qtbot)
    assert script.where == "0"
    assert script.microphone == ""
    assert window.status.camera.text() == "Cámara encendida"
    assert window.status.microphone.text() == "Micrófono encendido"
    qtbot.waitUntil(lambda: window.status.level.text() == "Esfuerzo B")
    window.top_bar.primary.click()
    assert window.top_bar.primary.text() == "Deteniendo…"
    qtbot.waitUntil(lambda: window.controller.phase is Phase.OFF)
    assert not script.sessions[0].running
    assert window.status.camera.text() == "Cámara apagada"


def test_a_session_can_be_started_again(window: MainWindow, script: Script, qtbot: QtBot) -> None:
    for _ in range(2):
        start(window, qtbot)
        window.top_bar.primary.click()
        qtbot.waitUntil(lambda: window.controller.phase is Phase.OFF)
    assert len(script.sessions) == 2


def test_signals_show_their_state_in_words_and_for_how_long(window: MainWindow, script: Script, qtbot: QtBot) -> None:
    script.events = [
        SignalChanged(-3.5, "sonrisa", State.PRESENT, 1.2),
        SignalChanged(-1.0, "brazos_cruzados", State.ABSENT, 0.1),
        SignalChanged(-1.0, "piernas_cruzadas", State.NOT_OBSERVABLE, None),
    ]
    start(window, qtbot)
    qtbot.waitUntil(lambda: words(window, "sonrisa") == "presente · 3 s")
    assert words(window, "brazos_cruzados") == "—"
    assert words(window, "piernas_cruzadas") == "no observable"
    assert words(window, "asentir") == ""


def test_signals_the_chain_says_nothing_of_are_not_observable(window: MainWindow, script: Script, qtbot: QtBot) -> None:
    script.perceived = perceived()
    start(window, qtbot)
    qtbot.waitUntil(lambda: words(window, "asentir") == "no observable")


def test_a_signal_that_ended_tells_how_long_ago(window: MainWindow, script: Script, qtbot: QtBot) -> None:
    start(window, qtbot)
    window.model.apply(SignalChanged(-9.0, "asentir", State.PRESENT, 1.2))
    window.model.apply(SignalChanged(-5.0, "asentir", State.ABSENT, 0.1))
    qtbot.waitUntil(lambda: words(window, "asentir").startswith("hace 5 s"))


def test_all_states_are_forgotten_when_the_camera_goes_off(window: MainWindow, script: Script, qtbot: QtBot) -> None:
    script.events = [SignalChanged(0.0, "sonrisa", State.PRESENT, 1.2), ConditionChanged(0.0, "oscuro", True)]
    start(window, qtbot)
    qtbot.waitUntil(lambda: words(window, "sonrisa") != "" and "Falta luz" in notices(window))
    window.top_bar.primary.click()
    qtbot.waitUntil(lambda: window.controller.phase is Phase.OFF)
    assert words(window, "sonrisa") == ""
    assert window.stage.notices.isHidden()


def test_one_line_of_advice_is_shown_and_falls_silent(window: MainWindow, script: Script, qtbot: QtBot) -> None:
    script.events = [Cue(0.0, "Suelta los brazos", ("brazos_cruzados",), "corrige")]
    start(window, qtbot)
    qtbot.waitUntil(lambda: window.advice.text == "Suelta los brazos")
    assert window.advice.accessibleName() == "Un ajuste: Suelta los brazos"
    window.advice.refresh(7.9)
    assert window.advice.text == "Suelta los brazos"
    window.advice.refresh(8.1)
    assert window.advice.text == "Te acompaño. Sin avisos por ahora."


@pytest.mark.parametrize(
    ("id", "name", "advice"),
    [
        ("camara_ocupada", "Cámara ocupada por otro programa", "Cierra el programa que usa la cámara"),
        ("camara_detenida", "La cámara dejó de enviar imagen", "Revisa la cámara: no llega imagen"),
        ("nadie", "Nadie a la vista", "Acércate hasta verte en la imagen"),
        ("contraluz", "Luz por detrás", "Pon la luz de frente, no detrás"),
        ("varias_personas", "Varias personas a la vista", "Sigo a quien está al centro"),
    ],
)
def test_a_condition_shows_what_to_do_until_it_ends(
    window: MainWindow, script: Script, qtbot: QtBot, id: str, name: str, advice: str
) -> None:
    script.events = [ConditionChanged(0.0, id, True)]
    start(window, qtbot)
    qtbot.waitUntil(lambda: name in notices(window) and advice in notices(window))
    window.controller.events.emit([ConditionChanged(1.0, id, False)], None)
    qtbot.waitUntil(lambda: window.stage.notices.isHidden())


def test_a_microphone_that_fails_is_told_everywhere_and_the_picture_goes_on(
    window: MainWindow, script: Script, qtbot: QtBot
) -> None:
    script.events = [VoiceFeatures(0.0, SPEAKING), ConditionChanged(0.0, "microfono_desconectado", True)]
    start(window, qtbot)
    qtbot.waitUntil(lambda: "Vuelve a conectar el micrófono" in notices(window))
    assert window.voice.rate.text == "Micrófono desconectado"
    assert window.status.microphone.text() == "Micrófono sin sonido"
    assert window.status.camera.text() == "Cámara encendida"
    window.controller.events.emit([ConditionChanged(1.0, "microfono_desconectado", False)], None)
    window.controller.events.emit([VoiceFeatures(1.0, SPEAKING)], None)
    qtbot.waitUntil(lambda: window.voice.rate.text.startswith("145 palabras por minuto"))
    assert window.status.microphone.text() == "Micrófono encendido"


def test_a_voice_that_is_too_loud_is_told_and_still_measured(window: MainWindow, script: Script, qtbot: QtBot) -> None:
    script.events = [VoiceFeatures(0.0, SPEAKING), ConditionChanged(0.0, "microfono_saturado", True)]
    start(window, qtbot)
    qtbot.waitUntil(lambda: "Tu voz llega saturada" in notices(window))
    assert window.voice.rate.text.startswith("145 palabras por minuto")


def test_without_a_microphone_the_picture_works_and_a_line_says_that_nobody_listens(
    open_window: Callable[..., MainWindow], script: Script, qtbot: QtBot
) -> None:
    window = open_window(microphones=())
    assert window.voice.mute.isVisible()
    start(window, qtbot)
    assert script.microphone is None
    press(window, Qt.Key.Key_V)
    assert window.reading.isHidden()
    assert window.status.microphone.text() == "Sin micrófono"
    assert window.status.camera.text() == "Cámara encendida"


def test_a_recording_is_heard_by_its_own_sound_as_long_as_it_is_shown(window: MainWindow) -> None:
    source, microphone = window.top_bar.source, window.top_bar.microphone
    source.choose(__file__)
    assert microphone.where == __file__
    assert microphone.currentText() == "Sonido de la grabación"
    microphone.set_devices([])  # looked for anew: nobody has chosen yet
    assert microphone.where == __file__
    source.choose("0")
    assert microphone.where == ""
    assert microphone.findText("Sonido de la grabación") == -1


def test_a_microphone_that_was_chosen_stays_when_a_recording_is_opened(window: MainWindow) -> None:
    source, microphone = window.top_bar.source, window.top_bar.microphone
    microphone.activated.emit(microphone.findText("Diadema USB"))
    source.choose(__file__)
    assert microphone.where == "3"
    assert microphone.findText("Sonido de la grabación") > 0


def test_alt_r_goes_to_the_microphones(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    assert window.focusWidget() is window.top_bar.microphone


def test_a_source_that_fails_is_told_in_full_and_the_camera_is_off(
    window: MainWindow, script: Script, qtbot: QtBot
) -> None:
    script.error = KnownError("No pude abrir «clase.mp4»: no existe. Revisa el nombre.")
    window.top_bar.primary.click()
    qtbot.waitUntil(lambda: str(script.error) in notices(window))
    qtbot.waitUntil(lambda: window.controller.phase is Phase.OFF)
    assert str(script.error) in notices(window)
    button = next(b for b in window.stage.notices.findChildren(QPushButton) if b.text() == "&Entendido")
    button.click()
    assert window.stage.notices.isHidden()


def test_a_bug_is_told_calmly_with_its_detail_on_demand(window: MainWindow, script: Script, qtbot: QtBot) -> None:
    script.building_error = ZeroDivisionError("un medio")
    window.top_bar.primary.click()
    qtbot.waitUntil(lambda: "Algo falló dentro de Coach" in notices(window))
    assert window.controller.phase is Phase.OFF
    assert "ZeroDivisionError" not in notices(window)
    button = next(b for b in window.stage.notices.findChildren(QPushButton) if b.text() == "&Ver detalle")
    before = window.stage.notices.height()
    button.click()
    qtbot.waitUntil(lambda: window.stage.notices.height() > before)
    detail = window.stage.notices.findChild(QPlainTextEdit)
    assert isinstance(detail, QPlainTextEdit)
    assert "ZeroDivisionError: un medio" in detail.toPlainText()


def test_the_end_of_a_recording_is_told(window: MainWindow, script: Script, qtbot: QtBot) -> None:
    script.frames = 3
    window.top_bar.primary.click()
    qtbot.waitUntil(lambda: "Terminó la grabación" in notices(window))
    qtbot.waitUntil(lambda: window.controller.phase is Phase.OFF)


def test_a_camera_plugged_in_later_is_found(open_window: Callable[..., MainWindow], qtbot: QtBot) -> None:
    cameras: list[Device] = []
    window = open_window(cameras=cameras)
    source = window.top_bar.source
    assert source.currentText() == "Sin cámara: solo voz"
    assert window.signals.isHidden()
    cameras.append(Device("0", "Logitech C920"))
    source.activated.emit(source.findText("Buscar cámaras de nuevo"))
    qtbot.waitUntil(lambda: source.currentText() == "Logitech C920")
    assert window.signals.isVisible()


def test_a_desktop_that_turns_dark_darkens_the_window(
    open_window: Callable[..., MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(palette=None)
    monkeypatch.setattr(main_window, "system_palette", lambda: DARK)
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert window.palette().window().color().name() == DARK.window


def test_without_any_device_the_window_says_what_to_do(open_window: Callable[..., MainWindow]) -> None:
    window = open_window(cameras=(), microphones=())
    window.toggle()
    assert "conecta una cámara o un micrófono" in notices(window)
    assert window.controller.phase is Phase.OFF


def test_landmarks_can_be_hidden(window: MainWindow, script: Script, qtbot: QtBot) -> None:
    script.perceived = perceived()
    start(window, qtbot)
    qtbot.waitUntil(lambda: colors(window) > 2)
    press(window, Qt.Key.Key_P)
    assert not window.top_bar.points.isChecked()
    assert colors(window) == 2


def colors(window: MainWindow) -> int:
    """Distinct colours in a patch of the picture, of which the scripted frame has two."""
    view = window.stage.video
    area = view.picture_area().toRect().adjusted(30, 30, -30, -30)
    image = view.grab(area).toImage().convertToFormat(QImage.Format.Format_RGB32)
    rows = range(0, image.height(), 3)
    middle = image.width() // 2
    return len({image.pixel(x, y) for y in rows for x in range(0, image.width(), 3) if abs(x - middle) > 4})


def test_the_picture_is_mirrored(window: MainWindow, script: Script, qtbot: QtBot) -> None:
    start(window, qtbot)
    area = window.stage.video.picture_area().toRect()
    image = window.stage.video.grab().toImage()
    assert image.pixelColor(area.left() + 40, area.center().y()).blue() == 200
    assert image.pixelColor(area.right() - 40, area.center().y()).red() == 200


def test_space_c_and_escape_work_from_the_keyboard(window: MainWindow, script: Script, qtbot: QtBot) -> None:
    window.signals.list.setFocus()
    press(window.signals.list, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.controller.phase is Phase.RUNNING)
    press(window, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: "mira a la cámara" in window.stage.calibration.text)
    assert window.stage.calibration.isVisible()
    press(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.isVisible())
    assert not script.sessions[0].running


def test_the_space_bar_still_presses_a_focused_button(window: MainWindow, script: Script, qtbot: QtBot) -> None:
    start(window, qtbot)
    window.top_bar.calibration.setFocus()
    press(window.top_bar.calibration, Qt.Key.Key_Space)
    qtbot.waitUntil(window.stage.calibration.isVisible)
    assert window.controller.phase is Phase.RUNNING


def test_v_opens_the_paragraph_that_calibrates_the_rate_and_its_outcome_is_told(
    window: MainWindow, qtbot: QtBot
) -> None:
    start(window, qtbot)
    press(window, Qt.Key.Key_V)
    assert window.reading.isVisible()
    assert "Buenas tardes, gracias por llamar" in paragraph(window)
    window.controller.events.emit([ReadingChanged(3.0, 0.5, False, None)], None)
    assert window.reading.progress == 50
    window.controller.events.emit([ReadingChanged(30.0, 1.0, True, 148.0)], None)
    assert "unas 150 palabras por minuto" in window.reading.text


def test_a_reading_of_something_else_can_be_tried_again(window: MainWindow, qtbot: QtBot) -> None:
    start(window, qtbot)
    window.voice.calibration.click()
    window.controller.events.emit([ReadingChanged(30.0, 0.4, True, None)], None)
    assert "No alcancé a medir tu ritmo" in window.reading.text
    next(b for b in window.reading.findChildren(QPushButton) if b.text() == "&Otra vez").click()
    assert "Empieza cuando quieras" in window.reading.text


def test_a_reading_that_was_given_up_does_not_come_back(window: MainWindow, qtbot: QtBot) -> None:
    start(window, qtbot)
    window.voice.calibration.click()
    next(b for b in window.reading.findChildren(QPushButton) if b.text() == "&Cancelar").click()
    window.controller.events.emit([ReadingChanged(30.0, 0.4, False, None)], None)
    assert window.reading.isHidden()


def test_escape_gives_up_the_reading_not_the_window(window: MainWindow, qtbot: QtBot) -> None:
    start(window, qtbot)
    press(window, Qt.Key.Key_V)
    focused = window.focusWidget()
    assert focused is not None
    press(focused, Qt.Key.Key_Escape)
    assert window.reading.isHidden()
    assert window.isVisible()


def test_there_is_nothing_to_read_while_nobody_listens(window: MainWindow) -> None:
    press(window, Qt.Key.Key_V)
    assert window.reading.isHidden()


def paragraph(window: MainWindow) -> str:
    return " ".join(label.text() for label in window.reading.findChildren(QLabel) if label.isVisible())


def test_the_mask_can_be_told_by_hand(window: MainWindow, script: Script, qtbot: QtBot) -> None:
    choice = window.top_bar.mask_choice
    choice.setCurrentIndex(choice.findText("Llevo cubrebocas"))
    start(window, qtbot)
    assert script.mask is True
    choice.setCurrentIndex(choice.findText("Cubrebocas: auto"))
    qtbot.waitUntil(lambda: script.mask is None)


def test_every_control_has_a_name_for_screen_readers(window: MainWindow) -> None:
    lists = [window.signals.list, window.voice.tones, window.voice.findings]
    gauges = [window.voice.rate, window.voice.level, window.voice.inflection]
    controls = [*window.findChildren(QAbstractButton), *window.findChildren(QComboBox), *lists, *gauges]
    assert len(controls) > 5
    assert all(control.accessibleName() for control in controls)
    assert window.stage.video.accessibleName()


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
@pytest.mark.parametrize("size", [(960, 640), (1280, 800), (1920, 1080)])
def test_nothing_is_cut_off_or_overlaps(
    open_window: Callable[..., MainWindow],
    script: Script,
    qtbot: QtBot,
    palette: Palette,
    size: tuple[int, int],
    tmp_path: Path,
) -> None:
    script.events = [ConditionChanged(0.0, "oscuro", True), Cue(0.0, "Abre los hombros", ("x",), "corrige")]
    window = open_window(palette, *size)
    start(window, qtbot)
    qtbot.waitUntil(lambda: window.stage.notices.isVisible())
    picture = window.grab().toImage()
    assert (picture.width(), picture.height()) == size
    assert picture.save(str(tmp_path / f"{palette.name}-{size[0]}.png"))
    assert len({picture.pixel(x, y) for x in range(0, size[0], 16) for y in range(0, size[1], 16)}) > 8
    top = window.top_bar
    bar = [top.source, top.microphone, top.primary, top.calibration, top.mask_choice, top.points]
    for left, right in itertools.pairwise(bar):
        assert left.geometry().right() < right.geometry().left()
    assert bar[-1].geometry().right() < top.width()
    for button in (top.primary, top.calibration, window.voice.calibration):
        assert button.width() >= button.minimumSizeHint().width()
    assert window.stage.geometry().bottom() < window.voice.geometry().top()
    assert window.voice.height() >= window.voice.minimumSizeHint().height()
    for label in window.voice.findChildren(QLabel):
        assert label.width() >= label.fontMetrics().horizontalAdvance(label.text())
    assert window.stage.rect().contains(window.stage.notices.geometry())
    assert window.advice.geometry().bottom() < window.stage.geometry().top()
    assert window.signals.list.verticalScrollBar().maximum() == 0
