"""Advice is sparse, alternates praise and correction, and can always be traced to what was seen."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from coach.advice.lines import HELD_S
from coach.advice.policy import AdvicePolicy
from coach.core.events import ConditionChanged, Cue, Event, Features, LevelChanged, SignalChanged, State
from coach.manual.catalog import load_catalog
from coach.manual.conditions import load_conditions

CATALOG = load_catalog()
CONDITIONS = load_conditions()


def present(t: float, id: str, metric: float | None = 1.5) -> SignalChanged:
    return SignalChanged(t, id, State.PRESENT, metric)


def absent(t: float, id: str) -> SignalChanged:
    return SignalChanged(t, id, State.ABSENT, 0.2)


def advise(events: Iterable[SignalChanged | ConditionChanged], until_s: float = 0.0, fps: int = 10) -> list[Cue]:
    """The cues of these events among the ticks of `until_s` seconds at `fps`."""
    ticks = [Features(frame / fps, {}) for frame in range(int(until_s * fps) + 1)]
    policy = AdvicePolicy(CATALOG, CONDITIONS)
    # A change precedes the tick of its moment, as detectors are fed before advice is asked for.
    stream = sorted([*events, *ticks], key=lambda event: (event.t, isinstance(event, Features)))
    return [cue for event in stream for cue in policy.push(event)]


def told(cues: Iterable[Cue]) -> list[tuple[float, str]]:
    return [(cue.t, cue.because[0]) for cue in cues]


def test_nothing_seen_nothing_said() -> None:
    assert advise([], until_s=300) == []


def test_a_correction_waits_until_the_signal_has_lasted() -> None:
    cues = advise([present(5.0, "brazos_cruzados")], until_s=20)
    assert cues == [Cue(6.0, "Suelta los brazos", ("brazos_cruzados",), "corrige")]


def test_a_brief_deviation_is_let_pass() -> None:
    assert advise([present(5.0, "tocar_nariz"), absent(5.8, "tocar_nariz")], until_s=20) == []


def test_what_can_no_longer_be_seen_is_not_advised_on() -> None:
    hidden = SignalChanged(5.8, "brazos_cruzados", State.NOT_OBSERVABLE, None)
    assert advise([present(5.0, "brazos_cruzados"), hidden], until_s=20) == []


def test_praise_comes_at_once() -> None:
    cues = advise([present(5.0, "asentir")], until_s=20)
    assert cues == [Cue(5.0, CATALOG["asentir"].advice, ("asentir",), "refuerza")]


def test_the_same_signal_is_told_once_a_minute() -> None:
    cues = advise([present(0.0, "brazos_cruzados")], until_s=125)
    assert told(cues) == [(1.0, "brazos_cruzados"), (61.0, "brazos_cruzados"), (121.0, "brazos_cruzados")]


def test_the_best_supported_correction_goes_first() -> None:
    cues = advise([present(0.0, "tocar_nariz"), present(0.0, "hombros_encorvados")], until_s=25)
    assert told(cues) == [(1.0, "hombros_encorvados"), (21.0, "tocar_nariz")]


def test_of_equal_evidence_the_surer_goes_first() -> None:
    signals = [present(0.0, "frotar_manos", metric=1.0), present(0.0, "brazos_cruzados", metric=4.0)]
    assert told(advise(signals, until_s=10)) == [(1.0, "brazos_cruzados")]


def test_praise_and_correction_alternate() -> None:
    signals = ["brazos_cruzados", "frotar_manos", "sonrisa", "contacto_visual"]
    cues = advise([present(0.0, id) for id in signals], until_s=70)
    assert [cue.kind for cue in cues] == ["refuerza", "corrige", "refuerza", "corrige"]
    assert {cue.because[0] for cue in cues} == set(signals)


def test_praise_alone_comes_once_a_minute() -> None:
    cues = advise([present(0.0, "contacto_visual"), present(0.0, "sonrisa")], until_s=125)
    assert [cue.t for cue in cues] == [0.0, 60.0, 120.0]


def test_a_condition_is_told_at_once_and_does_not_delay_the_rest() -> None:
    cues = advise([ConditionChanged(4.5, "oscuro", True), present(4.0, "brazos_cruzados")], until_s=10)
    assert cues[0] == Cue(4.5, "Enciende una luz frente a ti", ("oscuro",), "corrige")
    assert told(cues) == [(4.5, "oscuro"), (5.0, "brazos_cruzados")]


def test_a_flickering_condition_is_told_every_half_minute_at_most() -> None:
    flicker = [ConditionChanged(float(second), "nadie", second % 2 == 0) for second in range(62)]
    assert told(advise(flicker)) == [(0.0, "nadie"), (30.0, "nadie"), (60.0, "nadie")]


def test_the_gap_is_the_callers_to_choose() -> None:
    policy = AdvicePolicy(CATALOG, CONDITIONS, gap_s=5.0)
    policy.push(present(0.0, "brazos_cruzados"))
    policy.push(present(0.0, "frotar_manos"))
    assert [cue.t for second in range(20) for cue in policy.push(Features(float(second), {}))] == [1.0, 6.0]


CHANGES = st.one_of(
    st.builds(
        SignalChanged,
        t=st.just(0.0),
        id=st.sampled_from(sorted(CATALOG)),
        state=st.sampled_from([State.PRESENT, State.PRESENT, State.ABSENT, State.NOT_OBSERVABLE]),
        metric=st.none() | st.floats(0.0, 10.0),
    ),
    st.builds(ConditionChanged, t=st.just(0.0), id=st.sampled_from(sorted(CONDITIONS)), active=st.booleans()),
    st.just(LevelChanged(0.0, "C", "load")),
)
STEPS = st.lists(st.tuples(st.floats(0.0, 12.0), CHANGES), min_size=15, max_size=60)
TICK_S = 0.3


def with_ticks(steps: Iterable[tuple[float, Event]]) -> Iterator[Event]:
    """Each change after its wait, and ticks all the while."""
    t = 0.0
    for wait_s, change in steps:
        for tick in range(int(wait_s / TICK_S)):
            yield Features(t + tick * TICK_S, {})
        t += wait_s
        assert isinstance(change, SignalChanged | ConditionChanged | LevelChanged)
        yield replace(change, t=t)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(STEPS)
def test_any_stream_gives_few_cues_and_each_can_be_traced(steps: list[tuple[float, Event]]) -> None:
    policy, again = AdvicePolicy(CATALOG, CONDITIONS), AdvicePolicy(CATALOG, CONDITIONS)
    since: dict[str, float] = {}
    said: list[Cue] = []
    for event in with_ticks(steps):
        if isinstance(event, SignalChanged):
            since.pop(event.id, None)
            if event.state is State.PRESENT:
                since[event.id] = event.t
        cues = policy.push(event)
        assert again.push(event) == cues
        for cue in cues:
            check_trace(cue, event, since)
        said.extend(cues)
    check_rates(said)


def check_trace(cue: Cue, event: Event, since: dict[str, float]) -> None:
    assert isinstance(event, Features | ConditionChanged)
    assert cue.t == event.t
    (id,) = cue.because
    if id in CONDITIONS:
        assert event == ConditionChanged(cue.t, id, True)
        assert cue.text == CONDITIONS[id].advice
    else:
        assert isinstance(event, Features)
        assert (cue.text, cue.kind) == (CATALOG[id].advice, CATALOG[id].kind)
        assert cue.t - since[id] >= (HELD_S if cue.kind == "corrige" else 0.0)


def check_rates(said: list[Cue]) -> None:
    about_signals = [cue for cue in said if cue.because[0] in CATALOG]
    for cue in about_signals:
        assert sum(cue.t <= other.t < cue.t + 60.0 - 1e-6 for other in about_signals) <= 3
    for id in {cue.because[0] for cue in said}:
        times = [cue.t for cue in said if cue.because == (id,)]
        least = 60.0 if id in CATALOG else 30.0
        assert all(later - earlier >= least for earlier, later in zip(times, times[1:], strict=False))
