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

from coach.core.events import SAMPLE_RATE, Samples, Sound, Syllable
from coach.evaluation.speech_rate import Prompt, agreement, read_transcripts, score, stretches
from coach.voz.blocks import Blocks
from coach.voz.extractor import VoiceExtractor
from coach.voz.silero import SpeechModel
from tests.voz import praat
from tests.voz.heard import active_blocks, pink, pitch_errors, recall

TEMPI = (0.65, 0.8, 1.0, 1.25, 1.6)


def nuclei(samples: Samples) -> int:
    """Syllables that the extractor hears."""
    extractor = VoiceExtractor()
    events = extractor.push(Sound(0.0, np.pad(samples, (4800, 4800)))) + extractor.flush()
    return sum(isinstance(event, Syllable) for event in events)


def rates(prompts: list[Prompt], sounds: dict[str, Samples], name: str, count: Callable[[Samples], int]) -> None:
    """Error at the tempo of the recordings, and r over all tempi."""
    pairs: list[tuple[float, float]] = []
    for tempo in TEMPI:
        heard = {p.file: count(praat.at_tempo(sounds[p.file], tempo)) for p in prompts}
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


def voice_activity(sounds: dict[str, Samples], music: Path) -> None:
    """False speech in music, and recall at 10 dB."""
    model = SpeechModel()
    shares = []
    for file in sorted(music.glob("*.wav")):
        model.reset()
        samples = praat.read(file)[10 * SAMPLE_RATE : 70 * SAMPLE_RATE]
        shares.append(fmean(probability >= 0.5 for probability in model.push(Blocks().push(samples))))
    found = [recall(model, samples, pink(len(samples), seed), 10.0) for seed, samples in enumerate(sounds.values())]
    weight = [len(active_blocks(samples)) for samples in sounds.values()]
    print(f"false speech in music {fmean(shares):.2%}; recall at 10 dB {np.average(found, weights=weight):.1%}")


def pitches(sounds: dict[str, Samples]) -> Iterator[float]:
    """Relative errors of the pitch on resynthesised speech."""
    random = np.random.default_rng(1)
    for samples in sounds.values():
        yield from pitch_errors(*praat.with_pitch(samples, random.uniform(-30, 40), random.uniform(0.5, 1.5)))


def main(table: str, folder: str, music: str) -> None:
    """Print all figures."""
    prompts = read_transcripts(Path(table))
    sounds = {p.file: praat.read(Path(folder) / p.file) for p in prompts}
    voice_activity(sounds, Path(music))
    errors = list(pitches(sounds))
    print(f"pitch: {len(errors)} frames, gross {fmean(e > 0.2 for e in errors):.2%}, median {median(errors):.2%}")
    rates(prompts, sounds, "De Jong & Wempe", praat.de_jong_wempe)
    rates(prompts, sounds, "Coach", nuclei)


if __name__ == "__main__":
    main(*sys.argv[1:])
