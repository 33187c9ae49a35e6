"""Every event comes back exactly as it was, and the names they are stored under do not change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.events import Event, State, Syllable, ToneScored
from coach.session.event_codec import KINDS, decode, encode, moment_of

NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
SIMPLE: Mapping[Any, st.SearchStrategy[Any]] = {
    float: NUMBERS,
    str: st.text(),
    bool: st.booleans(),
    State: st.sampled_from(State),
    tuple[str, ...]: st.lists(st.text()).map(tuple),
    frozenset[str]: st.frozensets(st.text()),
    Mapping[str, float]: st.dictionaries(st.text(), NUMBERS),
    Mapping[str, float | None]: st.dictionaries(st.text(), st.none() | NUMBERS),
}


def values(hint: Any) -> st.SearchStrategy[Any]:
    if hint in SIMPLE:
        return SIMPLE[hint]
    if get_origin(hint) is Literal:
        return st.sampled_from(get_args(hint))
    inner = [one for one in get_args(hint) if one is not type(None)]
    assert len(inner) == 1, f"say here how {hint} is made"
    return st.none() | values(inner[0])


def events(kind: type) -> st.SearchStrategy[Event]:
    hints = get_type_hints(kind)
    return st.builds(kind, **{field.name: values(hints[field.name]) for field in fields(kind)})


@given(st.one_of([events(kind) for kind in KINDS.values()]))
def test_every_event_comes_back_exactly(event: Event) -> None:
    assert decode(type(event).__name__, encode(event)) == event


def test_the_names_stored_are_those_of_every_event() -> None:
    """Sessions that people keep hold them: add to this list, and never take away or rename without a migration."""
    assert set(KINDS) == {
        "Features", "SignalChanged", "SignalSegment", "ConditionChanged", "LevelChanged", "CalibrationChanged",
        "ReadingChanged", "ContextChanged", "AdviceSettings", "CongruenceChanged", "CongruenceSegment", "Cue",
        "VoiceFeatures", "Syllable", "SpeechSpan", "PhraseEnd", "Filler", "ToneScored", "FindingChanged",
        "FindingSegment",
    }  # fmt: skip


def test_what_lasts_is_told_at_its_end() -> None:
    assert moment_of(Syllable(1.5)) == 1.5
    assert moment_of(ToneScored(1.0, 13.0, None, None, "ruido")) == 13.0


def test_a_field_that_is_missing_is_no_event() -> None:
    with pytest.raises(KeyError):
        decode("Cue", '{"t": 1.0}')
