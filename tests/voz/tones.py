"""Moves voices towards each tone of the manual and away, and judges whether the bars follow.

`python -m tests.voz.tones develop|judge CACHE PROMPTS…`: PROMPTS are folders of recordings of one speaker each, for
example Debian's asterisk-core-sounds-es-wav; espeak-ng speaks the others (tone_voices.py). Profiles and thresholds were
made with the voices of `develop` (of tempo also with Italian ones: asterisk-core-sounds-it-wav and
asterisk-prompt-it-menardi-wav); those of `judge` are for figures alone. What was heard is kept in CACHE. A quarter of
an hour each. This tells whether the bars work, not whether they are true of people: that nobody has measured.
"""

from __future__ import annotations

import hashlib
import pickle
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final, cast

from coach.core.events import SAMPLE_RATE, Samples, SpeechSpan, ToneScored, VoiceEvent, VoiceFeatures
from coach.detectors.profile import Profile
from coach.detectors.voice_baseline import VoiceBaseline, VoiceRests, pace, paced
from coach.detectors.voice_tones import ToneScorer
from coach.evaluation.tone_movement import Move, Movement, Window, movement
from coach.manual.tones import Tone, load_tones
from coach.manual.voice_reference import load_voice_reference
from tests.support.voices import listen
from tests.voz.tone_moves import level, moved
from tests.voz.tone_voices import Side, hiss, joined, voices

CLEAR: Final[Mapping[str, Move]] = {
    "calido": {"pitch_st": 2, "pitch_range_st": 2},
    "tranquilo": {"rate_syl_s": -2, "pause_share": 1},
    "persuasivo": {"pitch_range_st": 2, "speech_level_db": 2, "alpha_db": 2, "rate_syl_s": 1.5},
    "sugestivo": {"speech_level_db": -1.7, "alpha_db": -2, "rate_syl_s": -1.3, "pause_share": 1},
    "seguro": {"pitch_st": -2, "speech_level_db": 1.5},
}
"""Each tone, acted clearly: about two steps in what it asks to change, at most half a step past the end of a zone."""
SIZES: Final = (1.0, 1.5, -1.0)
KINDS: Final = ("pitch_st", "pitch_range_st", "rate_syl_s", "speech_level_db", "alpha_db")
_STEPS: Final = 2.0
_PAUSES: Final = 1.5
_KNOWN_S: Final = 90.0
_APART_S: Final = 12.0


def single_moves(tones: Iterable[Tone]) -> list[Move]:
    """One feature at a time: two steps each way, to the far end of every zone, and longer pauses."""
    moves = {(kind, way * _STEPS) for kind in KINDS for way in (-1.0, 1.0)} | {("pause_share", _PAUSES)}
    for tone in tones:
        for zone in tone.zones:
            end = zone.high if zone.direction > 0 else zone.low
            if zone.feature in KINDS and zone.direction and end is not None:
                moves.add((zone.feature, end))
    return [{kind: by} for kind, by in sorted(moves)]


def acted(id: str, size: float) -> Move:
    """A tone acted `size` times as clearly; below 0 its opposite. Pauses are never made shorter."""
    return {kind: size * by for kind, by in CLEAR[id].items() if size > 0.0 or kind != "pause_share"}


class Ear:
    """Hears a sound once, and keeps what was told in a folder (None: nowhere)."""

    def __init__(self, cache: Path | None) -> None:
        self._cache = cache

    def events(self, samples: Samples) -> list[VoiceEvent]:
        """Spans of speech and the features of every whole second, of the sound in a quiet room."""
        samples = samples + hiss(len(samples))
        kept = self._cache and self._cache / f"{hashlib.sha256(samples.tobytes()).hexdigest()[:24]}.pkl"
        if kept and kept.exists():
            return cast(list[VoiceEvent], pickle.loads(kept.read_bytes()))  # noqa: S301 - written below
        events = [event for event in listen(samples, SAMPLE_RATE) if _needed(event)]
        if kept:
            kept.write_bytes(pickle.dumps(events))
        return events


def _needed(event: VoiceEvent) -> bool:
    return isinstance(event, SpeechSpan) or (isinstance(event, VoiceFeatures) and abs(event.t - round(event.t)) < 1e-6)


