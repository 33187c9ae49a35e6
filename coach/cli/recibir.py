"""`coach recibir ARCHIVO.coach`: opens what somebody shared, or takes in the notes that a trainer sends back."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from coach.cli.kept_sessions import add_store, writable
from coach.cli.parser import SpanishParser, named
from coach.cli.share_words import HELP
from coach.media.naming import typed_path

if TYPE_CHECKING:
    from coach.sharing.contents import Contents

_ATTEMPTS: Final = 3


def add(verbs: Any) -> SpanishParser:
    """Add the verb to `verbs`."""
    parser: SpanishParser = verbs.add_parser(
        "recibir",
        help="abre lo que te compartieron",
        description="Abre un archivo «.coach»: una sesión que alguien te compartió, que queda aparte de las tuyas y se "
        "borra en su fecha, o las notas de tu capacitador, que se suman a tu sesión.",
    )
    parser.what.add_argument("archivo", metavar="ARCHIVO.coach", type=named, help="el archivo que te dieron")
    add_store(parser, "lo guarda en otra carpeta, o en una base de datos (postgresql://usuario@servidor/base)", HELP)
    parser.set_defaults(run=run)
    return parser


def run(options: argparse.Namespace) -> int:
    """Take it in, say what it was; 0. Raises `KnownError` for what the user can mend."""
    from coach.report.report import day
    from coach.sharing.receive import take_in
    from coach.sharing.seal import check_head

    file = typed_path(options.archivo)
    check_head(file)
    now = datetime.now().astimezone()
    contents, phrase = _read(file, now)  # first: the store may have to be made
    with writable(options.almacen) as store:
        taken = take_in(store, contents, file, phrase, now)
    notes = {0: "", 1: "una nota nueva"}.get(taken.notes, f"{taken.notes} notas nuevas")
    if taken.manifest.kind == "notas":
        print(f"Notas de tu capacitador: {notes or 'ninguna nueva'} en tu sesión {taken.session}.")
        return 0
    told = f" ({notes})" if notes else ""
    print(f"Sesión compartida: {taken.session}, del {day(taken.manifest.started.astimezone())}{told}.")
    print(f"Queda aparte de las tuyas y se borra el {day(taken.manifest.expires.astimezone())}.")
    return 0


def _read(file: Path, now: datetime) -> tuple[Contents, str]:
    """What is in it, and the passphrase that opens it."""
    from coach.cli.share_words import asked_in_advance, passphrase
    from coach.sharing.contents import read_contents
    from coach.sharing.seal import WrongPassphrase

    for attempt in range(_ATTEMPTS):
        try:
            phrase = passphrase(attempt)
            return read_contents(file, phrase, now), phrase
        except WrongPassphrase:
            if asked_in_advance() or attempt + 1 == _ATTEMPTS:
                raise
    raise AssertionError("the last attempt returns or raises")
