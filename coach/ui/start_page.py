"""The start screen: what to do today."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from coach.ui.controls import named, plain_label
from coach.ui.failure import failure_notice, recovered_notice
from coach.ui.intake_parts import local_files
from coach.ui.marks import MarkButton
from coach.ui.notice_panel import NoticePanel
from coach.ui.page import Page, Themed
from coach.ui.screen_glyphs import paint_privacy, paint_settings
from coach.ui.start_card import Offer, StartCard
from coach.ui.theme import Theme

if TYPE_CHECKING:  # the store and all that it stands on is imported by its own thread
    from coach.session.header import SessionHeader

SETTINGS, PRIVACY = "ajustes", "privacidad"
"""The ids of the two pages that every start screen leads to."""
COLUMNS = 2
_WIDEST_PX = 1040


class StartPage(Page):
    """Offers what exists: keys 1 to 9 open a card, arrows go from one to the next, Enter or space opens it.

    `dropped(list[Path])`: files and folders, wherever on the screen.
    """

    dropped = Signal(object)

    def __init__(self, offers: Sequence[Offer], theme: Theme) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.cards = [StartCard(offer, place + 1, theme) for place, offer in enumerate(offers)]
        for card in self.cards:
            card.clicked.connect(lambda _, page=card.offer.page: self.go.emit(page))
        self.settings = MarkButton(self.tr("&Ajustes"), paint_settings, theme)
        self.settings.clicked.connect(lambda: self.go.emit(SETTINGS))
        self.privacy = MarkButton(self.tr("A&viso de privacidad"), paint_privacy, theme)
        self.privacy.clicked.connect(lambda: self.go.emit(PRIVACY))
        self.notices = NoticePanel(theme, self)
        self.notices.dismissed.connect(lambda _: self.notices.show_notices([]))
        self._question = named(QLabel(self.tr("¿Qué quieres hacer hoy?")), "question")
        self._promise = named(
            QLabel(self.tr("Aquí nadie te pone nota: te ves, te oyes y practicas a tu ritmo.")), "lead"
        )
        self._last = plain_label("lastSession")
        self._last.hide()
        self.stays = plain_label("whereItStays")
        self.stays.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.set_server(None)
        self._middle = QWidget()
        self._lay_out()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        parts: list[Themed] = [*self.cards, self.settings, self.privacy, self.notices]
        for part in parts:
            part.set_theme(theme)
        self._middle.setMaximumWidth(theme.px(_WIDEST_PX))
        self._grid.setSpacing(theme.px(18))
        self._column.setSpacing(theme.px(8))
        self._column.setContentsMargins(theme.px(28), theme.px(20), theme.px(28), theme.px(28))

    def entered(self) -> None:
        """The first card has the focus, unless another was opened before."""
        if self.focusWidget() not in self.cards:
            self.cards[0].setFocus()

    def set_server(self, name: str | None) -> None:
        """Say where the data stays; `name`: of the server that the agent has opened, None where there is none."""
        here = self.tr("Todo se queda en esta computadora")
        also = self.tr("Tus sesiones se quedan aquí; lo que anotas en «{}» se queda en ese servidor")
        self.stays.setText(here if name is None else also.format(name))

    def set_last_session(self, line: str) -> None:
        """What the last session came to, in one line; empty where there is none."""
        self._last.setText(line)
        self._last.setVisible(bool(line))

    def tell(self, error: BaseException) -> None:
        """Something went wrong that the user can mend."""
        self.notices.show_notices([failure_notice(error)])

    def tell_recovered(self, sessions: Sequence[SessionHeader]) -> None:
        """Of a session that Coach ended in the middle of there is a report after all."""
        self.notices.show_notices([recovered_notice(session.duration_s) for session in sessions[:1]])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Recordings may be dropped here too."""
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """They were; whoever was dragging is told that they arrived."""
        event.acceptProposedAction()
        self.dropped.emit(local_files(event.mimeData()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Digits open, arrows wander."""
        key, plain = Qt.Key(event.key()), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -COLUMNS, Qt.Key.Key_Down: COLUMNS}
        place = key - Qt.Key.Key_1
        if plain and 0 <= place < len(self.cards):
            self.cards[place].click()
        elif plain and key in steps:
            self._wander(steps[key])
        else:
            super().keyPressEvent(event)

    def _wander(self, step: int) -> None:
        here = next((place for place, card in enumerate(self.cards) if card.hasFocus()), None)
        there = 0 if here is None else here + step
        if 0 <= there < len(self.cards):
            self.cards[there].setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        self._grid = QGridLayout()
        for place, card in enumerate(self.cards):
            self._grid.addWidget(card, place // COLUMNS, place % COLUMNS)
        self._column = QVBoxLayout(self._middle)
        self._column.addStretch(2)
        for widget in (self._question, self._promise):
            self._column.addWidget(widget)
        self._column.addSpacing(14)
        self._column.addLayout(self._grid, 3)
        self._column.addSpacing(6)
        self._column.addWidget(self._last)
        self._column.addWidget(self.notices)
        self._column.addStretch(3)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self._middle, 100)
        across.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._bar())
        whole.addLayout(across, 1)
        whole.addWidget(self._foot())

    def _bar(self) -> QWidget:
        bar = _Strip("topBar", 9)
        bar.row.addWidget(named(QLabel("Coach"), "brand"))
        bar.row.addStretch(1)
        bar.row.addWidget(self.privacy)
        bar.row.addWidget(self.settings)
        return bar

    def _foot(self) -> QWidget:
        foot = _Strip("statusStrip", 6)
        foot.row.addWidget(QLabel(self.tr("Cámara y micrófono apagados")))
        foot.row.addWidget(self.stays, 1)
        return foot


class _Strip(QWidget):
    """A strip across the whole screen."""

    def __init__(self, name: str, margin: int) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(16, margin, 16, margin)
        self.row.setSpacing(10)
