"""The pace that is neither slow nor fast, as the findings of the voice draw the line."""

from __future__ import annotations

from coach.core.speech_rate import words_per_minute
from coach.manual.findings import load_findings


def pace_band() -> tuple[float, float]:
    """Words a minute from which speech is no longer slow, and from which it is fast.

    >>> tuple(round(edge) for edge in pace_band())
    (111, 189)
    """
    return words_per_minute(_edge("lento")), words_per_minute(_edge("rapido"))


def in_band(words_per_min: float) -> bool:
    """Whether that pace is neither slow nor fast."""
    low, high = pace_band()
    return low <= words_per_min <= high


def _edge(finding: str) -> float:
    conditions = load_findings()[finding].detector.conditions
    return next(condition.enter for condition in conditions if condition.feature == "rate_syl_s")
