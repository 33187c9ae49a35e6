"""Kept sessions in the window: listed, noted on, erased after asking, and gone by themselves after the days chosen."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from keyring.errors import PasswordDeleteError
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton, QTableWidgetItem
from pytestqt.qtbot import QtBot

from coach.preferences import Consent, Preferences, load_preferences, save_preferences
from coach.session.folder_lock import FolderLock, anything_in
from coach.session.header import SessionHeader
from coach.session.key_file import Cost
from coach.session.open_store import open_store, read_store
from coach.settings import preferences_file, store_folder
from coach.ui.composition import REVIEW, Composition
from coach.ui.main_window import MainWindow
from coach.ui.page import HOME
from coach.ui.passphrase_desk import PassphraseDesk
from coach.ui.preferences_keeper import PreferencesKeeper
from coach.ui.privacy_text import VERSION
from coach.ui.review_page import ReviewPage
from coach.ui.sessions_page import SESSIONS, SessionsPage
from coach.ui.sessions_table import NOTE
from coach.ui.settings_page import SettingsPage
from coach.ui.topics import topic_ids
from coach.ui.unlock_dialog import UnlockDialog
from tests.report.sessions import kept, session, smiling
from tests.support.stores import FileKeyring, by_keyring, session_record, typed

Open = Callable[..., SessionsPage]


@pytest.fixture
def ring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A system with a keyring."""
    file = tmp_path / "keyring.json"
    monkeypatch.setattr("coach.session.secret.system_keyring", lambda: FileKeyring(file))
    return file


@pytest.fixture
def opened(qtbot: QtBot, ring: Path) -> Iterator[Open]:
    windows: list[MainWindow] = []

    def make(**chosen: object) -> SessionsPage:
        agreed = Consent(VERSION, datetime(2026, 11, 22, tzinfo=UTC))
        save_preferences(Preferences(consent=agreed, **chosen), preferences_file())  # type: ignore[arg-type]
        window = Composition(PreferencesKeeper(preferences_file(), topic_ids())).window(HOME)
        window.show()
        windows.append(window)
        window.show_page(SESSIONS)
        assert isinstance(window.page, SessionsPage)
        return window.page

    yield make
    for window in windows:
        window.close()
        window.deleteLater()


@pytest.fixture
def three(ring: Path) -> list[str]:
    """Three sessions of different days, newest first, as they are in the store."""
    with open_store(store_folder(), by_keyring(ring)) as store:
        return [store.save(session_record(minute)) for minute in (2880, 1440, 0)]


def rows(page: SessionsPage) -> int:
    return page.table.rowCount()


def cell(page: SessionsPage, row: int, column: int) -> QTableWidgetItem:
    found = page.table.item(row, column)
    assert found is not None
    return found


def answer(page: SessionsPage, *, erase: bool) -> None:
    box = page.question
    assert box is not None
    assert box.width() >= 420, "its words are to be read, not spelled"
    assert box.cancel.isDefault() and box.cancel.x() < box.use.x(), "as in every dialog"
    (box.use if erase else box.cancel).click()


def remembered() -> str:
    """The server in the preferences, as they are on the disk."""
    return load_preferences(preferences_file(), topic_ids()).server


def in_store(ring: Path) -> list[SessionHeader]:
    with read_store(store_folder(), by_keyring(ring)) as store:
        return store.sessions()


def test_the_list_says_when_what_and_how_long(opened: Open, three: list[str], qtbot: QtBot) -> None:
    page = opened()
    qtbot.waitUntil(lambda: rows(page) == 3)
    told = [cell(page, 0, column).text() for column in range(NOTE)]
    assert "11" in told[0]
    assert "2026" in told[0]
    assert told[1:] == ["Práctica", "1 min"]
    assert not page.delete.isEnabled()
    page.header.button.click()
    window = page.window()
    assert isinstance(window, MainWindow)
    assert isinstance(window.page, SettingsPage)


def test_a_recording_is_known_by_its_name(opened: Open, three: list[str], ring: Path, qtbot: QtBot) -> None:
    """In the list, and where one is asked whether to erase it; never by its folder. A practice stays a practice."""
    film = Path("/llamadas de ana/llamada del lunes.mp4")
    with open_store(store_folder(), by_keyring(ring)) as store:
        for id in (store.save(replace(session_record(4000), kind="grabacion")), three[1]):
            store.media.put(id, film)
    page = opened()
    qtbot.waitUntil(lambda: rows(page) == 4)
    kinds = [cell(page, row, 1).text() for row in range(4)]
    assert sorted(kinds) == ["Práctica", "Práctica", "Práctica", film.name]
    page.table.selectRow(kinds.index(film.name))
    page.delete.click()
    assert page.question is not None
    assert f"{film.name}, " in page.question.meaning.text()
    assert "ana" not in page.question.meaning.text()
    answer(page, erase=False)


