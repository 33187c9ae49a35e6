"""Picture and sound are recorded only while the agent asks for it, plainly to see; the session is kept with them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coach.core.events import Features
from coach.errors import KnownError
from coach.media.container import open_stored
from coach.session import recording
from coach.session.open_store import STORE_FILE, read_store
from coach.session.recordings import Recordings
from coach.session.secret import SecretSource
from coach.session.store import SessionStore
from coach.ui.learning import Learning
from coach.ui.live_page import LivePage
from coach.ui.notices import NoticeBoard
from coach.ui.preferences_keeper import PreferencesKeeper
from coach.ui.session import Phase
from coach.ui.session_end import WORTH_S, SessionEnd
from coach.ui.theme import LIGHT, Theme
from tests.ui.script import Script


@pytest.fixture
def learning(
    script: Script,
    open_live: Callable[[], LivePage],
    keeper: PreferencesKeeper,
    source: SecretSource,
    tmp_path: Path,
) -> Iterator[Learning]:
    """Who wants nothing kept, before a session of ten seconds."""
    script.events = [Features(tenth / 10.0, {"sonrisa": 0.5}) for tenth in range(100)]
    made = Learning(open_live(), keeper, tmp_path / "sesiones", Theme(LIGHT))
    yield made
    made.close()


def run(live: LivePage, qtbot: QtBot) -> None:
    live.toggle()
    qtbot.waitUntil(lambda: live.controller.phase is Phase.RUNNING, timeout=10_000)


def stop(live: LivePage, qtbot: QtBot) -> None:
    live.controller.stop()
    qtbot.waitUntil(lambda: live.controller.phase is Phase.OFF, timeout=10_000)


def test_what_is_asked_for_is_recorded_and_kept(
    learning: Learning, qtbot: QtBot, tmp_path: Path, source: SecretSource
) -> None:
    live = learning._live
    film = live.status.film
    assert film.isVisible()
    assert not film.wanted
    run(live, qtbot)
    qtbot.wait(300)
    QTest.keyClick(live, Qt.Key.Key_G)
    qtbot.waitUntil(lambda: film.label.isVisible(), timeout=20_000)
    assert film.label.text() == "Grabando"
    qtbot.waitUntil(lambda: film.room.isVisible() and film.room.text().startswith("Espacio: "), timeout=20_000)
    began_s = live.feed.now
    assert began_s is not None
    long_enough(live, qtbot)
    with qtbot.waitSignal(learning.history.saved, timeout=20_000):
        stop(live, qtbot)
    assert not film.wanted, "the next session is asked about anew"
    assert not film.label.isVisible()
    (notice,) = live.stage.notices.notices
    assert notice.text == "La guardé con su video y su sonido, cifrados en esta computadora."
    assert [action for action, _ in notice.actions] == ["report"]
    with read_store(tmp_path / "sesiones", source) as store:
        (header,) = store.sessions()
        file = store.recordings.open(header.id)
        assert file is not None
        with open_stored(file) as container:
            times = [frame.time or 0.0 for frame in container.decode(video=0)]
    assert times[0] == 0.0
    assert times[1] == pytest.approx(began_s, abs=0.4)
    assert len(times) > 20


def long_enough(live: LivePage, qtbot: QtBot) -> None:
    """A shorter session is not told of."""
    qtbot.waitUntil(lambda: (live.feed.now or 0.0) > WORTH_S, timeout=20_000)


def told(live: LivePage, start: str) -> bool:
    return any(notice.text.startswith(start) for notice in live._notice_board.notices)


def test_what_could_not_be_recorded_is_not_kept_unasked(
    learning: Learning, qtbot: QtBot, tmp_path: Path, source: SecretSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_: object, **__: object) -> None:
        raise KnownError("No hay sitio para grabar.")

    monkeypatch.setattr(Recordings, "begin", no_room)
    live, saved = learning._live, list[str]()
    learning.history.saved.connect(lambda id, _: saved.append(id))
    run(live, qtbot)
    live.status.film.switch.click()
    qtbot.waitUntil(lambda: told(live, "No hay sitio para grabar."), timeout=20_000)
    live._notice_board.dismiss("failure")
    learning._worker.call(lambda _: None).result(20.0)
    with read_store(tmp_path / "sesiones", source) as store:
        assert store.sessions() == [], "a crash from here on finds nothing of it"
    long_enough(live, qtbot)
    stop(live, qtbot)
    (notice,) = live.stage.notices.notices
    assert notice.text == "Mira cómo te fue."
    assert [action for action, _ in notice.actions] == ["report", "keep"]
    learning._worker.call(lambda _: None).result(20.0)
    with read_store(tmp_path / "sesiones", source) as store:
        assert store.sessions() == []
    with qtbot.waitSignal(learning.history.saved, timeout=20_000):
        live._act("keep")
    with read_store(tmp_path / "sesiones", source) as store:
        assert [(header.id, header.state) for header in store.sessions()] == [(saved[0], "whole")]


def test_who_turned_it_off_before_anything_was_recorded_keeps_nothing(
    learning: Learning, qtbot: QtBot, tmp_path: Path, source: SecretSource
) -> None:
    """A store that opens slowly, or asks for its passphrase, begins to record when nobody wants it any more."""
    live, slow = learning._live, threading.Event()
    run(live, qtbot)
    learning._worker.call(lambda _: slow.wait(20.0))
    live.status.film.switch.click()
    live.status.film.switch.click()
    slow.set()
    qtbot.waitUntil(lambda: live.film._tap.recorder is not None, timeout=20_000)
    long_enough(live, qtbot)
    stop(live, qtbot)
    (notice,) = live.stage.notices.notices
    assert notice.text == "Mira cómo te fue."
    learning._worker.call(lambda _: None).result(20.0)
    with read_store(tmp_path / "sesiones", source) as store:
        assert store.sessions() == []


def test_what_could_not_be_recorded_to_its_end_is_told_as_that(
    learning: Learning, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = learning._live
    run(live, qtbot)
    live.status.film.switch.click()
    qtbot.waitUntil(lambda: live.status.film.label.isVisible(), timeout=20_000)
    monkeypatch.setattr(recording, "RESERVE_BYTES", 1 << 70)  # no disk is as large
    qtbot.waitUntil(lambda: told(live, "El disco está casi lleno"), timeout=20_000)
    live._notice_board.dismiss("failure")
    qtbot.waitUntil(lambda: not live.status.film.wanted)
    live.status.film.switch.click()
    assert not live.status.film.wanted
    assert told(live, "La grabación de esta sesión ya terminó;")
    live._notice_board.dismiss("failure")
    long_enough(live, qtbot)
    with qtbot.waitSignal(learning.history.saved, timeout=20_000):
        stop(live, qtbot)
    (notice,) = live.stage.notices.notices
    expected = "La guardé cifrada en esta computadora; su video y su sonido, hasta donde pude grabarlos."
    assert notice.text == expected


def test_what_is_told_as_kept_is_kept_however_short_its_record_and_what_is_not_is_told(
    learning: Learning, qtbot: QtBot, tmp_path: Path, source: SecretSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pictures are shown a little longer than anything is told: a recording was told as kept, and then erased."""

    def full(*_: object) -> None:
        raise KnownError("El disco está lleno; libera espacio y vuelve a intentarlo.")

    monkeypatch.setattr("coach.ui.session_end.WORTH_S", 0.5)
    live = learning._live
    run(live, qtbot)
    live.status.film.switch.click()
    qtbot.waitUntil(lambda: live.film.holds is not None, timeout=20_000)
    qtbot.waitUntil(lambda: (live.feed.now or 0.0) > 0.6, timeout=20_000)
    monkeypatch.setattr("coach.ui.live_keeping.WORTH_S", 100.0)
    with monkeypatch.context() as patched:
        patched.setattr(SessionStore, "attach", full)
        stop(live, qtbot)
        qtbot.waitUntil(lambda: told(live, "El disco está lleno"), timeout=20_000)
    assert told(live, "Mira cómo te fue.") and not told(live, "La guardé")
    with qtbot.waitSignal(learning.history.saved, timeout=20_000):
        live._act("keep")
    assert told(live, "La guardé con su video y su sonido")
    with read_store(tmp_path / "sesiones", source) as store:
        (header,) = store.sessions()
        assert header.state == "whole"
        file = store.recordings.open(header.id)
        assert file is not None
        file.close()


