"""A live session's picture and sound: as they were, encrypted, found at any moment, gone with their session."""

from __future__ import annotations

import os
import random
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import BinaryIO

import numpy as np
import pytest

from coach.core.events import SAMPLE_RATE, Frame, Sound
from coach.errors import KnownError
from coach.media.container import open_stored, sound_or_none
from coach.session.open_store import STORE_FILE, open_store
from coach.session.recording import SessionRecorder, stored_medium
from coach.session.recording_file import SealedWriter, open_sealed
from coach.session.secret import SecretSource
from coach.session.store import SessionStore
from coach.vision.recording import Recording
from coach.voz.sound_file import SoundFile
from tests.support.stores import STARTED, rounds, session_record, unexpected
from tests.support.takes import STEPS_PER_S, marked, read_mark, shown

SECONDS = 6.0
TONE_HZ = 440.0


def tone(t: float, seconds: float) -> Sound:
    times = t + np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    return Sound(t, (0.4 * np.sin(2 * np.pi * TONE_HZ * times)).astype(np.float32))


def recorded(store: SessionStore, *, begins_s: float = 0.0, picture: bool = True, sound: bool = True) -> str:
    """A session that was recorded from `begins_s` on."""
    writer = store.begin("en_vivo", STARTED, unexpected)
    recorder = SessionRecorder(store.recordings.begin(writer.id), unexpected, picture=picture, sound=sound)
    for step in range(round(begins_s * STEPS_PER_S), round(SECONDS * STEPS_PER_S)):
        t = step / STEPS_PER_S
        if sound:
            recorder.hear(tone(t, 1 / STEPS_PER_S))
        if picture:
            recorder.show(Frame(t, marked(t)))
            while recorder._pictures > 6:
                threading.Event().wait(0.002)
    recorder.close()
    assert recorder.dropped == 0
    return store.finish(writer, session_record(kind="en_vivo"))


def opened(store: SessionStore, id: str) -> BinaryIO:
    file = store.recordings.open(id)
    assert file is not None
    return file


def heard(store: SessionStore, id: str) -> list[tuple[float, float]]:
    """Time and loudness of each packet of sound."""
    with opened(store, id) as file, open_stored(file) as container:
        stream = sound_or_none(container)
        assert stream is not None
        return [(frame.time or 0.0, float(np.abs(frame.to_ndarray()).mean())) for frame in container.decode(stream)]


@pytest.fixture
def take(folder: Path) -> Path:
    return folder / "grabaciones"


def test_every_picture_is_found_at_its_own_time(store: SessionStore) -> None:
    id = recorded(store)
    pictures = shown(opened(store, id))
    assert len(pictures) == SECONDS * STEPS_PER_S
    assert all(mark == pytest.approx(t, abs=0.001) for t, mark in pictures)


@pytest.mark.parametrize("t", [0.0, 0.33, 2.05, 3.999, 5.9])
def test_a_seek_lands_before_its_moment_and_leads_there(store: SessionStore, t: float) -> None:
    id = recorded(store)
    pictures = shown(opened(store, id), t)
    assert pictures[0][0] <= t
    assert t - pictures[0][0] < 1.0, "no more than a fragment is read in vain"
    before = [mark for moment, mark in pictures if moment <= t + 0.0005]
    assert before[-1] == pytest.approx(int(t * STEPS_PER_S + 0.01) / STEPS_PER_S)


def test_what_was_not_recorded_is_black_and_silent(store: SessionStore) -> None:
    """So that the times of the film are those of the session, whoever plays it."""
    id = recorded(store, begins_s=3.0)
    pictures = shown(opened(store, id))
    assert pictures[0] == (0.0, None)
    assert pictures[1] == (3.0, 3.0)
    loud = [t for t, level in heard(store, id) if level > 0.05]
    assert loud[0] == pytest.approx(3.0, abs=0.03)
    assert loud[-1] == pytest.approx(SECONDS, abs=0.05)


