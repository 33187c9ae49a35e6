"""The composition root: what the command line and the window are built from. Headless."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from coach.core.events import Frame
from coach.core.source import SourceInfo
from coach.detectors.profile import Profile, load_profile
from coach.runtime.analysis import Analysis, analyse
from coach.runtime.chain import LIVE_DEPTH, Chain
from coach.runtime.live import LiveSession
from coach.runtime.offline import Sink
from coach.runtime.stages import Decider, Observer
from coach.vision.devices import cameras as _devices
from coach.vision.open_source import open_source


@dataclass(frozen=True, slots=True)
class CameraChoice:
    """A camera to choose: `where` opens it, `name` is what its maker calls it."""

    where: str
    name: str


def cameras() -> list[CameraChoice]:
    """The cameras of this computer."""
    return [CameraChoice(str(device.index), device.name) for device in _devices()]


def live_session(
    where: str,
    *,
    on_frame: Callable[[Frame], None],
    on_events: Sink,
    on_error: Callable[[Exception], None],
    profile: Profile | None = None,
    mask: bool | None = None,
) -> LiveSession:
    """A session on a camera, an address or a recording that stands in for one; `start` begins it."""
    return LiveSession(
        lambda: open_source(where, live=True),
        lambda: Chain(Observer(mask), Decider(profile), depth=LIVE_DEPTH),
        on_frame,
        on_events,
        on_error,
    )


def analyse_file(
    where: str, profile: Path | None = None, progress: Callable[[float, SourceInfo], None] | None = None
) -> tuple[SourceInfo, Analysis]:
    """A recording from beginning to end. Raises `KnownError` for what the user can mend."""
    known = None if profile is None else load_profile(profile)
    source = open_source(where)
    info = source.info
    told = None if progress is None else lambda t: progress(t, info)
    return info, analyse(source, known, progress=told)
