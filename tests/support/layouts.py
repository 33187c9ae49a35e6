"""How often a widget at rest is asked to lay itself out anew, which should be never."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


def layouts(widget: QWidget, qtbot: QtBot) -> int:
    """The layouts that `widget` is asked for in a fifth of a second."""
    asked = _Asked()
    widget.installEventFilter(asked)
    qtbot.wait(200)
    widget.removeEventFilter(asked)
    return asked.layouts


class _Asked(QObject):
    layouts = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Count, and let everything through."""
        self.layouts += event.type() == QEvent.Type.LayoutRequest
        return super().eventFilter(watched, event)
