"""The live view on the real chains: recordings of a synthetic person stand in for camera and microphone."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from coach import app
from coach.benchmark.clip import lengthen
from coach.core.events import State
from coach.manual.catalog import load_catalog
from coach.manual.conditions import load_conditions
from coach.ui.live_page import LivePage
from coach.ui.main_window import MainWindow
from coach.ui.session import Phase
from coach.ui.signals_model import Role
from coach.ui.theme import LIGHT, Theme
from coach.ui.voice_panel import VoiceTables

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
CLIP = FIXTURES / "clips" / "sonrisa.mp4"
VOICE = FIXTURES / "audio" / "voz_grave.wav"


def test_a_smile_in_a_recording_is_shown(qtbot: QtBot, voice_tables: VoiceTables, tmp_path: Path) -> None:
    """The smile comes again and again: a busy machine may still be loading models when it comes first."""
    clip = lengthen(CLIP, tmp_path / "sonrisas.mp4", 60.0)
    live = LivePage(app.live_session, load_catalog(), load_conditions(), voice_tables, Theme(LIGHT))
    window = MainWindow({"en_vivo": live}, "en_vivo", palette=LIGHT)
    live.top_bar.microphone.choose(None)
    live.top_bar.source.choose(str(clip))
    window.resize(1280, 800)
    window.show()
    smiles: list[str] = []
    row = live.model.index(live.model.row_of("sonrisa"))

    def note() -> None:
        showing = row.data(Role.SHOWING)
        if showing.state is State.PRESENT:
            smiles.append(showing.words)

    live.model.dataChanged.connect(note)
    live.toggle()
    qtbot.waitUntil(lambda: live.controller.phase is Phase.RUNNING, timeout=20_000)
    qtbot.waitUntil(lambda: bool(smiles), timeout=60_000)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=10_000)
    assert smiles[0].startswith("presente")
    window.deleteLater()


def test_a_voice_alone_is_measured_without_a_camera(qtbot: QtBot, voice_tables: VoiceTables) -> None:
    live = LivePage(app.live_session, load_catalog(), load_conditions(), voice_tables, Theme(LIGHT))
    window = MainWindow({"en_vivo": live}, "en_vivo", palette=LIGHT)
    live.top_bar.source.choose(None)
    live.top_bar.microphone.choose(str(VOICE))
    window.resize(1280, 800)
    window.show()
    live.toggle()
    qtbot.waitUntil(lambda: live.controller.phase is Phase.RUNNING, timeout=20_000)
    assert live.status.camera.text() == "Sin cámara"
    assert live.status.microphone.text() == "Micrófono encendido"
    assert "solo escucho tu voz" in live.stage.video.accessibleDescription()
    qtbot.waitUntil(lambda: "palabras por minuto" in live.voice.rate.text, timeout=20_000)
    assert "sin calibrar" in live.voice.rate.text
    assert live.voice.level.reading.word == "bien"
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=10_000)
    window.deleteLater()
