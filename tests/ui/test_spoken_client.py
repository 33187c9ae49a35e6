"""The simulated client heard for real: Qt's engine, speech-dispatcher, espeak-ng, and what the loudspeaker plays."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from typing import TypeVar

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach import app
from coach.core.events import SAMPLE_RATE, ConditionChanged, Event, SpeechSpan, Syllable, VoiceFeatures
from coach.manual.conditions import CLIENT
from coach.ui.client_voice import ClientVoice
from coach.ui.conversation import PracticeChoice
from tests.support.pulse import RATE, Pulse, require_pulse
from tests.support.speech_service import Loudspeaker, SpeechService, require_speech
from tests.support.voices import listen, room
from tests.support.voices import voice as voice_of
from tests.ui.practice_desk import SCRIPTS, Desk, press

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="PulseAudio and speech-dispatcher are Linux's")
LINE = "Buenas tardes, vengo por un trámite que dejé pendiente la semana pasada."
SYLLABLES = 24
FOUND_MS = 60_000
SILENT_S = 0.3
"""So soon the client falls silent."""
BUSY_S = 2.0
"""As late, at most, where there is but one try, and the machine may be busy; what of a line is left takes longer."""
LISTENED_MS = 2500
"""Longer than that, so that a line which goes on would be heard to."""
LONGEST = max(SCRIPTS.values(), key=lambda script: len(script.opening.line))
Heard = TypeVar("Heard")


@pytest.fixture(scope="module")
def server() -> Iterator[Pulse]:
    require_pulse()
    require_speech()
    with Pulse() as pulse:
        yield pulse


@pytest.fixture(scope="module")
def loudspeaker(server: Pulse) -> Iterator[Loudspeaker]:
    with SpeechService(server) as service, pytest.MonkeyPatch.context() as patch:
        for name, value in service.environment.items():
            patch.setenv(name, value)
        loudspeaker = Loudspeaker(server)
        yield loudspeaker
        loudspeaker.close()


@pytest.fixture(scope="module")
def voice(loudspeaker: Loudspeaker, qapp: QApplication) -> Iterator[ClientVoice]:
    """For all tests, as it takes seconds to find."""
    voice = ClientVoice()
    yield voice
    voice.close()


@pytest.fixture
def client(voice: ClientVoice, qtbot: QtBot) -> ClientVoice:
    if not voice.has_sound:
        with qtbot.waitSignal(voice.found, timeout=FOUND_MS) as found:
            voice.look()
        assert found.args == [True]
    return voice


def say(client: ClientVoice, qtbot: QtBot, pace: float = 1.0) -> tuple[float, float]:
    """The whole line; when it was asked for, and when it was told to be finished."""
    began = time.monotonic()
    with qtbot.waitSignal(client.finished, timeout=30_000):
        client.say(LINE, pace, aloud=True)
    return began, time.monotonic()


def hear(qtbot: QtBot, loudspeaker: Loudspeaker, since: float) -> None:
    qtbot.waitUntil(lambda: loudspeaker.last_sound() > since, timeout=10_000)


def time_to_silence(
    qtbot: QtBot, client: ClientVoice, loudspeaker: Loudspeaker, cut_off: Callable[[ClientVoice], None]
) -> float:
    """How long a line that is cut off in its midst is heard yet."""
    began = time.monotonic()
    client.say(LINE, 1.0, aloud=True)
    hear(qtbot, loudspeaker, began)
    qtbot.wait(400)
    stopped = time.monotonic()
    cut_off(client)
    qtbot.wait(LISTENED_MS)
    return loudspeaker.last_sound() - stopped


def test_the_line_is_heard_as_speech_of_its_length_until_it_is_finished(
    qtbot: QtBot, client: ClientVoice, loudspeaker: Loudspeaker
) -> None:
    began, finished = say(client, qtbot)
    qtbot.wait(400)
    assert -0.1 < finished - loudspeaker.last_sound() < BUSY_S, "the next line waits for this one's end, and no longer"
    events = listen(loudspeaker.since(began))
    spoken_s = sum(event.end_s - event.start_s for event in events if isinstance(event, SpeechSpan))
    assert 0.7 * (finished - began) < spoken_s < finished - began
    assert sum(isinstance(event, Syllable) for event in events) == pytest.approx(SYLLABLES, rel=0.25)


def test_a_client_in_a_hurry_speaks_faster(qtbot: QtBot, client: ClientVoice) -> None:
    took_s = {}
    for pace in (0.75, 1.25):
        began, finished = say(client, qtbot, pace)
        took_s[pace] = finished - began
    assert 1.2 < took_s[0.75] / took_s[1.25] < 2.5


@pytest.mark.parametrize("cut_off", [ClientVoice.stop, ClientVoice.hurry])
def test_it_falls_silent_at_once(
    qtbot: QtBot, client: ClientVoice, loudspeaker: Loudspeaker, cut_off: Callable[[ClientVoice], None]
) -> None:
    """The quickest of three, as the machine may be busy."""
    assert min(time_to_silence(qtbot, client, loudspeaker, cut_off) for _ in range(3)) < SILENT_S


def test_a_window_that_closes_silences_it(qtbot: QtBot, client: ClientVoice, loudspeaker: Loudspeaker) -> None:
    assert time_to_silence(qtbot, client, loudspeaker, ClientVoice.close) < BUSY_S


def test_a_line_cuts_off_the_one_before(qtbot: QtBot, client: ClientVoice, loudspeaker: Loudspeaker) -> None:
    """The quickest of three, as above."""
    assert min(time_to_next(qtbot, client, loudspeaker) for _ in range(3)) < 4.0
    qtbot.wait(1500)
    assert time.monotonic() - loudspeaker.last_sound() > 0.5


def time_to_next(qtbot: QtBot, client: ClientVoice, loudspeaker: Loudspeaker) -> float:
    """How long after another line was asked for that one has been heard, and is over."""
    began = time.monotonic()
    client.say(LINE, 1.0, aloud=True)
    hear(qtbot, loudspeaker, began)
    cut = time.monotonic()
    with qtbot.waitSignal(client.finished, timeout=30_000):
        client.say("Sí, claro.", 1.0, aloud=True)
    hear(qtbot, loudspeaker, cut + SILENT_S)
    return time.monotonic() - cut


class Practising:
    """The window in a practice whose client is heard by the microphone too, as in a room; all that the session told."""

    def __init__(self, desk: Desk, qtbot: QtBot, *, headphones: bool) -> None:
        self.desk, self.told = desk, list[Event]()
        desk.live.top_bar.source.choose(None)
        desk.live.top_bar.microphone.choose("default")
        qtbot.waitUntil(desk.page.scene.aloud.isVisible, timeout=FOUND_MS)
        desk.page.prepared.emit(PracticeChoice(LONGEST, headphones=headphones))
        desk.live.controller.ear = self._hear
        desk.panel.briefing.begin.click()
        qtbot.waitUntil(lambda: desk.runner.talk.talking, timeout=60_000)

    def of(self, kind: type[Heard]) -> list[Heard]:
        return [event for event in list(self.told) if isinstance(event, kind)]

    def _hear(self, events: list[Event]) -> None:
        self.told += events
        self.desk.runner.talk.hear(events)


@pytest.mark.timeout(240)
def test_the_client_is_not_taken_for_the_agent(
    qtbot: QtBot, open_desk: Callable[..., Desk], loudspeaker: Loudspeaker, server: Pulse
) -> None:
    practising = Practising(open_desk(factory=app.live_session), qtbot, headphones=False)
    desk, talk = practising.desk, practising.desk.panel.talk
    qtbot.waitUntil(lambda: desk.live.voice.rate.text == "Habla tu cliente", timeout=10_000)
    hear(qtbot, loudspeaker, time.monotonic())
    qtbot.waitUntil(lambda: "Te toca" in talk.turn.text(), timeout=30_000)
    qtbot.wait(2500)
    assert "Te toca" in talk.turn.text() and desk.live.service.moment == "saludo"
    assert practising.of(SpeechSpan) == [] and practising.of(Syllable) == []
    assert all((event.values["speech"] or 0.0) < 0.5 for event in practising.of(VoiceFeatures))
    assert [one.active for one in practising.of(ConditionChanged) if one.id == CLIENT] == [True, False]
    answer = np.concatenate([voice_of("voz_grave"), room(8.0)])
    server.play(np.repeat(np.repeat(answer, RATE // SAMPLE_RATE)[:, None], 2, axis=1))
    qtbot.waitUntil(lambda: "Te escucho" in talk.turn.text(), timeout=20_000)
    qtbot.waitUntil(lambda: desk.runner.talk.talking, timeout=30_000)
    server.quiet()
    assert sum(span.end_s - span.start_s for span in practising.of(SpeechSpan)) > 5.0


@pytest.mark.timeout(240)
def test_headphones_that_are_none_are_heard(
    qtbot: QtBot, open_desk: Callable[..., Desk], loudspeaker: Loudspeaker
) -> None:
    """So that what the test above is about could go wrong."""
    practising = Practising(open_desk(factory=app.live_session), qtbot, headphones=True)
    qtbot.waitUntil(lambda: len(practising.of(Syllable)) > 5, timeout=30_000)
    assert practising.of(ConditionChanged) == []


@pytest.mark.timeout(240)
def test_whoever_leaves_hears_no_more(qtbot: QtBot, open_desk: Callable[..., Desk], loudspeaker: Loudspeaker) -> None:
    began = time.monotonic()
    desk = Practising(open_desk(factory=app.live_session), qtbot, headphones=False).desk
    hear(qtbot, loudspeaker, began)
    left = time.monotonic()
    press(desk, Qt.Key.Key_Escape)
    qtbot.wait(LISTENED_MS)
    assert loudspeaker.last_sound() - left < BUSY_S
    qtbot.waitUntil(lambda: desk.window.page is desk.home, timeout=10_000)
