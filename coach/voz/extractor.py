"""The voice's features: sound in, events out, the same whatever the size of the chunks."""

from __future__ import annotations

from coach.core.events import Sound, VoiceEvent


class VoiceExtractor:
    """Turns sound into `VoiceFeatures` (ten a second), `Syllable`, `SpeechSpan`, `PhraseEnd` and `Filler`.

    Causal, and equal for live sound and files: the events depend on the samples and their times alone, not on how
    they were cut. A gap in time (sound that was lost) starts everything anew at its end.
    """

    def push(self, sound: Sound) -> list[VoiceEvent]:
        """The events that `sound` completes, in the order in which they can be told."""
        raise NotImplementedError

    def flush(self) -> list[VoiceEvent]:
        """What the end of the sound completes. Nothing may be pushed after it."""
        raise NotImplementedError
