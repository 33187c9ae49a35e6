"""All parts of the live view in their places: the bars above, the columns, the strip at the foot."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.manual.clients import load_clients
from coach.manual.conditions import ViewCondition
from coach.manual.crisis import load_crisis
from coach.manual.moments import load_moments
from coach.manual.presence import load_presence
from coach.ui.advice_card import AdviceCard
from coach.ui.calibration_card import CalibrationCard
from coach.ui.column import Column
from coach.ui.compact_window import CompactWindow
from coach.ui.crisis_panel import CrisisPanel
from coach.ui.manual_words import table, worded
from coach.ui.presence_card import PresenceCard
from coach.ui.service_bar import ServiceBar
from coach.ui.side_column import SideColumn
from coach.ui.signals_model import SignalsModel
from coach.ui.signals_view import SignalsPanel
from coach.ui.stage import Stage
from coach.ui.status_strip import StatusStrip
from coach.ui.theme import Theme
from coach.ui.top_bar import TopBar
from coach.ui.voice_panel import VoicePanel, VoiceTables
from coach.ui.voice_readings import rate_edges

SIGNALS, CRISIS, GUEST = "senales", "crisis", "invitado"
"""The panels of the column at the right."""


class Parts(QWidget):
    """Makes room for what there is: without a camera the voice gets it all."""

    def __init__(
        self, model: SignalsModel, conditions: Mapping[str, ViewCondition], voice: VoiceTables, theme: Theme
    ) -> None:
        super().__init__()
        self._theme = theme
        self.top_bar = TopBar(theme)
        self.service = ServiceBar(table(load_moments()), table(load_clients()), voice.tones, theme)
        self.advice = AdviceCard(theme)
        self.stage = Stage(theme)
        self.calibration = CalibrationCard(conditions, theme)
        self.presence = PresenceCard(table(load_presence()), rate_edges(voice.findings), theme)
        self.voice = VoicePanel(voice, theme)
        self.column = Column(self.advice, self.stage, self.presence, self.voice, self.calibration, voice.reading, theme)
        self.reading = self.column.reading
        self.signals = SignalsPanel(model, theme)
        self.crisis = CrisisPanel([worded(step) for step in load_crisis()], theme)
        self.side = SideColumn(theme)
        self.side.put(SIGNALS, self.tr("Señales"), self.signals)
        self.side.emptied.connect(lambda empty: self.side.setVisible(not empty))
        self.side.turned.connect(lambda id: self.top_bar.stand_back(CRISIS, id == CRISIS))
        self.stage.notices.led.connect(lambda led: self.top_bar.stand_back("notice", led))
        self.status = StatusStrip(theme)
        self.compact = CompactWindow(theme)
        self._lay_out()

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        gap = theme.px(14)
        self._middle.setContentsMargins(gap, theme.px(12), gap, theme.px(12))
        self._middle.setSpacing(gap)
        bars = (self.top_bar, self.service, self.status, self.side)
        for part in (*bars, self.advice, self.stage, self.presence, self.voice, self.column):
            part.set_theme(theme)
        for other in (self.signals, self.crisis, self.compact):
            other.set_theme(theme)

    def set_sources(self, camera: bool, microphone: bool) -> None:
        """Which of the two are chosen."""
        self.top_bar.set_picture(camera)
        if not camera:
            self.side.take(SIGNALS)
        elif not self.side.has(SIGNALS):
            self.side.put_behind(SIGNALS, self.tr("Señales"), self.signals)
        self.column.set_sources(camera, microphone)
        self.presence.set_sources(camera, microphone)
        self.voice.set_roomy(not camera)
        self.voice.set_listening(microphone)
        self.status.set_sources(camera, microphone)

    def turn_crisis(self) -> None:
        """Bring the protocol to the front, or take it away when it is there."""
        if self.side.shown == CRISIS:
            self.side.take(CRISIS)
            return
        if not self.side.has(CRISIS):
            self.side.put(CRISIS, self.tr("Crisis"), self.crisis)
            self.crisis.begin()
        self.side.show_panel(CRISIS)

    def set_side(self, widget: QWidget | None, name: str) -> None:
        """Put a panel in place of the signals, which stay a tab away; None takes it away."""
        if widget is None:
            self.side.take(GUEST)
        else:
            self.side.put(GUEST, name, widget)

    def _lay_out(self) -> None:
        self._middle = QHBoxLayout()
        self._middle.addWidget(self.column, 1)
        self._middle.addWidget(self.side)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.top_bar)
        whole.addWidget(self.service)
        whole.addLayout(self._middle, 1)
        whole.addWidget(self.status)
