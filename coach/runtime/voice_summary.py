"""From what was heard and decided to what reports start from."""

from __future__ import annotations

from typing import Final

from coach.detectors.profile import Profile
from coach.detectors.voice_baseline import pace
from coach.manual.moments import tones_of
from coach.report.voice_result import VoiceResult
from coach.runtime.voice_course import VoiceCourse
from coach.runtime.voice_totals import VoiceTotals
from coach.voz.pitch import JUMP_ST

_NOTHING_DB: Final = -110.0
"""Below what 16 bits can hold: pauses that a program filled with zeros, and no noise that was measured (dBFS)."""
_DROWNED: Final = ("ruido", "otras_voces")
"""What most of the time hides whose pitch it is; the few other looks came before that was known."""


def voice_result(totals: VoiceTotals, profile: Profile, course: VoiceCourse, moments: tuple[str, ...]) -> VoiceResult:
    """A voice as `totals` and `course` tell it; `moments` of the service name the tones that the manual asks for."""
    calibration = pace(profile)
    hidden = totals.hidden
    # Of a voice cut off for most of the time the few other looks, before it was known to be, tell no noise either.
    noise = None if hidden == "saturada" else totals.noise_db.quantile(0.5)
    low, middle, high = (
        None if hidden in _DROWNED else totals.pitch_st.quantile(share, within=JUMP_ST) for share in (0.1, 0.5, 0.9)
    )
    return VoiceResult(
        speech_s=totals.speech_s,
        pause_s=totals.pause_s,
        syllables=calibration.apply(totals.syllables),
        countable=hidden is None,
        rate_calibrated=calibration.of_speaker,
        reference=bool(profile.voice) or any(tone.scores is not None for tone in course.tones),
        pitch_median_hz=None if middle is None else 100.0 * 2.0 ** (middle / 12.0),
        pitch_range_st=None if low is None or high is None else high - low,
        level_db=totals.level_db.quantile(0.5),
        noise_db=None if noise is None or noise <= _NOTHING_DB else noise,
        tones=tuple(course.tones),
        findings=tuple(sorted(course.findings, key=lambda one: (one.start_s, one.end_s, one.id))),
        evidence={id: tuple(told) for id, told in course.evidence.items()},
        curve=tuple(course.curve),
        hidden=hidden,
        wanted=tuple(dict.fromkeys(id for moment in moments for id in tones_of(moment))),
    )
