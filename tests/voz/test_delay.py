"""How much sound has to come after a word until the gauges show it: what a machine that is fast enough is left with."""

from collections.abc import Callable, Iterator

import numpy as np
import pytest

from coach.core.events import Samples, Sound, VoiceFeatures
from coach.voz.capture import BLOCK_S, FIRST_S
from coach.voz.extractor import VoiceExtractor
from coach.voz.intake import Intake
from tests.voz.latency import burst

RATE = 48_000
AHEAD_S = 0.176
"""What the network of the pitch looks ahead, and the window of its gauge therefore lies behind."""
BURSTS = 45


def bursts() -> tuple[Samples, list[float]]:
    """Bursts of a voice in a hiss, and when each can be heard; they fall everywhere between two looks."""
    said = burst()
    begins = [round((2.0 + 1.0737 * number) * RATE) for number in range(BURSTS)]
    samples = np.random.default_rng(1).normal(0.0, 3e-4, begins[-1] + RATE).astype(np.float32)
    for begin in begins:
        samples[begin : begin + len(said)] += said
    return samples, [begin / RATE + 0.01 for begin in begins]


def shown(samples: Samples, lost: int | None) -> Iterator[tuple[float, VoiceFeatures]]:
    """The features with how much sound had come, in the blocks of a microphone, of which the one at `lost` is."""
    intake, extractor = Intake(RATE, first_s=FIRST_S), VoiceExtractor()
    begin = 0
    for number, end in enumerate(range(round(FIRST_S * RATE), len(samples), round(BLOCK_S * RATE))):
        for item in intake.push(begin / RATE, samples[begin:end, np.newaxis]) if number != lost else []:
            events = extractor.push(item) if isinstance(item, Sound) else []
            yield from ((end / RATE, event) for event in events if isinstance(event, VoiceFeatures))
        begin = end


@pytest.fixture(scope="module", params=[None, 6], ids=["whole", "after a loss"])
def seen(request: pytest.FixtureRequest) -> tuple[list[float], list[tuple[float, VoiceFeatures]]]:
    samples, begins = bursts()
    return begins, list(shown(samples, request.param))


def level(features: VoiceFeatures) -> bool:
    return (features.values["level_db"] or -120.0) > -50.0


def pitch(features: VoiceFeatures) -> bool:
    return features.values["pitch_hz"] is not None


@pytest.mark.parametrize(("shows", "beyond_s"), [(level, 0.0), (pitch, AHEAD_S)])
def test_the_gauges_show_a_voice_within_300_ms_beyond_their_window(
    seen: tuple[list[float], list[tuple[float, VoiceFeatures]]],
    shows: Callable[[VoiceFeatures], bool],
    beyond_s: float,
) -> None:
    begins, features = seen
    found = [
        next(at for at, values in features if at > begin and values.t > begin and shows(values)) - begin
        for begin in begins
    ]
    assert len(found) == BURSTS
    assert np.quantile(found, 0.95) - beyond_s <= 0.28  # the device and the chain need some of it
