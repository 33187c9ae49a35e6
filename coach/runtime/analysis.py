"""A recording as a whole, by the two ways to run one: with a neutral that is known, or observed first."""

from __future__ import annotations

from collections.abc import Callable

from coach.core.events import Event, Features
from coach.core.source import FrameSource
from coach.detectors.baseline import RestEstimator
from coach.detectors.profile import Profile
from coach.manual.features import load_features
from coach.runtime.adviser import Advice
from coach.runtime.chain import OFFLINE_DEPTH, Chain
from coach.runtime.gathered import Analysis
from coach.runtime.local_rows import local_catalog
from coach.runtime.offline import run
from coach.runtime.spool import Spool
from coach.runtime.stages import Decider, InStep, Observer
from coach.runtime.voice_track import VoiceTrack

RECORDING_LEVEL = "C"
"""12 looks a second at face and hands: what the accuracy card was measured at."""


def analyse(
    source: FrameSource,
    profile: Profile | None = None,
    mask: bool | None = None,
    level: str = RECORDING_LEVEL,
    progress: Callable[[float], None] | None = None,
    advice: Advice | None = None,
    track: VoiceTrack | None = None,
    also: Callable[[Event], None] | None = None,
) -> Analysis:
    """A whole recording; closes the source. `track` is its sound, already heard, which shares its `advice`.

    `also` gets every event that comes of it, features too.

    Without a profile it is observed first, the neutral is learned from its calm stretches, and only then is it
    decided on, so that the first minute is judged as well as the last.
    """
    analysis, catalog = Analysis(also=also), local_catalog()  # at fault, it is told before the work begins
    if profile is not None and profile.rests:
        analysis.profile = profile
        chain = Chain(Observer(mask), InStep(Decider(profile, advice, catalog), track), level, OFFLINE_DEPTH)
        try:
            run(source, chain, lambda events, _: analysis.add(events), progress)
        finally:
            chain.close()
        return analysis
    with Spool(Features) as spool:
        analysis.profile = _observe(source, spool, mask, level, progress)
        decider = InStep(Decider(analysis.profile, advice, catalog), track)
        for event in spool.read():
            analysis.add(decider.push(event))
        analysis.add(decider.flush())
    return analysis


def analyse_voice(track: VoiceTrack, also: Callable[[Event], None] | None = None) -> Analysis:
    """A recording of sound alone, already heard; `also` gets every event that comes of it."""
    analysis = Analysis(also=also)
    analysis.add(track.rest())
    return analysis


def _observe(
    source: FrameSource,
    spool: Spool[Features],
    mask: bool | None,
    level: str,
    progress: Callable[[float], None] | None,
) -> Profile:
    """Fill the spool; returns the neutral of the person in it."""
    estimator = RestEstimator(load_features())

    def keep(events: list[Event], _: object) -> None:
        for event in events:
            spool.write(event)
            if isinstance(event, Features):
                estimator.add(event)

    chain = Chain(Observer(mask), None, level, OFFLINE_DEPTH)
    try:
        run(source, chain, keep, progress)
    finally:
        chain.close()
    return estimator.profile(guided=False)
