"""The voice of recordings and of live sessions, through the whole chain."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import av
import numpy as np
import pytest

from coach import app
from coach.core.events import ConditionChanged, Event, Features, Frame, SpeechSpan, Syllable, ToneScored, VoiceFeatures
from coach.core.landmarks import Perceived
from coach.core.sound_source import SoundSource
from coach.errors import KnownError
from coach.manual.catalog import load_catalog
from coach.manual.conditions import load_conditions
from coach.report.document import document
from coach.report.page import page
from coach.report.record import SessionRecord
from coach.report.result import Result
from coach.report.summary import Look, summary
from coach.report.words import DEAF
from coach.runtime.adviser import make_adviser
from coach.runtime.live import LiveSession
from coach.runtime.live_voice import LiveVoice
from coach.runtime.session import FirstError, SerialSink, Session
from coach.runtime.session_clock import SessionClock, Stream
from coach.runtime.shared_advice import SharedAdvice
from coach.runtime.voice_chain import VoiceChain, VoiceStage
from coach.vision.open_source import open_source
from coach.voz.open_sound import open_sound
from tests.support.media import write_video
from tests.support.mjpeg_server import MjpegServer, jpegs, moving_bar
from tests.support.plain_chain import PlainChain
from tests.support.sounds import tone, write_wave
from tests.support.voices import AUDIO, voice

WHOLE_S = 40.0


@pytest.fixture(scope="module")
def speech(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same words for forty seconds."""
    samples = np.resize(voice("voz_grave"), round(WHOLE_S * 16_000))
    return write_wave(tmp_path_factory.mktemp("habla") / "habla.wav", samples[:, None], 16_000)


@pytest.fixture(scope="module")
def heard(speech: Path) -> Result:
    return app.analyse_file(str(speech), moment="saludo")


def test_sound_alone_is_judged(heard: Result) -> None:
    found = heard.voice
    assert found is not None
    assert 0.6 * WHOLE_S < found.speech_s < WHOLE_S
    assert found.speech_rate_syl_s is not None and 3.0 < found.speech_rate_syl_s < 6.5
    assert found.pitch_median_hz is not None and 70.0 < found.pitch_median_hz < 250.0
    assert found.words_per_min == pytest.approx(30.0 * found.speech_rate_syl_s)
    assert not found.rate_calibrated and found.reference
    assert found.wanted == ("calido",)
    assert heard.duration_s == pytest.approx(WHOLE_S, abs=0.1)


def test_an_unmanipulated_voice_has_no_confident_tone(heard: Result) -> None:
    assert heard.voice is not None and len(heard.voice.scored) > 15
    assert heard.voice.led() == {}


def test_the_document_holds_the_contract(heard: Result) -> None:
    told = json.loads(json.dumps(document(heard, load_catalog()), allow_nan=False))["voice"]
    assert set(told) == {
        "speech_s", "pause_s", "syllables", "speech_rate_syl_s", "articulation_rate_syl_s", "words_per_min",
        "pitch_median_hz", "pitch_range_st", "level_db", "noise_db", "tones", "findings",
    }  # fmt: skip
    assert all(isinstance(value, float) for key, value in told.items() if key not in ("tones", "findings"))
    for window in told["tones"]:
        assert set(window) == {"start_s", "end_s", "scores", "id"}
        assert set(window["scores"]) == {"calido", "tranquilo", "persuasivo", "sugestivo", "seguro"}
        assert all(0.0 <= score <= 1.0 for score in window["scores"].values())


def test_a_video_with_sound_is_seen_and_heard_alike(heard: Result, speech: Path, tmp_path: Path) -> None:
    samples = np.resize(voice("voz_grave"), round(WHOLE_S * 16_000))
    pictures = range(0, 2000, 200)
    film = write_wave(tmp_path / "film.mkv", samples[:, None], 16_000, pictures=pictures)
    both = app.analyse_file(str(film), moment="saludo")
    assert both.source.video and both.voice is not None and heard.voice is not None
    assert both.voice.tones == heard.voice.tones
    assert both.voice.findings == heard.voice.findings
    # That the picture is dark is told as what hampered the view, for nobody can light a recording.
    assert [cue.because for cue in both.cues] == [cue.because for cue in heard.cues]
    assert "oscuro" in {span.id for span in both.hampered}


