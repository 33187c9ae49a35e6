"""What is reported of a recording."""

from __future__ import annotations

import pytest

from coach.core.events import Cue
from coach.core.source import SourceInfo
from coach.runtime.gathered import Analysis
from coach.runtime.outcome import outcome


@pytest.mark.parametrize(("live", "told"), [(True, ["oscuro", "sonrisa"]), (False, ["sonrisa"])])
def test_words_for_now_are_not_said_of_a_recording(live: bool, told: list[str]) -> None:
    cues = [
        Cue(1.0, "Pon una luz frente a ti", ("oscuro",), "corrige"),
        Cue(30.0, "Qué bien esa sonrisa", ("sonrisa",), "refuerza"),
    ]
    info = SourceInfo("a.mp4", 60.0, video=True, audio=False, fps=25.0, live=live)
    found = outcome(info, Analysis(cues=cues, end_s=60.0), None)
    assert [id for cue in found.cues for id in cue.because] == told
