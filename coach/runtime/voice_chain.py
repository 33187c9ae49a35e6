"""The voice's chain: sound → features → what is decided → advice. Live and file differ in who drives it."""

from __future__ import annotations

from collections.abc import Iterable

from coach.core.events import ConditionChanged, Event, SignalChanged, Sound, VoiceEvent
from coach.detectors.profile import Profile
from coach.detectors.voice_decider import VoiceDecider
from coach.manual.reading import load_reading
from coach.runtime.adviser import Advice
from coach.voz.extractor import VoiceExtractor


class VoiceStage:
    """Everything behind the extractor: decides, and asks for advice."""

    def __init__(self, profile: Profile | None, advice: Advice) -> None:
        self._decider = VoiceDecider(profile)
        self._advice = advice

    @property
    def profile(self) -> Profile:
        """The voice that is compared with now."""
        return self._decider.profile

    def see(self, events: Iterable[Event]) -> None:
        """What the camera tells meanwhile."""
        for event in events:
            if isinstance(event, SignalChanged):
                self._decider.see(event)

    def read_aloud(self, syllables: float) -> None:
        """Begin to listen to a text of so many syllables that is read aloud."""
        self._decider.read_aloud(syllables)

    def stop_reading(self) -> None:
        """The reading is given up."""
        self._decider.stop_reading()

    def push(self, event: VoiceEvent | ConditionChanged) -> list[Event]:
        """The event itself and all that follows from it, in order."""
        return self.advised([event] if isinstance(event, ConditionChanged) else self._decider.push(event))

    def flush(self) -> list[Event]:
        """The sound has ended: close what holds."""
        return [*self.advised(self._decider.flush()), *self._advice.flush()]

    def advised(self, events: list[Event]) -> list[Event]:
        """`events`, each followed by what it calls for."""
        return [told for event in events for told in (event, *self._advice.push(event))]


class VoiceChain:
    """Sound → events. Use from one thread."""

    def __init__(self, stage: VoiceStage) -> None:
        """Loads the models. Raises `KnownError` when one is missing."""
        self.stage = stage
        self._extractor = VoiceExtractor()

    def push(self, sound: Sound) -> list[Event]:
        """All that follows from a stretch of sound."""
        return [told for event in self._extractor.push(sound) for told in self.stage.push(event)]

    def tell(self, condition: ConditionChanged) -> list[Event]:
        """A condition of the microphone: passed on with the advice that it calls for."""
        return self.stage.push(condition)

    def see(self, events: Iterable[Event]) -> list[Event]:
        """What the camera tells meanwhile; gives no events of its own."""
        self.stage.see(events)
        return []

    def read_aloud(self) -> list[Event]:
        """Begin to listen to the paragraph that calibrates the rate; `ReadingChanged` tells how it goes."""
        self.stage.read_aloud(load_reading().syllables)
        return []

    def stop_reading(self) -> list[Event]:
        """The reading is given up."""
        self.stage.stop_reading()
        return []

    def pause(self) -> list[Event]:
        """No sound comes for now: what is under way is finished."""
        return [told for event in self._extractor.flush() for told in self.stage.push(event)]

    def flush(self) -> list[Event]:
        """The sound has ended: what is under way is finished, what holds is closed."""
        return [*self.pause(), *self.stage.flush()]
