"""The trainer's window on the store of an analysed folder: its list, its notes, what it cannot do, and the way back."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from threading import Event, Timer
from urllib.parse import quote

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coach.errors import KnownError
from coach.report.record import SessionRecord
from coach.session.key_file import Cost
from coach.session.open_address import open_at, open_there
from coach.session.open_store import STORE_FILE, open_store, read_store
from coach.session.secret import SecretSource
from coach.session.store import SessionStore
from coach.session.worker import StoreWorker
from coach.ui.main_window import MainWindow
from coach.ui.page import HOME, Page
from coach.ui.review_chooser import CHOOSER, ReviewChooser
from coach.ui.review_desk import ReviewDesk
from coach.ui.review_places import Place
from coach.ui.review_side import EARLIER
from coach.ui.review_window import REVISION, ReviewWindow
from coach.ui.server_dialog import ServerDialog
from coach.ui.theme import DARK, LIGHT, Palette, Theme
from tests.report.sessions import crossed, kept, session, smiling, voice
from tests.support.dialogs import chosen
from tests.support.fits import faults
from tests.support.postgres import PASSWORD, running_server
from tests.support.stores import by_keyring, session_record, typed


def of_folder(day: int) -> SessionRecord:
    record = kept(session(smiling(), crossed(4.0 + day), heard=voice()))
    source = replace(record.result.source, path=f"/grabaciones/turno/llamada {day}.mp4")
    started = record.started - timedelta(days=day)
    return replace(record, kind="grabacion", started=started, result=replace(record.result, source=source))


class Trainer:
    """The window, one's own store with one session, and a folder's with three."""

    def __init__(self, qtbot: QtBot, folder: Path, palette: Palette, size: tuple[int, int]) -> None:
        self.qtbot, self.own, self.there = qtbot, folder / "propias", folder / "turno de mañana"
        self.secret = by_keyring(folder / "keyring.json")
        self.source = self.secret
        with open_store(self.own, self.secret) as store:
            self.mine = store.save(session_record())
        with open_store(self.there, self.secret) as store:
            self.ids = [store.save(of_folder(day)) for day in range(3)]
        self.worker = StoreWorker(lambda: open_store(self.own, self.secret))
        self.desk = ReviewDesk(self.worker, open_there=lambda address: open_there(address, self.source))
        self.page = ReviewWindow(self.desk, Theme(palette))
        self.chooser = ReviewChooser(self.desk, REVISION, Theme(palette))
        pages = {CHOOSER: self.chooser, REVISION: self.page, HOME: Page()}
        self.window = MainWindow(pages, CHOOSER, palette=palette)
        self.window.resize(*size)
        self.window.show()
        self.window.activateWindow()
        with qtbot.waitActive(self.window):
            pass
        self.waits(lambda: self.chooser.list.count() == 1)

    def waits(self, until: object) -> None:
        self.qtbot.waitUntil(until, timeout=20_000)  # type: ignore[arg-type]

    def open_folder(self) -> None:
        self.chooser.folder.click()
        chosen(self.chooser, self.there)
        self.waits(lambda: self.chooser.list.count() == 3)

    def open_session(self, row: int) -> None:
        self.chooser.list.setCurrentRow(row)
        with self.qtbot.waitSignal(self.desk.opened, timeout=20_000):
            QTest.keyClick(self.chooser.list, Qt.Key.Key_Return)
        self.waits(lambda: self.page.side.standard.list.count() > 0)

    def judge(self, key: str) -> None:
        lane = next(lane for lane in self.page.timeline.lanes if lane.id == "sonrisa")
        self.page.timeline.pick(lane.items[0])
        self.page.timeline.setFocus()
        QTest.keyClicks(self.page.timeline, key)

    def settled(self) -> SessionStore:
        """Whatever was asked of the folder's store is done; the store itself."""
        there = self.desk._there
        assert there is not None
        return there.call(lambda store: store).result(20)

    def close(self) -> None:
        self.window.close()
        self.worker.close()
        self.desk.close_down()
        self.window.deleteLater()


