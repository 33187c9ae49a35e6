"""The one door to sounddevice: a small program of its own that owns a microphone and sends what it hears to Coach.

It also plays: what comes in goes to the loudspeaker.

A program of its own, because PortAudio may block for 40 s where a device has fallen silent, lists devices anew only
when it is started anew, and must run Python the moment sound arrives, however busy Coach is. It can simply be ended.

`python -m coach.voz.capture listen NAME CHANNELS` sends the messages of `wire` on its standard output until its
standard input closes; `python -m coach.voz.capture list` prints the microphones as JSON;
`python -m coach.voz.capture play RATE` plays what its standard input brings (see `coach.voz.loudspeaker`), and ends
where there is no loudspeaker.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import re
import sys
import threading
import time
import traceback
from typing import Any, Final, NoReturn

from coach.media.naming import find
from coach.voz.alsa import capture_nodes, nodes_beneath
from coach.voz.diagnosis import GONE, absence_condition, opening_condition
from coach.voz.loudspeaker import Waiting, read_samples
from coach.voz.microphones import MicrophoneDevice, full_name
from coach.voz.wire import Kind, Message, leave, leave_with_coach, send

BLOCK_S: Final = 0.16
"""A whole number of the blocks in which Coach hears, and of samples at all usual rates. Half of it would show sound
30 ms sooner (95%), and cost half as much again: whoever is woken finds none of his memory near."""
FIRST_S: Final = 0.002
"""What goes on of the very first block, and of the first after a gap (`Intake`): as much as resampling looks ahead, so
that every later one completes its own of Coach's blocks, and nothing waits for the next."""
_HELD: Final = 19
"""Blocks that wait while Coach does not read: three seconds."""
_LOOK_S: Final = 0.2
_RETRY_S: Final = (0.1, 0.2, 0.5, 1.0)
_CONVERSION: Final = re.compile(
    "sysdefault|front|rear|center_lfe|side|surround[0-9]+|iec958|spdif|hdmi|modem|phoneline|"
    "dmix|upmix|vdownmix|lavrate|samplerate|speexrate|speex|a52|usbstream"
)
"""What ALSA lists beside the cards themselves: ways to convert sound, or to reach the first card."""
_NO_PORTAUDIO: Final = b"Falta la biblioteca de sonido PortAudio; ejecuta otra vez run.py, que la instala."


class Blocks:
    """What the callback of PortAudio fills; it copies and never waits. When nobody reads, the newest are dropped."""

    def __init__(self, skipped: int = 0) -> None:
        """Empty. `skipped`: bytes that the first block begins with and that nobody is to hear."""
        self._held: queue.Queue[Message] = queue.Queue(_HELD)
        self._skipped, self._lost = skipped, 0
        self.over = threading.Event()

    def callback(self, data: Any, frames: int, _time: Any, status: Any) -> None:
        """Take a block, on PortAudio's own thread."""
        lost = self._lost + bool(status.input_overflow)
        heard, self._skipped = bytes(data[self._skipped :]), 0
        try:
            self._held.put_nowait(Message(Kind.SOUND, time.monotonic(), heard, lost))
            self._lost = 0
        except queue.Full:
            self._lost = lost + frames

    def take(self) -> Message | None:
        """The next block, None when none comes."""
        try:
            return self._held.get(timeout=_LOOK_S)
        except queue.Empty:
            return None


def devices(sd: Any) -> tuple[MicrophoneDevice, ...]:
    """The microphones of the system's usual interface: Windows shows each one again under every other.

    Without what only ALSA takes for one, unless the system prefers it.
    """
    usual = sd.default.hostapi
    standard = sd.query_hostapis(usual)["default_input_device"]
    inputs = [device for device in sd.query_devices() if device["max_input_channels"] > 0]
    elsewhere = [device["name"] for device in inputs if device["hostapi"] != usual]
    return tuple(
        MicrophoneDevice(
            device["index"],
            full_name(device["name"], elsewhere),
            device["max_input_channels"],
            device["index"] == standard,
        )
        for device in inputs
        if device["hostapi"] == usual
        if device["index"] == standard or not _CONVERSION.fullmatch(device["name"])
    )


def listen(sd: Any, name: str, channels: int) -> None:
    """Send what the microphone `name` hears, opening it again whenever it is lost; never returns."""
    failures = 0
    while True:
        heard, trouble = _once(sd, name, channels)
        send(Message(Kind.TROUBLE, time.monotonic(), trouble.encode()))
        failures = 0 if heard else failures + 1
        time.sleep(_RETRY_S[min(failures, len(_RETRY_S) - 1)])
        # Only so does PortAudio look for devices again. Each by itself: once it could not start, there is nothing to
        # end, and it must be started all the same.
        for again in (sd._terminate, sd._initialize):
            with contextlib.suppress(sd.PortAudioError):
                again()


