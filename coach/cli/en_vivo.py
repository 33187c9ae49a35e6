"""`coach en-vivo`: the window, on a camera."""

from __future__ import annotations

import argparse
from typing import Any, Final

from coach.cli.display import has_display
from coach.cli.parser import SpanishParser
from coach.errors import KnownError

FIRST_CAMERA: Final = "0"
_NONE: Final = "ninguno"


def add(verbs: Any) -> SpanishParser:
    """Add the verb to `verbs`."""
    parser: SpanishParser = verbs.add_parser(
        "en-vivo",
        help="abre la ventana con tu cámara",
        description="Abre la ventana y mira por la cámara, en vivo.",
    )
    parser.options.add_argument(
        "--camara",
        metavar="CÁMARA",
        default=FIRST_CAMERA,
        help="número (0 es la primera), nombre, dirección http o rtsp, o un archivo que haga de cámara",
    )
    parser.options.add_argument(
        "--microfono", metavar="MICRÓFONO", default=_NONE, help="por ahora solo «ninguno»: Coach todavía no escucha"
    )
    parser.set_defaults(run=run)
    return parser


def run(options: argparse.Namespace) -> int:
    """The window until it is closed; its exit code."""
    if options.microfono != _NONE:
        raise KnownError("Coach todavía no escucha; quita --microfono o escribe --microfono ninguno.")
    if not has_display():
        raise KnownError(
            "No hay pantalla donde abrir la ventana; usa «coach analizar» con una grabación, o entra con escritorio."
        )
    return show(options.camara)


def show(where: str) -> int:
    """The window, started on `where`."""
    from coach.ui.main import run as window

    return window(where, autostart=True)
