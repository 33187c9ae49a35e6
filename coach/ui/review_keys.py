"""The keys of the review window, one for everything that a trainer does again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from coach.ui.review_window import ReviewWindow


def review_keys(page: ReviewWindow) -> dict[Qt.Key, Callable[[], object]]:
    """What each key does now: those of the standard's items only while they are shown."""
    key, player, noting, standard = Qt.Key, page.player, page.noting, page.side.standard
    keys: dict[Qt.Key, Callable[[], object]] = {
        key.Key_Space: player.toggle,
        key.Key_J: player.back,
        key.Key_K: lambda: player.play(0.0),
        key.Key_L: player.faster,
        key.Key_Comma: lambda: player.step(-1),
        key.Key_Period: lambda: player.step(1),
        key.Key_Y: lambda: noting.judge("agree"),
        key.Key_N: lambda: noting.judge("disagree"),
        key.Key_C: page.comment,
        key.Key_M: lambda: noting.add("moment", ""),
        key.Key_F: lambda: noting.add_missed(page.side.form.what.currentData()),
        key.Key_F2: lambda: page.reword(page.timeline.item),
        key.Key_R: page.loop,
        key.Key_H: page.hide_lane,
        key.Key_I: lambda: noting.edge(0),
        key.Key_O: lambda: noting.edge(1),
        key.Key_E: lambda: page.side.show_standard(not page.side.on_standard),
        key.Key_Delete: noting.remove,
    }
    if page.side.on_standard:
        keys[key.Key_1] = lambda: standard.tick("agree")
        keys[key.Key_2] = lambda: standard.tick("disagree")
        keys[key.Key_3] = lambda: standard.tick("not_observable")
    return keys
