"""What is decided from the features of a voice: how it compares with the speaker's own, findings, tones."""

from __future__ import annotations

from coach.core.events import Event, SignalChanged, VoiceEvent, VoiceFeatures
from coach.detectors.profile import Profile
from coach.detectors.voice_baseline import VoiceBaseline
from coach.detectors.voice_findings import FindingBank
from coach.detectors.voice_reading import GuidedReading
from coach.detectors.voice_tones import ToneScorer
from coach.manual.findings import load_findings
from coach.manual.tones import load_tones
from coach.manual.voice_reference import load_voice_reference


class VoiceDecider:
    """Events of the extractor in, the same and all that follows from them out, in order."""

    def __init__(self, profile: Profile | None = None) -> None:
        self._reference = load_voice_reference()
        self._baseline = VoiceBaseline(self._reference, profile)
        self._reading: GuidedReading | None = None
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
        told = self._read(event)
        event = self._baseline.push(event)
        if not isinstance(event, VoiceFeatures):
            return [event]
        events: list[Event] = [event, *told]
        events += self._findings.push(event, rate_calibrated=self.profile.rate_factor is not None)
        scored = self._tones.push(event, self._baseline.ready)
        return events if scored is None else [*events, scored]

    def flush(self) -> list[Event]:
        """The sound has ended: close what holds."""
        return self._findings.flush()

    def read_aloud(self, syllables: float) -> None:
        """Begin to listen to a text of so many syllables, or begin anew; `ReadingChanged` tells how it goes."""
        self._reading = GuidedReading(syllables, self._reference)

    def stop_reading(self) -> None:
        """The reading is given up: all stays as it was."""
        self._reading = None

    def _read(self, event: VoiceEvent) -> list[Event]:
        news = None if self._reading is None else self._reading.push(event)
        if self._reading is None or news is None:
            return []
        if news.done:
            if news.words_per_min is not None:
                self._baseline.use(self._reading.profile(self.profile))
            self._reading = None
        return [news]
