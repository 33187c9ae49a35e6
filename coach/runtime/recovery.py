"""Records of sessions that Coach ended in the middle of, made from what the store had of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from heapq import merge

from coach.core.events import Event
from coach.detectors.profile import Profile
from coach.runtime.live_record import LiveRecorder
from coach.session.event_codec import moment_of
from coach.session.header import SessionHeader
from coach.session.store import SessionStore


def recover(
    store: SessionStore, worth_s: float, profile: Callable[[], Profile | None] = lambda: None
) -> list[SessionHeader]:
    """Give each its record, and erase those shorter than `worth_s`; the ones that were kept.

    `profile`: what the sessions measured from.
    """
    kept: list[SessionHeader] = []
    for header in store.recovered:
        if header.duration_s < worth_s:
            store.delete(header.id)
            continue
        recorder = LiveRecorder(header.kind, header.started.astimezone(), profile)
        recorder.replay(_events(store, header.id))
        store.attach(header.id, recorder.record())
        kept.append(header)
    store.recovered = ()
    return kept


def _events(store: SessionStore, id: str) -> Iterator[Event]:
    """All of a session in order of time; features first, for what was decided rests on them."""
    told = sorted(store.events(id), key=moment_of)
    return merge(store.features(id, "body"), store.features(id, "voice"), told, key=moment_of)
