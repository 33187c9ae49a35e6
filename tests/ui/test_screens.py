"""Every screen in every state, light and dark, small and large: nothing is cut off, and the pictures can be looked at.

They are saved in the test's folder, or in the one that COACH_SCREENS names.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from threading import Event as Flag
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QRadioButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coach.core.events import SAMPLE_RATE, ConditionChanged, Cue, FindingSegment, SignalChanged, State, VoiceFeatures
from coach.core.source import SourceInfo
from coach.errors import KnownError
from coach.intake.glimpse import Glimpse, glimpse
from coach.manual.clients import load_clients
from coach.preferences import Consent, Look, Preferences, save_preferences
from coach.report.result import Result
from coach.session.open_store import open_store
from coach.settings import store_folder
from coach.sharing.export import Choice, share
from coach.sharing.manifest import Manifest, Part
from coach.sharing.receive import Taken, receive
from coach.ui import late
from coach.ui.composition import LIVE, REVIEW, Composition
from coach.ui.main_window import MainWindow
from coach.ui.page import HOME
from coach.ui.practice import PRACTICE
from coach.ui.preferences_keeper import PreferencesKeeper
from coach.ui.privacy_text import VERSION
from coach.ui.progress_page import PROGRESS
from coach.ui.report_page import REPORT
from coach.ui.review_side import EARLIER, STANDARD
from coach.ui.review_window import REVISION
from coach.ui.session import Phase
from coach.ui.sessions_page import SESSIONS
from coach.ui.share_page import SHARE
from coach.ui.start_page import PRIVACY, SETTINGS
from coach.ui.topics import topic_ids
from tests.report.sessions import crossed, kept, session, smiling, voice
from tests.sharing.computers import kept as kept_with_notes
from tests.sharing.computers import note, recorded
from tests.support.calls import one_line, turns, write_call
from tests.support.fits import faults
from tests.support.sounds import write_wave
from tests.support.stores import FileKeyring, by_keyring, session_record
from tests.ui.script import Device, Script, perceived
from tests.ui.voice import SPEAKING

ROOT = Path(__file__).resolve().parents[2]
SIZES = [(1280, 800), (1920, 1080)]
TWICE = "COACH_SCREENS_TWICE"
"""Set in the run with pictures of twice as many pixels."""


class Screens:
    """One window on a scripted session and analysis; `look` shows a state, saves its picture and finds its faults."""

    def __init__(self, whole: Composition, window: MainWindow, folder: Path, name: str, qtbot: QtBot) -> None:
        self.whole, self.window, self.qtbot = whole, window, qtbot
        self.found: dict[str, list[str]] = {}
        self._folder, self._name = folder, name

    def look(self, state: str) -> None:
        for _ in range(3):
            QApplication.processEvents()
        self.save(self.window, state)
        wrong = faults(self.window)
        if wrong:  # a running session may have just put words where there were none: what stays so is wrong
            QApplication.processEvents()
            wrong = faults(self.window)
        if wrong:
            self.found[state] = wrong

    def save(self, widget: QWidget, state: str) -> None:
        assert widget.grab().save(str(self._folder / f"{state}-{self._name}.png"))

    def to(self, page: str) -> None:
        self.window.show_page(page)


@pytest.fixture
def script() -> Script:
    return Script(
        perceived=perceived(),
        events=[
            SignalChanged(-3.5, "sonrisa", State.PRESENT, 1.2),
            SignalChanged(-1.0, "piernas_cruzadas", State.NOT_OBSERVABLE, None),
            VoiceFeatures(0.0, SPEAKING),
            ConditionChanged(0.0, "oscuro", True),
            Cue(0.0, "Abre los hombros", ("hombros_encorvados",), "corrige"),
        ],
    )


@pytest.fixture
def go_on() -> Flag:
    """Lets the scripted analysis come to its end."""
    return Flag()


@pytest.fixture
def opened(
    qtbot: QtBot, tmp_path: Path, script: Script, go_on: Flag, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Screens]]:
    def analyse(where: str, *, progress: Callable[[float, SourceInfo], None], **_: Any) -> Result:
        progress(40.0, SourceInfo(where, 100.0, video=True, audio=True, fps=25.0, live=False))
        go_on.wait(30)
        if where.endswith("mala.mp4"):
            raise KnownError("No pude abrir «mala.mp4»: está dañado desde su inicio. Prueba con otra copia.")
        return session(smiling(), crossed(40.0), heard=voice(FindingSegment("rapido", 70.0, 95.0, 0.8)))

    def look(where: str, keep_on: Callable[[], None]) -> Glimpse:
        there = Path(where).exists()  # of what is only a name nothing is asked
        return glimpse(where, keep_on) if there else Glimpse(None, (), (), heard=True)

    monkeypatch.setattr(late, "look", look)
    monkeypatch.setattr(late, "live_session", script.session)
    monkeypatch.setattr(late.LateAnalysis, "__call__", lambda _, where, **wishes: analyse(where, **wishes))
    monkeypatch.setattr(late, "cameras", lambda: [Device("0", "Cámara integrada")])
    monkeypatch.setattr(late, "microphones", lambda: [Device("3", "Diadema USB")])
    folder = Path(os.environ.get("COACH_SCREENS") or tmp_path / "screens")
    folder.mkdir(parents=True, exist_ok=True)
    windows: list[MainWindow] = []

    def make(look: Look, size: tuple[int, int], **chosen: Any) -> Screens:
        file = tmp_path / "data" / "coach" / "ajustes.json"
        save_preferences(Preferences(look=look, **chosen), file)
        whole = Composition(PreferencesKeeper(file, topic_ids()))
        window = whole.window(HOME)
        window.resize(*size)
        window.show()
        whole.find_devices()
        windows.append(window)
        twice = "-2x" if os.environ.get(TWICE) else ""
        return Screens(whole, window, folder, f"{look}-{size[0]}{twice}", qtbot)

    yield make
    go_on.set()
    for window in windows:
        window.close()
        qtbot.waitUntil(lambda w=window: not w.isVisible())  # type: ignore[misc]
        window.deleteLater()


AGREED = Consent(VERSION, datetime(2026, 11, 22, 9, 30, tzinfo=UTC))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("look", ["claro", "oscuro"])
def test_first_run(opened: Callable[..., Screens], look: Look, size: tuple[int, int]) -> None:
    screens = opened(look, size)
    screens.whole.privacy.tell(KnownError("El archivo de ajustes «ajustes.json» está dañado: no es JSON."))
    screens.look("aviso-primera-vez")
    screens.whole.privacy.notices.show_notices([])
    screens.look("aviso")
    screens.whole.privacy.decline.click()
    screens.look("aviso-no-acepto")
    assert screens.found == {}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("look", ["claro", "oscuro"])
def test_start_settings_and_learning(
    opened: Callable[..., Screens], go_on: Flag, look: Look, size: tuple[int, int]
) -> None:
    screens = opened(look, size, consent=AGREED)
    screens.look("inicio")
    screens.whole.start.set_last_session("Tu última sesión guardada: viernes, 20 de noviembre de 2026.")
    screens.whole.start.tell(KnownError("No pude guardar tus ajustes; libera espacio o revisa los permisos."))
    screens.look("inicio-con-aviso")
    for page in (SETTINGS, PRIVACY, PRACTICE, PROGRESS, REVIEW):
        screens.to(page)
        screens.look(page)
    review = screens.whole.learning.review
    review.open(Path("mala.mp4"))
    screens.qtbot.waitUntil(lambda: review.card.bar.value() == 40)
    screens.look("revisar-en-curso")
    go_on.set()
    screens.qtbot.waitUntil(lambda: bool(review.notices.notices))
    screens.look("revisar-fallo")
    review.open(Path("llamada.mp4"))
    screens.qtbot.waitUntil(lambda: screens.window.page is screens.whole.pages[REPORT])
    screens.look("informe")
    screens.whole.learning.report.show_record(kept(session(smiling()), 5))
    screens.look("informe-breve")
    assert screens.found == {}


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """Of two people, and of three whose sound is in one channel; the last two have no picture, but two voices."""
    folder, wave = tmp_path_factory.mktemp("calls"), turns(5.0)
    return (
        write_call(folder / "llamada con la clienta.mkv", ("brazos_cruzados", "sonrisa"), wave),
        write_call(folder / "reunión.mkv", ("asentir", "neutral_cubrebocas", "sonrisa"), wave[:, :1]),
        write_wave(folder / "llamada.wav", wave, SAMPLE_RATE),
        write_wave(folder / "llamada en un canal.wav", one_line(24.0)[:, None], SAMPLE_RATE),
    )


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("look", ["claro", "oscuro"])
def test_whose(
    opened: Callable[..., Screens], go_on: Flag, calls: Sequence[Path], look: Look, size: tuple[int, int]
) -> None:
    go_on.set()
    assert whose(opened(look, size, consent=AGREED), calls) == {}


def test_whose_in_english(english: None, opened: Callable[..., Screens], go_on: Flag, calls: Sequence[Path]) -> None:
    go_on.set()
    assert whose(opened("claro", (1280, 800), consent=AGREED), calls, "english-") == {}


def whose(screens: Screens, calls: Sequence[Path], name: str = "") -> dict[str, list[str]]:
    """Looks at what is asked about recordings with several people, or channels; what is wrong with it."""
    review = screens.whole.learning.review
    screens.to(REVIEW)
    review.open(*calls)
    screens.look(f"{name}revisar-mirando")
    for place, state in enumerate(("revisar-quien", "revisar-quien-un-canal", "revisar-que-canal", "revisar-que-voz")):
        screens.qtbot.waitUntil(lambda p=place: _asked(screens, calls[p].name), timeout=60_000)  # type: ignore[misc]
        screens.look(f"{name}{state}")
        for button in review.whose.picker.buttons[-1:] if place < 2 else []:
            button.click()
        if place == 0:
            review.whose.voices.radios[1].click()
            screens.look(f"{name}{state}-elegido")
            review.whose.own.click()
            screens.look(f"{name}{state}-dibujado")
        if place == 2:
            review.whose.voices.radios[0].click()
        if place < 3:
            review.whose.accept.click()
    review.whose.cancel.click()
    return screens.found


def _asked(screens: Screens, name: str) -> bool:
    card = screens.whole.learning.review.whose
    return card.isVisible() and name in card.title.text()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("look", ["claro", "oscuro"])
def test_live(opened: Callable[..., Screens], ring: Path, look: Look, size: tuple[int, int]) -> None:
    screens = opened(look, size, consent=AGREED)
    live = screens.whole.live
    screens.to(LIVE)
    screens.qtbot.waitUntil(lambda: live.top_bar.source.settled and live.top_bar.microphone.settled)
    screens.look("en-vivo")
    live.toggle()
    screens.qtbot.waitUntil(lambda: live.controller.phase is Phase.RUNNING)
    screens.qtbot.waitUntil(lambda: live.stage.notices.isVisible())
    screens.look("en-vivo-encendido")
    live.status.film.switch.click()
    screens.qtbot.waitUntil(live.status.film.room.isVisible, timeout=20_000)
    screens.look("en-vivo-grabando")
    live.toggle()
    screens.qtbot.waitUntil(lambda: live.controller.phase is Phase.OFF)
    live.top_bar.source.choose(None)
    screens.look("en-vivo-solo-voz")
    assert screens.found == {}


@pytest.fixture
def ring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A system with a keyring."""
    file = tmp_path / "keyring.json"
    monkeypatch.setattr("coach.session.secret.system_keyring", lambda: FileKeyring(file))
    monkeypatch.setattr("coach.sharing.seal.COST_LOG2", 10)
    return file


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("look", ["claro", "oscuro"])
def test_kept_sessions(opened: Callable[..., Screens], ring: Path, look: Look, size: tuple[int, int]) -> None:
    assert kept_sessions(opened(look, size, consent=AGREED), ring) == {}


