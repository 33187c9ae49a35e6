"""A recording as a whole: observed first, then decided on."""

from __future__ import annotations

from collections.abc import Callable

from coach.core.events import Event, Features
from coach.core.source import FrameSource
from coach.detectors.calm import CalmRests
from coach.detectors.profile import Profile
from coach.manual.catalog import load_catalog
from coach.manual.features import load_features
from coach.runtime.adviser import Advice, make_adviser
from coach.runtime.chain import OFFLINE_DEPTH, Chain
from coach.runtime.gathered import Analysis
from coach.runtime.local_rows import local_catalog
from coach.runtime.offline import run
from coach.runtime.spool import Spool
from coach.runtime.stages import Decider, InStep, Observer
from coach.runtime.voice_track import Heard, VoiceTrack

RECORDING_LEVEL = "C"
"""12 looks a second at face and hands: what the accuracy card was measured at."""


def analyse(
    source: FrameSource,
    profile: Profile | None = None,
    mask: bool | None = None,
    level: str = RECORDING_LEVEL,
    progress: Callable[[float], None] | None = None,
    advice: Advice | None = None,
    heard: Callable[[], Heard | None] | None = None,
    also: Callable[[Event], None] | None = None,
) -> Analysis:
    """A whole recording; closes the source. `also` gets every event that comes of it, features too.

    It is observed first and only then decided on: so the first minute is judged as well as the last by a neutral that
    is learned from its calm stretches (without a `profile`), and its sound can be heard meanwhile, for which `heard` is
    asked in between. Picture and sound share the `advice`.
    """
    analysis, catalog = Analysis(also=also), local_catalog()  # at fault, it is told before the work begins
    advice = advice or make_adviser()
    known = profile if profile is not None and profile.rests else None
    with Spool(Features) as spool:
        rests = CalmRests(load_catalog(), load_features())  # a threshold of this computer's own moves nobody's neutral
        _observe(source, spool, None if known else rests, mask, level, progress)
        analysis.profile = known or rests.profile()
        sound = None if heard is None else heard()
        track = None if sound is None else _told(sound, advice, analysis)
        decider = InStep(Decider(analysis.profile, advice, catalog), track)
        for event in spool.read():
            analysis.add(decider.push(event))
        analysis.add(decider.flush())
    return analysis


def analyse_voice(heard: Heard, advice: Advice, also: Callable[[Event], None] | None = None) -> Analysis:
    """A recording of sound alone; `also` gets every event that comes of it."""
    analysis = Analysis(also=also)
    analysis.add(_told(heard, advice, analysis).rest())
    return analysis


def _told(heard: Heard, advice: Advice, analysis: Analysis) -> VoiceTrack:
    """A sound that is ready to be decided on; of what nothing is decided from is told at once."""
    analysis.add(heard.speech)
    return VoiceTrack(heard, advice)


def _observe(
    source: FrameSource,
    spool: Spool[Features],
    rests: CalmRests | None,
    mask: bool | None,
    level: str,
    progress: Callable[[float], None] | None,
) -> None:
    """Fill the spool, and let `rests` learn from all that it gets."""

    def keep(events: list[Event], _: object) -> None:
        for event in events:
            spool.write(event)
            if rests is not None and isinstance(event, Features):
                rests.add(event)

    chain = Chain(Observer(mask), None, level, OFFLINE_DEPTH)
    try:
        run(source, chain, keep, progress)
    finally:
        chain.close()
