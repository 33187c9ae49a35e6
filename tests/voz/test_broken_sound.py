"""Sound that breaks off, is lost for a while, or begins anew: nothing bridges it, and nothing of before is lost."""

import numpy as np
import pytest

from coach.core.events import SAMPLE_RATE, Sound, SpeechSpan, VoiceEvent, VoiceFeatures
from coach.runtime.voice_totals import VoiceTotals
from coach.voz.extractor import VoiceExtractor
from tests.support.voices import listen, room, voice


def features(events: list[VoiceEvent]) -> list[VoiceFeatures]:
    return [event for event in events if isinstance(event, VoiceFeatures)]


@pytest.mark.parametrize("seconds", [1.42, 1.64, 1.97, 2.96, 3.18])
def test_speech_that_the_end_of_the_sound_cuts_off_counts_to_its_end(seconds: float) -> None:
    """The model still hears a voice in the first moments of the silence after it."""
    samples = voice("voz_grave")[: round(seconds * SAMPLE_RATE)]
    spans = [event for event in listen(samples) if isinstance(event, SpeechSpan)]
    assert spans[-1].end_s == pytest.approx(seconds, abs=0.04)
    extractor = VoiceExtractor()
    gap = extractor.push(Sound(0.0, samples)) + extractor.push(Sound(9.0, room(1.0)))
    assert [event for event in gap if isinstance(event, SpeechSpan)] == spans


def test_after_a_gap_the_windows_go_on_and_nothing_bridges_it() -> None:
    samples = voice("voz_grave")
    extractor = VoiceExtractor()
    half = len(samples) // 2
    before = extractor.push(Sound(0.0, samples[:half]))
    after = extractor.push(Sound(half / SAMPLE_RATE + 3.0, samples[half:])) + extractor.flush()
    spans = [event for event in [*before, *after] if isinstance(event, SpeechSpan)]
    lost = half / SAMPLE_RATE, half / SAMPLE_RATE + 3.0
    assert all(span.end_s <= lost[0] + 1e-6 or span.start_s >= lost[1] - 1e-6 for span in spans)
    first = next(moment for moment in features(after) if moment.t > lost[1])
    assert first.values["pitch_st"] is not None, "what was heard before the gap still counts"


@pytest.mark.parametrize("lost_s", [0.5, 1.8])
def test_sound_that_was_lost_is_no_pause(lost_s: float) -> None:
    said = np.resize(voice("voz_grave"), 12 * SAMPLE_RATE)
    half, rates, pauses = len(said) // 2, list[float](), list[float]()
    for gap in (0.0, lost_s):
        extractor, totals = VoiceExtractor(), VoiceTotals()
        events = extractor.push(Sound(0.0, said[:half])) + extractor.push(Sound(half / SAMPLE_RATE + gap, said[half:]))
        events += extractor.flush()
        for event in events:
            totals.add(event)
        rates.append(features(events)[-1].values["rate_syl_s"] or 0.0)
        pauses.append(totals.pause_s)
    assert rates[1] == pytest.approx(rates[0], rel=0.06)
    assert pauses[1] == pytest.approx(pauses[0], abs=0.1)


def test_sound_from_before_starts_everything_anew() -> None:
    extractor = VoiceExtractor()
    extractor.push(Sound(100.0, voice("voz_grave")))
    extractor.flush()
    events = extractor.push(Sound(0.0, room(2.0)))
    assert features(events)[-1].values["pitch_st"] is None
