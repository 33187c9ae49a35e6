"""The pitch network rests where nobody asks, and what it answers elsewhere does not show it."""

from collections.abc import Mapping

import numpy as np
import pytest

from coach.voz.blocks import Blocks
from coach.voz.onnx_model import OnnxModel, Tensor
from coach.voz.pitch import Pitch
from coach.voz.swift_f0 import LAG_BLOCKS, PitchModel
from tests.support.voices import room, voice

SAMPLES = np.concatenate([room(0.6), voice("voz_grave"), room(2.0, seed=4), voice("voz_aguda")])
BLOCKS = Blocks().push(SAMPLES)
STRETCHES = {(9, 12), (14, 30), (31, 32), (60, 61), (100, 140), (200, 280)}
WANTED = [any(begin <= at < end for begin, end in STRETCHES) for at in range(len(BLOCKS))]


def _heard(model: PitchModel, size: int, wanted: list[bool]) -> list[tuple[Pitch, Pitch]]:
    places = range(0, len(BLOCKS), size)
    return [told for at in places for told in model.push(BLOCKS[at : at + size], wanted[at : at + size])][LAG_BLOCKS:]


def _values(pitches: tuple[Pitch, Pitch]) -> list[float]:
    """To be compared nearly: how many blocks come at a time may change the last digits on other processors."""
    return [value for one in pitches for value in (one.hz is not None, one.hz or 0.0, one.confidence)]


@pytest.mark.parametrize("size", [1, 2, 64])
def test_a_network_that_rested_answers_as_one_that_never_did(size: int) -> None:
    always = _heard(PitchModel(), 64, [True] * len(BLOCKS))
    asked = _heard(PitchModel(), size, WANTED)
    voiced = 0
    for place, (pitches, of_all, wanted) in enumerate(zip(asked, always, WANTED, strict=False)):
        expected = of_all if wanted else (Pitch(None, 0.0), Pitch(None, 0.0))
        assert _values(pitches) == pytest.approx(_values(expected), rel=1e-4, abs=1e-4), place
        voiced += wanted and pitches[1].hz is not None
    assert voiced > 50


def test_where_nobody_asks_the_network_rests(monkeypatch: pytest.MonkeyPatch) -> None:
    frames: list[int] = []
    run = OnnxModel.run

    def counted(model: OnnxModel, inputs: Mapping[str, Tensor]) -> dict[str, Tensor]:
        frames.append(inputs["m512"].shape[2])
        return run(model, inputs)

    monkeypatch.setattr(OnnxModel, "run", counted)
    _heard(PitchModel(), 2, [20 <= at < 30 for at in range(len(BLOCKS))])
    assert 2 * 10 < sum(frames) <= 2 * (10 + LAG_BLOCKS + 4)
