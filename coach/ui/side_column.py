"""The column at the right: the signals, or a panel in their place, with a way to switch back and forth."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from coach.ui.controls import choice_button
from coach.ui.tab_order import one_after_the_other, stop_before, stops
from coach.ui.theme import Theme

WIDTH_PX, NARROW_PX = (350, 380), 1100
"""Width of the column in a window narrower than the last, and in others; before scaling."""


class SideColumn(QWidget):
    """Panels one behind the other; their tabs show only while there is a choice. `emptied(bool)`: none is left.

    `turned(str | None)`: the id of the one in front, as often as one is put there.
    """

    emptied = Signal(bool)
    turned = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._around = theme, NARROW_PX
        self._panels: dict[str, QWidget] = {}
        self._tabs: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._stack = QStackedWidget()
        self._head = QWidget()
        self._row = QHBoxLayout(self._head)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addStretch(1)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._head)
        self._layout.addWidget(self._stack, 1)
        self.set_theme(theme)
        self._tell()

    @property
    def shown(self) -> str | None:
        """The id of the panel that is in front."""
        return next((id for id, panel in self._panels.items() if panel is self._stack.currentWidget()), None)

    def has(self, id: str) -> bool:
        """Whether a panel of this id is there."""
        return id in self._panels

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self._layout.setSpacing(theme.px(8))
        self._row.setSpacing(theme.px(4))
        self.fit(self._around)

    def fit(self, around: int) -> None:
        """Take a little less of a window that is only `around` px wide."""
        self._around = around
        narrow = around < self._theme.px(NARROW_PX)
        self.setFixedWidth(self._theme.px(WIDTH_PX[0 if narrow else 1]))

    def put(self, id: str, name: str, panel: QWidget) -> None:
        """Add a panel and bring it to the front; one of the same id goes."""
        self.take(id)  # first: its tab counts no more among those that the new one follows
        self._add(id, name, panel, len(self._panels))
        self.show_panel(id)

    def put_behind(self, id: str, name: str, panel: QWidget) -> None:
        """Add a panel whose tab is the first; whatever is in front stays there."""
        front = self.shown
        self.take(id)
        self._add(id, name, panel, 0)
        self._panels = {id: self._panels.pop(id), **self._panels}
        self._lead_tab()
        self.show_panel(id if front is None or front == id else front)

    def _add(self, id: str, name: str, panel: QWidget, place: int) -> None:
        tab = choice_button(name, "tab")
        tab.setAccessibleName(name)
        tab.clicked.connect(lambda: self.show_panel(id))
        self._panels[id], self._tabs[id] = panel, tab
        self._group.addButton(tab)
        self._row.insertWidget(place, tab)
        self._stack.addWidget(panel)
        self._lead_tab()

    def _lead_tab(self) -> None:
        """After what lies before this column, through the tabs, and then through the panels in their order."""
        before = stop_before(self)
        way = [] if before is None else [before]
        way += [self._tabs[id] for id in self._panels]
        way += [stop for panel in self._panels.values() for stop in stops(panel)]
        one_after_the_other(way)

    def take(self, id: str) -> None:
        """Take a panel away, which is not deleted; nothing when there is none."""
        if id not in self._panels:
            return
        panel, tab = self._panels.pop(id), self._tabs.pop(id)
        self._stack.removeWidget(panel)
        panel.setParent(None)
        tab.hide()  # until then it would be there twice
        tab.deleteLater()
        self._row.removeWidget(tab)
        self._tell()

    def show_panel(self, id: str) -> None:
        """Bring a panel to the front. Raises KeyError when there is none."""
        self._stack.setCurrentWidget(self._panels[id])
        self._tell()

    def turn(self) -> None:
        """Bring the next one to the front."""
        ids = list(self._panels)
        if self.shown is not None:
            self.show_panel(ids[(ids.index(self.shown) + 1) % len(ids)])

    def _tell(self) -> None:
        for id, tab in self._tabs.items():
            tab.setChecked(id == self.shown)
        self._head.setVisible(len(self._panels) > 1)
        self.emptied.emit(not self._panels)
        self.turned.emit(self.shown)
