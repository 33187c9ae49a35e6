"""What a trainer does to a session: judge, comment, add what was missed, tick the standard's items, take it back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from coach.exchange.marks import Mark
from coach.review.annotation import Annotation, AnnotationKind, Verdict
from coach.review.lanes import DETECTIONS, Item
from coach.review.moments import LEAST_S, from_there_on, moments_held, told_in
from coach.review.notes import Change, Notes
from coach.ui.review_desk import ReviewDesk
from coach.ui.review_player import ReviewPlayer
from coach.ui.timeline_view import TimelineView


class Noting(QObject):
    """Acts on what the timeline has picked or selected, and on where it plays; `desk` writes each change down at once.

    `told(str)`: what has to be done first, "" once it is done.
    """

    told = Signal(str)

    def __init__(self, desk: ReviewDesk, timeline: TimelineView, player: ReviewPlayer, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._timeline, self._player = desk, timeline, player

    @property
    def author(self) -> str:
        """Who notes."""
        return "" if self._desk.notes is None else self._desk.notes.author

    @property
    def _ready(self) -> Notes | None:
        """What can be noted on now; says so where it must be told first who notes."""
        if self._desk.place.many and not self.author:
            self.told.emit(self.tr("Escribe arriba quién revisa: en este almacén anotan varias personas."))
            return None
        return self._desk.notes

    @property
    def all(self) -> tuple[Annotation, ...]:
        """Everything noted on the session."""
        return () if self._desk.notes is None else self._desk.notes.all

    def verdict_on(self, mark: Mark) -> Verdict | None:
        """What was said of a detection."""
        note = None if self._desk.notes is None else self._desk.notes.verdict_on(mark)
        return None if note is None else note.verdict

    def judge(self, verdict: Verdict) -> None:
        """Agree or disagree with the detection that is picked."""
        item = self._timeline.item
        if not isinstance(item, Mark) or item.what not in DETECTIONS:
            self.told.emit(self.tr("Elige primero algo que Coach detectó: de eso dices si acertó."))
        elif (notes := self._ready) is not None:
            self.told.emit("")
            self._desk.write(notes.judge(item, verdict))

    def add(self, kind: AnnotationKind, text: str, signal: str | None = None) -> None:
        """Note something on the stretch that is selected, or else on the moment where it plays."""
        notes = self._ready
        if notes is None:
            return
        start_s, end_s = self._timeline.stretch or (self._player.t, self._player.t)
        self._begin(notes.add(kind, start_s, end_s, text, signal))

    def place(self, moment: str) -> None:
        """The service is at `moment`: in the stretch that is selected, or from where it plays until the next one."""
        notes = self._ready
        if notes is None:
            return
        start_s, end_s = self._timeline.stretch or (self._player.t, self._player.t)
        if end_s - start_s < LEAST_S:
            held = moments_held(told_in(self._desk.lanes), notes.all)
            start_s, end_s = from_there_on(start_s, held, self._player.duration_s)
        if end_s - start_s < LEAST_S:
            self.told.emit(self.tr("Aquí ya termina la sesión: ve a donde empieza el momento."))
            return
        self.told.emit("")
        self._begin(notes.place(moment, start_s, end_s))

    def movable(self, item: Item | None) -> bool:
        """Whether this is a moment of the service that one noted oneself."""
        return isinstance(item, Annotation) and item.of_service and item.author == self.author

    def move(self, which: int) -> None:
        """The moment that is picked begins (0), or ends (1), where it plays."""
        item, t = self._timeline.item, self._player.t
        if not isinstance(item, Annotation) or not self.movable(item) or (notes := self._ready) is None:
            return
        start_s, end_s = (t, item.end_s) if which == 0 else (item.start_s, t)
        if end_s - start_s < LEAST_S:
            self.told.emit(self.tr("Un momento termina después de empezar: ve a donde debe quedar."))
            return
        self.told.emit("")
        self._desk.write(notes.move(item.id, start_s, end_s))

    def add_missed(self, signal: str) -> None:
        """Something was there, in the stretch that is selected, and was not detected."""
        if self._timeline.stretch is None:
            self.told.emit(self.tr("Elige primero el tramo: arrastra con Mayús, o marca con I y O."))
            return
        self.told.emit("")
        self.add("missed", "", signal)

    def tick(self, item: str, verdict: Verdict) -> None:
        """Say of an item of the standard whether it was seen."""
        notes = self._ready
        if notes is not None:
            self._desk.write(notes.tick(item, self._player.duration_s, verdict))

    def reword(self, id: str, text: str) -> None:
        """Other words for a note; a comment without any would be none."""
        notes = self._ready
        old = next((one for one in self.all if one.id == id), None)
        if notes is None or old is None or (old.kind == "comment" and not text):
            return
        self._desk.write(notes.reword(id, text))

    def remove(self) -> None:
        """Take the note that is picked away."""
        item = self._timeline.item
        if isinstance(item, Mark):
            self.told.emit(self._why_it_stays(item))
        elif isinstance(item, Annotation) and (notes := self._ready) is not None:
            self._desk.write(notes.remove(item.id))

    def _why_it_stays(self, mark: Mark) -> str:
        """And what can be done about it."""
        if mark.what not in DETECTIONS:
            return self.tr("Esto es parte de la sesión y no se borra.")
        told: dict[Verdict | None, str] = {
            "agree": self.tr(
                "Esto lo puso Coach y no se borra; para quitar tu opinión, vuelve a elegir «De acuerdo» (Y)."
            ),
            "disagree": self.tr(
                "Esto lo puso Coach y no se borra; para quitar tu opinión, vuelve a elegir «En desacuerdo» (N)."
            ),
            None: self.tr("Esto lo puso Coach y no se borra: di si acertó, con Y o con N."),
        }
        return told[self.verdict_on(mark)]

    def undo(self) -> None:
        """Take the newest change back."""
        if self._desk.notes is not None:
            self._desk.write(self._desk.notes.undo())

    def redo(self) -> None:
        """Make it again."""
        if self._desk.notes is not None:
            self._desk.write(self._desk.notes.redo())

    def edge(self, which: int) -> None:
        """The stretch begins (0), or ends (1), where it plays."""
        edges = list(self._timeline.stretch or (self._player.t, self._player.t))
        edges[which] = self._player.t
        self._timeline.select((min(edges), max(edges)) if which else (edges[0], max(edges)))

    def _begin(self, change: Change) -> None:
        """Write down what is new, and pick it."""
        self._timeline.select(None)
        self._desk.write(change)
        self._timeline.pick(change.added[0])
        self._timeline.setFocus()
