"""What is heard of a voice, for the window's tests."""

from __future__ import annotations

from coach.manual.voice_features import load_voice_features

NOTHING: dict[str, float | None] = dict.fromkeys(load_voice_features())
SPEAKING = NOTHING | {
    "level_db": -22.0,
    "clipped": 0.0,
    "speech": 0.95,
    "snr_db": 34.0,
    "rate_syl_s": 4.9,
    "speech_s": 9.5,
    "pitch_range_st": 7.4,
}
SILENT = NOTHING | {"level_db": -58.0, "clipped": 0.0, "speech": 0.02, "speech_s": 0.0}
IN_NOISE = SPEAKING | {"rate_syl_s": None, "snr_db": 4.0}
CUT = SPEAKING | {"rate_syl_s": None, "snr_db": None, "noise_db": -30.0, "speech_level_db": -9.0}