def known(events: Iterable[VoiceEvent], speech_s: float = float("inf")) -> tuple[Profile, float]:
    """The voice in so much of the speech, and when that was over."""
    rests, t = VoiceRests(load_voice_reference()), 0.0
    for event in events:
        if rests.speech_s >= speech_s:
            break
        rests.add(paced(event, pace(Profile())))
        t = event.t if isinstance(event, VoiceFeatures) else t
    return Profile(voice=rests.rests()), t


def windows(events: Iterable[VoiceEvent], voice: Profile) -> list[Window]:
    """The moments of which something is said."""
    baseline, scorer, found = VoiceBaseline(load_voice_reference(), voice), ToneScorer(load_tones()), list[Window]()
    for event in map(baseline.push, events):
        scored = scorer.push(event, ready=True) if isinstance(event, VoiceFeatures) else None
        if isinstance(event, VoiceFeatures) and scored is not None and scored.scores is not None:
            found.append(Window(scored, event.values))
    return found


def judged(samples: Samples, moves: Sequence[Move], ear: Ear) -> tuple[list[Window], list[tuple[Move, Movement]]]:
    """The windows of the voice as it is, and how the bars moved by each move of which their profile says something."""
    events = ear.events(samples)
    voice, _ = known(events)
    before, found = windows(events, voice), []
    for move in moves:
        other = moved(samples, move, voice)
        after = windows(ear.events(other.samples), voice)
        for tone in load_tones().values():
            one = movement(tone, move, before, after, other.said_at)
            found += [] if one is None else [(move, one)]
    return before, found


def unmoved(samples: Samples, ear: Ear) -> list[ToneScored]:
    """What is told of the rest of a recording by whom the first 90 s of speech have told the voice."""
    events = ear.events(samples)
    voice, t = known(events, _KNOWN_S)
    return [one.scored for one in windows(events, voice) if one.scored.end_s > t + _APART_S]


def told(scored: Sequence[ToneScored]) -> str:
    """How many windows have a tone that stands out."""
    return f"{sum(one.id is not None for one in scored)} of {len(scored)} windows with a tone that stands out"


def main(side: Side, cache: Path, prompts: list[Path]) -> None:
    """Print all figures."""
    ear, tones = Ear(cache), load_tones()
    for folder in prompts:
        print(f"{folder.name}, against its first 90 s of speech: {told(unmoved(level(joined(folder, side)), ear))}")
    singles, combined = single_moves(tones.values()), {(id, size): acted(id, size) for id in tones for size in SIZES}
    rows: dict[tuple[str, str], list[Movement]] = defaultdict(list)
    for name, samples in voices(side, prompts):
        before, found = judged(samples, [*singles, *combined.values()], ear)
        print(f"{name}, {len(samples) / SAMPLE_RATE:.0f} s: {told([one.scored for one in before])}", flush=True)
        for move, one in found:
            for kind in _kinds(move, one, combined):
                rows[one.id, kind].append(one)
    for (id, kind), found_of in sorted(rows.items()):
        print(f"{id:<11}{kind:<24}{_figures(found_of)}")


def _kinds(move: Move, one: Movement, combined: Mapping[tuple[str, float], Move]) -> list[str]:
    if len(move) == 1:
        ((kind, by),) = move.items()
        return [f"{kind} {'up' if by > 0 else 'down'}"]
    return [f"acted x{size:g}" for (id, size), other in combined.items() if other == move and id == one.id]


def _figures(found: Sequence[Movement]) -> str:
    pairs, right = sum(one.pairs for one in found), sum(one.right for one in found)
    worst = min(one.right / one.pairs for one in found)
    windows = sum(one.windows for one in found)
    led, misled = (100.0 * sum(counts) / windows for counts in zip(*((o.led, o.misled) for o in found), strict=True))
    return f"{right}/{pairs} right ({100.0 * right / pairs:.1f}%, worst {100.0 * worst:.0f}%), {led:.0f}/{misled:.0f}%"


if __name__ == "__main__":
    main(cast(Side, sys.argv[1]), Path(sys.argv[2]), [Path(folder) for folder in sys.argv[3:]])
