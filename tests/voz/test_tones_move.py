"""Speech that is moved towards a tone of the manual raises that tone's bar; left alone it has no confident tone."""

from __future__ import annotations

import numpy as np
import pytest

from coach.core.events import SAMPLE_RATE
from tests.support.voices import voice
from tests.voz.tones import TOWARDS, judged

SPEECH_S = 22.0


@pytest.mark.timeout(900)  # six voices, each heard whole: 20 s on an idle machine
def test_every_bar_follows_the_voice() -> None:
    before, found = judged(np.resize(voice("voz_grave"), round(SPEECH_S * SAMPLE_RATE)), ((TOWARDS, True),))
    assert len(before) > 10
    assert {window.id for window in before} == {None}
    assert {one.id for one in found} == set(TOWARDS)
    assert sum(one.right for one in found) >= 0.95 * sum(one.pairs for one in found), found
    assert min(one.share for one in found) >= 0.85, found
