"""The hand-over between threads."""

from __future__ import annotations

import threading

from coach.runtime.mailbox import Mailbox


def test_the_newest_stay_and_the_rest_is_counted() -> None:
    box: Mailbox[int] = Mailbox(2)
    for item in range(10):
        assert box.put(item)
    box.finish()
    assert (list(box), box.drops) == ([8, 9], 8)


def test_what_must_be_kept_never_gives_way() -> None:
    box: Mailbox[str] = Mailbox(1)
    for item, keep in (("a", False), ("lost", True), ("b", False), ("found", True), ("c", False)):
        box.put(item, keep)
    box.finish()
    assert list(box) == ["lost", "found", "c"]
    assert box.drops == 2


def test_a_lossless_box_makes_the_producer_wait() -> None:
    box: Mailbox[int] = Mailbox(3, lossless=True)
    waiting: list[int] = []

    def produce() -> None:
        for item in range(500):
            box.put(item)
            waiting.append(item)
        box.finish()

    producer = threading.Thread(target=produce)
    producer.start()
    taken = []
    for item in box:
        taken.append(item)
        assert len(waiting) <= item + 5
    producer.join(2)
    assert taken == list(range(500))
    assert box.drops == 0


def test_closing_frees_both_sides() -> None:
    full: Mailbox[int] = Mailbox(1, lossless=True)
    full.put(1)
    answers: list[bool] = []
    producer = threading.Thread(target=lambda: answers.append(full.put(2)))
    producer.start()
    full.close()
    producer.join(2)
    assert (answers, list(full), full.put(3)) == ([False], [], False)


def test_a_waiting_consumer_is_freed_by_the_end() -> None:
    box: Mailbox[int] = Mailbox(1)
    consumer = threading.Thread(target=lambda: list(box))
    consumer.start()
    box.finish()
    consumer.join(2)
    assert not consumer.is_alive()
