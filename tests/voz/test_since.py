"""Sound from any moment on: the very samples that reading from the beginning gives."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import numpy as np
import pytest

from coach.core.events import SAMPLE_RATE, Sound
from coach.voz.sound_file import SoundFile

VOICE = Path(__file__).resolve().parents[2] / "fixtures" / "audio" / "voz_grave.wav"


@pytest.mark.parametrize("t", [0.0, 1.0, 2.345])
def test_from_a_moment_on(t: float) -> None:
    whole = np.concatenate([one.samples for one in SoundFile(VOICE) if isinstance(one, Sound)])
    found = list(islice(SoundFile(VOICE).since(t), 5))
    assert found[0].t == pytest.approx(t, abs=0.002)
    for earlier, later in zip(found, found[1:], strict=False):
        assert later.t == pytest.approx(earlier.end_s, abs=0.002)
    heard = np.concatenate([one.samples for one in found])
    first = round(found[0].t * SAMPLE_RATE)
    apart = np.array(
        [np.abs(heard - whole[first + lag : first + lag + len(heard)]).mean() for lag in range(-min(40, first), 41)]
    )
    assert apart.min() < 0.1 * np.abs(heard).mean(), "resampled from another place, it may be a sample or two apart"


def test_past_the_end_there_is_nothing() -> None:
    assert list(SoundFile(VOICE).since(10_000.0)) == []
