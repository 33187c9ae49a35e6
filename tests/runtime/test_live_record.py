"""What a live session leaves behind: the same as a recording of the same events, whichever stream came first."""

from __future__ import annotations

import json
import tracemalloc
from datetime import UTC, datetime
from threading import Event as Flag
from time import sleep

import pytest

from coach import app
from coach.core.events import (
    ConditionChanged,
    CongruenceSegment,
    ContextChanged,
    Cue,
    Event,
    FindingSegment,
    SignalSegment,
    SpeechSpan,
    Syllable,
)
from coach.detectors.profile import Profile
from coach.report.record import from_document, to_document
from coach.report.report import report
from coach.report.result import Stretch
from coach.resources import demo_recording
from coach.runtime.live_record import LiveRecorder
from tests.support.told import busy_session, everything_seen, look, sound

STARTED = datetime(2026, 3, 2, 14, 30, tzinfo=UTC)


@pytest.fixture
def recorder() -> LiveRecorder:
    return LiveRecorder("en_vivo", STARTED)


def test_a_session_that_began_with_the_picture(recorder: LiveRecorder) -> None:
    recorder.push([look(0.0), *everything_seen(0.0), ContextChanged(0.0, "saludo", None)])
    recorder.push([look(2.0), SignalSegment("sonrisa", 0.5, 2.0, 0.9)])
    recorder.push([look(2.2)])
    recorder.push([look(4.0)])
    recorder.push([sound(4.0)])
    recorder.push(
        [sound(4.1), FindingSegment("rapido", 4.0, 4.1, 0.8), CongruenceSegment("escucha_activa", 4.0, 4.1, 0.8)]
    )
    recorder.push([sound(5.0), Cue(5.0, "Habla más despacio", ("rapido",), "corrige")])
    recorder.push([look(6.0), ContextChanged(6.0, "queja", "grosero")])
    recorder.push([look(8.0)])
    result = recorder.record().result
    assert recorder.seconds == result.duration_s == 8.0
    assert result.stretches == (Stretch(0.0, 6.0, "saludo", None), Stretch(6.0, 8.0, "queja", "grosero"))
    assert result.segments == (SignalSegment("sonrisa", 0.5, 2.0, 0.9),)
    assert result.voice is not None
    assert result.voice.findings == (FindingSegment("rapido", 4.0, 4.1, 0.8),)
    assert [one.start_s for one in result.congruences] == [4.0]
    assert [cue.t for cue in result.cues] == [5.0]
    assert result.voice.curve[0].t == 4.0
    assert result.voice.wanted == ("calido", "tranquilo")


def test_what_came_long_after_the_other_fell_silent_is_where_it_was() -> None:
    """A microphone that was unplugged at 2 s, and a camera that another program held until 60 s."""
    told: list[Event] = []
    recorder = LiveRecorder("en_vivo", STARTED, also=told.extend)
    recorder.push([sound(1.9), ConditionChanged(2.0, "microfono_desconectado", True)])
    recorder.push([look(60.0), *everything_seen(60.0)])
    recorder.push([look(70.0), SignalSegment("sonrisa", 61.0, 65.0, 0.9)])
    result = recorder.record().result
    assert result.segments == (SignalSegment("sonrisa", 61.0, 65.0, 0.9),)
    assert recorder.seconds == result.duration_s == 70.0
    assert SignalSegment("sonrisa", 61.0, 65.0, 0.9) in told


def test_what_voice_and_face_say_together_is_kept_by_itself_too(recorder: LiveRecorder) -> None:
    """As the end of a session tells it, where nothing else was present."""
    recorder.push([look(0.0), sound(0.0)])
    recorder.push([CongruenceSegment("escucha_activa", 1.0, 3.0, 0.8)])
    assert recorder.record().result.congruences == (CongruenceSegment("escucha_activa", 1.0, 3.0, 0.8),)


