"""`coach analizar CARPETA`: all recordings of a folder, on all cores or on a cluster; it goes on where it stopped."""

from __future__ import annotations

import argparse
import errno
from collections.abc import Generator, Iterable
from contextlib import closing, nullcontext
from typing import TYPE_CHECKING, Final

from coach.cli.kept_sessions import add_store, writable
from coach.cli.output import look
from coach.cli.progress import Progress
from coach.errors import KnownError, UsageError
from coach.media.naming import typed_path
from coach.session.address import server_name, shown_place

if TYPE_CHECKING:
    from coach.batch.recordings import Found
    from coach.batch.task import Product, Step, Task
    from coach.cli.folder_results import Results
    from coach.cli.parser import SpanishParser

MASK: Final[dict[str, bool | None]] = {"si": True, "no": False, "auto": None}
_OF_FOLDERS: Final = ("procesos", "dask", "almacen")
_FOR_ALL: Final = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO)
"""A disk that is full or faulty: nothing else could be written to it either."""


def add_options(parser: SpanishParser) -> None:
    """Add what only a folder takes."""
    option = parser.options.add_argument
    option(
        "--procesos",
        metavar="N",
        type=_count,
        help="de una carpeta: cuántas grabaciones a la vez, con un núcleo cada una (todos, si la memoria alcanza)",
    )
    option(
        "--dask",
        metavar="DIRECCION",
        help="de una carpeta: reparte el trabajo en un clúster de dask que ya está en marcha (tcp://…); sus equipos "
        "deben ver la carpeta con la misma ruta",
    )
    add_store(
        parser,
        "de una carpeta: guarda cada sesión, cifrada y con sus mediciones, en otra carpeta o en una base de datos "
        "de PostgreSQL (postgresql://usuario@servidor/base); de una sesión: la busca ahí",
    )


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("debe ser un número entero, de 1 en adelante")
    return int(text)


def refuse_options(options: argparse.Namespace, kept: bool) -> None:
    """Raise `UsageError` for what only a folder takes; of a `kept` session it may be told in which store it is."""
    for name in _OF_FOLDERS:
        if getattr(options, name) is not None and not (kept and name == "almacen"):
            raise UsageError(f"--{name} es para analizar una carpeta; quítalo, o escribe una carpeta.")


def run(options: argparse.Namespace) -> int:
    """Analyse what is not done yet, save, tell; 0. Raises `KnownError` when a recording could not be analysed."""
    from coach.batch.recordings import recordings
    from coach.cli.folder_results import Results

    if options.guardar_perfil is not None:
        raise UsageError("--guardar-perfil es para una sola grabación; en una carpeta puede haber varias personas.")
    if options.dask is not None and options.procesos is not None:
        raise UsageError("--dask y --procesos no van juntos: el clúster decide cuántas a la vez.")
    found = recordings(typed_path(options.medio))
    tasks = _tasks(options, found.files)
    with nullcontext() if options.almacen is None else writable(options.almacen) as store:
        results = Results(options.json, options.informe, store)
        waiting = [task for task in tasks if not results.done(task)]
        if len(waiting) < len(tasks):
            print(f"Ya estaban analizadas y no han cambiado: {len(tasks) - len(waiting)} de {len(tasks)}.", flush=True)
        with closing(_steps(options, waiting)) as steps:
            failed = found.refused | _follow(steps, waiting, results)
    _tell(options, results, failed)
    return 0


def _tasks(options: argparse.Namespace, files: dict[str, Found]) -> list[Task]:
    from coach.batch.task import Task
    from coach.session.profile_file import load_profile

    profile = None if options.perfil is None else typed_path(options.perfil).absolute()
    if profile is not None:
        load_profile(profile)  # what is wrong with it is told once, before the work begins
    return [
        Task(
            name=name,
            medium=str(file.path.absolute() if options.dask else file.path),
            bytes=file.bytes,
            modified_ns=file.modified_ns,
            profile=None if profile is None else str(profile),
            mask=MASK[options.cubrebocas],
            moment=options.momento,
            client=options.cliente,
            page=options.informe is not None,
            kept=options.almacen is not None,
            server=None if options.almacen is None else server_name(options.almacen),
        )
        for name, file in files.items()
    ]


def _steps(options: argparse.Namespace, tasks: list[Task]) -> Generator[Step]:
    if not tasks:
        return
    if options.dask is not None:
        from coach.batch.cluster import on_cluster

        yield from on_cluster(options.dask, tasks)
    else:
        from coach.batch.pool import on_processes, sensible

        yield from on_processes(tasks, options.procesos or sensible(), sparing=options.procesos is not None)


def _follow(steps: Iterable[Step], tasks: list[Task], results: Results) -> dict[str, str]:
    """Save what comes, as it comes; why the others failed, by name."""
    from coach.batch.task import Finished, Reached, Restarted

    failed: dict[str, str] = {}
    shares = dict.fromkeys((task.name for task in tasks), 0.0)
    weights = {task.name: task.bytes + 1.0 for task in tasks}
    finished = 0
    with Progress(_label(0, len(tasks))) as progress:
        for step in steps:
            name = step.task.name
            if isinstance(step, Finished):
                finished += 1
                progress.label = _label(finished, len(tasks))
                why = step.outcome if isinstance(step.outcome, str) else _unsaved(results, step.task, step.outcome)
                if why is not None:
                    failed[name] = why
            elif isinstance(step, Restarted):
                results.restarted.append(name)
            shares[name] = step.share if isinstance(step, Reached) else float(isinstance(step, Finished))
            progress.reach(sum(shares[name] * weights[name] for name in shares) / sum(weights.values()))
    return failed


def _unsaved(results: Results, task: Task, product: Product) -> str | None:
    """Save it; why that failed. Raises `KnownError` where the next would fail alike."""
    from coach.batch.task import fault

    try:
        results.save(task, product)
    except KnownError as error:
        if not isinstance(error.__cause__, OSError) or error.__cause__.errno in _FOR_ALL:
            raise
        return str(error)
    except Exception as error:
        return fault(task, error)
    return None


def _label(finished: int, of: int) -> str:
    ready = "1 lista" if finished == 1 else f"{finished} listas"
    return f"Analizando {of} grabaciones, {ready}" if of != 1 else "Analizando 1 grabación"


def _tell(options: argparse.Namespace, results: Results, failed: dict[str, str]) -> None:
    """The list of what was found, and of what failed. Raises `KnownError` when anything did."""
    from coach.batch.overview import overview

    if results.entries:
        print(overview(results.entries, look().width, results.sessions))
    for name in results.restarted:
        print(f"El proceso que analizaba «{name}» terminó de golpe; empecé esa grabación otra vez.")
    if failed:
        print("No se analizaron:")
    for name, sentence in sorted(failed.items()):
        print(f"  {name}: {sentence}")
    for where, what in ((options.json, "Datos"), (options.informe, "Informes")):
        if where is not None:
            print(f"{what}: {typed_path(where)}")
    if options.almacen is not None:
        print(f"Sesiones: {shown_place(options.almacen)}")
    if failed:
        well = len(results.entries)
        raise KnownError(
            f"{'Una' if len(failed) == 1 else len(failed)} no se {'pudo' if len(failed) == 1 else 'pudieron'} analizar "
            f"y {'una salió' if well == 1 else f'{well} salieron'} bien; arriba está por qué."
        )
