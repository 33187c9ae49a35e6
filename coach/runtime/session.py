"""A live session of camera, microphone, or both: they start, report and end together."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

from coach.core.events import Event, Sensitivity
from coach.core.landmarks import Perceived
from coach.runtime.live import LiveSession
from coach.runtime.live_voice import LiveVoice
from coach.runtime.meter import Stats
from coach.runtime.moved import moved, time_of
from coach.runtime.offline import Sink
from coach.runtime.session_clock import SessionClock, Stream
from coach.runtime.shared_advice import SharedAdvice
from coach.runtime.voice_chain import VoiceStage


class SerialSink:
    """Passes on what both threads report, one after the other, with the newest landmarks, all in the session's time."""

    def __init__(self, on_events: Sink, clock: SessionClock) -> None:
        self._on_events, self._clock = on_events, clock
        self._lock = threading.Lock()
        self._perceived: Perceived | None = None

    def seen(self, events: list[Event], perceived: Perceived | None) -> None:
        """From the camera's thread."""
        with self._lock:
            told, by_s = self._placed(Stream.PICTURE, events)
            self._perceived = None if perceived is None else replace(perceived, t=perceived.t + by_s)
            self._on_events(told, self._perceived)

    def heard(self, events: list[Event]) -> None:
        """From the voice's thread."""
        with self._lock:
            self._on_events(self._placed(Stream.VOICE, events)[0], self._perceived)

    def _placed(self, stream: Stream, events: list[Event]) -> tuple[list[Event], float]:
        t = next((t for event in events if (t := time_of(event)) is not None), 0.0)
        by_s = self._clock.place(stream, t)
        return [moved(event, by_s) for event in events], by_s


class Session:
    """What the window starts and stops. At least one of `camera` and `voice` is there.

    It lasts as long as the camera, or the voice where there is none. The first error of either ends both.
    """

    def __init__(
        self,
        camera: LiveSession | None,
        voice: LiveVoice | None,
        advice: SharedAdvice,
        stage: VoiceStage | None = None,
    ) -> None:
        """`advice`: what both share. `stage`: what decides behind the voice."""
        assert camera is not None or voice is not None
        self._camera, self._voice, self._advice, self._stage = camera, voice, advice, stage

    @property
    def stats(self) -> Stats:
        """How the camera's chain fares; the voice's, where there is no camera."""
        return (self._camera or self._lone).stats

    @property
    def voice_stats(self) -> Stats | None:
        """How the voice's chain fares; None without a microphone."""
        return None if self._voice is None else self._voice.stats

    @property
    def voice_over(self) -> bool:
        """Whether the sound has come to its end, or could not be read; from any thread."""
        return self._voice is not None and not self._voice.running

    @property
    def rate_calibrated(self) -> bool:
        """Whether syllables are counted as a reading of this speaker has told; from any thread."""
        return self._stage is not None and self._stage.profile.rate_factor is not None

    @property
    def running(self) -> bool:
        """Whether the session goes on."""
        return (self._camera or self._lone).running

    def start(self) -> None:
        """Open what there is and begin. Once."""
        for part in (self._camera, self._voice):
            if part is not None:
                part.start()

    def stop(self) -> None:
        """End: what is present is closed and reported, threads joined within a few seconds. Safe to repeat."""
        if self._voice is not None:
            self._voice.ask_stop()  # both end at the same time
        for part in (self._camera, self._voice):
            if part is not None:
                part.stop()

    def join(self, timeout_s: float | None = None) -> bool:
        """Wait until the session has ended, at most `timeout_s` for each of the two; whether it has."""
        ended = (self._camera or self._lone).join(timeout_s)
        if ended and self._camera is not None and self._voice is not None:
            self._voice.ask_stop()
            return self._voice.join(timeout_s)
        return ended

    def calibrate(self, seconds: float = 10.0) -> None:
        """Begin the guided calibration of the picture; nothing without a camera."""
        if self._camera is not None:
            self._camera.calibrate(seconds)

    def stop_calibrating(self) -> None:
        """The guided calibration of the picture is given up: all stays as it was."""
        if self._camera is not None:
            self._camera.stop_calibrating()

    def set_mask(self, worn: bool | None) -> None:
        """Tell whether a mask is worn; None lets the chain find out."""
        if self._camera is not None:
            self._camera.set_mask(worn)

    def set_context(self, moment: str | None, client: str | None) -> None:
        """Tell where the service is (`momentos.toml`) and with whom (`clientes.toml`); None for what is not known.

        As the settings of advice below, it takes effect within a tenth of a second and is then among the events.
        """
        self._advice.set_context(moment, client)

    def set_advice(self, sensitivity: Sensitivity, muted: frozenset[str]) -> None:
        """Tell how readily to advise, and about which signals, findings, tones, congruences or conditions never to."""
        self._advice.set_advice(sensitivity, muted)

    def snooze(self, seconds: float) -> None:
        """Say nothing for so long; 0 ends it."""
        self._advice.snooze(seconds)

    def pass_over(self, passing: bool) -> None:
        """Take the microphone's sound for lost for now: a loudspeaker is speaking; nothing without a microphone."""
        if self._voice is not None:
            self._voice.pass_over(passing)

    def read_aloud(self) -> None:
        """Begin to listen to the paragraph that calibrates the rate, or begin anew; nothing without a microphone."""
        if self._voice is not None:
            self._voice.wish(lambda chain: chain.read_aloud())

    def stop_reading(self) -> None:
        """The reading is given up: all stays as it was."""
        if self._voice is not None:
            self._voice.wish(lambda chain: chain.stop_reading())

    @property
    def _lone(self) -> LiveVoice:
        assert self._voice is not None
        return self._voice


class FirstError:
    """Reports the first error of two streams, once both have been asked to end."""

    def __init__(self, on_error: Callable[[Exception], None]) -> None:
        self._on_error = on_error
        self._lock = threading.Lock()
        self._told = False
        self.end: Callable[[], None] = lambda: None

    def __call__(self, error: Exception) -> None:
        """From either thread."""
        with self._lock:
            first, self._told = not self._told, True
        if first:
            self.end()
            self._on_error(error)
