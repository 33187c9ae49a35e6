"""How often a pause is filled: told of many, not of one."""

from __future__ import annotations

import pytest

from coach.core.events import Filler, SpeechSpan
from coach.manual.findings import load_findings
from coach.voz.phrasing import Phrasing

MANY = next(
    one.enter for one in load_findings()["poca_autoridad"].detector.conditions if one.feature == "fillers_per_min"
)


def highest(*fillers: Filler, speech_s: int) -> float:
    """The most fillers a minute that are ever told while somebody speaks for so long in phrases of 3 s."""
    phrasing, most = Phrasing(), 0.0
    for start in range(0, speech_s, 3):
        phrasing.add(SpeechSpan(float(start), start + 3.0))
        for filler in fillers:
            if start < filler.end_s <= start + 3:
                phrasing.add(filler)
        most = max(most, phrasing.read(start + 3.0, None)["fillers_per_min"] or 0.0)
    return most


@pytest.mark.parametrize("at", [1.0, 9.0, 19.0])
def test_one_eh_is_never_many(at: float) -> None:
    assert highest(Filler(at, at + 0.5), speech_s=42) <= MANY


def test_an_eh_that_goes_on_as_a_mmm_is_one() -> None:
    assert highest(Filler(9.0, 9.4), Filler(9.5, 9.8), speech_s=42) <= MANY


def test_an_eh_every_ten_seconds_is_many() -> None:
    assert highest(*(Filler(at, at + 0.5) for at in (4.0, 14.0, 24.0, 34.0)), speech_s=42) > MANY
