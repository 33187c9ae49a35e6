"""Whatever somebody sends under the name of a shared file: one clear sentence, and the store stays as it was."""

from __future__ import annotations

import io
import json
import os
import random
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.errors import KnownError
from coach.session.store import SessionStore
from coach.sharing import manifest as shared_manifest
from coach.sharing.export import Choice, share
from coach.sharing.seal import MAGIC, SealedFileError, SealReader, SealWriter, WrongPassphrase
from coach.sharing.sections import each, put
from tests.sharing.computers import NOW, PHRASE, kept
from tests.support.received import receive
from tests.support.stores import rounds

EXAMPLES = rounds(50, 500)
OURS = settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def good(agent: SessionStore, tmp_path: Path) -> Path:
    file = tmp_path / "bueno.coach"
    share(agent, kept(agent), file, PHRASE, Choice(), NOW)
    return file


@pytest.fixture
def sections(good: Path) -> list[tuple[str, bytes]]:
    return list(inside(good))


def inside(file: Path) -> Iterator[tuple[str, bytes]]:
    with file.open("rb") as opened:
        for code, section in each(SealReader(opened, file.name, PHRASE)):
            yield code, b"".join(section.blocks())


def sealed(file: Path, parts: list[tuple[str, bytes]], tail: bytes = b"") -> Path:
    """A file that knows the passphrase, with whatever inside."""
    with file.open("wb") as out:
        seal = SealWriter(out, PHRASE)
        for code, content in parts:
            put(seal, code, content)
        seal.write(tail)
        seal.close()
    return file


def refused(store: SessionStore, file: Path, phrase: str = PHRASE) -> str:
    """The sentence; nothing was taken in."""
    before = (store.sessions(), store.shared.sessions(), store.annotations.all())
    with pytest.raises(KnownError) as told:
        receive(store, file, phrase, NOW)
    assert (store.sessions(), store.shared.sessions(), store.annotations.all()) == before
    sentence = str(told.value)
    assert sentence.endswith(".") and "\n" not in sentence
    return sentence


def test_the_wrong_passphrase(trainer: SessionStore, good: Path) -> None:
    assert refused(trainer, good, PHRASE + " ").startswith("Esa no es la frase de paso")
    with pytest.raises(WrongPassphrase):
        receive(trainer, good, "otra", NOW)
    receive(trainer, good, PHRASE, NOW)


def test_letters_typed_on_another_system(trainer: SessionStore, agent: SessionStore, tmp_path: Path) -> None:
    file = tmp_path / "x.coach"
    share(agent, kept(agent), file, "la ca\u00f1a dulce", Choice(), NOW)
    receive(trainer, file, "la can\u0303a dulce", NOW)


def test_foreign_files(trainer: SessionStore, tmp_path: Path) -> None:
    for content in (b"", b"%PDF-1.7", MAGIC[:5], os.urandom(5000), b"COACHSH\r\n"):
        file = tmp_path / "otro.coach"
        file.write_bytes(content)
        assert "no es un archivo compartido de Coach" in refused(trainer, file)
    assert refused(trainer, tmp_path / "nadie.coach").startswith("No puedo leer")
    assert refused(trainer, tmp_path).startswith("No puedo leer")


def test_other_versions(trainer: SessionStore, good: Path, sections: list[tuple[str, bytes]], tmp_path: Path) -> None:
    content, place = good.read_bytes(), len(MAGIC)
    for version, sentence in ((2, "versión más nueva"), (0, "ya no se lee")):
        good.write_bytes(content[:place] + bytes([version]) + content[place + 1 :])
        assert sentence in refused(trainer, good)
    document = json.loads(zlib.decompress(sections[0][1])) | {"coach_shared": shared_manifest.VERSION + 1, "more": 1}
    newer = [("MANI", zlib.compress(json.dumps(document).encode())), *sections[1:]]
    assert "versión más nueva" in refused(trainer, sealed(tmp_path / "y.coach", newer))


def test_cut_off_anywhere(trainer: SessionStore, good: Path, tmp_path: Path) -> None:
    content = good.read_bytes()
    chance = random.Random(7)  # noqa: S311 - where to cut
    whole_chunks = range(65, len(content), 65_552)
    for length in {*chance.sample(range(len(content)), EXAMPLES * 2 // 5), *whole_chunks, len(content) - 1}:
        good.write_bytes(content[:length])
        assert "incompleto o dañado" in (said := refused(trainer, good)) or "no es un archivo" in said
    good.write_bytes(content + b"x")
    assert "incompleto o dañado" in refused(trainer, good)


def test_one_bit_anywhere(trainer: SessionStore, good: Path) -> None:
    content = good.read_bytes()
    chance = random.Random(11)  # noqa: S311 - which bits
    for place in {*range(0, 65, 3), *chance.sample(range(len(content)), EXAMPLES)}:
        changed = bytearray(content)
        changed[place] ^= 1 << chance.randrange(8)
        good.write_bytes(changed)
        refused(trainer, good)


@OURS
@given(
    tail=st.binary(max_size=400),
    keep=st.integers(0, 5),
    codes=st.lists(
        st.sampled_from(["MANI", "RECO", "NOTE", "PROF", "EVEN", "BODY", "VOIC", "MEDI", "OTRA"]), max_size=3
    ),
)
def test_anything_inside(
    trainer: SessionStore,
    sections: list[tuple[str, bytes]],
    tmp_path: Path,
    tail: bytes,
    keep: int,
    codes: list[str],
) -> None:
    parts = [*sections[:keep], *((code, zlib.compress(tail)) for code in codes)]
    lenient(trainer, sealed(tmp_path / "h.coach", parts, tail))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.just("9" * 30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@OURS
@given(data=st.data())
def test_one_value_changed_anywhere(
    trainer: SessionStore, sections: list[tuple[str, bytes]], tmp_path: Path, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, 4))
    code, packed = sections[place]
    document = json.loads(zlib.decompress(packed))
    changed = json.dumps(_changed(document, data)).encode()
    parts = [*sections[:place], (code, zlib.compress(changed)), *sections[place + 1 :]]
    lenient(trainer, sealed(tmp_path / "h.coach", parts))


@OURS
@given(data=st.data())
def test_rows_changed_anywhere(
    trainer: SessionStore, sections: list[tuple[str, bytes]], tmp_path: Path, data: st.DataObject
) -> None:
    place = next(number for number, (code, _) in enumerate(sections) if code == "BODY")
    plain = bytearray(zlib.decompress(sections[place][1]))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, min(len(plain) - 1, 900)))
        plain[at : at + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=9))
    parts = [*sections[:place], ("BODY", zlib.compress(bytes(plain))), *sections[place + 1 :]]
    lenient(trainer, sealed(tmp_path / "h.coach", parts))


