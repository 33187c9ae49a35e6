"""The keys of the live view: everything can be done without the mouse."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut

if TYPE_CHECKING:
    from coach.ui.live_page import LivePage


class LiveKeys:
    """Space starts and stops; digits are moments of the service (0: none); a letter each for the rest.

    Escape ends what runs, then leads home. Alt with a letter goes to a control.
    """

    def __init__(self, page: LivePage, turn_crisis: Callable[[], None]) -> None:
        self._choose = page.service.choose_place
        self._commands: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Space: page.toggle,
            Qt.Key.Key_Escape: page.turn_back,
            Qt.Key.Key_P: page.top_bar.points.toggle,
            Qt.Key.Key_C: page.calibrate,
            Qt.Key.Key_V: page.voice.calibration.click,
            Qt.Key.Key_S: page.desk.turn_pause,
            Qt.Key.Key_N: page.desk.refuse,
            Qt.Key.Key_H: page.desk.look_back,
            Qt.Key.Key_K: turn_crisis,
            Qt.Key.Key_L: page.side.turn,
            Qt.Key.Key_O: page.small.turn,
            Qt.Key.Key_G: page.status.film.toggle,
        }
        for letter, control in (
            ("F", page.top_bar.source),
            ("R", page.top_bar.microphone),
            ("M", page.top_bar.mask_choice),
            ("T", page.service.client),
            ("S", page.signals.list),
        ):
            QShortcut(QKeySequence(f"Alt+{letter}"), page, control.setFocus)

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key asks for; whether it asks for anything."""
        keypad = Qt.KeyboardModifier.KeypadModifier
        if event.modifiers() & ~keypad or event.isAutoRepeat():
            return False
        key = event.key()
        if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self._choose(key - Qt.Key.Key_0)
            return True
        command = self._commands.get(Qt.Key(key))
        if command is not None:
            command()
        return command is not None
