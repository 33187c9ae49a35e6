"""A live session that was being kept when Coach ended gets the report that it would have had."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.core.events import Syllable
from coach.report.record import SessionRecord
from coach.runtime.live_record import LiveRecorder
from coach.runtime.recovery import recover
from coach.session.keeper import SessionKeeper
from coach.session.open_store import open_store
from coach.session.worker import StoreWorker
from tests.support.stores import STARTED, by_keyring, unexpected
from tests.support.told import session_of_both


@pytest.fixture
def worker(tmp_path: Path) -> Iterator[StoreWorker]:
    made = StoreWorker(lambda: open_store(tmp_path / "sesiones", by_keyring(tmp_path / "keyring.json")))
    yield made
    made.close()


def live(worker: StoreWorker, seconds: int) -> tuple[SessionKeeper, SessionRecord]:
    keeper = SessionKeeper(worker, "en_vivo", STARTED, unexpected)
    recorder = LiveRecorder("en_vivo", STARTED, also=keeper.add)
    for batch in session_of_both(seconds):
        recorder.push(batch)
    return keeper, recorder.record()


def test_the_report_that_it_would_have_had(worker: StoreWorker, tmp_path: Path) -> None:
    _, expected = live(worker, 30)
    worker.call(lambda store: store.close()).result(20.0)
    with open_store(tmp_path / "sesiones", by_keyring(tmp_path / "keyring.json")) as store:
        (header,) = recover(store, 5.0)
        found = store.load(header.id)
    assert found.started == STARTED
    assert (found.kind, found.goal) == (expected.kind, expected.goal)
    was, now = expected.result, found.result
    assert now.duration_s == pytest.approx(was.duration_s, abs=0.1)
    assert (now.segments, now.cues, now.stretches, now.congruences) == (
        was.segments,
        was.cues,
        was.stretches,
        was.congruences,
    )
    assert now.observable == pytest.approx(was.observable, abs=0.01)
    assert now.voice is not None
    assert was.voice is not None
    assert (len(now.voice.tones), len(now.voice.findings)) == (len(was.voice.tones), len(was.voice.findings))
    assert now.voice.syllables == was.voice.syllables
    assert now.voice.speech_s == pytest.approx(was.voice.speech_s)


def test_what_was_too_short_is_erased(worker: StoreWorker, tmp_path: Path) -> None:
    live(worker, 3)
    worker.call(lambda store: store.close()).result(20.0)
    with open_store(tmp_path / "sesiones", by_keyring(tmp_path / "keyring.json")) as store:
        assert recover(store, 5.0) == []
        assert store.sessions() == []


def test_a_session_that_ends_well_is_kept_once(worker: StoreWorker, tmp_path: Path) -> None:
    keeper, record = live(worker, 10)
    dropped, _ = live(worker, 10)
    id = keeper.finish(record).result(20.0)
    dropped.drop().result(20.0)
    worker.close()
    with open_store(tmp_path / "sesiones", by_keyring(tmp_path / "keyring.json")) as store:
        assert recover(store, 5.0) == []
        assert [(header.id, header.state) for header in store.sessions()] == [(id, "whole")]
        assert len(store.events(id, (Syllable,))) == 80


def test_a_store_that_cannot_be_opened_is_told_once_and_the_record_is_refused_too(tmp_path: Path) -> None:
    (tmp_path / "sesiones").write_text("", encoding="utf-8")
    worker = StoreWorker(lambda: open_store(tmp_path / "sesiones", by_keyring(tmp_path / "keyring.json")))
    heard: list[Exception] = []
    keeper = SessionKeeper(worker, "en_vivo", STARTED, heard.append)
    recorder = LiveRecorder("en_vivo", STARTED, also=keeper.add)
    for batch in session_of_both(2):
        recorder.push(batch)
    assert "No puedo usar la carpeta" in str(keeper.finish(recorder.record()).exception(20.0))
    worker.close()
    assert len(heard) == 1
