"""Crossing threads: what waits is bounded, what arrives is the newest, and it arrives on the main thread."""

from __future__ import annotations

import threading
from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import QCoreApplication, QThread
from pytestqt.qtbot import QtBot

from coach.core.events import (
    ConditionChanged,
    Event,
    Features,
    FindingChanged,
    Frame,
    SignalChanged,
    SpeechSpan,
    State,
    Syllable,
    VoiceFeatures,
)
from coach.ui.bridge import Background, Bridge
from tests.ui.script import perceived, picture


def from_another_thread(work: Any) -> None:
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


def test_a_busy_window_gets_the_newest_frame_alone(qtbot: QtBot) -> None:
    bridge, got = Bridge(), []
    bridge.frame.connect(lambda frame: got.append(frame.t))
    image = picture()

    def film() -> None:
        for t in range(300):
            bridge.on_frame(Frame(t / 30, image))

    from_another_thread(film)
    QCoreApplication.processEvents()
    assert got == [299 / 30]


def test_a_busy_window_gets_the_newest_word_on_each_subject_in_order(qtbot: QtBot) -> None:
    bridge = Bridge()
    got: list[Event] = []
    bridge.events.connect(lambda events, seen: got.extend(events))

    def report() -> None:
        for t in range(1000):
            state = State.PRESENT if t % 2 else State.ABSENT
            bridge.on_events([Features(t, {}), SignalChanged(t, "sonrisa", state, None)], None)
        bridge.on_events([ConditionChanged(1000.0, "oscuro", True)], None)

    from_another_thread(report)
    QCoreApplication.processEvents()
    expected = [SignalChanged(999, "sonrisa", State.PRESENT, None), ConditionChanged(1000.0, "oscuro", True)]
    assert got == expected


def test_each_finding_of_the_voice_arrives_and_of_measurements_the_newest(qtbot: QtBot) -> None:
    bridge = Bridge()
    got: list[Event] = []
    bridge.events.connect(lambda events, seen: got.extend(events))
    findings: list[Event] = [FindingChanged(1.0, id, State.PRESENT, None) for id in ("lento", "monotono")]
    bridge.on_events([*findings, Syllable(1.1), SpeechSpan(0.0, 1.0)], None)
    bridge.on_events([VoiceFeatures(t / 10, {}) for t in range(100)], None)
    QCoreApplication.processEvents()
    assert got == [*findings, VoiceFeatures(9.9, {})]


def test_landmarks_arrive_with_no_event_at_all(qtbot: QtBot) -> None:
    bridge, newest = Bridge(), perceived()
    with qtbot.waitSignal(bridge.events) as caught:
        from_another_thread(lambda: bridge.on_events([], newest))
    assert caught.args is not None
    assert caught.args[0] == []
    assert caught.args[1] is newest


def test_hooks_of_any_thread_arrive_on_the_main_one(qtbot: QtBot) -> None:
    bridge, threads = Bridge(), []
    for signal in (bridge.frame, bridge.events, bridge.failed):
        signal.connect(lambda *args: threads.append(QThread.currentThread()))

    def report() -> None:
        bridge.on_frame(Frame(0.0, picture()))
        bridge.on_events([], None)
        bridge.on_error(OSError("adiós"))

    from_another_thread(report)
    qtbot.waitUntil(lambda: len(threads) == 3)
    assert set(threads) == {QCoreApplication.instance().thread()}  # type: ignore[union-attr]


def test_slow_work_hands_back_its_outcome_or_its_error(qtbot: QtBot) -> None:
    background, got = Background(), []

    def then(outcome: Future[Any]) -> None:
        got.append((outcome.exception() or outcome.result(), threading.current_thread()))

    background.run(lambda: 42, then)
    background.run(lambda: 1 // 0, then)
    qtbot.waitUntil(lambda: len(got) == 2)
    background.close()
    assert got[0] == (42, threading.main_thread())
    assert isinstance(got[1][0], ZeroDivisionError)
