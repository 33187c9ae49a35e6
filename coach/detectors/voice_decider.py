"""What is decided from the features of a voice: how it compares with the speaker's own, findings, tones."""

from __future__ import annotations

from coach.core.events import Event, SignalChanged, VoiceEvent, VoiceFeatures
from coach.detectors.profile import Profile
from coach.detectors.voice_baseline import VoiceBaseline
from coach.detectors.voice_findings import FindingBank
from coach.detectors.voice_tones import ToneScorer
from coach.manual.findings import load_findings
from coach.manual.tones import load_tones
from coach.manual.voice_reference import load_voice_reference


class VoiceDecider:
    """Events of the extractor in, the same and all that follows from them out, in order."""

    def __init__(self, profile: Profile | None = None) -> None:
        self._baseline = VoiceBaseline(load_voice_reference(), profile)
        self._findings = FindingBank(load_findings())
        self._tones = ToneScorer(load_tones())

    @property
    def profile(self) -> Profile:
        """The voice that is compared with now; its `voice` is empty until known."""
        return self._baseline.profile

    def see(self, change: SignalChanged) -> None:
        """What the camera sees; a smile supports the warm tone."""
        self._tones.see(change)

    def push(self, event: VoiceEvent) -> list[Event]:
        """The event (its features compared and calibrated) and all that follows from it."""
        event = self._baseline.push(event)
        if not isinstance(event, VoiceFeatures):
            return [event]
        events: list[Event] = [event]
        events += self._findings.push(event, rate_calibrated=self.profile.rate_factor is not None)
        scored = self._tones.push(event, self._baseline.ready)
        return events if scored is None else [*events, scored]

    def flush(self) -> list[Event]:
        """The sound has ended: close what holds."""
        return self._findings.flush()