def test_a_session_of_the_microphone_alone(recorder: LiveRecorder) -> None:
    recorder.push([ConditionChanged(0.5, "microfono_en_silencio", True)])
    recorder.push([sound(t / 10) for t in range(100)])
    recorder.push([SpeechSpan(0.0, 6.0), *(Syllable(t / 5) for t in range(30)), sound(10.0)])
    result = recorder.record().result
    assert not result.source.video and result.source.audio
    assert set(result.observable.values()) == {0.0}
    assert result.conditions[0].id == "microfono_en_silencio"
    assert result.voice is not None and result.voice.speech_s == 6.0


def test_a_session_of_the_camera_alone(recorder: LiveRecorder) -> None:
    recorder.push([look(0.0), *everything_seen(0.0)])
    recorder.push([look(1.0)])
    result = recorder.record().result
    assert result.source.video and not result.source.audio and result.voice is None
    assert result.observable["sonrisa"] == 1.0


def test_the_speakers_own_factor_counts(recorder: LiveRecorder) -> None:
    own = LiveRecorder("practica", STARTED, lambda: Profile(rate_factor=1.5))
    for one in (own, recorder):
        one.push([SpeechSpan(0.0, 10.0), *(Syllable(t / 4) for t in range(40)), sound(10.0)])
    calibrated, typical = own.record().result.voice, recorder.record().result.voice
    assert calibrated is not None and typical is not None
    assert calibrated.rate_calibrated and calibrated.syllables == pytest.approx(60.0)
    assert not typical.rate_calibrated and typical.syllables == pytest.approx(38.4)


def test_nothing_at_all_is_still_a_session(recorder: LiveRecorder) -> None:
    recorder.push([])
    record = recorder.record()
    assert record.result.duration_s == 0.0
    assert report(record).sections


def test_what_it_gives_can_be_kept_and_told(recorder: LiveRecorder) -> None:
    for batch in busy_session(minutes=1):
        recorder.push(batch)
    record = recorder.record()
    assert from_document(json.loads(json.dumps(to_document(record)))).result.duration_s == pytest.approx(60.0, abs=1.0)
    assert any(section.id == "voz" for section in report(record).sections)


def test_half_an_hour_stays_small(recorder: LiveRecorder) -> None:
    tracemalloc.start()
    try:
        for batch in busy_session(minutes=30):
            recorder.push(batch)
        held, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert held < 4_000_000
    record = recorder.record()
    assert record.result.blind == ()  # five milliseconds each second: a chart would claim too much of them
    assert 0.99 < record.result.observable["frotar_manos"] < 1.0
    assert len(json.dumps(to_document(record))) < 500_000


def test_a_real_session_of_the_demo_recording() -> None:
    """Camera and microphone stood in for by the demo, in real time: what is told on the way is in the record."""
    enough = Flag()
    recorder = LiveRecorder("practica", STARTED)
    errors: list[Exception] = []

    def note(events: list[Event], perceived: object) -> None:
        recorder.push(events)
        if recorder.seconds > 6.0:
            enough.set()

    demo = str(demo_recording())
    live = app.live_session(
        demo, microphone=demo, moment="saludo", on_frame=lambda frame: None, on_events=note, on_error=errors.append
    )
    live.start()
    try:
        assert enough.wait(60.0), errors
        live.set_context("queja", "grosero")
        sleep(1.0)
    finally:
        live.stop()
    result = recorder.record().result
    assert [one.moment for one in result.stretches] == ["saludo", "queja"]
    assert result.stretches[1].client == "grosero"
    assert result.source.video and max(result.observable.values()) > 0.5
    assert result.voice is not None and len(result.voice.curve) >= 5
    assert from_document(json.loads(json.dumps(to_document(recorder.record())))).result.stretches == tuple(
        Stretch(round(one.start_s, 3), round(one.end_s, 3), one.moment, one.client) for one in result.stretches
    )