def lenient(store: SessionStore, file: Path) -> None:
    """It is refused in one sentence, or all of it can be read again."""
    try:
        taken = receive(store, file, PHRASE, NOW)
    except KnownError as error:
        assert "\n" not in str(error)
        return
    store.load(taken.session)
    store.events(taken.session)
    store.annotations.of(taken.session)
    assert all(list(store.features(taken.session, stream)) or True for stream in ("body", "voice"))
    assert store.shared.of(taken.session) is not None
    store.delete(taken.session)


def _changed(value: Any, data: st.DataObject) -> Any:
    """The same, with one value somewhere in it replaced, missing or added."""
    if isinstance(value, dict) and value and data.draw(st.integers(0, 5)):
        key = data.draw(st.sampled_from(sorted(value)))
        how = data.draw(st.integers(0, 6))
        if how == 0:
            return {name: one for name, one in value.items() if name != key}
        if how == 1:
            return value | {data.draw(st.text(max_size=8)): data.draw(JSON)}
        return value | {key: _changed(value[key], data)}
    if isinstance(value, list) and value and data.draw(st.integers(0, 5)):
        place = data.draw(st.integers(0, min(len(value) - 1, 40)))
        return [*value[:place], _changed(value[place], data), *value[place + 1 :]]
    if isinstance(value, str) and value.startswith("{"):
        return json.dumps(_changed(json.loads(value), data))
    return data.draw(JSON)


def test_a_bomb_does_not_fill_the_memory(
    trainer: SessionStore, sections: list[tuple[str, bytes]], tmp_path: Path
) -> None:
    if sys.platform == "win32":
        pytest.skip("resource is POSIX's")
    import resource

    packer = zlib.compressobj(1)
    bomb = b"".join([packer.compress(b"[" * 2**20) for _ in range(1000)]) + packer.flush()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for code in ("RECO", "EVEN", "BODY", "NOTE", "PROF"):
        assert "no es una sesión" in refused(trainer, sealed(tmp_path / "b.coach", [sections[0], (code, bomb)]))
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < 500 * 1024, f"{grown} KiB more"


def test_notes_may_not_replace_anybody_elses(agent: SessionStore, tmp_path: Path, sections: Any, good: Path) -> None:
    """A file of notes that knows the ids of what the agent wrote."""
    mine = agent.annotations.all()
    (session,) = {one.session for one in mine}
    other = kept(agent)
    agent.annotations.put([*mine])
    manifest = json.loads(zlib.decompress(sections[0][1])) | {"kind": "notas", "parts": []}
    notes = json.loads(zlib.decompress(sections[2][1]))
    for author, id in (("Capacitador", "a1"), ("Agente", "a1"), ("Agente", "z9")):
        forged = [
            one | {"author": author, "id": id, "text": "otra", "made_at": "2027-01-01T00:00:00+00:00"} for one in notes
        ]
        parts = [
            ("MANI", zlib.compress(json.dumps(manifest).encode())),
            ("NOTE", zlib.compress(json.dumps(forged).encode())),
        ]
        assert receive(agent, sealed(tmp_path / "n.coach", parts), PHRASE, NOW).notes == 0
    assert agent.annotations.of(session) == [one for one in mine if one.session == session]
    assert other != session


def test_the_seal_gives_nothing_that_was_moved(tmp_path: Path) -> None:
    """Two chunks swapped, one twice, one of another file with the same passphrase."""
    head, size = 65, 65_552
    files = []
    for fill in (b"a", b"b"):
        out = io.BytesIO()
        seal = SealWriter(out, PHRASE)
        seal.write(fill * 65_536 * 3)
        seal.close()
        files.append(out.getvalue())
    first, second = files
    chunks = [first[head + place * size : head + (place + 1) * size] for place in range(3)]
    for order in ([1, 0, 2], [0, 0, 2], [0, 2], [0, 1], [0, 1, 2, 2]):
        with pytest.raises(SealedFileError):
            SealReader(io.BytesIO(first[:head] + b"".join(chunks[one] for one in order)), "x", PHRASE).read(10**9)
    with pytest.raises(SealedFileError):
        SealReader(io.BytesIO(first[:head] + second[head:]), "x", PHRASE).read(10**9)
    assert SealReader(io.BytesIO(first), "x", PHRASE).read(10**9) == b"a" * 65_536 * 3
