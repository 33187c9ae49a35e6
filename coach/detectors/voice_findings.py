"""All findings of the voice at once: features compared with the speaker's own in, changes and segments out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from coach.core.events import Event, Features, FindingChanged, FindingSegment, SignalSegment, State, VoiceFeatures
from coach.detectors.bank import UNCALIBRATED
from coach.detectors.signal_detector import SignalDetector
from coach.manual.findings import Finding
from coach.manual.margins import judged, margins

_HOLDS: Final = 0.0


class FindingBank:
    """Follows every finding through time, with hysteresis and a least duration."""

    def __init__(self, findings: Mapping[str, Finding]) -> None:
        self._detectors = {id: SignalDetector(finding) for id, finding in findings.items()}
        self._t = self._spoken_s = 0.0
        self._told_s = dict.fromkeys(findings, 0.0)
        self._sure = False

    def push(self, features: VoiceFeatures, *, rate_calibrated: bool) -> list[Event]:
        """Move every finding on; `rate_calibrated`: a reading has told how this speaker's syllables count."""
        self._t, self._sure = features.t, rate_calibrated
        events: list[Event] = []
        whole = Features(features.t, features.values)
        for detector in self._detectors.values():
            before, values = detector.state, judged(detector.signal, features.values)
            look = whole if values is features.values else Features(features.t, values)
            events.extend(self._tell(detector, before, detector.push(look, blocked=False, held=False)))
        # Only now: what a gap in the sound has cut off ends with what was said before it.
        self._spoken_s = features.t - (features.values["pause_s"] or 0.0)
        return events

    def flush(self) -> list[Event]:
        """The sound has ended: close what holds."""
        events: list[Event] = []
        for detector in self._detectors.values():
            before = detector.state
            events.extend(self._tell(detector, before, detector.flush(self._t)))
        return events

    def _tell(self, detector: SignalDetector[Finding], before: State, ended: SignalSegment | None) -> list[Event]:
        events: list[Event] = []
        if ended is not None:
            rough = detector.signal.rates and not self._sure
            confidence = ended.confidence * (UNCALIBRATED if rough else 1.0)
            start_s, end_s = self._lasted(detector, ended)
            if start_s < end_s:
                self._told_s[ended.id] = end_s
                events.append(FindingSegment(ended.id, start_s, end_s, confidence))
        if detector.state is not before:
            events.append(FindingChanged(self._t, detector.signal.id, detector.state, detector.reading.margin))
        return events

    def _lasted(self, detector: SignalDetector[Finding], ended: SignalSegment) -> tuple[float, float]:
        """From when to when: windows that look back still tell of a voice that is silent, which no longer does it.

        It begins no sooner than the one before has ended, and so may be nothing: the same words are told once.
        """
        conditions = detector.signal.detector.conditions
        if any(one.of_sound for one in conditions if one.way == detector.way):
            return max(self._told_s[ended.id], ended.start_s), ended.end_s
        end_s = min(ended.end_s, self._spoken_s)
        start_s = min(ended.start_s, end_s - detector.signal.detector.min_s)
        return max(self._told_s[ended.id], start_s), end_s


def heard(finding: Finding, values: Mapping[str, float | None]) -> tuple[str, ...]:
    """What speaks for the finding in these (compared) features: sentence parts for people, the row's `tells`."""
    held = margins(finding, judged(finding, values))
    return tuple(finding.tells[way] for way, margin in held.items() if margin is not None and margin >= _HOLDS)
