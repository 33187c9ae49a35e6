"""A session worth sharing, with a canary in every place where a computer tells about its owner."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import av

from coach.detectors.profile import Profile, Rest
from coach.report.record import SessionRecord
from coach.review.annotation import Annotation
from coach.session.store import SessionStore
from tests.support.media import write_video
from tests.support.stores import CANARY, STARTED, session_events, session_record, unexpected

PHRASE = "tres tristes tigres"
NOW = datetime(2026, 3, 9, 18, 0, tzinfo=UTC)
PROFILE = Profile({"sonrisa": Rest(0.25, 0.05)}, guided=True)


def note(
    session: str, id: str = "a1", author: str = "", text: str = "Aquí sonreí", made: datetime = STARTED
) -> Annotation:
    return Annotation(id, session, author, 3.0, 6.125, "comment", None, text, None, made)


def recorded(folder: Path) -> Path:
    """A recording whose name and tags give its owner away."""
    plain = write_video(folder / "plano.mp4", sound=True)
    file = folder / f"{CANARY}.mp4"
    with av.open(str(plain)) as old, av.open(str(file), "w", options={"movflags": "use_metadata_tags"}) as new:
        new.metadata.update({"title": CANARY, "artist": CANARY, "location": CANARY, "com.apple.quicktime.make": CANARY})
        into = {stream.index: new.add_stream_from_template(stream) for stream in old.streams}
        for stream in into.values():
            stream.metadata.update({"title": CANARY, "handler_name": CANARY})
        for packet in old.demux():
            if packet.dts is not None:
                packet.stream = into[packet.stream.index]
                new.mux(packet)
    assert CANARY.encode() in file.read_bytes()
    return file


def kept(store: SessionStore, recording: Path | None = None, seconds: float = 3.0) -> str:
    """A session with all that a store keeps."""
    writer = store.begin("grabacion", STARTED, unexpected)
    writer.add(event for batch in session_events(seconds) for event in batch)
    record = session_record(kind="grabacion")
    source = replace(record.result.source, path=str(recording or Path("/casa").absolute() / f"{CANARY}.mp4"))
    record = replace(record, result=replace(record.result, source=source, profile=PROFILE))
    id = store.finish(writer, record)
    store.set_note(id, CANARY)
    store.annotations.put([note(id)])
    return id


def later(days: float) -> datetime:
    return NOW + timedelta(days=days)


def ends(days: int) -> datetime:
    """The last second of the last of so many days, by this computer's calendar."""
    return later(days).astimezone().replace(hour=23, minute=59, second=59).astimezone(UTC)


def moving(file: object) -> tuple[int, int]:
    """How many pictures and samples can be decoded from it."""
    with av.open(file, "r") as container:
        pictures = sum(1 for _ in container.decode(video=0)) if container.streams.video else 0
    file.seek(0)  # type: ignore[attr-defined]
    with av.open(file, "r") as container:
        samples = sum(one.samples for one in container.decode(audio=0)) if container.streams.audio else 0
    return pictures, samples


def same(first: SessionRecord, second: SessionRecord) -> bool:
    """Whether the same was found; the source, and the time zone, are not told."""
    return replace(first.result, source=second.result.source) == second.result and first.kind == second.kind
