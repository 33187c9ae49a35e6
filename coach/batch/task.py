"""What is to be done with one recording, and what came of it: plain values, which travel between processes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:  # with all that they stand on: a process settles its number of threads before it loads them
    from coach.report.record import SessionRecord
    from coach.session.measurements import Measurements


@dataclass(frozen=True, slots=True)
class Task:
    """One recording to analyse, `bytes` long, last written at `modified_ns`; how, as `coach.app.analyse_file` takes it.

    `name` is what it is told and saved under. `page`: the report is wanted too; `kept`: what was measured is, as well;
    `server`: the name of the one that it is kept on, None where that is none.
    """

    name: str
    medium: str
    bytes: int
    modified_ns: int
    profile: str | None = None
    mask: bool | None = None
    moment: str | None = None
    client: str | None = None
    page: bool = False
    kept: bool = False
    server: str | None = None


@dataclass(frozen=True, slots=True)
class Product:
    """What an analysis gave: the document and the report to write, the session and its measurements to keep.

    Report and measurements are None unless asked for.
    """

    document: dict[str, Any]
    page: str | None
    record: SessionRecord
    measured: Measurements | None


Outcome: TypeAlias = Product | str
"""A sentence where there is no product."""


@dataclass(frozen=True, slots=True)
class Reached:
    """So much of a task has been done, as a share in [0, 1]."""

    task: Task
    share: float


@dataclass(frozen=True, slots=True)
class Restarted:
    """The process that worked on a task died; it begins once more."""

    task: Task


@dataclass(frozen=True, slots=True)
class Finished:
    """A task is over."""

    task: Task
    outcome: Outcome


def fault(task: Task, error: Exception) -> str:
    """What is told of a bug of ours, which must not cost the other recordings."""
    return (
        f"Coach falló por un error suyo ({type(error).__name__}), no tuyo; analiza sola «{task.medium}» con "
        "--detalle para ver qué pasó y repórtalo."
    )


Step: TypeAlias = Reached | Restarted | Finished
