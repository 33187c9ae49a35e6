"""What reports start from: only what was measured."""

from __future__ import annotations

import pytest

from coach.detectors.profile import Profile
from coach.runtime.voice_course import VoiceCourse
from coach.runtime.voice_summary import voice_result
from coach.runtime.voice_totals import VoiceTotals


@pytest.mark.parametrize(("floor_db", "told"), [(-62.0, -62.0), (-98.0, -98.0), (-120.0, None)])
def test_pauses_without_a_sound_have_no_noise(floor_db: float, told: float | None) -> None:
    totals = VoiceTotals()
    totals.noise_db.add(floor_db)
    assert voice_result(totals, Profile(), VoiceCourse(), ()).noise_db == told
