"""What the agent does about advice: reads it, looks back, pauses it, or wants one no more."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from coach.core.events import AdviceSettings, Cue, Sensitivity
from coach.ui.advice_card import AdviceCard
from coach.ui.compact_window import CompactWindow
from coach.ui.cue_history import CueHistory
from coach.ui.session import SessionController
from coach.ui.theme import Theme
from coach.ui.words import about

PAUSE_S: Final = 300.0
TO_THE_END_S: Final = 86_400.0
"""Longer than any session."""


class AdviceDesk(QObject):
    """Holds the cards of advice and the session together. `muted(frozenset)`: all ids that are not to be told any more.

    What was refused stays so for as long as the window is open, unless whoever keeps it for longer hands it back by
    `set_wishes`: from then on it holds for as long as it is among those.
    """

    muted = Signal(object)

    def __init__(
        self, card: AdviceCard, compact: CompactWindow, controller: SessionController, theme: Theme, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._card, self._compact, self._controller = card, compact, controller
        self._sensitivity: Sensitivity = "normal"
        self._muted: frozenset[str] = frozenset()
        self._refused: frozenset[str] = frozenset()
        self._until: float | None = None
        self._held = False
        self._own_until: float | None = None
        self._now: float | None = None
        self._quiet = self._trouble = ""
        self.history = CueHistory(theme, card)
        self.menu = QMenu(card)
        self.menu.addAction(self.tr("&5 minutos")).triggered.connect(lambda: self.pause(PAUSE_S))
        self.menu.addAction(self.tr("&Hasta el final")).triggered.connect(lambda: self.pause(TO_THE_END_S))
        card.pause.clicked.connect(self.turn_pause)
        card.history.clicked.connect(self.look_back)
        for shown in (card, compact.advice):
            shown.unwanted.connect(self._mute)

    @property
    def paused(self) -> bool:
        """Whether the agent wants no advice for now."""
        return self._until is not None and not self._held

    @property
    def line(self) -> str:
        """The line that stands where no cue is."""
        if self._held:
            return self.tr("Sin consejos mientras te calibras.")
        if self._until is None or self._now is None:
            return self._trouble or self._quiet
        left = self._until - self._now
        if left > PAUSE_S:
            return self.tr("Consejos en pausa hasta el final.")
        rounded = 60 * ceil(left / 60) if left > 60 else max(1, ceil(left))
        return self.tr("Consejos en pausa: vuelven en {}.").format(about(rounded))

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._card.set_theme(theme)
        self._compact.set_theme(theme)
        self.history.set_theme(theme)

    def set_wishes(self, sensitivity: Sensitivity, muted: frozenset[str]) -> None:
        """How readily to advise, and about which ids never to."""
        self._sensitivity, self._muted = sensitivity, muted
        self._refused -= muted
        self._tell()

    def say_quietly(self, text: str) -> None:
        """What the line says while there is neither a cue nor a pause."""
        self._quiet = text
        self._card.say_quietly(self.line)

    def say_trouble(self, text: str) -> None:
        """What it says instead while no advice can come; empty when it can."""
        self._trouble = text

    def show(self, cue: Cue) -> None:
        """A cue has come: its `t` may be of either stream, it is shown now in any case."""
        shown = replace(cue, t=self._now or cue.t)
        self._card.show_cue(shown)
        self._compact.show_cue(shown)
        self.history.add(shown)

    def settle(self, event: AdviceSettings, behind_s: float) -> None:
        """The session has taken the wishes over; its stream is `behind_s` behind the session's own time."""
        until = event.snoozed_until_s
        self._until = None if until is None or until <= event.t else until + behind_s
        self._card.set_paused(self.paused)
        self._card.say_quietly(self.line)

    def refresh(self, now: float | None) -> None:
        """Show what is true at `now` (s of the session; None without one)."""
        self._now = now
        if self._until is not None and (now is None or now >= self._until):
            self._until = None
            self._card.set_paused(False)
        self._card.say_quietly(self.line)
        self._card.refresh(now)

    def turn_pause(self) -> None:
        """Ask for how long to pause, or end the pause."""
        if self._card.pause.isHidden():
            return
        if self.paused:
            self.pause(0.0)
        else:
            self.menu.popup(self._card.pause.mapToGlobal(self._card.pause.rect().bottomLeft()))
            self.menu.setActiveAction(self.menu.actions()[0])

    def pause(self, seconds: float) -> None:
        """No advice for so long; 0 ends it."""
        if self._held:
            self._own_until = None if seconds == 0.0 or self._now is None else self._now + seconds
        else:
            self._controller.snooze(seconds)

    def hold(self, holding: bool) -> None:
        """While somebody calibrates there is no advice: who follows it changes what is being learned.

        The agent's own pause goes on where it was.
        """
        if holding == self._held:
            return
        if holding:
            self._own_until, self._held = self._until, True
            self.fall_silent()
            self._controller.snooze(TO_THE_END_S)
        else:
            self._held, self._until = False, self._own_until  # the session's answer comes later
            self.pause(0.0 if self._own_until is None else max(0.0, self._own_until - (self._now or 0.0)))
        self._card.set_paused(self.paused)

    def fall_silent(self) -> None:
        """What is shown does not hold any more."""
        for card in (self._card, self._compact.advice):
            card.fall_silent()

    def refuse(self) -> None:
        """The cue that is shown is not to be given again."""
        if not self._card.mute.isHidden():
            self._card.mute.click()

    def look_back(self) -> None:
        """Show the last cues."""
        if not self._card.history.isHidden():
            self.history.show_under(self._card)

    def clear(self) -> None:
        """The session is over."""
        self._until, self._held = None, False
        self._card.set_paused(False)
        self.history.clear()

    def _mute(self, cue: Cue) -> None:
        self.fall_silent()
        self._refused |= frozenset(cue.because)
        self._tell()
        self.muted.emit(self._muted | self._refused)

    def _tell(self) -> None:
        self._controller.set_advice(self._sensitivity, self._muted | self._refused)
