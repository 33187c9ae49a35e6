"""What becomes of a session: its report, and the store only where the agent wants it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

import pytest
from keyring.errors import PasswordDeleteError
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from coach.core.events import AdviceSettings, SignalChanged, SignalSegment, State
from coach.detectors.profile import Profile, Rest
from coach.errors import KnownError
from coach.intake.glimpse import Glimpse
from coach.preferences import Consent, Preferences, load_preferences, save_preferences
from coach.session.key_file import Cost
from coach.session.open_store import STORE_FILE, open_store, read_store
from coach.session.secret import Request, SecretSource
from coach.session.store import SessionStore
from coach.settings import preferences_file, store_folder
from coach.ui import late
from coach.ui.composition import LIVE, REVIEW, Composition
from coach.ui.learning import Learning
from coach.ui.main_window import MainWindow
from coach.ui.page import HOME
from coach.ui.pair_dialog import PairDialog
from coach.ui.passphrase_desk import PassphraseDesk
from coach.ui.preferences_keeper import PreferencesKeeper
from coach.ui.privacy_text import VERSION
from coach.ui.progress_page import PROGRESS
from coach.ui.report_page import REPORT
from coach.ui.session import Phase
from coach.ui.session_end import KEEP
from coach.ui.session_end import REPORT as REPORT_WANTED
from coach.ui.topics import topic_ids
from coach.ui.unlock_dialog import UnlockDialog
from tests.support.dialogs import chosen
from tests.support.stores import FileKeyring, by_keyring, session_record, typed
from tests.ui.script import Device, Script

Open = Callable[..., tuple[Composition, MainWindow]]


@pytest.fixture
def script() -> Script:
    return Script(
        events=[
            SignalChanged(0.0, "sonrisa", State.PRESENT, 1.2),
            SignalSegment("sonrisa", 0.0, 1.0, 0.9),
        ]
    )


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path, script: Script, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    secret = by_keyring(tmp_path / "keyring.json")
    monkeypatch.setattr(late, "live_session", script.session)
    monkeypatch.setattr(late, "cameras", lambda: [Device("0", "Cámara integrada")])
    monkeypatch.setattr(late, "microphones", lambda: [])
    monkeypatch.setattr(late, "store", lambda folder, *_: open_store(folder, secret))
    monkeypatch.setattr("coach.ui.live_keeping.WORTH_S", 0.0)
    windows: list[MainWindow] = []

    def make(**chosen: Any) -> tuple[Composition, MainWindow]:
        agreed = Consent(VERSION, datetime(2026, 11, 22, tzinfo=UTC))
        save_preferences(Preferences(consent=agreed, **chosen), preferences_file())
        whole = Composition(PreferencesKeeper(preferences_file(), topic_ids()))
        window = whole.window(HOME)
        window.resize(1280, 800)
        window.show()
        whole.find_devices()
        bar = whole.live.top_bar
        qtbot.waitUntil(lambda: bar.source.settled and bar.microphone.settled)
        windows.append(window)
        return whole, window

    yield make
    for window in windows:
        window.close()
        qtbot.waitUntil(lambda w=window: not w.isVisible())  # type: ignore[misc]
        window.deleteLater()


def live_session(whole: Composition, window: MainWindow, qtbot: QtBot) -> late.LateRecorder:
    """A short session in the live view; what recorded it."""
    window.show_page(LIVE)
    whole.live.toggle()
    qtbot.waitUntil(lambda: whole.live.controller.phase is Phase.RUNNING)
    with qtbot.waitSignal(whole.live.session_ended) as caught:
        whole.live.toggle()
    recorder = caught.args[0]
    assert isinstance(recorder, late.LateRecorder)
    return recorder


def accepted_in_store(tmp_path: Path) -> dict[str, Any] | None:
    """What the store on the disk says of the consent, while the window has it open."""
    with read_store(store_folder(), by_keyring(tmp_path / "keyring.json")) as store:
        return store.kept("consentimiento")


def test_a_session_is_kept_by_itself_where_the_settings_say_so(opened: Open, qtbot: QtBot) -> None:
    whole, window = opened(keep_sessions=True)
    with qtbot.waitSignal(whole.learning.history.changed, timeout=20_000):
        live_session(whole, window, qtbot)
    assert [one.kind for one in whole.learning.history.kept.sessions] == ["en_vivo"]
    window.show_page(HOME)
    assert whole.start.findChildren(QLabel, "lastSession")[0].text().startswith("Tu última sesión")


def test_a_goal_that_was_chosen_stands_on_the_start_screen_the_next_time(opened: Open, qtbot: QtBot) -> None:
    whole, window = opened(keep_sessions=True)
    with qtbot.waitSignal(whole.learning.history.changed, timeout=20_000):
        recorder = live_session(whole, window, qtbot)
    line = whole.start.findChildren(QLabel, "lastSession")[0]
    assert "Tu meta" not in line.text()
    whole.live.report.emit(recorder)
    whole.learning.report.view.goal_chosen.emit("rapido")
    qtbot.waitUntil(lambda: whole.learning.history.kept.goal == "rapido", timeout=20_000)
    window.show_page(HOME)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    again, _ = opened(keep_sessions=True)
    line = again.start.findChildren(QLabel, "lastSession")[0]
    qtbot.waitUntil(line.isVisible, timeout=20_000)
    assert line.text().endswith("Tu meta: Hablar más despacio, con una pausa en cada punto.")


def test_a_recording_is_advised_on_as_the_settings_say(
    opened: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[AdviceSettings] = []

    def analyse(where: str, *, settings: AdviceSettings, **_: Any) -> NoReturn:
        asked.append(settings)
        raise KnownError("No pude abrirla.")

    monkeypatch.setattr("coach.app.analyse_file", analyse)
    monkeypatch.setattr(late, "look", lambda *_: Glimpse(None, (), (), heard=True))
    whole, window = opened(sensitivity="discreto", muted=frozenset({"sonrisa"}))
    window.show_page(REVIEW)
    recording = tmp_path / "llamada.wav"
    recording.touch()
    whole.learning.review.open(recording)
    qtbot.waitUntil(lambda: asked != [])
    assert asked == [AdviceSettings(0.0, "discreto", frozenset({"sonrisa"}), None)]
    qtbot.waitUntil(lambda: not whole.learning.review.job.running)


def test_progress_leads_to_the_reports_of_what_is_kept(opened: Open, qtbot: QtBot) -> None:
    whole, window = opened(keep_sessions=True)
    window.show_page(PROGRESS)
    button = whole.learning.progress.sessions
    assert not button.isVisible(), "there is none to be seen"
    with qtbot.waitSignal(whole.learning.history.changed, timeout=20_000):
        live_session(whole, window, qtbot)
    window.show_page(PROGRESS)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    chooser, revision = whole.learning.chooser, whole.learning.revision
    report = whole.learning.sharing.report.button
    assert window.page is chooser
    qtbot.waitUntil(lambda: chooser.list.count() == 1, timeout=20_000)
    QTest.keyClick(chooser.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.page is revision and report.isVisible(), timeout=20_000)
    report.click()
    qtbot.waitUntil(lambda: window.page is whole.learning.report, timeout=20_000)
    assert "Lo que hiciste bien" in [one.text() for one in whole.learning.report.view.findChildren(QLabel)]


def test_the_first_session_that_is_kept_has_nothing_to_be_compared_with(opened: Open, qtbot: QtBot) -> None:
    whole, window = opened(keep_sessions=True)
    with qtbot.waitSignal(whole.learning.history.changed, timeout=20_000):
        recorder = live_session(whole, window, qtbot)
    assert [one.started for one in whole.learning.history.kept.sessions] == [recorder.record().started]
    with qtbot.waitSignal(whole.learning.history.changed, timeout=20_000):
        whole.live.report.emit(recorder)
    shown = [label.text() for label in whole.learning.report.view.findChildren(QLabel)]
    assert any("Esta es la primera sesión que puedo comparar" in text for text in shown)


def test_what_was_accepted_is_kept_with_the_sessions(opened: Open, qtbot: QtBot, tmp_path: Path) -> None:
    whole, window = opened(keep_sessions=True)
    with qtbot.waitSignal(whole.learning.history.changed, timeout=20_000):
        live_session(whole, window, qtbot)
    agreed = {"version": VERSION, "when": "2026-11-22T00:00:00+00:00"}
    assert accepted_in_store(tmp_path) == agreed, "the store was made after it was accepted"
    whole.keeper.change(consent=None)
    qtbot.waitUntil(lambda: accepted_in_store(tmp_path) is None, timeout=20_000)
    whole.keeper.change(consent=Consent(VERSION, datetime(2026, 11, 23, 8, 30, 12, 345_678, tzinfo=UTC)))
    later = {"version": VERSION, "when": "2026-11-23T08:30:12+00:00"}
    qtbot.waitUntil(lambda: accepted_in_store(tmp_path) == later, timeout=20_000)
    with qtbot.waitSignal(whole.learning.sessions.kept.changed, timeout=20_000):
        whole.learning.sessions.kept.delete_all()
    assert not (store_folder() / STORE_FILE).exists()


def test_accepting_makes_no_store(opened: Open, qtbot: QtBot) -> None:
    whole, _ = opened()
    whole.keeper.change(consent=Consent(VERSION, datetime(2026, 11, 23, tzinfo=UTC)))
    whole.keeper.change(consent=None)
    qtbot.wait(50)
    assert not store_folder().exists()


def test_a_window_that_closes_in_the_middle_of_a_session_keeps_it_and_asks_for_nothing_more(
    opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    """An error on the way out would be an unhandled one, which fails the test."""
    whole, window = opened(keep_sessions=True)
    window.show_page(LIVE)
    whole.live.toggle()
    qtbot.waitUntil(lambda: whole.live.controller.phase is Phase.RUNNING)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=20_000)
    qtbot.wait(50)  # the store's answer is there by now
    with open_store(store_folder(), by_keyring(tmp_path / "keyring.json")) as store:
        assert [header.state for header in store.sessions()] == ["whole"]


def test_otherwise_nothing_is_written_whatever_page_is_looked_at(opened: Open, qtbot: QtBot) -> None:
    whole, window = opened()
    recorder = live_session(whole, window, qtbot)
    whole.live.report.emit(recorder)
    assert window.page is whole.pages[REPORT]
    for page in (PROGRESS, HOME, LIVE):
        window.show_page(page)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert not store_folder().exists()


def test_the_agent_can_ask_for_one_to_be_kept(opened: Open, qtbot: QtBot) -> None:
    whole, window = opened()
    recorder = live_session(whole, window, qtbot)
    with qtbot.waitSignal(whole.learning.history.saved, timeout=20_000):
        whole.live.keep.emit(recorder)
    assert store_folder().exists()
    whole.live.report.emit(recorder)
    assert not whole.learning.report.keep.isEnabled()
    assert whole.learning.report.keep.text() == "Sesión guardada"


def test_whoever_asks_for_it_to_be_kept_hears_so_there_and_can_still_read_it(
    opened: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A notice that went without a word left nobody knowing, and no way to the report."""

    def buttons() -> list[QPushButton]:
        """Those of a notice that has gone are still there for a moment."""
        return [one for one in whole.live.stage.notices.findChildren(QPushButton) if one.isVisible()]

    def offered() -> list[str]:
        window.repaint()
        return [one.text() for one in buttons()]

    def said() -> str:
        return " ".join(one.text() for one in whole.live.stage.notices.findChildren(QLabel) if one.isVisible())

    def press(text: str) -> None:
        qtbot.waitUntil(lambda: offered().count(text) == 1)
        next(one for one in buttons() if one.text() == text).click()

    def full(*_: object) -> NoReturn:
        raise KnownError("El disco está lleno; libera espacio y vuelve a intentarlo.")

    monkeypatch.setattr("coach.ui.session_end.WORTH_S", 0.0)
    whole, window = opened()
    live_session(whole, window, qtbot)
    with monkeypatch.context() as patched:
        patched.setattr(SessionStore, "save", full)
        press("Guardar sesión")
        qtbot.waitUntil(lambda: "disco está lleno" in said(), timeout=20_000)
    qtbot.waitUntil(lambda: {"Guardar sesión", "Ver informe"} <= {*offered()})
    press("Guardar sesión")
    qtbot.waitUntil(lambda: "La guardé, cifrada en esta computadora." in said(), timeout=20_000)
    assert "Guardar sesión" not in offered()
    press("Ver informe")
    assert window.page is whole.pages[REPORT]
    assert whole.learning.report.keep.text() == "Sesión guardada"


