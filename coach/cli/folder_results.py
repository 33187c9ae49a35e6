"""What is written of a folder's recordings: each as soon as it is there, so that a run can be taken up again."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from coach.batch.ledger import Entry, Ledger, entry_of
from coach.batch.task import Product, Task
from coach.cli.output import STDOUT, write_json, write_text
from coach.errors import KnownError, why
from coach.manual.catalog import load_catalog
from coach.media.medium import shown
from coach.media.naming import typed_path
from coach.report.document import document

if TYPE_CHECKING:
    from coach.session.header import SessionHeader
    from coach.session.store import SessionStore

_SAME_S: Final = 0.01
"""Times of files and sessions are kept to a microsecond and finer; copies of a file may keep its time less well."""


class Results:
    """Files in the folders that were asked for, named after their recordings, and sessions in the store.

    `entries` are those that are done, in this run or before, `sessions` the ids of those that are in the store;
    `restarted` the names of those that were begun twice.
    """

    def __init__(self, json: str | None, pages: str | None, store: SessionStore | None) -> None:
        """Makes the folders. Raises `KnownError` where nothing can be written."""
        self.entries: list[Entry] = []
        self.restarted: list[str] = []
        self.sessions: dict[str, str] = {}
        self._json, self._pages = (None if where is None else _folder(where) for where in (json, pages))
        self._store = store
        self._kept = {} if store is None else _by_medium(store)
        self._measured = set() if store is None else store.measured()
        ledger = self._json or self._pages
        self._ledger = None if ledger is None else Ledger(ledger)

    def done(self, task: Task) -> bool:
        """Whether all that is asked for is there already, of the recording as it is now."""
        if any(not file.is_file() for file in self._files(task)) or self._store is not None and not self._is_kept(task):
            return False
        entry = self._in_store(task) if self._ledger is None else self._ledger.done(task)
        if entry is None:
            return False
        self.entries.append(entry)
        if (id := self._id(task)) is not None:
            self.sessions[task.name] = id
        return True

    def save(self, task: Task, product: Product) -> None:
        """Write and keep it; it is done once this returns. Raises `KnownError` where that fails."""
        for file in self._files(task):
            _make(file.parent)
        if self._json is not None:
            write_json(str(_file(self._json, task, ".json")), product.document)
        if self._pages is not None and product.page is not None:
            write_text(str(_file(self._pages, task, ".html")), product.page)
        if self._store is not None:
            self._keep(self._store, task, product)
        entry = entry_of(task, product.document)
        if self._ledger is not None:
            self._ledger.add(entry)
        self.entries.append(entry)

    def _files(self, task: Task) -> list[Path]:
        wanted = ((self._json, ".json"), (self._pages, ".html"))
        return [_file(folder, task, suffix) for folder, suffix in wanted if folder is not None]

    def _id(self, task: Task) -> str | None:
        """The session that was kept of the recording as it is now, if any."""
        written_s = task.modified_ns / 1e9
        for header in self._kept.get(Path(shown(Path(task.medium).absolute())), []):
            ended_s = (header.started + timedelta(seconds=header.duration_s)).timestamp()
            if abs(ended_s - written_s) <= _SAME_S:
                return header.id
        return None

    def _is_kept(self, task: Task) -> bool:
        """Whether the session is kept with what was measured in it; an older Coach kept the record alone."""
        return self._id(task) in self._measured

    def _in_store(self, task: Task) -> Entry | None:
        id = self._id(task)
        if id is None or self._store is None:
            return None
        return entry_of(task, document(self._store.load(id).result, load_catalog()))

    def _keep(self, store: SessionStore, task: Task, product: Product) -> None:
        id = self._id(task)
        if id is None:
            id = store.save(product.record, product.measured)
        else:  # kept before, and now asked for in another way, or as files too
            store.attach(id, product.record, product.measured)
        self.sessions[task.name] = id


def _by_medium(store: SessionStore) -> dict[Path, list[SessionHeader]]:
    files = store.media.all()
    found: dict[Path, list[SessionHeader]] = {}
    for header in store.sessions():
        if header.id in files:
            found.setdefault(files[header.id], []).append(header)
    return found


def _folder(where: str) -> Path:
    folder = typed_path(where)
    if where == STDOUT or folder.exists() and not folder.is_dir():
        raise KnownError(f"Los resultados de una carpeta se guardan en otra, y «{where}» no lo es; elige una carpeta.")
    _make(folder)
    return folder


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KnownError(f"No puedo crear la carpeta «{folder}» ({why(error)}); elige otra.") from error


def _file(folder: Path, task: Task, suffix: str) -> Path:
    """The whole name of the recording stays, for another may differ by its ending alone."""
    return folder / (task.name + suffix)
