"""The agent's calibration: encrypted with the sessions, never in the way of a session, and gone when it is unwanted."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import NoReturn

import pytest

from coach.detectors.profile import Profile, Rest
from coach.errors import KnownError
from coach.runtime.calibration import KEPT_AS, Calibration, calibration_in
from coach.session.erase import erase_store
from coach.session.folder_lock import anything_in
from coach.session.open_store import open_store
from coach.session.profile_file import load_profile, save_profile
from coach.session.store import SessionStore
from coach.session.worker import StoreWorker
from tests.support.stores import FileKeyring, by_keyring

LEARNED = Profile({"mouth_smile": Rest(0.3125, 0.01)}, True, {"pitch_st": Rest(12.0, 1.0)}, 1.1)


class Computer:
    """One agent's data folder, and Coach on it, begun anew whenever that is wanted."""

    def __init__(self, root: Path) -> None:
        self.folder, self.old, self.ring = root / "coach" / "sesiones", root / "coach" / "perfil.json", root / "ring"
        self.told: list[str] = []
        self.locked, self.opened = False, 0
        self.asked, self.gate = Event(), Event()
        self.gate.set()
        self.begin()

    def begin(self) -> None:
        self.worker = StoreWorker(self._open)
        self.calibration = Calibration(
            self.worker, lambda: anything_in(self.folder), self.old, lambda error: self.told.append(str(error))
        )

    def again(self) -> None:
        self.worker.close()
        self.begin()

    def files(self) -> bytes:
        """All that lies on the disk, names too."""
        there = [file for file in self.folder.parent.rglob("*") if file.is_file()]
        return b"".join(file.name.encode() + file.read_bytes() for file in there)

    def _open(self) -> SessionStore:
        self.opened += 1
        if not self.gate.is_set():
            self.asked.set()
            assert self.gate.wait(10.0)
        if self.locked:
            raise KnownError("Sin la frase de paso no puedo abrir tus sesiones.")
        return open_store(self.folder, by_keyring(self.ring))


@pytest.fixture
def computer(tmp_path: Path) -> Iterator[Computer]:
    made = Computer(tmp_path)
    yield made
    made.worker.close()


def test_nothing_is_known_before_the_first_and_asking_makes_no_store(computer: Computer) -> None:
    assert computer.calibration.known() is None
    assert not computer.folder.exists()


def test_what_was_learned_is_known_at_the_next_start_and_nobody_reads_it_on_the_disk(computer: Computer) -> None:
    computer.calibration.keep(LEARNED)
    computer.again()
    assert computer.calibration.now is None
    assert computer.calibration.known() == LEARNED == computer.calibration.now
    assert not computer.told
    assert b"mouth_smile" not in computer.files() and b"0.3125" not in computer.files()


def test_what_an_earlier_version_kept_in_clear_is_encrypted(computer: Computer) -> None:
    save_profile(LEARNED, computer.old)
    assert computer.calibration.known() == LEARNED
    computer.again()
    assert not computer.old.exists()
    assert computer.calibration.known() == LEARNED
    assert b"mouth_smile" not in computer.files()


@pytest.mark.parametrize("content", ["", "{", '{"coach_profile": 99}', '{"coach_profile": 2, "guided": true}'])
def test_a_damaged_one_is_set_aside_said_once_and_another_can_be_made(computer: Computer, content: str) -> None:
    computer.old.parent.mkdir()
    computer.old.write_text(content, encoding="utf-8")
    assert computer.calibration.known() is None
    aside = computer.old.with_name("perfil-dañado-1.json")
    assert aside.read_text(encoding="utf-8") == content
    assert len(computer.told) == 1 and str(aside) in computer.told[0]
    assert computer.calibration.known() is None
    computer.calibration.keep(LEARNED)
    computer.again()
    assert computer.calibration.known() == LEARNED
    assert len(computer.told) == 1
    assert not computer.old.exists() and not aside.exists()


def test_one_of_a_newer_version_in_the_store_is_said_and_can_be_replaced(computer: Computer) -> None:
    computer.worker.call(lambda store: store.keep(KEPT_AS, {"coach_profile": 99})).result()
    assert computer.calibration.known() is None
    assert len(computer.told) == 1 and "otra versión" in computer.told[0]
    computer.calibration.keep(LEARNED)
    computer.again()
    assert computer.calibration.known() == LEARNED


