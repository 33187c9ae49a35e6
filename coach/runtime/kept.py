"""A kept session decided on anew from what the store has of it: newer detectors need neither pictures nor sound.

What was measured is kept at the 15 rows a second that the detectors were made at, as float32, and so is what the agent
told meanwhile, or somebody noted afterwards of the moments of the service; what was decided then is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from heapq import merge
from typing import Final

from coach.core.events import (
    AdviceSettings,
    ConditionChanged,
    ContextChanged,
    Event,
    Features,
    VoiceEvent,
    VoiceFeatures,
)
from coach.detectors.calm import CalmRests
from coach.detectors.profile import Profile
from coach.detectors.voice_baseline import as_heard
from coach.errors import KnownError
from coach.manual.catalog import load_catalog
from coach.manual.features import load_features
from coach.report.record import SessionRecord
from coach.review.moments import contexts
from coach.runtime.adviser import make_adviser
from coach.runtime.gathered import Analysis
from coach.runtime.outcome import Hearing, outcome
from coach.runtime.stages import Decider
from coach.runtime.voice_chain import VoiceStage
from coach.runtime.voice_track import SPEECH, take_in
from coach.session.event_codec import moment_of
from coach.session.store import SessionStore

_HEARD: Final = (VoiceFeatures, *SPEECH)
_TOLD: Final = (ConditionChanged, AdviceSettings)


def decide_again(store: SessionStore, id: str) -> SessionRecord:
    """The record that the session would have today; the store stays as it is.

    A neutral that was not known then is learned from the whole session first, as that of a recording is. Raises
    `KnownError` when there is no such session, or nothing was kept that could be decided on.
    """
    record = store.load(id)
    seen, heard = next(body(store, id), None) is not None, next(_voice(store, id), None) is not None
    if not seen and not heard:
        raise KnownError(
            f"De la sesión «{id}» no se guardaron mediciones, solo su informe: no hay de dónde analizarla de nuevo."
        )
    profile = measured_from(store, id) if seen else store.profiles.of(id)
    hearing = None
    if heard:
        hearing = Hearing(*take_in(_voice(store, id), profile))
        profile = replace(hearing.profile, rests=profile.rests if profile else {})
    analysis = _decided(store, id, profile or Profile(), record.result.source.live)
    again = outcome(record.result.source, analysis, hearing)
    before = record.result.voice
    if again.voice is not None and before is not None:  # what was measured is of the voice that was chosen then
        again = replace(again, voice=replace(again.voice, voices=before.voices, chosen=before.chosen))
    return replace(record, result=again)


def body(store: SessionStore, id: str) -> Iterator[Features]:
    """What was measured of the picture; a measurement that did not exist then has no value."""
    none = dict.fromkeys(name for name, spec in load_features().items() if spec.of is None)
    for row in store.features(id, "body"):
        yield Features(row.t, {**none, **row.values})


def measured_from(store: SessionStore, id: str) -> Profile:
    """What the session was measured from; the neutral of its picture is learned from it where nobody knew it."""
    known = store.profiles.of(id) or Profile()
    if known.rests:
        return known
    rests = CalmRests(load_catalog(), load_features())
    for features in body(store, id):
        rests.add(features)
    return replace(known, rests=rests.profile().rests)


def _decided(store: SessionStore, id: str, profile: Profile, live: bool) -> Analysis:
    advice = make_adviser(live=live)
    decider, stage = Decider(profile, advice), VoiceStage(profile, advice)
    analysis = Analysis(profile=profile)
    told = sorted((*_context(store, id), *store.events(id, _TOLD)), key=moment_of)
    for event in merge(told, body(store, id), _voice(store, id), key=moment_of):
        if isinstance(event, _HEARD):
            analysis.add(stage.push(event))
        else:
            seen = decider.push(event)
            stage.see(seen)
            analysis.add(seen)
    analysis.add(decider.flush())
    analysis.add(stage.flush())
    return analysis


def _context(store: SessionStore, id: str) -> list[ContextChanged]:
    """What the agent told of the service, and the moments that somebody noted afterwards in its place."""
    told = (event for event in store.events(id, (ContextChanged,)) if isinstance(event, ContextChanged))
    return contexts(told, store.annotations.of(id))


def _voice(store: SessionStore, id: str) -> Iterator[VoiceEvent]:
    """What the extractor gave, in order of time."""
    told: Iterator[Event] = iter(sorted(store.events(id, _HEARD), key=moment_of))
    for event in merge(store.features(id, "voice"), told, key=moment_of):
        if isinstance(event, VoiceFeatures):
            yield as_heard(event)
        elif isinstance(event, _HEARD):
            yield event
