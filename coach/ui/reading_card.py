"""Guides the half minute of reading aloud in which Coach learns to count this person's syllables."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from coach.ui.controls import named, read_out
from coach.ui.guide_card import GuideCard
from coach.ui.theme import Theme

LINE_PX = 676
"""Greatest length of a line, before scaling: longer ones are hard to read aloud."""


class ReadingCard(GuideCard):
    """The paragraph, how far the reading is, and how it came out; hidden unless somebody reads.

    `begun`: the user wants to read, perhaps again; `given_up`: does not want to go on. What is shown is up to
    whoever hears the reading.
    """

    begun = Signal()
    given_up = Signal()

    def __init__(self, text: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = named(QLabel(self), "calibrationTitle")
        self._text = named(QLabel(self, wordWrap=True), "calibrationText")
        self._lines = escape(text)
        self._paragraph = named(QLabel(self, wordWrap=True), "readingText")
        self._fitted: tuple[int, int] | None = None
        """The room for which the letters were chosen."""
        self._write(small=False)
        self._paragraph.setAccessibleName(self.tr("Párrafo para leer: {}").format(text))
        self._bar = QProgressBar(self, textVisible=False, minimum=0, maximum=100)
        self._bar.setAccessibleName(self.tr("Avance de la lectura"))
        self._fault = ""
        self._again, self._close = QPushButton(self.tr("Otra ve&z"), self), QPushButton(self)
        self._name_close(self.tr("&Cancelar"))
        self._again.setAccessibleName(self.tr("Otra vez"))
        self._again.clicked.connect(self.begun)
        self._close.clicked.connect(self.given_up)
        self._close.clicked.connect(self.hide)
        self._lay_out()
        self.set_theme(theme)
        self.hide()

    @property
    def text(self) -> str:
        """Title and sentence as they read now."""
        return f"{self._title.text()}. {self._text.text()}"

    @property
    def progress(self) -> int:
        """How much of the text has been heard, in percent."""
        return self._bar.value()

    @property
    def reads(self) -> bool:
        """Whether the paragraph is there to be read, which takes much room; else it tells how it came out."""
        return not self.isHidden() and not self._paragraph.isHidden()

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme, self._fitted = theme, None
        self._layout.setSpacing(theme.px(10))
        self._keep_lines_short(self.width())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape gives the reading up, and does not close the window."""
        if event.key() == Qt.Key.Key_Escape:
            self._close.click()
        else:
            super().keyPressEvent(event)

    def fit(self, width: int, most: int) -> int:
        """Its height at that width, with smaller letters if it would be more than `most`.

        To write asks for a layout, and that for this: it is tried once for the same room.
        """
        if self._fitted != (width, most):
            self._fitted = width, most
            self._keep_lines_short(width)
            for small in (False, True):
                if self._paragraph.property("small") is not small:
                    self._write(small=small)
                if self.heightForWidth(width) <= most:
                    break
        return self.heightForWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep lines short, in the middle."""
        super().resizeEvent(event)
        self._keep_lines_short(self.width())

    def _keep_lines_short(self, width: int) -> None:
        side = max(self._theme.px(22), (width - self._theme.px(LINE_PX)) // 2)
        self._layout.setContentsMargins(side, self._theme.px(16), side, self._theme.px(14))

    def _write(self, *, small: bool) -> None:
        self._paragraph.setProperty("small", small)
        self._paragraph.setText(f"<p style='line-height: {118 if small else 135}%; margin: 0'>{self._lines}</p>")
        self._paragraph.style().unpolish(self._paragraph)
        self._paragraph.style().polish(self._paragraph)

    def set_fault(self, name: str) -> None:
        """What is wrong, with the microphone or otherwise, in a few words; empty when nothing is."""
        if name != self._fault:
            self._fault = name
            if self._paragraph.isVisible():
                self.show_reading(self.progress / 100)

    def show_reading(self, progress: float) -> None:
        """The reading goes on: `progress` in [0, 1]."""
        self._bar.setValue(round(100 * progress))
        title = self.tr("Lee en voz alta, a tu ritmo de siempre")
        sentence = self.tr("Te escucho: sigue hasta el final.") if progress else self.tr("Empieza cuando quieras.")
        self._show(title, self._fault or sentence, reading=True, close=self.tr("&Cancelar"))

    def show_done(self, words_per_min: float) -> None:
        """All was heard, at that pace."""
        sentence = self.tr("Leíste a unas {} palabras por minuto. Desde ahora tu ritmo se cuenta a tu medida.")
        pace = sentence.format(round(words_per_min / 5) * 5)
        self._show(self.tr("Listo: ya conozco tu ritmo"), pace, reading=False, close=self.tr("&Entendido"))

    def show_failed(self) -> None:
        """What was heard was not this text, or not clear enough for its syllables to be counted."""
        sentence = self.tr(
            "Se oyó muy poco, saturado, o algo distinto del párrafo. "
            "Busca un lugar tranquilo, aléjate del micrófono si tu voz satura, y léelo completo."
        )
        self._show(self.tr("No alcancé a medir tu ritmo"), sentence, reading=False, close=self.tr("Ahora &no"))
        self._again.show()

    def _show(self, title: str, sentence: str, *, reading: bool, close: str) -> None:
        self._title.setText(title)
        self._text.setText(sentence)
        for widget in (self._paragraph, self._bar):
            widget.setVisible(reading)
        self._again.hide()
        self._name_close(close)
        self.setAccessibleName(self.text)
        self._fitted = None
        if self.isHidden():
            self.show()
            self._close.setFocus()
        self.resized.emit()

    def _name_close(self, text: str) -> None:
        self._close.setText(text)
        self._close.setAccessibleName(read_out(text))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self._text, 1)
        buttons.addWidget(self._again, 0, Qt.AlignmentFlag.AlignBottom)
        buttons.addWidget(self._close, 0, Qt.AlignmentFlag.AlignBottom)
        self._layout = QVBoxLayout(self)
        self._layout.addStretch(1)
        for widget in (self._title, self._paragraph, self._bar):
            self._layout.addWidget(widget)
        self._layout.addLayout(buttons)
        self._layout.addStretch(1)
