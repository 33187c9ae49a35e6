"""Anybody's annotations (ELAN, Praat) as labels that `evaluar` judges detectors by.

A tier that is named after a signal (its id, or its name in the manual) says when that signal is there: wherever it has
a text. On other tiers, annotations whose text is such a name say so. Signals that a file nowhere names were not looked
for by whoever annotated it: they are neither missed nor false alarms.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from coach.core.plain import plain
from coach.errors import KnownError
from coach.evaluation.labels import ClipLabels, Label
from coach.exchange.annotations import Annotated
from coach.exchange.eaf import read_eaf
from coach.exchange.textgrid import read_textgrid
from coach.exchange.tiers import NOTES
from coach.manual.catalog import Catalog

READERS: Final[Mapping[str, Callable[[Path], Annotated]]] = {
    ".eaf": read_eaf,
    ".TextGrid": read_textgrid,
    ".textgrid": read_textgrid,
}
"""By the suffix of the file that stands beside its clip."""


def read_annotations(file: Path, catalog: Catalog, duration_s: float | None) -> ClipLabels:
    """The labels in `file` of a clip of `duration_s`; None takes what the file says of it, or the end of the last mark.

    Raises `KnownError` for a file that cannot be read, names no signal, or says that one ends before it begins or
    begins after the clip's end.
    """
    annotated = _without_notes(READERS[file.suffix](file))
    names = {plain(name): id for id, signal in catalog.items() for name in (id, signal.name)}
    looked_for = {id for id in (names.get(plain(word)) for word in _words(annotated)) if id is not None}
    if not looked_for:
        raise KnownError(
            f"«{file}» no nombra ninguna señal: pon a un nivel el nombre de la señal que marca, por ejemplo «sonrisa»."
        )
    labels = _without_overlaps(_labels(annotated, names))
    lasts_s = duration_s or annotated.duration_s or max((label.end_s for label in labels), default=0.0)
    for label in labels:
        if not 0.0 <= label.start_s < min(label.end_s, lasts_s):
            raise KnownError(
                f"«{file}»: la marca de «{label.id}» en {label.start_s:.3f} s no cabe en su grabación, de "
                f"{lasts_s:.3f} s; corrígela."
            )
    return ClipLabels(
        person=annotated.person or file.stem,
        duration_s=lasts_s,
        framing="webcam",
        signals=labels,
        ignore=frozenset(catalog) - looked_for,
    )


def _without_notes(annotated: Annotated) -> Annotated:
    """Without what Coach exported of a review: about what it found, or missed here and there.

    Nobody went through the whole clip for a signal then, so that its silence elsewhere would say nothing.
    """
    tiers = {name: found for name, found in annotated.tiers.items() if not name.startswith(NOTES)}
    return replace(annotated, tiers=tiers)


def _words(annotated: Annotated) -> Iterator[str]:
    """Everything that could name a signal."""
    for tier, found in annotated.tiers.items():
        yield tier
        yield from (one.text for one in found)


def _labels(annotated: Annotated, names: Mapping[str, str]) -> Iterator[Label]:
    for tier, found in annotated.tiers.items():
        of_tier = names.get(plain(tier))
        for one in found:
            id = names.get(plain(one.text)) if of_tier is None else of_tier
            if id is not None and one.text:
                yield Label(id, one.start_s, one.end_s)


def _without_overlaps(labels: Iterable[Label]) -> tuple[Label, ...]:
    """Where several tiers mark a signal (two people annotated, say) their stretches are one."""
    joined: list[Label] = []
    for label in sorted(labels, key=lambda one: (one.id, one.start_s, one.end_s)):
        last = joined[-1] if joined else None
        if last is not None and last.id == label.id and label.start_s < last.end_s:
            joined[-1] = Label(last.id, last.start_s, max(last.end_s, label.end_s))
        else:
            joined.append(label)
    return tuple(sorted(joined, key=lambda one: one.start_s))
