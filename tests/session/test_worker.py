"""The store on its own thread: the caller never waits, work goes in order, an opening that failed is tried anew."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from coach.errors import KnownError
from coach.session.open_store import open_store
from coach.session.secret import SecretSource
from coach.session.store import SessionStore
from coach.session.worker import StoreWorker
from tests.support.stores import session_record, typed


def test_work_is_done_in_order_on_another_thread(folder: Path, source: SecretSource) -> None:
    worker = StoreWorker(lambda: open_store(folder, source))
    gate = threading.Event()
    before = time.perf_counter()
    first = worker.call(lambda store: gate.wait(5.0))
    thread = worker.call(lambda store: threading.current_thread())
    saved = worker.call(lambda store: store.save(session_record()))
    listed = worker.call(lambda store: store.sessions())
    assert time.perf_counter() - before < 2.0
    assert not first.done()
    gate.set()
    assert [header.id for header in listed.result(10.0)] == [saved.result()]
    assert thread.result() is not threading.current_thread()
    worker.close()
    assert not thread.result().is_alive()


def test_what_goes_wrong_reaches_who_asked(folder: Path, source: SecretSource) -> None:
    worker = StoreWorker(lambda: open_store(folder, source))
    with pytest.raises(KnownError, match="No hay ninguna sesión"):
        worker.call(lambda store: store.load("nadie")).result(10.0)
    worker.close()


@pytest.mark.usefixtures("quick_passphrase")
def test_a_passphrase_can_be_typed_anew(folder: Path) -> None:
    open_store(folder, typed("frase correcta")[0]).close()
    source, _ = typed("a", "b", "c", "frase correcta")
    worker = StoreWorker(lambda: open_store(folder, source))
    with pytest.raises(KnownError, match="La frase de paso no es"):
        worker.call(lambda store: store.sessions()).result(10.0)
    assert worker.call(lambda store: store.sessions()).result(10.0) == []
    worker.close()


def test_closing_finishes_all_that_was_asked_for(folder: Path, source: SecretSource) -> None:
    worker = StoreWorker(lambda: open_store(folder, source))
    begun = threading.Event()

    def slow(store: SessionStore) -> str:
        begun.set()
        time.sleep(0.2)
        return store.save(session_record())

    saved = worker.call(slow)
    waiting = worker.call(lambda store: store.save(session_record(minute=1)))
    begun.wait(10.0)
    worker.close()
    worker.close()
    assert saved.exception() is None
    assert waiting.exception() is None
    with open_store(folder, source) as store:
        assert len(store.sessions()) == 2
