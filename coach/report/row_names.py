"""What a row of the manual is called and where it stands, whichever table it is in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from coach.manual.catalog import Evidence, load_catalog
from coach.manual.conditions import load_conditions
from coach.manual.congruences import load_congruences
from coach.manual.findings import load_findings
from coach.manual.tones import load_tones
from coach.report.content import Entry
from coach.report.words import EVIDENCE, raised

TOGETHER_PAGE: Final = "Láminas 38 a 41, leídas juntas: propuesta de Coach"
VOICE_PAGE: Final = "Láminas 41 y 42 (La voz durante la atención al cliente)"


def row_name(id: str) -> str:
    """The name of a signal, finding, tone, congruence or condition. Raises `KeyError` for anything else."""
    for rows in (load_catalog(), load_findings(), load_tones(), load_congruences(), load_conditions()):
        if id in rows:
            return rows[id].name
    raise KeyError(id)


def entries(ids: Iterable[str]) -> tuple[Entry, ...]:
    """The rows of the manual for these ids, in the manual's order; conditions have none."""
    wanted = set(ids)
    return (*_signals(wanted), *_findings(wanted), *_tones(wanted), *_congruences(wanted))


def _signals(wanted: set[str]) -> list[Entry]:
    return [
        Entry(
            id,
            row.name,
            raised(row.page),
            row.reflects,
            row.advice,
            evidence(row.evidence, row.evidence_note),
        )
        for id, row in load_catalog().items()
        if id in wanted
    ]


def _findings(wanted: set[str]) -> list[Entry]:
    return [
        Entry(id, row.name, VOICE_PAGE, row.reflects, row.advice, evidence(row.evidence, row.evidence_note))
        for id, row in load_findings().items()
        if id in wanted
    ]


def _tones(wanted: set[str]) -> list[Entry]:
    return [
        Entry(
            id,
            f"Tono {row.name.lower()}",
            VOICE_PAGE,
            f"{row.character} {row.attitude} {row.use}",
            row.advice,
            evidence(row.evidence, row.evidence_note),
        )
        for id, row in load_tones().items()
        if id in wanted
    ]


def _congruences(wanted: set[str]) -> list[Entry]:
    return [
        Entry(id, row.name, TOGETHER_PAGE, row.reflects, row.advice, evidence(row.evidence, row.evidence_note))
        for id, row in load_congruences().items()
        if id in wanted
    ]


def evidence(strength: Evidence, note: str) -> str:
    """How far science supports a row."""
    return f"Evidencia {EVIDENCE[strength]}. {note}"
