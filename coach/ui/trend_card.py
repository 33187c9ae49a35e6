"""Holds the place of the moving plot until its library, which takes a third of a second to load, is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from coach.core.events import VoiceFeatures
from coach.ui.controls import named
from coach.ui.theme import Theme
from coach.ui.trace import VoiceTrace
from coach.ui.voice_readings import Edges

if TYPE_CHECKING:
    from coach.ui.trend_plot import TrendPlot

_EVERY: Final = 2
"""The plot moves with every other refresh: five times a second."""
_LEAST_PX: Final = 104


class TrendCard(QWidget):
    """A heading and the plot, which `load` brings."""

    def __init__(self, edges: Edges, theme: Theme) -> None:
        super().__init__()
        self._edges, self._theme = edges, theme
        self._trace = VoiceTrace()
        self._plot: TrendPlot | None = None
        self._count = 0
        self.listening = True
        self._title = named(QLabel(self.tr("Últimos 30 segundos")), "voiceTitle")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self._layout.addWidget(self._title)
        self._layout.addStretch(1)
        self.setAccessibleName(self.tr("Tono y ritmo de tu voz en los últimos 30 segundos"))

    @property
    def least(self) -> int:
        """Height in px under which the plot could not be read."""
        return self._theme.px(_LEAST_PX)

    def load(self) -> None:
        """Bring the plot, once: best before anything is shown, as nothing else happens meanwhile.

        On this thread: what its library reads of Qt may not be read by another while this one paints.
        """
        if self._plot is not None:
            return
        from coach.ui.trend_plot import TrendPlot

        self._layout.takeAt(1)
        self._plot = TrendPlot(self._edges, self._theme)
        self._layout.addWidget(self._plot, 1)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        if self._plot is not None:
            self._plot.set_theme(theme)

    def set_listening(self, listening: bool) -> None:
        """Whether there is a voice to show."""
        self.listening = listening

    def apply(self, event: VoiceFeatures) -> None:
        """Take over a measurement."""
        self._trace.apply(event)

    def clear(self) -> None:
        """Forget the voice."""
        self._trace.clear()
        if self._plot is not None:
            self._plot.show_curves(*self._trace.curves(0.0))

    def refresh(self, now: float | None) -> None:
        """Move the curves on to `now` (s of the sound)."""
        self._count += 1
        if self._plot is not None and now is not None and self.isVisible() and self._count % _EVERY == 0:
            self._plot.show_curves(*self._trace.curves(now))
