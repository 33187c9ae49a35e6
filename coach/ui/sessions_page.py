"""What is kept of one's own sessions: seen, noted on, erased one by one, all at once, or by itself after a while."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from coach.preferences import KEEP_DAYS
from coach.ui.choice_row import Choice, ChoiceRow
from coach.ui.controls import plain_label, read_out
from coach.ui.failure import failure_notice
from coach.ui.kept_sessions import KeptSessions
from coach.ui.notice_panel import NoticePanel
from coach.ui.notices import Notice
from coach.ui.page import Page, Themed
from coach.ui.page_header import PageHeader
from coach.ui.panel import Panel
from coach.ui.preferences_keeper import PreferencesKeeper
from coach.ui.questions import Asks
from coach.ui.scroll_column import ScrollColumn
from coach.ui.sessions_table import SessionsTable, named
from coach.ui.start_page import SETTINGS
from coach.ui.theme import Theme

if TYPE_CHECKING:  # the store and all that it stands on is imported by its own thread
    from coach.session.header import SessionHeader

SESSIONS: Final = "sesiones"
"""The id of the page."""
_NEVER: Final = "nunca"


class SessionsPage(Page, Asks):
    """Erases nothing before it was confirmed. `shown`: the page was entered."""

    shown = Signal()

    def __init__(self, keeper: PreferencesKeeper, kept: KeptSessions, theme: Theme) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Sesiones guardadas"))
        self._keeper, self.kept = keeper, kept
        self._headers: list[SessionHeader] = []
        self._why_closed: Notice | None = None
        self.header = PageHeader(self.tr("Sesiones guardadas"), theme, self.tr("Ajustes"))
        self.notices = NoticePanel(theme, self)
        self.told = plain_label("panelText")
        self.soon = plain_label("panelText")
        self.room = plain_label("panelText")
        self.table = SessionsTable(theme)
        self.unlock = _button("")
        self.delete = _button(self.tr("&Borrar las elegidas…"))
        self.delete_all = _button(self.tr("Borrar &todo…"))
        self.retention = self._retention()
        self._panels = [self._list(), self._limit()]
        self._connect()
        self._lay_out()
        self.set_theme(theme)
        self._show([])

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        parts: list[Themed] = [self.header, self.notices, self._column, self.retention, self.table, *self._panels]
        for part in parts:
            part.set_theme(theme)

    def entered(self) -> None:
        """Look what there is now."""
        self.notices.show_notices([])
        if self.kept.anything and not self._headers:
            self._show_closed(self.tr("Todavía no están abiertas."))
        days = self._keeper.value.keep_days
        self.retention.choose(_NEVER if days is None else str(days))
        self.kept.refresh()
        self.shown.emit()
        self.header.button.setFocus()

    def _retention(self) -> ChoiceRow:
        names = {30: self.tr("A los 30 días"), 90: self.tr("A los 90 días"), 365: self.tr("Al año")}
        choices = [Choice(_NEVER, self.tr("Nunca")), *(Choice(str(days), names[days]) for days in KEEP_DAYS)]
        return ChoiceRow(self.tr("Borrado automático"), choices)

    def _connect(self) -> None:
        self.header.back.connect(lambda: self.go.emit(SETTINGS))
        self.notices.dismissed.connect(lambda _: self.notices.show_notices([]))
        self.retention.chosen.connect(self._limit_to)
        self.table.chosen.connect(self._on_chosen)
        self.table.unwanted.connect(self._ask_some)
        self.table.noted.connect(self.kept.set_note)
        self.delete.clicked.connect(self._ask_some)
        self.delete_all.clicked.connect(self._ask_all)
        self.unlock.clicked.connect(self.kept.refresh)
        self.kept.listed.connect(self._on_listed)
        self.kept.closed.connect(self._on_closed)
        self.kept.failed.connect(self._tell)
        self.kept.erased.connect(self._forget_server)

    def _limit_to(self, chosen: str) -> None:
        self._keeper.change(keep_days=None if chosen == _NEVER else int(chosen))
        self._say_soon()

    def _on_listed(self, headers: list[SessionHeader]) -> None:
        """Why they could not be listed no longer holds."""
        self.notices.show_notices([one for one in self.notices.notices if one != self._why_closed])
        self._why_closed = None
        self._show(headers)

    def _on_closed(self, error: Exception) -> None:
        """Nobody is asked again by itself: whoever forgot the phrase can still go, or erase everything."""
        from coach.session.key import NotUnlocked  # imported by now: it was raised by the store's own thread

        self._why_closed = failure_notice(error)
        self.notices.show_notices([self._why_closed])
        phrase = isinstance(error, NotUnlocked)
        self._show_closed(
            self.tr("Están cerradas con tu frase de paso. Si la olvidaste, lo único que puedes hacer es borrar todo.")
            if phrase
            else self.tr("No se pudieron abrir.")
        )
        self._name_unlock(self.tr("&Escribir la frase de paso…") if phrase else self.tr("&Volver a intentarlo"))

    def _show_closed(self, told: str) -> None:
        """There are some, and nobody can say yet which."""
        self._show([])
        self.told.setText(told)

    def _name_unlock(self, text: str) -> None:
        self.unlock.setText(text)
        self.unlock.setAccessibleName(read_out(text))
        self.unlock.show()

    def _show(self, headers: list[SessionHeader]) -> None:
        self._headers = headers
        self.unlock.hide()
        self.table.show_sessions(headers, self.kept.files)
        self.table.setVisible(bool(headers))
        self.delete.setVisible(bool(headers))
        self.delete_all.setVisible(self.kept.anything)
        self.told.setText(
            self.tr("Elige una o varias para borrarlas. La nota es solo para ti; escríbela con doble clic.")
            if headers
            else self.tr("No hay ninguna. Puedes guardar una al terminarla, o todas con la opción de Ajustes.")
        )
        self._say_soon()

    def _say_soon(self) -> None:
        """How many will go, before they do."""
        days = self._keeper.value.keep_days
        before = datetime.now(UTC) - timedelta(days=days or 0)
        count = 0 if days is None else sum(header.started < before for header in self._headers)
        rule = self.tr("Se borran al abrir Coach, con todo lo que se guardó de ellas.")
        gone = self.tr("La próxima vez que abras Coach se borrarán {} de las de arriba.").format(count)
        self.soon.setText(gone if count else rule)

    def _on_chosen(self) -> None:
        self.delete.setEnabled(bool(self.table.selected))

    def _tell(self, error: Exception) -> None:
        self.notices.show_notices([failure_notice(error)])
        if self._headers and self.isVisible():
            self.kept.refresh()

    def _ask_some(self) -> None:
        ids = self.table.selected
        if not ids:
            return
        one = self.tr("¿Borrar esta sesión?")
        gone = self.tr(
            "Se borra todo lo que se guardó: lo medido, lo anotado y lo que se grabó. No se puede recuperar."
        )
        chosen = [named(header, self.kept.files) for header in self._headers if header.id in ids]
        self.confirm(
            one if len(ids) == 1 else self.tr("¿Borrar estas {} sesiones?").format(len(ids)),
            f"{chosen[0]}. {gone}" if len(ids) == 1 else gone,
            lambda: self.kept.delete(ids),
        )

    def _ask_all(self) -> None:
        gone = self.tr(
            "Se borran todas tus sesiones, tus metas, tu calibración, las sesiones que te compartieron y la llave "
            "que las cifra. No se puede recuperar."
        )
        server = self.tr("También olvido el servidor que abriste; lo que hay en él no se toca.")
        stays = self.tr("Tus demás ajustes, y los archivos de video o sonido que abriste, quedan como están.")
        said = (gone, server, stays) if self._keeper.value.server else (gone, stays)
        self.confirm(self.tr("¿Borrar todo lo guardado?"), " ".join(said), self.kept.delete_all)

    def _forget_server(self) -> None:
        """Where others keep theirs, and under what name one was there, is no wish like the other settings."""
        if self._keeper.value.server:
            self._keeper.change(server="")

    def _list(self) -> Panel:
        panel = Panel(self.tr("Tus sesiones en esta computadora"))
        panel.add(self.told)
        panel.add(self.table)
        row = QHBoxLayout()
        row.addWidget(self.unlock)
        row.addWidget(self.delete)
        row.addStretch(1)
        row.addWidget(self.delete_all)
        panel.add_row(row)
        return panel

    def _limit(self) -> Panel:
        panel = Panel(self.tr("Cuánto tiempo se quedan"))
        panel.add(self.retention)
        panel.add(self.soon)
        panel.add(self.room)
        return panel

    def _lay_out(self) -> None:
        self._column = ScrollColumn(self.tr("Sesiones guardadas"), 1000)
        for part in (self.notices, *self._panels):
            self._column.add(part)
        self.fill(self.header, self._column)


def _button(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setAccessibleName(read_out(text))
    return button