@pytest.mark.parametrize("keeps", [True, False])
def test_who_gives_no_passphrase_is_not_asked_again_to_record_or_to_erase_nothing(
    learning: Learning, script: Script, qtbot: QtBot, keeps: bool
) -> None:
    script.events = script.events[:10]  # what is worth keeping is asked for once more
    asked: list[bool] = []

    def refused() -> SessionStore:
        asked.append(True)
        raise KnownError("Sin la frase de paso no puedo abrir tus sesiones.")

    learning._worker._open_it = refused
    learning._keeper.change(keep_sessions=keeps)
    live, film = learning._live, learning._live.status.film
    run(live, qtbot)
    qtbot.waitUntil(lambda: len(asked) == keeps)
    for _ in range(2):  # whoever asks for it again is asked again
        before = len(asked)
        film.switch.click()
        qtbot.waitUntil(lambda: not film.wanted and told(live, "Sin la frase"))
        assert len(asked) == before + 1
        live._notice_board.dismiss("failure")
    stop(live, qtbot)
    with pytest.raises(KnownError):
        learning._worker.call(lambda _: None).result(20.0)  # what was asked for before is done
    assert len(asked) == keeps + 3


def test_of_sessions_that_could_not_begin_nothing_stays(
    learning: Learning, script: Script, qtbot: QtBot, tmp_path: Path, source: SecretSource
) -> None:
    learning._keeper.change(keep_sessions=True)
    live, script.error = learning._live, KnownError("La cámara está en uso.")
    for _ in range(2):
        live.toggle()
        qtbot.waitUntil(lambda: live.controller.phase is Phase.OFF, timeout=10_000)
    learning._worker.call(lambda _: None).result(20.0)
    assert [one.name for one in threading.enumerate() if one.name == "session-writer"] == []
    with read_store(tmp_path / "sesiones", source) as store:
        assert store.sessions() == []


