"""`coach revisar [SESION]`: the review window, on a kept session or on the list of them."""

from __future__ import annotations

import argparse
from typing import Any

from coach.cli.display import has_display
from coach.cli.kept_sessions import add_store, found, opened
from coach.cli.parser import SpanishParser
from coach.command import command
from coach.errors import KnownError


def add(verbs: Any) -> SpanishParser:
    """Add the verb to `verbs`."""
    parser: SpanishParser = verbs.add_parser(
        "revisar",
        help="abre la ventana de revisión de una sesión guardada",
        description="Abre una sesión guardada en su línea de tiempo: para verla, comentarla y decir qué acertó Coach.",
    )
    parser.what.add_argument(
        "sesion",
        metavar="SESION",
        nargs="?",
        help="identificador de la sesión, ver «sesiones» (sin él, eliges de una lista)",
    )
    add_store(parser, "abre las de otra carpeta, o de una base de datos (postgresql://usuario@servidor/base)")
    parser.epilog = None  # the window asks for the passphrase itself
    parser.set_defaults(run=run)
    return parser


def run(options: argparse.Namespace) -> int:
    """The window until it is closed; its exit code. Raises `KnownError` without such a session, or without a screen."""
    from coach.cli.typed import Typed

    session, typed = None, Typed()
    if options.sesion is not None:
        with opened(options.almacen, typed) as store:
            session = found(store, options.sesion).id
    if not has_display():
        raise KnownError(
            f"No hay pantalla donde abrir la revisión; entra con escritorio, o usa «{command()} exportar»."
        )
    from coach.ui.main import ReviewStart
    from coach.ui.main import run as window

    return window(review=ReviewStart(session, options.almacen, typed.phrase))
