"""The sign in title bars and task bars."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from coach.ui.app_icon import SIDES_PX, app_icon
from coach.ui.theme import LIGHT


@pytest.mark.parametrize("side", SIDES_PX)
def test_the_sign_is_drawn_for_every_size_that_desktops_ask_for(qtbot: QtBot, side: int) -> None:
    picture = app_icon().pixmap(QSize(side, side), 1.0).toImage()
    assert (picture.width(), picture.height()) == (side, side)
    assert picture.pixelColor(side // 2, side // 10).name() == LIGHT.accent
    assert picture.pixelColor(side // 4, round(side * 0.4)).name() == LIGHT.on_accent
    assert picture.pixelColor(0, 0).alpha() < 128  # round corners
