"""When sound that arrives is worth a word to the agent, and when it is not."""

from __future__ import annotations

import numpy as np

from coach.manual.conditions import load_conditions
from coach.voz.health import CLIPPED, LOST, MUTE, Health
from coach.voz.intake import Block

ROOM = np.random.default_rng(3).normal(0, 0.001, (320, 1)).astype(np.float32)
NOTHING = np.zeros((320, 1), np.float32)
OVERDRIVEN = np.ones((320, 1), np.float32) * np.sign(ROOM)
BLOCK_S = 0.02


def play(*stretches: tuple[Block, float], lost_at: float = -1.0) -> list[tuple[float, str, bool]]:
    """What is told of (block, seconds) stretches one after the other."""
    health, told, index = Health(), [], 0
    for block, seconds in stretches:
        for _ in range(round(seconds / BLOCK_S)):
            start, end = index * BLOCK_S, (index + 1) * BLOCK_S
            told += health.block(start, end, block, lost=start <= lost_at < end)
            index += 1
    return [(round(change.t, 2), change.id, change.active) for change in told]


def test_the_conditions_are_those_of_the_table() -> None:
    assert {CLIPPED, MUTE, LOST} <= set(load_conditions())


def test_a_quiet_room_is_no_fault() -> None:
    assert play((ROOM, 20)) == []


def test_silence_that_no_room_has_is_told_within_two_seconds() -> None:
    assert play((ROOM, 1), (NOTHING, 4), (ROOM, 1)) == [(2.5, MUTE, True), (5.02, MUTE, False)]


def test_a_headset_that_sends_zeros_between_words_is_not_taken_for_mute() -> None:
    words = [(ROOM, 0.5), (NOTHING, 0.5)] * 4
    assert play(*words, (NOTHING, 5), (ROOM, 1)) == []
    assert play(*words, (ROOM, 1), (NOTHING, 12))[0][1:] == (MUTE, True)


def test_long_blocks_hide_no_short_silence() -> None:
    gated = np.concatenate([ROOM, *[NOTHING] * 8, ROOM])
    blocks = [*np.split(gated, 2) * 4, *[np.tile(NOTHING, (5, 1))] * 40]
    health = Health()
    assert [health.block(0.1 * at, 0.1 * at + 0.1, block, False) for at, block in enumerate(blocks)] == [[]] * 48


def test_overdriven_sound_is_told_and_a_knock_is_not() -> None:
    assert play((ROOM, 2), (OVERDRIVEN, 0.1), (ROOM, 5)) == []
    told = play((ROOM, 2), (OVERDRIVEN, 2), (ROOM, 5))
    assert [change[1:] for change in told] == [(CLIPPED, True), (CLIPPED, False)]
    assert told[0][0] <= 2.5


def test_lost_sound_is_told_for_a_while() -> None:
    assert play((ROOM, 8), lost_at=2.0) == [(2.02, LOST, True), (5.02, LOST, False)]