@pytest.fixture
def trainer(qtbot: QtBot, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Trainer]:
    palette, size = getattr(request, "param", (LIGHT, (1280, 800)))
    made = Trainer(qtbot, tmp_path, palette, size)
    yield made
    made.close()


def test_notes_on_a_folder_are_kept_in_that_folder(trainer: Trainer) -> None:
    trainer.open_folder()
    assert trainer.chooser.header.title.text() == "Sesiones de «turno de mañana»"
    assert trainer.chooser.list.item(0).text().startswith("llamada 0.mp4 · ")
    trainer.open_session(1)
    trainer.judge("y")
    trainer.page.author.setText("Eva")
    trainer.page.author.editingFinished.emit()
    trainer.judge("n")
    QTest.mouseClick(trainer.page.header.button, Qt.MouseButton.LeftButton)
    assert trainer.window.page is trainer.chooser
    trainer.waits(lambda: trainer.chooser.list.item(1).text().endswith("2 anotaciones"))
    trainer.settled()
    trainer.chooser.home_again.click()
    trainer.waits(lambda: trainer.chooser.list.count() == 1)
    assert trainer.chooser.header.title.text() == "Elegir una sesión"
    with read_store(trainer.there, trainer.secret) as store:
        assert sorted((one.session, one.author, one.verdict) for one in store.annotations.all()) == [
            (trainer.ids[1], author, verdict) for author, verdict in (("", "agree"), ("Eva", "disagree"))
        ]
    with read_store(trainer.own, trainer.secret) as store:
        assert store.annotations.all() == []


def test_the_list_can_be_searched(trainer: Trainer) -> None:
    trainer.open_folder()
    trainer.open_session(0)
    trainer.judge("y")
    trainer.settled()
    trainer.window.show_page(CHOOSER)
    trainer.waits(lambda: trainer.chooser.list.item(0).text().endswith("una anotación"))
    QTest.keyClicks(trainer.chooser.search, "2.MP4 llamada")
    assert [trainer.chooser.list.item(row).text()[:9] for row in range(trainer.chooser.list.count())] == ["llamada 2"]
    assert trainer.chooser.told.text().startswith("1 de 3.")
    QTest.keyClicks(trainer.chooser.search, "x")
    assert trainer.chooser.told.text() == "Ninguna es así; cambia lo que buscas."
    trainer.chooser.search.clear()
    trainer.chooser.noted.setCurrentIndex(1)
    assert trainer.chooser.list.count() == 1
    trainer.chooser.noted.setCurrentIndex(2)
    assert trainer.chooser.list.count() == 2


def test_the_agreement_over_the_whole_folder(trainer: Trainer) -> None:
    trainer.open_folder()
    assert not trainer.chooser.agree.isVisible(), "nothing was judged yet"
    for row, key in enumerate("yyn"):
        trainer.open_session(row)
        trainer.judge(key)
        trainer.settled()
        trainer.window.show_page(CHOOSER)
        trainer.waits(lambda: trainer.chooser.list.count() == 3)
    trainer.waits(trainer.chooser.agree.isVisible)
    trainer.chooser.agree.click()
    assert trainer.chooser.agreement.told.text() == "Leyendo lo que se anotó…"
    trainer.waits(trainer.chooser.agree.isEnabled)
    (told,) = trainer.chooser.agreement.table
    assert (told[0], told[3], told[4]) == ("Sonrisa", "2 de 3", "0")
    assert "κ (kappa de Cohen)" in trainer.chooser.agreement.told.text()


def test_a_folder_that_is_given_up_while_it_opens_is_closed_again(trainer: Trainer) -> None:
    """So that others can write to it."""
    opened: list[SessionStore] = []

    def slowly(address: str) -> SessionStore:
        begun.set()
        go_on.wait(10)
        opened.append(open_there(address, trainer.source))
        return opened[-1]

    begun, go_on = Event(), Event()
    trainer.desk._open_there = slowly
    trainer.desk.turn_to(str(trainer.there))
    assert begun.wait(10)
    trainer.desk.turn_home()
    go_on.set()
    trainer.waits(lambda: opened != [])
    trainer.waits(lambda: _writable(trainer))
    assert trainer.desk.place.own