def test_sound_alone_is_recorded_too(store: SessionStore) -> None:
    levels = heard(store, recorded(store, picture=False))
    assert sum(level > 0.05 for _, level in levels) >= 0.98 * SECONDS * 50
    with opened(store, store.sessions()[0].id) as file, open_stored(file) as container:
        assert not container.streams.video


def test_it_is_played_as_any_recording_is(store: SessionStore) -> None:
    """By the readers that the review window plays with, without a file of its own."""
    medium = stored_medium(store, recorded(store))
    assert medium is not None
    for t in (0.52, 1.234, 5.5):
        frame = next(Recording(medium).since(t))
        assert read_mark(frame.image) == pytest.approx(int(t * STEPS_PER_S) / STEPS_PER_S)
        sound = next(SoundFile(medium).since(t))
        assert t <= sound.t + 0.0001 <= t + 0.007, "Opus passes over its first 6.5 ms"
        assert np.abs(sound.samples).mean() > 0.1
    assert Recording(medium).info.audio
    assert Recording(medium).info.duration_s == pytest.approx(SECONDS, abs=0.1)


def test_a_session_without_recording_has_none(store: SessionStore) -> None:
    assert stored_medium(store, store.save(session_record())) is None


def test_a_pause_shows_nobody(store: SessionStore) -> None:
    writer = store.begin("en_vivo", STARTED, unexpected)
    recorder = SessionRecorder(store.recordings.begin(writer.id), unexpected, picture=True, sound=False)
    for t in (0.0, 0.05, 0.1):
        recorder.show(Frame(t, marked(t)))
    recorder.pause(0.15)
    recorder.show(Frame(2.0, marked(2.0)))
    recorder.close()
    store.finish(writer, session_record())
    assert shown(opened(store, writer.id)) == [
        (0.0, 0.0),
        (0.05, 0.05),
        (0.1, 0.1),
        (0.15, None),
        (2.0, 2.0),
    ]


def test_nothing_of_it_is_readable_without_the_store(store: SessionStore, tmp_path: Path, take: Path) -> None:
    id = recorded(store)
    (file,) = take.iterdir()
    plain = opened(store, id).read()
    assert plain[4:8] == b"ftyp"
    assert len(plain) > 20_000
    for path in tmp_path.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert not any(canary in content for canary in (b"ftyp", b"moov", b"moof", plain[5000:5016])), path
    if os.name == "posix":
        assert file.stat().st_mode & 0o077 == 0


def test_deleting_a_session_destroys_key_and_file(store: SessionStore, take: Path) -> None:
    ids = [recorded(store, begins_s=5.0), recorded(store, begins_s=5.0)]
    store.delete(ids[0])
    assert [file.name.partition(".")[0] for file in take.iterdir()] == [ids[1]]
    assert store.recordings.open(ids[0]) is None
    assert store.recordings.open(ids[1]) is not None
    store.delete_older(datetime.now(UTC) + timedelta(days=1))
    assert list(take.iterdir()) == []


def test_a_file_whose_session_is_gone_is_swept_at_the_next_start(
    folder: Path, source: SecretSource, take: Path
) -> None:
    with open_store(folder, source) as store:
        id = recorded(store, begins_s=5.0)
    (file,) = take.iterdir()
    file.with_name("00000000.mp4.cifrado").write_bytes(file.read_bytes())
    with open_store(folder, source) as store:
        assert [path.name for path in take.iterdir()] == [file.name]
        assert len(shown(opened(store, id))) > 15


def test_recordings_stay_with_a_store_that_is_set_aside(folder: Path, source: SecretSource) -> None:
    with open_store(folder, source) as store:
        recorded(store, begins_s=5.0)
    os.truncate(folder / STORE_FILE, 10_000)
    with pytest.raises(KnownError, match="dañadas"):
        open_store(folder, source)
    with open_store(folder, source):
        (aside,) = folder.glob("grabaciones-danadas-*")
        assert len(list(aside.iterdir())) == 1