def test_nothing_is_recorded_or_kept_unasked(learning: Learning, qtbot: QtBot, tmp_path: Path) -> None:
    live = learning._live
    run(live, qtbot)
    qtbot.wait(300)
    stop(live, qtbot)
    assert not (tmp_path / "sesiones" / STORE_FILE).exists()
    assert not (tmp_path / "sesiones" / "grabaciones").exists()


def test_a_wish_from_before_the_session_counts_for_that_one_alone(learning: Learning, qtbot: QtBot) -> None:
    live = learning._live
    live.status.film.switch.click()
    run(live, qtbot)
    qtbot.waitUntil(lambda: live.status.film.label.isVisible(), timeout=20_000)
    live.status.film.switch.click()
    assert not live.status.film.label.isVisible()
    stop(live, qtbot)
    run(live, qtbot)
    qtbot.wait(200)
    assert live.film.holds is None
    stop(live, qtbot)


@pytest.mark.parametrize(
    ("camera", "microphone", "offered", "told"),
    [
        (True, True, "&Grabar video y sonido", "La guardé con su video y su sonido, cifrados en esta computadora."),
        (True, False, "&Grabar video", "La guardé con su video, cifrado en esta computadora."),
        (False, True, "&Grabar sonido", "La guardé con su sonido, cifrado en esta computadora."),
    ],
)
def test_only_what_there_is_to_record_is_offered_and_told_of(
    live: LivePage, camera: bool, microphone: bool, offered: str, told: str
) -> None:
    live.film.offer(lambda camera, microphone: None)
    if not camera:
        live.top_bar.source.choose(None)
    if not microphone:
        live.top_bar.microphone.choose(None)
    switch = live.status.film.switch
    assert (switch.text(), switch.accessibleName()) == (offered, offered.replace("&", ""))
    board = NoticeBoard({})
    end = SessionEnd(board)
    end.offer(report=True, keep=True)
    end.tell(10.0, recorded=True, filmed=(camera, microphone))
    assert [notice.text for notice in board.notices] == ["La estoy guardando…"]
    end.kept()
    assert [notice.text for notice in board.notices] == [told]
