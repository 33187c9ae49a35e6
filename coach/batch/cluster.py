"""Tasks on a cluster of dask.distributed that somebody else keeps: only the address that was named is contacted.

The recordings are read by the cluster's own computers, which must see them under the same path; what they find comes
back to this one, which writes it. Nothing of ours is served: no dashboard, no scheduler, no worker.
"""

from __future__ import annotations

import logging
import socket
import warnings
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import CancelledError
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, Final

from coach import __version__
from coach.batch.task import Finished, Outcome, Restarted, Step, Task
from coach.errors import KnownError

_CONNECT_S: Final = 10.0
_DIED: Final = (
    "Los trabajadores del clúster que analizaban «{}» terminaron de golpe una y otra vez, casi siempre por falta de "
    "memoria; dales más memoria o menos hilos y repite la orden."
)

Work = Callable[[Task], Outcome]


def on_worker(task: Task) -> Outcome:
    """What a worker of the cluster does."""
    if not Path(task.medium).is_file():
        return f"El equipo «{socket.gethostname()}» del clúster no ve «{task.medium}»; compártele esa carpeta."
    from coach.batch.work import outcome

    return outcome(task)


def on_cluster(address: str, tasks: Sequence[Task], work: Work = on_worker) -> Generator[Step]:
    """Do every task on the cluster, the longest first; the steps as they come. Whatever is left when it closes stops.

    dask does a task anew whose worker died. Raises `KnownError` when the cluster cannot be reached or is lost, has no
    workers, or its workers have another Coach or do not see the recordings. `work` is what the workers do.
    """
    lost: SimpleQueue[str] = SimpleQueue()
    with _connected(address) as client:
        _look_at_workers(client, tasks)
        client.subscribe_topic("all", lambda event: _notice(event[1], lost))
        ordered = sorted(tasks, key=lambda task: -task.bytes)
        futures = [client.submit(work, task, key=f"coach-{id(tasks)}-{task.name}", pure=False) for task in ordered]
        under_way = {future.key: task for future, task in zip(futures, ordered, strict=True)}
        try:
            for future in _dask().as_completed(futures, loop=client.loop):
                yield from _restarted(lost, under_way)
                task = under_way.pop(future.key)
                yield Finished(task, _outcome(future, task, address))
                future.release()
        finally:
            client.cancel([future for future in futures if future.key in under_way], force=True)


def _dask() -> Any:
    """Loaded only here: an analysis that stays on this computer has nothing that could talk to another."""
    import distributed

    return distributed


def _connected(address: str) -> Any:
    client = _dask().Client
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what matters is told in a sentence of ours
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about versions of packages; what matters of them is looked at here
            return client(address, timeout=_CONNECT_S, set_as_default=False, direct_to_workers=False)
    except (OSError, ValueError, TypeError) as error:  # TimeoutError is an OSError; the others: no such address
        raise KnownError(
            f"No hay ningún clúster de dask en «{address}»; revisa la dirección (por ejemplo tcp://192.168.1.5:8786) y "
            "que su «dask scheduler» esté en marcha."
        ) from error


def look_around(media: list[str]) -> tuple[str, str, str | None]:
    """What a worker is: its computer's name, its version of Coach, and the first of `media` that it does not see."""
    return socket.gethostname(), __version__, next((one for one in media if not Path(one).is_file()), None)


def _look_at_workers(client: Any, tasks: Sequence[Task]) -> None:
    if not client.nthreads():
        raise KnownError("El clúster está en marcha pero no tiene trabajadores; inicia «dask worker» en sus equipos.")
    try:
        told = client.run(look_around, [task.medium for task in tasks]).values()
    except ImportError as error:
        raise KnownError(
            "En los equipos del clúster falta Coach; instala en ellos esta misma versión y repite la orden."
        ) from error
    for host, version, unseen in told:
        if version != __version__:
            raise KnownError(f"El equipo «{host}» del clúster tiene Coach {version} y éste {__version__}; iguálalos.")
        if unseen is not None:
            raise KnownError(
                f"El equipo «{host}» del clúster no ve «{unseen}»; pon las grabaciones en una carpeta compartida que "
                "tenga la misma ruta en todos los equipos."
            )


def _notice(event: Any, lost: SimpleQueue[str]) -> None:
    """Called by dask's own thread."""
    if isinstance(event, dict) and event.get("action") == "remove-worker" and not event.get("expected"):
        for key in event["processing-tasks"]:
            lost.put(key)


def _restarted(lost: SimpleQueue[str], under_way: dict[str, Task]) -> Iterator[Restarted]:
    while True:
        try:
            key = lost.get_nowait()
        except Empty:
            return
        if key in under_way:
            yield Restarted(under_way[key])


def _outcome(future: Any, task: Task, address: str) -> Outcome:
    try:
        outcome: Outcome = future.result()
    except _dask().KilledWorker:
        return _DIED.format(task.medium)
    except (CancelledError, OSError) as error:
        raise KnownError(
            f"Se perdió la conexión con el clúster de «{address}»; lo terminado está guardado: repite la orden para "
            "continuar."
        ) from error
    return outcome
