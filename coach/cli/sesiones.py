"""`coach sesiones`: the kept sessions, each with the identifier by which other commands know it."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from coach.cli.kept_sessions import add_store, rid_of_expired
from coach.cli.output import STDOUT, check_writable, write_json
from coach.cli.parser import SpanishParser, named
from coach.manual.clients import load_clients
from coach.manual.moments import load_moments
from coach.report.words import running

if TYPE_CHECKING:
    from coach.session.header import SessionHeader


def add(verbs: Any) -> SpanishParser:
    """Add the verb to `verbs`."""
    parser: SpanishParser = verbs.add_parser(
        "sesiones",
        help="lista las sesiones guardadas, con su identificador",
        description="Lista las sesiones guardadas, la más nueva primero. De un identificador bastan los cuatro "
        "primeros signos, mientras solo una empiece así.",
    )
    parser.options.add_argument(
        "--json", metavar="RUTA", type=named, help="guarda la lista en JSON («-»: salida estándar)"
    )
    add_store(parser)
    parser.set_defaults(run=run)
    return parser


def run(options: argparse.Namespace) -> int:
    """List; 0. Raises `KnownError` without a store, or without what opens it."""
    check_writable(options.json)
    store, over = rid_of_expired(options.almacen)
    with store:
        received = [header for header in store.shared.sessions() if header.id not in over]
        there = sorted([*store.sessions(), *received], key=lambda one: one.started, reverse=True)
        shared = {header.id for header in received}
        files = store.media.names()
    if options.json is not None:
        write_json(options.json, {"sesiones": [_plain(one, one.id in shared, files.get(one.id)) for one in there]})
    if options.json != STDOUT:
        for line in _lines(there, shared, files):
            print(line)
        if over:
            print(f"Terminó el plazo de lo que te compartieron: {', '.join(over)}. Ya no se abre.")
    return 0


def _lines(there: Sequence[SessionHeader], shared: set[str], files: Mapping[str, str]) -> list[str]:
    if not there:
        return ["No hay ninguna sesión guardada."]
    names = {one.id: one.note for one in there if one.id in shared} | dict(files)
    rows = [
        (one.id, _when(one), _kind(one, one.id in shared), running(one.duration_s), _about(one, names.get(one.id)))
        for one in there
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    return [
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[4]]).rstrip()
        for row in rows
    ]


def _when(header: SessionHeader) -> str:
    return f"{header.started.astimezone():%Y-%m-%d %H:%M}"


def _kind(header: SessionHeader, shared: bool) -> str:
    from coach.report.report import KIND

    return f"{KIND[header.kind]}, compartida" if shared else KIND[header.kind]


def _about(header: SessionHeader, name: str | None) -> str:
    """What its recording, or what somebody shared, is called here; the moment and the client that held longest."""
    moment = None if header.moment is None else load_moments()[header.moment].name
    client = None if header.client is None else load_clients()[header.client].name
    return " · ".join(one for one in (name, moment, client) if one)


def _plain(header: SessionHeader, shared: bool, file: str | None) -> dict[str, Any]:
    started: datetime = header.started
    return {
        "id": header.id,
        "inicio": started.isoformat(),
        "duracion_s": header.duration_s,
        "tipo": header.kind,
        "archivo": file,
        "momento": header.moment,
        "cliente": header.client,
        "compartida": shared,
    }
