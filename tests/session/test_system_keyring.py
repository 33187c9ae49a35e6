"""The keyring of a real desktop guards the store: nobody types anything, and erasing takes the key away."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends.SecretService import Keyring as DesktopKeyring

from coach.errors import KnownError
from coach.session.erase import erase_store
from coach.session.key_file import KEY_FILE
from coach.session.open_store import open_store
from coach.session.secret import SERVICE, Request, SecretSource, forget, system_keyring
from tests.support.secret_service import SecretService, require_secret_service
from tests.support.stores import nobody, session_record, typed

pytestmark = pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")
"""`keyring` leaves its connection open when the keyring is locked."""
PHRASE = "entro a mi escritorio"


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SecretService]:
    require_secret_service()
    monkeypatch.setattr(keyring, "get_keyring", DesktopKeyring)  # it was chosen once, before there was this desktop
    with SecretService(tmp_path, monkeypatch) as service:
        service.unlock(PHRASE)
        yield service


def source() -> SecretSource:
    return SecretSource(nobody, system_keyring())


def test_it_opens_the_store_and_nobody_types_anything(desktop: SecretService, folder: Path) -> None:
    with open_store(folder, source()) as store:
        id = store.save(session_record())
    desktop.lock()
    desktop.unlock(PHRASE)
    with open_store(folder, source()) as store:
        assert [one.id for one in store.sessions()] == [id]


def test_erasing_takes_the_key_out_of_it(desktop: SecretService, folder: Path) -> None:
    ring = system_keyring()
    assert ring is not None
    with open_store(folder, source()):
        pass
    id = json.loads((folder / KEY_FILE).read_text(encoding="utf-8"))["id"]
    assert ring.get_password(SERVICE, id) is not None
    erase_store(folder, ring)
    assert ring.get_password(SERVICE, id) is None


def test_a_locked_one_says_so_and_nothing_is_lost(desktop: SecretService, folder: Path) -> None:
    with open_store(folder, source()) as store:
        id = store.save(session_record())
    desktop.lock()
    desktop.unlock(None)
    with pytest.raises(KnownError, match="desbloquéalo"):
        open_store(folder, source())
    desktop.lock()
    desktop.unlock(PHRASE)
    with open_store(folder, source()) as store:
        assert [one.id for one in store.sessions()] == [id]


@pytest.mark.usefixtures("quick_passphrase")
def test_where_it_has_gone_a_passphrase_is_asked_for(desktop: SecretService, folder: Path) -> None:
    ring = system_keyring()
    assert ring is not None
    desktop.lose()
    asked, requests = typed("tres tristes tigres")
    with open_store(folder, SecretSource(asked.ask, ring)):
        pass
    assert requests == [Request.NEW]
    with pytest.raises(KnownError, match="no me dejó quitar su llave"):
        forget(ring, "a")