def test_while_another_store_is_opened_nothing_is_done_with_one_s_own(trainer: Trainer) -> None:
    """Neither is meant what is shown of it, nor the tuning that would look in it."""
    go_on = Event()

    def slowly(address: str) -> SessionStore:
        go_on.wait(10)
        return open_there(address, trainer.source)

    def ready(sessions: int) -> bool:
        return trainer.chooser.list.count() == sessions and trainer.chooser.tune.isEnabled()

    trainer.desk._open_there = slowly
    assert ready(1)
    for open_it in (
        partial(trainer.chooser.open_folder, trainer.there),
        partial(trainer.chooser.open_server, str(trainer.there)),
    ):
        open_it()
        assert not trainer.chooser.tune.isEnabled()
        assert trainer.chooser.list.count() == 0
        assert trainer.chooser.told.text() == "Abriendo esas sesiones…"
        go_on.set()
        trainer.waits(lambda: ready(3))
        go_on.clear()
        trainer.desk.turn_home()
        trainer.waits(lambda: ready(1))
    trainer.chooser.open_folder(trainer.there / "nada")
    assert not trainer.chooser.tune.isEnabled()
    go_on.set()
    trainer.waits(lambda: ready(1))


def test_closing_waits_for_one_server_that_does_not_answer_and_for_no_other(trainer: Trainer) -> None:
    asked: list[str] = []

    def silent(address: str) -> SessionStore:
        asked.append(address)
        begun.set()
        go_on.wait(10)
        raise KnownError("No contesta.")

    begun, go_on = Event(), Event()
    trainer.desk._open_there = silent
    for number in range(3):
        trainer.desk.turn_to(f"postgresql://h/{number}")
        trainer.desk.list_sessions()
    assert begun.wait(10)
    Timer(0.2, go_on.set).start()
    trainer.desk.close_down()
    assert asked == ["postgresql://h/0"]


def test_a_note_that_is_not_written_yet_is_written_before_that_store_is_closed(trainer: Trainer) -> None:
    trainer.open_folder()
    trainer.open_session(0)
    there, go_on = trainer.desk._there, Event()
    assert there is not None
    there.call(lambda _: go_on.wait(10))
    trainer.judge("y")
    trainer.desk.turn_to(str(trainer.own))
    Timer(0.2, go_on.set).start()
    trainer.desk.close_down()
    with read_store(trainer.there, trainer.secret) as store:
        assert len(store.annotations.all()) == 1


def _writable(trainer: Trainer) -> bool:
    with open_there(str(trainer.there), trainer.secret) as store:
        return store.only_look is None


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("postgresql://h/b?user=ana&password=secreta", "h/b"),
        ("postgresql://ana:secreta@h/b?password=s@e", "h/b"),
        ("/turnos/a:b@c", "a:b@c"),
    ],
)
def test_no_password_of_an_address_is_shown(address: str, name: str) -> None:
    assert Place(address).name == name


def test_a_folder_may_be_of_many_people(trainer: Trainer) -> None:
    trainer.open_folder()
    trainer.open_session(0)
    trainer.page.side.turn(EARLIER)
    trainer.waits(lambda: "nunca compara a dos personas" in trainer.page.side.earlier.told.text())


