"""What an agent shares arrives at the trainer, and nothing else; the trainer's notes come back once."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from coach.errors import KnownError
from coach.media.container import open_stored
from coach.preferences import Consent
from coach.review.moments import moments_held
from coach.runtime.consent import KEPT_AS, keep_consent
from coach.session.open_store import open_store, read_store
from coach.session.same_person import earlier
from coach.session.store import SessionStore
from coach.session.store_errors import ExpiredError
from coach.sharing.contents import read_contents
from coach.sharing.export import Choice, has_recording, send_notes, share
from coach.sharing.manifest import PARTS, Part
from coach.sharing.merge import AGENT, REVIEWER, TRAINER
from coach.sharing.seal import SealReader
from coach.sharing.sections import each
from tests.sharing.computers import NOW, PHRASE, PROFILE, ends, kept, later, moving, note, recorded, same
from tests.support.received import receive
from tests.support.stores import CANARY, STARTED, by_keyring, session_record


def given(agent: SessionStore, tmp_path: Path, *parts: Part, days: int = 30) -> tuple[str, Path]:
    id = kept(agent, recorded(tmp_path) if parts else None)
    file = tmp_path / "para_formacion.coach"
    share(agent, id, file, PHRASE, Choice(parts, days), NOW)
    return id, file


def test_all_that_was_measured_arrives(agent: SessionStore, trainer: SessionStore, tmp_path: Path) -> None:
    id, file = kept(agent, seconds=65.0), tmp_path / "para_formacion.coach"
    share(agent, id, file, PHRASE, Choice(), NOW)
    taken = receive(trainer, file, PHRASE, NOW)
    record = trainer.load(taken.session)
    assert same(agent.load(id), record)
    assert record.started == STARTED
    assert record.started.tzinfo is UTC
    assert trainer.events(taken.session) == agent.events(id)
    for stream in ("body", "voice"):
        assert list(trainer.features(taken.session, stream)) == list(agent.features(id, stream))
    assert trainer.profiles.of(taken.session) == PROFILE
    assert trainer.annotations.of(taken.session) == [replace(note(taken.session), author=AGENT)]
    assert trainer.recordings.open(taken.session) is None
    assert trainer.media.of(taken.session) is None


def test_what_the_agent_accepted_stays_with_the_agent(
    agent: SessionStore, trainer: SessionStore, tmp_path: Path
) -> None:
    """A document of the store is no part of a session, whatever goes along with that."""
    keep_consent(agent, Consent(3, datetime(2019, 7, 6, tzinfo=UTC)))
    assert agent.kept(KEPT_AS) == {"version": 3, "when": "2019-07-06T00:00:00+00:00"}
    _, file = given(agent, tmp_path, *PARTS)
    with file.open("rb") as opened:
        for _, section in each(SealReader(opened, file.name, PHRASE)):
            content = b"".join(section.blocks())
            assert b"2019-07-06" not in content and b"2019-07-06" not in _inflated(content)
    receive(trainer, file, PHRASE, NOW)
    assert trainer.kept(KEPT_AS) is None


def test_it_is_never_taken_for_ones_own(agent: SessionStore, trainer: SessionStore, tmp_path: Path) -> None:
    id, file = given(agent, tmp_path)
    mine = kept(trainer)
    taken = receive(trainer, file, PHRASE, NOW)
    assert [one.id for one in trainer.sessions()] == [mine]
    assert [one.id for one in trainer.shared.sessions()] == [taken.session]
    assert trainer.delete_older(later(5000)) == 1, "the agent's own limit is no concern of what others shared"
    assert [one.id for one in trainer.shared.sessions()] == [taken.session]
    origin = trainer.shared.of(taken.session)
    assert origin is not None
    assert (origin.origin, origin.expires) == (id, ends(30))
    assert trainer.shared.of(mine) is None
    trainer.delete(taken.session)
    assert trainer.shared.sessions() == []


@pytest.mark.parametrize(
    ("parts", "pictures", "samples"), [(("video",), 10, 0), (("sonido",), 0, 16000), (PARTS, 10, 16000)]
)
def test_picture_and_sound_only_as_chosen(
    agent: SessionStore, trainer: SessionStore, tmp_path: Path, parts: tuple[Part, ...], pictures: int, samples: int
) -> None:
    _, file = given(agent, tmp_path, *parts)
    taken = receive(trainer, file, PHRASE, NOW)
    opened = trainer.recordings.open(taken.session)
    assert opened is not None
    with opened:
        seen, heard = moving(opened)
        assert seen == pictures
        assert samples <= heard <= samples * 1.2, "the coder fills its last frame up"
    again = trainer.recordings.open(taken.session)
    assert again is not None
    with again, open_stored(again) as container:
        assert {stream.type for stream in container.streams} == {
            {"video": "video", "sonido": "audio"}[part] for part in parts
        }


def test_nothing_tells_whose_it_is(agent: SessionStore, trainer: SessionStore, tmp_path: Path) -> None:
    _, file = given(agent, tmp_path, *PARTS)
    contents = b""
    with file.open("rb") as opened:
        for _, section in each(SealReader(opened, file.name, PHRASE)):
            raw = b"".join(section.blocks())
            contents += raw
            contents += _inflated(raw)
    for word in (CANARY, str(tmp_path), tmp_path.name, "casa", "-06:00", "plano"):
        assert word.encode() not in contents, word
        assert word.encode() not in file.read_bytes(), word
    assert b"sonrisa" in contents, "or the test would look at nothing"
    assert b"sonrisa" not in file.read_bytes()
    receive(trainer, file, PHRASE, NOW)
    for one in (tmp_path / "capacitador").iterdir():
        assert b"matroska" not in one.read_bytes(), "what was received is encrypted too"


def _inflated(raw: bytes) -> bytes:
    import zlib

    try:
        return zlib.decompress(raw)
    except zlib.error:
        return b""


def test_the_same_file_twice_changes_nothing(agent: SessionStore, trainer: SessionStore, tmp_path: Path) -> None:
    _, file = given(agent, tmp_path, "video")
    first = receive(trainer, file, PHRASE, NOW)
    trainer.annotations.put([note(first.session, "t1", text="Mira tus hombros")])
    second = receive(trainer, file, PHRASE, NOW)
    assert second.session == first.session
    assert second.notes == 0
    assert {one.id for one in trainer.annotations.of(first.session)} == {"a1", "t1"}
    assert trainer.recordings.open(first.session) is not None


def test_shared_again_with_less_takes_the_recording_back(
    agent: SessionStore, trainer: SessionStore, tmp_path: Path
) -> None:
    id, file = given(agent, tmp_path, "video")
    first = receive(trainer, file, PHRASE, NOW)
    share(agent, id, file, PHRASE, Choice((), 5), NOW)
    assert receive(trainer, file, PHRASE, NOW).session == first.session
    assert trainer.recordings.open(first.session) is None
    origin = trainer.shared.of(first.session)
    assert origin is not None
    assert origin.expires == ends(5)


def test_one_agents_sessions_are_one_persons_at_the_trainers(
    agent: SessionStore, trainer: SessionStore, tmp_path: Path
) -> None:
    """Also when there was another calibration in between, or none; nobody is told who it is."""
    file, there = tmp_path / "x.coach", []
    for minute in (0, 9):
        id = agent.save(session_record(minute))
        share(agent, id, file, PHRASE, Choice(), NOW)
        there.append(receive(trainer, file, PHRASE, NOW).session)
    assert [one.id for one in earlier(trainer, there[1]) or ()] == [there[0]]
    with open_store(tmp_path / "otra", by_keyring(tmp_path / "a.json")) as other:
        share(other, other.save(session_record(20)), file, PHRASE, Choice(), NOW)
        assert other.person != agent.person
    assert earlier(trainer, receive(trainer, file, PHRASE, NOW).session) == []
    manifest = share(agent, agent.save(session_record(30)), file, PHRASE, Choice(), NOW, one_agent=False)
    assert manifest.person is None
    assert read_contents(file, PHRASE, NOW).manifest == manifest, "as earlier versions of Coach wrote it"
    assert earlier(trainer, receive(trainer, file, PHRASE, NOW).session) is None


def test_moments_that_a_trainer_noted_hold_at_the_agent(
    agent: SessionStore, trainer: SessionStore, tmp_path: Path
) -> None:
    """Later versions too: where a moment was moved, the newest holds on both sides."""
    id, file = given(agent, tmp_path)
    there, back = receive(trainer, file, PHRASE, NOW).session, tmp_path / "notas.coach"
    greeting = replace(note(there, "m1", text=""), kind="moment", signal="saludo")
    for made, ends_s in ((STARTED, 6.0), (STARTED + timedelta(hours=1), 5.0)):
        trainer.annotations.put([replace(greeting, made_at=made, end_s=ends_s)])
        send_notes(trainer, there, back, PHRASE, NOW)
        assert receive(agent, back, PHRASE, NOW).notes == 1
        held = [one for one in moments_held((), agent.annotations.of(id)) if one.noted]
        assert [(one.id, one.start_s, one.end_s) for one in held] == [("saludo", 3.0, ends_s)]
    sent = next(one for one in agent.annotations.of(id) if one.id == "m1")
    assert (sent.author, sent.of_service) == (TRAINER, True)


def test_notes_come_back_once(agent: SessionStore, trainer: SessionStore, tmp_path: Path) -> None:
    id, file = given(agent, tmp_path)
    there = receive(trainer, file, PHRASE, NOW).session
    trainer.annotations.put([note(there, "t1", text="Mira tus hombros")])
    back = tmp_path / "notas.coach"
    assert send_notes(trainer, there, back, PHRASE, NOW) == 1
    taken = receive(agent, back, PHRASE, NOW)
    assert (taken.session, taken.notes) == (id, 1)
    assert receive(agent, back, PHRASE, NOW).notes == 0
    mine, theirs = agent.annotations.of(id)
    assert mine == note(id)
    assert theirs == note(id, "t1", TRAINER, "Mira tus hombros")
    trainer.annotations.put([note(there, "t1", text="Mira los hombros", made=STARTED + timedelta(hours=1))])
    send_notes(trainer, there, back, PHRASE, NOW, "Formación Norte")
    assert receive(agent, back, PHRASE, NOW).notes == 0, "another signature is another author: nobody's words change"
    send_notes(trainer, there, back, PHRASE, NOW)
    assert receive(agent, back, PHRASE, NOW).notes == 1
    assert [one.text for one in agent.annotations.of(id)] == ["Aquí sonreí", "Mira los hombros"]
    share(agent, id, file, PHRASE, Choice(), NOW)
    assert receive(trainer, file, PHRASE, NOW).notes == 0, "one's own notes that come round again are no news"


def test_names_that_people_sign_with(agent: SessionStore, trainer: SessionStore, tmp_path: Path) -> None:
    """The agent's stays here; the trainer's, which they chose for it, goes along."""
    id, file = kept(agent), tmp_path / "x.coach"
    agent.keep(REVIEWER, {"autor": "Ana"})
    agent.annotations.put([note(id, "a2", "Ana"), note(id, "b1", "Norte")])
    share(agent, id, file, PHRASE, Choice(), NOW)
    there = receive(trainer, file, PHRASE, NOW).session
    assert {one.id: one.author for one in trainer.annotations.of(there)} == {"a1": AGENT, "a2": AGENT, "b1": "Norte"}
    trainer.annotations.put([note(there, "t1", "Sur"), note(there, "t2")])
    send_notes(trainer, there, file, PHRASE, NOW)
    assert receive(agent, file, PHRASE, NOW).notes == 2
    authors = {one.id: one.author for one in agent.annotations.of(id)}
    assert authors == {"a1": "", "a2": "Ana", "b1": "Norte", "t1": "Sur", "t2": TRAINER}


def test_notes_for_a_session_that_is_not_here(agent: SessionStore, trainer: SessionStore, tmp_path: Path) -> None:
    id, file = given(agent, tmp_path)
    there = receive(trainer, file, PHRASE, NOW).session
    trainer.annotations.put([note(there, "t1")])
    send_notes(trainer, there, file, PHRASE, NOW)
    agent.delete(id)
    with pytest.raises(KnownError, match="no está en esta computadora, o la borraste"):
        receive(agent, file, PHRASE, NOW)


def test_what_would_make_no_sense(agent: SessionStore, trainer: SessionStore, tmp_path: Path) -> None:
    id, file = given(agent, tmp_path)
    before, video = file.read_bytes(), Choice(PARTS)
    for attempt, sentence in (
        (lambda: share(agent, id, file, "corta", Choice(), NOW), "al menos 8"),
        (lambda: share(agent, id, file, PHRASE, Choice((), 0), NOW), "entre 1 y 365"),
        (lambda: share(agent, id, file, PHRASE, video, NOW), "No existe el archivo"),
        (lambda: share(agent, "nadie", file, PHRASE, Choice(), NOW), "No hay ninguna sesión"),
        (lambda: send_notes(agent, id, file, PHRASE, NOW), "es tuya"),
        (lambda: receive(agent, file, PHRASE, NOW), "es tuya"),
    ):
        with pytest.raises(KnownError, match=sentence):
            attempt()
    there = receive(trainer, file, PHRASE, NOW).session
    for attempt, sentence in (
        (lambda: share(trainer, there, file, PHRASE, Choice(), NOW), "es de otra persona"),
        (lambda: send_notes(trainer, there, file, PHRASE, NOW), "no anotaste nada"),
    ):
        with pytest.raises(KnownError, match=sentence):
            attempt()
    assert file.read_bytes() == before
    assert not has_recording(agent, id)


def test_after_its_day_it_does_not_open_and_is_gone(agent: SessionStore, trainer: SessionStore, tmp_path: Path) -> None:
    _, file = given(agent, tmp_path, days=2)
    receive(trainer, file, PHRASE, later(1.9))
    read_contents(file, PHRASE, ends(2) - timedelta(seconds=1))
    for now in (ends(2), later(400)):
        with pytest.raises(ExpiredError, match=r"hasta el 1\d/03/2026"):
            read_contents(file, PHRASE, now)
    assert trainer.shared.over(later(1.9)) == {}
    assert list(trainer.shared.over(ends(2)).values()) == [ends(2)]
    assert trainer.shared.expire(later(1.9)) == 0
    assert trainer.shared.expire(ends(2)) == 1
    assert trainer.shared.sessions() == []


def test_who_only_reads_is_refused_all_of_it_after_its_day(
    agent: SessionStore, trainer: SessionStore, tmp_path: Path
) -> None:
    _, file = given(agent, tmp_path, "sonido", days=2)
    there, mine = receive(trainer, file, PHRASE, later(1.9)).session, kept(trainer)
    with read_store(tmp_path / "capacitador", by_keyring(tmp_path / "t.json")) as store:
        for attempt in (
            lambda: store.check(there),
            lambda: store.load(there),
            lambda: store.events(there),
            lambda: next(store.features(there, "body")),
            lambda: store.annotations.of(there),
            lambda: store.profiles.of(there),
            lambda: store.recordings.open(there),
        ):
            with pytest.raises(ExpiredError, match="hasta el 11/03/2026 y ese plazo ya terminó"):
                attempt()
        assert store.load(mine).kind == "grabacion"


def test_a_recording_is_read_from_any_place(agent: SessionStore) -> None:
    id = kept(agent)
    content = bytes(place * 7919 % 251 for place in range(700_001))
    agent.recordings.put(id, (content[start : start + 9_999] for start in range(0, len(content), 9_999)))
    opened = agent.recordings.open(id)
    assert opened is not None
    with opened:
        assert opened.read() == content
        for place in (0, 262_143, 262_144, 524_287, 700_000, 700_001, 900_000):
            opened.seek(place)
            assert opened.read(5) == content[place : place + 5]
        assert opened.seek(-5, io.SEEK_END) == 699_996
    agent.recordings.remove(id)
    assert agent.recordings.open(id) is None