def test_kept_sessions_in_english(english: None, opened: Callable[..., Screens], ring: Path) -> None:
    assert kept_sessions(opened("claro", (1280, 800), consent=AGREED), ring, "english-") == {}


def kept_sessions(screens: Screens, ring: Path, name: str = "") -> dict[str, list[str]]:
    """Looks at the page of kept sessions without any and with many; what is wrong with it."""
    page = screens.whole.learning.sessions
    screens.to(SESSIONS)
    screens.look(f"{name}sesiones-ninguna")
    with open_store(store_folder(), by_keyring(ring)) as store:
        ids = [store.save(session_record(1440 * place, "en_vivo" if place % 3 else "practica")) for place in range(12)]
        store.set_note(ids[-2], "La queja de la mañana: respiré antes de contestar")
    screens.to(HOME)
    screens.to(SESSIONS)
    screens.qtbot.waitUntil(lambda: page.table.rowCount() == 12)
    page.table.selectRow(1)
    page.retention.findChildren(QRadioButton)[1].click()
    screens.look(f"{name}sesiones")
    page.delete.click()
    assert page.question is not None
    screens.qtbot.waitUntil(page.question.isVisible)
    screens.save(page.question, f"{name}sesiones-pregunta")
    page.question.close()
    return screens.found


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("look", ["claro", "oscuro"])
def test_review_window(opened: Callable[..., Screens], ring: Path, look: Look, size: tuple[int, int]) -> None:
    assert reviewed(opened(look, size, consent=AGREED), ring) == {}


