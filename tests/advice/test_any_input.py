"""Whatever is seen and heard: few lines, each with its cause, never into a sentence, the same on a replay, at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from hypothesis import example, given, settings
from hypothesis import strategies as st

from coach.advice.causes import LINGERS_S
from coach.advice.policy import AdvicePolicy
from coach.core.events import (
    ConditionChanged,
    CongruenceChanged,
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
from coach.core.silence import PAUSE_S, Silence
from coach.manual.clients import load_clients
from coach.manual.moments import load_moments
from coach.runtime.moved import moved
from tests.support.advised import CATALOG, CONDITIONS, CONGRUENCES, FINDINGS, NORMAL, RULES, TONES, policy

STATES = st.sampled_from([State.PRESENT, State.PRESENT, State.ABSENT, State.NOT_OBSERVABLE])
METRICS = st.none() | st.floats(0.0, 10.0)
SCORES = st.none() | st.fixed_dictionaries(dict.fromkeys(TONES, st.sampled_from([0.1, 0.45, 0.9])))


def changes(kind: type, ids: Iterable[str]) -> st.SearchStrategy[Event]:
    return st.builds(kind, t=st.just(0.0), id=st.sampled_from(sorted(ids)), state=STATES, metric=METRICS)


def about(ids: Collection[str]) -> st.SearchStrategy[Event]:
    """A change of one of these, or of where the service is, or of the voice."""
    of_these = [
        changes(kind, told) for kind, rows in KINDS if (told := [id for id in ids if id in rows]) for _ in range(2)
    ]
    return st.one_of(
        *of_these,
        st.builds(ConditionChanged, t=st.just(0.0), id=st.sampled_from(sorted(CONDITIONS)), active=st.booleans()),
        st.builds(ToneScored, st.just(0.0), st.just(0.0), SCORES, st.none(), st.none()),
        st.builds(
            ContextChanged,
            t=st.just(0.0),
            moment=st.none() | st.sampled_from(sorted(load_moments())),
            client=st.none() | st.sampled_from(sorted(load_clients())),
        ),
    )


KINDS = ((SignalChanged, CATALOG), (FindingChanged, FINDINGS), (CongruenceChanged, CONGRUENCES))
FEW = st.lists(st.sampled_from([*CATALOG, *FINDINGS, *CONGRUENCES]), min_size=1, max_size=4, unique=True)
"""So few that each of them comes and goes while something is said of it."""
WAITS = st.sampled_from([0.0, 0.2, 1.0, 4.0, 15.0])
STEPS = FEW.flatmap(lambda ids: st.lists(st.tuples(WAITS, about(ids), st.booleans()), min_size=15, max_size=60))
TICK_S = 0.2


def played(steps: Iterable[tuple[float, Event, bool]], heard: bool) -> Iterator[Event]:
    """Each change after its wait, among the ticks of a picture and, where `heard`, of a voice that speaks or pauses."""
    tick, paused_since = 0, 0.0
    for wait_s, change, pausing in steps:
        for _ in range(round(wait_s / TICK_S)):
            t, tick = tick * TICK_S, tick + 1
            paused_since = paused_since if pausing else t
            yield Features(t, {})
            if heard:
                pause_s = t - paused_since if t - paused_since >= 0.25 else None
                yield VoiceFeatures(t, {"pause_s": pause_s, "speech": 0.1 if pausing else 0.9})
        yield placed(change, tick * TICK_S)


def placed(change: Event, t: float) -> Event:
    """A change that was made at 0, at `t`."""
    return moved(change, t)


class Trace:
    """What a cue may rest on, told apart from the policy's own books."""

    def __init__(self) -> None:
        self._states: dict[str, State] = {}
        self._left: dict[str, float] = {}
        self._conditions: set[str] = set()
        self._scores: dict[str, float] = {}
        self._silence = Silence()
        self._corrected: set[str] = set()

    def push(self, event: Event) -> None:
        if isinstance(event, SignalChanged | FindingChanged | CongruenceChanged):
            if self._states.get(event.id) is State.PRESENT and event.state is State.ABSENT:
                self._left[event.id] = event.t
            self._states[event.id] = event.state
        elif isinstance(event, ConditionChanged):
            (self._conditions.add if event.active else self._conditions.discard)(event.id)
        elif isinstance(event, ToneScored):
            self._scores = dict(event.scores or {})
        elif isinstance(event, VoiceFeatures):
            self._silence.push(event)

    def check(self, cue: Cue) -> None:
        (id,) = cue.because
        silence_s = self._silence.seconds(cue.t)
        assert silence_s is None or silence_s >= PAUSE_S
        saying = [rule for rule in RULES.values() if rule.about == id and cue.text in rule.texts + rule.also]
        assert not saying or any(not rule.conditions or self._conditions & set(rule.conditions) for rule in saying)
        if id in CONDITIONS:
            assert id in self._conditions and (saying or cue.text == CONDITIONS[id].advice)
        elif id in TONES:
            assert self._scores[id] >= 0.6 if cue.kind == "refuerza" else self._scores[id] <= 0.3
        elif id in CATALOG and cue.kind != CATALOG[id].kind or cue.kind == "refuerza" and self._is_to_mend(id):
            assert self._states[id] is State.ABSENT  # missing, or mended
            assert cue.kind == "corrige" or id in self._corrected
        elif self._states[id] is State.ABSENT:
            assert cue.kind == "refuerza" and cue.t - self._left[id] <= LINGERS_S
        else:
            assert self._states[id] is State.PRESENT
        if cue.kind == "corrige":
            self._corrected.add(id)

    def _is_to_mend(self, id: str) -> bool:
        return id in FINDINGS or (id in CONGRUENCES and CONGRUENCES[id].kind == "corrige")