def test_what_another_window_has_open_can_be_seen(trainer: Trainer) -> None:
    with open_store(trainer.there, trainer.secret):
        trainer.open_folder()
        notice = trainer.chooser.notices.notices[0]
        assert notice.title == "Solo para ver"
        assert notice.text.startswith("Otro Coach, en una ventana o en una terminal, tiene abiertas")
        trainer.open_session(0)
        assert trainer.page.told.text().startswith("Solo para ver. Otro Coach")
        trainer.judge("y")
        trainer.waits(lambda: trainer.page.told.text().startswith("No se guardó: otro Coach, en una ventana o"))
        trainer.waits(lambda: trainer.page.noting.all == ())
        assert not trainer.page.side.card.agree.isChecked(), "what is not kept is not shown"
    trainer.window.show_page(CHOOSER)
    trainer.chooser.open_folder(trainer.there)
    trainer.waits(lambda: trainer.chooser.notices.notices == [] and trainer.chooser.list.count() == 3)
    trainer.open_session(0)
    trainer.judge("y")
    assert len(trainer.settled().annotations.all()) == 1


def test_what_cannot_be_opened_is_one_sentence(
    trainer: Trainer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(folder: Path) -> str:
        """Why; one's own sessions are there again."""
        trainer.chooser.open_folder(folder)
        trainer.waits(lambda: trainer.chooser.notices.notices != [] and trainer.chooser.list.count() == 1)
        (notice,) = trainer.chooser.notices.notices
        assert trainer.desk.place.own
        return notice.text

    trainer.open_folder()
    foreign = tmp_path / "ajena"
    foreign.mkdir()
    assert refused(foreign).startswith(f"En «{foreign}» no hay sesiones guardadas por Coach;")
    assert list(foreign.iterdir()) == [], "looking makes nothing"
    assert refused(tmp_path / "nada").startswith("No encuentro la carpeta")
    monkeypatch.setattr("coach.session.key._COST", Cost(1, 1, 64))
    locked = tmp_path / "con frase"
    open_store(locked, typed("la de verdad")[0]).close()
    trainer.source = SecretSource(lambda _: "otra frase", None)
    assert refused(locked).startswith("La frase de paso no es la de tus sesiones;")
    trainer.source = trainer.secret
    (locked / STORE_FILE).write_bytes((trainer.there / STORE_FILE).read_bytes())
    trainer.source = SecretSource(lambda _: "la de verdad", None)
    assert "no son sesiones guardadas con esta llave" in refused(locked)
    trainer.source = trainer.secret
    with open_store(trainer.there, trainer.secret) as store, store._database.write() as connection:
        connection.exec_driver_sql("INSERT INTO schema_version VALUES (99)")
    assert "versión más nueva de Coach" in refused(trainer.there)


def test_on_a_server_everybody_signs_and_notes_are_kept_there(
    trainer: Trainer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coach.session.key._COST", Cost(1, 1, 64))
    trainer.source = SecretSource(lambda _: "frase de la escuela", None)
    with running_server() as server:
        with open_at(server.address(), trainer.source) as store:
            id = store.save(of_folder(0))
            store.keep("revision", {"autor": "Otra persona"})
        with trainer.qtbot.waitSignal(trainer.desk.opened, timeout=20_000):
            trainer.desk.begin(id, server.address())
            trainer.window.show_page(REVISION)
        assert trainer.page.author.text() == "", "who signed last is somebody else"
        trainer.judge("y")
        assert trainer.page.told.text().startswith("Escribe arriba quién revisa")
        assert trainer.page.noting.all == ()
        trainer.page.author.setText("Eva")
        trainer.page.author.editingFinished.emit()
        trainer.judge("y")
        assert [one.author for one in trainer.settled().annotations.all()] == ["Eva"]
        assert trainer.settled().kept("revision") == {"autor": "Otra persona"}
        trainer.window.show_page(CHOOSER)
        title = trainer.chooser.header.title.text()
        assert title == f"Sesiones de «127.0.0.1:{server.port}/postgres»", "and no password"
        trainer.desk.turn_home()
        trainer.waits(lambda: trainer.chooser.list.count() == 1)
        trainer.desk.close_down()


def test_a_server_is_opened_from_the_window(trainer: Trainer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Its address and password are typed; what is wrong with them is one sentence, without the password."""
    monkeypatch.setattr("coach.session.key._COST", Cost(1, 1, 64))
    trainer.source = SecretSource(lambda _: "frase de la escuela", None)

    def typed_in(address: str, password: str) -> None:
        trainer.chooser.server.click()
        (dialog,) = [one for one in trainer.chooser.findChildren(ServerDialog) if one.isVisible()]
        assert dialog.use.isEnabled() is bool(trainer.chooser.last_server), "nothing is typed yet"
        assert dialog.address.text() == trainer.chooser.last_server
        dialog.address.clear()
        assert (dialog.address.accessibleName(), dialog.password.accessibleName()) == ("Dirección", "Contraseña")
        QTest.keyClicks(dialog.address, address)
        dialog.password.setText(password)
        QTest.keyClick(dialog.password, Qt.Key.Key_Return)

    def refused(address: str, password: str) -> str:
        typed_in(address, password)
        trainer.waits(lambda: trainer.chooser.notices.notices != [])
        (notice,) = trainer.chooser.notices.notices
        assert trainer.desk.place.own
        assert not password or password not in notice.text
        return notice.text

    opened: list[str] = []
    trainer.chooser.server_opened.connect(opened.append)
    with running_server() as server:
        here = f"ana@127.0.0.1:{server.port}/postgres"
        assert refused(here, PASSWORD).startswith("Todavía no hay sesiones guardadas en")
        with open_at(server.address(), trainer.source) as store:
            store.save(of_folder(0))
        typed_in(f"{here}?sslmode=prefer&password=otra", PASSWORD)
        trainer.waits(lambda: trainer.chooser.list.count() == 1 and not trainer.desk.place.own)
        assert trainer.chooser.header.title.text() == f"Sesiones de «127.0.0.1:{server.port}/postgres»"
        trainer.desk.turn_home()
        assert opened == [f"postgresql://{here}?sslmode=prefer"], "no less safe the next time, and no password"
        assert "contestó, pero no te deja entrar; revisa el usuario, su contraseña" in refused(here, "equivocada")
        assert "el nombre de la base de datos" in refused(f"{here[:-8]}nada", PASSWORD)
        assert trainer.chooser.last_server == opened[0], "what could be opened is what is remembered"
        assert "no es la dirección de una base de datos" in refused("servidor", "")
        with open_at(server.address(), trainer.source) as store, store._database.write() as connection:
            connection.exec_driver_sql("INSERT INTO schema_version VALUES (99)")
        assert "versión más nueva de Coach" in refused(here, PASSWORD)
        trainer.source = SecretSource(lambda _: "otra frase", None)
        assert refused(here, PASSWORD).startswith("La frase de paso no es la de tus sesiones;")
        server.stop()
        assert refused(here, PASSWORD).startswith("No puedo hablar con el servidor")
        server.start()
        trainer.desk.close_down()
    kept = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert kept
    for secret in (PASSWORD, quote(PASSWORD, safe="")):
        assert not any(secret.encode() in file.read_bytes() for file in kept), "nobody keeps the password"


@pytest.mark.parametrize(
    "trainer",
    [(palette, size) for palette in (LIGHT, DARK) for size in ((1280, 800), (1920, 1080))],
    indirect=True,
    ids=lambda one: f"{one[0].name}-{one[1][0]}",
)
def test_nothing_is_cut_off(trainer: Trainer, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    trainer.open_folder()
    for row in range(2):
        trainer.open_session(row)
        trainer.judge("y")
        trainer.settled()
        trainer.window.show_page(CHOOSER)
        trainer.waits(lambda: trainer.chooser.list.count() == 3)
    trainer.chooser.agree.click()
    trainer.waits(lambda: trainer.chooser.agreement.table != [])

    def nothing_is_cut_off() -> None:
        assert faults(trainer.window) == []

    trainer.waits(nothing_is_cut_off)  # a busy machine lays out late
    folder = Path(os.environ.get("COACH_SCREENS") or tmp_path / "screens")
    folder.mkdir(parents=True, exist_ok=True)
    name = request.node.callspec.id
    assert trainer.window.grab().save(str(folder / f"carpeta-{name}.png"))
