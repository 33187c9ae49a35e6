"""Opens the window on the desktop."""

from __future__ import annotations

import signal
import sys
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from coach import app
from coach.manual.catalog import load_catalog
from coach.manual.conditions import load_conditions
from coach.manual.findings import load_findings
from coach.manual.tones import load_abstentions, load_tones
from coach.runtime.live import LiveSession
from coach.ui.main_window import MainWindow
from coach.ui.voice_panel import VoiceTables

HEARTBEAT_MS = 200
"""Qt's loop runs no Python while nothing happens, and Python looks at signals only when it runs."""


def run(where: str | None, autostart: bool) -> int:
    """Show the window until it is closed (Ctrl-C in the terminal closes it too); the exit code.

    `where` is a camera's number, an address or a recording, None for the first camera found. The camera stays off
    until the user starts it, unless `autostart`, which needs a `where`.
    """
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Coach")
    QApplication.setStyle("Fusion")
    voice = VoiceTables(load_findings(), load_tones(), load_abstentions())
    window = MainWindow(_session, load_catalog(), load_conditions(), voice)
    if where is not None:
        window.top_bar.source.choose(where)
    window.resize(1280, 800)
    window.show()
    window.devices.find(app.cameras, tuple)
    if autostart and where is not None:
        window.toggle()
    signal.signal(signal.SIGINT, lambda *_: window.close())
    heartbeat = QTimer(window, interval=HEARTBEAT_MS)
    heartbeat.timeout.connect(lambda: None)
    heartbeat.start()
    return application.exec()


def _session(where: str | None, *, microphone: str | None, **hooks: Any) -> LiveSession:
    return app.live_session(where or "", **hooks)
