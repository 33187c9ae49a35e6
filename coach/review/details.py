"""What can be read about one thing on the timeline: the manual's words, how sure Coach was, how well supported."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from coach.exchange.marks import Mark, What
from coach.manual.catalog import Kind, load_catalog
from coach.manual.clients import load_clients
from coach.manual.congruences import load_congruences
from coach.manual.findings import load_findings
from coach.manual.moments import load_moments
from coach.manual.tones import load_tones
from coach.report.content import Entry
from coach.report.row_names import entries


@dataclass(frozen=True, slots=True)
class Details:
    """`title` and what the manual says (`row`, None where it has no row); `confidence` in [0, 1] or None."""

    title: str
    row: Entry | None
    confidence: float | None
    note: str = ""


def details_of(mark: Mark) -> Details:
    """Everything there is to say of a mark."""
    if mark.what is What.MOMENT:
        moment = load_moments().get(mark.id)
        return Details(mark.name, None, None, "" if moment is None else moment.goal)
    if mark.what is What.CLIENT:
        client = load_clients().get(mark.id)
        return Details(mark.name, None, None, "" if client is None else " ".join(client.treatment))
    known = {} if mark.what in (What.CUE, What.CONDITION) else {row.row: row for row in entries([mark.id])}
    shown = mark.value if mark.what in (What.SIGNAL, What.FINDING, What.CONGRUENCE, What.TONE) else None
    return Details(mark.name, known.get(mark.id), shown)


def kind_of(mark: Mark) -> Kind | None:
    """Whether the manual praises or corrects what was found; None where it does neither."""
    return _kinds().get((mark.what, mark.id))


@cache
def _kinds() -> dict[tuple[What, str], Kind]:
    kinds: dict[tuple[What, str], Kind] = {(What.FINDING, id): "corrige" for id in load_findings()}
    kinds |= {(What.SIGNAL, id): row.kind for id, row in load_catalog().items()}
    return kinds | {(What.CONGRUENCE, id): row.kind for id, row in load_congruences().items()}


def noticeable() -> dict[str, str]:
    """Everything that a person may say was missed: id to name, in the manual's order."""
    tables = (load_catalog(), load_findings(), load_tones(), load_congruences())
    return {id: row.name for table in tables for id, row in table.items()}
