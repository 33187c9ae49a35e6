"""The voice's features: sound in, events out, the same whatever the size of the chunks."""

from __future__ import annotations

import math
from collections import deque
from dataclasses import replace
from typing import Final

import numpy as np

from coach.core.events import SAMPLE_RATE, PhraseEnd, Samples, Sound, SpeechSpan, Syllable, VoiceEvent, VoiceFeatures
from coach.core.voices import Others
from coach.voz.activity import PAUSE_S, Activity
from coach.voz.analysis import Analysis, Step
from coach.voz.blocks import BLOCK, BLOCK_S, Blocks
from coach.voz.fillers import Fillers
from coach.voz.gauges import Gauges
from coach.voz.level import LevelMeter
from coach.voz.moment import Moment, silent
from coach.voz.phrases import PhraseEnds
from coach.voz.silero import SpeechModel
from coach.voz.swift_f0 import LAG_BLOCKS, PitchModel
from coach.voz.syllables import Nucleus

TICK_S: Final = 0.1
"""Time between two `VoiceFeatures`."""
_GAP_S: Final = 0.02
"""Times of chunks may be inexact by so much; a longer gap is lost sound."""
_BATCH: Final = 64
"""Blocks that the models take where so many are there: two seconds, at less than live's cost."""
_TAIL: Final = math.ceil(LAG_BLOCKS + PAUSE_S / BLOCK_S + 1)
"""Blocks of silence that complete what was under way when the sound ends."""
_EDGE_S: Final = 0.05
"""A nucleus may lie so far outside of what counts as speech."""


class VoiceExtractor:
    """Turns sound into `VoiceFeatures` (ten a second), `Syllable`, `SpeechSpan`, `PhraseEnd` and `Filler`.

    Causal, and equal for live sound and files: the events depend on the samples and their times alone, not on how
    they were cut. After a gap in time (sound that was lost) the models start anew and the windows go on. A jump back
    in time starts everything anew. Raises `KnownError` when a model is missing.

    While `others` speak there is a pause of which nothing is measured, neither as voice nor as noise.
    """

    def __init__(self, others: Others | None = None) -> None:
        self._speech_model, self._pitch_model = SpeechModel(), PitchModel()
        self._gauges = Gauges()
        self._others = others
        self._stretch: _Stretch | None = None
        self._expected = -math.inf

    def push(self, sound: Sound) -> list[VoiceEvent]:
        """The events that `sound` completes, in the order in which they can be told."""
        events: list[VoiceEvent] = []
        if abs(sound.t - self._expected) > _GAP_S:
            events += self.flush()
            if sound.t < self._expected:
                self._gauges = Gauges()
        if self._stretch is None:
            analysis = Analysis(self._speech_model, self._pitch_model, sound.t)
            self._gauges.resume(sound.t)
            self._stretch = _Stretch(analysis, self._gauges, sound.t, self._others)
            self._expected = sound.t
        self._expected += len(sound.samples) / SAMPLE_RATE
        return events + self._stretch.push(sound.samples)

    def flush(self) -> list[VoiceEvent]:
        """What the end of the sound completes. What is pushed after it counts as sound after a gap."""
        stretch, self._stretch = self._stretch, None
        return [] if stretch is None else stretch.end()