def test_silence_and_a_video_without_sound(tmp_path: Path) -> None:
    silence = write_wave(tmp_path / "nada.wav", np.zeros((48_000, 1), np.float32), 16_000)
    found = app.analyse_file(str(silence)).voice
    assert found is not None
    assert (found.speech_s, found.speech_rate_syl_s, found.pitch_median_hz) == (0.0, None, None)
    assert found.scored == () and found.findings == ()
    write_video(tmp_path / "mudo.mp4", stamps=tuple(range(0, 1000, 100)))
    assert app.analyse_file(str(tmp_path / "mudo.mp4")).voice is None


def test_a_video_whose_sound_is_damaged_says_so(tmp_path: Path) -> None:
    film = deafened(tmp_path / "film.mp4")
    result = app.analyse_file(str(film))
    assert result.source.audio and result.voice is None and result.seen_s > 0.0
    assert DEAF in page(SessionRecord("grabacion", datetime(2026, 3, 2, tzinfo=UTC), result))
    told = " ".join(summary(result, load_catalog(), dict(load_conditions()), Look()).split())
    assert DEAF in told


def deafened(path: Path) -> Path:
    """A video of two seconds, whose pictures are whole and whose sound is nothing but ones."""
    write_wave(path, tone(300.0, 2.0, 16_000), 16_000, "aac", pictures=range(0, 2000, 200))
    data = bytearray(path.read_bytes())
    with av.open(str(path)) as container:
        for packet in container.demux(audio=0):
            if packet.pos is not None and packet.size:
                data[packet.pos : packet.pos + packet.size] = b"\xff" * packet.size
    path.write_bytes(data)
    return path


