"""The analysis of one recording, wherever it runs: a process of this computer, or of another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from coach import app
from coach.batch.task import Outcome, Product, Task, fault
from coach.errors import KnownError
from coach.manual.catalog import load_catalog
from coach.report.document import document
from coach.report.page import page
from coach.report.record import SessionRecord
from coach.report.result import Result
from coach.session.measurements import Collector


def outcome(task: Task, progress: Callable[[float], None] | None = None) -> Outcome:
    """What came of it; `progress` gets the share done. Whatever is wrong with one recording is no exception."""
    try:
        return _product(task, progress)
    except KnownError as error:
        return str(error)
    except Exception as error:
        return fault(task, error)


def _product(task: Task, progress: Callable[[float], None] | None) -> Product:
    collector = Collector() if task.kept else None
    result = app.analyse_file(
        task.medium,
        None if task.profile is None else Path(task.profile),
        task.mask,
        None if progress is None else lambda t, info: progress(t / info.duration_s) if info.duration_s else None,
        task.moment,
        task.client,
        drawn=task.page,
        also=None if collector is None else collector.add,
    )
    record = SessionRecord("grabacion", _began(task, result), result)
    drawn = page(record, server=task.server) if task.page else None
    measured = None if collector is None else collector.measurements()
    return Product(document(result, load_catalog()), drawn, replace(record, result=_kept(result)), measured)


def _began(task: Task, result: Result) -> datetime:
    """As near as a file tells it: it was written last when the recording ended."""
    ended = datetime.fromtimestamp(task.modified_ns / 1e9).astimezone()
    return ended - timedelta(seconds=result.duration_s)


def _kept(result: Result) -> Result:
    """What a store keeps of it; the recording is named so that it is found from anywhere."""
    voice = None if result.voice is None else replace(result.voice, spectrogram=None)
    source = replace(result.source, path=str(Path(result.source.path).absolute()))
    return replace(result, source=source, voice=voice)
