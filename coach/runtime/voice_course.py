"""How a voice went through a recording, gathered from its events: curves, tones, findings and what spoke for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from coach.core.countable import hides_pitch
from coach.core.events import Event, FindingChanged, FindingSegment, State, ToneScored, VoiceFeatures
from coach.detectors.voice_findings import heard
from coach.manual.findings import Finding, load_findings
from coach.report.voice_result import Point

_STEP_S: Final = 1.0


@dataclass
class VoiceCourse:
    """Bounded by a point a second."""

    findings: list[FindingSegment] = field(default_factory=list)
    tones: list[ToneScored] = field(default_factory=list)
    curve: list[Point] = field(default_factory=list)
    evidence: dict[str, list[str]] = field(default_factory=dict)
    _rows: Mapping[str, Finding] = field(default_factory=load_findings)
    _newest: VoiceFeatures | None = None
    _next: float = float("-inf")

    def add(self, event: Event) -> None:
        """Take the next event; what is not the voice's is passed over."""
        if isinstance(event, VoiceFeatures):
            self._measure(event)
        elif isinstance(event, ToneScored):
            self.tones.append(event)
        elif isinstance(event, FindingSegment):
            self.findings.append(event)
        elif isinstance(event, FindingChanged) and event.state is State.PRESENT:
            self._note(event)

    def _measure(self, features: VoiceFeatures) -> None:
        self._newest = features
        if features.t >= self._next:
            self._next = features.t + _STEP_S - 1e-6
            pitch_st = None if hides_pitch(features.values) else features.values["pitch_st"]
            self.curve.append(Point(features.t, features.values["rate_syl_s"], pitch_st))

    def _note(self, change: FindingChanged) -> None:
        """What speaks for a finding at the moment when it begins."""
        if self._newest is None:
            return
        known = self.evidence.setdefault(change.id, [])
        known += [told for told in heard(self._rows[change.id], self._newest.values) if told not in known]
