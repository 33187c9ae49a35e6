"""The sessions of a store as a list, to choose the one to review: one's own, or those of an analysed folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidgetItem, QPushButton, QWidget

from coach.report.words import raised, running
from coach.review.agreement import Agreement
from coach.review.listing import Listed, matches
from coach.session.address import remembered
from coach.ui.agreement_panel import AgreementPanel
from coach.ui.controls import ChoiceBox, named, plain_label, read_out
from coach.ui.failure import failure_notice
from coach.ui.file_dialogs import ask_folder
from coach.ui.notice_panel import NoticePanel
from coach.ui.notices import Notice
from coach.ui.page import Page
from coach.ui.page_header import PageHeader
from coach.ui.review_desk import ReviewDesk
from coach.ui.review_list import ReviewList
from coach.ui.review_places import Place
from coach.ui.scroll_column import ScrollColumn
from coach.ui.server_dialog import ServerDialog
from coach.ui.theme import Theme
from coach.ui.tuning_page import TUNING
from coach.ui.words import day_in_words, kind_name, time_in_words

CHOOSER: Final = "elegir_sesion"
"""The id of the page."""
_ALL, _NOTED, _BARE = range(3)


class ReviewChooser(Page):
    """Enter or a click opens a session; `then` is the page that shows it.

    `server_opened(str)`: the store at this address was, which is `last_server` from then on, without its password.
    """

    server_opened = Signal(str)

    def __init__(self, desk: ReviewDesk, then: str, theme: Theme) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Elegir una sesión"))
        self._desk, self._then = desk, then
        self._listed: list[Listed] = []
        self._theme, self.last_server = theme, ""
        self.header = PageHeader(self.tr("Elegir una sesión"), theme)
        self.notices = NoticePanel(theme, self)
        self.told = plain_label("panelText")
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText(self.tr("Buscar por nombre, día o nota"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.noted = ChoiceBox(theme)
        self.noted.addItems([self.tr("Todas"), self.tr("Con anotaciones"), self.tr("Sin anotaciones")])
        self.noted.setAccessibleName(self.tr("Cuáles se muestran"))
        self.list = named(ReviewList(), "reviewList")
        self.list.setAccessibleName(self.tr("Sesiones guardadas"))
        self.folder = self._button(self.tr("Abrir una &carpeta analizada…"))
        self.server = self._button(self.tr("Abrir un &servidor…"))
        self.home_again = self._button(self.tr("&Volver a mis sesiones"))
        self.agree = self._button(self.tr("Ver el &acuerdo"))
        self.tune = self._button(self.tr("A&justar los detectores…"))
        self.agreement = AgreementPanel(theme)
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self._show_place(desk.place)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        for part in (self.header, self.notices, self._column, self.noted, self.agreement):
            part.set_theme(theme)
        self.noted.setFixedWidth(theme.px(190))
        self.list.setMinimumHeight(theme.px(380))

    def entered(self) -> None:
        """Look which sessions there are."""
        self._look()
        self.list.setFocus()

    def ask_folder(self, page: QWidget, then: Callable[[], None] = lambda: None) -> None:
        """Over this page: which folder that was analysed? `then` go on; what is in it comes soon."""

        def chosen(folder: Path) -> None:
            self.open_folder(folder)
            then()

        ask_folder(page, self.tr("Elegir la carpeta donde quedaron las sesiones"), chosen)

    def open_folder(self, folder: Path) -> None:
        """Show the sessions that are kept there."""
        self._open_place(str(folder))

    def open_server(self, address: str) -> None:
        """Show the sessions of that database."""
        self._open_place(address)

    def _open_place(self, address: str) -> None:
        self.notices.show_notices([])
        self._desk.turn_to(address)
        self._look()

    def _look(self) -> None:
        opening = self._desk.opening
        self.tune.setEnabled(not opening)
        if opening:  # one's own are not meant, and may ask for a passphrase that nobody needs to tell
            self._show([])
            self.told.setText(self.tr("Abriendo esas sesiones…"))
            return
        self.told.setText(self.tr("Buscando sesiones guardadas…"))
        self._desk.list_sessions()

    def _show_place(self, place: Place) -> None:
        own, looks = place.own, place.only_look
        title = self.tr("Elegir una sesión") if own else self.tr("Sesiones de «{}»").format(place.name)
        self.header.title.setText(title)
        self.home_again.setVisible(not own)
        self.agree.setEnabled(True)
        self.agreement.hide()
        self.search.clear()
        self.noted.setCurrentIndex(_ALL)
        read_only = Notice("looks", self.tr("Solo para ver"), looks or "", "care", closable=True)
        self.notices.show_notices([] if looks is None else [read_only])
        self._show([])

    def _show(self, listed: list[Listed]) -> None:
        self._listed = listed
        for part in (self.list, self.search, self.noted):
            part.setVisible(bool(listed))
        self.agree.setVisible(any(one.noted for one in listed))
        self._filter()

    def _filter(self) -> None:
        """Those that are wanted."""
        held = self.list.currentItem()
        held_id = None if held is None else held.data(Qt.ItemDataRole.UserRole)
        self.list.clear()
        for one in self._listed:
            words = self._words(one)
            if matches(words, self.search.text()) and self.noted.currentIndex() != (_BARE if one.noted else _NOTED):
                item = QListWidgetItem(words)
                item.setData(Qt.ItemDataRole.UserRole, one.id)
                self.list.addItem(item)
                if one.id == held_id:
                    self.list.setCurrentItem(item)
        if self.list.currentItem() is None:
            self.list.setCurrentRow(0)
        self._tell()

    def _tell(self) -> None:
        if not self._listed:
            own = self.tr("Todavía no hay sesiones guardadas: guárdalas desde su informe, o en Ajustes.")
            self.told.setText(own if self._desk.place.own else self.tr("Aquí todavía no hay sesiones."))
        elif not self.list.count():
            self.told.setText(self.tr("Ninguna es así; cambia lo que buscas."))
        else:
            chosen = self.tr("Elige una con las flechas y Enter, o con un clic.")
            some = self.tr("{} de {}.").format(self.list.count(), len(self._listed))
            self.told.setText(chosen if self.list.count() == len(self._listed) else f"{some} {chosen}")

    def _words(self, one: Listed) -> str:
        noted = self.tr("una anotación") if one.noted == 1 else self.tr("{} anotaciones").format(one.noted)
        parts = [
            one.recording or raised(day_in_words(one.started)),
            day_in_words(one.started) if one.recording else "",
            time_in_words(one.started),
            "" if one.recording else kind_name(one.kind),
            running(one.duration_s),
            one.note,
            noted if one.noted else "",
        ]
        return " · ".join(part for part in parts if part)

    def _open(self, item: QListWidgetItem) -> None:
        self._desk.open_listed(item.data(Qt.ItemDataRole.UserRole))
        self.go.emit(self._then)

    def _ask_agreement(self) -> None:
        """It takes a moment for each session that anybody noted on."""
        self.agree.setEnabled(False)
        self.agreement.wait()
        self._desk.agree_there()

    def _show_agreement(self, found: dict[str, Agreement]) -> None:
        self.agree.setEnabled(True)
        self.agreement.show_agreement(found)

    def _fail(self, error: Exception) -> None:
        """Told by whichever page is shown; nothing is waited for any more."""
        self.agree.setEnabled(True)
        if not self.agreement.table:
            self.agreement.hide()
        if self.isVisible():
            self.notices.show_notices([failure_notice(error)])
            self._tell() if self._listed else self.told.clear()

    def _on_placed(self, place: Place) -> None:
        if place.many and place.address is not None:
            self.last_server = remembered(place.address)
            self.server_opened.emit(self.last_server)
        self._show_place(place)
        if self.isVisible():
            self._look()

    def _connect(self) -> None:
        desk = self._desk
        self.header.back.connect(self.home)
        self.notices.dismissed.connect(lambda _: self.notices.show_notices([]))
        self.list.chosen.connect(self._open)
        self.search.textChanged.connect(lambda _: self._filter())
        self.search.returnPressed.connect(self.list.setFocus)
        self.noted.currentIndexChanged.connect(lambda _: self._filter())
        self.folder.clicked.connect(lambda: self.ask_folder(self))
        self.server.clicked.connect(lambda: ServerDialog(self, self._theme, self.open_server, self.last_server))
        self.home_again.clicked.connect(desk.turn_home)
        self.agree.clicked.connect(self._ask_agreement)
        self.tune.clicked.connect(lambda: self.go.emit(TUNING))
        desk.placed.connect(self._on_placed)
        desk.listed.connect(self._show)
        desk.agreed_there.connect(self._show_agreement)
        desk.failed.connect(self._fail)

    def _lay_out(self) -> None:
        self._column = ScrollColumn(self.tr("Elegir una sesión"), 860)
        for part in (self.notices, self.told):
            self._column.add(part)
        self._column.add(_row(self.search, self.noted))
        self._column.add(self.list)
        self._column.add(_row(self.folder, self.server, self.home_again, None))
        self._column.add(_row(self.agree, self.tune, None))
        self._column.add(self.agreement)
        self.fill(self.header, self._column)

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(read_out(text))
        return button


def _row(*parts: QWidget | None) -> QWidget:
    """Beside each other; None takes the room that is left."""
    row = QWidget()
    across = QHBoxLayout(row)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(10)
    for part in parts:
        across.addStretch(1) if part is None else across.addWidget(part)
    return row
