"""A column that scrolls ends where its parts end."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coach.core.events import FindingSegment
from coach.report.report import report
from coach.ui.report_view import ReportView
from coach.ui.theme import LIGHT, Theme
from tests.report.sessions import crossed, kept, session, smiling, voice


@pytest.mark.parametrize("size", [(960, 640), (1280, 800), (1920, 1080)])
def test_one_cannot_scroll_past_the_end_of_a_report(qtbot: QtBot, size: tuple[int, int]) -> None:
    heard = voice(FindingSegment("rapido", 70.0, 95.0, 0.8))
    view = ReportView("Informe", Theme(LIGHT))
    qtbot.addWidget(view)
    view.resize(*size)
    view.show()
    view.show_content(report(kept(session(smiling(), crossed(40.0), heard=heard), 5), ()))
    inside = view.widget()
    assert inside is not None
    qtbot.waitUntil(lambda: inside.height() > 2000)
    qtbot.wait(50)
    last = max(part.mapTo(inside, part.rect().bottomLeft()).y() for part in view.findChildren(QLabel))
    assert inside.height() - last < 40
