"""The keys of the review window, one for everything that a trainer does again and again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import Qt

from coach.manual.moments import load_moments
from coach.review.annotation import Verdict
from coach.ui.review_side import DETAILS, EARLIER, STANDARD

if TYPE_CHECKING:
    from coach.ui.review_window import ReviewWindow


def review_keys(page: ReviewWindow) -> dict[Qt.Key, Callable[[], object]]:
    """What each key does now: notes are on the session under review alone, ticks on what is in sight."""
    keys = _always(page)
    if page.side.place != EARLIER:
        keys |= _noting(page)
    else:
        keys[Qt.Key.Key_A] = page.side.earlier.align_next
    if page.side.place == DETAILS:
        for place, id in enumerate(load_moments()):
            keys[Qt.Key(Qt.Key.Key_1 + place)] = partial(page.noting.place, id)
    if page.side.place == STANDARD:
        for key, verdict in zip((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3), get_args(Verdict), strict=True):
            keys[key] = partial(page.side.standard.tick, verdict)
    return keys


def _always(page: ReviewWindow) -> dict[Qt.Key, Callable[[], object]]:
    key, player, turn = Qt.Key, page.player, page.side.turn
    return {
        key.Key_Space: player.toggle,
        key.Key_J: player.back,
        key.Key_K: lambda: player.play(0.0),
        key.Key_L: player.faster,
        key.Key_Comma: lambda: player.step(-1),
        key.Key_Period: lambda: player.step(1),
        key.Key_D: lambda: turn(DETAILS),
        key.Key_E: lambda: turn(STANDARD),
        key.Key_P: lambda: turn(EARLIER),
    }


def _noting(page: ReviewWindow) -> dict[Qt.Key, Callable[[], object]]:
    key, noting = Qt.Key, page.noting
    return {
        key.Key_Y: lambda: noting.judge("agree"),
        key.Key_N: lambda: noting.judge("disagree"),
        key.Key_C: page.comment,
        key.Key_M: page.choose_moment,
        key.Key_B: lambda: noting.move(0),
        key.Key_T: lambda: noting.move(1),
        key.Key_F: lambda: noting.add_missed(page.side.form.what.currentData()),
        key.Key_F2: lambda: page.reword(page.timeline.item),
        key.Key_R: page.loop,
        key.Key_H: page.hide_lane,
        key.Key_I: lambda: noting.edge(0),
        key.Key_O: lambda: noting.edge(1),
        key.Key_Delete: noting.remove,
    }
