"""Learns how a speaker usually sounds, and measures every feature of the voice from there, in steps (z).

Usual is the median of the 12 s windows that hold enough voice and little noise; a step is how much such windows vary
(their median absolute deviation), and never less than what can be noticed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from math import log
from typing import Final

import numpy as np

from coach.core.countable import saturated
from coach.core.events import SpeechSpan, VoiceEvent, VoiceFeatures
from coach.core.speech_rate import TYPICAL, RateCalibration
from coach.detectors.profile import Profile, Rest
from coach.errors import KnownError
from coach.manual.findings import RATE_FACTOR, RATES, TURN
from coach.manual.voice_features import load_voice_features
from coach.manual.voice_reference import Form, Reference

SAMPLE_S: Final = 1.0
MOST_SAMPLES: Final = 480
ENOUGH_VOICED_S: Final = 5.0
"""Voiced speech in a window below which nothing is said of its tone."""
ENOUGH_SNR_DB: Final = 15.0
_SPOKEN_S: Final = 1.0
"""As the finding `ruido` requires."""
LEARNED_S: Final = 60.0
"""Seconds of speech after which a voice that is learned on the way is known."""
SETTLED_S: Final = 90.0
"""Seconds of speech after which it is learned no further: from then on, change is change."""
_SIGMA: Final = 1.4826
"""Of a normal distribution in terms of its median absolute deviation."""
_TINY: Final = 1e-6


class VoiceRests:
    """Collects a sample a second of every feature that is compared; bounded, oldest thinned out first."""

    def __init__(self, reference: Mapping[str, Reference]) -> None:
        self.speech_s = 0.0
        self._samples: dict[str, list[float]] = {id: [] for id in reference}
        self._next = float("-inf")

    def add(self, event: VoiceEvent, calibration: RateCalibration | None = None) -> bool:
        """Take a sample when one is due, and count the speech; whether there is anything new to learn.

        `calibration` is still to be applied to the event, where it is given.
        """
        if isinstance(event, SpeechSpan):
            self.speech_s += event.end_s - event.start_s
        if not isinstance(event, VoiceFeatures) or event.t < self._next or abstention(event.values):
            return False
        self._next = event.t + SAMPLE_S
        values = event.values if calibration is None else _paced(event.values, calibration)
        for id, samples in self._samples.items():
            value = values[id]
            if value is not None:
                samples.append(value)
            if len(samples) > MOST_SAMPLES:
                del samples[::2]
        return True

    def rests(self) -> dict[str, Rest]:
        """What has been learned so far, in the features' units."""
        return {id: _rest(samples) for id, samples in self._samples.items() if samples}


def _rest(samples: list[float]) -> Rest:
    values = np.array(samples)
    median = float(np.median(values))
    return Rest(median, float(np.median(np.abs(values - median))))


def abstention(values: Mapping[str, float | None]) -> str | None:
    """Why a window says nothing of the voice, an id of abstenciones.toml; None if it does.

    `sin_pausa`: it is not known yet how noisy it is around, so that it may be the noise that is compared.
    """
    voiced, spoken, snr = (values[id] for id in ("voiced_s", "speech_s", "snr_db"))
    # First, for noise is also why little of a voice is voiced; of nobody's voice it says nothing.
    if snr is not None and snr < ENOUGH_SNR_DB and spoken is not None and spoken >= _SPOKEN_S:
        return "ruido"
    if saturated(values):
        return "saturada"
    if voiced is None or voiced < ENOUGH_VOICED_S:
        return "poca_voz"
    return "sin_pausa" if snr is None else None


def pace(profile: Profile) -> RateCalibration:
    """How this speaker's syllables count: as the reading told, or as people's do in general."""
    return TYPICAL if profile.rate_factor is None else RateCalibration(profile.rate_factor, of_speaker=True)


def paced(event: VoiceEvent, calibration: RateCalibration) -> VoiceEvent:
    """The event, with everything in it that counts syllables calibrated."""
    return VoiceFeatures(event.t, _paced(event.values, calibration)) if isinstance(event, VoiceFeatures) else event


