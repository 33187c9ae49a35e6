"""What was measured in a recording is kept as that of a session that ran, however it came."""

from __future__ import annotations

from typing import get_args

from coach.core.events import Cue, Event, Features, SignalChanged, VoiceFeatures
from coach.session.columns import Stream
from coach.session.event_codec import moment_of
from coach.session.measurements import Collector
from coach.session.store import SessionStore
from tests.support.stores import STARTED, session_events, session_record, unexpected


def test_a_recording_is_kept_as_a_session_that_ran(store: SessionStore) -> None:
    told = [event for batch in session_events(150.0) for event in batch]
    writer = store.begin("practica", STARTED, unexpected)
    writer.add(told)
    live = store.finish(writer, session_record())
    collector = Collector()
    for kind in (VoiceFeatures, Features, Cue, SignalChanged):  # sound is heard to its end before anything is seen
        for event in told:
            if isinstance(event, kind):
                collector.add(event)
    measured = collector.measurements()
    assert [one.stream for one in measured.chunks].count("body") == 3, "one for each minute that began"
    id = store.save(session_record(), measured)
    for stream in get_args(Stream):
        assert list(store.features(id, stream)) == list(store.features(live, stream))
    assert in_order(store.events(id)) == in_order(store.events(live))
    times = [moment_of(event) for event in store.events(id)]
    assert times == sorted(times)


def test_a_new_record_alone_leaves_what_was_measured(store: SessionStore) -> None:
    collector = Collector()
    collector.add(Features(0.0, {"sonrisa": 0.5}))
    id = store.save(session_record(), collector.measurements())
    store.attach(id, session_record())
    assert list(store.features(id, "body")) == [Features(0.0, {"sonrisa": 0.5})]


def in_order(events: list[Event]) -> list[Event]:
    """Those of one moment by their kind."""
    return sorted(events, key=lambda event: (moment_of(event), type(event).__name__))
