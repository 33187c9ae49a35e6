"""One window whose screens are looked at: pictures of them, and what is wrong with them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from coach.preferences import Consent
from coach.ui.composition import Composition
from coach.ui.main_window import MainWindow
from coach.ui.privacy_text import VERSION
from tests.support.fits import faults

SIZES = [(1280, 800), (1920, 1080)]
SMALLEST = (960, 640)
"""The least that the window can be."""
SHAPES = [(look, size) for look in ("claro", "oscuro") for size in SIZES] + [("claro", SMALLEST)]
in_every_shape = pytest.mark.parametrize(("look", "size"), SHAPES, ids=[f"{look}-{size[0]}" for look, size in SHAPES])


TWICE = "COACH_SCREENS_TWICE"
"""Set in the run with pictures of twice as many pixels."""


class Screens:
    """One window on a scripted session and analysis; `look` shows a state, saves its picture and finds its faults."""

    def __init__(self, whole: Composition, window: MainWindow, folder: Path, name: str, qtbot: QtBot) -> None:
        self.whole, self.window, self.qtbot = whole, window, qtbot
        self.found: dict[str, list[str]] = {}
        self._folder, self._name = folder, name

    def look(self, state: str) -> None:
        for _ in range(3):
            QApplication.processEvents()
        self.save(self.window, state)
        wrong = self._wrong()
        if wrong:  # a running session may have just put words where there were none: what stays so is wrong
            self.qtbot.wait(50)
            wrong = self._wrong()
        if wrong:
            self.found[state] = wrong

    def _wrong(self) -> list[str]:
        return [*faults(self.window), *shared_keys(self.window), *unnamed(self.window), *rivals(self.window)]

    def save(self, widget: QWidget, state: str) -> None:
        assert widget.grab().save(str(self._folder / f"{state}-{self._name}.png"))

    def to(self, page: str) -> None:
        self.window.show_page(page)


AGREED = Consent(VERSION, datetime(2026, 11, 22, 9, 30, tzinfo=UTC))


def unnamed(window: QWidget) -> Iterator[str]:
    """A line for each part in sight that the Tab key reaches and of which a screen reader could say nothing."""
    for one in window.findChildren(QWidget):
        reached = one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.focusProxy() is None
        if reached and one.isVisible() and not one.accessibleName() and not one.property("text"):
            yield f"nameless: {type(one).__name__} {one.objectName()}".rstrip()


def rivals(window: QWidget) -> list[str]:
    """A line where more than one button in sight looks like the next step."""
    leading = [
        button.text()
        for button in window.findChildren(QAbstractButton, "primary")
        if button.isVisible() and button.isEnabled() and not button.property("quiet")
    ]
    return [f"rivals: {', '.join(leading)}"] if len(leading) > 1 else []


def in_sight(shortcut: QShortcut) -> bool:
    owner = shortcut.parent()
    return isinstance(owner, QWidget) and owner.isVisible()


def shared_keys(window: QWidget) -> Iterator[str]:
    """A line for each key that, with Alt, means more than one thing in sight."""
    texts = [button.text() for button in window.findChildren(QAbstractButton) if button.isVisible()]
    texts += [label.text() for label in window.findChildren(QLabel) if label.isVisible() and label.buddy() is not None]
    keys = [shortcut.key().toString() for shortcut in window.findChildren(QShortcut) if in_sight(shortcut)]
    texts += [f"&{key.removeprefix('Alt+')} (atajo)" for key in keys if key.startswith("Alt+")]
    named: defaultdict[str, list[str]] = defaultdict(list)
    for text in texts:
        for key in re.findall(r"&([^&])", text)[:1]:
            named[key.lower()].append(text)
    for key, same in named.items():
        if len(same) > 1:
            yield f"Alt+{key}: {', '.join(same)}"
