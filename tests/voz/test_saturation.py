"""Sound cut at full scale is told in files too, and no rate is counted where syllables run together."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from coach import app
from coach.core.events import SAMPLE_RATE, ReadingChanged, Samples, Syllable, VoiceFeatures
from coach.core.speech_rate import TYPICAL
from coach.detectors.voice_reading import GuidedReading
from coach.manual.catalog import load_catalog
from coach.manual.conditions import load_conditions
from coach.manual.voice_reference import load_voice_reference
from coach.report.summary import Look, summary
from coach.report.voice_words import sounded
from coach.ui.voice_readings import COUNTABLE_S, rate
from coach.voz.health import CLIPPED
from tests.support.sounds import write_wave
from tests.support.voices import listen, room, voice


def amplified(decibels: float) -> Samples:
    """A voice whose peaks were at -3 dB, amplified and cut."""
    samples = voice("voz_grave") / np.abs(voice("voz_grave")).max() * 10 ** ((decibels - 3.0) / 20)
    return np.asarray(np.clip(samples, -1.0, 1.0), np.float32)


@pytest.mark.parametrize("decibels", [12, 24])
def test_up_to_where_every_syllable_is_counted_there_is_a_rate(decibels: float) -> None:
    clean, cut = listen(amplified(0)), listen(amplified(decibels))
    assert sum(isinstance(event, Syllable) for event in cut) == sum(isinstance(event, Syllable) for event in clean)
    assert len(rates(amplified(decibels))) > 40


@pytest.mark.parametrize("decibels", [30, 36])
def test_beyond_there_is_none(decibels: float) -> None:
    assert rates(amplified(decibels)) == []


def rates(samples: Samples) -> list[float]:
    looks = [event.values for event in listen(samples) if isinstance(event, VoiceFeatures)]
    return [rate for values in looks if (rate := values["rate_syl_s"]) is not None]


def test_why_there_is_no_rate_stays_the_same_in_the_pause_after_it() -> None:
    paused = np.concatenate([amplified(33), room(4.0)])
    looks = [event.values for event in listen(paused) if isinstance(event, VoiceFeatures)]
    told = [rate(values, (), (110.0, 190.0)) for values in looks if (values["speech_s"] or 0.0) >= COUNTABLE_S]
    after = [values for values in looks if values["clipped"] == 0.0 and (values["speech_s"] or 0.0) >= COUNTABLE_S]
    assert len(after) > 15
    assert {one.word for one in told} == {"Tu voz llega saturada: aléjate del micrófono"}


@pytest.mark.parametrize(("decibels", "learned"), [(0, True), (24, True), (30, False)])
def test_a_reading_that_is_cut_teaches_no_way_of_counting(decibels: float, learned: bool) -> None:
    once = sum(isinstance(event, Syllable) for event in listen(amplified(0)))
    guided = GuidedReading(2 * TYPICAL.factor * once, load_voice_reference())
    told: ReadingChanged | None = None
    for event in listen(np.concatenate([amplified(decibels), amplified(decibels), room(5.0)])):
        told = guided.push(event) if told is None or not told.done else told
    assert told is not None and told.done
    assert (told.words_per_min is not None) == learned


def test_a_file_says_that_its_sound_is_saturated_and_what_to_do(tmp_path: Path) -> None:
    file = write_wave(tmp_path / "fuerte.wav", amplified(33)[:, None], SAMPLE_RATE)
    result = app.analyse_file(str(file))
    assert CLIPPED in {span.id for span in result.hampered}
    assert result.voice is not None and result.voice.words_per_min is None
    assert not {"lento", "rapido", "poca_autoridad"} & {finding.id for finding in result.voice.findings}
    told = " ".join(summary(result, load_catalog(), dict(load_conditions()), Look()).split())
    assert "Tu voz llega saturada. Aléjate del micrófono." in told
    assert "el ritmo no se puede medir: tu voz llega saturada." in told


def test_a_voice_that_is_cut_is_not_taken_for_noise_and_has_no_tone(tmp_path: Path) -> None:
    """The amplifier raises what is around it as much, and cuts the voice: nobody can leave that for a quieter place."""
    still = room(1.0)
    loud = np.concatenate([*(part for _ in range(4) for part in (amplified(40), still * 100))])
    file = write_wave(tmp_path / "muy_fuerte.wav", loud[:, None], SAMPLE_RATE)
    voice = app.analyse_file(str(file)).voice
    assert voice is not None and voice.hidden == "saturada"
    assert "ruido" not in {finding.id for finding in voice.findings}
    assert {window.reason for window in voice.tones if window.end_s > 15.0} == {"saturada"}
    assert voice.noise_db is None
    assert "ruido" not in sounded(voice)