def _once(sd: Any, name: str, channels: int) -> tuple[bool, str]:
    """(whether the device opened, why it is not open any more)."""
    try:
        device = _chosen(name, devices(sd))
        if device is None:
            return False, absence_condition(name)
        return True, _pass_on(sd, device, min(channels, device.channels))
    except sd.PortAudioError as error:
        code = error.args[1] if len(error.args) > 1 else 0
        host = error.args[2][1] if len(error.args) > 2 else None
        return False, opening_condition(code, host)


def _chosen(name: str, among: tuple[MicrophoneDevice, ...]) -> MicrophoneDevice | None:
    """By index or by name; "" is the one that the system prefers."""
    if not name:
        return next((device for device in among if device.default), None)
    if name.isdecimal():
        return next((device for device in among if device.index == int(name)), None)
    return find(name, among)


def _pass_on(sd: Any, device: MicrophoneDevice, channels: int) -> str:
    rate = int(sd.query_devices(device.index)["default_samplerate"])
    blocks = Blocks(4 * channels * round((BLOCK_S - FIRST_S) * rate))
    # A container may show the cards of its host and none of their nodes: what was never there is not drawn out.
    nodes = [node for node in nodes_beneath(device.name, capture_nodes()) if node.exists()]
    with sd.RawInputStream(
        samplerate=rate,
        blocksize=round(BLOCK_S * rate),
        device=device.index,
        channels=channels,
        dtype="float32",
        latency="high",  # the few ms more are not felt, and a busy machine loses less
        callback=blocks.callback,
        finished_callback=blocks.over.set,
    ):
        send(Message(Kind.OPENED, time.monotonic(), json.dumps({"rate": rate, "channels": channels}).encode()))
        while True:
            message = blocks.take()
            if message is not None:
                send(message)
            elif blocks.over.is_set():
                return GONE
            elif not all(node.exists() for node in nodes):
                _leave(GONE)


def _leave(trouble: str) -> NoReturn:
    """Tell, and end: PortAudio waits for a card of ALSA that is unplugged, and the card's driver for PortAudio."""
    send(Message(Kind.TROUBLE, time.monotonic(), trouble.encode()))
    os._exit(0)


def play(sd: Any, rate: int) -> None:
    """Play mono sound at `rate` until the standard input closes."""
    wanted = Waiting()
    with sd.RawOutputStream(samplerate=rate, channels=1, dtype="float32", latency="low", callback=wanted.callback):
        while (samples := read_samples(sys.stdin.buffer)) is not None:
            wanted.put(samples)


def portaudio() -> Any | None:
    """sounddevice; None while PortAudio cannot start: since 19.7 it can be built to need PulseAudio, which may be away.

    Raises OSError where the library is not installed.
    """
    try:
        import sounddevice
    except Exception as error:
        if type(error).__name__ != "PortAudioError":  # its class went with the module that could not be imported
            raise
        return None
    return sounddevice


def awaited() -> Any:
    """sounddevice, as soon as PortAudio can start; tells Coach that there is no microphone until then."""
    while (sd := portaudio()) is None:
        send(Message(Kind.TROUBLE, time.monotonic(), absence_condition().encode()))
        time.sleep(_RETRY_S[-1])
    return sd


def main(arguments: list[str]) -> None:
    """Run one of the commands."""
    try:
        sd = portaudio()
    except OSError:
        send(Message(Kind.REFUSED, time.monotonic(), _NO_PORTAUDIO))
        return
    if arguments[0] == "list":
        known = devices(sd) if sd else ()
        print(json.dumps([[each.index, each.name, each.channels, each.default] for each in known]))
        return
    if arguments[0] == "play":
        if sd:
            with contextlib.suppress(sd.PortAudioError):  # without a loudspeaker there is nothing to do
                play(sd, int(arguments[1]))
        os._exit(0)
    threading.Thread(target=leave_with_coach, daemon=True).start()
    try:
        listen(sd or awaited(), arguments[1], int(arguments[2]))
    except Exception:  # Coach raises it
        send(Message(Kind.BUG, time.monotonic(), traceback.format_exc().encode()))
    leave()


if __name__ == "__main__":
    main(sys.argv[1:])
