"""`coach compartir SESION SALIDA.coach`: a session for one's trainer, or notes back to the agent, as one file."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from coach.cli.kept_sessions import add_store, found, opened
from coach.cli.output import check_writable
from coach.cli.parser import SpanishParser, named
from coach.cli.share_words import HELP
from coach.errors import KnownError
from coach.media.naming import typed_path

if TYPE_CHECKING:
    from coach.session.store import SessionStore

_PARTS: Final = ("video", "sonido")


def add(verbs: Any) -> SpanishParser:
    """Add the verb to `verbs`."""
    parser: SpanishParser = verbs.add_parser(
        "compartir",
        help="cifra una sesión en un archivo para tu capacitador",
        description="Guarda una sesión tuya en un archivo cifrado con una frase de paso, para tu capacitador. Antes te "
        "muestra qué va en él y espera a que aceptes. De una sesión que te compartieron, guarda tus notas para quien "
        "te la dio.",
    )
    parser.what.add_argument(
        "sesion", metavar="SESION", help="el identificador de una sesión guardada (ver «sesiones»)"
    )
    parser.what.add_argument("salida", metavar="SALIDA.coach", type=named, help="el archivo que se escribe")
    option = parser.options.add_argument
    option("--con", metavar="PARTES", type=_parts, default=(), help="qué más va: video, sonido o video,sonido (nada)")
    option("--dias", metavar="N", type=_days, default=30, help="cuántos días se puede abrir (30)")
    option("--firma", metavar="NOMBRE", help="de notas: con qué nombre las ve el agente (Capacitador)")
    add_store(parser, also=HELP)
    option("--acepto", action="store_true", help="ya sabes qué va: no preguntes")
    parser.set_defaults(run=run)
    return parser


def run(options: argparse.Namespace) -> int:
    """Show, ask, write, say where; 0, or 1 when it was declined. Raises `KnownError` for what the user can mend."""
    check_writable(options.salida)
    file = typed_path(options.salida)
    if file.suffix != ".coach":
        raise KnownError(f"El archivo para compartir termina en «.coach»; escribe «{options.salida}.coach».")
    with opened(options.almacen) as store:
        options.sesion = found(store, options.sesion).id
        if store.shared.of(options.sesion) is not None:
            return _notes(store, options, file)
        return _session(store, options, file)


def _session(store: SessionStore, options: argparse.Namespace, file: Path) -> int:
    from coach.cli.share_words import agreed, new_passphrase
    from coach.sharing.consent import until, what_goes, what_stays
    from coach.sharing.export import Choice, share

    store.load(options.sesion)  # what is wrong with it is told before anybody is asked
    now, choice = datetime.now().astimezone(), Choice(options.con, options.dias)
    print("En el archivo va:")
    one_agent = options.almacen is None
    for line in what_goes(choice.parts, one_agent, options.sesion in store.measured()):
        print(f"  · {line}")
    print(what_stays(choice.parts))
    print(until(choice.expires(now).astimezone()), flush=True)
    if not options.acepto and not agreed():
        print("No compartí nada.")
        return 1
    share(store, options.sesion, file, new_passphrase(), choice, now, one_agent)
    print(f"Sesión cifrada: {file}")
    print("Entrégalo tú, y dile la frase de paso por otro medio.")
    return 0


def _notes(store: SessionStore, options: argparse.Namespace, file: Path) -> int:
    from coach.cli.share_words import new_passphrase
    from coach.sharing.export import send_notes
    from coach.sharing.merge import TRAINER

    if options.con:
        raise KnownError("El video y el sonido de una sesión son de quien la compartió; de vuelta van solo tus notas.")
    signature = TRAINER if options.firma is None else options.firma
    count = send_notes(store, options.sesion, file, new_passphrase(), datetime.now().astimezone(), signature)
    print(f"{'Una nota cifrada' if count == 1 else f'{count} notas cifradas'}: {file}")
    return 0


def _parts(text: str) -> tuple[str, ...]:
    parts = tuple(dict.fromkeys(part.strip() for part in text.split(",")))
    if not set(parts) <= set(_PARTS):
        raise argparse.ArgumentTypeError(f"elige entre {', '.join(_PARTS)}, separados por una coma")
    return parts


def _days(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 365:
        raise argparse.ArgumentTypeError("debe ser un número de días, de 1 a 365")
    return int(text)