def test_review_window_in_english(english: None, opened: Callable[..., Screens], ring: Path) -> None:
    assert reviewed(opened("claro", (1280, 800), consent=AGREED), ring, "english-") == {}


def reviewed(screens: Screens, ring: Path, name: str = "") -> dict[str, list[str]]:
    """Looks at a session on its timeline, at the standard's items, and at earlier ones beneath it."""
    page, waits = screens.whole.learning.revision, partial(screens.qtbot.waitUntil, timeout=20_000)
    with open_store(store_folder(), by_keyring(ring)) as store:
        records = [kept(session(smiling(), crossed(4.0 + day), heard=voice()), day) for day in range(3)]
        ids = [store.save(record) for record in records]
    screens.to(REVISION)
    page.desk.open(ids[2])
    waits(lambda: page.side.standard.list.count() > 0)
    page.timeline.pick(next(lane for lane in page.timeline.lanes if lane.id == "sonrisa").items[0])
    screens.look(f"{name}revision")
    page.tell(KnownError("La sesión «a1b2» se interrumpió antes de tener su informe; abre Coach para hacérselo." * 2))
    screens.look(f"{name}revision-aviso")
    page.told.tell("")
    page.side.turn(STANDARD)
    for item, button in zip(
        ("saludo_horario", "nombre_puesto", "orden"), page.side.standard.buttons.values(), strict=True
    ):
        page.side.standard.choose(item)
        button.click()
        screens.look(f"{name}revision-estandar-{item}")
    page.side.turn(EARLIER)
    waits(lambda: page.side.earlier.list.count() == 2)
    for id in ids[:2]:
        page.side.earlier.toggled.emit(id)
    waits(lambda: page.comparison.read == 3)
    screens.look(f"{name}revision-comparar")
    return screens.found


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("look", ["claro", "oscuro"])
def test_sharing(opened: Callable[..., Screens], ring: Path, look: Look, size: tuple[int, int], tmp_path: Path) -> None:
    assert sharing(opened(look, size, consent=AGREED), ring, tmp_path) == {}


