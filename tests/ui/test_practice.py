"""What an agent sees and does in a practice: choosing it, talking with the client, and how it ends."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coach import app
from coach.core.events import ContextChanged, Event, Features, SignalChanged, State, VoiceFeatures
from coach.errors import KnownError
from coach.manual.clients import load_clients
from coach.manual.crisis import load_crisis
from coach.practice.course import AgentsTurn, PracticeEvent
from coach.runtime.live_record import LiveRecorder
from coach.ui.client_voice import ClientVoice
from coach.ui.conversation import Conversation, PracticeChoice
from coach.ui.practice_cards import ChoiceCard, lines
from coach.ui.practice_setup import CRISIS, PracticeSetupPage
from coach.ui.session import Phase
from coach.ui.theme import LIGHT, Theme
from coach.ui.voice_panel import VoiceTables
from tests.support.sounds import write_wave
from tests.support.voices import room, voice
from tests.ui.practice_desk import SCRIPTS, Desk, begin, press
from tests.ui.screens.window import rivals
from tests.ui.script import Script


def answer(desk: Desk, qtbot: QtBot) -> None:
    """Enter shows the whole line, Enter again says that it was answered."""
    practice = desk.runner.talk.practice
    assert practice is not None
    press(desk, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not desk.runner.talk.talking)
    press(desk, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.runner.talk.talking or desk.practice_is_over, timeout=10_000)


def settle(qtbot: QtBot) -> None:
    """Let the layouts come to rest."""
    qtbot.wait(20)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    qtbot.wait(20)


def test_every_client_has_a_card_with_signs_and_treatment(desk: Desk) -> None:
    assert list(desk.page.cards) == [*load_clients(), CRISIS]
    for id, client in load_clients().items():
        card = desk.page.cards[id]
        assert card.accessibleName() == client.name
        assert all(sign in card.accessibleDescription() for sign in client.signs)
        card.click()
        assert all(line in desk.page.scene.treatment.text() for line in client.treatment)
        titles = [scene.accessibleName() for scene in desk.page.scene.scenes.values()]
        assert len(titles) >= 3 and titles[-1] == "Sorpréndeme"


@pytest.mark.skipif(sys.platform != "linux", reason="the tests take the speech service away from Linux alone")
def test_a_system_without_a_voice_is_told_of_once_and_nothing_of_it_can_be_chosen(desk: Desk, qtbot: QtBot) -> None:
    none = "Esta computadora no tiene una voz en español: tu cliente hablará por escrito."
    qtbot.waitUntil(lambda: desk.page.scene.silent.text() == none, timeout=30_000)
    shown = [label.text() for label in desk.page.findChildren(QLabel) if label.isVisible()]
    assert shown.count(none) == 1
    assert not desk.page.scene.aloud.isVisible() and not desk.page.scene.headphones.isVisible()


def test_the_crisis_offers_its_own_scenes(desk: Desk) -> None:
    desk.page.cards[CRISIS].click()
    assert {id for id in desk.page.scene.scenes if id} == {id for id, one in SCRIPTS.items() if one.scene.crisis}
    for step in load_crisis():
        assert step.text.lower() in desk.page.scene.treatment.text().lower()
    assert "<li" not in desk.page.scene.treatment.text(), "one sentence is no list"


def test_arrows_wander_and_enter_chooses(desk: Desk) -> None:
    cards = list(desk.page.cards.values())
    assert desk.page.focusWidget() is cards[0]
    press(desk, Qt.Key.Key_Down)
    press(desk, Qt.Key.Key_Right)
    press(desk, Qt.Key.Key_Return)
    assert desk.page.chosen == "impaciente"
    press(desk, Qt.Key.Key_Escape)
    assert desk.window.page is desk.home


def test_scene_and_moment_are_what_is_practised(desk: Desk, qtbot: QtBot) -> None:
    desk.page.cards["grosero"].click()
    desk.page.scene.scenes["grosero_luz"].click()
    desk.page.scene.begins.setCurrentIndex(1)
    desk.page.scene.start.click()
    assert desk.window.page is desk.live
    assert desk.panel.briefing.isVisible()
    shown = " ".join(label.text() for label in desk.panel.briefing.findChildren(QLabel) if label.isVisible())
    scene = SCRIPTS["grosero_luz"].scene
    entry = SCRIPTS["grosero_luz"].entries[0]
    assert scene.title in shown and scene.situation in shown and str(entry.entry) in shown
    assert "Coach no entiende palabras" in shown
    assert desk.live.controller.phase is Phase.OFF, "nothing is on before the agent starts it"
    desk.panel.briefing.begin.click()
    qtbot.waitUntil(lambda: desk.runner.talk.talking, timeout=10_000)
    assert desk.runner.talk.practice is not None and desk.runner.talk.practice.node.id == entry.id


def test_a_surprise_is_one_of_the_clients_scenes(desk: Desk) -> None:
    chosen: list[PracticeChoice] = []
    desk.page.prepared.connect(chosen.append)
    desk.page.cards["lento"].click()
    desk.page.scene.scenes[""].click()
    desk.page.scene.start.click()
    assert chosen[0].script.scene.client == "lento" and chosen[0].entry is None


def test_the_client_speaks_and_the_moment_is_set(desk: Desk, qtbot: QtBot) -> None:
    begin(desk, qtbot)
    opening = SCRIPTS["dominante_banco"].opening
    assert desk.live.service.moment == "saludo" and desk.live.service.client_id == "dominante"
    assert "escucha" in desk.panel.talk.turn.text()
    assert len(desk.line) < len(opening.line)
    press(desk, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.line == opening.line)
    qtbot.waitUntil(lambda: "Te toca" in desk.panel.talk.turn.text())
    assert not desk.panel.talk.hint.isVisible()
    press(desk, Qt.Key.Key_A)
    assert opening.hint in desk.panel.talk.hint.text() and desk.panel.talk.hint.isVisible()
    press(desk, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: desk.runner.talk.talking)
    press(desk, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: desk.live.service.moment == "queja")
    assert not desk.panel.talk.hint.isVisible()


def test_a_whole_practice_ends_at_the_farewell_and_turns_all_off(desk: Desk, qtbot: QtBot) -> None:
    begin(desk, qtbot, "impaciente_envios")
    moments: list[str | None] = []
    for _ in range(12):
        if desk.practice_is_over:
            break
        moments.append(desk.live.service.moment)
        answer(desk, qtbot)
        qtbot.waitUntil(lambda: desk.practice_is_over or desk.live.controller.phase is Phase.RUNNING)
    qtbot.waitUntil(lambda: desk.practice_is_over, timeout=10_000)
    assert moments[0] == "saludo" and moments[-1] == "despedida"
    assert desk.live.controller.phase is Phase.OFF
    text = " ".join(label.text() for label in desk.panel.ending.findChildren(QLabel))
    assert "¡Lo lograste!" in text and "saludo" in text and "despedida" in text


def test_what_the_client_noticed_is_told_at_the_end(desk: Desk, qtbot: QtBot) -> None:
    begin(desk, qtbot, "grosero_luz")
    desk.runner.talk.hear([SignalChanged(1.0, "sonrisa", State.PRESENT, 1.0)])
    press(desk, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not desk.runner.talk.talking)
    desk.runner.talk.hear([Features(2.0, {})])
    press(desk, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.live.service.moment == "queja")
    press(desk, Qt.Key.Key_T)
    qtbot.waitUntil(lambda: desk.practice_is_over, timeout=10_000)
    assert desk.panel.ending.notes == ["Sonreíste mientras gritaba, y te lo reclamó delante de todos."]


def test_stopping_the_camera_ends_the_practice_and_it_can_be_repeated(desk: Desk, qtbot: QtBot) -> None:
    begin(desk, qtbot)
    desk.live.toggle()
    qtbot.waitUntil(lambda: desk.practice_is_over, timeout=10_000)
    assert "a medias" in " ".join(label.text() for label in desk.panel.ending.findChildren(QLabel))
    desk.panel.ending.repeat.click()
    assert desk.panel.briefing.isVisible() and desk.panel.briefing.begin.isEnabled()
    desk.panel.briefing.begin.click()
    qtbot.waitUntil(lambda: desk.runner.talk.talking, timeout=10_000)


def test_another_one_can_be_chosen_and_the_live_view_is_itself_again(desk: Desk, qtbot: QtBot) -> None:
    begin(desk, qtbot)
    desk.live.toggle()
    qtbot.waitUntil(lambda: desk.practice_is_over, timeout=10_000)
    desk.panel.ending.leave.click()
    qtbot.waitUntil(lambda: desk.window.page is desk.page)
    assert not desk.live.side.has("invitado")
    assert desk.live.controller.ear is None
    assert (desk.live.service.moment, desk.live.service.client_id) == (None, None)


def offer_its_report(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """However short it is, a practice has one."""
    monkeypatch.setattr("coach.ui.session_end.WORTH_S", 0.0)
    desk.live.recorder = lambda: LiveRecorder("practica", datetime.now().astimezone())
    desk.live.end.offer(report=True, keep=True)


def test_escape_ends_a_practice_that_tells_something_where_its_report_is_offered(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    offer_its_report(desk, monkeypatch)
    begin(desk, qtbot)
    qtbot.waitUntil(lambda: desk.live.feed.now is not None)
    press(desk, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: desk.practice_is_over, timeout=10_000)
    assert desk.window.page is desk.live
    assert desk.panel.ending.open.isVisible()
    offered = [button.text() for button in desk.live.stage.notices.findChildren(QPushButton) if button.isVisible()]
    assert offered == ["Ahora no", "Guardar sesión"], "the report is in the panel; a session is kept here"
    press(desk, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: desk.window.page is desk.home)


def test_one_button_is_the_next_step_and_the_line_names_it(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    offer_its_report(desk, monkeypatch)
    desk.page.prepared.emit(PracticeChoice(SCRIPTS["lento_tramite"]))
    assert rivals(desk.window) == []
    assert desk.live.advice.text == "Cuando quieras, pulsa Empezar la práctica. La cámara está apagada."
    desk.panel.briefing.begin.click()
    qtbot.waitUntil(lambda: desk.runner.talk.talking and desk.live.feed.now is not None, timeout=10_000)
    desk.runner.talk.end()
    qtbot.waitUntil(lambda: desk.practice_is_over, timeout=10_000)
    assert rivals(desk.window) == []
    assert "pulsa Ver informe" in desk.live.advice.text
    desk.page.prepared.emit(PracticeChoice(SCRIPTS["lento_tramite"]))
    desk.window.show_page("inicio")
    assert not desk.live.top_bar.primary.property("quiet"), "alone, it leads again"
    assert "pulsa Iniciar" in desk.live.advice.text


def test_leaving_in_the_middle_ends_all(desk: Desk, qtbot: QtBot) -> None:
    begin(desk, qtbot)
    press(desk, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: desk.window.page is desk.home, timeout=10_000)
    assert desk.live.controller.phase is Phase.OFF
    assert desk.runner.talk.practice is None and not desk.live.side.has("invitado")


def test_what_cannot_be_opened_can_be_tried_again(desk: Desk, qtbot: QtBot, script: Script) -> None:
    script.building_error = KnownError("La cámara está ocupada.")
    desk.page.prepared.emit(PracticeChoice(SCRIPTS["lento_tramite"]))
    desk.panel.briefing.begin.click()
    qtbot.waitUntil(lambda: desk.live.controller.phase is Phase.OFF)
    qtbot.waitUntil(lambda: desk.panel.briefing.begin.isEnabled())
    assert desk.panel.briefing.isVisible()
    script.building_error = None
    desk.panel.briefing.begin.click()
    qtbot.waitUntil(lambda: desk.runner.talk.talking, timeout=10_000)


def test_a_crisis_shows_the_step_of_the_protocol(desk: Desk, qtbot: QtBot) -> None:
    begin(desk, qtbot, "crisis_hospital")
    assert desk.panel.talk.step.text() == "Protocolo, paso 1 de 10: Mantén la calma"
    shown = [label.text() for label in desk.panel.talk.findChildren(QLabel) if label.isVisible()]
    assert "Cliente fuera de control" in shown


def test_the_session_is_told_the_moments(qtbot: QtBot, open_desk: Callable[..., Desk], script: Script) -> None:
    desk = open_desk()
    told: list[tuple[str | None, str | None]] = []
    desk.live.service.changed.connect(lambda moment, client: told.append((moment, client)))
    begin(desk, qtbot, "lento_tramite", "acta")
    assert told == [(None, "lento"), ("sondeo", "lento")]


def cut_off(page: QWidget) -> list[str]:
    labels = [label for label in page.findChildren(QLabel) if label.isVisible() and label.wordWrap()]
    return [label.text() for label in labels if label.height() < label.heightForWidth(label.width())]


@pytest.mark.parametrize("size", [(960, 640), (1280, 800), (1920, 1080)], ids=lambda size: str(size[0]))
def test_nothing_is_cut_off(open_desk: Callable[..., Desk], qtbot: QtBot, size: tuple[int, int]) -> None:
    desk = open_desk(LIGHT, size)
    for id in desk.page.cards:
        desk.page.choose(id)
        settle(qtbot)
        # Whether there is a voice is known at some moment, which lays the page out anew.
        qtbot.waitUntil(lambda: not cut_off(desk.page))
    begin(desk, qtbot, "hablador_municipio")
    desk.runner.talk.close()
    talk = desk.panel.talk
    for script in SCRIPTS.values():
        longest = max(script.nodes.values(), key=lambda node: len(node.line) + len(node.gesture or ""))
        talk.show_line(longest, longest.line, "Argumentación", "", again=False)
        talk.show_hint()
        settle(qtbot)
        assert not cut_off(talk), script.id


def test_a_real_session_is_practised_by_ear(open_desk: Callable[..., Desk], qtbot: QtBot, tmp_path: Path) -> None:
    """A recording stands in for the microphone: the answer ends by itself, and the client goes on."""
    sound = np.concatenate([room(7.0), voice("voz_grave"), room(8.0)])
    wave = write_wave(tmp_path / "respuesta.wav", sound[:, None], 16_000)
    desk = open_desk(factory=app.live_session)
    desk.live.top_bar.source.choose(None)
    desk.live.top_bar.microphone.choose(str(wave))
    contexts: list[ContextChanged] = []

    def note(events: list[Event], perceived: object) -> None:
        contexts.extend(event for event in events if isinstance(event, ContextChanged))

    desk.live.controller.events.connect(note)
    begin(desk, qtbot, "reservado_banco")
    qtbot.waitUntil(lambda: "Te escucho" in desk.panel.talk.turn.text(), timeout=30_000)
    qtbot.waitUntil(lambda: desk.live.service.moment == "sondeo", timeout=30_000)
    qtbot.waitUntil(lambda: ("sondeo", "reservado") in [(one.moment, one.client) for one in contexts], timeout=5_000)
    assert ("saludo", "reservado") in [(one.moment, one.client) for one in contexts]


class Microphone:
    """Remembers when it is not listened to."""

    def __init__(self) -> None:
        self.passing: list[bool] = []

    def pass_over(self, passing: bool) -> None:
        self.passing.append(passing)


@pytest.mark.parametrize("headphones", [False, True])
def test_a_client_who_is_heard_by_loudspeaker_is_not_listened_to(qtbot: QtBot, headphones: bool) -> None:
    spoken, microphone = ClientVoice(language="en", engine="mock"), Microphone()
    with qtbot.waitSignal(spoken.found, timeout=20_000):
        spoken.look()
    talk = Conversation(spoken, microphone)
    talk.prepare(PracticeChoice(SCRIPTS["reservado_banco"], headphones=headphones), hears=True)
    assert talk.aloud
    microphone.passing.clear()
    talk.begin()
    qtbot.waitUntil(lambda: talk.talking)
    assert microphone.passing == [not headphones]
    qtbot.waitUntil(lambda: not talk.talking, timeout=10_000)
    assert microphone.passing == [not headphones, False]
    told: list[PracticeEvent] = []
    talk.told.connect(told.append)
    talk.hear([VoiceFeatures(9.0, {"speech": 0.0})])
    qtbot.waitUntil(lambda: [type(event) for event in told] == [AgentsTurn])
    talk.close()
    spoken.close()


def test_who_may_record_is_told_that_a_loud_client_is_recorded_too(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ClientVoice, "has_sound", property(lambda _: True))

    def told(headphones: bool) -> str:
        desk.page.prepared.emit(PracticeChoice(SCRIPTS["reservado_banco"], headphones=headphones))
        return desk.panel.briefing._how.text()

    assert "por la bocina" in told(headphones=False) and "grab" not in told(headphones=False)
    desk.live.film.offer(lambda camera, microphone: None)
    assert told(headphones=False).endswith("Si grabas, su voz también queda en la grabación.")
    assert "grab" not in told(headphones=True)
    assert "Si tu cliente simulado suena por la bocina, su voz también queda." in desk.live.status.film.switch.toolTip()


def test_the_page_loads_its_scripts_only_when_it_is_entered(qtbot: QtBot, voice_tables: VoiceTables) -> None:
    loaded: list[str] = []

    def load() -> object:
        loaded.append("scripts")
        return SCRIPTS

    page = PracticeSetupPage(load_clients(), load, {}, ClientVoice(), lambda found: found[0], Theme(LIGHT))  # type: ignore[arg-type]
    qtbot.addWidget(page)
    assert loaded == []


def test_a_second_line_on_a_card_stands_under_the_words_and_not_under_the_dot(qtbot: QtBot) -> None:
    card = ChoiceCard("Lento", lines(["Parece tener todo el tiempo del mundo"]), Theme(LIGHT), "clientCard")
    qtbot.addWidget(card)
    card.resize(180, 200)
    card.show()
    label = next(label for label in card.findChildren(QLabel) if "Parece" in label.text())
    image, half = label.grab().toImage(), label.height() // 2
    ground = image.pixel(label.width() - 1, label.height() - 1)
    below = [image.pixel(x, y) for x in range(7) for y in range(half, label.height())]
    assert label.height() > 1.5 * label.fontMetrics().height() and set(below) == {ground}


def test_what_hangs_beside_a_dot_does_so_in_every_size(qtbot: QtBot) -> None:
    card = ChoiceCard("Grosero", "· Grita\n· Insulta", Theme(LIGHT), "clientCard")
    qtbot.addWidget(card)
    before = sorted(label.text() for label in card.findChildren(QLabel))
    card.set_theme(Theme(LIGHT, 1.5))
    assert any("margin: 0 0 0 12px; text-indent: -12px" in label.text() for label in card.findChildren(QLabel))
    card.set_theme(Theme(LIGHT))
    assert sorted(label.text() for label in card.findChildren(QLabel)) == before
