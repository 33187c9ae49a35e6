"""Set aside and taken up again: the same events in the same order."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.events import ConditionChanged, Features
from coach.errors import ScratchError
from coach.runtime.spool import Spool
from tests.support.recorded import NAMES, looks, observe

_VALUE = st.none() | st.floats(allow_nan=False)
_EVENT = st.builds(
    ConditionChanged, st.floats(0, 1e6), st.sampled_from(["nadie", "oscuro"]), st.booleans()
) | st.builds(Features, st.floats(0, 1e6), st.fixed_dictionaries({"a": _VALUE, "b": _VALUE, "c": _VALUE}))


@given(st.lists(_EVENT, max_size=30))
def test_events_come_back_exactly_and_in_order(events: list[Features | ConditionChanged]) -> None:
    with Spool(Features) as spool:
        for event in events:
            spool.write(event)
        assert list(spool.read()) == events


@pytest.mark.parametrize("name", [NAMES[0], "neutral_cubrebocas"])
def test_what_was_observed_comes_back(name: str) -> None:
    observed = observe(looks(name))
    with Spool(Features) as spool:
        for event in observed:
            spool.write(event)
        assert list(spool.read()) == observed


@pytest.mark.skipif(sys.platform == "win32", reason="no file can be kept small there")
def test_a_disk_that_takes_no_more_is_one_sentence() -> None:
    if sys.platform == "win32":
        raise NotImplementedError
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, before[1]))
    try:
        with pytest.raises(ScratchError, match="archivos provisionales.*libera espacio"), Spool(Features) as spool:
            for row in range(200_000):
                spool.write(Features(row / 30, {"a": 0.5}))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_nothing_in_is_nothing_out() -> None:
    with Spool(Features) as spool:
        assert list(spool.read()) == []


def test_it_can_be_read_twice() -> None:
    event = Features(1.0, {"a": None, "b": 0.1})
    with Spool(Features) as spool:
        spool.write(event)
        assert list(spool.read()) == list(spool.read()) == [event]


def test_conditions_alone_come_back_too() -> None:
    event = ConditionChanged(0.5, "nadie", True)
    with Spool(Features) as spool:
        spool.write(event)
        assert list(spool.read()) == [event]
