"""The picture: mirrored as in a mirror, whole, with round corners and, if wished, the landmarks."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from coach.core.events import Image
from coach.core.landmarks import Perceived
from coach.ui.glyphs import paint_camera, paint_microphone
from coach.ui.overlay import Overlay
from coach.ui.theme import Theme

_CENTRED = int(Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap)


class VideoView(QWidget):
    """Shows the newest frame; without one, a drawn camera and a sentence."""

    shape_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._image: Image | None = None
        self._perceived: Perceived | None = None
        self._overlay, self._points = Overlay(), True
        self.shape = 16 / 9
        self._sentence, self._voice_only, self._covered = "", False, 0
        # Else all that lies beneath is painted for every frame.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Tu imagen, como en un espejo"))

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self.update()

    def show_frame(self, image: Image) -> None:
        """Show a frame (unmirrored RGB; kept, not copied)."""
        self._image = image
        shape = image.shape[1] / image.shape[0]
        if shape != self.shape:
            self.shape = shape
            self.shape_changed.emit()
        self.update()

    def show_landmarks(self, perceived: Perceived | None) -> None:
        """Draw these over the next frame, so that the picture is painted once for both."""
        self._perceived = perceived

    def show_sentence(self, sentence: str, voice_only: bool = False) -> None:
        """Take the picture away and show a sentence in its place, under a camera or, `voice_only`, a microphone."""
        self._image, self._perceived, self._sentence = None, None, sentence
        self._voice_only = voice_only
        self.setAccessibleDescription(sentence)
        self.update()

    def set_points(self, shown: bool) -> None:
        """Show or hide the landmarks."""
        self._points = shown
        self.update()

    def set_covered(self, height: int) -> None:
        """How much of its foot is covered, in px: what stands in for the picture makes room."""
        self._covered = height
        self.update()

    def picture_area(self) -> QRectF:
        """Where the picture lies: as large as fits, in the middle."""
        if self._image is None:
            return QRectF(self.rect())
        height, width = self._image.shape[:2]
        scale = min(self.width() / width, self.height() / height)
        area = QRectF(0, 0, width * scale, height * scale)
        area.moveCenter(QRectF(self.rect()).center())
        return area

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the picture, then round its corners by painting over them, which is cheaper than clipping."""
        painter, card = QPainter(self), QRectF(self.rect())
        if self._image is None:
            painter.fillRect(card, self._theme.color("stage"))
            self._paint_empty(painter)
        else:
            area = self.picture_area()
            self._fill_around(painter, area)
            self._paint_picture(painter, area, self._image)
            if self._points and self._perceived is not None:
                painter.save()
                painter.setClipRect(area)
                self._overlay.paint(painter, area, self._perceived)
                painter.restore()
            self._round(painter, area, "stage")
        self._round(painter, card, "window")

    def _fill_around(self, painter: QPainter, area: QRectF) -> None:
        """Under the picture's edge too, as that may lie between two pixels."""
        inside = area.toAlignedRect().adjusted(2, 2, -2, -2)
        painter.setClipRegion(QRegion(self.rect()) - QRegion(inside))
        painter.fillRect(self.rect(), self._theme.color("stage"))
        painter.setClipping(False)

    def _round(self, painter: QPainter, area: QRectF, around: str) -> None:
        corners, radius = QPainterPath(), self._theme.px(12)
        corners.addRect(area.adjusted(-1, -1, 1, 1))
        corners.addRoundedRect(area, radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(corners, self._theme.color(around))

    def _paint_picture(self, painter: QPainter, area: QRectF, image: Image) -> None:
        height, width = image.shape[:2]
        pixels = QImage(image.data, width, height, image.strides[0], QImage.Format.Format_RGB888)
        # Qt scales its own 32-bit format three times faster than the camera's 24 bits, conversion included.
        picture = pixels.convertToFormat(QImage.Format.Format_RGB32)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(area.right(), area.top())
        painter.scale(-area.width() / width, area.height() / height)
        painter.drawImage(QPointF(0, 0), picture)
        painter.restore()

    def places(self) -> tuple[QRectF, QRectF]:
        """Of the mark and the sentence that stand in for the picture, in the middle of what is not covered.

        Both are empty where not even the words have room: half a sentence above a notice says nothing.
        """
        theme = self._theme
        area = QRectF(self.rect()).adjusted(theme.px(24), theme.px(8), -theme.px(24), -theme.px(8) - self._covered)
        words = QFontMetricsF(self._font()).boundingRect(area, _CENTRED, self._sentence).height()
        if words > area.height():
            return QRectF(), QRectF()
        gap = theme.px(14)
        side = min(float(theme.px(80)), area.height() - words - gap)
        if side < theme.px(24):
            side = gap = 0
        top = area.center().y() - (side + gap + words) / 2
        mark = QRectF(area.center().x() - side / 2, top, side, side)
        return mark, QRectF(area.x(), mark.bottom() + gap, area.width(), words)

    def _paint_empty(self, painter: QPainter) -> None:
        mark, below = self.places()
        if not mark.isEmpty():
            (paint_microphone if self._voice_only else paint_camera)(painter, mark, self._theme.color("track"))
        if not below.isEmpty():
            painter.setFont(self._font())
            painter.setPen(self._theme.color("muted"))
            painter.drawText(below, _CENTRED, self._sentence)

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self._theme.px(16))
        return font
