"""The card of the guided calibration: where it is, what to do now, what keeps it waiting."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from coach.core.events import State
from coach.manual.conditions import ViewCondition
from coach.ui.calibration_course import CalibrationCourse, Step
from coach.ui.controls import named, read_out
from coach.ui.framing import ASIDE, HEAD_CUT, NO_SHOULDERS
from coach.ui.glyphs import paint_pointer, paint_state
from coach.ui.guide_card import GuideCard
from coach.ui.theme import Theme

DONE_S: Final = 5.0
"""Seconds of the medium that the final sentence stays."""


class CalibrationCard(GuideCard):
    """Shows a `CalibrationCourse`; hidden without one. `cancelled`: no more of it; `skipped`: on to the next step."""

    cancelled = Signal()
    skipped = Signal()

    def __init__(self, conditions: Mapping[str, ViewCondition], theme: Theme) -> None:
        super().__init__()
        self._conditions = conditions
        self._done_at: float | None = None
        self._steps = StepLine(theme)
        self._title = named(QLabel(self), "calibrationTitle")
        self._text = named(QLabel(self, wordWrap=True), "calibrationText")
        self._bar = QProgressBar(self, textVisible=False, minimum=0, maximum=100)
        self._bar.setAccessibleName(self.tr("Avance de la calibración"))
        self._skip, self._cancel = QPushButton(self.tr("Saltar este paso"), self), QPushButton(self)
        self._skip.setAccessibleName(self.tr("Saltar este paso"))
        self._name_cancel(self.tr("&Cancelar"))
        self._skip.clicked.connect(self.skipped)
        self._cancel.clicked.connect(self.cancelled)
        self._lay_out()
        self.set_theme(theme)
        self.hide()

    @property
    def text(self) -> str:
        """The guiding sentence as it reads now."""
        return self._text.text()

    @property
    def title(self) -> str:
        """What is done now."""
        return self._title.text()

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._steps.set_theme(theme)
        self._layout.setContentsMargins(theme.px(18), theme.px(12), theme.px(18), theme.px(12))
        self._layout.setSpacing(theme.px(6))

    def show_course(self, course: CalibrationCourse, now: float | None) -> None:
        """Show where it is; once it is over, for `DONE_S` from `now`."""
        done = course.step is Step.DONE
        self._done_at = now if done else None
        title, text = self._words(course)
        changed = (title, text) != (self._title.text(), self._text.text())
        self._title.setText(title)
        self._text.setText(text)
        self._bar.setVisible(not done)
        self._bar.setValue(round(100 * course.progress))
        self._skip.setVisible(course.step in (Step.FRAME, Step.GAZE))
        self._name_cancel(self.tr("&Entendido") if done else self.tr("&Cancelar"))
        self._steps.show_course(course)
        self.setAccessibleName(f"{title}. {text}")
        if self.isHidden():
            self.show()
            self._cancel.setFocus()
        if changed:
            self.resized.emit()

    def refresh(self, now: float | None) -> None:
        """Hide once the final sentence has been read at `now` (s of the medium), or when the medium is gone."""
        if now is None or (self._done_at is not None and now - self._done_at > DONE_S):
            self._done_at = None
            self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape gives it up, and does not leave the page."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _name_cancel(self, text: str) -> None:
        self._cancel.setText(text)
        self._cancel.setAccessibleName(read_out(text))

    def _words(self, course: CalibrationCourse) -> tuple[str, str]:
        """Title and sentence of a step."""
        if course.step is Step.DONE:
            return self.tr("Listo: ya conozco tu postura natural"), self._outcome(course)
        titles = {
            Step.FRAME: self.tr("Acomódate frente a la cámara"),
            Step.NEUTRAL: self.tr("Rostro tranquilo, como siempre"),
            Step.GAZE: self.tr("Ahora mira a la cámara"),
            Step.VOICE: self.tr("Tu voz"),
        }
        if course.mend is not None:
            waits = self.tr("En pausa") if course.step is Step.NEUTRAL else titles[course.step]
            return waits, self._mend(course.mend)
        return titles[course.step], {
            Step.FRAME: self.tr("Así está bien: se ven tu cara y tus hombros."),
            Step.NEUTRAL: self.tr("Ponte a gusto, sin hablar, y mira a la cámara. Son diez segundos."),
            Step.GAZE: self.tr("Busca la lente, arriba de la pantalla, y quédate en ella un momento."),
            Step.VOICE: "",
        }[course.step]

    def _mend(self, id: str) -> str:
        own = {
            "quieto": self.tr("Quédate un momento sin moverte; sigo en cuanto estés en calma."),
            HEAD_CUT: self.tr("Tu cabeza queda cortada: sube un poco la cámara o aléjate."),
            ASIDE: self.tr("Quedas a un lado: ponte al centro de la imagen."),
            NO_SHOULDERS: self.tr("No veo tus hombros: aléjate un poco o baja la cámara."),
        }
        if id in own:
            return own[id]
        condition = self._conditions[id]
        return self.tr("{}. {}.").format(condition.name, condition.advice)

    def _outcome(self, course: CalibrationCourse) -> str:
        if Step.NEUTRAL not in course.confirmed:
            return self.tr("Se quedó sin terminar; puedes repetirlo cuando quieras.")
        if Step.GAZE in course.confirmed:
            return self.tr("Tu rostro y tu mirada quedaron a tu medida; los consejos serán más precisos.")
        return self.tr("Tu rostro quedó a tu medida. Tu mirada no la pude confirmar; repítelo cuando quieras.")

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._skip)
        buttons.addWidget(self._cancel)
        self._layout = QVBoxLayout(self)
        for widget in (self._steps, self._title, self._text, self._bar):
            self._layout.addWidget(widget)
        self._layout.addLayout(buttons)


class StepLine(QWidget):
    """The steps in a row: those that are done have a tick, the one under way a pointer."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._steps: tuple[Step, ...] = ()
        self._step, self._confirmed = Step.DONE, frozenset[Step]()

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def show_course(self, course: CalibrationCourse) -> None:
        """Show where it is."""
        look = (course.steps, course.step, frozenset(course.confirmed))
        if look != (self._steps, self._step, self._confirmed):
            self._steps, self._step, self._confirmed = look
            names = [f"{place} {self._name(step)}" for place, step in enumerate(self._steps, 1)]
            self.setAccessibleName(self.tr("Pasos: {}").format(", ".join(names)))
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """One line."""
        return QSize(self._theme.px(280), self._theme.px(20))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw mark and name of each."""
        painter, theme, left = QPainter(self), self._theme, 0.0
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, middle = theme.px(13), self.height() / 2
        for step in self._steps:
            here, done = step is self._step, step in self._confirmed
            box = QRectF(left, middle - side / 2, side, side)
            if here:
                paint_pointer(painter, box.adjusted(2, 2, -3, -2), theme.color("accent"))
            else:
                state = State.PRESENT if done else State.ABSENT
                color = theme.color("good" if done else "track")
                paint_state(painter, box, state, "refuerza", color, theme.color("surface"))
            font = QFont(self.font())
            font.setPixelSize(theme.px(12))
            font.setWeight(QFont.Weight.DemiBold if here else QFont.Weight.Normal)
            painter.setFont(font)
            painter.setPen(theme.color("accent" if here else "muted"))
            name, width = self._name(step), QFontMetricsF(font).horizontalAdvance(self._name(step))
            words = QRectF(left + side + theme.px(5), 0, width + 1, self.height())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, name)
            left = words.right() + theme.px(16)

    def _name(self, step: Step) -> str:
        return {
            Step.FRAME: self.tr("Encuadre"),
            Step.NEUTRAL: self.tr("Rostro"),
            Step.GAZE: self.tr("Mirada"),
            Step.VOICE: self.tr("Voz"),
            Step.DONE: "",
        }[step]
