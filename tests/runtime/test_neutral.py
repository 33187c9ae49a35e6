"""Nobody is nagged for nothing: ten minutes of a person who just talks and looks at the camera give no line at all."""

from __future__ import annotations

import pytest

from coach.core.events import Cue, SignalSegment, ToneScored
from coach.runtime.adviser import make_adviser
from tests.support.together import both, shown, spoken

TEN_MINUTES = 600.0


@pytest.mark.parametrize(("name", "seconds"), [("neutral", TEN_MINUTES), ("contacto_visual", 120.0)])
def test_neutral_minutes_give_no_line(name: str, seconds: float) -> None:
    told = both(shown([name], seconds), spoken(seconds), make_adviser())
    looked = [one for one in told if isinstance(one, SignalSegment) and one.id == "contacto_visual"]
    assert sum(one.end_s - one.start_s for one in looked) > 0.35 * seconds, "the eyes are on the camera"
    assert any(isinstance(one, ToneScored) and one.scores is not None for one in told)
    assert [one for one in told if isinstance(one, Cue)] == []


def test_the_same_minutes_with_arms_crossed_now_and_then_give_some() -> None:
    told = both(shown(["neutral", "brazos_cruzados"], 60.0), spoken(60.0), make_adviser())
    cues = [one for one in told if isinstance(one, Cue)]
    assert {cue.because for cue in cues} == {("brazos_cruzados",)}
    assert {cue.kind for cue in cues} == {"corrige", "refuerza"}, "and thanks for letting them go"


def test_a_moment_of_the_service_asks_for_little_and_once() -> None:
    told = both(shown(["neutral"], 150.0), spoken(150.0), make_adviser("gestion", "impaciente"))
    cues = [one for one in told if isinstance(one, Cue)]
    assert [cue.because for cue in cues] == [("seguro",)]
    told = both(shown(["neutral"], 20.0), spoken(20.0), make_adviser("saludo"))
    assert [one.text for one in told if isinstance(one, Cue)] == ["Sonríe al saludar"]
