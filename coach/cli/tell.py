"""What was found, told and saved as was asked: the same for a recording and for a kept session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.cli.output import STDOUT, look, write_json, write_text

if TYPE_CHECKING:
    from coach.report.record import SessionRecord
    from coach.report.words import Whence


def tell(
    record: SessionRecord, json: str | None, page: str | None, server: str | None = None, whence: Whence = "new"
) -> None:
    """Save what was asked for, print the summary (unless standard output holds the JSON).

    `server`: the name of the one that keeps the session, None where none does; `whence`: whose session it is.
    """
    from coach.manual.catalog import load_catalog
    from coach.manual.conditions import load_conditions
    from coach.report.document import document
    from coach.report.page import page as html
    from coach.report.summary import summary

    catalog, conditions = load_catalog(), dict(load_conditions())
    if json is not None:
        write_json(json, document(record.result, catalog))
    saved = None if page is None else write_text(page, html(record, server=server, whence=whence))
    if json == STDOUT:
        return
    print(summary(record.result, catalog, conditions, look(), server, whence))
    if json is not None:
        print(f"Datos: {json}")
    if saved is not None:
        print(f"Informe: {saved.resolve()}")