class _Stretch:
    """One unbroken stretch of sound."""

    def __init__(self, analysis: Analysis, gauges: Gauges, start_s: float, others: Others | None) -> None:
        self._analysis, self._gauges = analysis, gauges
        self._blocks = Blocks()
        self._level = LevelMeter()
        self._activity, self._phrases, self._fillers = Activity(), PhraseEnds(), Fillers()
        self._own = Activity()
        self._nuclei: deque[Nucleus] = deque()
        self._start_s, self._others = start_s, others
        self._ticks = 0
        self._end_s = np.inf

    def push(self, samples: Samples) -> list[VoiceEvent]:
        events: list[VoiceEvent] = []
        blocks = self._blocks.push(samples, self._needed())
        for begin in range(0, len(blocks), _BATCH):
            for step in self._analysis.push(blocks[begin : begin + _BATCH]):
                events += self._step(step)
        return events

    def _needed(self) -> int:
        """Blocks until the next look of the gauges: until then nothing is shown, and the models cost least by many."""
        return math.ceil((self._next_tick - self._analysis.end_s - 1e-9) / BLOCK_S)

    def end(self) -> list[VoiceEvent]:
        """Complete what is under way with silence, and tell nothing of what lies in it."""
        self._end_s = self._analysis.end_s + self._blocks.waiting / SAMPLE_RATE
        silence = np.zeros(_TAIL * BLOCK - self._blocks.waiting % BLOCK, np.float32)
        return self.push(silence)

    def _step(self, step: Step) -> list[VoiceEvent]:
        foreign = self._foreign(step.end_s - BLOCK_S)
        if not foreign:
            self._level.push(step.strength)
        self._nuclei += step.nuclei
        events = [] if step.moment is None else self._settle(step.moment)
        while (t := self._next_tick) <= step.end_s + 1e-9:
            self._ticks += 1
            if t <= self._end_s + 1e-9:
                events.append(self._tick(t, 0.0 if foreign else step.probability, foreign))
        return events

    def _foreign(self, start_s: float) -> bool:
        """Whether it is somebody else who speaks in the block that begins at `start_s`."""
        return self._others is not None and self._others.speak(start_s + BLOCK_S / 2)

    @property
    def _next_tick(self) -> float:
        return self._start_s + (self._ticks + 1) * TICK_S

    def _settle(self, moment: Moment) -> list[VoiceEvent]:
        """Everything about `moment` is known."""
        events: list[VoiceEvent] = []
        foreign = self._foreign(moment.start_s)
        if foreign or moment.start_s >= self._end_s - 1e-9:  # the model hears a voice for a while after it was cut off
            moment = silent(moment)
        turn = self._activity.push(moment.start_s, moment.end_s, moment.probability)
        self._follow_own(moment, foreign)
        self._phrases.push(moment)
        filler = self._fillers.push(moment, turn.speaking)
        if filler is not None:
            events.append(filler)
            self._gauges.phrasing.add(filler)
        events += self._syllables(moment.end_s)
        if turn.ended is not None:
            events += self._ended(turn.ended)
        if foreign:
            self._gauges.pass_over()
        elif moment.start_s < self._end_s:
            self._gauges.push(moment, turn.speaking)
        return events

    def _syllables(self, now: float) -> list[VoiceEvent]:
        """The nuclei of which it is known now whether somebody was speaking."""
        told: list[VoiceEvent] = []
        own = self._own
        while self._nuclei and (t := self._nuclei[0].t) <= now - _EDGE_S:
            inside = own.start is not None and t >= own.start - _EDGE_S
            if inside and t > own.reaches + _EDGE_S:
                break
            nucleus = self._nuclei.popleft()
            if inside and self._gauges.nucleus(nucleus):
                told.append(Syllable(t))
        return told

    def _follow_own(self, moment: Moment, foreign: bool) -> None:
        """The same moment without what others say around the speaker: only that counts for the rate."""
        own = not foreign and self._gauges.is_own(moment)
        ended = self._own.push(moment.start_s, moment.end_s, moment.probability if own else 0.0).ended
        if ended is not None:
            self._gauges.rate.span(self._cut(ended))

    def _cut(self, span: SpeechSpan) -> SpeechSpan:
        return replace(span, end_s=min(span.end_s, float(self._end_s)))

    def _ended(self, span: SpeechSpan) -> list[VoiceEvent]:
        span = self._cut(span)
        events: list[VoiceEvent] = [span]
        phrase: PhraseEnd | None = self._phrases.end(span)
        self._gauges.phrasing.add(span)
        if phrase is not None:
            events.append(phrase)
            self._gauges.phrasing.add(phrase)
        return events

    def _tick(self, t: float, probability: float, foreign: bool) -> VoiceFeatures:
        loudness = None if foreign else self._level.read()
        return self._gauges.read(t, loudness, probability, self._activity.under_way(t), self._own.under_way(t))
