"""What is noted on a session is on the disk at once, comes back as it was, and goes with the session."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC
from pathlib import Path

import pytest
from sqlalchemy import inspect

from coach.errors import KnownError
from coach.manual.tables import Fault
from coach.review.annotation import Annotation, annotation_field, plain
from coach.session.database import Database
from coach.session.key import obtain_key
from coach.session.migrations import STEPS, migrate
from coach.session.open_store import STORE_FILE, open_store, read_store
from coach.session.secret import SecretSource
from coach.session.store import SessionStore
from tests.support.stores import STARTED, session_record

FIRST = {"session", "record", "event", "features", "goal", "kept", "schema_version"}
"""The tables of the first stores."""


def note(session: str, id: str = "a1") -> Annotation:
    return Annotation(id, session, "Formación", 3.0, 6.125, "verdict", "sonrisa", "Se ve clara", "agree", STARTED)


def test_what_was_noted_comes_back_in_order_of_time(folder: Path, source: SecretSource) -> None:
    with open_store(folder, source) as store:
        session, other = store.save(session_record()), store.save(session_record(minute=5))
        late = replace(note(session, "a0"), start_s=5.0, kind="missed", verdict=None, author="")
        store.annotations.put([late, note(session), note(other, "b")])
    with read_store(folder, source) as store:
        found = store.annotations.of(session)
        assert found == [note(session), late]
        assert all(one.made_at.tzinfo is UTC for one in found)
        assert len(store.annotations.all()) == 3


def test_an_annotation_takes_the_place_of_the_one_with_its_id(store: SessionStore) -> None:
    session = store.save(session_record())
    store.annotations.put([note(session)])
    changed = replace(note(session), verdict="disagree")
    store.annotations.put([changed])
    assert store.annotations.of(session) == [changed]
    store.annotations.remove(["a1", "never there"])
    assert store.annotations.of(session) == []


def test_a_moment_of_the_service_is_no_mark_of_an_earlier_coach(store: SessionStore) -> None:
    """Both are of the kind `moment`, so that either version reads what the other wrote."""
    session = store.save(session_record())
    mark = replace(note(session, "a0"), kind="moment", verdict=None, signal=None)
    moment = replace(note(session), kind="moment", verdict=None, signal="queja")
    store.annotations.put([mark, moment])
    assert [one.of_service for one in store.annotations.of(session)] == [False, True]
    read = annotation_field()
    assert [read(plain(one)) for one in (mark, moment)] == [mark, moment]


def test_it_goes_with_its_session(store: SessionStore) -> None:
    session = store.save(session_record())
    store.annotations.put([note(session)])
    store.delete(session)
    assert store.annotations.all() == []
    for reach in (lambda: store.annotations.of(session), lambda: store.annotations.put([note(session)])):
        with pytest.raises(KnownError, match="No hay ninguna sesión"):
            reach()


def test_all_of_them_or_none(store: SessionStore) -> None:
    session = store.save(session_record())
    with pytest.raises(KnownError):
        store.annotations.put([note(session), note("nobody", "b")])
    assert store.annotations.all() == []


def test_what_was_put_survives_a_kill(folder: Path, source: SecretSource, tmp_path: Path) -> None:
    with open_store(folder, source) as store:
        session = store.save(session_record())
    script = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from coach.session.open_store import open_store\n"
        "from tests.session.test_annotations import note\n"
        "from tests.support.stores import by_keyring\n"
        "store = open_store(Path(sys.argv[1]), by_keyring(Path(sys.argv[2])))\n"
        "store.annotations.put([note(sys.argv[3])])\n"
        "os._exit(9)\n"
    )
    arguments = [sys.executable, "-c", script, str(folder), str(tmp_path / "keyring.json"), session]
    killed = subprocess.run(arguments, cwd=Path(__file__).parents[2], env=dict(os.environ), check=False)
    assert killed.returncode == 9
    with open_store(folder, source) as store:
        assert store.annotations.of(session) == [note(session)]


def test_a_store_from_before_there_were_any(folder: Path, source: SecretSource) -> None:
    with open_store(folder, source) as store:
        session = store.save(session_record())
    database = Database(folder / STORE_FILE, obtain_key(folder, source))
    with database.write() as connection:
        for table in set(inspect(connection).get_table_names()) - FIRST:
            connection.exec_driver_sql(f"DROP TABLE {table}")
        connection.exec_driver_sql("DELETE FROM schema_version WHERE version > 1")
    with read_store(folder, source) as store:
        assert (store.annotations.of(session), store.media.of(session)) == ([], None)
        assert store.profiles.of(session) is None
        assert (store.shared.sessions(), store.shared.of(session), store.recordings.open(session)) == ([], None, None)
        assert [one.id for one in store.sessions()] == [session]
    with database.write() as connection:
        migrate(connection, len(STEPS))
    database.close()
    with open_store(folder, source) as store:
        store.annotations.put([note(session)])
        assert store.load(session) == session_record()


def test_where_a_recording_lies(store: SessionStore, tmp_path: Path) -> None:
    record = session_record(kind="grabacion")
    file = tmp_path / "llamada.mp4"
    told = replace(record, result=replace(record.result, source=replace(record.result.source, path=str(file))))
    session = store.save(told)
    assert store.media.of(session) == file
    assert store.load(session).result.source.path == "llamada.mp4", "the record itself never tells the folder"
    store.attach(session, store.load(session))
    assert store.media.of(session) == file
    store.media.put(session, tmp_path / "otra" / "llamada.mp4")
    assert store.media.of(session) == tmp_path / "otra" / "llamada.mp4"
    assert store.media.of(store.save(session_record())) is None
    with pytest.raises(KnownError):
        store.media.put("nobody", file)


@pytest.mark.parametrize(
    "wrong",
    [
        {"start_s": 7.0},
        {"verdict": None},
        {"kind": "comment"},
        {"signal": None},
        {"text": "x" * 2001},
        {"made_at": STARTED.replace(tzinfo=None)},
    ],
)
def test_what_could_mean_nothing_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="."):
        replace(note("s"), **wrong)  # type: ignore[arg-type]


def test_as_plain_values_and_back() -> None:
    read = annotation_field()
    assert read(plain(note("s"))) == note("s")
    for wrong in (
        {"kind": "otra"},
        {"verdict": None},
        {"start_s": -1.0},
        {"made_at": "ayer"},
        {"made_at": "2026-01-01"},
    ):
        with pytest.raises(Fault):
            read(plain(note("s")) | wrong)
