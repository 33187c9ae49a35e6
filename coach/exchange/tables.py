"""Every mark as a row, for spreadsheets and statistics: CSV and Parquet."""

from __future__ import annotations

import csv
import io
import re
from typing import Any, Final

from coach.exchange.marks import Mark, Timeline

_FORMULA: Final = re.compile(r"(^|[;\t\r\n])(?= *[=+@\t\r-])")
"""Where a spreadsheet takes what follows for a formula (OWASP, CSV injection): a comment may be anybody's.

After a semicolon too: where the comma is the decimal sign, as in Spain, that is where a spreadsheet begins a cell.
"""

COLUMNS: Final = ("what", "id", "name", "start_s", "end_s", "value")


def write_csv(timeline: Timeline) -> str:
    """The file's content (RFC 4180), marked as UTF-8 at its beginning: Excel would take it for another coding."""
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow(COLUMNS)
    writer.writerows(_row(mark) for mark in timeline.marks)
    return "\ufeff" + lines.getvalue()


def write_parquet(timeline: Timeline) -> bytes:
    """The file's content; the medium's name and its duration are in the file's metadata."""
    import pyarrow as pa
    from pyarrow import parquet

    text, seconds = pa.string(), pa.float64()
    types = dict(zip(COLUMNS, (text, text, text, seconds, seconds, seconds), strict=True))
    rows: list[dict[str, Any]] = [
        {
            "what": mark.what.value,
            "id": mark.id,
            "name": mark.name,
            "start_s": round(mark.start_s, 3),
            "end_s": round(mark.end_s, 3),
            "value": mark.value,
        }
        for mark in timeline.marks
    ]
    told = {"medium": timeline.medium, "duration_s": f"{timeline.duration_s:.3f}"}
    table = pa.Table.from_pylist(rows, pa.schema(types.items(), metadata=told))
    content = io.BytesIO()
    parquet.write_table(table, content)
    return content.getvalue()


def _row(mark: Mark) -> tuple[str, ...]:
    value = "" if mark.value is None else f"{mark.value:.3f}"
    return (mark.what.value, mark.id, _as_text(mark.name), f"{mark.start_s:.3f}", f"{mark.end_s:.3f}", value)


def _as_text(words: str) -> str:
    """The words so that a spreadsheet reads them and runs nothing.

    >>> _as_text("=1+1"), _as_text("Bien;=1+1"), _as_text("Buen saludo; sigue")
    ("'=1+1", "Bien;'=1+1", 'Buen saludo; sigue')
    """
    return _FORMULA.sub(r"\1'", words)
