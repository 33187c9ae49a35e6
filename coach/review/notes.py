"""What is noted on one session while it is gone through: every change can be undone, and done again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, TypeAlias

from coach.exchange.marks import Mark
from coach.review.annotation import Annotation, AnnotationKind, Verdict
from coach.review.moments import LEAST_S, parts_beside

_TOUCH_S: Final = 0.05
"""Moments no farther apart follow each other."""
_Key: TypeAlias = tuple[str | None, int, int]


@dataclass(frozen=True, slots=True)
class Change:
    """`removed` makes way for `added`; either may be empty."""

    removed: tuple[Annotation, ...] = ()
    added: tuple[Annotation, ...] = ()

    @property
    def back(self) -> Change:
        """What takes it back."""
        return Change(self.added, self.removed)


def judged(note: Annotation, mark: Mark) -> bool:
    """Whether a verdict is on just this detection."""
    return _key(note) == _key(mark)


def _key(of: Annotation | Mark) -> _Key:
    """What is judged, and when: stored times are rounded to a millisecond."""
    id = of.id if isinstance(of, Mark) else of.signal
    return id, round(1000 * max(0.0, of.start_s)), round(1000 * max(0.0, of.end_s))


def _following(one: Annotation, old: Annotation | None, new: Annotation) -> tuple[float, float]:
    """From when to when `one` lasts once `old` has become `new`."""
    if old is None:
        return one.start_s, one.end_s
    start_s = new.end_s if abs(one.start_s - old.end_s) < _TOUCH_S else one.start_s
    end_s = new.start_s if abs(one.end_s - old.start_s) < _TOUCH_S else one.end_s
    return start_s, end_s


class Notes:
    """All annotations of one session. Each method that changes something gives what must be written, None if nothing.

    `author` signs what is new; `new_id` and `now` come from outside.
    """

    def __init__(
        self,
        session: str,
        found: Iterable[Annotation],
        new_id: Callable[[], str],
        now: Callable[[], datetime],
        author: str = "",
    ) -> None:
        self.session, self.author = session, author
        self._new_id, self._now = new_id, now
        self._all = {one.id: one for one in found}
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._verdicts: dict[_Key, Annotation] | None = None

    @property
    def all(self) -> tuple[Annotation, ...]:
        """In order of time."""
        return tuple(sorted(self._all.values(), key=lambda one: (one.start_s, one.end_s, one.id)))

    @property
    def can_undo(self) -> bool:
        """Whether there is anything to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether anything was taken back."""
        return bool(self._undone)

    def verdict_on(self, mark: Mark) -> Annotation | None:
        """This author's verdict on a detection; anybody's where they have none."""
        if self._verdicts is None:
            self._verdicts = {}
            others_first = sorted(self._all.values(), key=lambda one: one.author == self.author)
            for one in others_first:
                if one.kind == "verdict":
                    self._verdicts[_key(one)] = one
        return self._verdicts.get(_key(mark))

    def add(
        self, kind: AnnotationKind, start_s: float, end_s: float, text: str = "", signal: str | None = None
    ) -> Change:
        """A comment, a moment, or what was missed."""
        return self._do(Change(added=(self._made(kind, start_s, end_s, text, signal, None),)))

    def place(self, moment: str, start_s: float, end_s: float) -> Change:
        """The service was at `moment` then; what this author had noted of it there makes way."""
        added = self._made("moment", start_s, end_s, "", moment, None)
        removed, left = self._making_way(added)
        return self._do(Change(tuple(removed), (added, *left)))

    def move(self, id: str, start_s: float, end_s: float) -> Change | None:
        """Another stretch for a moment of this author's; what touched it there follows, the rest makes way."""
        old = self._all.get(id)
        if old is None or old.author != self.author or (old.start_s, old.end_s) == (start_s, end_s):
            return None
        added = replace(old, start_s=start_s, end_s=end_s, made_at=self._now())
        removed, left = self._making_way(added, old)
        return self._do(Change((old, *removed), (added, *left)))

    def judge(self, mark: Mark, verdict: Verdict) -> Change:
        """Agree or disagree with a detection; the same verdict again takes it back."""
        mine = [
            one
            for one in self._all.values()
            if one.kind == "verdict" and one.author == self.author and judged(one, mark)
        ]
        if any(one.verdict == verdict for one in mine):
            return self._do(Change(removed=tuple(mine)))
        start_s = max(0.0, mark.start_s)  # windows may look back to before the beginning
        made = self._made("verdict", start_s, max(start_s, mark.end_s), "", mark.id, verdict)
        return self._do(Change(tuple(mine), (made,)))

    def tick(self, item: str, duration_s: float, seen: Verdict) -> Change:
        """Say whether an item of the standard was seen in the session; the same again takes it back."""
        mine = [one for one in self._all.values() if (one.kind, one.author, one.signal) == ("item", self.author, item)]
        if any(one.verdict == seen for one in mine):
            return self._do(Change(removed=tuple(mine)))
        return self._do(Change(tuple(mine), (self._made("item", 0.0, duration_s, "", item, seen),)))

    def reword(self, id: str, text: str) -> Change | None:
        """Other words for one of them."""
        old = self._all.get(id)
        if old is None or old.text == text:
            return None
        return self._do(Change((old,), (replace(old, text=text, made_at=self._now()),)))

    def remove(self, id: str) -> Change | None:
        """Take one of them away."""
        old = self._all.get(id)
        return None if old is None else self._do(Change(removed=(old,)))

    def undo(self) -> Change | None:
        """Take the newest change back."""
        if not self._done:
            return None
        change = self._done.pop()
        self._undone.append(change)
        return self._apply(change.back)

    def redo(self) -> Change | None:
        """Make the newest change that was taken back again."""
        if not self._undone:
            return None
        change = self._undone.pop()
        self._done.append(change)
        return self._apply(change)

    def _making_way(self, new: Annotation, old: Annotation | None = None) -> tuple[list[Annotation], list[Annotation]]:
        """This author's other moments that cannot stay beside `new`, and what becomes of them.

        Those that end where `old` began, or begin where it ended, do so where `new` does.
        """
        removed: list[Annotation] = []
        left: list[Annotation] = []
        for one in self._all.values():
            if not one.of_service or one.author != self.author or one is old:
                continue
            span = _following(one, old, new)
            parts = parts_beside(*span, [(new.start_s, new.end_s)])
            if parts == [(one.start_s, one.end_s)]:
                continue
            removed.append(one)
            long = [part for part in parts if part[1] - part[0] >= LEAST_S]
            for place, (start_s, end_s) in enumerate(long):
                same = replace(one, start_s=start_s, end_s=end_s, made_at=new.made_at)
                left.append(replace(same, id=self._new_id()) if place else same)
        return removed, left

    def _do(self, change: Change) -> Change:
        self._done.append(change)
        self._undone.clear()
        return self._apply(change)

    def _apply(self, change: Change) -> Change:
        self._verdicts = None
        for one in change.removed:
            self._all.pop(one.id, None)
        for one in change.added:
            self._all[one.id] = one
        return change

    def _made(
        self, kind: AnnotationKind, start_s: float, end_s: float, text: str, signal: str | None, verdict: Verdict | None
    ) -> Annotation:
        made_at = self._now()
        return Annotation(
            self._new_id(), self.session, self.author, start_s, end_s, kind, signal, text, verdict, made_at
        )
