"""A practice on a real voice: the recordings of a synthetic speaker, heard by the voice's own chain."""

from __future__ import annotations

import numpy as np
import pytest

from coach.core.events import SAMPLE_RATE, Samples, Sound
from coach.practice.course import AgentsTurn, Answered, ClientSpeaks, PracticeEvent
from coach.practice.engine import Practice
from coach.practice.loader import load_practices
from coach.voz.extractor import VoiceExtractor
from tests.support.voices import room, voice

SCRIPT = load_practices()["reservado_banco"]


def rehearse(*answers: Samples, client_s: float = 3.0) -> list[PracticeEvent]:
    """The client's lines take `client_s`; each of `answers` is spoken after one of them, in a quiet room."""
    practice, extractor = Practice(SCRIPT), VoiceExtractor()
    told: list[PracticeEvent] = []
    t = 0.0

    def hear(samples: Samples) -> None:
        nonlocal t
        for begin in range(0, len(samples), SAMPLE_RATE // 10):
            piece = samples[begin : begin + SAMPLE_RATE // 10]
            for event in extractor.push(Sound(t, piece)):
                told.extend(practice.push(event))
            t += len(piece) / SAMPLE_RATE

    hear(room(1.0))
    told += practice.begin()
    for answer in answers:
        hear(room(client_s))
        practice.client_done()
        hear(room(0.8))
        hear(answer + room(len(answer) / SAMPLE_RATE)[: len(answer)])
        hear(room(3.5))
    return told


def test_answers_end_by_themselves_and_what_they_were_like_decides() -> None:
    calm, brief = voice("voz_grave"), voice("voz_aguda")[: round(1.5 * SAMPLE_RATE)]
    told = rehearse(calm, brief, np.zeros(SAMPLE_RATE, np.float32))
    answered = [event for event in told if isinstance(event, Answered)]
    assert [event.node.id for event in answered] == ["llega", "para_que"]
    first, second = (event.answer for event in answered)
    assert first is not None and second is not None
    assert first.spoke_s == pytest.approx(len(calm) / SAMPLE_RATE, rel=0.25), "its pauses are no speech"
    assert first.waited_s is not None and 0.5 < first.waited_s < 1.5
    assert second.spoke_s is not None and second.spoke_s < 2.5
    assert first.interrupted is False
    assert answered[1].note == "Dijiste tan poco como él, y se quedaron callados."
    turns = [event for event in told if isinstance(event, AgentsTurn)]
    assert len(turns) == 3
    spoken = [event for event in told if isinstance(event, ClientSpeaks)]
    assert [event.node.id for event in spoken] == ["llega", "para_que", "encoge"]


def test_speaking_over_the_client_is_an_interruption() -> None:
    practice, extractor = Practice(SCRIPT), VoiceExtractor()
    told: list[PracticeEvent] = list(practice.begin())
    sound = np.concatenate([room(0.5), voice("voz_grave"), room(3.5)])
    for begin in range(0, len(sound), 1600):
        if begin == 3 * SAMPLE_RATE:
            practice.client_done()
        for event in extractor.push(Sound(begin / SAMPLE_RATE, sound[begin : begin + 1600])):
            told += practice.push(event)
    (answered,) = [event for event in told if isinstance(event, Answered)]
    assert answered.answer is not None and answered.answer.interrupted is True
