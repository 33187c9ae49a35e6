"""Opens the window on the desktop: the application, its language, its pages, and Ctrl-C."""

from __future__ import annotations

import signal
import sys
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication

from coach.runtime.arenas import share_arenas
from coach.settings import preferences_file
from coach.ui.app_icon import app_icon
from coach.ui.composition import LIVE, Composition
from coach.ui.garbage import Garbage
from coach.ui.language import speak
from coach.ui.microphone_chooser import SYSTEM
from coach.ui.page import HOME
from coach.ui.preferences_keeper import PreferencesKeeper
from coach.ui.review_chooser import CHOOSER
from coach.ui.review_window import REVISION
from coach.ui.topics import topic_ids

HEARTBEAT_MS = 200
"""Qt's loop runs no Python while nothing happens, and Python looks at signals only when it runs.

With each beat what is due is collected, too.
"""
SWITCH_S = 0.001
"""After so long a worker lets the window's thread have Python, which it needs anew for every stroke that it paints.

With Python's own 5 ms, one in a hundred turns of Qt's loop took 54 ms on a busy machine, with this 36 ms.
"""


@dataclass(frozen=True, slots=True)
class LiveStart:
    """What the live view is to begin on at once.

    `where` is a camera's number, an address or a recording, None for voice alone; `microphone` a name, an address or
    a sound file, "" for the recording's own or else the system's, None for no voice.
    """

    where: str | None
    microphone: str | None = SYSTEM


@dataclass(frozen=True, slots=True)
class ReviewStart:
    """The kept session that is reviewed at once, None to choose one from the list.

    `address`: of the store that it lies in, None for the agent's own; `phrase`: what opens it, if it was typed already.
    """

    session: str | None
    address: str | None = None
    phrase: str | None = field(default=None, repr=False)


def run(live: LiveStart | None = None, review: ReviewStart | None = None) -> int:
    """Show the window until it is closed (Ctrl-C in the terminal closes it too); the exit code.

    It begins on the start screen, with `live` in the live view, running, or with `review` on a session. Before anything
    else comes the privacy notice, unless it was accepted or nothing but recordings is to be opened; once it is, `live`
    runs.
    """
    share_arenas()
    sys.setswitchinterval(SWITCH_S)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Coach")
    QApplication.setStyle("Fusion")
    application.setWindowIcon(app_icon())
    garbage = Garbage()
    try:
        return _show(application, garbage, live, review)
    finally:
        # What Qt's objects hold of each other goes while the application is still there, which Python promises nowhere.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        garbage.close()


def _show(application: QApplication, garbage: Garbage, live: LiveStart | None, review: ReviewStart | None) -> int:
    keeper = PreferencesKeeper(preferences_file(), topic_ids())
    speak(keeper.value.language, application)
    whole = Composition(keeper)
    garbage.follow(whole.live.controller)
    if live is not None:
        whole.live.top_bar.source.choose(live.where)
        if live.microphone != SYSTEM:  # which is what is taken by itself, unless a recording brings its own sound
            whole.live.top_bar.microphone.choose(live.microphone)
    if review is not None:
        whole.learning.begin_review(review.session, review.address, review.phrase)
    window = whole.window(LIVE if live is not None else HOME if review is None else _page_of(review))
    window.open_within(window.screen().availableSize())
    garbage.spare()
    whole.find_devices()
    if live is not None:
        whole.begin_live(window)
    before = signal.signal(signal.SIGINT, lambda *_: window.close())
    heartbeat = QTimer(window, interval=HEARTBEAT_MS)
    heartbeat.timeout.connect(garbage.look)
    heartbeat.start()
    code = application.exec()
    signal.signal(signal.SIGINT, before)
    window.deleteLater()
    return code


def _page_of(review: ReviewStart) -> str:
    return CHOOSER if review.session is None else REVISION
