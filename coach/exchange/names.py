"""What people call the ids that stand in exported files; two tables may use one id for two things."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final, Protocol

from coach.exchange.marks import What
from coach.manual.catalog import load_catalog
from coach.manual.clients import load_clients
from coach.manual.conditions import load_conditions
from coach.manual.congruences import load_congruences
from coach.manual.findings import load_findings
from coach.manual.moments import load_moments
from coach.manual.tones import load_tones


class _Named(Protocol):
    @property
    def name(self) -> str: ...


_TABLES: Final[Mapping[What, Callable[[], Mapping[str, _Named]]]] = {
    What.SIGNAL: load_catalog,
    What.NOT_OBSERVABLE: load_catalog,
    What.FINDING: load_findings,
    What.TONE: load_tones,
    What.TONE_SCORE: load_tones,
    What.CONGRUENCE: load_congruences,
    What.CONDITION: load_conditions,
    What.MOMENT: load_moments,
    What.CLIENT: load_clients,
}


@lru_cache(maxsize=1024)  # asked for every mark of a session, of which there are tens of thousands
def name_of(what: What, id: str) -> str:
    """The manual's name; the id itself when only an earlier manual knew it."""
    row = _TABLES[what]().get(id)
    return id if row is None else row.name
