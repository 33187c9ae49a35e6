"""`coach analizar MEDIO`: a recording, faster than real time."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from coach.cli.output import STDOUT, check_writable, look, write_json, write_text
from coach.cli.parser import SpanishParser
from coach.cli.progress import Progress
from coach.errors import KnownError
from coach.manual.clients import load_clients
from coach.manual.moments import load_moments

if TYPE_CHECKING:
    from coach.report.result import Result

_MASK: Final[dict[str, bool | None]] = {"si": True, "no": False, "auto": None}


def add(verbs: Any) -> SpanishParser:
    """Add the verb to `verbs` (what `add_subparsers` returned)."""
    parser: SpanishParser = verbs.add_parser(
        "analizar",
        help="analiza una grabación",
        description="Analiza una grabación de video o de sonido: qué señales se vieron, cuándo, y cómo sonó la voz.",
    )
    parser.what.add_argument("medio", metavar="MEDIO", help="la grabación: mp4, mkv, webm, mov, avi, wav, mp3…")
    option = parser.options.add_argument
    option("--json", metavar="SALIDA", help="guarda el resultado como JSON; «-» lo escribe en la salida estándar")
    option("--informe", metavar="SALIDA.html", help="guarda un informe que se abre con el navegador")
    profile = parser.options.add_mutually_exclusive_group().add_argument
    profile("--perfil", metavar="ARCHIVO", help="usa la calibración guardada de esta persona")
    profile(
        "--guardar-perfil",
        metavar="ARCHIVO",
        help="guarda lo que aprendió de su gesto y su voz de siempre, para --perfil",
    )
    option("--cubrebocas", choices=tuple(_MASK), default="auto", help="si la persona lleva cubrebocas (auto)")
    option(
        "--momento",
        metavar="MOMENTO",
        choices=tuple(load_moments()),
        help=f"momento de la atención: {', '.join(load_moments())}; los consejos y el tono se ajustan a él",
    )
    option(
        "--cliente",
        metavar="CLIENTE",
        choices=tuple(load_clients()),
        help=f"tipo de cliente: {', '.join(load_clients())}; los consejos se ajustan a él",
    )
    parser.set_defaults(run=run)
    return parser


def run(options: argparse.Namespace) -> int:
    """Analyse, tell, save; 0. Raises `KnownError` for what the user can mend."""
    for where in (options.json, options.informe, options.guardar_perfil):
        check_writable(where, options.medio)
    for where, what, option in (
        (options.informe, "El informe", "--informe"),
        (options.guardar_perfil, "El perfil", "--guardar-perfil"),
    ):
        if where == STDOUT:
            raise KnownError(f"{what} se guarda en un archivo; escribe su nombre después de {option}.")
    profile = None if options.perfil is None else Path(options.perfil).expanduser()
    mask = _MASK[options.cubrebocas]
    result = report(options.medio, profile, mask, options.json, options.informe, options.momento, options.cliente)
    if options.guardar_perfil is not None:
        _keep(result, options.guardar_perfil)
        if options.json != STDOUT:
            print(f"Perfil: {options.guardar_perfil}")
    return 0


def _keep(result: Result, where: str) -> None:
    from coach.detectors.profile import save_profile

    if result.profile is None or not (result.profile.rests or result.profile.voice):
        raise KnownError(
            "No guardé el perfil: en la grabación no se ve ni se oye a nadie lo bastante para aprenderlo; usa una con "
            "la cara a la vista o con medio minuto de voz."
        )
    save_profile(result.profile, Path(where).expanduser())


def report(
    medium: str,
    profile: Path | None,
    mask: bool | None,
    json: str | None,
    page: str | None,
    moment: str | None = None,
    client: str | None = None,
) -> Result:
    """Analyse `medium`, save what was asked for, print the summary (unless standard output holds the JSON)."""
    from coach import app
    from coach.manual.catalog import load_catalog
    from coach.manual.conditions import load_conditions
    from coach.report.document import document
    from coach.report.page import page as html
    from coach.report.record import SessionRecord
    from coach.report.summary import summary

    with Progress("Analizando") as progress:
        result = app.analyse_file(
            medium,
            profile,
            mask,
            lambda t, info: progress.reach(t / info.duration_s) if info.duration_s else None,
            moment,
            client,
            drawn=page is not None,
        )
    catalog, conditions = load_catalog(), dict(load_conditions())
    if json is not None:
        write_json(json, document(result, catalog))
    record = SessionRecord("grabacion", datetime.now().astimezone(), result)
    saved = None if page is None else write_text(page, html(record))
    if json == STDOUT:
        return result
    print(summary(result, catalog, conditions, look()))
    if json is not None:
        print(f"Datos: {json}")
    if saved is not None:
        print(f"Informe: {saved.resolve()}")
    return result
