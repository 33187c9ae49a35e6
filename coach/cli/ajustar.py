"""`coach ajustar`: thresholds of the detectors, from what trainers said of the kept sessions of this computer."""

from __future__ import annotations

import argparse
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from coach.cli.kept_sessions import add_store, opened
from coach.cli.parser import SpanishParser
from coach.cli.progress import Progress
from coach.command import command
from coach.errors import KnownError
from coach.report.words import joined
from coach.settings import adjustments_file

if TYPE_CHECKING:
    from coach.tuning.search import Tuned
    from coach.tuning.work import Most


def add(verbs: Any) -> SpanishParser:
    """Add the verb to `verbs`."""
    parser: SpanishParser = verbs.add_parser(
        "ajustar",
        help="ajusta los detectores a lo que dicen tus capacitadores",
        description="Busca mejores umbrales para las señales que alguien juzgó en las sesiones guardadas, y los "
        "comprueba en sesiones que no usó. No cambia nada mientras no lo pidas con --aplicar.",
    )
    parser.what.add_argument(
        "senales",
        metavar="SEÑAL",
        nargs="*",
        help="solo estas señales, por su identificador (brazos_cruzados, sonrisa…)",
    )
    which = parser.options.add_mutually_exclusive_group().add_argument
    which("--aplicar", action="store_true", help="usa desde ahora los umbrales que en lo comprobado no salen peor")
    which("--acuerdo", action="store_true", help="solo muestra cuánto coinciden tus capacitadores con los detectores")
    which("--quitar", action="store_true", help="vuelve a los umbrales de fábrica")
    add_store(parser)
    parser.set_defaults(run=run)
    return parser


def run(options: argparse.Namespace) -> int:
    """Tune, show before and after, apply if asked to; 0. Raises `KnownError` for what the user can mend."""
    if options.quitar:
        return _remove()
    if options.acuerdo:
        return _agreement(options.senales, options.almacen)
    from coach.manual.catalog import load_catalog
    from coach.tuning.told import told

    results = _tuned(_known(options.senales, load_catalog()), options.almacen)
    for result in results:
        print(told(result))
    worthwhile = [result for result in results if result.worthwhile]
    if not worthwhile:
        print("No encontré umbrales mejores que los que ya se usan; todo se queda como está.")
    elif options.aplicar:
        _apply(worthwhile)
    else:
        print(f"Todavía no ha cambiado nada: «{command()} ajustar --aplicar» empieza a usar los que no salen peor.")
    return 0


def _agreement(ids: Sequence[str], address: str | None) -> int:
    from coach.manual.catalog import load_catalog
    from coach.manual.congruences import load_congruences
    from coach.manual.findings import load_findings
    from coach.manual.tones import load_tones
    from coach.review.agreement import agreement, by_id
    from coach.review.agreement_text import agreement_text
    from coach.tuning.gather import reviewed

    known = (*load_catalog(), *load_findings(), *load_tones(), *load_congruences())
    chosen = _known(ids, known) or known
    with opened(address) as store, Progress("Leyendo sesiones") as progress:
        found = {id: one for id, one in agreement(reviewed(store, progress.reach)).items() if id in chosen}
    if not found:
        raise KnownError(
            f"Todavía nadie juzgó esas detecciones en las sesiones guardadas; hazlo con «{command()} revisar»."
        )
    print(agreement_text(by_id(found, known)), end="")
    return 0


def _known(ids: Sequence[str], options: Collection[str]) -> list[str] | None:
    """Those that were asked for, None for all."""
    from coach.manual.tables import Fault, choice

    try:
        return [choice(options)(id) for id in ids] or None
    except Fault as fault:
        raise KnownError(f"Señal {fault.reason}.") from None


def _tuned(ids: Sequence[str] | None, address: str | None) -> list[Tuned]:
    from coach.manual.catalog import load_catalog
    from coach.tuning.work import judged, tuned

    with opened(address) as store, Progress("Leyendo sesiones") as progress:
        found = judged(store, ids, progress.reach)
    if not found.parts:
        raise KnownError(_too_few(found.most))
    results: list[Tuned] = []
    for id, part in found.parts.items():
        with Progress(f"Ajustando {load_catalog()[id].name.lower()}") as progress:
            results.append(tuned(id, part, progress.reach))
    return results


def _too_few(most: Most | None) -> str:
    from coach.manual.catalog import load_catalog
    from coach.tuning.split import LEAST_HELD_OUT, LEAST_SAID, LEAST_SESSIONS

    name = "" if most is None else load_catalog()[most.id].name
    if most is not None and most.crowded:
        return (
            f"De «{name}» hay {most.said} juicios en {most.sessions} sesiones, pero casi todos en unas pocas. Para "
            f"comprobar se apartan sesiones, y en ellas hacen falta al menos {LEAST_HELD_OUT}: júzgala también en "
            f"otras con «{command()} revisar»."
        )
    needed = (
        f"Para ajustar una señal hacen falta al menos {LEAST_SAID} juicios de ella en {LEAST_SESSIONS} sesiones "
        "guardadas con sus mediciones"
    )
    if most is None:
        return f"{needed}, y todavía no hay ninguno; júzgalas con «{command()} revisar»."
    return f"{needed}; la que más tiene es «{name}», con {most.said} en {most.sessions}. Sigue juzgando."


def _apply(results: Sequence[Tuned]) -> None:
    from coach.tuning.work import use

    use(adjustments_file(), results)
    names = joined([one.signal.name for one in results])
    print(f"Listo: desde la próxima sesión se usan los umbrales ajustados de: {names}.")
    print(f"Los informes lo dicen. «{command()} ajustar --quitar» vuelve a los de fábrica.")


def _remove() -> int:
    from coach.tuning.file import remove_adjustments

    there = remove_adjustments(adjustments_file())
    print("Listo: vuelven los umbrales de fábrica." if there else "No había umbrales ajustados; nada cambió.")
    return 0
