"""What is advised in a recording, where nobody can mend any more what hampers the view."""

from __future__ import annotations

from itertools import chain

import pytest

from coach.core.events import ConditionChanged, Cue, Event, Features, SignalChanged, State
from coach.core.source import SourceInfo
from coach.runtime.adviser import make_adviser
from coach.runtime.gathered import Analysis
from coach.runtime.outcome import outcome

INFO = SourceInfo("a.mp4", 60.0, video=True, audio=False, fps=25.0, live=False)


def advised(condition: str, moment: str | None, live: bool) -> list[tuple[str, float]]:
    """What the cues of a minute rest on, and when: `condition` from its start, crossed arms from second 2 on."""
    adviser = make_adviser(moment, live=live)
    begin: list[Event] = [ConditionChanged(0.0, condition, True)]
    crossed: list[Event] = [SignalChanged(2.0, "brazos_cruzados", State.PRESENT, 1.5)]
    frames = [Features(second / 5, {}) for second in range(300)]
    stream = chain(frames[:1], begin, frames[1:10], crossed, frames[10:])
    told = [cue for event in stream for cue in adviser.push(event) if isinstance(cue, Cue)]
    found = outcome(INFO, Analysis(cues=told, end_s=60.0), None)
    assert list(found.cues) == told
    return [(id, cue.t) for cue in found.cues for id in cue.because]


def test_what_cannot_be_mended_any_more_does_not_cost_the_turn_of_what_the_agent_does() -> None:
    live = advised("oscuro", None, live=True)
    recorded = advised("oscuro", None, live=False)
    assert live[0][0] == "oscuro" and "oscuro" not in dict(recorded)
    assert recorded[0][0] == "brazos_cruzados"
    assert recorded[0][1] < dict(live)["brazos_cruzados"]


@pytest.mark.parametrize("live", [True, False])
def test_to_smile_with_the_eyes_above_a_mask_is_what_the_agent_does(live: bool) -> None:
    assert advised("cubrebocas", "saludo", live)[0][0] == "cubrebocas"
