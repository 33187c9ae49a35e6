"""Choosing where picture and voice come from."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox, QFileDialog, QInputDialog, QLineEdit
from pytestqt.qtbot import QtBot

from coach.ui.microphone_chooser import MicrophoneChooser
from coach.ui.source_chooser import SourceChooser
from coach.ui.theme import LIGHT, Theme
from tests.ui.script import Device

OTHERS = ["Sin cámara: solo voz", "Buscar cámaras de nuevo", "Dirección de red…", "Abrir grabación…"]


@pytest.fixture
def microphone(qtbot: QtBot) -> MicrophoneChooser:
    microphone = MicrophoneChooser(Theme(LIGHT))
    qtbot.addWidget(microphone)
    return microphone


@pytest.fixture
def chooser(qtbot: QtBot) -> SourceChooser:
    chooser = SourceChooser(Theme(LIGHT))
    qtbot.addWidget(chooser)
    return chooser


def names(chooser: QComboBox) -> list[str]:
    return [chooser.itemText(place) for place in range(chooser.count()) if chooser.itemText(place)]


def test_cameras_are_listed_by_name_and_the_first_is_chosen(chooser: SourceChooser) -> None:
    chooser.set_devices([Device("0", "Cámara integrada"), Device("2", "Logitech C920")])
    assert names(chooser) == ["Cámara integrada", "Logitech C920", *OTHERS]
    assert chooser.where == "0"
    chooser.activated.emit(1)
    assert chooser.where == "2"
    assert chooser.currentText() == "Logitech C920"


def test_what_was_asked_for_stays_chosen_when_the_cameras_are_found(chooser: SourceChooser) -> None:
    chooser.choose("http://127.0.0.1:8080/video")
    chooser.set_devices([Device("0", "Cámara integrada")])
    assert chooser.where == "http://127.0.0.1:8080/video"
    assert chooser.currentText() == "127.0.0.1"


def test_a_camera_asked_for_by_number_gets_its_name_once_found(chooser: SourceChooser) -> None:
    chooser.choose("1")
    assert chooser.currentText() == "Cámara 2"
    chooser.set_devices([Device("0", "Cámara integrada"), Device("1", "Logitech C920")])
    assert chooser.currentText() == "Logitech C920"
    assert names(chooser).count("Logitech C920") == 1


def test_a_camera_asked_for_by_name_is_listed_once(chooser: SourceChooser) -> None:
    chooser.choose("Logitech C920")
    chooser.set_devices([Device("0", "Cámara integrada"), Device("1", "Logitech C920")])
    assert chooser.where == "1"
    assert names(chooser).count("Logitech C920") == 1


def test_an_address_is_asked_for_and_checked(chooser: SourceChooser, qtbot: QtBot) -> None:
    chooser.show()
    chooser.activated.emit(chooser.findText("Dirección de red…"))
    dialog = chooser.findChild(QInputDialog)
    assert isinstance(dialog, QInputDialog)
    field = dialog.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    assert field.fontMetrics().horizontalAdvance("rtsp://agente:secreta@192.168.1.20:554/h264") < field.width()
    with qtbot.waitSignal(chooser.refused) as refusal:
        dialog.textValueSelected.emit("mi cámara")
    assert refusal.args is not None
    assert "«mi cámara» no es una dirección" in refusal.args[0]
    assert chooser.where is None
    dialog.textValueSelected.emit(" rtsp://10.0.0.7/live ")
    assert chooser.where == "rtsp://10.0.0.7/live"
    dialog.close()


def test_a_recording_can_be_opened(chooser: SourceChooser) -> None:
    chooser.show()
    chooser.activated.emit(chooser.findText("Abrir grabación…"))
    dialog = chooser.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit("/grabaciones/clase 3.mp4")
    assert chooser.where == "/grabaciones/clase 3.mp4"
    assert chooser.currentText() == "clase 3.mp4"
    dialog.close()


def test_no_camera_found_is_voice_alone_until_one_is_plugged_in(chooser: SourceChooser) -> None:
    assert chooser.currentText() == "Buscando cámaras…"
    assert not chooser.none_chosen
    chooser.set_devices([])
    assert chooser.currentText() == "Sin cámara: solo voz"
    assert chooser.none_chosen
    chooser.set_devices([Device("0", "Cámara integrada")])
    assert chooser.where == "0"


def test_voice_alone_stays_chosen_when_cameras_are_found(chooser: SourceChooser) -> None:
    chooser.set_devices([Device("0", "Cámara integrada")])
    chooser.activated.emit(chooser.findText("Sin cámara: solo voz"))
    chooser.set_devices([Device("0", "Cámara integrada"), Device("1", "Logitech C920")])
    assert chooser.none_chosen
    assert chooser.currentText() == "Sin cámara: solo voz"


def test_the_system_microphone_is_chosen_while_there_is_one(microphone: MicrophoneChooser) -> None:
    assert microphone.where == ""
    microphone.set_devices([Device("3", "Diadema USB")])
    assert names(microphone)[:3] == ["El del sistema", "Diadema USB", "Sin micrófono"]
    assert microphone.where == ""
    microphone.set_devices([])
    assert microphone.none_chosen
    assert microphone.currentText() == "Sin micrófono"
    microphone.set_devices([Device("3", "Diadema USB")])
    assert microphone.where == ""


def test_a_microphone_is_chosen_by_name_or_none_at_all(microphone: MicrophoneChooser) -> None:
    microphone.set_devices([Device("3", "Diadema USB")])
    microphone.activated.emit(microphone.findText("Diadema USB"))
    assert microphone.where == "3"
    microphone.activated.emit(microphone.findText("Sin micrófono"))
    assert microphone.none_chosen


def test_a_sound_file_may_stand_in_for_the_microphone(microphone: MicrophoneChooser) -> None:
    microphone.show()
    microphone.activated.emit(microphone.findText("Usar un archivo de sonido…"))
    dialog = microphone.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit("/grabaciones/llamada 7.wav")
    assert microphone.where == "/grabaciones/llamada 7.wav"
    assert microphone.currentText() == "llamada 7.wav"
    dialog.close()


def test_what_was_chosen_and_unplugged_stays_chosen(chooser: SourceChooser, microphone: MicrophoneChooser) -> None:
    chooser.set_devices([Device("0", "Cámara integrada"), Device("2", "Logitech C920")])
    chooser.activated.emit(chooser.findText("Logitech C920"))
    chooser.set_devices([Device("0", "Cámara integrada")])
    assert (chooser.where, chooser.currentText()) == ("2", "Logitech C920")
    microphone.choose("")
    microphone.set_devices([])
    assert (microphone.where, microphone.currentText()) == ("", "El del sistema")
