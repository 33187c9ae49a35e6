"""From what was heard and decided to what reports start from."""

from __future__ import annotations

from coach.detectors.voice_baseline import pace
from coach.manual.moments import tones_of
from coach.report.voice_result import VoiceResult
from coach.runtime.voice_course import VoiceCourse
from coach.runtime.voice_track import Heard


def voice_result(heard: Heard, course: VoiceCourse, moment: str | None) -> VoiceResult:
    """One recording's voice; `moment` of the service names the tones that the manual asks for."""
    totals, calibration = heard.totals, pace(heard.profile)
    low, middle, high = (totals.pitch_st.quantile(share) for share in (0.1, 0.5, 0.9))
    return VoiceResult(
        speech_s=totals.speech_s,
        pause_s=totals.pause_s,
        syllables=calibration.apply(totals.syllables),
        countable=totals.countable,
        rate_calibrated=calibration.of_speaker,
        reference=bool(heard.profile.voice),
        pitch_median_hz=None if middle is None else 100.0 * 2.0 ** (middle / 12.0),
        pitch_range_st=None if low is None or high is None else high - low,
        level_db=totals.level_db.quantile(0.5),
        noise_db=totals.noise_db.quantile(0.5),
        tones=tuple(course.tones),
        findings=tuple(sorted(course.findings, key=lambda one: (one.start_s, one.end_s, one.id))),
        evidence={id: tuple(told) for id, told in course.evidence.items()},
        curve=tuple(course.curve),
        wanted=() if moment is None else tones_of(moment),
    )
