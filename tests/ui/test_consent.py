"""Nothing is measured before the privacy notice was accepted, and consent can be taken back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coach.errors import KnownError
from coach.preferences import Consent, Preferences, load_preferences, save_preferences
from coach.runtime.consent import keep_consent
from coach.session.open_store import open_store, read_store
from coach.session.secret import SecretSource
from coach.session.store import SessionStore
from coach.settings import store_folder
from coach.ui import late
from coach.ui.composition import LIVE, Composition
from coach.ui.consent import ConsentedFactory
from coach.ui.live_session import Session
from coach.ui.main_window import MainWindow
from coach.ui.page import HOME, Page
from coach.ui.preferences_keeper import PreferencesKeeper
from coach.ui.privacy_text import VERSION, clauses
from coach.ui.topics import topic_ids
from tests.ui.script import Script

TEXTS = {1: "9c915e98d3cdf62e", 2: "37013dd35b1f8c78", 3: "5b8218f740a05eb4"}
"""Version of the notice → what its text was: whoever changes the text must raise the version, so that all are asked."""

ABSENT = "No encuentro esa cámara."

Open = Callable[..., tuple[Composition, MainWindow]]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "coach" / "ajustes.json"


@pytest.fixture
def opened(qtbot: QtBot, file: Path) -> Iterator[Open]:
    windows: list[MainWindow] = []

    def make(first: str = HOME, **chosen: object) -> tuple[Composition, MainWindow]:
        if chosen:
            save_preferences(Preferences(**chosen), file)  # type: ignore[arg-type]
        whole = Composition(PreferencesKeeper(file, topic_ids()))
        window = whole.window(first)
        window.show()
        windows.append(window)
        return whole, window

    yield make
    for window in windows:
        window.close()
        window.deleteLater()


def shown(window: MainWindow) -> Page:
    return window.page


def agreed(version: int = VERSION) -> Consent:
    return Consent(version, datetime(2026, 11, 22, 9, 30, tzinfo=UTC))


def test_on_the_first_run_the_notice_comes_first_and_leads_to_the_start_screen(opened: Open, file: Path) -> None:
    whole, window = opened()
    assert window.page is whole.privacy
    assert not file.exists()
    whole.privacy.accept.click()
    assert shown(window) is whole.start
    window.close()
    consent = load_preferences(file, topic_ids()).consent
    assert consent is not None
    assert consent.version == VERSION
    assert abs((datetime.now(UTC) - consent.when).total_seconds()) < 60


def test_it_leads_on_to_where_the_user_was_going(opened: Open) -> None:
    whole, window = opened(LIVE)
    assert window.page is whole.privacy
    whole.privacy.accept.click()
    assert shown(window) is whole.live


@pytest.mark.parametrize("consent", [None, agreed()])
def test_what_was_asked_for_on_the_command_line_begins_once_it_is_accepted(
    opened: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, consent: Consent | None
) -> None:
    """And tells what is wrong with it, the first time as the next ones."""
    monkeypatch.setattr(Composition, "_session", absent)
    whole, window = opened(LIVE, consent=consent)
    whole.live.top_bar.source.choose("fantasma")
    whole.begin_live(window)
    if consent is None:
        assert window.page is whole.privacy
        whole.privacy.accept.click()
    qtbot.waitUntil(lambda: [one.text for one in whole.live.stage.notices.notices] == [ABSENT])


def absent(_: Composition, where: str | None, **wishes: object) -> Session:
    raise KnownError(ABSENT)


def test_without_consent_no_way_leads_past_it(opened: Open) -> None:
    whole, window = opened()
    for id in whole.pages:
        window.show_page(id)
        assert window.page is whole.privacy


def test_who_declines_is_thanked_and_nothing_was_written(opened: Open, file: Path) -> None:
    whole, window = opened()
    whole.privacy.decline.click()
    assert "no guardó nada" in whole.privacy.lead.text()
    assert whole.privacy.farewell.isVisible()
    whole.privacy.again.click()
    assert not whole.privacy.farewell.isVisible()
    whole.privacy.decline.click()
    whole.privacy.close_all.click()
    assert not window.isVisible()
    assert not file.exists()


def test_what_was_accepted_is_not_asked_again(opened: Open) -> None:
    whole, window = opened(consent=agreed())
    assert window.page is whole.start


def test_a_notice_that_has_changed_is_asked_again(opened: Open) -> None:
    whole, window = opened(consent=agreed(VERSION + 1))
    assert window.page is whole.privacy
    assert "cambió" in whole.privacy.status.text()


def test_consent_can_be_taken_back_and_then_nothing_opens(opened: Open, file: Path) -> None:
    whole, window = opened(consent=agreed())
    window.show_page("privacidad")
    assert "22" in whole.privacy.status.text()
    whole.privacy.withdraw.click()
    window.show_page(LIVE)
    assert window.page is whole.privacy
    window.close()
    assert json.loads(file.read_text(encoding="utf-8"))["consent"] is None


@pytest.mark.parametrize(
    ("where", "microphone", "allowed"),
    [("0", None, False), (None, "", False), (__file__, "", False), (__file__, __file__, True), (__file__, None, True)],
)
def test_no_session_is_made_on_a_device_without_consent(
    file: Path, script: Script, where: str | None, microphone: str | None, allowed: bool
) -> None:
    keeper = PreferencesKeeper(file, topic_ids())
    factory = ConsentedFactory(script.session, keeper)
    hooks = dict.fromkeys(("on_frame", "on_events", "on_error"), lambda *_: None)
    if allowed:
        factory(where, microphone=microphone, mask=None, **hooks)
    else:
        with pytest.raises(KnownError, match="acepta el aviso de privacidad"):
            factory(where, microphone=microphone, mask=None, **hooks)
        keeper.change(consent=agreed())
        factory(where, microphone=microphone, mask=None, **hooks)
    assert len(script.sessions) == 1
    keeper.close()


def test_damaged_settings_are_told_kept_aside_and_consent_is_asked_anew(opened: Open, file: Path) -> None:
    file.parent.mkdir(parents=True)
    file.write_text("{", encoding="utf-8")
    whole, window = opened()
    assert window.page is whole.privacy
    told = whole.privacy.notices.notices[0].text
    assert "está dañado" in told
    assert "ajustes-dañado-1.json" in told
    assert (file.parent / "ajustes-dañado-1.json").read_text(encoding="utf-8") == "{"


def test_whoever_changes_the_notice_raises_its_version() -> None:
    text = "\n".join(f"{clause.title}: {clause.text}" for clause in clauses(Path("datos")))
    assert TEXTS[VERSION] == hashlib.sha256(text.encode()).hexdigest()[:16]


def test_nobody_is_asked_for_a_passphrase_to_withdraw_what_was_accepted(
    opened: Open, qtbot: QtBot, source: SecretSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A store that is closed says it once it is opened for something else."""
    agreed, unlocked = Consent(VERSION, datetime(2026, 11, 22, tzinfo=UTC)), list[Path]()

    def unlock(folder: Path, *_: object) -> SessionStore:
        unlocked.append(folder)
        return open_store(folder, source)

    def accepted() -> object:
        with read_store(store_folder(), source) as store:
            return store.kept("consentimiento")

    with open_store(store_folder(), source) as store:
        keep_consent(store, agreed)
    monkeypatch.setattr(late, "store", unlock)
    whole, _ = opened(consent=agreed)
    whole.keeper.change(consent=None)
    whole.learning._worker.call_if_open(lambda store: None).result(20.0)
    assert unlocked == []
    assert accepted() is not None
    with qtbot.waitSignal(whole.learning.history.changed, timeout=20_000):
        whole.learning.history.refresh()
    assert accepted() is None
