"""The picture with what lies over it: notices at its foot, and the guide of the calibration."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from coach.manual.conditions import ViewCondition
from coach.ui.calibration_card import CalibrationCard
from coach.ui.notice_panel import NoticePanel
from coach.ui.theme import Theme
from coach.ui.video_view import VideoView


class Stage(QWidget):
    """Lays the cards over the foot of the picture, one above the other."""

    def __init__(self, theme: Theme, conditions: Mapping[str, ViewCondition]) -> None:
        super().__init__()
        self._theme = theme
        self.video = VideoView(theme)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.video)
        self.notices = NoticePanel(theme, self)
        self.calibration = CalibrationCard(conditions, theme, self)
        self.notices.resized.connect(self._place)
        self.calibration.resized.connect(self._place)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self.video.set_theme(theme)
        self.notices.set_theme(theme)
        self.calibration.set_theme(theme)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the cards at the foot."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        margin = self._theme.px(16)
        bottom = self.height() - margin
        for card in (self.notices, self.calibration):
            if card.isHidden():
                continue
            width = min(self.width() - 2 * margin, self._theme.px(640))
            if card is self.notices:
                self.notices.set_width(width)
            height = card.heightForWidth(width) if card.hasHeightForWidth() else card.sizeHint().height()
            card.setGeometry((self.width() - width) // 2, bottom - height, width, height)
            bottom -= height + margin // 2
