"""The reading that calibrates the rate, from the wish to its outcome: the session listens, the card shows it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from coach.core.events import ReadingChanged
from coach.ui.reading_card import ReadingCard
from coach.ui.session import SessionController


class ReadingGuide(QObject):
    """Holds the card of a reading and the session together."""

    def __init__(self, card: ReadingCard, controller: SessionController, parent: QObject) -> None:
        super().__init__(parent)
        self._card, self._controller = card, controller
        self._reads = False
        card.begun.connect(self.begin)
        card.given_up.connect(controller.stop_reading)

    @property
    def listening(self) -> bool:
        """Whether the paragraph is being read aloud."""
        return self._reads and not self._card.isHidden()

    def begin(self) -> None:
        """Show the paragraph and listen to it, or begin anew."""
        self._reads = True
        self._card.show_reading(0.0)
        self._controller.read_aloud()

    def leave(self) -> None:
        """No more of it, and not of how it came out either."""
        if not self._card.isHidden():
            self._controller.stop_reading()
            self._card.hide()

    def apply(self, event: ReadingChanged) -> None:
        """Show how it goes; what still comes after it was given up is not wanted any more."""
        if self._card.isHidden():
            return
        self._reads = not event.done
        if event.words_per_min is not None:
            self._card.show_done(event.words_per_min)
        elif event.done:
            self._card.show_failed()
        else:
            self._card.show_reading(event.progress)
