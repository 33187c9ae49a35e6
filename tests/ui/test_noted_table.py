"""Tables of sessions on a desktop where one click opens what is clicked."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleHintReturn, QStyleOption, QWidget
from pytestqt.qtbot import QtBot

from coach.ui.noted_table import NotedTable
from coach.ui.theme import LIGHT, Theme, style_sheet


class OneClick(QProxyStyle):
    """A desktop's own style, as KDE's."""

    def styleHint(  # noqa: N802
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803
    ) -> int:
        if hint is QStyle.StyleHint.SH_ItemView_ActivateItemOnSingleClick:
            return 1
        return super().styleHint(hint, option, widget, returnData)


def test_a_click_chooses_and_two_open(qtbot: QtBot) -> None:
    theme, style = Theme(LIGHT), OneClick("Fusion")
    table = NotedTable("Sesiones", ["Nota", "Qué fue"], 0, 0, theme)
    qtbot.addWidget(table)
    table.setStyle(style)
    opened: list[int] = []
    table.itemActivated.connect(lambda item: opened.append(item.row()))
    table.show_rows({"a": ("", "Práctica"), "b": ("", "Grabación")})
    table.resize(500, 300)
    table.show()
    qtbot.waitExposed(table)

    def click(twice: bool) -> None:
        place = QPoint(table.columnViewportPosition(1) + 10, table.rowViewportPosition(1) + 10)
        (QTest.mouseDClick if twice else QTest.mouseClick)(table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    click(twice=False)
    assert opened == [1], "that is what the desktop is like"
    table.setStyleSheet(style_sheet(theme))
    click(twice=False)
    assert (opened, table.selected) == ([1], ["b"])
    click(twice=True)
    assert opened == [1, 1]
