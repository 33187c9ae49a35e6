"""`coach medir`: benchmarks."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from coach.cli.output import STDOUT, check_writable, write_json
from coach.cli.parser import SpanishParser, named


def add(verbs: Any) -> SpanishParser:
    """Add the verb to `verbs`."""
    parser: SpanishParser = verbs.add_parser(
        "medir",
        help="mide la velocidad, la demora y la memoria",
        description="Mide en esta computadora la velocidad, la memoria y la demora en vivo, junto a los modelos solos.",
    )
    parser.options.add_argument("--largo", action="store_true", help="agrega una grabación de 30 minutos")
    parser.options.add_argument(
        "--json", metavar="SALIDA", type=named, help="guarda las cifras como JSON; «-»: salida estándar"
    )
    parser.set_defaults(run=run)
    return parser


def run(options: argparse.Namespace) -> int:
    """Measure, print the table; 0 whatever the figures."""
    from coach.benchmark.run import measure
    from coach.benchmark.table import document, table

    check_writable(options.json)
    report = measure(_tell, long=options.largo)
    if options.json is not None:
        write_json(options.json, document(report))
    if options.json != STDOUT:
        print(table(report), end="")
    return 0


def _tell(step: str) -> None:
    if sys.stderr.isatty():
        print(f"{step}…", file=sys.stderr)
