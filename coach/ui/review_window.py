"""The review window: a session on its timeline, played, judged and noted upon; every note is kept at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPushButton

from coach.exchange.marks import Mark
from coach.report.words import raised, running
from coach.review.annotation import Annotation
from coach.review.filters import shown
from coach.review.lanes import Item, Lane
from coach.review.moments import lanes_to_note_on
from coach.review.wander import around
from coach.ui.compare_view import CompareView
from coach.ui.comparison import Comparison
from coach.ui.failure import failure_sentence
from coach.ui.file_dialogs import ask_file
from coach.ui.manual_words import shown as translated
from coach.ui.page import Page
from coach.ui.page_header import PageHeader
from coach.ui.review_chooser import CHOOSER
from coach.ui.review_desk import ReviewDesk
from coach.ui.review_filters import ReviewFilters
from coach.ui.review_keys import review_keys
from coach.ui.review_layout import Told, lay_out
from coach.ui.review_noting import Noting
from coach.ui.review_player import ReviewPlayer
from coach.ui.review_reading import Opened
from coach.ui.review_side import DETAILS, EARLIER, ReviewSide
from coach.ui.review_stage import ReviewStage
from coach.ui.theme import Theme
from coach.ui.timeline_view import TimelineView
from coach.ui.words import day_in_words, short_day

REVISION: Final = "revision"
"""The id of the page."""


class ReviewWindow(Page):
    """Shows what `desk` opens.

    Keys: space, J K L, comma and point play; Y N judge; C M F note, F2 rewords; I O mark a stretch, R loops it; H
    hides a lane; D E P show details (where 1 to 9 say at which moment the service is; B T move what was said), the
    standard's items (where 1 2 3 say what was seen), earlier sessions (which A aligns).
    """

    def __init__(self, desk: ReviewDesk, theme: Theme) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Revisión"))
        self.desk, self._lanes = desk, tuple[Lane, ...]()
        self.player = ReviewPlayer(self)
        self.header = PageHeader(self.tr("Revisión"), theme)
        self.author = QLineEdit(maxLength=60)
        self.author.setPlaceholderText(self.tr("Quién revisa"))
        self.author.setAccessibleName(self.tr("Quién revisa"))
        self.told = Told()
        self.stage = ReviewStage(self.player, self._find, theme)
        self.filters = ReviewFilters()
        self.timeline = TimelineView(theme)
        self.side = ReviewSide(theme)
        self.compared = CompareView(theme)
        self.comparison = Comparison(desk, self.player, self.side.earlier, self.compared, self)
        self.noting = Noting(desk, self.timeline, self.player, self)
        self.undo = self._button(self.tr("Deshacer"), self.noting.undo)
        self.redo = self._button(self.tr("Rehacer"), self.noting.redo)
        self._connect()
        self._lines = lay_out(self, (self.author, self.undo, self.redo), (self.timeline, self.compared))
        self._settle()

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        for part in (self.header, self.stage, self.timeline, self.compared, self.side):
            part.set_theme(theme)
        self.author.setFixedWidth(theme.px(150))

    def entered(self) -> None:
        """Keys go to the timeline."""
        self.timeline.setFocus()

    def leave(self) -> bool:
        """Let go of the recording."""
        self.player.close()
        return True

    def close_down(self) -> None:
        """Join what read it."""
        self.player.close_down()

    def show_session(self, opened: Opened) -> None:
        """Begin with a session."""
        result = opened.record.result
        self._lanes = opened.lanes
        day = short_day if opened.recording else day_in_words  # beside a name there is little room
        when = day(opened.record.started)
        first = translated(opened.recording) or raised(when)
        parts = (first, when if opened.recording else "", running(result.duration_s))
        self.header.title.setText(" · ".join(part for part in parts if part))
        self.header.lead("" if self.desk.place.own else self.tr("Sesiones"))
        self.author.setText(opened.author)
        self.timeline.show_session(result.duration_s, opened.curves, self.noting.verdict_on)
        self.side.card.show_item(None, None)
        self.side.standard.show_items(())
        looks = self.desk.place.only_look
        self.told.tell("" if looks is None else self.tr("Solo para ver. {}").format(looks))
        self.comparison.begin(opened)
        self.side.turn(DETAILS)
        self._settle()
        self.player.open(result.duration_s, opened.medium)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """One key each for everything; what is unknown goes on, so that Escape leads home."""
        act = review_keys(self).get(Qt.Key(event.key()))
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if act is not None and plain:
            act()
        else:
            super().keyPressEvent(event)

    def tell(self, error: BaseException) -> None:
        """Something went wrong."""
        self.told.tell(failure_sentence(error))

    def comment(self) -> None:
        """Begin to write one."""
        self.side.turn(DETAILS)
        self.side.form.text.setFocus()

    def choose_moment(self) -> None:
        """Offer the moments of the service, beside where it plays if their button is not in sight."""
        line = self.timeline
        x = min(max(0, int(line.x_of(self.player.t))), line.width())
        self.side.form.choose(line.mapToGlobal(QPoint(x, line.scene.lanes_top)))

    def reword(self, item: Item | None) -> None:
        """Change the words of a note, if they are one's own."""
        if isinstance(item, Annotation):
            self.player.play(0.0)
            self.side.turn(DETAILS)
            can = self.side.notes.edit(item)
            self.told.tell("" if can else self.tr("Solo puedes cambiar las palabras de tus propios comentarios."))

    def loop(self) -> None:
        """Play the stretch, or else what is picked, again and again, or no longer."""
        item = self.timeline.item
        stretch = self.timeline.stretch or (None if item is None else (item.start_s, item.end_s))
        was = self.player.loop
        self.player.repeat(None if was is not None else stretch)
        none = was is None and self.player.loop is None
        ask = self.tr("Elige primero qué repetir: algo que dure, o un tramo arrastrando con Mayús.")
        self.told.tell(ask if none else "")

    def hide_lane(self) -> None:
        """Leave out the lane of what is picked; without anything picked all are shown again."""
        item, wanted = self.timeline.item, self.filters.filter
        hidden = wanted.hidden_lanes | {item.id} if isinstance(item, Mark) else frozenset()
        self.filters.filter = replace(wanted, hidden_lanes=hidden)
        self.timeline.pick(None)
        self._settle()

    def _connect(self) -> None:
        desk, player, side, noting = self.desk, self.player, self.side, self.noting
        self.header.back.connect(self._return)
        desk.opened.connect(self.show_session)
        desk.failed.connect(self.tell)
        desk.changed.connect(self._settle)
        desk.agreed.connect(side.notes.show_agreement)
        desk.checked.connect(side.standard.show_items)
        player.moved.connect(lambda t: self.timeline.set_playhead(t, follow=player.speed != 0.0))
        player.outline.connect(self.timeline.show_sound)
        self.timeline.sought.connect(player.seek)
        self.timeline.picked.connect(self._on_picked)
        self.timeline.played.connect(lambda item: player.show(item.start_s))
        self.timeline.opened.connect(self.reword)
        self.filters.changed.connect(lambda _: self._settle())
        side.turned.connect(self._on_turned)
        noting.told.connect(self.told.tell)
        side.card.judged.connect(noting.judge)
        side.card.removed.connect(noting.remove)
        side.form.commented.connect(lambda text: noting.add("comment", text))
        side.card.moved.connect(noting.move)
        side.form.placed.connect(noting.place)
        side.form.marked.connect(lambda text: noting.add("moment", text))
        side.form.missed.connect(noting.add_missed)
        side.notes.chosen.connect(self._go_to)
        side.notes.reworded.connect(noting.reword)
        side.standard.ticked.connect(noting.tick)
        side.standard.played.connect(self._show_evidence)
        self.author.editingFinished.connect(lambda: desk.sign(self.author.text().strip()))
        for keys, act in (("Ctrl+Z", noting.undo), ("Ctrl+Shift+Z", noting.redo), ("Ctrl+Y", noting.redo)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _settle(self) -> None:
        """Show what is noted now, and what the filter leaves."""
        notes, found = self.desk.notes, self.noting.all
        self.undo.setEnabled(notes is not None and notes.can_undo)
        self.redo.setEnabled(notes is not None and notes.can_redo)
        self.filters.offer(lanes_to_note_on(self._lanes, found))
        self.timeline.show_lanes(shown(self._lanes, self.filters.filter, found))
        self.comparison.note(found)
        if self.side.place == EARLIER:
            self.comparison.filter(self.filters.filter)
        self.side.notes.show_notes(found, self.noting.author)
        self.side.standard.show_notes(found, self.noting.author)
        item = self.timeline.item
        if isinstance(item, Annotation) and item not in found:
            self.timeline.pick(next((one for one in found if one.id == item.id), None))
        else:
            self._on_picked(item)

    def _on_turned(self) -> None:
        """Earlier sessions take the timeline's place for as long as they are compared."""
        comparing = self.side.place == EARLIER
        self._lines.setCurrentWidget(self.compared if comparing else self.timeline)
        self.filters.compare(comparing)
        if comparing:
            self.comparison.enter(self.filters.filter)
        else:
            self.comparison.leave()

    def _on_picked(self, item: Item | None) -> None:
        verdict = self.noting.verdict_on(item) if isinstance(item, Mark) else None
        self.side.card.show_item(item, verdict, self.noting.movable(item))

    def _go_to(self, note: Annotation) -> None:
        self.timeline.pick(note)
        self.player.seek(note.start_s)

    def _show_evidence(self, mark: Mark) -> None:
        """Pick what the evidence is a part of, and play the part."""
        self.timeline.pick(around((*self.timeline.lanes, *self._lanes), mark) or mark)
        self.player.show(mark.start_s)

    def _find(self) -> None:
        ask_file(self, self.tr("Buscar la grabación"), self._found)

    def _found(self, file: Path) -> None:
        self.desk.remember(self.comparison.playing, file)
        self.comparison.found(file)

    def _return(self) -> None:
        """Of many sessions the next one is at hand."""
        self.home.emit() if self.desk.place.own else self.go.emit(CHOOSER)

    def _button(self, text: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(text)
        button.clicked.connect(lambda: act())
        return button