def test_sharing_in_english(english: None, opened: Callable[..., Screens], ring: Path, tmp_path: Path) -> None:
    assert sharing(opened("claro", (1280, 800), consent=AGREED), ring, tmp_path, "english-") == {}


VIDEO: Part = "video"
SHARED = Choice((VIDEO,), 7)


def sharing(screens: Screens, ring: Path, folder: Path, name: str = "") -> dict[str, list[str]]:
    """Looks at what others shared, at sending notes back and what is asked before sharing; what is wrong with it."""
    file, now = folder / "Ana, la queja del lunes.coach", datetime.now(UTC)
    with open_store(folder / "otra", by_keyring(folder / "otra.json")) as agent:
        share(agent, kept_with_notes(agent, recorded(folder)), file, "tres tristes tigres", SHARED, now)
    with open_store(store_folder(), by_keyring(ring)) as store:
        mine = kept_with_notes(store)
        there = receive(store, file, "tres tristes tigres", now).session
        store.annotations.put([note(there, "t1"), note(there, "t2")])
    learning = screens.whole.learning
    with screens.qtbot.waitSignal(learning.sharing.shared.listed, timeout=20_000):
        screens.to(REVIEW)
    learning.sharing.panel.table.selectRow(0)
    screens.look(f"{name}revisar-compartidas")
    learning.sharing.panel.notes.click()
    dialog = learning.sharing.notes.dialog
    assert dialog is not None
    dialog.secret.phrase.setText("tres tristes")
    screens.qtbot.waitUntil(dialog.isVisible)
    screens.save(dialog, f"{name}revisar-devolver")
    dialog.reject()
    taken = Taken(Manifest("notas", mine, now, now), mine, 3)
    learning.sharing.desk.received.emit(taken)
    screens.look(f"{name}revisar-llegaron-comentarios")
    learning.sharing.panel.review.click()
    screens.qtbot.waitUntil(learning.sharing.answer.isVisible, timeout=20_000)
    screens.look(f"{name}revision-compartida")
    learning.revision.header.title.setText("Sesión compartida · miércoles, 30 de septiembre de 2026 · 1 h 20 min")
    screens.look(f"{name}revision-compartida-larga")
    screens.to(SHARE)
    learning.share.show_session(mine)
    learning.share.sound.setChecked(True)
    screens.look(f"{name}compartir")
    return screens.found


