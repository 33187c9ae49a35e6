"""A recording as a whole: observed first, then decided on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from coach.core.events import ConditionChanged, Event, Features, VoiceFeatures
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
from coach.runtime.stages import Decider, Observer
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
    heard: Callable[[Callable[[float], None]], Heard | None] | None = None,
    also: Callable[[Event], None] | None = None,
) -> Analysis:
    """A whole recording; closes the source. `also` gets every event that comes of it, features too.

    It is observed first and only then decided on: so the first minute is judged as well as the last by a neutral that
    is learned from its calm stretches (without a `profile`), and its sound can be heard meanwhile, for which `heard` is
    asked in between: it may wait, and tells how far it has come. Picture and sound share the `advice`.

    `progress` gets the seconds of the medium that are reached, never fewer than before; what it raises ends it all.
    """
    analysis, catalog = Analysis(also=also), local_catalog()  # at fault, it is told before the work begins
    advice = advice or make_adviser()
    known = profile if profile is not None and profile.rests else None
    # A threshold of this computer's own moves nobody's neutral.
    rests = None if known else CalmRests(load_catalog(), load_features())
    reach = _farthest(progress)
    with Spool(Features) as spool:
        _observe(source, spool, rests, mask, level, reach)
        analysis.profile = known if rests is None else rests.profile()
        sound = None if heard is None else heard(reach)
        track = None if sound is None else _told(sound, advice, analysis)
        decided = _in_step(spool.read(), Decider(analysis.profile, advice, catalog), track)
        analysis.add(_ticked(decided, reach))
    return analysis


def analyse_voice(
    heard: Heard,
    advice: Advice,
    also: Callable[[Event], None] | None = None,
    progress: Callable[[float], None] | None = None,
) -> Analysis:
    """A recording of sound alone, heard already; `also` gets every event that comes of it, `progress` as before."""
    analysis = Analysis(also=also)
    reach = _farthest(progress, heard.totals.end_s)
    analysis.add(_ticked(_told(heard, advice, analysis).rest(), reach))
    return analysis


def _in_step(
    observed: Iterable[Features | ConditionChanged], decider: Decider, track: VoiceTrack | None
) -> Iterator[Event]:
    """All that follows from the picture, and from the sound that comes along with it, as it is asked for."""
    for event in observed:
        if track is not None:
            yield from track.upto(event.t)
        seen = decider.push(event)
        if track is not None:
            track.see(seen)
        yield from seen
    yield from decider.flush()
    if track is not None:
        yield from track.rest()


def _ticked(events: Iterable[Event], tick: Callable[[float], None]) -> Iterator[Event]:
    """The events; every look at picture or sound is a moment at which `tick` may end it."""
    for event in events:
        if isinstance(event, Features | VoiceFeatures):
            tick(event.t)
        yield event


def _farthest(progress: Callable[[float], None] | None, farthest: float = 0.0) -> Callable[[float], None]:
    """Tells no fewer seconds than before: sound may lag behind the picture, and what is decided begins anew."""

    def told(t: float) -> None:
        nonlocal farthest
        farthest = max(farthest, t)
        if progress is not None:
            progress(farthest)

    return told


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
    progress: Callable[[float], None],
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
