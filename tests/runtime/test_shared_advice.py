"""Picture and sound share one line of advice, whenever each of them began."""

from __future__ import annotations

from coach.core.events import (
    AdviceSettings,
    CongruenceChanged,
    CongruenceSegment,
    ContextChanged,
    Cue,
    Event,
    Features,
    FindingChanged,
    SignalChanged,
    State,
    ToneScored,
    VoiceFeatures,
)
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
    seen = [SignalChanged(0.0, "brazos_cruzados", State.PRESENT, 2.0), *ticks(Features, 0.0, 35.0)]
    heard = [FindingChanged(0.0, "rapido", State.PRESENT, 2.0), *ticks(VoiceFeatures, 0.0, 35.0)]
    cues = told(SharedAdvice(make_adviser()), seen, heard)
    assert {cue.because for cue in cues} == {("brazos_cruzados",), ("rapido",)}
    assert cues[1].t - cues[0].t >= 29.8


def test_a_stream_that_begins_later_is_told_in_its_own_time() -> None:
    shared = SharedAdvice(make_adviser())
    told(shared, ticks(Features, 0.0, 50.0))
    cues = told(shared, [FindingChanged(0.0, "lento", State.PRESENT, 2.0), *ticks(VoiceFeatures, 0.0, 5.0)])
    assert [(cue.because, round(cue.t, 1)) for cue in cues] == [(("lento",), 0.5)]


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
        lead = ("calido", None) if warm >= 0.6 else (None, "neutral")
        return ToneScored(max(0.0, t - 12.0), t, {"calido": warm, **rest}, *lead)

    def cues(moment: str | None, warm: float) -> list[tuple[str, str]]:
        stream = [event for t in range(30) for event in (tone(float(t), warm), *ticks(VoiceFeatures, float(t), 1.0))]
        return [(cue.kind, cue.because[0]) for cue in told(SharedAdvice(make_adviser(moment)), stream)]

    assert cues("saludo", 0.8) == [("refuerza", "calido")]
    assert cues("saludo", 0.1) == [("corrige", "calido")]
    assert cues("saludo", 0.45) == cues(None, 0.1) == cues(None, 0.9) == []
    assert cues("queja", 0.9) == [("corrige", "tranquilo")]


def test_what_the_agent_tells_is_among_the_events_once_in_the_time_of_the_stream() -> None:
    shared = SharedAdvice(make_adviser())
    picture, sound = shared.stream(), shared.stream()
    picture.push(Features(7.0, {}))
    sound.push(VoiceFeatures(0.0, {}))
    shared.set_context("queja", "grosero")
    shared.set_advice("discreto", frozenset({"sonrisa"}))
    shared.snooze(60.0)
    assert sound.push(VoiceFeatures(1.0, {})) == [
        ContextChanged(1.0, "queja", "grosero"),
        AdviceSettings(1.0, "discreto", frozenset({"sonrisa"}), None),
        AdviceSettings(1.0, "discreto", frozenset({"sonrisa"}), 61.0),
    ]
    assert picture.push(Features(8.1, {})) == []


def test_a_snooze_silences_both_streams_and_can_be_ended() -> None:
    shared = SharedAdvice(make_adviser())
    picture, sound = shared.stream(), shared.stream()
    picture.push(Features(100.0, {}))
    sound.push(VoiceFeatures(0.0, {}))
    shared.snooze(60.0)
    picture.push(Features(100.1, {}))
    seen = [SignalChanged(101.0, "sonrisa", State.PRESENT, 2.0), *ticks(Features, 101.0, 50.0)]
    assert [cue for event in seen for cue in picture.push(event) if isinstance(cue, Cue)] == []
    assert [cue for event in ticks(VoiceFeatures, 52.0, 6.0) for cue in sound.push(event) if isinstance(cue, Cue)] == []
    shared.snooze(0.0)
    assert [type(event) for event in picture.push(Features(159.0, {}))] == [AdviceSettings]
    picture.push(SignalChanged(159.2, "sonrisa", State.PRESENT, 2.0))
    assert [event.t for event in picture.push(Features(159.3, {})) if isinstance(event, Cue)] == [159.3]


def test_what_voice_and_face_say_is_told_in_the_time_of_the_stream_that_tells() -> None:
    shared = SharedAdvice(make_adviser("queja"))
    picture, sound = shared.stream(), shared.stream()
    picture.push(Features(100.0, {}))
    sound.push(VoiceFeatures(0.0, {}))
    picture.push(SignalChanged(101.0, "sonrisa", State.PRESENT, 2.0))
    told = [event for tick in ticks(Features, 101.0, 5.0) for event in picture.push(tick)]
    changed = [event for event in told if isinstance(event, CongruenceChanged) and event.state is State.PRESENT]
    assert [(event.id, round(event.t, 1)) for event in changed] == [("sonrisa_en_queja", 102.0)]
    (segment,) = [event for event in sound.flush() if isinstance(event, CongruenceSegment)]
    assert (round(segment.start_s, 1), round(segment.end_s, 1)) == (1.0, 5.9)