@pytest.mark.parametrize("by_itself", [True, False])
def test_one_that_is_still_being_kept_can_be_asked_for_again_and_is_kept_once(
    opened: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, by_itself: bool
) -> None:
    monkeypatch.setattr("coach.ui.session_end.WORTH_S", 0.0)
    whole, window = opened(keep_sessions=by_itself)
    slow = threading.Event()
    whole.live.session_started.connect(lambda: whole.learning._worker.call(lambda _: slow.wait(20.0)))
    live_session(whole, window, qtbot)
    if not by_itself:
        whole.live._act(KEEP)
    whole.live._act(REPORT_WANTED)
    keep = whole.learning.report.keep
    keep.click()
    keep.click()
    slow.set()
    qtbot.waitUntil(lambda: keep.text() == "Sesión guardada", timeout=20_000)
    headers = whole.learning._worker.call(lambda store: store.sessions()).result(20.0)
    assert [header.state for header in headers] == ["whole"]


def test_what_is_offered_is_the_session_that_ended_whatever_began_or_ended_since(
    opened: Open, qtbot: QtBot, script: Script, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The one that could not begin took its place, and was nothing to keep."""
    monkeypatch.setattr("coach.ui.session_end.WORTH_S", 0.0)
    whole, window = opened()
    first = live_session(whole, window, qtbot)
    script.error = KnownError("La cámara está ocupada.")
    with qtbot.waitSignal(whole.live.nothing_came):
        whole.live.toggle()
    script.error = None
    asked: list[object] = []
    whole.live.keep.connect(asked.append)
    with qtbot.waitSignal(whole.learning.history.saved, timeout=20_000):
        whole.live._act(KEEP)
    assert asked == [first]
    (notice,) = [one for one in whole.live._notice_board.notices if one.id == "fin"]
    assert notice.text == "La guardé, cifrada en esta computadora."
    live_session(whole, window, qtbot)
    whole.live.tell_kept(first, None)
    (notice,) = [one for one in whole.live._notice_board.notices if one.id == "fin"]
    assert notice.text == "Mira cómo te fue.", "that was said of the one before"
    assert KEEP in dict(notice.actions)


def test_what_is_asked_to_be_kept_is_however_short_its_record(
    opened: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pictures are shown a little longer than anything is told: "La estoy guardando…" stood there for ever."""
    monkeypatch.setattr("coach.ui.session_end.WORTH_S", 0.0)
    whole, window = opened()
    monkeypatch.setattr("coach.ui.live_keeping.WORTH_S", 5.0)
    live_session(whole, window, qtbot)
    with qtbot.waitSignal(whole.learning.history.saved, timeout=20_000):
        whole.live._act(KEEP)


def test_a_practice_is_kept_as_one(opened: Open, qtbot: QtBot) -> None:
    whole, window = opened()
    whole.live.controller.ear = lambda heard: None
    assert live_session(whole, window, qtbot).record().kind == "practica"


def test_the_question_for_the_passphrase_looks_the_same_over_the_live_view(opened: Open, qtbot: QtBot) -> None:
    """Which wears no style sheet itself: its parts do."""
    whole, window = opened()
    heights = []
    for page in (HOME, LIVE):
        window.show_page(page)
        desk = whole.learning._desk
        desk._show(Request.UNLOCK.value, "")
        assert desk.dialog is not None
        qtbot.waitUntil(desk.dialog.isVisible)
        heights.append([button.sizeHint().height() for button in desk.dialog.findChildren(QPushButton)])
        desk.dialog.reject()
    assert heights[0] == heights[1] != []


def test_the_question_for_the_passphrase_waits_until_the_paragraph_is_read(opened: Open, qtbot: QtBot) -> None:
    """What was learned of the face is kept while the voice is read for, and the question covered the paragraph."""
    whole, window = opened()
    window.show_page(LIVE)
    whole.live.toggle()
    qtbot.waitUntil(lambda: whole.live.controller.phase is Phase.RUNNING, timeout=10_000)
    whole.live.calibrate()
    desk = whole.learning._desk
    desk._show(Request.NEW.value, "")
    whole.live.voice.calibrate.emit()
    qtbot.wait(600)
    assert desk.dialog is None
    assert whole.live.reading.isVisible()
    whole.live.reading.given_up.emit()
    whole.live.feed.reading.leave()
    qtbot.waitUntil(lambda: desk.dialog is not None)
    assert desk.dialog is not None
    desk.dialog.reject()


@pytest.mark.parametrize("agrees", [True, False])
@pytest.mark.parametrize(("there", "keeps"), [(True, True), (True, False), (False, True)])
def test_a_passphrase_is_asked_for_once_and_before_the_camera_goes_on(
    opened: Open, qtbot: QtBot, script: Script, monkeypatch: pytest.MonkeyPatch, agrees: bool, there: bool, keeps: bool
) -> None:
    """Whether there are sessions already, with a calibration to measure from, or this would be the first."""

    def answer(agrees: bool) -> None:
        desk = whole.learning._desk
        qtbot.waitUntil(lambda: desk.dialog is not None, timeout=10_000)
        dialog, desk.dialog = desk.dialog, None
        assert dialog is not None
        qtbot.waitUntil(dialog.isVisible)
        qtbot.wait(200)
        assert built == []
        if isinstance(dialog, PairDialog):
            for field in (dialog.secret.phrase, dialog.secret.again):
                field.setText(phrase)
        else:
            dialog.phrase.setText(phrase)
        (dialog.accept if agrees else dialog.reject)()

    monkeypatch.setattr("coach.session.key._COST", Cost(1, 1, 64))
    phrase, asked, built = "tres tristes tigres", list[Request](), list[str | None]()
    if there:
        open_store(store_folder(), typed(phrase)[0]).close()

    def store(folder: Path, desk: PassphraseDesk, *_: object) -> SessionStore:
        return open_store(folder, SecretSource(lambda request: (asked.append(request), desk.ask(request))[1], None))  # type: ignore[func-returns-value]

    monkeypatch.setattr(late, "store", store)
    make = late.live_session
    monkeypatch.setattr(late, "live_session", lambda where, **wishes: (built.append(where), make(where, **wishes))[1])  # type: ignore[func-returns-value]
    whole, window = opened(keep_sessions=keeps)
    if there and keeps:  # what a crash left unfinished is told at once, and so it is asked for
        answer(agrees=False)
        asked.clear()
    window.show_page(LIVE)
    whole.live.toggle()
    answer(agrees)
    qtbot.waitUntil(lambda: whole.live.controller.phase is Phase.RUNNING, timeout=10_000)
    assert asked == [Request.UNLOCK if there else Request.NEW] and len(built) == 1


def test_an_analysed_folder_is_opened_with_its_own_passphrase(
    opened: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the page of recordings on; nothing is made where one's own sessions would be."""
    monkeypatch.setattr("coach.session.secret.system_keyring", lambda: None)
    monkeypatch.setattr("coach.session.key._COST", Cost(1, 1, 64))
    folder, phrase = tmp_path / "turno", "tres tristes tigres"
    with open_store(folder, typed(phrase)[0]) as store:
        id = store.save(session_record())
    whole, window = opened()
    pages = whole.learning
    window.show_page(REVIEW)
    pages.review.card.folder.click()
    chosen(pages.review, folder)
    assert pages.chooser.isVisible()
    for answer, asked in (("otra frase", "Frase de paso de las sesiones de «turno»:"), (phrase, "Esa no es.")):
        qtbot.waitUntil(lambda a=asked: _asks(pages, a), timeout=20_000)  # type: ignore[misc]
        dialog = pages._desk_there.dialog
        assert isinstance(dialog, UnlockDialog)
        dialog.phrase.setText(answer)
        dialog.accept()
    qtbot.waitUntil(lambda: pages.chooser.list.count() == 1, timeout=20_000)
    with qtbot.waitSignal(pages.revision.desk.opened, timeout=20_000):
        pages.chooser.list.chosen.emit(pages.chooser.list.item(0))
    assert pages.revision.isVisible()
    assert not pages.sharing.answer.isVisible()
    pages.revision.noting.add("comment", "Buena apertura")
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    with open_store(folder, typed(phrase)[0]) as store:
        assert [one.text for one in store.annotations.of(id)] == ["Buena apertura"]
    assert not store_folder().exists()


@pytest.mark.parametrize("own", [False, True])
def test_what_was_typed_in_the_terminal_opens_the_review(
    own: bool, opened: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coach.session.secret.system_keyring", lambda: None)
    monkeypatch.setattr("coach.session.key._COST", Cost(1, 1, 64))
    monkeypatch.setattr(late, "store", lambda folder, desk, *_: open_store(folder, SecretSource(desk.ask, None)))
    folder, phrase = store_folder() if own else tmp_path / "turno", "tres tristes tigres"
    with open_store(folder, typed(phrase)[0]) as store:
        id = store.save(session_record())
    whole, window = opened()
    with qtbot.waitSignal(whole.learning.revision.desk.opened, timeout=20_000):
        whole.learning.begin_review(id, None if own else str(folder), phrase)
    assert (whole.learning._desk.dialog, whole.learning._desk_there.dialog) == (None, None)


def test_one_s_own_passphrase_is_not_asked_for_to_see_what_others_keep(
    opened: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until one's own are wanted; those are then there again."""
    secret, asked = by_keyring(tmp_path / "keyring.json"), list[object]()
    for folder in (store_folder(), tmp_path / "a", tmp_path / "b"):
        with open_store(folder, secret) as store:
            store.save(session_record())
    monkeypatch.setattr(late, "store_there", lambda desk, address: open_store(Path(address), secret))
    whole, window = opened()
    pages, chooser = whole.learning, whole.learning.chooser
    window.show_page(REVIEW)
    ask = pages._worker.call
    monkeypatch.setattr(pages._worker, "call", lambda work: (asked.append(work), ask(work))[1])  # type: ignore[func-returns-value]
    for folder, page, button in (
        (tmp_path / "a", pages.review, pages.review.card.folder),
        (tmp_path / "b", chooser, chooser.folder),
    ):
        button.click()
        chosen(page, folder)
        title = f"Sesiones de «{folder.name}»"
        qtbot.waitUntil(lambda t=title: chooser.header.title.text() == t and chooser.list.count() == 1)  # type: ignore[misc]
    qtbot.wait(100)
    assert asked == []
    window.show_page(REVIEW)
    pages.review.card.kept.click()
    qtbot.waitUntil(lambda: chooser.header.title.text() == "Elegir una sesión" and chooser.list.count() == 1)
    assert asked != []


def _asks(pages: Learning, question: str) -> bool:
    dialog = pages._desk_there.dialog
    try:
        return isinstance(dialog, UnlockDialog) and dialog.isVisible() and dialog.says.text().startswith(question)
    except RuntimeError:  # the one before has gone
        return False


LEARNED = Profile({"mouth_smile": Rest(0.3, 0.01)}, True)


def test_the_server_that_was_opened_last_is_known_the_next_time(opened: Open, qtbot: QtBot) -> None:
    whole, _ = opened()
    whole.learning.chooser.server_opened.emit("postgresql://ana@servidor/coach")
    whole.keeper.close()
    assert load_preferences(preferences_file(), topic_ids()).server == "postgresql://ana@servidor/coach"
    assert opened(server="postgresql://ana@otro/coach")[0].learning.chooser.last_server == "postgresql://ana@otro/coach"


def test_the_start_screen_says_what_lies_on_a_server_and_on_which(opened: Open) -> None:
    start = opened()[0].start
    assert start.stays.text() == "Todo se queda en esta computadora"
    start = opened(server="postgresql://ana@servidor.mx:5433/coach")[0].start
    assert start.stays.text() == "Tus sesiones se quedan aquí; lo que anotas en «servidor.mx» se queda en ese servidor"


def test_whoever_erases_everything_leaves_no_server_behind(opened: Open, qtbot: QtBot) -> None:
    whole, window = opened(server="postgresql://ana@servidor/coach")
    live_session(whole, window, qtbot)
    sessions = whole.learning.sessions
    sessions._ask_all()
    assert sessions.question is not None
    with qtbot.waitSignal(sessions.kept.changed, timeout=20_000):
        sessions.question.use.click()
    whole.keeper.close()
    assert "ana" not in preferences_file().read_text(encoding="utf-8")
    assert whole.learning.chooser.last_server == ""


def test_a_damaged_calibration_is_told_in_the_live_view_which_runs(opened: Open, script: Script, qtbot: QtBot) -> None:
    old = store_folder().parent / "perfil.json"
    old.parent.mkdir(parents=True)
    old.write_bytes(b"")
    whole, window = opened()
    window.show_page(LIVE)
    whole.live.toggle()
    qtbot.waitUntil(lambda: whole.live.controller.phase is Phase.RUNNING)
    qtbot.waitUntil(lambda: any("dañada" in one.text for one in whole.live.stage.notices.notices))
    assert script.profile is None
    whole.live.toggle()
    qtbot.waitUntil(lambda: whole.live.controller.phase is Phase.OFF)
    assert not old.exists()


def test_what_one_session_learns_the_next_measures_from_until_it_is_forgotten(
    opened: Open, script: Script, qtbot: QtBot
) -> None:
    whole, window = opened()
    live_session(whole, window, qtbot)
    assert script.learned is not None
    script.learned(LEARNED)
    live_session(whole, window, qtbot)
    assert script.profile == LEARNED
    window.close()
    whole, window = opened()
    live_session(whole, window, qtbot)
    assert script.profile == LEARNED
    window.show_page("ajustes")
    panel = whole.settings.calibration
    panel.forget.click()
    assert panel.question is not None
    assert panel.question.use.text() == "Olvidarla"
    panel.question.use.click()
    qtbot.waitUntil(lambda: panel.told.text() == "La olvidé.")
    live_session(whole, window, qtbot)
    assert script.profile is None


def test_where_the_keyring_does_not_give_up_its_key_the_calibration_is_erased_all_the_same(
    opened: Open, script: Script, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stubborn(FileKeyring):
        def delete_password(self, service: str, username: str) -> None:
            raise PasswordDeleteError("not now")

    monkeypatch.setattr("coach.session.secret.system_keyring", lambda: Stubborn(tmp_path / "keyring.json"))
    whole, window = opened()
    live_session(whole, window, qtbot)
    assert script.learned is not None
    script.learned(LEARNED)
    kept = whole.learning.sessions.kept
    with qtbot.waitSignal(kept.failed) as failed:
        kept.delete_all()
    assert "ya está borrado" in str(failed.args[0])
    live_session(whole, window, qtbot)
    assert script.profile is None


def test_escape_ends_a_session_where_its_report_is_offered_and_leads_home_the_next_time(
    opened: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coach.ui.session_end.WORTH_S", 0.0)
    whole, window = opened()
    window.show_page(LIVE)
    ways: list[Callable[[], object]] = [
        partial(QTest.keyClick, whole.live, Qt.Key.Key_Escape),
        whole.live.top_bar.brand.click,
    ]
    for leave in ways:
        whole.live.toggle()
        qtbot.waitUntil(lambda: whole.live.feed.now is not None)
        leave()
        qtbot.waitUntil(lambda: whole.live.controller.phase is Phase.OFF)
        assert window.page is whole.live
        (offer,) = [one for one in whole.live.stage.notices.notices if one.id == "fin"]
        assert [name for _, name in offer.actions] == ["Ver informe", "Guardar sesión"]
    QTest.keyClick(whole.live, Qt.Key.Key_Escape)
    assert window.page is whole.start


def test_escape_leads_home_at_once_from_a_session_that_tells_nothing_yet(opened: Open, qtbot: QtBot) -> None:
    whole, window = opened()
    window.show_page(LIVE)
    whole.live.toggle()
    qtbot.waitUntil(lambda: whole.live.controller.phase is Phase.RUNNING)
    QTest.keyClick(whole.live, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.page is whole.start)
    assert whole.live.controller.phase is Phase.OFF
