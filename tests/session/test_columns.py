"""Features come back from their chunk: times exactly, measurements to seven digits, what had no value without one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.events import Features, VoiceFeatures
from coach.session.columns import pack, stream_of, unpack

NAMES = ("sonrisa", "mirada", "codo")
TABLES = st.lists(
    st.tuples(
        st.floats(0.0, 1e5), st.fixed_dictionaries(dict.fromkeys(NAMES, st.none() | st.floats(-1e6, 1e6, width=32)))
    ),
    min_size=1,
    max_size=50,
)


@given(TABLES)
def test_rows_come_back(table: list[tuple[float, dict[str, float | None]]]) -> None:
    rows = [Features(t, values) for t, values in table]
    assert list(unpack("body", pack(rows))) == rows


def test_the_voice_comes_back_as_voice() -> None:
    rows = [VoiceFeatures(0.1, {"tono_hz": 200.5}), VoiceFeatures(0.2, {"tono_hz": None})]
    assert stream_of(rows[0]) == "voice"
    assert list(unpack("voice", pack(rows))) == rows


def test_a_feature_that_comes_later_has_no_value_before() -> None:
    rows = [Features(0.0, {"a": 1.0}), Features(0.1, {"a": 2.0, "b": 3.0})]
    assert list(unpack("body", pack(rows))) == [Features(0.0, {"a": 1.0, "b": None}), rows[1]]


def test_rows_without_any_feature_keep_their_times() -> None:
    assert [row.t for row in unpack("body", pack([Features(0.0, {}), Features(0.1, {})]))] == [0.0, 0.1]


def test_seven_digits_are_kept() -> None:
    (row,) = unpack("body", pack([Features(1 / 3, {"a": 1 / 3})]))
    assert row.t == 1 / 3
    assert row.values["a"] == pytest.approx(1 / 3, rel=1e-7)
