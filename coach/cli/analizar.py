"""`coach analizar MEDIO`: a recording, faster than real time."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from coach.cli import analizar_carpeta, analizar_sesion
from coach.cli.output import STDOUT, check_apart, check_writable
from coach.cli.own_files import refuse_own
from coach.cli.parser import SpanishParser, named
from coach.cli.progress import Progress
from coach.cli.tell import tell
from coach.command import command
from coach.core.plain import plain
from coach.core.tile import Tile, tile_from
from coach.core.voices import MOST_VOICES
from coach.errors import KnownError, UsageError
from coach.manual.clients import load_clients
from coach.manual.moments import load_moments
from coach.media.naming import is_address, typed_path

if TYPE_CHECKING:
    from coach.report.result import Result

_MOST_CHANNELS: Final = 64


def add(verbs: Any) -> SpanishParser:
    """Add the verb to `verbs` (what `add_subparsers` returned)."""
    parser: SpanishParser = verbs.add_parser(
        "analizar",
        help="analiza una grabación, o todas las de una carpeta",
        description="Analiza una grabación de video o de sonido: qué señales se vieron, cuándo, y cómo sonó la voz. "
        "De una carpeta analiza todas las que hay en ella y en sus carpetas, varias a la vez; si se interrumpe, la "
        "misma orden continúa donde quedó. Entonces SALIDA es otra carpeta, con un archivo por grabación.",
    )
    parser.what.add_argument(
        "medio",
        metavar="MEDIO",
        help="la grabación (mp4, mkv, webm, mov, avi, wav, mp3…), una carpeta, o el identificador de una sesión "
        "guardada",
    )
    option = parser.options.add_argument
    option(
        "--json",
        metavar="SALIDA",
        type=named,
        help="guarda el resultado como JSON; «-» lo escribe en la salida estándar",
    )
    option("--informe", metavar="SALIDA.html", type=named, help="guarda un informe que se abre con el navegador")
    profile = parser.options.add_mutually_exclusive_group().add_argument
    profile("--perfil", metavar="ARCHIVO", type=named, help="usa la calibración guardada de esta persona")
    profile(
        "--guardar-perfil",
        metavar="ARCHIVO",
        type=named,
        help="guarda lo que aprendió de su gesto y su voz de siempre, para --perfil",
    )
    masks = tuple(analizar_carpeta.MASK)
    option("--cubrebocas", choices=masks, type=plain, default="auto", help="si la persona lleva cubrebocas (auto)")
    option(
        "--momento",
        metavar="MOMENTO",
        choices=tuple(load_moments()),
        type=plain,
        help=f"momento de la atención: {', '.join(load_moments())}; los consejos y el tono se ajustan a él",
    )
    option(
        "--cliente",
        metavar="CLIENTE",
        choices=tuple(load_clients()),
        type=plain,
        help=f"tipo de cliente: {', '.join(load_clients())}; los consejos se ajustan a él",
    )
    option(
        "--recuadro",
        metavar="X,Y,ANCHO,ALTO",
        type=_tile,
        help="si salen varias personas, dónde estás tú: en partes de la imagen, como 0.5,0,0.5,1 (la mitad derecha)",
    )
    option(
        "--canal",
        metavar="CANAL",
        type=_channel,
        help="si hablan varias personas en canales distintos, el tuyo: izquierdo, derecho o un número desde 1",
    )
    option(
        "--voz",
        metavar="VOZ",
        type=_voice,
        help="si en el mismo sonido hablan varias personas, el número de tu voz: 1 es la primera que se oye; sin esta "
        "opción se miden todas juntas, y el resumen dice cuántas se oyen",
    )
    analizar_carpeta.add_options(parser)
    parser.set_defaults(run=run)
    return parser


def run(options: argparse.Namespace) -> int:
    """Analyse, tell, save; 0. Raises `KnownError` for what the user can mend."""
    if not options.medio.strip():
        raise UsageError("falta MEDIO: escribe el nombre de una grabación o de una carpeta (la actual es «.»).")
    if is_address(options.medio):
        raise KnownError(
            "Eso es una dirección, y analizar es para grabaciones que terminan: para mirarla usa "
            f"«{command()} en-vivo --camara DIRECCIÓN»; si es un archivo, descárgalo y analiza la copia."
        )
    of_one = any(choice is not None for choice in (options.recuadro, options.canal, options.voz))
    kept = analizar_sesion.names_one(options.medio, options.almacen)
    if of_one and (typed_path(options.medio).is_dir() or kept):
        raise UsageError("--recuadro, --canal y --voz son para una sola grabación; quítalos, o escribe su archivo.")
    if typed_path(options.medio).is_dir():
        return analizar_carpeta.run(options)
    analizar_carpeta.refuse_options(options, kept)
    refuse_own(typed_path(options.medio))
    read = (options.medio,) if options.perfil is None else (options.medio, options.perfil)
    results = {"--json": options.json, "--informe": options.informe, "--guardar-perfil": options.guardar_perfil}
    for where in results.values():
        check_writable(where, *read)
    check_apart(results)
    for where, what, option in (
        (options.informe, "El informe", "--informe"),
        (options.guardar_perfil, "El perfil", "--guardar-perfil"),
    ):
        if where == STDOUT:
            raise UsageError(f"{what} se guarda en un archivo; escribe su nombre después de {option}.")
    if kept:
        return analizar_sesion.run(options)
    profile = None if options.perfil is None else typed_path(options.perfil)
    mask = analizar_carpeta.MASK[options.cubrebocas]
    result = report(
        options.medio,
        profile,
        mask,
        options.json,
        options.informe,
        options.momento,
        options.cliente,
        options.recuadro,
        options.canal,
        options.voz,
    )
    if options.guardar_perfil is not None:
        _keep(result, options.guardar_perfil)
        if options.json != STDOUT:
            print(f"Perfil: {options.guardar_perfil}")
    return 0


def _tile(text: str) -> Tile:
    try:
        return tile_from(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            "son cuatro partes de la imagen entre 0 y 1: izquierda, arriba, ancho y alto, como 0.5,0,0.5,1"
        ) from None


def _channel(text: str) -> int:
    """From 0, as the program counts; people count from 1."""
    named = {"izquierdo": 1, "derecho": 2}.get(plain(text)) or (int(text) if text.isdecimal() else 0)
    if not 1 <= named <= _MOST_CHANNELS:
        raise argparse.ArgumentTypeError("es izquierdo, derecho o el número de un canal, desde 1")
    return named - 1


def _voice(text: str) -> int:
    """From 0, as the program counts."""
    if not text.isdecimal() or not 1 <= int(text) <= MOST_VOICES:
        raise argparse.ArgumentTypeError(f"es el número de una voz, de 1 a {MOST_VOICES}")
    return int(text) - 1


def _keep(result: Result, where: str) -> None:
    from coach.session.profile_file import save_profile

    if result.profile is None or not (result.profile.rests or result.profile.voice):
        raise KnownError(
            "No guardé el perfil: en la grabación no se ve ni se oye a nadie lo bastante para aprenderlo; usa una con "
            "la cara a la vista o con medio minuto de voz."
        )
    save_profile(result.profile, typed_path(where))


def report(
    medium: str,
    profile: Path | None,
    mask: bool | None,
    json: str | None,
    page: str | None,
    moment: str | None = None,
    client: str | None = None,
    tile: Tile | None = None,
    channel: int | None = None,
    voice: int | None = None,
) -> Result:
    """Analyse `medium`, save what was asked for, print the summary (unless standard output holds the JSON)."""
    from coach.media.container import refuse_still

    refuse_still(typed_path(medium))  # what cannot be opened is told before all the rest is loaded
    from coach import app
    from coach.report.record import SessionRecord

    with Progress("Analizando") as progress:
        result = app.analyse_file(
            medium,
            profile,
            mask,
            lambda t, info: progress.reach(t / info.duration_s) if info.duration_s else None,
            moment,
            client,
            drawn=page is not None,
            tile=tile,
            channel=channel,
            voice=voice,
            apart=True,
        )
    tell(SessionRecord("grabacion", datetime.now().astimezone(), result), json, page)
    return result