class Told:
    """What a session reports; never two at once."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.errors: list[Exception] = []
        self.threads: set[str] = set()
        self._busy = threading.Lock()

    def take(self, events: list[Event], perceived: Perceived | None) -> None:
        assert self._busy.acquire(blocking=False), "two reports at once"
        time.sleep(0.002)
        self.events += events
        self.threads.add(threading.current_thread().name)
        self._busy.release()

    def until(self, done: Callable[[], bool], at_most: float = 30.0) -> None:
        began = time.monotonic()
        while not done():
            assert not self.errors, self.errors
            assert time.monotonic() - began < at_most
            time.sleep(0.02)

    def of(self, kind: type) -> list[Event]:
        return [event for event in self.events if isinstance(event, kind)]


def test_live_by_ear_alone() -> None:
    told, frames = Told(), list[Frame]()
    where = str(AUDIO / "voz_grave.wav")
    session = app.live_session(
        None, microphone=where, on_frame=frames.append, on_events=told.take, on_error=told.errors.append
    )
    session.start()
    told.until(lambda: not session.running)
    assert session.join(1.0)
    session.stop()
    assert frames == [] and told.errors == []
    assert len(told.of(VoiceFeatures)) > 90 and told.of(Syllable) and told.of(SpeechSpan)
    assert {event.reason for event in told.of(ToneScored) if isinstance(event, ToneScored)} <= {
        "poca_voz",
        "sin_pausa",
        "sin_referencia",
    }
    assert session.voice_stats is not None and session.voice_stats.latency_p95_s is not None


def test_a_recording_whose_sound_cannot_be_read_is_watched_all_the_same(tmp_path: Path) -> None:
    film, told, frames = str(deafened(tmp_path / "film.mp4")), Told(), list[Frame]()
    session = app.live_session(
        film, microphone=film, on_frame=frames.append, on_events=told.take, on_error=told.errors.append
    )
    session.start()
    told.until(lambda: session.voice_over and bool(frames))
    assert session.running
    told.until(lambda: not session.running)
    session.stop()
    assert told.errors == [] and len(frames) == 10


def both(told: Told, camera: str, microphone: str, late_s: float = 0.0) -> Session:
    """`late_s`: the microphone takes so long to open."""
    clock = SessionClock()
    sink, failed = SerialSink(told.take, clock), FirstError(told.errors.append)
    advice = SharedAdvice(make_adviser())

    def opened() -> SoundSource:
        time.sleep(late_s)
        return open_sound(microphone, live=True)

    voice = LiveVoice(
        opened,
        lambda: VoiceChain(VoiceStage(None, advice.stream(partial(clock.place, Stream.VOICE)))),
        sink.heard,
        failed,
    )
    picture = LiveSession(lambda: open_source(camera, live=True), PlainChain, lambda frame: None, sink.seen, failed)
    session = Session(picture, voice, advice)
    failed.end = session.stop
    return session


def test_camera_and_microphone_report_one_after_the_other_and_end_together(tmp_path: Path) -> None:
    told = Told()
    write_video(tmp_path / "v.mp4", stamps=tuple(range(0, 4000, 40)))
    session = both(told, str(tmp_path / "v.mp4"), str(AUDIO / "voz_grave.wav"))
    session.start()
    told.until(lambda: not session.running)
    assert session.join(5.0)
    assert told.threads >= {"chain", "voice"}
    assert told.of(VoiceFeatures)
    before = len(told.events)
    time.sleep(0.3)
    assert len(told.events) == before


def test_what_begins_later_is_told_in_the_time_of_the_session(tmp_path: Path) -> None:
    told = Told()
    write_video(tmp_path / "v.mp4", stamps=tuple(range(0, 5000, 40)))
    session = both(told, str(tmp_path / "v.mp4"), str(AUDIO / "voz_grave.wav"), late_s=2.0)
    session.start()
    told.until(lambda: bool(told.of(VoiceFeatures)) or not session.running)
    session.stop()
    first = next(event for event in told.events if isinstance(event, VoiceFeatures))
    assert first.t > 1.0  # its own time began with 0; opening the picture takes some of the two seconds


def test_a_camera_that_another_program_holds_at_first_is_told_when_it_came() -> None:
    """The voice tells what time it is: what is seen once the camera is free is not told of when it was waited for."""
    told = Told()
    with MjpegServer(jpegs(moving_bar(30, 320, 240)), status=503) as camera:
        session = both(told, camera.url, str(AUDIO / "voz_grave.wav"))
        session.start()
        told.until(lambda: bool(told.of(ConditionChanged)) and bool(told.of(VoiceFeatures)))
        time.sleep(2.0)
        camera.status = 200
        told.until(lambda: bool(told.of(Features)))
        session.stop()
    first = next(place for place, event in enumerate(told.events) if isinstance(event, Features))
    spoken = next(event.t for event in reversed(told.events[:first]) if isinstance(event, VoiceFeatures))
    held = [event for event in told.events if isinstance(event, ConditionChanged) and event.id == "camara_ocupada"]
    seen = told.events[first]
    assert isinstance(seen, Features) and seen.t == pytest.approx(spoken, abs=1.0)
    assert held[1].t - held[0].t > 1.8


def test_stopping_in_the_middle_is_quick(tmp_path: Path) -> None:
    told = Told()
    write_video(tmp_path / "v.mp4", stamps=tuple(range(0, 20_000, 40)))
    session = both(told, str(tmp_path / "v.mp4"), str(AUDIO / "voz_grave.wav"))
    session.start()
    told.until(lambda: bool(told.of(VoiceFeatures)))
    began = time.monotonic()
    session.stop()
    assert time.monotonic() - began < 4.0
    assert not session.running and session.join(0.0)


def test_what_cannot_be_heard_is_told_once_and_ends_both(tmp_path: Path) -> None:
    told = Told()
    write_video(tmp_path / "v.mp4", stamps=tuple(range(0, 20_000, 40)))
    session = both(told, str(tmp_path / "v.mp4"), str(tmp_path / "v.mp4"))  # without sound
    session.start()
    began = time.monotonic()
    while session.running:
        assert time.monotonic() - began < 20.0
        time.sleep(0.02)
    (error,) = told.errors
    assert isinstance(error, KnownError)


def test_findings_of_a_recording_are_advised_on(heard: Result) -> None:
    because = {id for cue in heard.cues for id in cue.because}
    held = {one.id for one in heard.voice.findings} if heard.voice else set()
    assert held, "espeak's voice is flat"
    assert because <= held | {"calido"} and because & held
