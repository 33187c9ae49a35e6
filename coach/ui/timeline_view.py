"""The timeline: everything of a session on one axis, to zoom, scroll, select and play from."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip

from coach.review.lanes import Item
from coach.review.view import View
from coach.review.wander import nearest, neighbour
from coach.ui.theme import Theme
from coach.ui.timeline_canvas import TimelineCanvas
from coach.ui.timeline_lanes import Look
from coach.ui.timeline_rows import GUTTER_PX, RULER_PX, row_at
from coach.ui.timeline_words import item_title, stretch_words

ZOOM: Final = 0.8
"""What one step of the wheel leaves of the stretch in view."""
_CLICK_PX: Final = 4.0
_REACH_PX: Final = 5.0
"""A point is hit from as far away."""
_SCROLL_SHARE: Final = 0.15


class TimelineView(TimelineCanvas):
    """`sought(float)`: play on from there. `picked(Mark | Annotation | None)`; `played(…)`: play it.

    `selected(float, float)`: a stretch was chosen, by dragging with Shift; `opened(…)`: it was clicked twice. The wheel
    zooms around the pointer, with Shift it scrolls in time, over the names it scrolls the lanes; dragging scrolls both.
    Keys: + − zoom, 0 all of it, Page Up and Down scroll, arrows go from one thing to the next, Enter plays it.
    """

    sought = Signal(float)
    picked = Signal(object)
    played = Signal(object)
    selected = Signal(float, float)
    opened = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._pressed: QPointF | None = None
        self._dragged = self._dragging_ruler = self._selecting = False

    def pick(self, item: Item | None) -> None:
        """Select something, or nothing; it comes into view."""
        look = self.scene.look
        if item == look.picked:
            return
        self.scene.look = Look(look.theme, look.verdict_on, item)
        self.renew()
        if item is not None:
            self.set_view(self.view.showing(max(0.0, item.start_s)))
            self._bring_up(item)
            self.setAccessibleDescription(f"{item_title(item)}, {stretch_words(*self.times_of(item))}")
        self.picked.emit(item)

    def times_of(self, item: Item) -> tuple[float, float]:
        """From when to when it lies in its session."""
        return item.start_s, item.end_s

    def select(self, stretch: tuple[float, float] | None) -> None:
        """Select a stretch of time, or nothing."""
        self.stretch = None if stretch is None else (min(stretch), max(stretch))
        self.update()
        if self.stretch is not None:
            self.selected.emit(*self.stretch)

    def zoom(self, factor: float, around_s: float | None = None) -> None:
        """Show `factor` times as much, around a time or else the playhead, where that is in view."""
        view = self.view
        middle = self.playhead if view.start_s <= self.playhead <= view.end_s else (view.start_s + view.end_s) / 2
        self.set_view(view.zoomed(factor, middle if around_s is None else around_s))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Zoom, or scroll."""
        place, turned = event.position(), event.angleDelta()
        steps = (turned.y() or turned.x()) / 120.0
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier or turned.x() and not turned.y():
            self.set_view(self.view.moved(-steps * _SCROLL_SHARE * self.view.span_s))
        elif place.x() < self.scene.look.theme.px(GUTTER_PX):
            self.bar.setValue(self.bar.value() - round(40 * steps))
        else:
            self.zoom(ZOOM**steps, self.t_at(place.x()))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Begin to drag, to select, or to move the playhead."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        place = event.position()
        self._pressed, self._dragged = place, False
        self._selecting = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._dragging_ruler = place.y() < self.scene.look.theme.px(RULER_PX) and not self._selecting
        if self._dragging_ruler:
            self.sought.emit(self.t_at(place.x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Go on with it; otherwise tell what is under the pointer."""
        place = event.position()
        if self._pressed is None:
            self._tell(place, event)
            return
        moved = place - self._pressed
        self._dragged = self._dragged or moved.manhattanLength() > _CLICK_PX
        if self._dragging_ruler:
            self.sought.emit(self.t_at(place.x()))
        elif self._selecting:
            self.select((self.t_at(self._pressed.x()), self.t_at(place.x())))
        elif self._dragged:
            width = self.scene.plot(self.width(), 0, 1).width()
            self.set_view(self.view.moved(-moved.x() / width * self.view.span_s))
            self.bar.setValue(self.bar.value() - round(moved.y()))
            self._pressed = place

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click picks what is there and plays it; beside everything it moves the playhead."""
        pressed, self._pressed = self._pressed, None
        if pressed is None or self._dragged or self._dragging_ruler:
            return
        self.select(None)
        item = self._item_at(event.position())
        self.pick(item)
        if item is not None:
            self.played.emit(item)
        elif event.position().x() >= self.scene.look.theme.px(GUTTER_PX):
            self.sought.emit(self.t_at(event.position().x()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Open what is there; beside everything it is one more press."""
        item = self._item_at(event.position())
        if item is None:
            self.mousePressEvent(event)
        else:
            self.opened.emit(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Zoom, scroll, wander."""
        key, span = Qt.Key(event.key()), self.view.span_s
        zooms = {Qt.Key.Key_Plus: ZOOM, Qt.Key.Key_Equal: ZOOM, Qt.Key.Key_Minus: 1 / ZOOM}
        pages = {Qt.Key.Key_PageUp: -0.8, Qt.Key.Key_PageDown: 0.8}
        ways = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
        if key in zooms:
            self.zoom(zooms[key])
        elif key == Qt.Key.Key_0:
            self.set_view(View.whole(self.view.duration_s))
        elif key in pages:
            self.set_view(self.view.moved(pages[key] * span))
        elif key in ways:
            self.pick(neighbour(self.lanes, self.item, *ways[key], near_s=self.playhead))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.item is not None:
            self.played.emit(self.item)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: object) -> None:  # noqa: N802
        """Show that keys come here."""
        self.update()

    def focusOutEvent(self, event: object) -> None:  # noqa: N802
        """No longer."""
        self.update()

    def _tell(self, place: QPointF, event: QMouseEvent) -> None:
        item = self._item_at(place)
        if item is None:
            QToolTip.hideText()
            return
        words = f"{item_title(item)}\n{stretch_words(*self.times_of(item))}"
        QToolTip.showText(event.globalPosition().toPoint(), words, self)

    def _item_at(self, place: QPointF) -> Item | None:
        top = self.scene.lanes_top
        row = None if place.y() < top else row_at(self.scene.rows, place.y() - top + self.scene.scroll)
        if row is None or row.lane is None or place.x() < self.scene.look.theme.px(GUTTER_PX):
            return None
        around_s = _REACH_PX / self.scene.plot(self.width(), 0, 1).width() * self.view.span_s
        return nearest(row.lane, self.t_at(place.x()), around_s)

    def _bring_up(self, item: Item) -> None:
        """Scroll the lanes until that of `item` is in view."""
        row = next((row for row in self.scene.rows if row.lane is not None and item in row.lane.items), None)
        room = self.height() - self.scene.lanes_top
        if row is not None and not self.bar.value() <= row.top <= self.bar.value() + room - row.height:
            self.bar.setValue(row.top - room // 2)