def test_one_is_erased_only_after_asking(opened: Open, three: list[str], ring: Path, qtbot: QtBot) -> None:
    page = opened()
    qtbot.waitUntil(lambda: rows(page) == 3)
    page.table.selectRow(1)
    page.delete.click()
    answer(page, erase=False)
    qtbot.waitUntil(lambda: page.question is None)
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    answer(page, erase=True)
    qtbot.waitUntil(lambda: rows(page) == 2)
    assert [header.id for header in in_store(ring)] == [three[0], three[2]]


def test_everything_is_erased_with_its_key(opened: Open, three: list[str], ring: Path, qtbot: QtBot) -> None:
    page = opened()
    qtbot.waitUntil(lambda: rows(page) == 3)
    page.delete_all.click()
    assert page.question is not None and "servidor" not in page.question.meaning.text(), "there is none"
    answer(page, erase=True)
    qtbot.waitUntil(lambda: rows(page) == 0 and not page.delete_all.isVisible())
    assert not anything_in(store_folder())
    assert json.loads(ring.read_text(encoding="utf-8")) == {}
    assert not page.table.isVisible()


def test_the_server_is_forgotten_where_only_the_keyring_gives_nothing_up(
    opened: Open, three: list[str], ring: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is nothing left to erase, so nobody could ask for it again."""

    class Stubborn(FileKeyring):
        def delete_password(self, service: str, username: str) -> None:
            raise PasswordDeleteError("not now")

    monkeypatch.setattr("coach.session.secret.system_keyring", lambda: Stubborn(ring))
    page = opened(server="postgresql://ana@servidor/coach")
    qtbot.waitUntil(lambda: rows(page) == 3)
    page.delete_all.click()
    answer(page, erase=True)
    qtbot.waitUntil(lambda: bool(page.notices.notices))
    assert rows(page) == 0 and "ya está borrado" in page.notices.notices[0].text
    qtbot.waitUntil(lambda: remembered() == "")  # a worker writes it


def test_the_server_is_forgotten_once_everything_is_erased_and_not_before(
    opened: Open, three: list[str], qtbot: QtBot
) -> None:
    server = "postgresql://ana@servidor/coach"
    page = opened(server=server)
    qtbot.waitUntil(lambda: rows(page) == 3)
    worker = page.kept._worker
    worker.turn_to(worker._open_it).result(10)  # it is closed, and another Coach opens it
    lock = FolderLock(store_folder())
    page.delete_all.click()
    assert page.question is not None and "olvido el servidor" in page.question.meaning.text()
    answer(page, erase=True)
    qtbot.waitUntil(lambda: bool(page.notices.notices))
    assert remembered() == server
    lock.close()
    page.delete_all.click()
    answer(page, erase=True)
    qtbot.waitUntil(lambda: rows(page) == 0 and not page.delete_all.isVisible())
    qtbot.waitUntil(lambda: remembered() == "")


def test_a_note_is_kept(opened: Open, three: list[str], ring: Path, qtbot: QtBot) -> None:
    page = opened()
    qtbot.waitUntil(lambda: rows(page) == 3)
    cell(page, 2, NOTE).setText(" Mi primera llamada ")
    qtbot.waitUntil(lambda: in_store(ring)[2].note == "Mi primera llamada")


def test_without_sessions_no_store_is_made(opened: Open, qtbot: QtBot) -> None:
    page = opened()
    assert "ninguna" in page.told.text()
    assert not page.delete_all.isVisible()
    assert not store_folder().exists()


def test_the_limit_is_kept_and_says_what_it_will_do(opened: Open, three: list[str], ring: Path, qtbot: QtBot) -> None:
    page = opened()
    qtbot.waitUntil(lambda: rows(page) == 3)
    next(one for one in page.retention.findChildren(QRadioButton) if one.text() == "A los 30 días").click()
    assert "3 de las" in page.soon.text()
    page.window().close()
    assert load_preferences(preferences_file(), topic_ids()).keep_days == 30
    assert len(in_store(ring)) == 3


def test_what_is_older_goes_at_the_next_opening(opened: Open, ring: Path, qtbot: QtBot) -> None:
    now = datetime.now(UTC)
    with open_store(store_folder(), by_keyring(ring)) as store:
        old = store.save(kept(session(smiling()), 0))
        fresh = store.save(
            session_record(int((now - timedelta(days=5) - session_record().started).total_seconds() / 60))
        )
    page = opened(keep_days=30)
    qtbot.waitUntil(lambda: rows(page) == 1)
    assert [header.id for header in in_store(ring)] == [fresh] != [old]


def test_what_goes_wrong_is_told(opened: Open, three: list[str], ring: Path, qtbot: QtBot) -> None:
    page = opened()
    qtbot.waitUntil(lambda: rows(page) == 3)
    page.kept.delete(["nadie"])
    qtbot.waitUntil(lambda: bool(page.notices.notices))
    assert "nadie" in page.notices.notices[0].text
    assert rows(page) == 3


PHRASE = "tres tristes tigres"


@pytest.fixture
def locked(monkeypatch: pytest.MonkeyPatch) -> str:
    """A session behind a passphrase, on a system without a keyring."""
    monkeypatch.setattr("coach.session.secret.system_keyring", lambda: None)
    monkeypatch.setattr("coach.session.key._COST", Cost(1, 1, 64))
    with open_store(store_folder(), typed(PHRASE)[0]) as store:
        return store.save(session_record())


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[PassphraseDesk]:
    """Each time that the passphrase is asked for; the newest question is the last one's."""
    found: list[PassphraseDesk] = []
    show = PassphraseDesk._show

    def count(desk: PassphraseDesk, request: str, whose: str) -> None:
        show(desk, request, whose)
        found.append(desk)

    monkeypatch.setattr(PassphraseDesk, "_show", count)
    return found


def give(asked: list[PassphraseDesk], times: int, phrase: str | None, qtbot: QtBot) -> None:
    """Wait for this question, and answer it; None gives no answer."""
    qtbot.waitUntil(lambda: len(asked) == times, timeout=10_000)
    dialog = asked[-1].dialog
    assert isinstance(dialog, UnlockDialog)
    if phrase is None:
        dialog.reject()
    else:
        dialog.phrase.setText(phrase)
        dialog.accept()


def test_whoever_gives_no_passphrase_is_not_asked_again_and_can_erase_everything(
    opened: Open, locked: str, asked: list[PassphraseDesk], qtbot: QtBot
) -> None:
    page = opened()
    assert "ninguna" not in page.told.text()
    give(asked, 1, None, qtbot)
    qtbot.waitUntil(lambda: "cerradas con tu frase de paso" in page.told.text())
    qtbot.wait(300)
    assert len(asked) == 1
    assert page.unlock.isVisible() and not page.table.isVisible()
    page.delete_all.click()
    answer(page, erase=True)
    qtbot.waitUntil(lambda: "ninguna" in page.told.text())
    assert not anything_in(store_folder())
    assert len(asked) == 1 and not page.unlock.isVisible()


def test_the_passphrase_can_be_typed_later_and_nothing_says_then_that_it_is_missing(
    opened: Open, locked: str, asked: list[PassphraseDesk], qtbot: QtBot
) -> None:
    page = opened()
    give(asked, 1, None, qtbot)
    qtbot.waitUntil(lambda: bool(page.notices.notices))
    page.unlock.click()
    give(asked, 2, PHRASE, qtbot)
    qtbot.waitUntil(lambda: rows(page) == 1)
    assert page.table.isVisible() and not page.unlock.isVisible()
    assert page.notices.notices == []


def test_where_recordings_are_reviewed_nobody_is_asked_for_ever_either(
    opened: Open, locked: str, asked: list[PassphraseDesk], qtbot: QtBot
) -> None:
    page = opened()
    give(asked, 1, None, qtbot)
    qtbot.waitUntil(lambda: bool(page.notices.notices))
    window = page.window()
    assert isinstance(window, MainWindow)
    window.show_page(REVIEW)
    review = window.page
    assert isinstance(review, ReviewPage)
    give(asked, 2, None, qtbot)
    qtbot.waitUntil(lambda: bool(review.notices.notices))
    qtbot.wait(300)
    assert len(asked) == 2
    window.show_page(SESSIONS)
    give(asked, 3, PHRASE, qtbot)
    qtbot.waitUntil(lambda: rows(page) == 1)
    window.show_page(REVIEW)
    qtbot.waitUntil(lambda: review.notices.notices == [])
    assert len(asked) == 3
