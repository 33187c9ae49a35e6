"""Work on a thread of its own: what comes of it, what fails, and what nobody waits for any more."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest

from coach.errors import KnownError
from coach.runtime.alongside import Alongside, Unwanted

Tick = Callable[[float], None]


def threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("coach-alongside")]


def test_it_works_while_others_do() -> None:
    begun, go_on = threading.Event(), threading.Event()

    def work(tick: Tick) -> str:
        begun.set()
        assert go_on.wait(10.0)
        tick(1.0)
        return "done"

    with Alongside(work, failed=lambda: None) as beside:
        assert begun.wait(10.0)
        go_on.set()
        assert beside.result() == beside.result() == "done"
    assert not threads()


def test_what_fails_is_told_at_once_and_raised_where_it_is_waited_for() -> None:
    failed = threading.Event()

    def work(_: Tick) -> None:
        raise KnownError("No se oye.")

    with Alongside(work, failed=failed.set) as beside:
        assert failed.wait(10.0)
        with pytest.raises(KnownError, match=r"No se oye\."):
            beside.result()


def test_whoever_waits_hears_how_far_it_has_come_and_may_stop_waiting() -> None:
    def work(tick: Tick) -> None:
        while True:
            tick(7.5)
            ticked.set()
            time.sleep(0.001)

    ticked = threading.Event()
    heard: list[float] = []

    def waiting(reached: float) -> None:
        heard.append(reached)
        if len(heard) == 2:
            raise InterruptedError

    with pytest.raises(InterruptedError), Alongside(work, failed=lambda: None) as beside:
        assert ticked.wait(20)
        beside.result(waiting)
    assert heard == [7.5, 7.5] and not threads()


def test_what_nobody_waits_for_ends_at_its_next_tick_and_is_joined() -> None:
    ended: list[type[BaseException]] = []

    def work(tick: Tick) -> None:
        try:
            while True:
                tick(1.0)
                time.sleep(0.001)
        except Unwanted as unwanted:
            ended.append(type(unwanted))
            raise

    with pytest.raises(ZeroDivisionError), Alongside(work, failed=lambda: None):
        raise ZeroDivisionError
    assert ended == [Unwanted] and not threads()
