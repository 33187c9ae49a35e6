"""The values of `VoiceFeatures`: what every meter shows at one moment."""

from __future__ import annotations

from coach.core.countable import RATE_NEEDS_SNR_DB
from coach.core.events import SpeechSpan, VoiceFeatures
from coach.voz.activity import PAUSE_S
from coach.voz.level import Loudness, decibels
from coach.voz.moment import Moment
from coach.voz.noise import NoiseMeter, snr_db
from coach.voz.phrasing import Phrasing
from coach.voz.rate import RateMeter
from coach.voz.saturation import SaturationMeter
from coach.voz.voice_window import VoiceWindow


class Gauges:
    """The meters that look back over seconds; they outlive a gap in the sound."""

    def __init__(self) -> None:
        self.rate, self.phrasing = RateMeter(), Phrasing()
        self._noise, self._window, self._saturation = NoiseMeter(), VoiceWindow(), SaturationMeter()
        self._last_end: float | None = None

    def push(self, moment: Moment, speaking: bool) -> None:
        """Take in `moment`."""
        self._noise.push(moment)
        self._window.push(moment, speaking)
        if speaking:
            self._last_end = moment.end_s

    def pass_over(self) -> None:
        """A moment that is neither the voice nor what is heard besides it."""
        self._noise.pass_over()

    def read(
        self, t: float, loudness: Loudness | None, probability: float, under_way: SpeechSpan | None
    ) -> VoiceFeatures:
        """Every value at `t`; without `loudness` there is none of the microphone's."""
        values: dict[str, float | None] = {
            "level_db": None if loudness is None else loudness.level_db,
            "peak_db": None if loudness is None else loudness.peak_db,
            "clipped": None if loudness is None else loudness.clipped,
            "speech": probability,
            "pitch_hz": self._window.pitch_hz(t),
            "pause_s": self._pause(t, under_way),
        }
        self._saturation.push(t, probability, values["clipped"])
        window = self._window.read(t)
        noise = self._noise_values(window["speech_level_db"])
        values |= noise | self._pace(t, under_way, noise["snr_db"])
        values |= window | self.phrasing.read(t, under_way)
        return VoiceFeatures(t, values)

    def _pause(self, t: float, under_way: SpeechSpan | None) -> float | None:
        if self._last_end is None or under_way is not None:
            return None
        pause = t - self._last_end
        return pause if pause >= PAUSE_S else None

    def _noise_values(self, speech_level_db: float | None) -> dict[str, float | None]:
        noise = self._noise.power()
        speech = None if speech_level_db is None else 10 ** (speech_level_db / 10)
        return {
            "noise_db": None if noise is None else decibels(noise),
            "snr_db": None if noise is None or speech is None else snr_db(speech, noise),
        }

    def _pace(self, t: float, under_way: SpeechSpan | None, snr: float | None) -> dict[str, float | None]:
        pace = self.rate.read(t, under_way)
        heard = snr is not None and snr >= RATE_NEEDS_SNR_DB and self._saturation.countable
        return {
            "rate_syl_s": pace.rate if heard else None,
            "articulation_syl_s": pace.articulation if heard else None,
            "rate_flow_syl_s": pace.flow if heard else None,
            "speech_s": pace.speech_s,
            "pause_share": pace.pause_share,
        }
