"""What hearing costs on its whole way, in real time: PortAudio in its own program, pipe, thread, models, advice.

The microphone is a real one of PortAudio, on a PulseAudio of the benchmark's own that plays a voice to it. Counted is
the processor time of Coach and of its program, that of all their threads, and not the server's.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from statistics import median
from typing import Final

import numpy as np

from coach.benchmark.pulse import RATE, Pulse, available
from coach.core.events import SAMPLE_RATE, Event, Samples
from coach.detectors.profile import Profile

_WARM_UP_S: Final = 4.0
_ROUND_S: Final = 10.0
_ROUNDS: Final = 3
_SPEECH_S: Final = 30.0


class NervousPulse(Pulse):
    """One that another program has hurry, as a video call does: sound comes in pieces of 10 ms."""

    LATENCY_MS = 20


def path_cores(samples: Samples, profile: Profile, kind: type[Pulse] = Pulse) -> float | None:
    """The part of a core that is busy while a known voice is heard; None where no PulseAudio starts, or not Linux."""
    if sys.platform != "linux" or not available():
        return None
    spoken = np.repeat(samples[: round(_SPEECH_S * SAMPLE_RATE)], RATE // SAMPLE_RATE)
    with kind() as pulse:
        pulse.play(np.stack([spoken, spoken], axis=1))
        return _heard(profile, pulse.environment)


def _heard(profile: Profile, environment: dict[str, str]) -> float:
    from coach.runtime.adviser import make_adviser
    from coach.runtime.live_voice import LiveVoice
    from coach.runtime.shared_advice import SharedAdvice
    from coach.runtime.voice_chain import VoiceChain, VoiceStage
    from coach.voz.microphone import Microphone
    from coach.voz.microphones import capture

    programs: list[subprocess.Popen[bytes]] = []
    errors: list[Exception] = []
    events = 0

    def start() -> subprocess.Popen[bytes]:
        # It alone gets them: PortAudio, begun in a process whose ALSA has gone, aborts it.
        programs.append(capture("listen", "", "1", also=environment))
        return programs[-1]

    def count(told: list[Event]) -> None:
        nonlocal events
        events += len(told)

    stage = VoiceStage(profile, SharedAdvice(make_adviser()).stream())
    live = LiveVoice(partial(Microphone, "", program=start), lambda: VoiceChain(stage), count, errors.append)
    live.start()
    try:
        time.sleep(_WARM_UP_S)
        shares = [_share(lambda: time.process_time() + _process_time(programs[-1].pid)) for _ in range(_ROUNDS)]
    finally:
        live.stop()
    if errors:
        raise errors[0]
    if not events:
        raise RuntimeError("nothing was heard")
    return median(shares)


def _share(busy: Callable[[], float]) -> float:
    wall, before = time.monotonic(), busy()
    time.sleep(_ROUND_S)
    return (busy() - before) / (time.monotonic() - wall)


def _process_time(pid: int) -> float:
    """Processor time of another process and all its threads, in seconds: Linux' clock_getcpuclockid(3)."""
    if sys.platform != "linux":
        raise OSError("only Linux has such clocks")
    return time.clock_gettime((~pid << 3) | 2)
