"""A microphone of this machine as an endless `SoundSource` that survives losing it."""

from __future__ import annotations

import contextlib
import json
import logging
import queue
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final, Self

import numpy as np

from coach.core.events import ConditionChanged, Sound
from coach.core.source import SourceInfo
from coach.errors import KnownError
from coach.media.naming import without_login
from coach.media.watch import Change, Watch
from coach.voz.address import hear_address
from coach.voz.capture import FIRST_S
from coach.voz.diagnosis import STALLED
from coach.voz.intake import Intake
from coach.voz.microphones import capture
from coach.voz.sample_clock import SampleClock
from coach.voz.wire import Kind, Message, read

_log = logging.getLogger(__name__)

_TICK_S: Final = 0.2
"""Longer than from one block of `capture` to the next, so that nobody wakes for nothing."""
_HELD: Final = 2
"""Messages that wait here for a consumer who is busy; then the program waits: `capture`, which holds three seconds and
then drops sound, or that of an address, whose server waits with it."""
_REVIVE_S: Final = 10.0
_AGAIN_S: Final = 0.5
_JOIN_S: Final = 0.8

Item = Sound | ConditionChanged


class Microphone:
    """Sound as it comes; time 0 is the first sample, or when it was first told what keeps the sound away.

    Time goes on while the device is away.

    The device is owned by a program of its own (see `capture`), so that a driver that hangs is ended, never waited
    for. A device's condition lasts from the end of its sound to the beginning of the next. A consumer that stays behind
    a device for over three seconds loses sound, which is told as `sonido_perdido`. Iterate once.
    """

    def __init__(
        self,
        name: str,
        channel: int | None = None,
        clock: Callable[[], float] = time.monotonic,
        program: Callable[[], subprocess.Popen[bytes]] | None = None,
    ) -> None:
        """`name`: of the device or its index, "" for the system's own; `channel` from 0, None for what it mixes.

        `program`: what starts another program that sends the messages of `wire`, in place of `capture`.
        """
        self._info = SourceInfo(name, None, False, True, None, live=True)
        self._name = name
        self._channel = channel
        self._start_program = program or partial(_capture, name, channel)
        self._clock = clock
        self._times = SampleClock()
        self._intake: Intake | None = None
        self._shape = 1
        self._anew = False
        self._trouble: str | None = None
        self._sign_of_life = clock()
        self._inbox: queue.Queue[Message] = queue.Queue(_HELD)
        self._stop = threading.Event()
        self._program: subprocess.Popen[bytes] | None = None
        self._starting = threading.Lock()
        self._error: BaseException | None = None
        self._reader = threading.Thread(target=self._guarded, name="microphone", daemon=True)

    @property
    def info(self) -> SourceInfo:
        """Endless, live, sound alone."""
        return self._info

    def __iter__(self) -> Iterator[Item]:
        """Sound and conditions until closed."""
        watch = Watch(self._clock(), STALLED)
        self._reader.start()
        while not self._stop.is_set():
            message = self._take()
            now = self._clock()
            if message is not None:
                self._sign_of_life = now
            if message is None or message.kind is not Kind.SOUND:
                yield from self._without_sound(message, watch, now)
                continue
            yield from self._sound(message, watch.frame(now))

    def close(self) -> None:
        """End the iteration and give the device back, at once."""
        self._stop.set()
        self._end_program()
        if self._reader.is_alive() and self._reader is not threading.current_thread():
            self._reader.join(_JOIN_S)

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, *exc: object) -> None:
        """Close."""
        self.close()

    def _take(self) -> Message | None:
        try:
            return self._inbox.get(timeout=_TICK_S)
        except queue.Empty:
            if self._error is not None:
                raise self._error from None
            return None

    def _without_sound(self, message: Message | None, watch: Watch, now: float) -> Iterator[Item]:
        if message is not None and message.kind is Kind.OPENED:
            yield from self._opened(json.loads(message.data))
        elif message is not None and message.kind is Kind.TROUBLE:
            self._trouble = message.data.decode()
        elif message is not None:
            words = message.data.decode()
            raise KnownError(words) if message.kind is Kind.REFUSED else RuntimeError(words)
        changes = watch.silence(now, self._trouble)
        if changes:
            self._times.begin(now)
        if changes and self._intake is not None:
            yield from self._intake.flush()
        yield from self._told(changes, self._times.end or 0.0)
        if now - self._sign_of_life > _REVIVE_S:
            self._sign_of_life = now
            self._end_program()  # it hangs; the reader starts another

    def _opened(self, shape: dict[str, int]) -> Iterator[Item]:
        if self._intake is not None:
            yield from self._intake.flush()
        self._intake, self._shape = Intake(shape["rate"], self._channel, FIRST_S), shape["channels"]
        self._trouble, self._anew = None, True

    def _sound(self, message: Message, changes: list[Change]) -> Iterator[Item]:
        assert self._intake is not None
        block = np.frombuffer(message.data, np.float32).reshape(-1, self._shape)
        rate = self._intake.rate
        t, found = self._times.place(message.t, len(block) / rate, message.lost / rate, self._anew)
        self._anew = False
        yield from self._told(changes, t)
        yield from self._intake.push(t, block, found or message.lost > 0)

    def _told(self, changes: list[Change], t: float) -> Iterator[ConditionChanged]:
        for condition, active in changes:
            _log.info("%s: %s %s", without_login(self._name) or "microphone", condition, "begins" if active else "ends")
            yield ConditionChanged(t, condition, active)

    def _end_program(self) -> None:
        with self._starting:
            if self._program is not None:
                self._program.kill()

    # From here on: the reader thread.

    def _guarded(self) -> None:
        try:
            while self._start():
                self._read()
                self._stop.wait(_AGAIN_S)
        except Exception as error:  # the consumer raises it
            self._error = error

    def _start(self) -> bool:
        with self._starting:
            if self._stop.is_set():
                return False
            self._program = self._start_program()
            return True

    def _read(self) -> None:
        assert self._program is not None
        with self._program as program:
            assert program.stdout is not None
            while (message := read(program.stdout)) is not None:
                self._put(message)
            program.kill()

    def _put(self, message: Message) -> None:
        while not self._stop.is_set():
            with contextlib.suppress(queue.Full):
                self._inbox.put(message, timeout=_TICK_S)
                return


def address_microphone(url: str, channel: int | None = None) -> Microphone:
    """The sound behind an http(s) or rtsp(s) address. Iterating raises `KnownError` where it brings pictures alone."""
    return Microphone(url, channel, program=partial(hear_address, url))


def _capture(name: str, channel: int | None) -> subprocess.Popen[bytes]:
    return capture("listen", name, str(1 if channel is None else channel + 1))
