"""The card beside the picture: gaze and posture at a glance, and how the voice went in the last half minute."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from coach.core.events import SignalChanged, State, VoiceFeatures
from coach.manual.presence import PosturePart
from coach.report.words import NOT_OBSERVABLE
from coach.ui.board import Board
from coach.ui.controls import named
from coach.ui.eye_contact import EYE_CONTACT, EyeContact
from coach.ui.gauges import BarGauge
from coach.ui.glyphs import paint_state
from coach.ui.manual_words import shown
from coach.ui.rows import Rows, elided, fits
from coach.ui.theme import Theme
from coach.ui.trend_card import TrendCard
from coach.ui.voice_readings import Edges, Reading
from coach.ui.words import brief_words, standing_words

LITTLE: Final = 0.4
"""Share of eye contact below which it is little: people look for about 40% of the time while they speak and 75% while
they listen (Argyle and Ingham 1972)."""


class PostureRows(Rows):
    """A row a part of the body: well, to be mended, or not observable."""

    def __init__(self, parts: Iterable[PosturePart], theme: Theme) -> None:
        self._rows = list(parts)
        super().__init__(len(self._rows), theme)
        self._told: list[tuple[State, str, str]] = [(State.NOT_OBSERVABLE, "corrige", "")] * self.count
        self.setAccessibleName(self.tr("Postura"))

    def show_states(self, board: Board, running: bool) -> None:
        """Show what the signals on `board` say of each part; nothing is known unless `running`."""
        told = [self._row(part, board) if running else (State.NOT_OBSERVABLE, "corrige", "") for part in self._rows]
        if told != self._told:
            self._told = told
            self.tell()

    def word(self, id: str) -> str:
        """What is said of a part now. Raises StopIteration when there is none."""
        return next(told[2] for part, told in zip(self._rows, self._told, strict=True) if part.id == id)

    def spoken(self, place: int) -> str:
        """Part and word."""
        nothing = self.tr("sin datos todavía")
        return f"{self._rows[place].name}: {self._told[place][2] or nothing}"

    def explanation(self, place: int) -> str:
        """Why a part is not observable; else nothing, as the list of signals explains each."""
        if self._told[place][2] != shown(NOT_OBSERVABLE):
            return ""
        return self.tr("La cámara no alcanza a ver esta parte. Siéntate de modo que se vean hombros y brazos.")

    def paint_row(self, painter: QPainter, row: QRectF, place: int) -> None:
        """Mark, name, and the word at the right."""
        theme, (state, kind, word) = self.theme, self._told[place]
        tone = "muted" if state is not State.PRESENT else "good" if kind == "refuerza" else "care"
        side, gap = theme.px(14), theme.px(7)
        mark = QRectF(row.x() + theme.px(1), row.center().y() - side / 2, side, side)
        paint_state(painter, mark, state if word else None, kind, theme.color(tone), theme.color("surface"))
        inner = row.adjusted(side + gap, 0, 0, 0)
        name = self._rows[place].name
        painter.setFont(self.font_of(12))
        painter.setPen(theme.color("text" if state is State.PRESENT else "muted"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, name)
        right = inner.adjusted(QFontMetricsF(painter.font()).horizontalAdvance(name) + theme.px(5), 0, 0, 0)
        mend = state is State.PRESENT and kind == "corrige"
        weight = QFont.Weight.DemiBold if mend else QFont.Weight.Normal
        font = self.font_of(11, weight)
        if not fits(word, font, right.width()):  # long in some languages, and in large letters
            font, word = self.font_of(10, weight), brief_words(state) if state is State.NOT_OBSERVABLE else word
        painter.setFont(font)
        painter.setPen(theme.color(tone))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(right, flags, elided(word, font, right.width()))

    def _row(self, part: PosturePart, board: Board) -> tuple[State, str, str]:
        told = part.told(lambda id: board[id].state)
        if told is None:
            return State.NOT_OBSERVABLE, "corrige", shown(NOT_OBSERVABLE)
        return State.PRESENT, told[0] or "refuerza", told[1]


class PresenceCard(QFrame):
    """Takes events as they come, and shows them when `refresh` is called."""

    def __init__(self, parts: Mapping[str, PosturePart], edges: Edges, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("presence")
        self._contact = EyeContact()
        self._board = Board([*(id for part in parts.values() for id in part.signals), EYE_CONTACT])
        self._running = False
        self.gaze = BarGauge(self.tr("Mirada"), 0.0, 1.0, theme)
        self.gaze.setToolTip(self.tr("Parte de los últimos 30 s en que miraste a la cámara, de lo que pudo verse."))
        self.posture = PostureRows(parts.values(), theme)
        self.trend = TrendCard(edges, theme)
        self._seen = QWidget(self)
        self._seen_layout = QVBoxLayout(self._seen)
        self._seen_layout.setContentsMargins(0, 0, 0, 0)
        for widget in (named(QLabel(self.tr("Tu presencia")), "voiceTitle"), self.gaze, self.posture):
            self._seen_layout.addWidget(widget, 1 if widget is self.posture else 0)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self._seen)
        self._layout.addWidget(self.trend, 1)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        for part in (self.gaze, self.posture, self.trend):
            part.set_theme(theme)
        pad = theme.px(14)
        self._layout.setContentsMargins(pad, theme.px(8), pad, theme.px(10))
        self._layout.setSpacing(theme.px(8))
        self._seen_layout.setSpacing(theme.px(6))

    def set_sources(self, camera: bool, microphone: bool) -> None:
        """Which of the two are chosen: without a camera there is only the voice to show, and the other way round."""
        self._seen.setVisible(camera)
        self.trend.set_listening(microphone)
        self.fit(self.height())

    def fit(self, height: int) -> None:
        """Leave the plot out where it would be too flat to be read."""
        taken = self._seen.sizeHint().height() + self._theme.px(26) if not self._seen.isHidden() else 0
        roomy = height - taken >= self.trend.least
        self.trend.setVisible(roomy and self.trend.listening)
        self._layout.setStretch(0, 1 if self.trend.isHidden() else 0)

    def set_running(self, running: bool) -> None:
        """Whether a session is under way; once it is over nothing is known any more."""
        self._running = running
        if not running:
            self._contact.clear()
            self._board.clear()
            self.trend.clear()
        self.refresh(None, None)

    @property
    def contact(self) -> State | None:
        """Whether the eyes meet the camera now; None before anything was told."""
        return self._contact.state

    def begin(self, t: float) -> None:
        """The chain has looked for the first time: what it says nothing of is not observable."""
        self._board.begin(t)

    def see(self, event: SignalChanged) -> None:
        """Take over a change of a signal."""
        self._contact.apply(event)
        if event.id in self._board:
            self._board.apply(event)

    def hear(self, event: VoiceFeatures) -> None:
        """Take over a measurement of the voice."""
        self.trend.apply(event)

    def refresh(self, seen_s: float | None, heard_s: float | None) -> None:
        """Show what is true now, each in the time of its own stream."""
        self.posture.show_states(self._board, self._running)
        self.gaze.show_reading(self._gaze_reading(seen_s), seen_s or 0.0)
        self.trend.refresh(heard_s)

    def _gaze_reading(self, now: float | None) -> Reading:
        share = None if now is None else self._contact.share(now)
        if share is None:  # too little was seen yet: what the list of signals says
            return Reading(None, standing_words(self._board[EYE_CONTACT], now))
        percent = self.tr("{} %").format(round(20 * share) * 5)
        if self._contact.state is State.NOT_OBSERVABLE:
            return Reading(None, shown(NOT_OBSERVABLE))
        little = share < LITTLE
        return Reading(share, self.tr("{} · poca").format(percent) if little else percent, "low" if little else "right")
