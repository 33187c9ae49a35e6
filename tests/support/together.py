"""A person seen and heard at once, as a recording with sound is decided on: picture and voice in step, one adviser."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from coach.core.events import Event, Features, VoiceEvent, VoiceFeatures
from coach.detectors.profile import Profile
from coach.runtime.adviser import Adviser
from coach.runtime.stages import Decider
from coach.runtime.voice_chain import VoiceStage
from tests.support.recorded import features, looks, neutral
from tests.support.spoken import KNOWN, speech

SENTENCE_S, PAUSE_S = 3.0, 1.0


def shown(names: Sequence[str], until_s: float) -> list[Features]:
    """The recorded people one after the other, again and again, until then."""
    found: list[Features] = []
    start_s, place = 0.0, 0
    while start_s < until_s:
        clip = features(looks(names[place % len(names)]))
        found += [replace(one, t=start_s + one.t) for one in clip]
        start_s, place = start_s + clip[-1].t + 1 / 15, place + 1
    return [one for one in found if one.t <= until_s]


def spoken(until_s: float) -> Iterator[VoiceEvent]:
    """Somebody who speaks well, a pause after every sentence."""
    return speech(until_s, breathing)


def breathing(t: float) -> dict[str, float | None]:
    within = t % (SENTENCE_S + PAUSE_S)
    pausing = within >= SENTENCE_S + 0.25
    return {"pause_s": within - SENTENCE_S if pausing else None, "speech": 0.02 if pausing else 0.97}


def both(seen: Iterable[Features], heard: Iterable[VoiceEvent], adviser: Adviser) -> list[Event]:
    """All that follows from what is seen and heard, in order."""
    seen = list(seen)
    decider, stage = Decider(known(seen), adviser), VoiceStage(KNOWN, adviser)
    waiting = iter([one for one in heard if isinstance(one, VoiceFeatures)])
    sound = next(waiting, None)
    told: list[Event] = []
    for look in seen:
        while sound is not None and sound.t <= look.t:
            told += stage.push(sound)
            sound = next(waiting, None)
        found = decider.push(look)
        stage.see(found)
        told += found
    return [*told, *decider.flush(), *stage.flush()]


def known(seen: Iterable[Features]) -> Profile:
    return neutral(seen)
