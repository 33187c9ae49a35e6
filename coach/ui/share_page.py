"""Sharing a session with one's own trainer: what goes along is read and chosen first, then one file is written."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QPushButton

from coach.sharing.consent import PROMISE, UNTIL, what_goes, what_stays
from coach.sharing.manifest import USUAL_DAYS, Part
from coach.ui.choice_row import Choice, ChoiceRow
from coach.ui.controls import named, plain_label, read_out
from coach.ui.failure import failure_notice
from coach.ui.file_dialogs import ask_where
from coach.ui.intake_parts import SHARED
from coach.ui.manual_words import shown
from coach.ui.notice_panel import NoticePanel
from coach.ui.page import Page, Themed
from coach.ui.page_header import PageHeader
from coach.ui.panel import Panel
from coach.ui.passphrase_pair import PassphrasePair
from coach.ui.scroll_column import ScrollColumn
from coach.ui.share_desk import ShareDesk
from coach.ui.theme import Theme
from coach.ui.tick_box import TickBox
from coach.ui.words import day_in_words

SHARE: Final = "compartir"
"""The id of the page."""


class SharePage(Page):
    """`show_session` first. `back_to`: the page that the header leads back to."""

    def __init__(self, theme: Theme, desk: ShareDesk, back_to: str) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Compartir con mi capacitador"))
        self._desk, self._session, self._days, self._measured = desk, "", USUAL_DAYS, True
        self.header = PageHeader(self.tr("Compartir con mi capacitador"), theme, self.tr("Informe"))
        self.header.back.connect(lambda: self.go.emit(back_to))
        self.notices = NoticePanel(theme, self)
        self.notices.dismissed.connect(lambda _: self.notices.show_notices([]))
        self.video = TickBox(self.tr("El video de la sesión"), theme)
        self.sound = TickBox(self.tr("El sonido de la sesión"), theme)
        self.days = ChoiceRow(
            self.tr("Se puede abrir"),
            [
                Choice("7", self.tr("7 días")),
                Choice(str(USUAL_DAYS), self.tr("30 días")),
                Choice("90", self.tr("90 días")),
            ],
        )
        self.secret = PassphrasePair(theme)
        self.save = named(QPushButton(self.tr("&Acepto: guardar el archivo…")), "primary")
        self.told = plain_label("panelText")
        self._goes, self._stays, self._until = (plain_label("panelText") for _ in range(3))
        self._panels = [self._what(), self._how_long(), self._guarded()]
        self._connect()
        self._lay_out()
        self.set_theme(theme)
        self._follow()

    def show_session(self, session: str) -> None:
        """Share this one of the agent's own; everything as it usually is, and no recording unless chosen."""
        self._session, self._measured = session, True
        for box in (self.video, self.sound):
            box.setChecked(False)
            box.setEnabled(False)
        self.secret.clear()
        self._choose_days(str(USUAL_DAYS))
        self.days.choose(str(USUAL_DAYS))
        self.told.clear()
        self.notices.show_notices([])
        self._desk.look(session)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        parts: list[Themed] = [self.header, self.notices, self._column, self.days, self.video, self.sound, self.secret]
        for part in [*parts, *self._panels]:
            part.set_theme(theme)

    def entered(self) -> None:
        """The words come first."""
        self._column.verticalScrollBar().setValue(0)
        self.header.button.setFocus()

    def save_to(self, file: Path) -> None:
        """Write it there, soon."""
        self.save.setEnabled(False)
        self.told.setText(self.tr("Cifrando…"))
        self._desk.share(self._session, file, self.secret.text, self._parts(), self._days)

    def _parts(self) -> tuple[Part, ...]:
        chosen: list[Part] = ["video"] if self.video.isChecked() else []
        return (*chosen, "sonido") if self.sound.isChecked() else tuple(chosen)

    def _choose_days(self, days: str) -> None:
        self._days = int(days)
        self._follow()

    def _follow(self) -> None:
        """Say what holds now."""
        goes = [shown(line) for line in what_goes(self._parts(), measured=self._measured)]
        self._goes.setText("\n".join(f"•  {line[0].upper()}{line[1:]}." for line in goes))
        self._stays.setText(shown(what_stays(self._parts())))
        last = day_in_words(datetime.now().astimezone() + timedelta(days=self._days))
        self._until.setText(f"{shown(UNTIL).format(last)} {shown(PROMISE)}")
        self.save.setEnabled(bool(self._session) and self.secret.ready)
        self.told.setText(self.secret.trouble)

    def _on_looked(self, recorded: bool, measured: bool) -> None:
        self._measured = measured
        self._follow()
        for box in (self.video, self.sound):
            box.setEnabled(recorded)
            box.setToolTip("" if recorded else self.tr("De esta sesión no hay grabación."))

    def _on_shared(self, file: Path) -> None:
        self._follow()
        self.told.setText(
            self.tr("Listo: «{}». Entrégalo tú, y dile la frase de paso por otro medio.").format(file.name)
        )

    def _on_failed(self, error: Exception) -> None:
        self._follow()
        self.told.clear()
        self.notices.show_notices([failure_notice(error)])

    def _ask_where(self) -> None:
        title = self.tr("Guardar el archivo para compartir")
        ask_where(self, title, f"sesion{SHARED}", self.save_to, f"Coach (*{SHARED})")

    def _connect(self) -> None:
        for box in (self.video, self.sound):
            box.toggled.connect(lambda _: self._follow())
        self.secret.changed.connect(self._follow)
        self.days.chosen.connect(self._choose_days)
        self.save.clicked.connect(self._ask_where)
        self.save.setAccessibleName(read_out(self.save.text()))
        self._desk.looked.connect(self._on_looked)
        self._desk.shared.connect(self._on_shared)
        self._desk.failed.connect(self._on_failed)

    def _what(self) -> Panel:
        panel = Panel(self.tr("Qué va en el archivo"))
        panel.add(self._goes)
        row = QHBoxLayout()
        row.addWidget(self.video)
        row.addWidget(self.sound)
        row.addStretch(1)
        panel.say(self.tr("Agrega solo lo que quieras que vea u oiga:"))
        panel.add_row(row)
        panel.add(self._stays)
        return panel

    def _how_long(self) -> Panel:
        panel = Panel(self.tr("Hasta cuándo"))
        panel.add(self.days)
        panel.add(self._until)
        return panel

    def _guarded(self) -> Panel:
        panel = Panel(self.tr("Con qué se abre"))
        panel.say(
            self.tr("Solo abre el archivo quien tenga esta frase. Coach no la guarda: si se pierde, comparte otro.")
        )
        panel.add(self.secret)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.save)
        row.addWidget(self.told, 1)
        panel.add_row(row)
        return panel

    def _lay_out(self) -> None:
        self._column = ScrollColumn(self.tr("Compartir con mi capacitador"), 900)
        self._column.add(self.notices)
        for panel in self._panels:
            self._column.add(panel)
        self.fill(self.header, self._column)
