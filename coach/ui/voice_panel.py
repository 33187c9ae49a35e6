"""The card of the voice: rate, level and inflection, the five tones, and what is noticeable in the voice."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from coach.core.events import FindingChanged, ToneScored, VoiceFeatures
from coach.manual.findings import Finding
from coach.manual.tones import Abstention, Tone
from coach.ui.controls import named
from coach.ui.findings_view import FindingsView
from coach.ui.gauges import BarGauge, RateGauge
from coach.ui.mute_line import MuteLine
from coach.ui.theme import Theme, style_sheet
from coach.ui.tone_bars import ToneBars
from coach.ui.voice_readings import BANDS, Reading, Values, inflection, level, rate, rate_edges

STALE: Final = 15
"""Measurements that have not been renewed for so many refreshes (of 0.1 s) say nothing of now."""
ROOMY: Final = 1.45
"""How much larger everything is where there is no picture to make room for."""


@dataclass(frozen=True, slots=True)
class VoiceTables:
    """What is said of the voice: the manual's rows, `reasons` for which no tone is told, a text to read aloud."""

    findings: Mapping[str, Finding]
    tones: Mapping[str, Tone]
    reasons: Mapping[str, Abstention]
    reading: str


class VoicePanel(QFrame):
    """Takes events as they come, and shows them when `refresh` is called, ten times a second at most."""

    calibrate = Signal()

    def __init__(self, tables: VoiceTables, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("voice")
        self._theme, self._roomy = theme, False
        self._features: VoiceFeatures | None = None
        self._age, self._running, self._listening, self._over = 0, False, True, False
        self._fault = self._pause = ""
        self._edges = {band: rate_edges(tables.findings, band) for band in BANDS}
        self._least_snr_db = tables.findings["monotono"].requires["snr_db"]
        self.rate = RateGauge(self._edges[None], theme)
        self.level = BarGauge(self.tr("Volumen"), -60.0, 0.0, theme, settle_s=0.15)
        self.inflection = BarGauge(self.tr("Inflexión"), 0.0, 12.0, theme)
        self.tones = ToneBars(tables.tones.values(), tables.reasons, theme)
        self.findings = FindingsView(tables.findings.values(), theme)
        self.mute = MuteLine(theme)
        self.calibration = named(QPushButton(self.tr("Cali&brar voz")), "linkButton")
        self.calibration.setAccessibleName(self.tr("Calibrar la voz leyendo en voz alta, 30 segundos"))
        self.calibration.clicked.connect(self.calibrate)
        self.sentence = named(QLabel(), "voiceNote")
        self._lay_out()
        self.set_listening(True)
        self.set_running(False)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        inner = Theme(theme.palette, theme.scale * (ROOMY if self._roomy else 1.0))
        self.setStyleSheet(style_sheet(inner) if self._roomy else "")
        for part in (self.rate, self.level, self.inflection, self.tones, self.findings, self.mute):
            part.set_theme(inner)
        self.calibration.setFixedHeight(inner.px(20))  # of its heading, so that all three headings are in line
        pad, gap = inner.px(14), inner.px(16)
        self._columns.setContentsMargins(pad, inner.px(8), pad, inner.px(10))
        self._columns.setSpacing(gap)

    def set_roomy(self, roomy: bool) -> None:
        """Grow where there is no picture beside it."""
        if roomy != self._roomy:
            self._roomy = roomy
            self.set_theme(self._theme)

    def set_listening(self, listening: bool) -> None:
        """Whether a microphone is chosen; without one the card is a single line that says so."""
        self._listening = listening
        self._body.setVisible(listening)
        self.mute.setVisible(not listening)
        self.calibration.setEnabled(self._running and listening)

    def set_running(self, running: bool) -> None:
        """Whether a session is under way; once it is over nothing is known any more."""
        self._running = running
        self.calibration.setEnabled(running and self._listening)
        calibrates = self.tr("Lee un párrafo en voz alta y Coach aprende a contar tu ritmo (V)")
        self.calibration.setToolTip(calibrates if running else self.tr("Primero pulsa Iniciar"))
        if not running:
            self._features, self._fault, self._pause = None, "", ""
            self.tones.show_scores(None)
            self.findings.clear()
        self.refresh()

    def set_calibrated(self, calibrated: bool) -> None:
        """Whether this person's rate is known from reading aloud."""
        self.rate.set_calibrated(calibrated)

    def set_fault(self, name: str) -> None:
        """What is wrong with the microphone, in a few words; empty when nothing is."""
        self._fault = name

    def set_pause(self, name: str) -> None:
        """Why the voice is not listened to for now, in a few words; empty when it is."""
        self._pause = name

    def set_over(self, over: bool) -> None:
        """Whether the sound has come to its end while the picture goes on."""
        self._over = over

    def apply(self, event: VoiceFeatures | ToneScored | FindingChanged) -> None:
        """Take over what was heard."""
        match event:
            case VoiceFeatures():
                self._features, self._age = event, 0
                self.findings.begin(event.t)
            case ToneScored():
                self.tones.show_scores(event)
            case FindingChanged():
                self.findings.apply(event)

    def refresh(self) -> None:
        """Show what is true now: ten times a second, in the time of what was heard."""
        self._age += 1
        time = 0.0 if self._features is None else self._features.t
        for gauge, reading in self._readings():
            gauge.show_reading(reading, time)
        if self._deaf:
            self.tones.show_scores(None)
        self.tones.refresh(time)
        self.findings.refresh(time, deaf=self._deaf)
        sentence = self.tr("Sin sonido.") if self._deaf else self.tones.sentence
        if not self._running or self._pause:
            sentence = ""
        if sentence != self.sentence.text():
            self.sentence.setText(sentence)
            self.sentence.setToolTip(self.tones.detail)

    def _readings(self) -> tuple[tuple[RateGauge | BarGauge, Reading], ...]:
        values, why = self._heard()
        nothing = Reading(None, "")
        if values is None:
            return ((self.rate, Reading(None, why)), (self.level, nothing), (self.inflection, nothing))
        present = self.findings.present
        return (
            (self.rate, rate(values, present, self._edges[self.rate.reading.band])),
            (self.level, level(values, present)),
            (self.inflection, inflection(values, present, self._least_snr_db)),
        )

    @property
    def _deaf(self) -> bool:
        """Whether nothing can be observed: what was heard before says nothing of now."""
        heard_before = self._features is not None
        known = heard_before or bool(self._fault or self._pause) or self._over
        return self._running and known and self._heard()[0] is None

    def _heard(self) -> tuple[Values | None, str]:
        """What was measured just now, or None and why there is nothing."""
        if not self._listening:
            return None, self.tr("Sin micrófono")
        if self._fault or self._pause:
            return None, self._fault or self._pause
        if not self._running:
            return None, self.tr("Tu ritmo, en cuanto inicies")
        if self._over:
            ended = self._features is not None
            return None, self.tr("El sonido terminó") if ended else self.tr("La grabación no tiene sonido")
        if self._features is None or self._age > STALE:
            return None, self.tr("Esperando el sonido…")
        return self._features.values, ""

    def _lay_out(self) -> None:
        self._body = QWidget(self)
        self._columns = QHBoxLayout(self._body)
        rough = named(QLabel(self.tr("Aún no validado con personas")), "voiceHint")
        rough.setToolTip(
            self.tr(
                "Coach compara tu voz con un perfil de cada tono. Falta probarlo con personas: tómalo como una pista."
            )
        )
        gauges = (self.rate, self.level, self.inflection)
        self._columns.addLayout(_section(self.tr("Tu voz"), self.calibration, gauges), 20)
        self._columns.addLayout(_section(self.tr("Tonos"), None, (self.tones, self.sentence, rough)), 20)
        self._columns.addLayout(_section(self.tr("Lo que se nota"), None, (self.findings,)), 21)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._body)
        layout.addWidget(self.mute)


def _section(title: str, beside: QWidget | None, widgets: Collection[QWidget]) -> QVBoxLayout:
    """A heading, something at its right, and what belongs under it."""
    heading = QHBoxLayout()
    heading.addWidget(named(QLabel(title), "voiceTitle"))
    heading.addStretch(1)
    if beside is not None:
        heading.addWidget(beside, 0, Qt.AlignmentFlag.AlignVCenter)
    section = QVBoxLayout()
    section.setSpacing(4)
    section.addLayout(heading)
    for widget in widgets:
        section.addWidget(widget, 0 if isinstance(widget, QLabel) else 1)
    return section
