"""The composition root: what the command line and the window are built from. Headless."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from coach.core.events import CalibrationChanged, Event, Frame
from coach.core.landmarks import Perceived
from coach.core.source import SourceInfo
from coach.detectors.profile import Profile, load_profile, save_profile
from coach.report.result import Result, Span, ordered, spans
from coach.runtime.analysis import Analysis, analyse
from coach.runtime.chain import LIVE_DEPTH, Chain
from coach.runtime.live import LiveSession
from coach.runtime.offline import Sink
from coach.runtime.stages import Decider, Observer
from coach.settings import profile_file
from coach.vision.devices import cameras as _devices
from coach.vision.open_source import open_source
from coach.vision.recording import Recording

_LAST_PICTURE_S: Final = 1.0
"""The last picture of a whole recording is this near its end."""


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
    adaptive: bool = True,
) -> LiveSession:
    """A session on a camera, an address or a recording that stands in for one; `start` begins it.

    Without a `profile` it measures from the one that the last guided calibration saved here, if there is one; a
    guided calibration during the session saves its own. Without `adaptive` the level stays as it is, however busy the
    machine. Raises `KnownError` when the saved profile is damaged.
    """
    decider = Decider(profile or saved_profile())

    def keep(events: list[Event], perceived: Perceived | None) -> None:
        if any(isinstance(event, CalibrationChanged) and event.done for event in events):
            save_profile(decider.profile, profile_file())
        on_events(events, perceived)

    return LiveSession(
        lambda: open_source(where, live=True),
        lambda: Chain(Observer(mask), decider, depth=LIVE_DEPTH),
        on_frame,
        keep,
        on_error,
        adaptive=adaptive,
    )


def saved_profile() -> Profile | None:
    """What the last guided calibration on this computer learned, None before the first."""
    return load_profile(profile_file()) if profile_file().exists() else None


def analyse_file(
    where: str,
    profile: Path | None = None,
    mask: bool | None = None,
    progress: Callable[[float, SourceInfo], None] | None = None,
) -> Result:
    """A recording from beginning to end; `progress` gets the seconds reached.

    Raises `KnownError` for what the user can mend.
    """
    known = None if profile is None else load_profile(profile)
    # Never a camera, however the file is called: that would not end.
    source = Recording(Path(where).expanduser())
    info = source.info
    told = None if progress is None else lambda t: progress(t, info)
    # Sound alone shows nothing: the models need not even be loaded.
    analysis = analyse(source, known, mask, progress=told) if info.video else Analysis()
    return _result(replace(info, path=where), analysis)


def _result(info: SourceInfo, analysis: Analysis) -> Result:
    duration_s = max(info.duration_s or 0.0, analysis.end_s)
    seen_s = duration_s if duration_s - analysis.end_s < _LAST_PICTURE_S else analysis.end_s
    observable, blind = analysis.observable(), [Span(one.id, one.start_s, one.end_s) for one in analysis.blind()]
    if seen_s < duration_s:  # damaged, or its sound goes on: what comes after the last picture was not seen either
        observable = {id: share * seen_s / duration_s for id, share in observable.items()}
        blind += [Span(id, seen_s, duration_s) for id in observable]
    return Result(
        source=info,
        duration_s=duration_s,
        seen_s=seen_s,
        segments=ordered(analysis.segments),
        observable=observable,
        cues=tuple(analysis.cues),
        conditions=spans(analysis.conditions, duration_s),
        blind=tuple(sorted(blind, key=lambda span: (span.id, span.start_s))),
        profile=analysis.profile,
    )
