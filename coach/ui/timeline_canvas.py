"""The timeline as a picture: what is shown of a session, and where on the screen it lies.

Drawn by hand: only what is in view, and what stands still only when it changes; playing moves nothing but the playhead.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from coach.exchange.marks import Mark
from coach.review.annotation import Verdict
from coach.review.lanes import Item, Lane
from coach.review.pyramid import Pyramid
from coach.review.view import View
from coach.ui.theme import Theme
from coach.ui.timeline_lanes import Look
from coach.ui.timeline_paint import Scene, paint_playhead, paint_scene, paint_stretch
from coach.ui.timeline_rows import GUTTER_PX, Row, height_of, rows_of, strips_of


class TimelineCanvas(QWidget):
    """Shows; `TimelineView` lets people act on it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Línea de tiempo"))
        self.lanes: tuple[Lane, ...] = ()
        self.scene = Scene(View.whole(1.0), Look(theme, lambda _: None, None))
        self.stretch: tuple[float, float] | None = None
        """The stretch that is selected."""
        self.playhead = 0.0
        self._still: QPixmap | None = None
        self.bar = QScrollBar(Qt.Orientation.Vertical, self)
        self.bar.valueChanged.connect(self._on_bar)
        self.set_theme(theme)

    @property
    def view(self) -> View:
        """What is in view."""
        return self.scene.view

    @property
    def item(self) -> Item | None:
        """What is picked."""
        return self.scene.look.picked

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        look = self.scene.look
        self.scene.look = Look(theme, look.verdict_on, look.picked)
        self._lay_rows()

    def show_session(
        self, duration_s: float, curves: Mapping[str, Pyramid], verdict_on: Callable[[Mark], Verdict | None]
    ) -> None:
        """Begin with another session, all of it in view."""
        self.scene.view = View.whole(duration_s)
        self.scene.look = Look(self.scene.look.theme, verdict_on, None)
        self.scene.curves = dict(curves)
        self.stretch, self.playhead = None, 0.0
        self.bar.setValue(0)
        self._lay_rows()

    def show_lanes(self, lanes: Sequence[Lane]) -> None:
        """Show these lanes."""
        self.lanes = tuple(lanes)
        self._lay_rows()

    def show_sound(self, outline: Pyramid) -> None:
        """The outline of the sound, as far as it was read."""
        fresh = "sound" not in self.scene.curves
        self.scene.curves = {**self.scene.curves, "sound": outline}
        self._lay_rows() if fresh else self.renew()

    def rows(self) -> tuple[Row, ...]:
        """What lies below the strips."""
        return rows_of(self.lanes, self.scene.look.theme)

    def renew(self) -> None:
        """Draw anew what stands still: a verdict changed, or the view."""
        self._still = None
        self.update()

    def set_playhead(self, t: float, follow: bool = True) -> None:
        """Where it plays; the view goes along."""
        if follow and self.view.showing(t) != self.view:
            self.set_view(self.view.showing(t))
        before, self.playhead = self.x_of(self.playhead), t
        for x in (before, self.x_of(t)):
            self.update(int(x) - 9, 0, 19, self.height())

    def set_view(self, view: View) -> None:
        """Show another part."""
        if view != self.scene.view:
            self.scene.view = view
            self.renew()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As much as there is."""
        return QSize(900, 320)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """A few lanes at least."""
        return QSize(480, 180)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the bar where it belongs."""
        super().resizeEvent(event)
        self._lay_bar()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """What stands still comes from a picture of it."""
        if self._still is None:
            ratio = self.devicePixelRatioF()
            self._still = QPixmap(QSize(self.width(), self.height()) * ratio)
            self._still.setDevicePixelRatio(ratio)
            still = QPainter(self._still)
            still.setFont(self.font())
            paint_scene(still, self.width(), self.height(), self.scene)
            still.end()
        painter, theme = QPainter(self), self.scene.look.theme
        painter.drawPixmap(0, 0, self._still)
        gutter = theme.px(GUTTER_PX)
        painter.setClipRect(gutter - 7, 0, self.width(), self.height())
        if self.stretch is not None:
            paint_stretch(painter, self.x_of(self.stretch[0]), self.x_of(self.stretch[1]), self.height(), theme)
        x = self.x_of(self.playhead)
        if x >= gutter - 1:
            paint_playhead(painter, x, self.height(), theme)
        painter.setClipping(False)
        if self.hasFocus():
            painter.setPen(theme.color("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def x_of(self, t: float) -> float:
        """Where a time lies on the widget."""
        area = self.scene.plot(self.width(), 0, 1)
        return area.left() + self.view.x(t, area.width())

    def t_at(self, x: float) -> float:
        """The time at a place on the widget."""
        area = self.scene.plot(self.width(), 0, 1)
        return self.view.t(x - area.left(), area.width())

    def _lay_rows(self) -> None:
        theme, curves = self.scene.look.theme, self.scene.curves
        self.scene.strips = strips_of("sound" in curves, "pitch" in curves, theme)
        self.scene.rows = self.rows()
        self._lay_bar()

    def _lay_bar(self) -> None:
        room = self.height() - self.scene.lanes_top
        over = max(0, height_of(self.scene.rows) - room)
        self.bar.setRange(0, over)
        self.bar.setPageStep(max(1, room))
        self.bar.setVisible(over > 0)
        wide = self.bar.sizeHint().width()
        self.bar.setGeometry(self.width() - wide, self.scene.lanes_top, wide, max(0, room))
        self.scene.scroll = self.bar.value()
        self.renew()

    def _on_bar(self, value: int) -> None:
        self.scene.scroll = value
        self.renew()
