"""Whatever a file says of time, ours goes on."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coach.vision.timestamps import Timestamps


@given(st.lists(st.none() | st.floats(-1e6, 1e6), min_size=1), st.none() | st.floats(0, 1e4))
def test_time_starts_at_zero_and_always_advances(raw: list[float | None], limit: float | None) -> None:
    stamps = Timestamps(0.04, limit)
    placed = [stamps.place(value) for value in raw]
    assert placed[0] == 0.0
    assert all(later > earlier for earlier, later in zip(placed, placed[1:], strict=False))


def test_a_stamp_far_past_the_end_counts_as_one_period() -> None:
    stamps = Timestamps(0.04, limit_s=10)
    assert [round(stamps.place(raw), 2) for raw in (0.0, 0.04, 90000.0, 0.12, 0.16)] == [0.0, 0.04, 0.08, 0.12, 0.16]


def test_stamps_that_begin_late_continue_from_what_was_counted() -> None:
    stamps = Timestamps(0.1)
    assert [round(stamps.place(raw), 2) for raw in (None, None, 7.0, 7.3)] == [0.0, 0.1, 0.2, 0.5]


@given(st.lists(st.none() | st.floats(-1e6, 1e6), min_size=1), st.floats(-1e6, 1e6), st.floats(0, 1e4))
def test_after_any_origin_time_is_never_before_it(raw: list[float | None], origin: float, limit: float) -> None:
    stamps = Timestamps(0.04, limit, origin)
    placed = [stamps.place(value) for value in raw]
    assert 0.0 <= placed[0] <= limit
    assert all(later > earlier for earlier, later in zip(placed, placed[1:], strict=False))


def test_the_first_there_is_lies_as_long_after_the_origin_as_it_says() -> None:
    stamps = Timestamps(0.1, 10.0, origin=5.0)
    assert [round(stamps.place(raw), 2) for raw in (7.0, 7.3, None)] == [2.0, 2.3, 2.4]
    assert Timestamps(0.1, 10.0, origin=5.0).place(99.0) == 0.0, "no file of ten seconds begins there"
