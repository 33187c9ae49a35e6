"""The settings: how Coach advises, what it keeps, how it looks. Every choice holds at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QLabel, QPushButton

from coach.core.silence import COVERED_S
from coach.preferences import Preferences
from coach.ui.calibration_panel import CalibrationPanel
from coach.ui.choice_row import Choice, ChoiceRow
from coach.ui.controls import Switch, named, read_out
from coach.ui.page import Page, Themed
from coach.ui.page_header import PageHeader
from coach.ui.panel import Panel
from coach.ui.preferences_keeper import PreferencesKeeper
from coach.ui.scroll_column import ScrollColumn
from coach.ui.sessions_page import SESSIONS
from coach.ui.start_page import PRIVACY
from coach.ui.theme import Theme
from coach.ui.tick_box import TickBox

COLUMNS = 3
"""Of the list of what advice may be about."""


class SettingsPage(Page):
    """`signals`: what advice may be about, by the name of its group: ids and their names."""

    def __init__(self, keeper: PreferencesKeeper, signals: Mapping[str, Mapping[str, str]], theme: Theme) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Ajustes"))
        self._keeper = keeper
        self.header = PageHeader(self.tr("Ajustes"), theme)
        self.header.back.connect(self.home)
        self.sensitivity = self._choice(
            "sensitivity",
            self.tr("Cuánto te aconsejo"),
            [
                Choice("discreto", self.tr("Discreto"), self.tr("Solo lo que más importa")),
                Choice("normal", self.tr("Normal"), self.tr("Pocos consejos, hasta tres por minuto")),
                Choice("intenso", self.tr("Intenso"), self.tr("Más seguido, para entrenar a fondo")),
            ],
        )
        self.look = self._choice(
            "look",
            self.tr("Colores"),
            [Choice("sistema", self.tr("Como el sistema")), Choice("claro", self.tr("Claro"))]
            + [Choice("oscuro", self.tr("Oscuro"))],
        )
        self.letters = self._choice(
            "letters",
            self.tr("Tamaño de letra"),
            [Choice("normal", self.tr("Normal")), Choice("grande", self.tr("Grande"))],
        )
        self.language = self._choice("language", self.tr("Idioma"), [Choice("es", "Español"), Choice("en", "English")])
        self._spoken = keeper.value.language
        self.language.chosen.connect(lambda _: self._say_language())
        self.keep = Switch(self.tr("&Guardar mis sesiones en esta computadora, cifradas"), theme)
        self.keep.toggled.connect(lambda on: keeper.change(keep_sessions=on))
        self.calibration = CalibrationPanel()
        self.advised = {id: self._check(id, name, theme) for group in signals.values() for id, name in group.items()}
        self._panels = [self._advice(), self._privacy(), self.calibration, self._appearance(), self._told(signals)]
        self._lay_out()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        rows = [self.sensitivity, self.look, self.letters, self.language]
        parts: list[Themed] = [self.header, self.keep, self._column, *rows, *self._panels, *self.advised.values()]
        for part in parts:
            part.set_theme(theme)

    def entered(self) -> None:
        """Show what holds now."""
        value: Preferences = self._keeper.value
        for row, chosen in (
            (self.sensitivity, value.sensitivity),
            (self.look, value.look),
            (self.letters, value.letters),
            (self.language, value.language),
        ):
            row.choose(chosen)
        self._say_language()
        switches: list[tuple[QAbstractButton, bool]] = [(self.keep, value.keep_sessions)]
        switches += [(check, id not in value.muted) for id, check in self.advised.items()]
        for widget, on in switches:
            blocked = widget.blockSignals(True)
            widget.setChecked(on)
            widget.blockSignals(blocked)
        self.calibration.entered()
        self.header.button.setFocus()

    def _say_language(self) -> None:
        """Nothing else shows that another was chosen."""
        other = self._keeper.value.language != self._spoken
        self.language.said.setText(self.tr("Cambia la próxima vez que abras Coach.") if other else "")

    def _choice(self, field: str, name: str, choices: Sequence[Choice]) -> ChoiceRow:
        row = ChoiceRow(name, choices)
        row.chosen.connect(lambda id: self._keeper.change(**{field: id}))
        return row

    def _check(self, id: str, name: str, theme: Theme) -> TickBox:
        check = TickBox(name, theme)
        check.setAccessibleName(self.tr("Dar consejos sobre: {}").format(name))
        check.toggled.connect(lambda on: self._mute(id, not on))
        return check

    def _mute(self, id: str, muted: bool) -> None:
        now = self._keeper.value.muted
        self._keeper.change(muted=now | {id} if muted else now - {id})

    def _advice(self) -> Panel:
        panel = Panel(self.tr("Consejos"))
        panel.add(self.sensitivity)
        waits = self.tr(
            "Cada consejo espera a que hagas una pausa al hablar. "
            "Si el ruido no deja oír tus pausas, espera {} segundos cuando mucho."
        )
        panel.say(waits.format(round(COVERED_S)))
        return panel

    def _told(self, signals: Mapping[str, Mapping[str, str]]) -> Panel:
        panel = Panel(self.tr("Sobre qué te aconsejo"))
        panel.say(self.tr("Quita la marca de lo que no quieras oír; se sigue viendo en la ventana y en el informe."))
        for group, ids in signals.items():
            grid = QGridLayout()
            grid.setHorizontalSpacing(18)
            grid.setVerticalSpacing(0)
            for place, id in enumerate(ids):
                grid.addWidget(self.advised[id], place // COLUMNS, place % COLUMNS)
            for column in range(COLUMNS):
                grid.setColumnStretch(column, 1)
            panel.add(named(QLabel(group), "groupTitle"))
            panel.add_row(grid)
        return panel

    def _privacy(self) -> Panel:
        panel = Panel(self.tr("Privacidad"))
        panel.add(self.keep)
        panel.say(
            self.tr(
                "Sin esto, Coach olvida cada sesión que no pidas guardar. Con esto guarda lo medido y los consejos de "
                "todas; video y sonido, solo cuando tú los grabas."
            )
        )
        folder = self._keeper.file.parent
        panel.say(self.tr("Lo que guarda está en «{}».").format(folder))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(_button(self.tr("&Leer el aviso o retirar tu consentimiento"), lambda: self.go.emit(PRIVACY)))
        row.addWidget(_button(self.tr("&Ver y borrar las sesiones guardadas"), lambda: self.go.emit(SESSIONS)))
        row.addWidget(_button(self.tr("A&brir la carpeta"), self._open_folder))
        row.addStretch(1)
        panel.add_row(row)
        return panel

    def _appearance(self) -> Panel:
        panel = Panel(self.tr("Apariencia e idioma"))
        for row in (self.look, self.letters, self.language):
            panel.add(row)
        panel.say(
            self.tr(
                "El idioma cambia la próxima vez que abras Coach. Los consejos, las prácticas, los informes, tu "
                "progreso, lo que se explica de cada señal y los mensajes de error están siempre en español."
            )
        )
        return panel

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._keeper.file.parent)))

    def _lay_out(self) -> None:
        self._column = ScrollColumn(self.tr("Ajustes"), 1000)
        for panel in self._panels:
            self._column.add(panel)
        self.fill(self.header, self._column)


def _button(text: str, act: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.setAccessibleName(read_out(text))
    button.clicked.connect(lambda: act())
    return button
