"""The voices in a recording's one sound, each with a few seconds of it, so that the agent can say which is theirs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from coach.core.events import SAMPLE_RATE, Samples
from coach.core.voices import Voices
from coach.errors import KnownError
from coach.voz.channels import LISTEN_S
from coach.voz.sound_file import SoundFile
from coach.voz.voices_of import voices_of


@dataclass(frozen=True, slots=True)
class VoiceClip:
    """A voice: when it is first heard, its `share` of all that is of one voice, and where it speaks for longest."""

    first_s: float
    share: float
    clip: Samples


def voice_clips(path: Path, keep_on: Callable[[], None]) -> tuple[VoiceClip, ...]:
    """The voices by order of first speaking; none where fewer than two are told apart, or nothing can be read.

    Takes 2 to 3% of its length. `keep_on` is called on the way; what it raises ends the work.
    """
    try:
        return _clips(path, voices_of(SoundFile(path), lambda _: keep_on()))
    except KnownError:  # its analysis says what is wrong with it
        return ()


def _clips(path: Path, voices: Voices) -> tuple[VoiceClip, ...]:
    heard = voices.heard
    if len(heard) < 2:
        return ()
    whole_s = sum(one.speech_s for one in heard)
    return tuple(
        VoiceClip(one.first_s, one.speech_s / whole_s, _clip(path, voices, place)) for place, one in enumerate(heard)
    )


def _clip(path: Path, voices: Voices, place: int) -> Samples:
    turn = voices.longest(place)
    wanted = round(min(LISTEN_S, turn.end_s - turn.start_s) * SAMPLE_RATE)
    pieces: list[Samples] = []
    with SoundFile(path) as source:
        for sound in source.since(turn.start_s):
            pieces.append(sound.samples)
            if sum(map(len, pieces)) >= wanted:
                break
    return np.concatenate(pieces)[:wanted] if pieces else np.zeros(0, np.float32)
