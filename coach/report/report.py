"""A session as the agent reads it: what went well, one goal, then how it went and what it can tell."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from coach.manual.conditions import load_conditions
from coach.report.content import Block, Card, Cards, Content, DrillCard, Paragraph, Section
from coach.report.goals import propose
from coach.report.progress import Figures, compared, figures
from coach.report.record import SessionKind, SessionRecord
from coach.report.result import Result
from coach.report.sections_course import advice_section, course, together, tone_section, voice_section
from coach.report.sections_first import goal_section, own_course, went_well
from coach.report.sections_last import honest, manual, not_observable, to_mend
from coach.report.served import clients_of, served_words
from coach.report.words import HONEST, SOUND_ALONE, VOICE_ALONE, Whence, clock, ends_early, joined, where_kept

KIND: Final[dict[SessionKind, str]] = {"practica": "Práctica", "en_vivo": "Atención en vivo", "grabacion": "Grabación"}
_MONTHS: Final = (
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
)


def report(
    record: SessionRecord, earlier: Sequence[Figures] = (), server: str | None = None, whence: Whence = "new"
) -> Content:
    """The whole content. `earlier`: the agent's own sessions that were kept.

    `server`: the name of the one that keeps this session, None where none does; `whence`: whose session it is.
    """
    result, now = record.result, figures(record)
    changes = compared(now, earlier)
    first = [went_well(result, changes), goal_section(propose(result), record.goal)]
    note = _note(result)
    whole = [
        *first,
        None if record.kind == "grabacion" and not earlier else own_course(now, earlier, changes),
        course(result, load_conditions()),
        voice_section(result),
        tone_section(result),
        together(result),
        to_mend(result),
        not_observable(result),
        advice_section(result, heard=record.kind != "grabacion"),
        honest(result),
    ]
    sections = [section for section in whole if section is not None]
    if note is not None:
        sections.insert(0, note)
    appendix = manual(_linked(sections))
    if appendix is not None:
        sections.append(appendix)
    where = where_kept(server, whence)
    return Content(_title(record), _facts(record), tuple(sections), (where, HONEST))


def day(moment: datetime) -> str:
    """A date as one says it.

    >>> day(datetime(2026, 3, 9, 8, 5))
    '9 de marzo de 2026, 8:05'
    """
    return f"{moment.day} de {_MONTHS[moment.month - 1]} de {moment.year}, {moment.hour}:{moment.minute:02}"


def _title(record: SessionRecord) -> str:
    if record.kind == "grabacion":
        return record.result.source.path.replace("\\", "/").rsplit("/", 1)[-1]
    return f"{KIND[record.kind]} del {day(record.started)}"


def _facts(record: SessionRecord) -> str:
    result = record.result
    sorts = [*(["cámara"] if result.source.video else []), *(["micrófono"] if result.voice is not None else [])]
    if record.kind == "grabacion":
        return f"{clock(result.duration_s)} de {'video' if result.source.video else 'sonido'}"
    told = served_words(clients_of(result.stretches), result.duration_s)
    served = f" · cliente {told}" if told else ""
    return f"{clock(result.duration_s)} con {joined(sorts)}{served}" if sorts else clock(result.duration_s)


def _note(result: Result) -> Section | None:
    """What must be known before reading on; None when there is nothing."""
    if not result.source.video:
        alone = VOICE_ALONE if result.source.live else SOUND_ALONE
        return Section("nota", "Antes de leer", (Paragraph(alone),))
    if result.seen_s < result.duration_s:
        return Section("nota", "Antes de leer", (Paragraph(ends_early(result.seen_s)),))
    return None


def _linked(sections: Sequence[Section]) -> set[str]:
    """The rows of the manual that cards and drills point to."""
    blocks: list[Block] = [block for section in sections for block in section.blocks]
    cards: list[Card] = [card for block in blocks if isinstance(block, Cards) for card in block.cards]
    drills = {block.row for block in blocks if isinstance(block, DrillCard) and block.row is not None}
    return drills | {card.row for card in cards if card.row is not None}
