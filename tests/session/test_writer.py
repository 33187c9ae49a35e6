"""A running session is on the disk within a second; what cannot be kept any longer is told once."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from coach.core.events import Cue, Features, SignalChanged
from coach.errors import KnownError
from coach.session.database import Database
from coach.session.key import obtain_key
from coach.session.open_store import STORE_FILE, open_store, read_store
from coach.session.secret import SecretSource
from coach.session.store import SessionStore
from coach.session.writer import SessionWriter
from tests.support.stores import STARTED, session_events, session_record, unexpected


@pytest.fixture
def writer(store: SessionStore) -> Iterator[SessionWriter]:
    made = store.begin("practica", STARTED, unexpected)
    yield made
    made.close()


@pytest.fixture
def busy(folder: Path, source: SecretSource, store: SessionStore) -> Iterator[Database]:
    """Another one who writes, and keeps everybody else from it meanwhile."""
    database = Database(folder / STORE_FILE, obtain_key(folder, source))
    yield database
    database.close()


def test_what_was_told_is_kept_in_order(store: SessionStore, writer: SessionWriter) -> None:
    told = [event for batch in session_events(70.0) for event in batch]
    writer.add(told)
    assert store.finish(writer, session_record()) == writer.id
    assert store.load(writer.id) == session_record()
    assert [header.state for header in store.sessions()] == ["whole"]
    others = [event for event in told if isinstance(event, SignalChanged | Cue)]
    assert store.events(writer.id) == others
    assert store.events(writer.id, (Cue,)) == [event for event in others if isinstance(event, Cue)]
    voice = list(store.features(writer.id, "voice"))
    assert [row.t for row in voice] == [number / 10.0 for number in range(700)]
    assert voice[0].values == {"nivel_db": -30.0, "tono_hz": None}


def test_the_body_is_thinned_to_the_rate_the_detectors_were_made_at(store: SessionStore, writer: SessionWriter) -> None:
    told = [event for batch in session_events(10.0) for event in batch]
    for start in range(0, len(told), 60):
        writer.add(told[start : start + 60])
    store.finish(writer, session_record())
    rows = list(store.features(writer.id, "body"))
    assert [row.t for row in rows] == pytest.approx([number / 15.0 for number in range(150)])
    assert rows[149] == Features(
        rows[149].t,
        {name: pytest.approx(value) for name, value in rows[149].values.items()},  # type: ignore[misc]
    )


def test_a_minute_becomes_one_chunk_and_nothing_of_it_is_lost(store: SessionStore, writer: SessionWriter) -> None:
    """Told in pieces that are written apart, as they come in a session."""
    batches = session_events(130.0)
    while piece := list(islice(batches, 1000)):
        writer.add(event for batch in piece for event in batch)
        time.sleep(0.6)
    store.finish(writer, session_record())
    assert [row.t for row in store.features(writer.id, "body")] == pytest.approx([n / 15.0 for n in range(1950)])


def test_it_is_on_the_disk_within_two_seconds(
    folder: Path, source: SecretSource, store: SessionStore, writer: SessionWriter
) -> None:
    writer.add(next(session_events()))
    deadline = time.monotonic() + 2.0
    with read_store(folder, source) as reader:
        while not reader.events(writer.id) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert len(reader.events(writer.id)) == 1
        assert len(list(reader.features(writer.id, "body"))) == 1


def test_telling_never_waits_for_the_disk(store: SessionStore, writer: SessionWriter, busy: Database) -> None:
    with busy.write():
        before = time.perf_counter()
        for batch in islice(session_events(), 300):
            writer.add(batch)
        assert time.perf_counter() - before < 2.0
    store.finish(writer, session_record())
    assert len(list(store.features(writer.id, "voice"))) == 100


def test_a_disk_that_never_answers_ends_it_in_one_sentence(store: SessionStore, busy: Database) -> None:
    heard: list[Exception] = []
    writer = store.begin("practica", STARTED, heard.append)
    with busy.write():
        for batch in islice(session_events(), 60_000):
            writer.add(batch)
            if heard:
                break
    writer.close()
    assert len(heard) == 1
    assert isinstance(heard[0], KnownError)
    assert "El disco no alcanza" in str(heard[0])


def test_a_session_left_running_is_recovered_and_told(folder: Path, source: SecretSource) -> None:
    with open_store(folder, source) as store:
        writer = store.begin("en_vivo", STARTED, unexpected)
        writer.add(event for batch in session_events(20.0) for event in batch)
    with open_store(folder, source) as store:
        (header,) = store.recovered
        assert (header.id, header.state, header.kind) == (writer.id, "recovered", "en_vivo")
        assert header.duration_s == pytest.approx(20.0, abs=0.1)
        with pytest.raises(KnownError, match="se interrumpió"):
            store.load(writer.id)
        store.attach(writer.id, session_record())
        assert store.load(writer.id) == session_record()
    with open_store(folder, source) as store:
        assert store.recovered == ()
        assert [header.state for header in store.sessions()] == ["recovered"]
