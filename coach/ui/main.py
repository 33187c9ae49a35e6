"""Opens the window on the desktop."""

from __future__ import annotations

import signal
import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from coach import app
from coach.manual.catalog import load_catalog
from coach.manual.conditions import load_conditions
from coach.manual.findings import load_findings
from coach.manual.reading import load_reading
from coach.manual.tones import load_abstentions, load_tones
from coach.ui.live_page import LivePage
from coach.ui.main_window import MainWindow
from coach.ui.microphone_chooser import SYSTEM
from coach.ui.theme import Theme, system_palette
from coach.ui.voice_panel import VoiceTables

HEARTBEAT_MS = 200
"""Qt's loop runs no Python while nothing happens, and Python looks at signals only when it runs."""


def run(where: str | None, autostart: bool, microphone: str | None = SYSTEM) -> int:
    """Show the window until it is closed (Ctrl-C in the terminal closes it too); the exit code.

    `where` is a camera's number, an address or a recording, None for voice alone; `microphone` a name or a sound file,
    "" for the recording's own or else the system's, None for no voice. Both stay off until the user starts them,
    unless `autostart`.
    """
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Coach")
    QApplication.setStyle("Fusion")
    voice = VoiceTables(load_findings(), load_tones(), load_abstentions(), load_reading().text)
    live = LivePage(app.live_session, load_catalog(), load_conditions(), voice, Theme(system_palette()))
    window = MainWindow({"en_vivo": live})
    live.top_bar.source.choose(where)
    if microphone != SYSTEM:  # which is what is taken by itself, unless a recording brings its own sound
        live.top_bar.microphone.choose(microphone)
    window.resize(1280, 800)
    window.show()
    live.devices.find(app.cameras, app.microphones)
    if autostart:
        live.toggle()
    signal.signal(signal.SIGINT, lambda *_: window.close())
    heartbeat = QTimer(window, interval=HEARTBEAT_MS)
    heartbeat.timeout.connect(lambda: None)
    heartbeat.start()
    return application.exec()
