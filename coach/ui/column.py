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
        guide = self._guide()
        asked = 0 if guide is None else guide.heightForWidth(self.width())
        if asked > voice:
            advice = max(advice, asked)
        stage = self.height() - advice - voice - 2 * gap
        self._advice.setGeometry(QRect(0, 0, self.width(), advice))
        self._place_middle(QRect(0, advice + gap, self.width(), stage), gap)
        self._voice.setGeometry(QRect(0, self.height() - voice, self.width(), voice))
        under = self._advice if asked > voice else self._voice
        covered: set[QWidget] = set() if guide is None else {under}
        if guide is not None:
            guide.setGeometry(under.geometry())
        if self.reading.reads:
            covered |= self._place_reading(self.height() - voice - gap)
        for part in (self._advice, self._stage, self._voice):
            part.setVisible(part not in covered)
        self._presence.setVisible((self._picture or self._sound) and self._presence not in covered)

    def _guide(self) -> QWidget | None:
        """What lies over the voice, or the advice where there is little of it: never over the picture, which helps."""
        if not self._calibration.isHidden():
            return self._calibration
        return None if self.reading.isHidden() or self.reading.reads else self.reading

    def _place_middle(self, area: QRect, gap: int) -> None:
        """The picture, and the presence beside it; without a picture there is only the voice's course to show."""
        least, most = (self._theme.px(edge) for edge in PRESENCE_PX)
        if self._picture:
            left = area.width() - round(area.height() * self._stage.video.shape) - gap
            spare = area.width() - gap - self._theme.px(STAGE_PX)
            presence = min(most, max(least, min(left, spare)))
        else:
            presence = area.width() // 2
        if not self._picture and not self._sound:
            presence = -gap
        self._stage.setGeometry(area.adjusted(0, 0, -presence - gap, 0))
        self._presence.setGeometry(QRect(area.right() + 1 - presence, area.y(), max(0, presence), area.height()))
        self._presence.fit(area.height())

    def _place_reading(self, bottom: int) -> set[QWidget]:
        """In place of the picture and, for want of room, of the advice; never of the voice, whose level shows on.

        What it takes the place of.
        """
        covered: set[QWidget] = {self._stage, self._presence}
        top = self._stage.y()
        if self.reading.fit(self.width(), bottom) > bottom - top:
            top = 0
            covered.add(self._advice)
        self.reading.setGeometry(0, top, self.width(), bottom - top)
        return covered
