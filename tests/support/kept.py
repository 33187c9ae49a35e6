"""Sessions as the store keeps them while they run, made of recorded people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from coach.core.events import Event, Features, VoiceEvent
from coach.detectors.profile import Profile
from coach.report.record import SessionRecord
from coach.runtime.adviser import make_adviser
from coach.runtime.live_record import LiveRecorder
from coach.runtime.stages import Decider
from coach.runtime.voice_chain import VoiceStage
from coach.session.store import SessionStore
from tests.support.recorded import features, looks
from tests.support.stores import STARTED, unexpected


def in_a_row(names: Sequence[str]) -> list[Features]:
    """The recorded people one after the other, once, at the rate at which they were seen."""
    found: list[Features] = []
    for name in names:
        start_s = found[-1].t + 1 / 15 if found else 0.0
        found += [replace(one, t=start_s + one.t) for one in features(looks(name))]
    return found


def keep(
    store: SessionStore,
    seen: Iterable[Features],
    heard: Iterable[VoiceEvent] = (),
    profile: Profile | None = None,
    more: Iterable[Event] = (),
) -> tuple[str, SessionRecord]:
    """Run and keep a live session that measures from `profile`; its id, and the record that it ended with.

    `more` are events that the session tells besides, in front of everything else.
    """
    writer = store.begin("en_vivo", STARTED, unexpected)
    recorder = LiveRecorder("en_vivo", STARTED, lambda: profile, writer.add)
    advice = make_adviser("saludo", "lento")
    decider, stage = Decider(profile, advice), VoiceStage(profile, advice)
    for event in more:
        recorder.push([event])
    waiting = list(heard)
    for look in seen:
        while waiting and _moment(waiting[0]) <= look.t:
            recorder.push(stage.push(waiting.pop(0)))
        told = decider.push(look)
        stage.see(told)
        recorder.push(told)
    recorder.push(told for event in waiting for told in stage.push(event))
    recorder.push(decider.flush())
    recorder.push(stage.flush())
    record = recorder.record()
    return store.finish(writer, record), record


def _moment(event: VoiceEvent) -> float:
    return event.t if hasattr(event, "t") else event.end_s
