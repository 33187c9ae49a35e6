"""The protocol for a client out of control, as a checklist: one step after the other, each ticked by the agent."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from coach.core.events import State
from coach.manual.crisis import CrisisStep
from coach.ui.controls import named
from coach.ui.glyphs import paint_pointer, paint_state
from coach.ui.tab_order import one_after_the_other
from coach.ui.theme import Theme


class CrisisPanel(QFrame):
    """Return or the button ticks the step that is due; any step can be ticked or unticked by itself. `closed`."""

    closed = Signal()

    def __init__(self, steps: Sequence[CrisisStep], theme: Theme) -> None:
        super().__init__()
        self.setObjectName("crisis")
        self._steps = steps
        self.boxes = [StepBox(step.text, theme, self) for step in steps]
        self.about = named(QLabel(wordWrap=True), "crisisAbout")
        self._next, self._anew, self._close = (QPushButton(self) for _ in range(3))
        named(self._next, "primary")
        self._next.setText(self.tr("Hecho, siguiente"))
        self._anew.setText(self.tr("De nuevo"))
        self._close.setText(self.tr("Cerrar"))
        for button in (self._next, self._anew, self._close):
            button.setAccessibleName(button.text())
        self._next.clicked.connect(self.tick)
        self._anew.clicked.connect(self.begin)
        self._close.clicked.connect(self.closed)
        for box in self.boxes:
            box.toggled.connect(self._show)
        self._lay_out()
        self.set_theme(theme)
        self._show()

    @property
    def due(self) -> int | None:
        """The first step that is not ticked; None when all are."""
        return next((place for place, box in enumerate(self.boxes) if not box.isChecked()), None)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        for box in self.boxes:
            box.set_theme(theme)
        pad = theme.px(14)
        self._layout.setContentsMargins(pad, theme.px(10), pad, theme.px(12))
        self._layout.setSpacing(theme.px(2))

    def begin(self) -> None:
        """Untick all, and wait for the first step."""
        for box in self.boxes:
            box.setChecked(False)
        self._next.setFocus()

    def tick(self) -> None:
        """The step that is due is done."""
        due = self.due
        if due is not None:
            self.boxes[due].setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Return ticks, Escape closes the panel and not the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.tick()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        due = self.due
        for place, box in enumerate(self.boxes):
            box.set_due(place == due)
        over = self.tr("Completaste el protocolo. Respira, y anota lo que acordaste.")
        self.about.setText(over if due is None else self._steps[due].about)
        told = over if due is None else f"{self._steps[due].text}. {self._steps[due].about}"
        self.setAccessibleName(self.tr("Protocolo de crisis: {}").format(told))
        if due is None and self._next.hasFocus():
            self._close.setFocus()  # else Qt passes the focus on to what records, and Space would start it
        self._next.setEnabled(due is not None)

    def _lay_out(self) -> None:
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(named(QLabel(self.tr("Protocolo de crisis")), "crisisTitle"))
        self._layout.addSpacing(6)
        for box in self.boxes:
            self._layout.addWidget(box)
        self._layout.addSpacing(8)
        self._layout.addWidget(self.about)
        self._layout.addStretch(1)
        self._layout.addSpacing(5)
        buttons = QHBoxLayout()
        buttons.setSpacing(5)
        buttons.addWidget(self._close)
        buttons.addWidget(self._anew)
        buttons.addWidget(self._next, 1)
        self._layout.addLayout(buttons)
        one_after_the_other([*self.boxes, self._close, self._anew, self._next])


class StepBox(QCheckBox):
    """A step: a ring until it is done, then a tick; a pointer before the one that is due."""

    def __init__(self, text: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._theme, self._due = theme, False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(text)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def set_due(self, due: bool) -> None:
        """Whether this is the step to do now."""
        self._due = due
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """One line, high enough to be hit by a finger's breadth of mouse."""
        width = QFontMetrics(self._letters(True)).horizontalAdvance(self.text())
        return QSize(width + self._theme.px(52), self._theme.px(30))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As low as the smallest window asks."""
        return QSize(self._theme.px(120), self._theme.px(24))

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802
        """The text may be clicked too."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw pointer, mark and text."""
        painter, theme, area = QPainter(self), self._theme, QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._due or self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 1.5) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("hover") if self._due else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), theme.px(6), theme.px(6))
        if self._due:
            side = theme.px(8)
            pointer = QRectF(theme.px(6), area.center().y() - side / 2, side, side)
            paint_pointer(painter, pointer, theme.color("accent"))
        side = theme.px(18)
        mark = QRectF(theme.px(20), area.center().y() - side / 2, side, side)
        done = self.isChecked()
        state = State.PRESENT if done else State.ABSENT
        paint_state(painter, mark, state, "refuerza", theme.color("good" if done else "muted"), theme.color("surface"))
        painter.setFont(self._letters(self._due))
        painter.setPen(theme.color("muted" if done else "text"))
        words = area.adjusted(theme.px(46), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _letters(self, due: bool) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self._theme.px(13))
        font.setWeight(QFont.Weight.DemiBold if due else QFont.Weight.Normal)
        return font
