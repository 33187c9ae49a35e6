"""A report (or the agent's progress) as widgets in a column that scrolls."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.report.content import (
    Block,
    Bullets,
    Cards,
    Charts,
    Content,
    DrillCard,
    Entries,
    Figure,
    Paragraph,
    Section,
    Table,
)
from coach.ui.report_ink import ink_of
from coach.ui.report_parts import beside, bullets, card, drill_card, entry, figure, label, table
from coach.ui.scroll_column import ScrollColumn
from coach.ui.theme import Theme

WIDEST_PX = 1040
_VOICES = {"plain": "reportText", "muted": "reportMuted", "strong": "reportStrong"}


class ReportView(ScrollColumn):
    """Shows one content at a time. `goal_chosen(str)`: the agent wants that one."""

    goal_chosen = Signal(str)

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__(name, WIDEST_PX)
        self._theme = theme
        self._content: Content | None = None
        self._choosable = True
        self._whole: QWidget | None = None
        self._rows: dict[str, QWidget] = {}
        super().set_theme(theme)

    def show_content(self, content: Content, *, choosable: bool = True) -> None:
        """In the place of what was there, and where the reader was in it; `choosable`: whether its goals can be."""
        self._content, self._choosable = content, choosable
        self._rebuild()

    def set_theme(self, theme: Theme) -> None:
        """Restyle: charts are drawn anew."""
        super().set_theme(theme)
        if theme != self._theme:
            self._theme = theme
            self._rebuild()

    def lead_to(self, row: str) -> None:
        """Scroll to a row of the manual."""
        target, whole = self._rows.get(row), self.widget()
        if target is not None and whole is not None:
            self.verticalScrollBar().setValue(target.mapTo(whole, target.rect().topLeft()).y() - self._theme.px(16))

    def _rebuild(self) -> None:
        if self._content is None:
            return
        kept = self.verticalScrollBar().value()
        if self._whole is not None:
            self._whole.setParent(None)
            self._whole.deleteLater()
        self._rows = {}
        self._whole = self._built(self._content)
        self.add(self._whole)
        QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(kept))

    def _built(self, content: Content) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(10))
        column.addWidget(label(content.title, "reportTitle"))
        column.addWidget(label(content.facts, "reportFacts"))
        for section in content.sections:
            column.addSpacing(self._theme.px(20))
            column.addWidget(label(section.title, "reportSection"))
            for part in self._blocks(section):
                column.addWidget(part)
        column.addSpacing(self._theme.px(20))
        for line in content.footer:
            column.addWidget(label(line, "reportMuted"))
        return whole

    def _blocks(self, section: Section) -> Iterator[QWidget]:
        """The goals to choose from lie beside each other."""
        others = [block for block in section.blocks if isinstance(block, DrillCard) and not block.main]
        for block in section.blocks:
            if block not in others:
                yield self._part(block)
        if others:
            yield beside([self._drill(one) for one in others], self._theme)

    def _part(self, block: Block) -> QWidget:
        theme = self._theme
        match block:
            case Paragraph():
                return label(block.text, _VOICES[block.voice])
            case Cards():
                return beside([card(one, theme, self.lead_to) for one in block.cards], theme)
            case DrillCard():
                return self._drill(block)
            case Figure():
                return figure(block, ink_of(theme), theme)
            case Charts():
                return beside([figure(one, ink_of(theme), theme) for one in block.figures], theme, columns=2)
            case Table():
                return table(block, theme)
            case Bullets():
                return bullets(block, theme)
            case Entries():
                self._rows = {one.row: entry(one, theme) for one in block.entries}
                return beside([*self._rows.values()], theme)

    def _drill(self, block: DrillCard) -> QWidget:
        choose = self.goal_chosen.emit if self._choosable else None
        return drill_card(block, self._theme, self.lead_to, choose)
