"""The voice of a live session: one thread that reads the microphone and runs the voice's chain."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterable
from typing import Final

from coach.core.events import SAMPLE_RATE, ConditionChanged, Event, SignalChanged, Sound, VoiceFeatures
from coach.core.sound_source import SoundSource
from coach.runtime.meter import Meter, Stats
from coach.runtime.passing import Passing
from coach.runtime.voice_chain import VoiceChain
from coach.voz.diagnosis import SOUNDLESS

_STOP_S: Final = 2.0


class LiveVoice:
    """Reads, decides and reports (`on_events`) in a thread of its own.

    `on_error` is told once, with a `KnownError` or a bug, and the voice ends. The source keeps what waits bounded.
    """

    def __init__(
        self,
        open_source: Callable[[], SoundSource],
        make_chain: Callable[[], VoiceChain],
        on_events: Callable[[list[Event]], None],
        on_error: Callable[[Exception], None],
        tap: Callable[[Sound], None] | None = None,
    ) -> None:
        """Nothing runs before `start`; source and chain are opened by the thread that uses them.

        `tap` gets all sound as it comes, what is passed over too.
        """
        self._open_source, self._make_chain = open_source, make_chain
        self._on_events, self._on_error, self._tap = on_events, on_error, tap
        self._meter = Meter()
        self._source: SoundSource | None = None
        self._lock = threading.Lock()
        self._stopped = False
        self._passing = Passing()
        self._wishes: queue.SimpleQueue[Callable[[VoiceChain], list[Event]]] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="voice", daemon=True)

    @property
    def running(self) -> bool:
        """Whether anything may still be reported."""
        return self._thread.is_alive()

    @property
    def stats(self) -> Stats:
        """`processed_fps`: features a second; latency from the newest sound until they are out; from any thread."""
        return self._meter.stats(time.monotonic(), 0, None)

    def start(self) -> None:
        """Open the source and the chain, and go. Once."""
        self._thread.start()

    def ask_stop(self) -> None:
        """End reading; returns at once."""
        with self._lock:
            self._stopped = True
            source = self._source
        if source is not None:
            source.close()

    def join(self, timeout_s: float | None = None) -> bool:
        """Wait for the end, at most `timeout_s`; whether it has come. True when called from the thread itself."""
        if self._thread.ident is None or self._thread is threading.current_thread():
            return True
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def stop(self) -> None:
        """End: what holds is closed and reported, the thread joined within 2 s. Safe to repeat."""
        self.ask_stop()
        self.join(_STOP_S)

    def see(self, events: Iterable[Event]) -> None:
        """What the camera tells meanwhile; from any thread."""
        changes = [event for event in events if isinstance(event, SignalChanged)]
        if changes:
            self._wishes.put(lambda chain: chain.see(changes))

    def wish(self, work: Callable[[VoiceChain], list[Event]]) -> None:
        """Have something done by the chain, in its own thread, with the next sound; its events are reported."""
        self._wishes.put(work)

    def pass_over(self, passing: bool) -> None:
        """Take the sound for lost as long as `passing`: it is not the agent who speaks. From any thread.

        `CLIENT` is told where that begins and ends.
        """
        self._passing.tell(passing)

    def _run(self) -> None:
        try:
            chain = self._make_chain()
            with self._open_source() as source:
                with self._lock:
                    self._source, stopped = source, self._stopped
                if not stopped:
                    self._read(source, chain)
            ended = [told for change in self._passing.end() for told in chain.tell(change)]
            self._on_events([*ended, *chain.flush()])
        except Exception as error:
            self._on_error(error)

    def _read(self, source: SoundSource, chain: VoiceChain) -> None:
        for item in source:
            while not self._wishes.empty():
                self._on_events(self._wishes.get()(chain))
            if isinstance(item, ConditionChanged):
                ended = self._passing.end(item.t) if item.active and item.id in SOUNDLESS else []
                self._on_events([told for change in (*ended, item) for told in chain.tell(change)])
                continue
            if self._tap is not None:
                self._tap(item)
            heard, changes = self._passing.hear(item)
            for change in changes:
                self._on_events([*chain.pause(), *chain.tell(change)])
            if heard:
                self._on_events(self._hear(item, chain))

    def _hear(self, sound: Sound, chain: VoiceChain) -> list[Event]:
        self._meter.shown(sound.t + len(sound.samples) / SAMPLE_RATE, time.monotonic())
        events = chain.push(sound)
        ended = time.monotonic()
        for event in events:
            if isinstance(event, VoiceFeatures):
                self._meter.processed(event.t, ended)
        return events
