"""Slow is who speaks slowly or keeps stopping, not who stops once to think."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pytest

from coach.core.events import SAMPLE_RATE, FindingSegment, Samples, SpeechSpan
from coach.detectors.voice_decider import VoiceDecider
from coach.voz.rate import Pace, RateMeter
from tests.support.voices import listen, room, voice


def at(tempo: float) -> Samples:
    """Somebody who speaks for twenty seconds or longer."""
    once = voice("voz_grave")
    said = np.interp(np.arange(0.0, len(once), tempo), np.arange(len(once)), once)
    return np.tile(said, 2).astype(np.float32)


def with_pauses(samples: Samples, every_s: float, pause_s: float) -> Samples:
    """The same with silence put in after each stretch."""
    step = round(every_s * SAMPLE_RATE)
    parts = [samples[begin : begin + step] for begin in range(0, len(samples), step)]
    return np.concatenate([piece for part in parts for piece in (part, room(pause_s))])


def findings(samples: Samples) -> set[str]:
    decider = VoiceDecider()
    events = [told for event in listen(samples) for told in decider.push(event)]
    return {event.id for event in [*events, *decider.flush()] if isinstance(event, FindingSegment)}


def test_one_pause_to_think_is_not_slow() -> None:
    brisk = at(1.25)
    assert "lento" not in findings(brisk)
    assert "lento" not in findings(with_pauses(brisk, len(brisk) / SAMPLE_RATE / 2, 1.8))


@pytest.mark.parametrize("samples", [at(0.75), with_pauses(at(1.25), 2.0, 1.2)], ids=["slow", "keeps stopping"])
def test_speaking_slowly_and_stopping_again_and_again_are(samples: Samples) -> None:
    assert "lento" in findings(samples)


def test_the_longest_pause_counts_for_six_tenths_of_a_second() -> None:
    once, often = measured([(0.0, 5.0), (6.8, 12.0)]), measured([(0.0, 3.0), (3.9, 6.0), (6.9, 9.0), (9.9, 12.0)])
    assert once.rate == pytest.approx(48 / 12.0) and once.flow == pytest.approx(48 / 10.8)
    assert often.flow == pytest.approx(48 / 11.7)
    ordinary = measured([(0.0, 5.0), (5.5, 12.0)])
    assert ordinary.flow == ordinary.rate


def measured(spans: Iterable[tuple[float, float]]) -> Pace:
    """48 syllables in these spans."""
    meter = RateMeter()
    for nucleus in range(48):
        meter.nucleus(nucleus / 4)
    for start_s, end_s in spans:
        meter.span(SpeechSpan(start_s, end_s))
    return meter.read(12.0, None)