def test_large_letters(opened: Callable[..., Screens], go_on: Flag) -> None:
    screens = opened("claro", (1280, 800), consent=AGREED, letters="grande")
    screens.look("grande-inicio")
    for page in (SETTINGS, PRIVACY, REVIEW):
        screens.to(page)
        screens.look(f"grande-{page}")
    assert screens.found == {}


@pytest.mark.parametrize("size", SIZES)
def test_english(english: None, opened: Callable[..., Screens], size: tuple[int, int]) -> None:
    screens = opened("claro", size, consent=AGREED)
    live = screens.whole.live
    screens.look("english-inicio")
    for page in (SETTINGS, PRIVACY, PRACTICE, REVIEW, PROGRESS, LIVE):
        screens.to(page)
        screens.look(f"english-{page}")
    live.toggle()
    screens.qtbot.waitUntil(lambda: live.controller.phase is Phase.RUNNING)
    screens.qtbot.waitUntil(lambda: live.stage.notices.isVisible())
    for place, client in enumerate(load_clients(), 1):
        live.service.choose_place(place)
        live.service.choose(live.service.moment, client)
        screens.look(f"english-en_vivo-{place}")
    live.service.crisis.emit()
    screens.look("english-crisis")
    assert screens.found == {}


def test_every_control_of_the_shell_has_a_name_for_screen_readers(opened: Callable[..., Screens]) -> None:
    screens = opened("claro", (1280, 800), consent=AGREED)
    for id in (HOME, SETTINGS, PRIVACY, REVIEW):
        page = screens.whole.pages[id]
        own = "qt_tableview_cornerbutton"  # Qt's, which is never shown beside rows without heads
        controls = [one for one in page.findChildren(QAbstractButton) if one.objectName() != own]
        assert len(controls) > 2
        assert [control for control in controls if not control.accessibleName()] == []


def test_the_eye_that_looks_at_the_screens_sees_what_is_wrong(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    narrow, tall, beneath = QLabel("Una frase que no cabe"), QLabel("Larga " * 30), QPushButton("Encima")
    tall.setWordWrap(True)
    for widget in (narrow, tall, beneath):
        layout.addWidget(widget)
    window.resize(300, 300)
    window.show()
    QApplication.processEvents()
    assert faults(window) == []
    narrow.resize(20, narrow.height())
    tall.resize(tall.width(), 10)
    beneath.move(tall.pos())
    assert [fault.split(":")[0] for fault in faults(window)] == ["cut off", "cut off", "overlap"]


@pytest.mark.skipif(bool(os.environ.get(TWICE)), reason="this is that run")
def test_the_same_on_a_screen_of_twice_as_many_pixels() -> None:
    own = f"{Path(__file__)}::{test_start_settings_and_learning.__name__}"
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", own, "-k", "claro and size0"],
        cwd=ROOT,
        env=os.environ | {"QT_SCALE_FACTOR": "2", TWICE: "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:]
    assert "1 passed" in done.stdout