def test_where_the_store_stays_locked_it_is_measured_without_and_what_is_learned_holds_until_the_end(
    computer: Computer,
) -> None:
    computer.calibration.keep(LEARNED)
    computer.again()
    computer.locked = True
    assert computer.calibration.known() is None
    assert computer.calibration.known() is None, "and nobody is asked twice"
    assert len(computer.told) == 1 and "mido sin tu calibración" in computer.told[0]
    computer.calibration.keep(LEARNED)
    computer.worker.close()
    assert computer.calibration.known() == LEARNED
    assert "hasta que cierres Coach" in computer.told[1]


def test_whoever_gives_no_passphrase_for_the_face_is_not_asked_again_for_the_voice(computer: Computer) -> None:
    """A guided calibration is kept in parts, and all of them wait for the same answer."""
    computer.locked = True
    computer.gate.clear()
    computer.calibration.keep(Profile(LEARNED.rests, True))
    assert computer.asked.wait(10.0)
    computer.calibration.keep(LEARNED)
    computer.gate.set()
    computer.worker.close()
    assert computer.opened == 1
    assert len(computer.told) == 1 and "hasta que cierres Coach" in computer.told[0]
    assert computer.calibration.now == LEARNED


def test_what_is_forgotten_is_known_to_nobody(computer: Computer) -> None:
    computer.calibration.keep(LEARNED)
    save_profile(LEARNED, computer.old.with_name("perfil-dañado-1.json"))
    done: list[BaseException | None] = []
    computer.calibration.forget(done.append)
    assert computer.calibration.known() is None
    computer.again()
    assert done == [None]
    assert computer.calibration.known() is None
    assert b"mouth_smile" not in computer.files()


def test_forgetting_what_was_never_there_makes_no_store(computer: Computer) -> None:
    done: list[BaseException | None] = []
    computer.calibration.forget(done.append)
    assert done == [None]
    assert not computer.folder.exists()


def test_why_it_is_not_forgotten_is_told(computer: Computer, monkeypatch: pytest.MonkeyPatch) -> None:
    save_profile(LEARNED, computer.old)

    def refuse(*_: object, **__: object) -> NoReturn:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refuse)
    done: list[BaseException | None] = []
    computer.calibration.forget(done.append)
    assert "No pude borrar tu calibración" in str(done[0])


def test_with_all_that_is_kept_it_goes_too(computer: Computer) -> None:
    computer.calibration.keep(LEARNED)

    def erase() -> None:
        erase_store(computer.folder, FileKeyring(computer.ring))
        computer.calibration.erased()

    computer.worker.erase(erase).result()
    assert computer.calibration.known() is None
    assert not anything_in(computer.folder)


def test_what_is_learned_without_having_read_what_is_kept_does_not_take_its_place(computer: Computer) -> None:
    computer.calibration.keep(LEARNED)
    computer.again()
    computer.locked = True
    assert computer.calibration.known() is None
    computer.locked = False
    read_aloud = Profile(voice={"pitch_st": Rest(14.0, 1.0)})
    computer.calibration.keep(read_aloud)
    computer.calibration.keep(replace(read_aloud, rate_factor=0.9))
    whole = replace(LEARNED, voice=read_aloud.voice, rate_factor=0.9)
    assert computer.worker.call(calibration_in).result() == whole
    assert computer.calibration.known() == whole
    computer.calibration.keep(read_aloud)  # of the same session, which began without
    assert computer.calibration.known() == whole
    computer.again()
    assert computer.calibration.known() == whole


def test_what_is_forgotten_while_the_store_is_being_opened_stays_forgotten(computer: Computer) -> None:
    computer.calibration.keep(LEARNED)
    computer.again()
    computer.gate.clear()
    done: list[BaseException | None] = []
    with ThreadPoolExecutor(1) as session:
        known = session.submit(computer.calibration.known)
        assert computer.asked.wait(10.0)
        computer.calibration.forget(done.append)
        computer.gate.set()
        assert known.result() is None
    computer.again()
    assert done == [None]
    assert computer.calibration.known() is None


def test_what_is_forgotten_while_it_moves_into_the_store_stays_forgotten(
    computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_profile(LEARNED, computer.old)
    done: list[BaseException | None] = []

    def read(file: Path) -> Profile:
        found = load_profile(file)
        computer.calibration.forget(done.append)
        return found

    monkeypatch.setattr("coach.runtime.calibration.load_profile", read)
    assert computer.calibration.known() is None
    computer.again()
    assert done == [None]
    assert computer.calibration.known() is None
