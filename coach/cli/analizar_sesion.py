"""`coach analizar SESION`: a kept session with the detectors of today, from what was measured then."""

from __future__ import annotations

import argparse
from typing import Final

from coach.cli.kept_sessions import found, names_one, opened
from coach.cli.tell import tell
from coach.errors import UsageError
from coach.session.address import server_name

__all__ = ["names_one", "run"]

_OF_RECORDINGS: Final = ("perfil", "guardar_perfil", "momento", "cliente")


def run(options: argparse.Namespace) -> int:
    """Decide anew, tell, save what was asked for; 0. Raises `KnownError` for what the user can mend."""
    from coach.runtime.kept import decide_again

    extra = [name for name in _OF_RECORDINGS if getattr(options, name) is not None]
    if extra or options.cubrebocas != "auto":
        name = (extra or ["cubrebocas"])[0].replace("_", "-")
        raise UsageError(f"--{name} es para grabaciones: una sesión guardada ya trae lo suyo; quítalo.")
    with opened(options.almacen) as store:
        id = found(store, options.medio).id
        record, theirs = decide_again(store, id), store.shared.of(id) is not None
    server = None if options.almacen is None else server_name(options.almacen)
    tell(record, options.json, options.informe, server, "received" if theirs else "kept")
    return 0
