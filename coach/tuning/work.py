"""The whole of a tuning, for the terminal and the window alike: what was judged, better thresholds, and using them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from coach.manual.adjustments import Adjustment
from coach.manual.catalog import load_catalog
from coach.manual.features import load_features
from coach.runtime.local_rows import local_adjustments, local_catalog
from coach.session.store import SessionStore
from coach.tuning.file import adjustment, remove_adjustments, write_adjustments
from coach.tuning.gather import gather
from coach.tuning.search import Tuned, tune
from coach.tuning.split import LEAST_SAID, LEAST_SESSIONS, Split, said, split


@dataclass(frozen=True, slots=True)
class Most:
    """The signal of which most was said, and still too little: so many verdicts and additions, in so many sessions."""

    id: str
    said: int
    sessions: int

    @property
    def crowded(self) -> bool:
        """Whether it is enough in all, and too little only in the sessions that would be held out."""
        return self.said >= LEAST_SAID and self.sessions >= LEAST_SESSIONS


@dataclass(frozen=True, slots=True)
class Judged:
    """`parts`: the signals of which enough was said, in the manual's order. `most`: None where nothing was said."""

    parts: Mapping[str, Split]
    most: Most | None


def judged(
    store: SessionStore, ids: Iterable[str] | None = None, progress: Callable[[float], None] = lambda share: None
) -> Judged:
    """What trainers said in the sessions of `store`, of `ids` if given; `progress` gets the share that is read.

    Raises `KnownError` where the thresholds in use cannot be read. What `progress` raises ends it.
    """
    cases = gather(store, local_catalog(), ids, progress)
    parts = {id: part for id in load_catalog() if (part := split(cases.get(id, []))) is not None}
    if not cases:
        return Judged(parts, None)
    most = max(cases, key=lambda id: said(cases[id]))
    return Judged(parts, Most(most, said(cases[most]), len(cases[most])))


def tuned(id: str, part: Split, progress: Callable[[float], None] = lambda share: None) -> Tuned:
    """The best thresholds for that signal, beside those in use; `progress` gets the share of the attempts made."""
    return tune(load_catalog()[id], local_catalog()[id], part, load_features(), progress)


def use(file: Path, results: Iterable[Tuned]) -> None:
    """Detect with these thresholds from the next session on. Raises `KnownError` where `file` cannot be written."""
    made = date.today().isoformat()
    write_adjustments(file, local_adjustments() | {one.signal.id: adjustment(one, made) for one in results})


def go_back(file: Path, before: Mapping[str, Adjustment]) -> None:
    """Those of before again, the manual's where there are none. Raises `KnownError` where `file` cannot be changed."""
    if before:
        write_adjustments(file, before)
    else:
        remove_adjustments(file)
