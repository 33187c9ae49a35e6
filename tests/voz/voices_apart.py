"""How well voices in one channel are told apart, on calls put together from recordings of one speaker each.

`python -m tests.voz.voices_apart CONDITION EVERY FOLDER…`: each FOLDER holds recordings (wav) of one speaker, as those
of Debian's asterisk-core-sounds-*-wav do. CONDITION is `linea` (200 to 3400 Hz), `ancha` (as recorded) or `ruido`
(`linea` with 15 dB of noise). Every speaker talks alone, in several moods, and with each EVERYth other for a minute:
turns of 0.6 to 12 s (typically 3), 8% of them begin before the other has ended, levels differ by up to 12 dB.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from coach.core.events import SAMPLE_RATE, Samples, Sound, SpeechSpan
from coach.core.voices import Voices
from coach.voz.activity import Activity
from coach.voz.blocks import BLOCK_S, Blocks
from coach.voz.silero import SpeechModel
from coach.voz.sound_file import SoundFile
from coach.voz.voices_of import voices_of
from tests.voz import praat
from tests.voz.given import Given

_SECONDS, _EACH_S, _STEPS = 60.0, 70.0, 100
_RMS: Final = 0.05
_HISS: Final = 8e-4
_MOODS: Final = ((0.8, 0.0, 1.0), (1.25, 0.0, 1.0), (1.0, 1.5, 1.4), (1.0, -1.0, 0.6))
"""Tempo, semitones up, and how much of the pitch's movement is left."""


@dataclass(frozen=True, slots=True)
class Told:
    """Voices told, and the shares of the speech of one alone given to another voice, to nobody, and not heard."""

    count: int
    wrong: float
    nobody: float
    missed: float
    cost: float


def speaker(folder: Path) -> Samples:
    """The longer recordings of a folder, without the silence around them, at one level."""
    files = sorted(folder.glob("*.wav"), key=lambda file: (-file.stat().st_size, file.name))[:40]
    parts: list[Samples] = []
    for file in sorted(files, key=lambda file: file.name[::-1]):
        with SoundFile(file) as source:
            sound = np.concatenate([item.samples for item in source if isinstance(item, Sound)])
        spans = speech(sound)
        if spans and spans[-1].end_s - spans[0].start_s > 0.8:
            parts.append(sound[round(spans[0].start_s * SAMPLE_RATE) : round(spans[-1].end_s * SAMPLE_RATE)])
        if sum(map(len, parts)) > _EACH_S * SAMPLE_RATE:
            break
    whole = np.concatenate(parts)
    return np.asarray(whole * (_RMS / np.sqrt(np.mean(whole**2))), np.float32)


def speech(sound: Samples) -> list[SpeechSpan]:
    """When somebody speaks in it."""
    model, activity, spans = SpeechModel(), Activity(), []
    blocks = Blocks().push(np.concatenate([sound, np.zeros(SAMPLE_RATE, np.float32)]))
    for place, probability in enumerate(model.push(blocks)):
        ended = activity.push(place * BLOCK_S, (place + 1) * BLOCK_S, probability).ended
        spans += [] if ended is None else [ended]
    return spans


def call(
    speakers: Sequence[Samples], rng: np.random.Generator, condition: str
) -> tuple[Samples, npt.NDArray[np.bool_]]:
    """The sound, and who speaks in each hundredth of a second of it, a row a speaker."""
    wave = np.zeros(round((_SECONDS + 15.0) * SAMPLE_RATE), np.float32)
    truth = np.zeros((len(speakers), round((_SECONDS + 15.0) * _STEPS)), bool)
    gains, places, at, who = 10 ** (rng.uniform(-6, 6, len(speakers)) / 20), [0] * len(speakers), 0.5, 0
    while at < _SECONDS:
        size = round(min(12.0, max(0.6, rng.lognormal(np.log(3.0), 0.7))) * SAMPLE_RATE)
        if places[who] + size > len(speakers[who]):
            places[who] = int(rng.integers(SAMPLE_RATE))
        said = speakers[who][places[who] : places[who] + size]
        places[who] += size
        begin = round(at * SAMPLE_RATE)
        wave[begin : begin + len(said)] += np.float32(gains[who]) * said
        for span in speech(said):
            truth[who, round((at + span.start_s) * _STEPS) : round((at + span.end_s) * _STEPS)] = True
        at += len(said) / SAMPLE_RATE
        at += -rng.uniform(0.2, 0.8) if len(speakers) > 1 and rng.random() < 0.08 else rng.uniform(0.1, 1.0)
        who = (who + int(rng.integers(1, len(speakers)))) % len(speakers) if len(speakers) > 1 else 0
    wave = wave[: round(at * SAMPLE_RATE)]
    if condition != "ancha":
        spectrum, hz = np.fft.rfft(wave), np.fft.rfftfreq(len(wave), 1 / SAMPLE_RATE)
        wave = np.fft.irfft(np.where((hz > 200) & (hz < 3400), spectrum, 0), len(wave)).astype(np.float32)
    hiss = rng.normal(0.0, _HISS, len(wave))
    if condition == "ruido":
        power = float(np.sum(wave**2)) / (float(np.mean(truth[:, : round(at * _STEPS)].any(axis=0))) * len(wave))
        hiss *= np.sqrt(power / 10**1.5) / _HISS
    return np.asarray(wave + hiss, np.float32), truth


