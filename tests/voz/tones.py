"""Moves a voice towards each tone of the manual, and judges whether the bars follow: `python -m tests.voz.tones WAV…`.

The voices are speech of any length above a minute, for example Debian's asterisk-core-sounds-es-wav joined with sox, or
what espeak-ng makes of a text with its voices es and es-419. This tells whether the bars work, not whether they are
true of people: that nobody has measured.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from coach.core.events import SAMPLE_RATE, Samples, ToneScored, VoiceEvent
from coach.detectors.profile import Profile
from coach.detectors.voice_baseline import VoiceRests, pace, paced, steps
from coach.detectors.voice_decider import VoiceDecider
from coach.evaluation.tone_movement import Movement, movement
from coach.manual.voice_reference import load_voice_reference
from tests.support.voices import listen
from tests.voz import praat

LEVEL: Final = 0.08
"""RMS at which every voice begins."""
_SHELF_HZ: Final = 1000.0


@dataclass(frozen=True, slots=True)
class Move:
    """By how many steps (of the speaker's own variation) each is moved; `pause`: seconds added to every pause."""

    pitch: float = 0.0
    span: float = 0.0
    rate: float = 0.0
    level: float = 0.0
    tilt: float = 0.0
    pause: float = 0.0


TOWARDS: Final[Mapping[str, Move]] = {
    "calido": Move(pitch=1.2, span=1.2, rate=-0.3),
    "tranquilo": Move(pitch=-0.3, span=-0.3, rate=-0.6, level=-0.3, pause=0.1),
    "persuasivo": Move(pitch=0.5, span=1.8, rate=0.7, level=1.5, tilt=1.5),
    "sugestivo": Move(rate=-0.3, level=-1.0, tilt=-1.3, pause=0.1),
    "seguro": Move(pitch=-1.2, level=1.0, tilt=0.4, rate=0.2),
}
AWAY: Final[Mapping[str, Move]] = {
    "calido": Move(pitch=-1.2, span=-1.2, rate=0.5),
    "tranquilo": Move(pitch=0.5, span=0.5, rate=1.5, level=0.5, tilt=0.5),
    "persuasivo": Move(pitch=-0.5, span=-1.5, rate=-0.7, level=-1.5, tilt=-1.5),
    "sugestivo": Move(rate=0.8, level=1.5, tilt=1.5),
    "seguro": Move(pitch=1.2, level=-1.0, tilt=-0.5, rate=-0.5),
}


def known(events: Sequence[VoiceEvent]) -> Profile:
    """The voice in these events."""
    rests = VoiceRests(load_voice_reference())
    for event in events:
        rests.add(paced(event, pace(Profile())))
    return Profile(voice=rests.rests())


def scored(events: Sequence[VoiceEvent], voice: Profile) -> list[ToneScored]:
    """The windows of which something is said."""
    decider = VoiceDecider(voice)
    told = [found for event in events for found in decider.push(event)]
    return [found for found in told if isinstance(found, ToneScored) and found.scores is not None]


def moved(samples: Samples, move: Move, voice: Profile) -> Samples:
    """The same words in another voice."""
    reference, rests = load_voice_reference(), voice.voice

    def step(id: str) -> float:
        return steps(reference[id], rests[id])

    span = 1.0 + move.span * step("pitch_range_st") / max(rests["pitch_range_st"].value, 1.0)
    tempo = float(np.exp(move.rate * step("rate_syl_s")))
    samples = praat.in_semitones(samples, move.pitch * step("pitch_st"), span)
    samples = praat.at_tempo(samples, tempo)
    samples = shelved(samples, move.tilt * step("alpha_db"))
    samples = samples * (LEVEL / np.sqrt(np.mean(samples**2))) * 10 ** (move.level * step("speech_level_db") / 20)
    return np.clip(with_pauses(samples, move.pause), -1.0, 1.0).astype(np.float32)


def shelved(samples: Samples, gain_db: float) -> Samples:
    """Everything above 1 kHz louder by `gain_db`."""
    spectrum = np.fft.rfft(samples)
    octaves = np.log2(np.maximum(np.fft.rfftfreq(len(samples), 1 / SAMPLE_RATE), 1.0) / _SHELF_HZ)
    gain = 10 ** (gain_db / 20 / (1.0 + np.exp(-4.0 * octaves)))
    return np.fft.irfft(spectrum * gain, len(samples)).astype(np.float32)


def with_pauses(samples: Samples, longer_s: float) -> Samples:
    """Every pause longer by `longer_s`."""
    if longer_s == 0.0:
        return samples
    frame = SAMPLE_RATE // 50
    power = np.array([np.mean(samples[i : i + frame] ** 2) for i in range(0, len(samples) - frame, frame)])
    quiet = power < np.quantile(power, 0.95) * 1e-4
    parts, last, began = [], 0, None
    for place, still in enumerate([*quiet, False]):
        if still and began is None:
            began = place
        elif not still and began is not None:
            if place - began >= 8:  # 0.16 s
                middle = (began + place) // 2 * frame
                parts += [samples[last:middle], np.zeros(round(longer_s * SAMPLE_RATE), np.float32)]
                last = middle
            began = None
    return np.concatenate([*parts, samples[last:]])


def judged(
    samples: Samples, ways: Sequence[tuple[Mapping[str, Move], bool]] = ((TOWARDS, True), (AWAY, False))
) -> tuple[list[ToneScored], list[Movement]]:
    """The windows of the voice as it is, and how each tone's bar moved on each way (and whether it should rise)."""
    samples = samples * (LEVEL / np.sqrt(np.mean(samples**2)))
    hiss = np.random.default_rng(0).normal(0.0, 1e-3, 2 * len(samples)).astype(np.float32)
    events = listen(samples + hiss[: len(samples)], SAMPLE_RATE)
    voice = known(events)
    before = scored(events, voice)
    found = []
    for moves, rises in ways:
        for id, move in moves.items():
            other = moved(samples, move, voice)
            after = scored(listen(other + np.resize(hiss, len(other)), SAMPLE_RATE), voice)
            found.append(movement(id, rises, before, after))
    return before, found


def main(files: Sequence[str]) -> None:
    """Print all figures."""
    for file in files:
        before, found = judged(praat.read(Path(file)))
        confident = [window.id for window in before if window.id is not None]
        print(f"{file}: {len(before)} windows, {len(confident)} confident unmanipulated", flush=True)
        for one in found:
            way = "towards" if one.rises else "away"
            print(f"  {one.id:<11}{way:<8} {one.right}/{one.pairs} right ({one.share:.0%}); leads {one.led:.0%}")
        print(f"  all: {sum(one.right for one in found) / sum(one.pairs for one in found):.1%}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
