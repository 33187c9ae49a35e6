"""A session's report as one file."""

from __future__ import annotations

from collections.abc import Sequence

from coach.report.html import html
from coach.report.progress import Figures
from coach.report.record import SessionRecord
from coach.report.report import report
from coach.report.words import Whence


def page(
    record: SessionRecord, earlier: Sequence[Figures] = (), server: str | None = None, whence: Whence = "new"
) -> str:
    """The whole HTML document. `earlier`: the agent's own sessions that were kept; the rest: as `report` takes it."""
    return html(report(record, earlier, server, whence))
