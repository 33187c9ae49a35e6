"""The client's line has its end in what is told, though no sound comes any more to end it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from coach.core.events import SAMPLE_RATE, ConditionChanged, Event, Sound
from coach.manual.conditions import CLIENT
from coach.runtime.adviser import make_adviser
from coach.runtime.live_voice import LiveVoice
from coach.runtime.shared_advice import SharedAdvice
from coach.runtime.voice_chain import VoiceChain, VoiceStage
from coach.voz.diagnosis import GONE
from tests.voz.given import Given

SILENCE = np.zeros(3 * SAMPLE_RATE, np.float32)


class Interrupted(Given):
    """The client begins to speak in second 1; after second 3 nothing comes but `last`."""

    def __init__(self, last: list[ConditionChanged]) -> None:
        super().__init__(SILENCE, chunk_s=0.1)
        self._last = last
        self.told: list[Event] = []
        self.errors: list[Exception] = []
        stage = VoiceStage(None, SharedAdvice(make_adviser()).stream())
        self.voice = LiveVoice(lambda: self, lambda: VoiceChain(stage), self.told.extend, self.errors.append)

    def __iter__(self) -> Iterator[Sound | ConditionChanged]:
        for item in super().__iter__():
            if item.t == 1.0:
                self.voice.pass_over(True)
            yield item
        yield from self._last


@pytest.mark.parametrize("last", [[], [ConditionChanged(3.2, GONE, True)]])
def test_the_clients_line_ends_with_the_sound(last: list[ConditionChanged]) -> None:
    played = Interrupted(last)
    played.voice.start()
    assert played.voice.join(20.0)
    assert played.errors == []
    changes = [event for event in played.told if isinstance(event, ConditionChanged)]
    begin, end, *rest = [(one.id, one.active) for one in changes]
    assert (begin, end) == ((CLIENT, True), (CLIENT, False))
    assert changes[0].t == pytest.approx(1.0, abs=0.11)
    assert changes[1].t == pytest.approx(3.2 if last else 3.0, abs=0.01)
    assert rest == [(one.id, one.active) for one in last]
