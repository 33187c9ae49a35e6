"""How long after a sound the live gauges show it: `python -m tests.voz.latency [BURSTS]`, on a PulseAudio of its own.

Bursts of a voice are played to a real microphone of PortAudio, which the voice's whole live chain hears; another
program records the same microphone with 10 ms of buffer, and its clock is what the gauges are held against. No test of
the suite, as a busy machine would make it fail.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable

import numpy as np

from coach.core.events import Event, Samples, VoiceFeatures
from coach.runtime.adviser import make_adviser
from coach.runtime.live_voice import LiveVoice
from coach.runtime.shared_advice import SharedAdvice
from coach.runtime.voice_chain import VoiceChain, VoiceStage
from coach.voz.open_sound import open_sound
from tests.support.pulse import RATE, Pulse
from tests.support.voices import voice

_STEP = RATE // 100
_EVERY = 107  # hundredths of a second, so that bursts fall everywhere between two looks of the gauges
_SHAPE = [f"--rate={RATE}", "--channels=1", "--format=float32le", "--raw"]
_LOUD_DB, _LOUD = -50.0, 0.02
Seen = list[tuple[float, VoiceFeatures]]


def burst() -> Samples:
    """0.3 s from the middle of a word."""
    said = voice("voz_grave")[6000:10800]
    return (2.0 * np.interp(np.arange(3 * len(said)) / 3, np.arange(len(said)), said)).astype(np.float32)


def play(bursts: int) -> None:
    """A hiss below -60 dB with bursts in it, in real time."""
    player = subprocess.Popen(["pacat", "--device=altavoz", "--latency-msec=20", *_SHAPE], stdin=subprocess.PIPE)
    assert player.stdin is not None
    random, left, begin = np.random.default_rng(1), burst()[:0], time.monotonic()
    for step in range(300 + bursts * _EVERY):
        if step >= 200 and step % _EVERY == 0:
            left = burst()
        block = random.normal(0.0, 3e-4, _STEP).astype(np.float32)
        block[: len(left[:_STEP])] += left[:_STEP]
        left = left[_STEP:]
        player.stdin.write(block.tobytes())
        player.stdin.flush()
        time.sleep(max(0.0, begin + step / 100 - time.monotonic()))
    player.kill()
    player.wait()


def reference(recorder: subprocess.Popen[bytes], heard: list[float]) -> None:
    """When each burst came, as the recorder hears it."""
    assert recorder.stdout is not None
    while data := recorder.stdout.read(4 * _STEP):
        now, loud = time.monotonic(), float(np.sqrt(np.mean(np.frombuffer(data, np.float32) ** 2))) > _LOUD
        if loud and (not heard or now - heard[-1] > 0.7):
            heard.append(now)


def delays(heard: list[float], seen: Seen, shows: Callable[[VoiceFeatures], bool]) -> list[float]:
    """Seconds from each burst to the first gauge that shows it, where none showed anything just before."""
    found = []
    for t in heard:
        before = [shows(features) for at, features in seen if t - 0.15 < at <= t]
        after = [at - t for at, features in seen if t < at < t + 0.9 and shows(features)]
        if before and not any(before) and after:
            found.append(after[0])
    return found


def main(bursts: int) -> None:
    """Print the figures."""
    seen: Seen = []
    heard: list[float] = []

    def keep(events: list[Event]) -> None:
        seen.extend((time.monotonic(), event) for event in events if isinstance(event, VoiceFeatures))

    def fail(error: Exception) -> None:
        print(error)

    with Pulse() as pulse:
        os.environ.update(pulse.environment)
        stage = VoiceStage(None, SharedAdvice(make_adviser()).stream())
        live = LiveVoice(lambda: open_sound("", live=True), lambda: VoiceChain(stage), keep, fail)
        live.start()
        time.sleep(3.0)
        command = ["parec", "--device=micro", "--latency-msec=10", *_SHAPE]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as recorder:
            listener = threading.Thread(target=reference, args=(recorder, heard))
            listener.start()
            play(bursts)
            recorder.kill()
            listener.join()
        live.stop()
    gauges: dict[str, Callable[[VoiceFeatures], bool]] = {
        "level": lambda features: (features.values["level_db"] or -120.0) > _LOUD_DB,
        "pitch": lambda features: features.values["pitch_hz"] is not None,
    }
    for name, shows in gauges.items():
        middle, most = (1000 * np.quantile(delays(heard, seen, shows), share) for share in (0.5, 0.95))
        print(f"{name}: median {middle:.0f} ms, 95% {most:.0f} ms, of {len(heard)} bursts")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
