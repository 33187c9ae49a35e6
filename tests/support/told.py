"""What the threads of a live session report, batch by batch, without any session."""

from __future__ import annotations

from collections.abc import Iterator

from coach.core.events import (
    CongruenceSegment,
    ContextChanged,
    Cue,
    Event,
    Features,
    FindingSegment,
    SignalChanged,
    SignalSegment,
    SpeechSpan,
    State,
    Syllable,
    ToneScored,
    VoiceFeatures,
)
from coach.manual.catalog import load_catalog
from coach.manual.findings import TURN
from coach.manual.tones import load_tones
from coach.manual.voice_features import load_voice_features

SPOKEN = dict.fromkeys([*load_voice_features(), TURN]) | {
    "speech": 0.9,
    "pitch_hz": 200.0,
    "speech_level_db": -24.0,
    "snr_db": 30.0,
    "noise_db": -60.0,
    "rate_syl_s": 5.0,
    "pitch_st": 12.0,
}


def look(t: float) -> Features:
    """Something was in view."""
    return Features(t, {})


def sound(t: float) -> VoiceFeatures:
    """Somebody spoke."""
    return VoiceFeatures(t, SPOKEN)


def everything_seen(t: float) -> list[Event]:
    """Every signal could be observed, and none was present."""
    return [SignalChanged(t, id, State.ABSENT, None) for id in load_catalog()]


def busy_session(minutes: int) -> Iterator[list[Event]]:
    """What a busy session reports: 15 looks and 10 features of the voice a second, something changing each second."""
    scores = dict.fromkeys(load_tones(), 0.3)
    yield [look(0.0), *everything_seen(0.0)]
    for second in range(60 * minutes):
        t = float(second)
        for part in range(15):
            yield [look(t + part / 15)]
        yield [*(sound(t + part / 10) for part in range(10)), ToneScored(t - 12, t, dict(scores), None, "neutral")]
        yield [SpeechSpan(t, t + 0.8), *(Syllable(t + part / 5) for part in range(5))]
        yield [look(t + 0.99), SignalChanged(t + 0.99, "frotar_manos", State.NOT_OBSERVABLE, None)]
        yield [look(t + 0.995), SignalChanged(t + 0.995, "frotar_manos", State.ABSENT, None)]
        if second % 5 == 0:
            yield [look(t + 0.996), SignalSegment("sonrisa", t, t + 1.0, 0.8)]


def session_of_both(seconds: int) -> Iterator[list[Event]]:
    """Picture from the beginning; sound from two seconds later on."""
    yield [Features(0.0, {"sonrisa": None}), *everything_seen(0.0)]
    yield [ContextChanged(0.0, "saludo", "lento"), Features(0.01, {"sonrisa": 0.5})]
    for tenth in range(1, seconds * 10):
        t = tenth / 10.0
        seen: list[Event] = [Features(t, {"sonrisa": t})]
        if tenth % 40 == 0:
            seen += [SignalSegment("sonrisa", t - 1.0, t, 0.8), Cue(t, "Sonríe así", ("sonrisa",), "refuerza")]
        if tenth % 70 == 0:
            seen += [SignalChanged(t, "brazos_cruzados", State.NOT_OBSERVABLE, None)]
        yield seen
        if t >= 2.0:
            heard: list[Event] = [sound(t), Syllable(t)]
            if tenth % 50 == 0:
                heard.append(SpeechSpan(t - 2.5, t))
                heard.append(ToneScored(t - 2.5, t, dict.fromkeys(load_tones(), 0.25), "calido", None))
                heard.append(FindingSegment("rapido", t - 1.0, t - 0.5, 0.5))
                heard.append(CongruenceSegment("escucha_activa", t - 1.0, t - 0.5, 0.5))
            yield heard