@settings(max_examples=60)
@given(STEPS, st.booleans())
def test_any_stream_gives_few_cues_each_with_its_cause_in_a_pause_and_again_on_a_replay(
    steps: list[tuple[float, Event, bool]], heard: bool
) -> None:
    adviser, again, trace = policy(), policy(), Trace()
    said: list[Cue] = []
    for event in played(steps, heard):
        trace.push(event)
        cues = adviser.push(event)
        assert again.push(event) == cues and len(cues) <= 1
        for cue in cues:
            assert cue.t == event_time(event)
            trace.check(cue)
        said += cues
    for cue in said:
        assert sum(cue.t <= other.t < cue.t + 60.0 for other in said) <= 3
    for id in {cue.because for cue in said}:
        mine = [cue for cue in said if cue.because == id and "corregido" not in whens(cue)]
        assert all(later.t - sooner.t >= NORMAL.repeat_s for sooner, later in zip(mine, mine[1:], strict=False))


def event_time(event: Event) -> float:
    assert isinstance(event, Features | VoiceFeatures | ConditionChanged)
    return event.t


def whens(cue: Cue) -> set[str]:
    """When the rules speak that could have given this line."""
    return {rule.when for rule in RULES.values() if rule.about == cue.because[0] and cue.text in rule.texts}


def first_cue(adviser: AdvicePolicy, events: Iterable[Event]) -> Cue:
    return next(cue for event in events for cue in adviser.push(event))


@settings(max_examples=60)
@example(0.0, 0.0)
@given(st.floats(0.0, 30.0), st.floats(0.0, 30.0))
def test_a_line_comes_within_a_second_of_what_it_waits_for(confirmed_s: float, pause_s: float) -> None:
    adviser = policy()
    events: list[Event] = [SignalChanged(confirmed_s, "brazos_cruzados", State.PRESENT, 1.5)]
    events += [Features(tick / 15, {}) for tick in range(15 * 40)]
    voices = [(tick / 10, tick / 10 - pause_s) for tick in range(10 * 40)]
    events += [
        VoiceFeatures(t, {"pause_s": gone if gone >= 0.25 else None, "speech": 0.9 if gone < 0 else 0.1})
        for t, gone in voices
    ]
    events.sort(key=lambda event: (getattr(event, "t", 0.0), not isinstance(event, SignalChanged)))
    cue = first_cue(adviser, events)
    assert 0.0 <= cue.t - max(confirmed_s, pause_s) <= 1.0
