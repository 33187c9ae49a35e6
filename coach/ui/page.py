"""What the window shows one at a time: the start screen, the live view, the settings, and so on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.ui.theme import Theme

HOME = "inicio"
"""The id of the page that every other leads back to."""


class Themed(Protocol):
    """A part of a page that restyles itself where the style sheet cannot."""

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""


class Page(QWidget):
    """One screen. The window enters it, restyles it, and asks it to leave before it shows another or closes.

    `home` asks for the start screen, `go` for the page of that id, `left` tells that a page which was asked to leave
    is ready to. A page that handles keys itself hands on what it does not know (`super().keyPressEvent`): Escape then
    leads home.
    """

    home = Signal()
    go = Signal(str)
    left = Signal()

    @property
    def dressed(self) -> Sequence[QWidget]:
        """What wears the style sheet, each with all that is in it: a large page does so in parts."""
        return (self,)

    def fill(self, *parts: QWidget) -> None:
        """Beneath each other, from edge to edge; the last takes what is left."""
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for part in parts:
            whole.addWidget(part)
        whole.setStretchFactor(parts[-1], 1)

    def set_theme(self, theme: Theme) -> None:
        """Restyle: what the style sheet cannot do (sizes, painted parts)."""

    def entered(self) -> None:
        """The page is shown now: fill it with what is true now, and give the focus to what comes first."""

    def leave(self) -> bool:
        """Whether another page may take its place at once; otherwise it ends what it does, then emits `left`."""
        return True

    def close_down(self) -> None:
        """The window closes, and this page has left: join threads, let go of what is held."""
