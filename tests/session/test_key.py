"""Who may open a store: the keyring's owner, or whoever knows the passphrase; never plain text."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.backends.null import Keyring as NullKeyring
from keyring.backends.SecretService import Keyring as DesktopKeyring
from keyring.errors import InitError

from coach.errors import KnownError
from coach.session.key import obtain_key
from coach.session.key_file import KEY_FILE
from coach.session.secret import Request, SecretSource, system_keyring
from tests.support.stores import FileKeyring, by_keyring, nobody, typed

pytestmark = pytest.mark.usefixtures("quick_passphrase")
PHRASE = "tres tristes tigres"
COSTLY = (
    '{"coach_key": 1, "id": "a", "by": "passphrase", "kdf_cost": {"iterations": 3, "lanes": 4, "memory_kib": 99999999},'
    f' "salt": "{"00" * 16}", "kdf_salt": "{"00" * 16}", "wrapped": "{"00" * 60}"}}'
)


class LockedKeyring(FileKeyring):
    def get_password(self, service: str, username: str) -> str | None:
        raise InitError("locked")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise InitError("locked")


def test_the_keyring_opens_what_it_guards(tmp_path: Path) -> None:
    source = by_keyring(tmp_path / "keyring.json")
    key = obtain_key(tmp_path, source)
    assert (len(key.secret), len(key.salt)) == (32, 16)
    assert obtain_key(tmp_path, source) == key


def test_the_key_is_in_no_file_as_it_is_nor_shown(tmp_path: Path) -> None:
    key = obtain_key(tmp_path, by_keyring(tmp_path / "keyring.json"))
    for file in tmp_path.iterdir():
        assert key.secret.hex() not in file.read_text(encoding="utf-8")
    assert repr(key.secret) not in repr(key)


def test_without_the_keyrings_part_it_stays_shut(tmp_path: Path) -> None:
    obtain_key(tmp_path, by_keyring(tmp_path / "keyring.json"))
    kept = (tmp_path / KEY_FILE).read_bytes()
    for source in (by_keyring(tmp_path / "empty.json"), SecretSource(nobody, None)):
        with pytest.raises(KnownError, match="llavero del sistema no tiene la llave"):
            obtain_key(tmp_path, source)
    assert (tmp_path / KEY_FILE).read_bytes() == kept


def test_another_keyrings_secret_does_not_open_it(tmp_path: Path) -> None:
    ring = tmp_path / "keyring.json"
    obtain_key(tmp_path, by_keyring(ring))
    secrets = json.loads(ring.read_text(encoding="utf-8"))
    ring.write_text(json.dumps(dict.fromkeys(secrets, "AAAA" * 11)), encoding="utf-8")
    with pytest.raises(KnownError, match="no abre"):
        obtain_key(tmp_path, by_keyring(ring))


@pytest.mark.parametrize("locked", [True, False])
def test_where_no_keyring_works_a_passphrase_is_asked_for(tmp_path: Path, locked: bool) -> None:
    asking, asked = typed(PHRASE, PHRASE)
    source = SecretSource(asking.ask, LockedKeyring(tmp_path / "keyring.json") if locked else None)
    key = obtain_key(tmp_path, source)
    assert obtain_key(tmp_path, source) == key
    assert asked == [Request.NEW, Request.UNLOCK]


def test_a_wrong_passphrase_may_be_corrected(tmp_path: Path) -> None:
    key = obtain_key(tmp_path, typed(PHRASE)[0])
    source, asked = typed("trigo", PHRASE)
    assert obtain_key(tmp_path, source) == key
    assert asked == [Request.UNLOCK, Request.WRONG]


def test_three_wrong_passphrases_open_nothing(tmp_path: Path) -> None:
    obtain_key(tmp_path, typed(PHRASE)[0])
    kept = (tmp_path / KEY_FILE).read_bytes()
    source, asked = typed("una", "dos", "tres", PHRASE)
    with pytest.raises(KnownError, match="no es la de tus sesiones"):
        obtain_key(tmp_path, source)
    assert asked == [Request.UNLOCK, Request.WRONG, Request.WRONG]
    assert (tmp_path / KEY_FILE).read_bytes() == kept


def test_a_new_passphrase_that_is_too_short_is_asked_for_again(tmp_path: Path) -> None:
    source, asked = typed("corta", PHRASE)
    obtain_key(tmp_path, source)
    assert asked == [Request.NEW, Request.TOO_SHORT]
    with pytest.raises(KnownError, match="al menos 8"):
        obtain_key(tmp_path / "otra", typed("a", "b", "c")[0])


@pytest.mark.parametrize(
    ("first", "sentence"), [(None, "sin una frase de paso no se guarda"), (PHRASE, "Sin la frase")]
)
def test_nobody_who_answers_keeps_nothing(tmp_path: Path, first: str | None, sentence: str) -> None:
    source, _ = typed(first, None)
    with pytest.raises(KnownError, match=sentence):
        for _ in range(2):
            obtain_key(tmp_path, source)
    assert (tmp_path / KEY_FILE).exists() == (first is not None)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "dañada"),
        ("[" * 100_000, "dañada"),
        ('{"coach_key": 1}', "dañada"),
        ('{"coach_key": 2, "id": "a", "by": "keyring", "salt": "", "kdf_salt": "", "wrapped": ""}', "más nueva"),
        ('{"coach_key": 1, "id": "a", "by": "keyring", "salt": "", "kdf_salt": "", "wrapped": ""}', "dañada"),
        (COSTLY, "dañada"),
    ],
)
def test_a_key_file_that_cannot_be_read_is_told_and_kept(tmp_path: Path, content: str, sentence: str) -> None:
    file = tmp_path / KEY_FILE
    file.write_text(content, encoding="utf-8")
    with pytest.raises(KnownError, match=sentence):
        obtain_key(tmp_path, by_keyring(tmp_path / "keyring.json"))
    assert file.read_text(encoding="utf-8") == content


def test_keyrings_that_keep_plain_text_or_nothing_are_not_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    none: Callable[[], KeyringBackend] = NoKeyring
    null: Callable[[], KeyringBackend] = NullKeyring
    for untrusted in (none, null, lambda: FileKeyring(Path("keyring.json"))):
        monkeypatch.setattr(keyring, "get_keyring", untrusted)
        assert system_keyring() is None


def test_of_several_keyrings_the_systems_own_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    make: Callable[[], KeyringBackend] = DesktopKeyring
    desktop = make()

    class Both(ChainerBackend):
        backends = [FileKeyring(Path("keyring.json")), desktop]

    monkeypatch.setattr(keyring, "get_keyring", Both)
    assert system_keyring() is desktop