def _paced(values: Mapping[str, float | None], calibration: RateCalibration) -> dict[str, float | None]:
    true = {id: calibration.apply(value) for id in RATES if (value := values[id]) is not None}
    return {**values, **true, RATE_FACTOR: calibration.factor}


def as_heard(features: VoiceFeatures) -> VoiceFeatures:
    """What the extractor measured, from features that were compared and kept.

    A measurement that did not exist then has no value. Raises `KnownError` where nothing tells how syllables counted.
    """
    factor = features.values.get(RATE_FACTOR)
    if factor is None:
        raise KnownError(
            "Esta sesión la guardó una versión anterior de Coach, sin decir cómo contó las sílabas: no se puede "
            "analizar de nuevo. Su informe sigue guardado."
        )
    values = {id: features.values.get(id) for id in load_voice_features()}
    counted = {id: value / factor for id in RATES if (value := values[id]) is not None}
    return VoiceFeatures(features.t, {**values, **counted})


class VoiceBaseline:
    """Adds to the features how they compare with the speaker's own (referencia_voz.toml), and `turn_s`.

    With a profile that knows the voice the comparison stands from the first moment. Without one the voice is learned
    on the way, and there is nothing to compare with (None) until it is known.
    """

    def __init__(self, reference: Mapping[str, Reference], profile: Profile | None = None) -> None:
        self._reference = reference
        self._know(profile or Profile())
        self._learning = None if self.profile.voice else VoiceRests(reference)

    @property
    def ready(self) -> bool:
        """Whether there is a voice to compare with."""
        return bool(self.profile.voice)

    def use(self, profile: Profile) -> None:
        """From now on, compare with this voice."""
        self._know(profile)
        self._learning = None if profile.voice else self._learning

    def push(self, event: VoiceEvent) -> VoiceEvent:
        """The event, its features compared; learns from it."""
        event = paced(event, pace(self.profile))
        if self._learning is not None:
            self._learn(self._learning, event)
        return self._compared(event) if isinstance(event, VoiceFeatures) else event

    def _learn(self, learning: VoiceRests, event: VoiceEvent) -> None:
        if learning.add(event) and learning.speech_s >= LEARNED_S:
            self._know(replace(self.profile, voice=learning.rests()))
            if learning.speech_s >= SETTLED_S:
                self._learning = None

    def _know(self, profile: Profile) -> None:
        """What is usual for a voice, and how far a step is, stays for as long as the profile does."""
        self.profile = profile
        self._forms = [
            (f"{row.id}_{form}", row.id, None if rest is None else _form(form, row, rest))
            for row in self._reference.values()
            for rest in (profile.voice.get(row.id),)
            for form in row.forms
        ]

    def _compared(self, features: VoiceFeatures) -> VoiceFeatures:
        values = dict(features.values)
        values[TURN] = _turn(values)
        for name, id, compare in self._forms:
            value = values[id]
            values[name] = None if value is None or compare is None else compare(value)
        return VoiceFeatures(features.t, values)


def _turn(values: Mapping[str, float | None]) -> float | None:
    speech, pauses = values["speech_s"], values["pause_share"]
    return speech if speech is None or pauses is None or pauses >= 1.0 else speech / (1.0 - pauses)


def _form(form: Form, row: Reference, rest: Rest) -> Callable[[float], float]:
    """How a value of the feature compares with what is usual for it."""
    if form == "delta":
        return lambda value: value - rest.value
    usual, step = max(rest.value, _TINY), steps(row, rest)
    if form == "ratio":
        return lambda value: value / usual
    if row.log:
        return lambda value: log(max(value, _TINY) / usual) / step
    return lambda value: (value - rest.value) / step


def steps(row: Reference, rest: Rest) -> float:
    """How much is one step for this speaker, in the feature's unit (its natural logarithm with `log`)."""
    mad = log(1.0 + rest.mad / max(rest.value, _TINY)) if row.log else rest.mad
    return max(_SIGMA * mad, row.floor)
