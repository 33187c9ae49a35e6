"""`coach` alone: the window on its start screen; where there is no display, the bundled recording."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import Final

from coach.cli.analizar import report
from coach.cli.display import has_display
from coach.command import command
from coach.resources import demo_recording

_PAGE: Final = "muestra.html"


def run(options: argparse.Namespace) -> int:
    """Exit code of the window, or 0 after the demonstration. Takes no options."""
    if has_display():
        from coach.ui.main import run as window

        return window()
    print("No hay pantalla para abrir la ventana, así que te muestro Coach con la grabación de muestra.\n")
    report(str(demo_recording()), None, None, None, str(_reports() / _PAGE))
    print(f"Para analizar la tuya: {command()} analizar MI_VIDEO.mp4 --informe informe.html")
    return 0


def _reports() -> Path:
    """Where the page goes; the path is told, so the temporary folder will do where the user's own is read-only."""
    from platformdirs import user_data_path

    folder = user_data_path("coach", appauthor=False) / "informes"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Path(tempfile.mkdtemp(prefix="coach-"))
    return folder
