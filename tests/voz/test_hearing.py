"""Voice activity, pitch and nuclei, each on sound whose truth is known."""

import numpy as np
import pytest

from coach.core.events import SAMPLE_RATE, PhraseEnd, Samples
from coach.voz.blocks import BLOCK, Blocks
from coach.voz.harmonicity import harmonics_to_noise
from coach.voz.level import LevelMeter, strengths
from coach.voz.silero import SpeechModel
from coach.voz.spectrum import Spectra
from coach.voz.syllables import SyllablePeaks
from coach.voz.timbre import Timbres
from tests.support.voices import listen, music, room, voice
from tests.voz import praat
from tests.voz.heard import pink, pitch_errors, pitches, recall


def buzz(hz: float, seconds: float, tilt: float = 1.0) -> Samples:
    """A harmonic sound whose partials fall with 1 / k ** tilt."""
    t = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    wave = sum(np.sin(2 * np.pi * hz * k * t) / k**tilt for k in range(1, int(4000 / hz)))
    return np.asarray(0.3 * wave / np.max(np.abs(wave)), np.float32)


def nuclei(samples: Samples) -> list[float]:
    return [nucleus.t for block in SyllablePeaks(0.0).push(Spectra().push(Blocks().push(samples))) for nucleus in block]


def test_music_is_no_speech() -> None:
    model = SpeechModel()
    heard = np.array(model.push(Blocks().push(music(20.0))))
    assert np.mean(heard >= 0.5) <= 0.05


@pytest.mark.parametrize("name", ["voz_grave", "voz_aguda"])
def test_speech_is_heard_through_noise(name: str) -> None:
    assert recall(SpeechModel(), voice(name), pink(len(voice(name)), 2), snr_db=10.0) >= 0.95


@pytest.mark.parametrize("hz", [80.0, 120.0, 210.0, 330.0])
def test_the_pitch_of_a_buzz_lies_where_it_is(hz: float) -> None:
    found = [pitch.hz for pitch in pitches(buzz(hz, 1.0))][6:-6]
    assert None not in found
    assert np.median([value for value in found if value]) == pytest.approx(hz, rel=0.01)


def test_silence_has_no_pitch() -> None:
    assert all(pitch.hz is None for pitch in pitches(np.zeros(SAMPLE_RATE, np.float32)))


@pytest.mark.parametrize(("shift_hz", "stretch"), [(-15.0, 1.0), (40.0, 0.6), (20.0, 1.4)])
def test_the_pitch_of_resynthesised_speech_is_rarely_wrong(shift_hz: float, stretch: float) -> None:
    errors = pitch_errors(*praat.with_pitch(voice("voz_grave"), shift_hz, stretch))
    assert len(errors) > 200
    assert np.mean(np.array(errors) > 0.2) <= 0.02


@pytest.mark.parametrize("rate", [3.0, 5.0, 7.0])
def test_every_swell_of_a_vowel_is_a_nucleus(rate: float) -> None:
    vowel = buzz(120.0, 5.0, tilt=0.5)
    t = np.arange(len(vowel)) / SAMPLE_RATE
    found = nuclei(vowel * (0.05 + 0.95 * np.sin(np.pi * rate * t) ** 2).astype(np.float32))
    assert len(found) == pytest.approx(5.0 * rate, abs=1)
    assert np.diff(found) == pytest.approx(1 / rate, abs=0.03)
    assert found[3] * rate % 1.0 == pytest.approx(0.5, abs=0.15), "a nucleus is told where it was loudest"


def test_a_hiss_that_swells_has_hardly_a_nucleus() -> None:
    hiss = np.diff(room(5.0, -20.0), prepend=0.0).astype(np.float32)
    hiss = np.diff(hiss, n=3, prepend=np.zeros(3)).astype(np.float32)
    vowel = nuclei(np.concatenate([buzz(120.0, 0.4), hiss * 0.2]))
    assert len(vowel) <= 8


@pytest.mark.parametrize("tempo", [0.7, 1.4])
def test_the_count_follows_the_text_and_not_the_tempo(tempo: float) -> None:
    there = len(nuclei(voice("voz_grave")))
    assert len(nuclei(praat.at_tempo(voice("voz_grave"), tempo))) == pytest.approx(there, rel=0.2)


@pytest.mark.parametrize(("semitones", "kind"), [(6.0, "rising"), (0.0, "level"), (-6.0, "falling")])
def test_the_end_of_a_phrase(semitones: float, kind: str) -> None:
    """The last half second of a voice, with its pitch made to go where it should."""
    moved = praat.ending(voice("voz_aguda")[: round(1.9 * SAMPLE_RATE)], semitones)
    ends = [event for event in listen(np.concatenate([room(0.5), moved, room(1.0)])) if isinstance(event, PhraseEnd)]
    assert [end.kind for end in ends][-1:] == [kind]


def test_harmonicity_falls_with_breath() -> None:
    pure = buzz(150.0, 0.1)
    breathy = pure + room(0.1, -25.0)
    clean, rough = harmonics_to_noise(pure, 150.0), harmonics_to_noise(breathy, 150.0)
    assert clean is not None and rough is not None
    assert clean > rough + 5.0
    assert harmonics_to_noise(pure[:150], 150.0) is None


def test_a_harder_voice_has_more_of_its_power_up_high() -> None:
    soft, hard = (Timbres().push(Spectra().push(Blocks().push(buzz(150.0, 0.2, tilt))))[0] for tilt in (2.0, 0.7))
    assert hard.alpha_db > soft.alpha_db + 5.0
    assert hard.clarity_db > soft.clarity_db
    assert hard.brightness_oct > soft.brightness_oct


def test_level_of_a_full_scale_tone_and_of_silence() -> None:
    meter, silent = LevelMeter(), LevelMeter()
    tone = np.sin(2 * np.pi * 1000 * np.arange(SAMPLE_RATE) / SAMPLE_RATE).astype(np.float32)
    for block in strengths(Blocks().push(tone)):
        meter.push(block)
    loud = meter.read()
    assert loud.level_db == pytest.approx(-3.0, abs=0.1)
    assert loud.peak_db == pytest.approx(0.0, abs=0.1)
    silent.push(*strengths(np.zeros((1, BLOCK), np.float32)))
    assert (silent.read().level_db, silent.read().clipped) == (-120.0, 0.0)
