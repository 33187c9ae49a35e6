"""A recording as a whole: shares of the time, and the two ways to run one."""

from __future__ import annotations

import pytest

from coach.core.events import ConditionChanged, Cue, Event, Features, SignalChanged, SignalSegment, State
from coach.detectors.profile import Profile, Rest
from coach.manual.catalog import load_catalog
from coach.runtime.analysis import analyse
from coach.runtime.gathered import Analysis
from tests.support.stills import Shown, frames


def gathered(*events: Event) -> Analysis:
    analysis = Analysis()
    analysis.add(list(events))
    return analysis


def test_every_signal_of_the_manual_has_a_share_even_of_nothing() -> None:
    assert Analysis().observable() == dict.fromkeys(load_catalog(), 0.0)


def test_the_share_is_that_of_the_time_in_which_it_could_be_judged() -> None:
    ticks = [Features(t / 10, {}) for t in range(101)]
    events: list[Event] = [
        *ticks[:1],
        SignalChanged(0.0, "sonrisa", State.ABSENT, 0.0),
        SignalChanged(0.0, "asentir", State.NOT_OBSERVABLE, None),
        *ticks[1:51],
        SignalChanged(5.0, "sonrisa", State.PRESENT, 1.2),
        *ticks[51:76],
        SignalChanged(7.5, "sonrisa", State.NOT_OBSERVABLE, None),
        *ticks[76:],
    ]
    shares = gathered(*events).observable()
    assert shares["sonrisa"] == pytest.approx(0.75)
    assert shares["asentir"] == shares["brazos_cruzados"] == 0.0


def test_while_the_camera_was_away_nothing_could_be_judged() -> None:
    seen: list[Event] = [Features(0.0, {}), SignalChanged(0.0, "sonrisa", State.ABSENT, 0.0), Features(2.0, {})]
    analysis = gathered(*seen, Features(6.0, {}), Features(8.0, {}))
    assert analysis.observable()["sonrisa"] == pytest.approx(0.5)
    assert [(span.start_s, span.end_s) for span in analysis.blind() if span.id == "sonrisa"] == [(2.0, 6.0)]
    assert analysis.observable()["asentir"] == 0.0


def test_what_was_said_to_be_gone_was_so_from_the_last_look_on() -> None:
    gone = SignalChanged(3.5, "sonrisa", State.NOT_OBSERVABLE, None)
    seen: list[Event] = [Features(0.0, {}), SignalChanged(0.0, "sonrisa", State.ABSENT, 0.0), Features(2.0, {}), gone]
    analysis = gathered(*seen, Features(6.0, {}), SignalChanged(6.0, "sonrisa", State.ABSENT, 0.0), Features(8.0, {}))
    assert [(span.start_s, span.end_s) for span in analysis.blind() if span.id == "sonrisa"] == [(2.0, 6.0)]
    assert analysis.observable()["sonrisa"] == pytest.approx(0.5)


def test_what_is_told_is_gathered_by_kind() -> None:
    segment, cue = SignalSegment("sonrisa", 1.0, 2.0, 0.9), Cue(1.5, "Bien", ("sonrisa",), "refuerza")
    condition = ConditionChanged(0.5, "oscuro", True)
    analysis = gathered(Features(0.0, {}), condition, Features(2.0, {}), cue, segment)
    assert (analysis.segments, analysis.cues, analysis.conditions) == ([segment], [cue], [condition])
    assert (analysis.frames, analysis.end_s) == (2, 2.0)


def test_a_recording_is_judged_from_its_own_neutral_or_from_a_profile() -> None:
    shown = frames("sonrisa", 1.2, 3.6)
    source, reached = Shown(shown), list[float]()
    alone = analyse(source, progress=reached.append)
    assert source.closed
    assert reached == sorted(reached) and reached[-1] == shown[-1].t
    assert reached[: len(shown)] == [frame.t for frame in shown]
    assert alone.frames == len(shown)
    assert alone.end_s == shown[-1].t
    assert "sonrisa" in {segment.id for segment in alone.segments}
    always_smiling = Profile({"smile_logit": Rest(1.0, 0.2)}, guided=True)
    assert "sonrisa" not in {segment.id for segment in analyse(Shown(shown), always_smiling).segments}


@pytest.mark.parametrize("profile", [None, Profile()])
def test_a_recording_without_pictures_is_an_analysis_of_nothing(profile: Profile | None) -> None:
    analysis = analyse(Shown([]), profile)
    assert (analysis.frames, analysis.segments, analysis.cues) == (0, [], [])
    assert set(analysis.observable().values()) == {0.0}


def test_the_sound_is_asked_for_once_the_picture_was_observed() -> None:
    source, asked = Shown(frames("sonrisa", 1.2, 2.4)), list[bool]()
    analyse(source, heard=lambda _: asked.append(source.closed))
    assert asked == [True], "until then it is heard beside it"


def test_while_it_is_decided_on_it_can_be_ended_too() -> None:
    shown = frames("sonrisa", 1.2, 2.4)
    seen: list[float] = []

    def progress(t: float) -> None:
        seen.append(t)
        if len(seen) == len(shown) + 3:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        analyse(Shown(shown), progress=progress)
    assert set(seen[len(shown) :]) == {shown[-1].t}, "and what was reached is never less"
