from __future__ import annotations

import pytest

from coach.core.events import SignalChanged, State
from coach.ui.board import Board, Standing


def test_nothing_is_known_before_the_first_event() -> None:
    assert Board(["sonrisa"])["sonrisa"] == Standing(None, None, seen=False)


def test_the_newest_change_counts_and_a_past_presence_is_remembered() -> None:
    board = Board(["sonrisa"])
    board.apply(SignalChanged(1.0, "sonrisa", State.PRESENT, 1.2))
    board.apply(SignalChanged(4.0, "sonrisa", State.ABSENT, 0.1))
    assert board["sonrisa"] == Standing(State.ABSENT, 4.0, seen=True)
    assert board["sonrisa"].lasted(6.5) == 2.5


def test_what_the_chain_is_silent_about_is_not_observable_once_it_looks() -> None:
    board = Board(["sonrisa", "asentir"])
    board.apply(SignalChanged(1.0, "sonrisa", State.PRESENT, 1.2))
    board.begin(0.5)
    assert board["sonrisa"].state is State.PRESENT
    assert board["asentir"] == Standing(State.NOT_OBSERVABLE, 0.5)
    board.clear()
    assert board["asentir"].state is None


def test_a_state_never_lasts_less_than_nothing() -> None:
    assert Standing(State.PRESENT, 5.0).lasted(4.9) == 0.0
    assert Standing(State.PRESENT, 5.0).lasted(None) is None


def test_an_unknown_signal_is_a_bug() -> None:
    with pytest.raises(KeyError):
        Board(["sonrisa"]).apply(SignalChanged(1.0, "bostezo", State.PRESENT, 1.2))
