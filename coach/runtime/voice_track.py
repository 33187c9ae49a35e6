"""The sound of a recording: heard once and set aside, then decided on in step with the picture."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from coach.core.events import (
    ConditionChanged,
    Event,
    Filler,
    PhraseEnd,
    SpeechSpan,
    Syllable,
    VoiceEvent,
    VoiceFeatures,
)
from coach.core.sound_source import SoundSource
from coach.core.voices import Others
from coach.detectors.profile import Profile
from coach.detectors.voice_baseline import VoiceRests, pace
from coach.manual.voice_reference import load_voice_reference
from coach.runtime.adviser import Advice
from coach.runtime.spool import Spool
from coach.runtime.voice_chain import VoiceStage
from coach.runtime.voice_totals import VoiceTotals
from coach.voz.extractor import VoiceExtractor
from coach.voz.stretches import in_stretches

SPEECH: Final = (Syllable, SpeechSpan, PhraseEnd, Filler)
LEAST_S = 30.0
"""Seconds of speech that a recording must hold for its own voice to be known from it."""
_STRETCH_S: Final = 2.0
"""What is heard at once: the most blocks that the extractor gives its models."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A whole recording's sound: its features wait in `spool`, `profile` is the voice in it.

    `speech` are the events that nothing is decided from (`SPEECH`), in order of time.
    """

    spool: Spool[VoiceFeatures]
    totals: VoiceTotals
    profile: Profile
    speech: list[VoiceEvent]


def listen(
    source: SoundSource,
    spool: Spool[VoiceFeatures],
    known: Profile | None = None,
    progress: Callable[[float], None] | None = None,
    others: Others | None = None,
) -> Heard:
    """Hear all of `source`, which is closed. A voice that `known` does not hold is learned from the sound itself.

    `progress` gets the time reached, in seconds of the medium; `others`: who speaks in it besides the agent.
    """
    speech: list[VoiceEvent] = []
    totals, profile = take_in(_set_aside(_events(source, progress, others), spool, speech), known)
    return Heard(spool, totals, profile, speech)


def take_in(events: Iterable[VoiceEvent | ConditionChanged], known: Profile | None) -> tuple[VoiceTotals, Profile]:
    """What a whole sound amounts to, and the voice in it: the one that is `known`, or what it teaches itself."""
    profile = known or Profile()
    calibration = pace(profile)
    totals, rests = VoiceTotals(), VoiceRests(load_voice_reference())
    for event in events:
        if isinstance(event, ConditionChanged):
            continue
        totals.add(event)
        rests.add(event, calibration)
    if not profile.voice and rests.speech_s >= LEAST_S:
        profile = replace(profile, voice=rests.rests())
    return totals, profile


def _set_aside(
    events: Iterable[VoiceEvent | ConditionChanged], spool: Spool[VoiceFeatures], speech: list[VoiceEvent]
) -> Iterator[VoiceEvent | ConditionChanged]:
    for event in events:
        spool.write(event)
        if isinstance(event, SPEECH):
            speech.append(event)
        yield event


def _events(
    source: SoundSource, progress: Callable[[float], None] | None, others: Others | None
) -> Iterator[VoiceEvent | ConditionChanged]:
    extractor = VoiceExtractor(others)
    with source:
        for item in in_stretches(source, _STRETCH_S):
            if isinstance(item, ConditionChanged):
                yield item
                continue
            yield from extractor.push(item)
            if progress is not None:
                progress(item.t)
    yield from extractor.flush()


class VoiceTrack:
    """Plays what was heard, up to whatever moment the picture has come to."""

    def __init__(self, heard: Heard, advice: Advice) -> None:
        self.heard = heard
        self._stage = VoiceStage(heard.profile, advice)
        self._waiting = heard.spool.read()
        self._next = next(self._waiting, None)

    def upto(self, t: float) -> Iterator[Event]:
        """All that the voice gives until `t`, as it is asked for: hours of it would fill the memory at once."""
        while self._next is not None and self._next.t <= t:
            yield from self._stage.push(self._next)
            self._next = next(self._waiting, None)

    def see(self, events: list[Event]) -> None:
        """What the picture gave meanwhile: a smile supports the warm tone."""
        self._stage.see(events)

    def rest(self) -> Iterator[Event]:
        """All that is left, and the end."""
        yield from self.upto(math.inf)
        yield from self._stage.flush()
