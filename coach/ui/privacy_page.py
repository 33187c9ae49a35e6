"""The privacy notice on the screen: read, accepted or declined; later read again, and withdrawn."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from coach.preferences import Consent
from coach.ui.controls import named, read_out
from coach.ui.failure import failure_notice
from coach.ui.notice_panel import NoticePanel
from coach.ui.page import HOME, Page
from coach.ui.page_header import PageHeader
from coach.ui.preferences_keeper import PreferencesKeeper
from coach.ui.privacy_text import VERSION, Clause, clauses
from coach.ui.scroll_column import ScrollColumn
from coach.ui.theme import Theme
from coach.ui.words import day_in_words

COLUMNS = 2


def consented(keeper: PreferencesKeeper) -> bool:
    """Whether the notice was accepted as it reads now."""
    consent = keeper.value.consent
    return consent is not None and consent.version == VERSION


class PrivacyPage(Page):
    """Once accepted it leads on to the page `then`; `closed`: the user would rather not use Coach."""

    closed = Signal()

    def __init__(self, keeper: PreferencesKeeper, theme: Theme) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Aviso de privacidad"))
        self.then = HOME
        self._keeper = keeper
        self.header = PageHeader(self.tr("Aviso de privacidad"), theme)
        self.header.back.connect(self.home)
        self.notices = NoticePanel(theme, self)
        self.notices.dismissed.connect(lambda _: self.notices.show_notices([]))
        self.lead = named(QLabel(wordWrap=True), "lead")
        self.farewell = named(QLabel(self.tr("Está bien, hasta pronto")), "question")
        self.status = named(QLabel(wordWrap=True), "noticeText")
        self.accept = self._button(self.tr("&Acepto y continúo"), self._accept, "primary")
        self.decline = self._button(self.tr("&No acepto"), self._say_goodbye)
        self.withdraw = self._button(self.tr("&Retirar mi consentimiento"), self._withdraw)
        self.again = self._button(self.tr("&Leer el aviso otra vez"), self.entered)
        self.close_all = self._button(self.tr("&Cerrar Coach"), self.closed.emit, "primary")
        self._clauses = QWidget()
        self._lay_out([_card(clause) for clause in clauses(keeper.file.parent)])
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self.header.set_theme(theme)
        self._column.set_theme(theme)
        self.notices.set_theme(theme)
        self._grid.setSpacing(theme.px(14))
        self.farewell.setContentsMargins(0, theme.px(150), 0, 0)

    def entered(self) -> None:
        """Offer what makes sense: to accept or decline, or to withdraw what was accepted."""
        agreed, consent = consented(self._keeper), self._keeper.value.consent
        if agreed and consent is not None:
            self.lead.setText(self.tr("Esto es lo que Coach hace con tu imagen y tu voz."))
            self.status.setText(self.tr("Lo aceptaste el {}.").format(day_in_words(consent.when)))
            self._offer(self.withdraw)
        else:
            self.lead.setText(self.tr("Antes de empezar: esto es lo que Coach hace con tu imagen y tu voz."))
            changed = self.tr("El aviso cambió desde que lo aceptaste; léelo otra vez, por favor.")
            voluntary = self.tr("Si no aceptas, Coach se cierra y no guarda nada.")
            self.status.setText(voluntary if consent is None else changed)
            self._offer(self.decline, self.accept)
        self._clauses.show()
        self.farewell.hide()
        (self.header.button if agreed else self.accept).setFocus()

    def tell(self, error: BaseException) -> None:
        """Something went wrong that the user can mend."""
        self.notices.show_notices([failure_notice(error)])

    def _accept(self) -> None:
        self._keeper.change(consent=Consent(VERSION, datetime.now(UTC).astimezone()))
        self.go.emit(self.then)

    def _say_goodbye(self) -> None:
        self.lead.setText(
            self.tr("Gracias por leerlo. Coach no encendió nada y no guardó nada. Si cambias de opinión, aquí estará.")
        )
        self.status.clear()
        self._clauses.hide()
        self.farewell.show()
        self._offer(self.again, self.close_all)
        self.close_all.setFocus()

    def _withdraw(self) -> None:
        self._keeper.change(consent=None)
        self.then = HOME
        self.entered()
        self.status.setText(
            self.tr("Retiraste tu consentimiento: Coach no encenderá nada. Para usarlo otra vez, acepta el aviso.")
        )

    def _offer(self, *buttons: QPushButton) -> None:
        for button in (self.decline, self.withdraw, self.again, self.accept, self.close_all):
            button.setVisible(button in buttons)
        self.header.button.setVisible(self.withdraw in buttons)

    def _button(self, text: str, act: Callable[[], None], name: str = "") -> QPushButton:
        button = named(QPushButton(text), name)
        button.setAccessibleName(read_out(text))
        button.clicked.connect(lambda: act())
        return button

    def _lay_out(self, cards: list[QFrame]) -> None:
        self._grid = QGridLayout(self._clauses)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for place, card in enumerate(cards):
            self._grid.addWidget(card, place // COLUMNS, place % COLUMNS)
            self._grid.setColumnStretch(place % COLUMNS, 1)
        self._column = ScrollColumn(self.tr("Texto del aviso"), 1120)
        for part in (self.notices, self.farewell, self.lead, self._clauses):
            self._column.add(part)
        foot = named(QWidget(), "statusStrip")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        row.addWidget(self.status, 1)
        for button in (self.withdraw, self.decline, self.again, self.accept, self.close_all):
            row.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for part in (self.header, self._column, foot):
            whole.addWidget(part)


def _card(clause: Clause) -> QFrame:
    card = named(QFrame(), "panel")
    plain = Qt.TextFormat.PlainText
    column = QVBoxLayout(card)
    column.setContentsMargins(20, 14, 20, 16)
    column.setSpacing(6)
    column.addWidget(named(QLabel(clause.title, textFormat=plain), "panelTitle"))
    column.addWidget(named(QLabel(clause.text, textFormat=plain, wordWrap=True), "clauseText"))
    column.addStretch(1)
    return card