def test_it_plays_up_to_wherever_it_was_cut_off(store: SessionStore, take: Path, tmp_path: Path) -> None:
    id = recorded(store)
    (file,) = take.iterdir()
    key, whole, chance = store.recordings._takes._keys()[id], file.read_bytes(), random.Random(5)  # noqa: S311
    places = [chance.randrange(len(whole)) for _ in range(rounds(12, 200))]
    for place in places:
        cut = tmp_path / "cut"
        cut.write_bytes(whole[:place])
        try:
            pictures = shown(open_sealed(cut, key))
        except KnownError as error:
            assert "dañada" in str(error)
            assert place < len(whole) / 4, "there was something to show"
            continue
        assert all(mark == pytest.approx(t, abs=0.001) for t, mark in pictures)
        assert len(pictures) >= (place / len(whole) * SECONDS - 1.6) * STEPS_PER_S


def test_one_damaged_piece_costs_no_other(store: SessionStore, take: Path) -> None:
    id = recorded(store)
    (file,) = take.iterdir()
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 0xFF
    file.write_bytes(content)
    pictures = shown(opened(store, id))
    assert all(mark is None or mark == pytest.approx(t, abs=0.001) for t, mark in pictures)
    assert pictures[0][0] == 0.0
    assert pictures[-1][0] == pytest.approx(SECONDS - 0.05)
    assert (SECONDS - 1.1) * STEPS_PER_S <= len(pictures) < SECONDS * STEPS_PER_S


def test_a_disk_that_fills_up_ends_it_with_one_sentence(store: SessionStore, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[Exception] = []
    writer = store.begin("en_vivo", STARTED, unexpected)
    recorder = SessionRecorder(store.recordings.begin(writer.id), told.append, picture=True, sound=False)
    for step in range(200):
        if step == 100:
            monkeypatch.setattr("coach.session.recording.RESERVE_BYTES", 1 << 62)
        recorder.show(Frame(step / STEPS_PER_S, marked(step / STEPS_PER_S)))
        threading.Event().wait(0.005)
    recorder.close()
    assert not recorder.running
    assert len(told) == 1
    assert isinstance(told[0], KnownError)
    assert str(told[0]).startswith("El disco está casi lleno: dejé de grabar")
    store.finish(writer, session_record())
    assert len(shown(opened(store, writer.id))) > 50


class Stuck(SealedWriter):
    """A disk that does not answer until it is let go."""

    free = threading.Event()

    def write(self, piece: bytes) -> None:
        self.free.wait()
        super().write(piece)


@pytest.fixture
def stuck(tmp_path: Path) -> Iterator[SessionRecorder]:
    recorder = SessionRecorder(Stuck(tmp_path / "slow", bytes(32)), unexpected, picture=True, sound=True)
    yield recorder
    Stuck.free.set()
    recorder.close()
    Stuck.free.clear()


def test_a_slow_disk_costs_pictures_and_nobody_waits(stuck: SessionRecorder) -> None:
    picture = marked(0.0)
    for step in range(400):
        stuck.show(Frame(step / STEPS_PER_S, picture))
        stuck.hear(tone(step / STEPS_PER_S, 1 / STEPS_PER_S))
    assert stuck.dropped > 300
    assert len([item for item in stuck._waiting if isinstance(item, Frame)]) <= 12
    assert len([item for item in stuck._waiting if isinstance(item, Sound)]) > 300, "sound is kept"


def test_one_recording_takes_the_place_of_another(store: SessionStore, take: Path) -> None:
    id = recorded(store, begins_s=5.0)
    store.recordings.put(id, [b"otra ", b"grabacion"])
    assert opened(store, id).read() == b"otra grabacion"
    assert list(take.iterdir()) == [], "the one before is gone with its key"
    store.recordings.remove(id)
    assert store.recordings.open(id) is None
    with pytest.raises(KnownError, match="No hay ninguna sesión"):
        store.recordings.remove("00000000")
