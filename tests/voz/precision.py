"""The figures of docs/precision.md about the voice: `python -m tests.voz.precision TRANSCRIPTS.tsv SOUNDS MUSIC`.

TRANSCRIPTS is a table as `coach evaluar` reads it, SOUNDS the folder of its recordings, MUSIC one with music alone.
No test of the suite, as it takes minutes and asks for recordings that are not Coach's.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import fmean, median

import numpy as np
import numpy.typing as npt

from coach.core.events import SAMPLE_RATE, Samples, Sound, SpeechSpan, Syllable, VoiceEvent
from coach.evaluation.speech_rate import Prompt, agreement, read_transcripts, score, stretches
from coach.voz.blocks import BLOCK, BLOCK_S
from coach.voz.extractor import VoiceExtractor
from tests.voz import praat
from tests.voz.heard import LEAD, active_blocks, babble, in_noise, pink, pitch_errors, rates_in

TEMPI = (0.65, 0.8, 1.0, 1.25, 1.6)


class Listener:
    """The extractor as it ships, for one sound after the other."""

    def __init__(self) -> None:
        self._extractor = VoiceExtractor()

    def events(self, samples: Samples) -> list[VoiceEvent]:
        """All that is told of a sound that stands alone: going back in time starts everything anew."""
        return self._extractor.push(Sound(0.0, samples)) + self._extractor.flush()

    def nuclei(self, samples: Samples) -> int:
        """Syllables that are heard."""
        return sum(isinstance(event, Syllable) for event in self.events(np.pad(samples, (4800, 4800))))

    def speech(self, samples: Samples) -> npt.NDArray[np.bool_]:
        """(blocks,) whether the middle of each block lies in a span of speech."""
        middle = (np.arange(len(samples) // BLOCK) + 0.5) * BLOCK_S
        inside = np.zeros(len(middle), bool)
        for event in self.events(samples):
            if isinstance(event, SpeechSpan):
                inside |= (event.start_s <= middle) & (middle < event.end_s)
        return inside


def rates(
    prompts: list[Prompt], sounds: dict[tuple[str, float], Samples], name: str, count: Callable[[Samples], int]
) -> None:
    """Error at the tempo of the recordings, and r over all tempi."""
    pairs: list[tuple[float, float]] = []
    for tempo in TEMPI:
        heard = {p.file: count(sounds[p.file, tempo]) for p in prompts}
        if tempo == 1.0:
            found = score(prompts, heard)
        for stretch in stretches(prompts):
            seconds = sum(p.speech_s for p in stretch) / tempo
            pairs.append((sum(heard[p.file] for p in stretch) / seconds, sum(p.syllables for p in stretch) / seconds))
    log = np.log(np.array(pairs))
    exponent, offset = np.polyfit(log[:, 0], log[:, 1], 1)
    error = fmean(abs(np.exp(offset) * m**exponent / t - 1) for m, t in pairs)
    print(
        f"{name}: factor {found.factor:.3f}, error {found.error:.1%} (outside the possible {found.outside:.1%}) in "
        f"{found.stretches} stretches; r over tempi {agreement(pairs):.3f}; k·x^{exponent:.2f} leaves {error:.1%}",
        flush=True,
    )


def voice_activity(listener: Listener, sounds: dict[str, Samples], music: Path) -> None:
    """False speech in music, and recall at 10 dB."""
    false = [listener.speech(praat.read(file)[10 * SAMPLE_RATE : 70 * SAMPLE_RATE]) for file in music.glob("*.wav")]
    found: list[bool] = []
    for seed, samples in enumerate(sounds.values()):
        heard = listener.speech(in_noise(samples, pink(len(samples), seed), 10.0))[LEAD:]
        found += heard[active_blocks(samples)].tolist()
    print(f"false speech in music {np.mean(np.concatenate(false)):.2%}; recall at 10 dB {fmean(found):.1%}", flush=True)


def among_others(listener: Listener, prompts: list[Prompt], sounds: dict[str, Samples]) -> None:
    """What the rate shows in the babble of two, four and eight people: silent, right within 15%, or wrong."""
    longest = [p.file for p in sorted(prompts, key=lambda p: -p.speech_s)[:8]]
    pause = np.zeros(3200, np.float32)
    samples = np.concatenate([part for file in longest for part in (sounds[file], pause)])
    rest = [sounds[p.file] for p in prompts if p.file not in longest]
    for talkers in (2, 4, 8):
        noise = babble(rest, len(samples), talkers, seed=talkers)
        for snr_db in (20.0, 15.0, 10.0, 8.0, 5.0, 0.0):
            shown, snr = rates_in(noise, samples, snr_db, listener.events)
            values = [value for value in shown if value is not None]
            wrong = sum(abs(value - 1.0) > 0.15 for value in values)
            silent = len(shown) - len(values)
            told = f"silent {silent}, right {len(values) - wrong}, wrong {wrong}"
            print(f"{talkers} talk besides at {snr_db:g} dB (told: {snr:.1f}): {told}", flush=True)


def pitches(sounds: dict[str, Samples]) -> Iterator[float]:
    """Relative errors of the pitch on resynthesised speech."""
    random = np.random.default_rng(1)
    for samples in sounds.values():
        yield from pitch_errors(*praat.with_pitch(samples, random.uniform(-30, 40), random.uniform(0.5, 1.5)))


def main(table: str, folder: str, music: str) -> None:
    """Print all figures."""
    prompts = read_transcripts(Path(table))
    sounds = {p.file: praat.read(Path(folder) / p.file) for p in prompts}
    listener = Listener()
    voice_activity(listener, sounds, Path(music))
    among_others(listener, prompts, sounds)
    errors = list(pitches(sounds))
    gross = fmean(error > 0.2 for error in errors)
    print(f"pitch: {len(errors)} frames, gross {gross:.2%}, median {median(errors):.2%}", flush=True)
    spoken = {(file, tempo): praat.at_tempo(sounds[file], tempo) for file in sounds for tempo in TEMPI}
    rates(prompts, spoken, "De Jong & Wempe", praat.de_jong_wempe)
    rates(prompts, spoken, "Coach", listener.nuclei)


if __name__ == "__main__":
    main(*sys.argv[1:])
