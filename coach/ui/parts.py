"""All parts of the window in their places: the bar above, the column and the signals, the strip at the foot."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.manual.conditions import ViewCondition
from coach.ui.advice_card import AdviceCard
from coach.ui.column import Column
from coach.ui.signals_model import SignalsModel
from coach.ui.signals_view import SignalsPanel
from coach.ui.stage import Stage
from coach.ui.status_strip import StatusStrip
from coach.ui.theme import Theme
from coach.ui.top_bar import TopBar
from coach.ui.voice_panel import VoicePanel, VoiceTables


class Parts(QWidget):
    """Makes room for what there is: without a camera the voice gets it all."""

    def __init__(
        self, model: SignalsModel, conditions: Mapping[str, ViewCondition], voice: VoiceTables, theme: Theme
    ) -> None:
        super().__init__()
        self.top_bar = TopBar(theme)
        self.advice = AdviceCard(theme)
        self.stage = Stage(theme, conditions)
        self.voice = VoicePanel(voice, theme)
        self.column = Column(self.advice, self.stage, self.voice, voice.reading, theme)
        self.reading = self.column.reading
        self.signals = SignalsPanel(model, theme)
        self.status = StatusStrip(theme)
        self._middle = QHBoxLayout()
        self._middle.addWidget(self.column, 1)
        self._middle.addWidget(self.signals)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.top_bar)
        whole.addLayout(self._middle, 1)
        whole.addWidget(self.status)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        gap = theme.px(14)
        self._middle.setContentsMargins(gap, gap, gap, gap)
        self._middle.setSpacing(gap)
        for part in (self.top_bar, self.advice, self.stage, self.voice, self.column, self.signals, self.status):
            part.set_theme(theme)

    def set_sources(self, camera: bool, microphone: bool) -> None:
        """Which of the two are chosen."""
        self.top_bar.set_picture(camera)
        self.signals.setVisible(camera)
        self.column.set_picture(camera)
        self.voice.set_roomy(not camera)
        self.voice.set_listening(microphone)
        self.status.set_sources(camera, microphone)
