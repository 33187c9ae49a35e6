"""`coach exportar SESION --formato … SALIDA`: a session for ELAN, Praat, players and tables."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any, Final

from coach.cli.kept_sessions import add_store, found, opened
from coach.cli.output import STDOUT, check_writable, write_bytes
from coach.cli.parser import SpanishParser, named
from coach.errors import KnownError
from coach.media.naming import typed_path

if TYPE_CHECKING:
    from coach.exchange.marks import Timeline

_FORMATS: Final = ("eaf", "textgrid", "vtt", "csv", "parquet")


def add(verbs: Any) -> SpanishParser:
    """Add the verb to `verbs`."""
    parser: SpanishParser = verbs.add_parser(
        "exportar",
        help="lleva una sesión a ELAN, Praat, un reproductor o una tabla",
        description="Guarda una sesión en un formato que abren otros programas: eaf (ELAN), textgrid (Praat), vtt "
        "(subtítulos con los consejos), csv o parquet (tablas).",
    )
    parser.what.add_argument(
        "sesion",
        metavar="SESION",
        help="una sesión guardada (ver «sesiones»), o el JSON que guardó «analizar --json»",
    )
    parser.what.add_argument(
        "salida", metavar="SALIDA", type=named, help="el archivo que se escribe; «-»: salida estándar"
    )
    parser.options.add_argument("--formato", required=True, choices=_FORMATS, help="en qué formato")
    add_store(parser)
    parser.set_defaults(run=run)
    return parser


def run(options: argparse.Namespace) -> int:
    """Export, say where; 0. Raises `KnownError` for what the user can mend."""
    from coach.exchange.formats import FORMATS

    _check_ending(options.salida, options.formato)
    check_writable(options.salida, options.sesion)
    content = FORMATS[options.formato](_timeline(options.sesion, options.almacen))
    if options.salida == STDOUT:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    else:
        print(f"Sesión exportada, sin cifrar: {write_bytes(options.salida, content)}")
    return 0


def _check_ending(where: str, format: str) -> None:
    """Refuse a name that says another format: what a person annotated in ELAN, say, would be replaced by a table."""
    ending = typed_path(where).suffix.lower().removeprefix(".")
    if where != STDOUT and ending != format and ending in _FORMATS:
        raise KnownError(f"«{where}» termina como un archivo {ending} y pides {format}; cambia el nombre o el formato.")


def _timeline(session: str, address: str | None) -> Timeline:
    """Of a kept session, or of a file: `address` names a store, and so says that it is no file."""
    from coach.exchange.analysis_file import read_analysis

    file = typed_path(session)
    if address is None and (file.suffix or file.exists()):
        return read_analysis(file)

    from coach.exchange.collect import timeline_of
    from coach.review.exported import with_notes

    with opened(address) as store:
        id = found(store, session).id
        return with_notes(timeline_of(store.load(id).result), store.annotations.of(id))
