"""Voice features made by hand: somebody who speaks well, and what differs from that."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from coach.core.events import SpeechSpan, VoiceEvent, VoiceFeatures
from coach.detectors.profile import Profile, Rest
from coach.manual.voice_features import load_voice_features

CALM: dict[str, float | None] = {
    **dict.fromkeys(load_voice_features()),
    "level_db": -25.0,
    "peak_db": -10.0,
    "clipped": 0.0,
    "speech": 0.99,
    "pitch_hz": 200.0,
    "noise_db": -65.0,
    "snr_db": 40.0,
    "rate_syl_s": 5.0 / 0.96,
    "articulation_syl_s": 5.6 / 0.96,
    "rate_flow_syl_s": 5.1 / 0.96,
    "speech_s": 10.0,
    "voiced_s": 7.0,
    "pause_share": 0.12,
    "pitch_st": 12.0,
    "pitch_sd_st": 3.2,
    "pitch_range_st": 8.0,
    "speech_level_db": -25.0,
    "level_sd_db": 6.0,
    "alpha_db": -12.0,
    "brightness_oct": 11.0,
    "clarity_db": -9.0,
    "modulation": 0.6,
    "hnr_db": 12.0,
    "rising_share": 0.1,
    "falling_share": 0.6,
    "fillers_per_min": 1.0,
    "pauses_filled": 0.1,
    "others_share": 0.0,
}
"""Rates are as measured: people's in general count 0.96 of that."""

KNOWN = Profile(
    voice={
        **{id: Rest(float(CALM[id] or 0.0), 0.0) for id in CALM if CALM[id] is not None},
        "rate_syl_s": Rest(5.0, 0.0),
    }
)
"""The voice that is CALM: every step is the least."""


def speech(
    seconds: float, change: Callable[[float], dict[str, float | None]] | None = None, start_s: float = 0.0
) -> Iterator[VoiceEvent]:
    """Ten features a second, CALM but for what `change` says of each moment, and a span of speech a second."""
    for tick in range(1, round(seconds * 10) + 1):
        t = start_s + tick / 10
        yield VoiceFeatures(t, {**CALM, **(change(t) if change is not None else {})})
        if tick % 10 == 0:
            yield SpeechSpan(t - 1.0, t)
