"""The list of signals beside the picture: one line each, read at a glance, explained on demand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from coach.core.events import State
from coach.manual.catalog import Signal
from coach.ui.glyphs import paint_state
from coach.ui.signals_model import Index, Showing, SignalsModel
from coach.ui.theme import Theme
from coach.ui.words import brief_words

ROW_PX = (16, 32)
"""Least and greatest height of a row before scaling; between them the rows fill the list."""


class SignalsPanel(QFrame):
    """The card with the list in it."""

    def __init__(self, model: SignalsModel, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("signals")
        self.list = SignalList(model, theme)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.addWidget(self.list)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self.list.set_theme(theme)


class SignalList(QListView):
    """Arrow keys go from signal to signal; Return or a click tells what the manual says of one."""

    def __init__(self, model: SignalsModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("signalList")
        self._signals = model
        self._paint = SignalDelegate(model, theme, self)
        self.setModel(model)
        self.setItemDelegate(self._paint)
        self.setAccessibleName(self.tr("Señales por familia, con su estado"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.clicked.connect(self._explain)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._paint.set_theme(theme)
        self._fit_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Let the rows fill the height."""
        super().resizeEvent(event)
        self._fit_rows()

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:  # noqa: N802
        """Repaint these rows; a list view would lay out all of them anew, though none has another height."""
        QAbstractItemView.dataChanged(self, first, last, roles)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint only the rows that read differently; Qt would paint all between the first and the last of them."""
        for rect in cast(Iterable[QRect], event.region()):  # which Qt's own stubs do not tell
            super().paintEvent(QPaintEvent(rect))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Return explains the chosen signal; letters are left to the window's shortcuts."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._explain(self.currentIndex())
        elif event.text().strip() or event.key() == Qt.Key.Key_Space:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _explain(self, index: Index) -> None:
        text = self._signals.data(index, Qt.ItemDataRole.ToolTipRole)
        if text:
            place = self.visualRect(self._signals.index(index.row()))
            QToolTip.showText(self.viewport().mapToGlobal(place.bottomLeft() + QPoint(24, 0)), text, self)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the explanation under the row, not under the pointer, so that it never hides the row's state."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._explain(self.indexAt(event.pos()))
            return True
        return super().viewportEvent(event)

    def _fit_rows(self) -> None:
        theme, headings = self._paint.theme, self._signals.headings()
        least, greatest = (theme.px(edge) for edge in ROW_PX)
        count = self._signals.rowCount() + headings * (HEADING_SHARE - 1)
        self._paint.row_px = min(greatest, max(least, int(self.viewport().height() / count)))
        # At once: a layout that is left for later paints all rows a second time.
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()


HEADING_SHARE = 1.25
"""Height of a heading in rows."""


class Letters:
    """One kind of letters, made once a theme: making them takes as long as writing a word in them."""

    def __init__(self, like: QFont, pixels: int, weight: QFont.Weight) -> None:
        self.font = QFont(like)
        self.font.setPixelSize(pixels)
        self.font.setWeight(weight)
        self._metrics = QFontMetrics(self.font)

    def width(self, text: str) -> int:
        """How wide a line is."""
        return self._metrics.horizontalAdvance(text)

    def fitted(self, text: str, width: int) -> str:
        """As much of the line as has room."""
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


class SignalDelegate(QStyledItemDelegate):
    """Paints a row: the state's mark, the name, the state in words."""

    def __init__(self, model: SignalsModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._like = model, parent.font()
        self.row_px = theme.px(ROW_PX[0])
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Other colours and letters, from the next painting on."""
        self.theme = theme
        normal, bold = QFont.Weight.Normal, QFont.Weight.DemiBold
        self._heading, self._words = (Letters(self._like, theme.px(12), weight) for weight in (bold, normal))
        self._name, self._strong = (Letters(self._like, theme.px(13), weight) for weight in (normal, bold))
        self._widest = max(self._name.width(signal.name) for signal in self._model.signals())

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """The height that fills the list; headings are higher."""
        heading = self._model.signal(index.row()) is None
        return QSize(100, int(self.row_px * HEADING_SHARE) if heading else self.row_px)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        painter.save()
        signal, rect = self._model.signal(index.row()), QRect(option.rect)
        if signal is None:
            self._paint_heading(painter, rect, index.data())
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_HasFocus)
            hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
            showing = self._model.showing(index.row())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter, rect, signal, showing.state, chosen, hovered)
            self._paint_signal(painter, rect, signal, showing)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, name: str) -> None:
        painter.setFont(self._heading.font)
        painter.setPen(self.theme.color("accent"))
        area = rect.adjusted(self.theme.px(8), 0, 0, -self.theme.px(2))
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, name)

    def _paint_ground(
        self, painter: QPainter, rect: QRect, signal: Signal, state: State | None, chosen: bool, hovered: bool
    ) -> None:
        present = state is State.PRESENT
        if not (present or chosen or hovered):
            return
        painter.setPen(self.theme.color("accent") if chosen else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if present:
            painter.setBrush(self.theme.color("good_soft" if signal.kind == "refuerza" else "care_soft"))
        elif hovered:
            painter.setBrush(self.theme.color("hover"))
        radius = self.theme.px(6)
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius)

    def _paint_signal(self, painter: QPainter, rect: QRect, signal: Signal, showing: Showing) -> None:
        state = showing.state
        present = state is State.PRESENT
        tone = self.theme.color(("good" if signal.kind == "refuerza" else "care") if present else "muted")
        side, pad = self._side, self.theme.px(8)
        mark = QRectF(rect.x() + pad, rect.y() + (rect.height() - side) / 2, side, side)
        paint_state(painter, mark, state, signal.kind, tone, self.theme.color("surface"))

        inner = self.room(rect)
        name, words, letters = self.written(signal, showing, inner.width())
        painter.setFont(self._words.font)
        painter.setPen(tone)
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        painter.setFont(letters.font)
        unknown = state in (None, State.NOT_OBSERVABLE)
        painter.setPen(self.theme.color("muted" if unknown else "text"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)

    @property
    def _side(self) -> int:
        return min(self.theme.px(15), self.row_px - 2)

    def room(self, rect: QRect) -> QRect:
        """Where name and words go in the row at `rect`."""
        pad = self.theme.px(8)
        return rect.adjusted(pad + self._side + self.theme.px(8), 0, -pad, 0)

    def written(self, signal: Signal, showing: Showing, width: int) -> tuple[str, str, Letters]:
        """Name, state in words, and the name's letters, as `width` px have room for: less of the words goes first."""
        letters = self._strong if showing.state is State.PRESENT else self._name
        words, brief = showing.words, brief_words(showing.state)
        free = width - letters.width(signal.name) - self.theme.px(8)
        # What cannot be observed is told in the same words in every row.
        least = width - self._widest - self.theme.px(8) if showing.state is State.NOT_OBSERVABLE else free
        if self._words.width(words) > least:
            words = brief if self._words.width(brief) <= free else ""
        return letters.fitted(signal.name, width), words, letters
