"""Cycles are collected on one thread alone."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from threading import Thread

import pytest

from coach.runtime.collection import Collection

DUE = 1000


class Node:
    """Holds itself."""

    def __init__(self) -> None:
        self.itself = self


def a_cycle() -> weakref.ref[Node]:
    return weakref.ref(Node())


@pytest.fixture
def collection() -> Iterator[Collection]:
    gc.collect()
    made = Collection()
    yield made
    made.close()
    gc.disable()  # as for all tests


def test_another_thread_collects_nothing_however_much_it_allocates(collection: Collection) -> None:
    left = a_cycle()
    kept: list[list[int]] = []
    worker = Thread(target=lambda: kept.extend([each] for each in range(100 * DUE)))
    worker.start()
    worker.join()
    assert left() is not None
    collection.look()
    assert left() is None


def test_a_look_costs_nothing_while_little_has_come(collection: Collection) -> None:
    left = a_cycle()
    collection.look()
    assert left() is not None


def test_what_has_grown_old_is_collected_too_sooner_or_later(collection: Collection) -> None:
    node = Node()
    left = weakref.ref(node)
    gc.collect()
    gc.collect()
    del node
    kept = []
    for _ in range(DUE):
        kept.append([[each] for each in range(DUE)])
        collection.look()
        if left() is None:
            break
        kept.clear()
    assert left() is None


def test_once_it_is_closed_python_collects_by_itself(collection: Collection) -> None:
    left = a_cycle()
    collection.close()
    assert left() is None
    assert gc.isenabled()
