"""The picture with the notices over its foot."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from coach.ui.notice_panel import NoticePanel
from coach.ui.theme import Theme
from coach.ui.video_view import VideoView


class Stage(QWidget):
    """Lays the notices over the foot of the picture."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.video = VideoView(theme)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.video)
        self.notices = NoticePanel(theme, self)
        self.notices.resized.connect(self._place)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self.video.set_theme(theme)
        self.notices.set_theme(theme)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the notices at the foot."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        if self.notices.isHidden():
            self.video.set_covered(0)
            return
        margin, card = self._theme.px(16), self.notices
        width = min(self.width() - 2 * margin, self._theme.px(640))
        height = card.fit(width, self.height() - 2 * margin)
        self.video.set_covered(margin + height)
        card.setGeometry((self.width() - width) // 2, self.height() - margin - height, width, height)
