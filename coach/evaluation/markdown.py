"""The accuracy card as Markdown, to be pasted into a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from coach.evaluation.card import extent, figures, how_many, verdicts
from coach.evaluation.score import Scores

_HEAD: Final = (
    "Señal", "Id", "Clips", "Precisión", "Exhaustividad", "F1", "Falsas alarmas/h", "Demora (s)", "Observable",
)  # fmt: skip


def markdown(scores: Scores, names: Mapping[str, str], where: str) -> str:
    """Table, macro F1, promises, hard negatives; `where` tells date and machine, `names` are those of the signals."""
    return "\n".join(_lines(scores, names, where)) + "\n"


def _lines(scores: Scores, names: Mapping[str, str], where: str) -> Iterator[str]:
    macro = "-" if scores.macro_f1 is None else f"{scores.macro_f1:.3f}"
    yield f"{extent(scores)}. {where}."
    yield ""
    yield f"**F1 macro: {macro}** ({how_many(len(scores.labelled), 'señal', 'señales')})"
    yield ""
    yield _row(_HEAD)
    yield _row(("---", "---", *["---:"] * (len(_HEAD) - 2)))
    for score in scores.signals:
        yield _row((names[score.id], f"`{score.id}`", *figures(score)))
    yield ""
    yield from (f"- {'Cumple' if verdict.kept else 'No cumple'}: {verdict.promise}" for verdict in verdicts(scores))
    yield from _list("Clips sin señales, que deben quedar en silencio", {n: _ids(i) for n, i in scores.silent.items()})
    yield from _list("Clips que no se pudieron leer, y no cuentan", scores.failed)


def _list(title: str, entries: Mapping[str, str]) -> Iterator[str]:
    if not entries:
        return
    yield ""
    yield f"{title}:"
    yield ""
    yield from (f"- `{name}`: {told}" for name, told in entries.items())


def _ids(ids: tuple[str, ...]) -> str:
    return ", ".join(f"`{id}`" for id in ids) if ids else "en silencio"


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"
