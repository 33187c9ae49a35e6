"""Several sessions of one person: which are shown beneath the one under review, aligned at what, which is played."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject

from coach.review.annotation import Annotation
from coach.review.filters import Filter
from coach.review.lanes import Item
from coach.review.multiples import SessionMark, moments_of
from coach.ui.compare_panel import MOST, ComparePanel
from coach.ui.compare_view import CompareView, Shown
from coach.ui.manual_words import shown as translated
from coach.ui.review_desk import ReviewDesk
from coach.ui.review_player import ReviewPlayer
from coach.ui.review_reading import Opened
from coach.ui.words import moment_in_words


class Comparison(QObject):
    """`begin` with a session, `enter` to show others beneath it, `leave` to go back to it alone."""

    def __init__(
        self, desk: ReviewDesk, player: ReviewPlayer, panel: ComparePanel, view: CompareView, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._player, self.panel, self.view = desk, player, panel, view
        self._main: Opened | None = None
        self._beside: dict[str, Opened] = {}
        self._chosen: list[str] = []
        self._filter = Filter()
        self._moment: str | None = None
        self.playing = ""
        desk.earlier.connect(panel.show_sessions)
        desk.earlier.connect(lambda _: panel.mark(self._chosen))
        desk.beside.connect(self._on_beside)
        panel.toggled.connect(self._toggle)
        panel.aligned.connect(self._align)
        view.played.connect(self._play)
        view.sought.connect(self._seek)
        player.moved.connect(lambda _: self._move(follow=player.speed != 0.0))

    @property
    def read(self) -> int:
        """How many sessions are shown beneath each other."""
        return len(self._there())

    def begin(self, opened: Opened) -> None:
        """Another session is under review."""
        self._main, self._beside, self._chosen, self.playing = opened, {}, [], opened.id
        self._moment = None
        self.panel.show_sessions(())
        self.panel.offer({}, None)

    def enter(self, wanted: Filter) -> None:
        """Show what is chosen, and what could be."""
        self._desk.list_earlier()
        if self._main is not None and self._main.id not in self._beside:
            self._desk.show_beside(self._main)
        self.filter(wanted)

    def note(self, notes: tuple[Annotation, ...]) -> None:
        """These are noted on the session under review now: where its moments are others it is read anew."""
        if self._main is None or _moments(notes) == _moments(self._main.notes):
            return
        self._main = replace(self._main, notes=notes)
        if self._main.id in self._beside:
            self._desk.show_beside(self._main)

    def leave(self) -> None:
        """The session under review is the one that is played again."""
        if self._main is not None:
            self._switch(self._main.id)

    def found(self, file: Path) -> None:
        """The recording of the session that is played lies there."""
        if self._main is not None and self.playing == self._main.id:
            self._main = replace(self._main, medium=file)
        if self.playing in self._beside:
            self._beside[self.playing] = replace(self._beside[self.playing], medium=file)
        self._player.open(self._player.duration_s, file, self._player.t, self._player.title)

    def filter(self, wanted: Filter) -> None:
        """Show only what this leaves."""
        self._filter = wanted
        self._show()

    def _toggle(self, id: str) -> None:
        if id in self._chosen:
            self._chosen.remove(id)
            if self.playing == id:
                self.leave()
        elif len(self._chosen) < MOST:
            self._chosen.append(id)
            if id not in self._beside:
                self._desk.open_beside(id)
        self.panel.mark(self._chosen)
        self._show()

    def _on_beside(self, opened: Opened) -> None:
        if self._main is not None and opened.id in (self._main.id, *self._chosen):
            self._beside[opened.id] = opened
            self._show()

    def _there(self) -> list[Opened]:
        """Those that are read already, newest first; none before the one under review is there."""
        if self._main is None or self._main.id not in self._beside:
            return []
        found = [self._beside[id] for id in (self._main.id, *self._chosen) if id in self._beside]
        return sorted(found, key=lambda one: one.record.started, reverse=True)

    def _show(self) -> None:
        there = self._there()
        if not there:
            return
        moments = moments_of([one.lanes for one in there])
        moment = self._moment if self._moment in moments else None
        names = _names(there)
        self.view.show_sessions([_shown(one, names[one.id]) for one in there], self._filter, self.playing, moment)
        self.panel.offer(moments, moment, self.view.without)
        self._move(follow=False)

    def _align(self, moment: str | None) -> None:
        """Let this moment begin at one place in all of them; None: let them begin together."""
        self._moment = moment
        self._show()

    def _move(self, follow: bool) -> None:
        """Where it plays, in the session that is played."""
        self.view.set_playhead(self._player.t + self._shift_s, follow)

    @property
    def _shift_s(self) -> float:
        return self.view.shifts_s.get(self.playing, 0.0)

    def _play(self, item: Item) -> None:
        if isinstance(item, SessionMark):
            self._switch(item.session)
            self._player.show(self.view.times_of(item)[0])

    def _seek(self, t: float) -> None:
        self._switch(self.view.at or self.playing)
        self._player.seek(t - self._shift_s)

    def _switch(self, id: str) -> None:
        """Play this session from now on."""
        wanted = self._beside.get(id)
        if wanted is None or self._main is None or id == self.playing:
            return
        self.playing = id
        name = "" if id == self._main.id else _names(self._there())[id]
        self._player.open(wanted.record.result.duration_s, wanted.medium, title=name)
        self._show()


def _moments(notes: Sequence[Annotation]) -> list[Annotation]:
    return [one for one in notes if one.of_service]


def _names(there: Sequence[Opened]) -> dict[str, str]:
    """When each was, by its id; where others were in the same minute, the recording first."""
    when = {one.id: moment_in_words(one.record.started) for one in there}
    often = Counter(when.values())
    names = {one.id: translated(one.recording) for one in there if often[when[one.id]] > 1}
    return {id: f"{names[id]} · {then}" if names.get(id) else then for id, then in when.items()}


def _shown(one: Opened, name: str) -> Shown:
    return Shown(one.id, name, one.record.result.duration_s, one.lanes, one.curves)