def judged(voices: Voices, truth: npt.NDArray[np.bool_], cost: float) -> Told:
    """With the numbers of the voices taken as they fit best."""
    heard = np.full(truth.shape[1] + _STEPS, -2)
    for turn in voices.turns:
        heard[round(turn.start_s * _STEPS) : round(turn.end_s * _STEPS)] = -1 if turn.voice is None else turn.voice
    alone = truth.sum(axis=0) == 1
    told, who = heard[: truth.shape[1]][alone], truth.argmax(axis=0)[alone]
    count = len(voices.heard)
    fits = permutations(range(max(count, len(truth))), len(truth))
    right = max(sum(int(np.sum((told == voice) & (who == one))) for one, voice in enumerate(fit)) for fit in fits)
    nobody, missed = float(np.mean(told == -1)), float(np.mean(told == -2))
    return Told(count, 1.0 - right / len(told) - nobody - missed, nobody, missed, cost)


def told(sound: Samples, truth: npt.NDArray[np.bool_]) -> Told:
    """What is made of a call."""
    start = time.process_time()
    voices = voices_of(Given(sound))
    return judged(voices, truth, (time.process_time() - start) * SAMPLE_RATE / len(sound))


def moods(own: Samples) -> Samples:
    """Ten seconds of each mood after as many as it was."""
    part = own[: 10 * SAMPLE_RATE]
    acted = [praat.in_semitones(praat.at_tempo(part, tempo), up, left) for tempo, up, left in _MOODS]
    return np.asarray(np.concatenate([part, *acted]), np.float32)


def cases(speakers: Sequence[Samples], condition: str, every: int) -> Iterator[tuple[str, int, Told]]:
    """Kind, how many speak, and what was told."""
    for place, own in enumerate(speakers):
        yield "alone", 1, told(*call([own], np.random.default_rng(place), condition))
        if condition == "linea":
            sound = moods(own)
            yield "in five moods", 1, told(sound, np.ones((1, len(sound) * _STEPS // SAMPLE_RATE), bool))
    for place, (one, other) in enumerate(combinations(range(len(speakers)), 2)):
        if place % every == 0:
            pair = [speakers[one], speakers[other]]
            yield "two", 2, told(*call(pair, np.random.default_rng(1000 + place), condition))


def main(arguments: Sequence[str]) -> None:
    """Measure and print."""
    condition, every, *folders = arguments
    found: dict[str, list[tuple[int, Told]]] = {}
    for kind, count, one in cases([speaker(Path(folder)) for folder in folders], condition, int(every)):
        found.setdefault(kind, []).append((count, one))
    for kind, all_of in found.items():
        numbers: npt.NDArray[Any] = np.array([(one.wrong, one.nobody, one.missed, one.cost) for _, one in all_of])
        right = sum(one.count == count for count, one in all_of)
        fewer = sum(one.count < count for count, one in all_of)
        parted = [one.wrong for count, one in all_of if one.count == count]
        mean = ", ".join(f"{100 * value:.1f}%" for value in numbers.mean(axis=0))
        print(f"{condition}, {kind}: {len(all_of)} recordings, right number {right}, fewer {fewer}")
        print(f"  wrong, nobody's, missed, cost: {mean}; wrong where the number is right {100 * np.mean(parted):.1f}%")


if __name__ == "__main__":
    main(sys.argv[1:])
