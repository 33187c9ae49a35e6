"""The left side: advice, the picture with presence beside it, and voice, each as large as the others leave room for."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from coach.ui.advice_card import AdviceCard
from coach.ui.calibration_card import CalibrationCard
from coach.ui.presence_card import PresenceCard
from coach.ui.reading_card import ReadingCard
from coach.ui.stage import Stage
from coach.ui.theme import Theme
from coach.ui.voice_panel import VoicePanel

PRESENCE_PX = (190, 340)
"""Least and greatest width of the card beside the picture, before scaling: it takes what the picture cannot use."""
STAGE_PX = 366
"""Least width of the picture's place, before scaling: the cards over it need so much."""
ADVICE_PX = (76, 148)
"""Least and greatest height of the advice, before scaling: it grows into what the picture cannot use."""
EMPTY_PX = 190
"""Height that the picture's place keeps when there is none, before scaling."""


class Column(QWidget):
    """Lays them out by the picture's shape, which a box layout cannot do."""

    def __init__(
        self,
        advice: AdviceCard,
        stage: Stage,
        presence: PresenceCard,
        voice: VoicePanel,
        calibration: CalibrationCard,
        text: str,
        theme: Theme,
    ) -> None:
        """`text` is what is read aloud."""
        super().__init__()
        self._advice, self._stage, self._voice, self._theme = advice, stage, voice, theme
        self._presence, self._calibration = presence, calibration
        self._picture = self._sound = True
        for part in (advice, stage, presence, voice, calibration):
            part.setParent(self)
        calibration.resized.connect(self._place)
        self.reading = ReadingCard(text, theme, self)
        self.reading.resized.connect(self._place)
        stage.video.shape_changed.connect(self._place)

    def set_sources(self, picture: bool, sound: bool) -> None:
        """What there is to make room for; without a picture the advice takes all it can use."""
        self._picture, self._sound = picture, sound
        self._presence.setVisible(picture or sound)
        self._place()

    def event(self, event: QEvent) -> bool:
        """The voice wants another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self.reading.set_theme(theme)
        self._calibration.set_theme(theme)
        # Once all of them wear it, and with what else they ask for then: to place them takes a while.
        QCoreApplication.postEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Share out the new height."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        gap, (least, greatest) = self._theme.px(12), (self._theme.px(edge) for edge in ADVICE_PX)
        voice = self._voice.minimumSizeHint().height()
        beside = self._theme.px(PRESENCE_PX[0]) + gap
        widest = round((self.width() - beside) / self._stage.video.shape)
        picture = widest if self._picture else self._theme.px(EMPTY_PX)
        advice = min(greatest, max(least, self.height() - 2 * gap - voice - picture))
        guide = 0 if self._calibration.isHidden() else self._calibration.heightForWidth(self.width())
        if guide > voice:
            advice = max(advice, guide)
        stage = self.height() - advice - voice - 2 * gap
        self._advice.setGeometry(QRect(0, 0, self.width(), advice))
        self._place_middle(QRect(0, advice + gap, self.width(), stage), gap)
        self._voice.setGeometry(QRect(0, self.height() - voice, self.width(), voice))
        self._place_reading(self.height() - voice - gap)
        self._place_calibration(self._advice if guide > voice else self._voice)

    def _place_middle(self, area: QRect, gap: int) -> None:
        """The picture, and the presence beside it; without a picture there is only the voice's course to show."""
        least, most = (self._theme.px(edge) for edge in PRESENCE_PX)
        if self._picture:
            left = area.width() - round(area.height() * self._stage.video.shape) - gap
            spare = area.width() - gap - self._theme.px(STAGE_PX)
            presence = min(most, max(least, min(left, spare)))
        else:
            presence = area.width() // 2
        if self._presence.isHidden():
            presence = -gap
        self._stage.setGeometry(area.adjusted(0, 0, -presence - gap, 0))
        self._presence.setGeometry(QRect(area.right() + 1 - presence, area.y(), max(0, presence), area.height()))
        self._presence.fit(area.height())

    def _place_calibration(self, over: QWidget) -> None:
        """Over the voice, or the advice where there is none: never over the picture, which helps with it."""
        if not self._calibration.isHidden():
            self._calibration.setGeometry(over.geometry())
            self._calibration.raise_()

    def _place_reading(self, bottom: int) -> None:
        """Over the picture and, for want of room, over the advice; never over the voice, whose level shows on."""
        if self.reading.isHidden():
            return
        margin, most = self._theme.px(16), self._theme.px(720)
        width = min(self.width() - 2 * margin, most) if self.width() > most else self.width()
        top = bottom - margin - self.reading.fit(width, bottom - margin)
        if top < self._advice.geometry().bottom():
            top = 0  # half a card of advice would be worse than none
        self.reading.setGeometry((self.width() - width) // 2, top, width, bottom - margin - top)
