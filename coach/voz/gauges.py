"""The values of `VoiceFeatures`: what every meter shows at one moment."""

from __future__ import annotations

from typing import Final

from coach.core.countable import OTHERS_FILL, crowded, drowned
from coach.core.events import SpeechSpan, VoiceFeatures
from coach.voz.activity import PAUSE_S
from coach.voz.beside import SoundBeside
from coach.voz.level import Loudness, decibels
from coach.voz.moment import Moment
from coach.voz.noise import NoiseMeter, snr_db
from coach.voz.others_talk import OthersTalk
from coach.voz.own_syllables import OwnSyllables
from coach.voz.phrasing import Phrasing
from coach.voz.rate import RateMeter
from coach.voz.saturation import SaturationMeter
from coach.voz.syllables import Nucleus
from coach.voz.voice_window import VoiceWindow

_CLEAR_DB: Final = 20.0
"""With the voice so far above what sounds around it others change no rate: it need not wait until they are known."""
_NOISE_DB: Final = 15.0
"""With the voice nearer to what sounds around it, noise makes weak nuclei too; farther above it only others do."""
_GAPS_DB: Final = 25.0
"""From here on it is quiet between: others who talk much there stretch the speaker's turns, and the rate is too low."""


class Gauges:
    """The meters that look back over seconds; they outlive a gap in the sound."""

    def __init__(self) -> None:
        self.rate, self.phrasing = RateMeter(), Phrasing()
        self._noise, self._window, self._saturation = NoiseMeter(), VoiceWindow(), SaturationMeter()
        self._others, self._own = OthersTalk(), OwnSyllables()
        self._beside = SoundBeside()
        self._last_end: float | None = None
        self._snr: float | None = None
        self._speech_level_db: float | None = None

    def push(self, moment: Moment, speaking: bool) -> None:
        """Take in `moment`."""
        self._noise.push(moment)
        self._beside.push(moment, self._speech_level_db)
        self._window.push(moment, speaking)
        if speaking:
            self._last_end = moment.end_s

    def is_own(self, moment: Moment) -> bool:
        """Take in who talks in `moment`; whether it may be the speaker."""
        self._others.push(moment)
        return not (self._others.is_below(moment, self._snr or 0.0) and self._others_heard)

    def nucleus(self, nucleus: Nucleus) -> bool:
        """Take in a nucleus within speech; whether it counts as a syllable of the speaker's."""
        own = self._own.push(nucleus, None if self._others.much else self._snr)
        self.rate.nucleus(nucleus.t, own)
        return own or not self._others_heard

    def pass_over(self) -> None:
        """A moment that is neither the voice nor what is heard besides it."""
        self._noise.pass_over()
        self._beside.break_off()

    def resume(self, t: float) -> None:
        """The sound begins at `t`, or goes on after some was lost."""
        self.rate.resume(t)
        self._beside.break_off()

    def read(
        self,
        t: float,
        loudness: Loudness | None,
        probability: float,
        under_way: SpeechSpan | None,
        own: SpeechSpan | None,
    ) -> VoiceFeatures:
        """Every value at `t`; without `loudness` there is none of the microphone's.

        `under_way` is the speech that has not ended, `own` the speaker's own.
        """
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
        if window["speech_level_db"] is not None:
            self._speech_level_db = window["speech_level_db"]  # who listens for long still has a voice
        noise, countable = self._noise.power(), self._saturation.countable
        self._snr = _noise_values(noise, window["speech_level_db"])["snr_db"]
        # What may be the voice's own valleys is not told as noise; the rate heeds it though.
        told = _noise_values(self._noise.told() if countable else noise, window["speech_level_db"])
        # Amplified and cut, voice and noise draw near to each other: that is no noise that anybody could leave.
        told = told if countable else {**told, "snr_db": None}
        beside = {"beside_s": self._beside.seconds(t) if countable else None}
        values |= told | beside | self._pace(t, own, self._snr)
        values |= window | self.phrasing.read(t, under_way)
        return VoiceFeatures(t, values)

    @property
    def _others_heard(self) -> bool:
        return self._snr is not None and self._others.heard(self._snr)

    @property
    def _others_share(self) -> float | None:
        filled, snr = self._others.filled, self._snr
        if filled is None or snr is None or (snr < _CLEAR_DB and not self._others.known):
            return None
        talk = snr > _NOISE_DB or filled >= OTHERS_FILL or self._others_heard
        weak = self.rate.weak if talk else 0.0
        return max(weak, self._others.share) if snr >= _GAPS_DB and self._others.much else weak

    def _pause(self, t: float, under_way: SpeechSpan | None) -> float | None:
        if self._last_end is None or under_way is not None:
            return None
        pause = t - self._last_end
        return pause if pause >= PAUSE_S else None

    def _pace(self, t: float, own: SpeechSpan | None, snr: float | None) -> dict[str, float | None]:
        pace = self.rate.read(t, own, among_others=self._others_heard)
        others_share = self._others_share
        hidden = drowned(snr) or others_share is None or crowded(others_share)
        heard = not hidden and self._saturation.countable
        return {
            "rate_syl_s": pace.rate if heard else None,
            "articulation_syl_s": pace.articulation if heard else None,
            "rate_flow_syl_s": pace.flow if heard else None,
            "speech_s": pace.speech_s,
            "pause_share": pace.pause_share,
            "pauses_filled": self._others.filled,
            "others_share": others_share,
        }


def _noise_values(noise: float | None, speech_level_db: float | None) -> dict[str, float | None]:
    """What there is to say of so much noise (mean square) beside a voice."""
    speech = None if speech_level_db is None else 10 ** (speech_level_db / 10)
    return {
        "noise_db": None if noise is None else decibels(noise),
        "snr_db": None if noise is None or speech is None else snr_db(speech, noise),
    }
