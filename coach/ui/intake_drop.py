"""The card onto which recordings are dropped; while one is analysed it shows how far that is."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout

from coach.report.words import lasting
from coach.ui.controls import named, read_out
from coach.ui.marks import MarkDisc
from coach.ui.screen_glyphs import paint_review
from coach.ui.theme import Theme

_TRUSTED_AFTER_MS = 1500
"""Before that the time left would jump about."""


class DropCard(QFrame):
    """Its buttons say by their own signals what is wanted."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("dropCard")
        self._clock, self._first = QElapsedTimer(), 0.0
        self._disc = MarkDisc(paint_review, 72, theme)
        middle = Qt.AlignmentFlag.AlignCenter
        self.title = named(QLabel(wordWrap=True, alignment=middle, textFormat=Qt.TextFormat.PlainText), "cardTitle")
        self.text = named(QLabel(wordWrap=True, alignment=middle, textFormat=Qt.TextFormat.PlainText), "cardText")
        self.bar = QProgressBar(textVisible=False, minimum=0, maximum=100)
        self.bar.setAccessibleName(self.tr("Avance del análisis"))
        self.choose = named(QPushButton(self.tr("&Elegir una grabación…")), "primary")
        self.cancel = QPushButton(self.tr("&Cancelar"))
        self.receive = QPushButton(self.tr("&Abrir lo que me compartieron…"))
        self.kept = QPushButton(self.tr("Elegir una sesión &guardada…"))
        self.folder = QPushButton(self.tr("Abrir una &carpeta analizada…"))
        for button in (self.choose, self.cancel, self.receive, self.kept, self.folder):
            button.setAccessibleName(read_out(button.text()))
        self._lay_out()

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._disc.set_theme(theme)
        self._column.setContentsMargins(theme.px(40), theme.px(48), theme.px(40), theme.px(48))
        self._column.setSpacing(theme.px(14))
        self._choices.setSpacing(theme.px(10))
        self.bar.setFixedWidth(theme.px(420))
        self.setMinimumHeight(theme.px(440))

    def rest(self) -> None:
        """Nothing is under way."""
        self.title.setText(self.tr("Arrastra aquí una grabación tuya"))
        self.text.setText(
            self.tr(
                "Un video, un audio de una llamada o una carpeta con varios. Se analizan en esta computadora y los "
                "archivos no cambian."
            )
        )
        self._busy(False)

    def look(self, name: str) -> None:
        """Of the recording of this name it is not known yet what there is to ask."""
        self.title.setText(name)
        self.text.setText(self.tr("Mirando quién sale y quién habla…"))
        self.bar.setValue(0)
        self._busy(True)

    def begin(self) -> None:
        """Its analysis begins."""
        self.text.setText(self.tr("Preparando…"))
        self._busy(True)
        self._clock.invalidate()

    def give_up(self) -> None:
        """It ends as soon as it can."""
        self.text.setText(self.tr("Cancelando…"))
        self.cancel.setEnabled(False)

    def reach(self, share: float) -> None:
        """So much of it is done; how fast it goes counts from here on, not from when its models were loaded."""
        if not self._clock.isValid():
            self._clock.start()
            self._first = share
        self.bar.setValue(round(100 * share))

    def say(self, share: float, after: int) -> None:
        """How long this one will still take, and how many come `after` it."""
        elapsed = self._clock.elapsed() if self._clock.isValid() else 0
        done = share - self._first
        if done <= 0.0 or elapsed <= _TRUSTED_AFTER_MS or not self.cancel.isEnabled():
            return
        left = elapsed / 1000 * (1.0 - share) / done
        said = self.tr("Faltan {}.").format(lasting(left)) if share < 1.0 else self.tr("Casi listo.")
        more = self.tr("Después, {} más.").format(after)
        self.text.setText(f"{said} {more}" if after else said)

    def _busy(self, busy: bool) -> None:
        self.cancel.setEnabled(True)
        self.cancel.setVisible(busy)
        self.bar.setVisible(busy)
        for button in (self.choose, self.receive, self.kept, self.folder):
            button.setVisible(not busy)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._column.addWidget(self._disc, 0, middle)
        self._column.addWidget(self.title)
        self._column.addWidget(self.text)
        for widget in (self.bar, self.cancel):
            self._column.addWidget(widget, 0, middle)
        self._choices = QVBoxLayout()  # as wide as the widest of them
        for button in (self.choose, self.kept, self.folder, self.receive):
            self._choices.addWidget(button)
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addLayout(self._choices)
        centred.addStretch(1)
        self._column.addLayout(centred)
        self._column.addStretch(1)
