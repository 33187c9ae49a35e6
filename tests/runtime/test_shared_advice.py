"""Picture and sound share one line of advice, whenever each of them began."""

from __future__ import annotations

from coach.core.events import Cue, Event, Features, FindingChanged, SignalChanged, State, ToneScored, VoiceFeatures
from coach.runtime.adviser import make_adviser
from coach.runtime.shared_advice import SharedAdvice


def ticks(kind: type[Features] | type[VoiceFeatures], start_s: float, seconds: float) -> list[Event]:
    return [kind(start_s + tick / 10, {}) for tick in range(round(seconds * 10))]


def told(shared: SharedAdvice, *streams: list[Event]) -> list[Cue]:
    """Plays streams at the same pace."""
    ways = [shared.stream() for _ in streams]
    longest = max(map(len, streams))
    return [
        cue
        for place in range(longest)
        for way, stream in zip(ways, streams, strict=True)
        if place < len(stream)
        for cue in way.push(stream[place])
        if isinstance(cue, Cue)
    ]


def test_only_one_thing_is_said_at_a_time() -> None:
    seen = [SignalChanged(0.0, "brazos_cruzados", State.PRESENT, 2.0), *ticks(Features, 0.0, 30.0)]
    heard = [FindingChanged(0.0, "rapido", State.PRESENT, 2.0), *ticks(VoiceFeatures, 0.0, 30.0)]
    cues = told(SharedAdvice(make_adviser()), seen, heard)
    assert {cue.because for cue in cues} == {("brazos_cruzados",), ("rapido",)}
    assert cues[1].t - cues[0].t >= 19.8


def test_a_stream_that_begins_later_is_told_in_its_own_time() -> None:
    shared = SharedAdvice(make_adviser())
    told(shared, ticks(Features, 0.0, 50.0))
    cues = told(shared, [FindingChanged(0.0, "lento", State.PRESENT, 2.0), *ticks(VoiceFeatures, 0.0, 5.0)])
    assert [(cue.because, round(cue.t)) for cue in cues] == [(("lento",), 1)]


def test_a_clock_that_starts_anew_does_not_silence_the_other() -> None:
    shared = SharedAdvice(make_adviser())
    first = told(shared, [SignalChanged(100.0, "asentir", State.PRESENT, 2.0), *ticks(Features, 100.0, 10.0)])
    later = [FindingChanged(0.0, "ruido", State.PRESENT, 2.0), *ticks(VoiceFeatures, 0.0, 25.0)]
    second = told(shared, later)
    assert [cue.because for cue in first] == [("asentir",)]
    # Twenty seconds after what was said ten seconds before the voice began.
    assert [(cue.because, round(cue.t)) for cue in second] == [(("ruido",), 10)]


def test_a_moment_asks_for_its_tone() -> None:
    def tone(t: float, warm: float) -> ToneScored:
        rest = dict.fromkeys(("tranquilo", "persuasivo", "sugestivo", "seguro"), 0.2)
        return ToneScored(max(0.0, t - 12.0), t, {"calido": warm, **rest}, None, "neutral")

    def cues(moment: str | None, warm: float) -> list[tuple[str, str]]:
        stream = [event for t in range(30) for event in (tone(float(t), warm), *ticks(VoiceFeatures, float(t), 1.0))]
        return [(cue.kind, cue.because[0]) for cue in told(SharedAdvice(make_adviser(moment)), stream)]

    assert cues("saludo", 0.8) == [("refuerza", "calido")]
    assert cues("saludo", 0.1) == [("corrige", "calido")]
    assert cues("saludo", 0.45) == cues(None, 0.1) == cues(None, 0.9) == []
    assert cues("queja", 0.9) == [("corrige", "tranquilo")]
