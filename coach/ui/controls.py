"""Labels and buttons, and two controls in the window's own style: a switch, and a list with a visible arrow."""

from __future__ import annotations

from typing import Protocol, TypeVar

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from coach.ui.theme import Theme

W = TypeVar("W", bound=QWidget)


def named(widget: W, name: str) -> W:
    """The widget, under the name by which the style sheet knows it."""
    widget.setObjectName(name)
    return widget


def plain_label(name: str) -> QLabel:
    """A label for words of any length, under the name by which the style sheet knows it."""
    return named(QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText), name)


def read_out(text: str) -> str:
    """What a screen reader says of a button: neither its key nor that a question follows.

    >>> read_out("&Abrir…")
    'Abrir'
    """
    return text.replace("&", "").rstrip("…")


def set_leading(button: QPushButton, leads: bool) -> None:
    """Whether a `primary` button looks like the next step: of two in full colour neither does."""
    button.setProperty("quiet", not leads)
    button.style().unpolish(button)
    button.style().polish(button)


def choice_button(text: str, name: str) -> QPushButton:
    """A button that stays down, under the name by which the style sheet knows it."""
    button = named(QPushButton(text), name)
    button.setCheckable(True)
    return button


class Switch(QCheckBox):
    """A check box drawn as a switch: the knob's side tells its state, not only its colour."""

    def __init__(self, text: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setAccessibleName(read_out(text))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for the switch and its text."""
        text = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text())
        return QSize(text.width() + self._theme.px(52), max(text.height(), self._theme.px(30)))

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802
        """The text may be clicked too."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the switch and its text."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height, on = theme.px(20), self.isChecked()
        track = QRectF(theme.px(3), (self.height() - height) / 2, theme.px(36), height)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRoundedRect(track.adjusted(-2, -2, 2, 2), height / 2 + 2, height / 2 + 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent" if on else "track"))
        painter.drawRoundedRect(track, height / 2, height / 2)
        knob = height * 0.34
        across = track.right() - height / 2 if on else track.left() + height / 2
        painter.setBrush(theme.color("on_accent" if on else "surface"))
        painter.drawEllipse(QPointF(across, track.center().y()), knob, knob)
        painter.setPen(theme.color("text"))
        area = QRect(int(track.right()) + theme.px(8), 0, self.width(), self.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic
        painter.drawText(area, flags, self.text())


class Mark(Protocol):
    """Draws what a control is about into a square, crossed out when `off`."""

    def __call__(self, painter: QPainter, box: QRectF, color: QColor, off: bool = False) -> None:
        """Draw it."""


class ChoiceBox(QComboBox):
    """A combo box with an arrow of our own, as style sheets take Qt's away, and a `mark` before its text if wished."""

    def __init__(self, theme: Theme, mark: Mark | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxVisibleItems(14)
        self._theme = theme
        self._mark, self._mark_off = mark, False
        self.setProperty("marked", mark is not None)

    def set_mark_off(self, off: bool) -> None:
        """Cross the mark out, or not."""
        self._mark_off = off
        self.update()

    def showPopup(self) -> None:  # noqa: N802
        """Let no name be cut off in the list, however narrow the box."""
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + self._theme.px(24))
        super().showPopup()

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self.update()

    @property
    def whole_width(self) -> int:
        """How wide it has to be to show all of its text, px."""
        return self.fontMetrics().horizontalAdvance(self.currentText()) + self._around

    @property
    def _around(self) -> int:
        """What mark, arrow and frame take, px."""
        return self._theme.px(60 if self._mark else 46)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the box with as much of its text as fits, then arrow and mark."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        text, end = self.currentText(), Qt.TextElideMode.ElideRight
        option.currentText = self.fontMetrics().elidedText(text, end, self.width() - self._around)
        painter, unit = QStylePainter(self), self._theme.px(4)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("muted"), 1.8, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        middle = QPointF(self.width() - self._theme.px(16), self.height() / 2)
        ends = (QPointF(-unit, -unit / 2), QPointF(0, unit / 2), QPointF(unit, -unit / 2))
        painter.drawPolyline([middle + end for end in ends])
        if self._mark is not None:
            side = self._theme.px(18)
            box = QRectF(self._theme.px(9), (self.height() - side) / 2, side, side)
            self._mark(painter, box, self._theme.color("muted"), self._mark_off)
