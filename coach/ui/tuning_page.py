"""Tuning the detectors to what trainers said: before and after, used only when confirmed, and taken back as easily."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QPushButton

from coach.manual.adjustments import Adjustment
from coach.ui.controls import named, plain_label, read_out, set_leading
from coach.ui.failure import failure_notice
from coach.ui.manual_words import listed, shown
from coach.ui.notice_panel import NoticePanel
from coach.ui.notices import Notice
from coach.ui.page import Page
from coach.ui.page_header import PageHeader
from coach.ui.panel import Panel
from coach.ui.questions import Asks
from coach.ui.scroll_column import ScrollColumn
from coach.ui.theme import Theme
from coach.ui.tuning_desk import TuningDesk
from coach.ui.tuning_in_use import TuningInUse
from coach.ui.tuning_search import TuningSearch
from coach.ui.tuning_table import TuningTable

if TYPE_CHECKING:  # the engine comes with the worker's first use
    from coach.tuning.search import Tuned
    from coach.tuning.work import Most

TUNING: Final = "ajustar_detectores"
"""The id of the page."""
_USED: Final = "used"


class TuningPage(Page, Asks):
    """Looks in the sessions of the store that is gone through. `back_to`: the page that the header leads back to."""

    def __init__(self, desk: TuningDesk, back_to: str, theme: Theme) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Ajustar los detectores"))
        self._desk, self._leaving = desk, False
        self._before: Mapping[str, Adjustment] = {}
        self._changed: list[Notice] = []
        self.header = PageHeader(self.tr("Ajustar los detectores"), theme, self.tr("Sesiones"))
        self.header.back.connect(lambda: self.go.emit(back_to))
        self.notices = NoticePanel(theme, self)
        self.search, self.in_use = TuningSearch(theme), TuningInUse(theme)
        self.table = TuningTable(theme)
        self.counted = plain_label("panelText")
        self.use = named(QPushButton(self.tr("&Usar los elegidos…")), "primary")
        self.use.setAccessibleName(read_out(self.use.text()))
        self.results = self._results()
        self._connect()
        self._column = ScrollColumn(self.windowTitle(), 960)
        for part in (self.notices, self.search, self.results, self.in_use):
            self._column.add(part)
        self.fill(self.header, self._column)
        self.set_theme(theme)
        self._show_results(False)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        for part in (self.header, self.notices, self._column, self.table, self.search, self.results, self.in_use):
            part.set_theme(theme)

    def entered(self) -> None:
        """Nothing was looked for yet; what is in use is asked for. What was changed here can still be undone."""
        place = self._desk.place
        there = self.tr("Ajustar con las sesiones de «{}»").format(place.name)
        self.header.title.setText(self.windowTitle() if place.own else there)
        self.notices.show_notices(self._changed)
        self._show_results(False)
        self.search.rest("")
        self._desk.look()
        self.search.start.setFocus()

    def leave(self) -> bool:
        """Give up what is under way first."""
        self._leaving = self._desk.running
        if self._leaving:
            self._give_up()
        return not self._leaving

    def close_down(self) -> None:
        """Join the worker."""
        self._desk.close_down()

    def _begin(self) -> None:
        self.notices.show_notices(self._changed)
        self._show_results(False)
        self.in_use.setEnabled(False)
        self.search.begin()
        self._desk.start()

    def _give_up(self) -> None:
        self.search.give_up()
        self._desk.cancel()

    def _end(self, told: str) -> None:
        """Nothing is under way any more."""
        self.in_use.setEnabled(True)
        self.search.rest(told)
        if self._leaving:
            self._leaving = False
            self.left.emit()
        else:
            self.search.start.setFocus()

    def _on_found(self, results: list[Tuned]) -> None:
        self._end(self.tr("Todavía no ha cambiado nada."))
        self.table.show_results(results)
        self._show_results(True)
        if self.table.first is not None:
            self.table.first.setFocus()

    def _show_results(self, there: bool) -> None:
        """Once there is something to use, that is the next step."""
        self.results.setVisible(there)
        set_leading(self.search.start, not there or self.table.first is None)

    def _on_few(self, most: Most | None) -> None:
        self._end(self.search.too_few(most))

    def _on_failed(self, error: Exception) -> None:
        if not self.search.busy:
            self._changed = []  # what failed may be that
        elif not self._desk.running:
            self._end("")
        self.in_use.reset.setEnabled(True)  # also where what is in use cannot be read
        self.notices.show_notices([*self._changed, failure_notice(error)])

    def _on_changed(self) -> None:
        any_worth = self.table.first is not None
        self.use.setVisible(any_worth)
        self.use.setEnabled(bool(self.table.chosen))
        counted = self.tr(
            "Ve: de lo que tus capacitadores dieron por bueno o agregaron, cuánto se detecta. De más: lo que se "
            "detecta y nadie vio. Se contó en las sesiones apartadas."
        )
        none = self.tr("No encontré umbrales mejores que los que ya se usan; todo se queda como está.")
        self.counted.setText(counted if any_worth else f"{none}\n{counted}")

    def _ask_use(self) -> None:
        chosen = self.table.chosen
        meaning = self.tr(
            "Desde la próxima sesión, esta computadora detecta con ellos: {}. Los informes lo dirán. Lo ya guardado no "
            "cambia, y mientras Coach siga abierto puedes deshacerlo aquí."
        ).format(_names(chosen))
        self.confirm(self.tr("¿Usar los umbrales nuevos?"), meaning, lambda: self._use(chosen), self.tr("Usarlos"))

    def _use(self, chosen: list[Tuned]) -> None:
        self._show_results(False)
        self.search.rest("")
        self._tell(self.tr("Umbrales nuevos"), self.tr("Se usan desde la próxima sesión: {}.").format(_names(chosen)))
        self._desk.use(chosen)

    def _ask_reset(self) -> None:
        meaning = self.tr("Desde la próxima sesión, esta computadora detecta otra vez como recién instalada.")
        self.confirm(
            self.tr("¿Volver a los umbrales de fábrica?"), meaning, self._go_home, self.tr("Volver a los de fábrica")
        )

    def _go_home(self) -> None:
        self._tell(self.tr("Umbrales de fábrica"), self.tr("Se usan desde la próxima sesión."))
        self._desk.go_back({})

    def _tell(self, title: str, text: str) -> None:
        """What is done, and that it can be undone."""
        self._before = self.in_use.now
        undo = (("undo", self.tr("&Deshacer")),)
        self._changed = [Notice(_USED, title, text, "info", actions=undo, done=True, leads=False)]
        self.notices.show_notices(self._changed)
        self._column.verticalScrollBar().setValue(0)

    def _undo(self) -> None:
        self._changed = []
        self.notices.show_notices([])
        self._desk.go_back(self._before)

    def _results(self) -> Panel:
        panel = Panel(self.tr("Antes y después"))
        panel.add(self.table)
        panel.add(self.counted)
        row = QHBoxLayout()
        row.addWidget(self.use)
        row.addStretch(1)
        panel.add_row(row)
        return panel

    def _connect(self) -> None:
        desk = self._desk
        self.notices.dismissed.connect(lambda _: self.notices.show_notices(self._changed))
        self.notices.acted.connect(lambda _: self._undo())
        self.search.start.clicked.connect(self._begin)
        self.search.cancel.clicked.connect(self._give_up)
        self.table.changed.connect(self._on_changed)
        self.use.clicked.connect(self._ask_use)
        self.in_use.reset.clicked.connect(self._ask_reset)
        desk.reached.connect(self.search.reach)
        desk.found.connect(self._on_found)
        desk.few.connect(self._on_few)
        desk.failed.connect(self._on_failed)
        desk.cancelled.connect(lambda: self._end(self.tr("Cancelado; no cambió nada.")))
        desk.in_use.connect(self.in_use.show_now)


def _names(results: list[Tuned]) -> str:
    return listed([shown(one.signal.name) for one in results])
