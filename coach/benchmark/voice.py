"""What hearing costs: live, from a microphone's samples to advice; of a file, all of `analizar`.

In processor time, the median of some rounds: on a machine that does other things too, the clock on the wall would
measure those. Once the chain alone, as fast as it goes; then, where there is PulseAudio, the whole way from a real
microphone on (`voice_path`), in real time and with the program that records. Left out is what shows.
"""

from __future__ import annotations

import tempfile
import time
import wave
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

import numpy as np
import numpy.typing as npt

from coach.benchmark.memory import resident_mb
from coach.benchmark.table import Figure
from coach.benchmark.voice_path import NervousPulse, path_cores
from coach.core.events import SAMPLE_RATE, Samples, Sound
from coach.detectors.profile import Profile
from coach.errors import KnownError
from coach.resources import demo_voice
from coach.voz.capture import BLOCK_S, FIRST_S

_LIVE_S, _FILE_S = 40.0, 120.0
_ROUNDS: Final = 3
_MICROPHONE_HZ: Final = 3 * SAMPLE_RATE
_BLOCK: Final = round(BLOCK_S * _MICROPHONE_HZ)
_FIRST: Final = round(FIRST_S * _MICROPHONE_HZ)


@dataclass(frozen=True, slots=True)
class VoiceCost:
    """`cores` busy live in the chain alone, `speed` on a recording (times real time), `memory_mb` on top of the rest.

    `path_cores` are busy on the whole way from the microphone, `nervous_cores` while another program has the server of
    sound hurry. None where it cannot be known.

    `step_s` is what the slowest block but 5% of them takes, live. `speed` is that of a sound file: decoded, heard, its
    voice learned, and then decided on, advice included.
    """

    cores: float
    path_cores: float | None
    nervous_cores: float | None
    step_s: float
    speed: float
    memory_mb: float | None


def voice_cost() -> VoiceCost:
    """Measure in this process, which should be a fresh one."""
    samples = _speech(_FILE_S)
    spoken = np.repeat(samples[: round(_LIVE_S * SAMPLE_RATE)], _MICROPHONE_HZ // SAMPLE_RATE)[:, np.newaxis]
    before = resident_mb()
    profile = _voice_in(samples)
    rounds = [_live(spoken, profile) for _ in range(_ROUNDS)]
    after = resident_mb()
    return VoiceCost(
        cores=median(sum(steps) for steps in rounds) / _LIVE_S,
        path_cores=path_cores(samples, profile),
        nervous_cores=path_cores(samples, profile, NervousPulse),
        step_s=median(float(np.quantile(steps, 0.95)) for steps in rounds),
        speed=_speed(samples),
        memory_mb=None if before is None or after is None else after - before,
    )


def _voice_in(samples: Samples) -> Profile:
    """The voice known from its first seconds, so that every tone is scored."""
    from coach.runtime.voice_track import take_in
    from coach.voz.extractor import VoiceExtractor

    extractor, block = VoiceExtractor(), SAMPLE_RATE // 25
    sounds = (Sound(at / SAMPLE_RATE, samples[at : at + block]) for at in range(0, round(_LIVE_S * SAMPLE_RATE), block))
    return take_in((event for sound in sounds for event in extractor.push(sound)), None)[1]


def _live(spoken: npt.NDArray[np.float32], profile: Profile) -> list[float]:
    """Processor time of every block, in seconds."""
    from coach.runtime.adviser import make_adviser
    from coach.runtime.shared_advice import SharedAdvice
    from coach.runtime.voice_chain import VoiceChain, VoiceStage
    from coach.voz.intake import Intake

    intake = Intake(_MICROPHONE_HZ)
    chain = VoiceChain(VoiceStage(profile, SharedAdvice(make_adviser()).stream()))
    steps = []
    for end in range(_FIRST, len(spoken), _BLOCK):
        begin = max(0, end - _BLOCK)
        start = time.process_time()
        for item in intake.push(begin / _MICROPHONE_HZ, spoken[begin:end]):
            if isinstance(item, Sound):
                chain.push(item)
            else:
                chain.tell(item)
        steps.append(time.process_time() - start)
    return steps


def _speed(samples: Samples) -> float:
    """Times real time, of all that a file takes on one core; the models' libraries are in memory already."""
    from coach.app import analyse_file

    with tempfile.TemporaryDirectory(prefix="coach-medir-") as folder:
        path = Path(folder) / "voz.wav"
        with wave.open(str(path), "wb") as file:
            file.setparams((1, 2, SAMPLE_RATE, len(samples), "NONE", "NONE"))
            file.writeframes((samples * np.float32(32767.0)).astype("<i2").tobytes())
        rounds = []
        for _ in range(_ROUNDS):
            start = time.process_time()
            analyse_file(str(path))
            rounds.append(time.process_time() - start)
        return len(samples) / SAMPLE_RATE / median(rounds)


def voice_figures(cost: VoiceCost) -> Iterator[Figure]:
    """The figures with their bars."""
    path, hurried = (None if cores is None else 100.0 * cores for cores in (cost.path_cores, cost.nervous_cores))
    yield Figure("voice_path_cores", "Voz en vivo, micrófono incluido: parte de un núcleo", path, "%", most=5.0)
    # What is added here is the other program's haste, which the sound server passes on to all.
    yield Figure("voice_nervous_cores", "Lo mismo, con otro programa que apura el sonido", hurried, "%")
    yield Figure("voice_cores", "Voz en vivo, la cadena sola: parte de un núcleo", 100.0 * cost.cores, "%")
    yield Figure(
        "voice_step_p95", f"Voz en vivo: por trozo de {1000.0 * BLOCK_S:.0f} ms, 95 %", 1000.0 * cost.step_s, "ms"
    )
    yield Figure("voice_speed", "Voz de una grabación: veces el tiempo real", cost.speed, "×", least=50.0)
    yield Figure("voice_memory", "Voz: memoria además del resto", cost.memory_mb, "MB", most=80.0)


def _speech(seconds: float) -> Samples:
    """The demo voice over and over."""
    try:
        with wave.open(str(demo_voice())) as file:
            samples = np.frombuffer(file.readframes(file.getnframes()), "<i2")
    except (OSError, wave.Error) as error:
        raise KnownError(f"Falta la voz de muestra «{demo_voice()}»; vuelve a instalar Coach.") from error
    return np.resize(samples, round(seconds * SAMPLE_RATE)).astype(np.float32) / np.float32(32768.0)
