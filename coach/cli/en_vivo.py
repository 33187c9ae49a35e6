"""`coach en-vivo`: the window, on a camera, a microphone or both."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import Any, Final

from coach.cli.display import has_display
from coach.cli.parser import SpanishParser, named
from coach.command import command
from coach.errors import KnownError
from coach.media.endings import is_recording
from coach.media.naming import is_address, no_such_file, typed_path

FIRST_CAMERA: Final = "0"
OWN_MICROPHONE: Final = ""
"""The one that the system prefers."""
_PATH: Final = re.compile(r"(~|\.{1,2}|[A-Za-z]:)?[/\\](?!\\)")
"""What begins as a path does."""
_NO_CAMERA: Final = "ninguna"
_NO_MICROPHONE: Final = "ninguno"


def add(verbs: Any) -> SpanishParser:
    """Add the verb to `verbs`."""
    parser: SpanishParser = verbs.add_parser(
        "en-vivo",
        help="abre la ventana con tu cámara y tu micrófono",
        description="Abre la ventana, mira por la cámara y escucha por el micrófono, en vivo.",
    )
    parser.options.add_argument(
        "--camara",
        metavar="CÁMARA",
        type=named,
        default=FIRST_CAMERA,
        help="número (0 es la primera), nombre, dirección http o rtsp, un archivo que haga de cámara, o «ninguna»",
    )
    parser.options.add_argument(
        "--microfono",
        metavar="MICRÓFONO",
        default=OWN_MICROPHONE,
        help="número o nombre («Scarlett, canal 2» para oír un solo canal), dirección http o rtsp, un archivo que haga "
        "de micrófono, o «ninguno» (si no lo dices, el del sistema, o el sonido del archivo que haga de cámara)",
    )
    parser.set_defaults(run=run)
    return parser


def run(options: argparse.Namespace) -> int:
    """The window until it is closed; its exit code."""
    microphone = None if options.microfono == _NO_MICROPHONE else options.microfono
    where, microphone = (
        (None, microphone) if options.camara == _NO_CAMERA else seen_and_heard(options.camara, microphone)
    )
    if where is None and microphone is None:
        raise KnownError("Sin cámara ni micrófono no hay nada que ver ni oír; quita una de las dos opciones.")
    if not has_display():
        raise KnownError(
            f"No hay pantalla donde abrir la ventana; usa «{command()} analizar» con una grabación, o entra con "
            "escritorio."
        )
    from coach.ui.main import LiveStart
    from coach.ui.main import run as window

    return window(LiveStart(where, microphone))


def seen_and_heard(camera: str, microphone: str | None) -> tuple[str | None, str | None]:
    """What to look at and what to hear: a recording of sound alone is heard, as `analizar` does.

    Raises `KnownError` for a recording that cannot be opened or is not there; a device may still be plugged in.
    """
    for given in (camera, microphone):
        if given is not None and _is_missing(given):
            raise no_such_file(given)
    if not _there(camera):
        return camera, microphone
    path = typed_path(camera)
    from coach.vision.recording import Recording

    if Recording(path).info.video:
        return camera, microphone
    return None, camera if microphone == OWN_MICROPHONE else microphone


def _is_missing(named: str) -> bool:
    if is_address(named):
        return False
    if is_recording(Path(named)):
        return not _there(named)
    # Not whatever has a stroke: a device may be called «Mic/Line», and one under /dev may still be plugged in.
    path = bool(_PATH.match(named)) and not named.startswith("/dev/")
    return path and not typed_path(named).exists()


def _there(named: str) -> bool:
    return typed_path(named).is_file()
