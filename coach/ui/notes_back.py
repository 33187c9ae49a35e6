"""A trainer's notes go back to the agent: one encrypted file, with a passphrase that the agent is told."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from coach.ui.failure import FAILURE, failure_notice
from coach.ui.file_dialogs import ask_where
from coach.ui.intake_parts import SHARED
from coach.ui.notices import Notice
from coach.ui.pair_dialog import PairDialog
from coach.ui.shared_sessions import SharedSessions
from coach.ui.theme import Theme


class NotesBack(QObject):
    """One session at a time. `told(Notice)`: how it went. `waiting`: they are being written."""

    told = Signal(object)

    def __init__(self, desk: SharedSessions, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session, self._passphrase, self.waiting = "", "", False
        self.dialog: PairDialog | None = None
        self.chooser: QFileDialog | None = None
        desk.sent.connect(self._on_sent)

    def begin(self, session: str, page: QWidget, theme: Theme) -> None:
        """Ask for a passphrase, then where to write the notes on this session; both are dialogs of `page`."""
        self._session = session
        dialog = self.dialog = PairDialog(
            page,
            theme,
            self.tr("Devolver mis comentarios"),
            self.tr(
                "En el archivo van solo tus comentarios y marcas, cifrados con esta frase. Quien te compartió la "
                "sesión lo abre en Revisar y se suman a la suya."
            ),
            self.tr("&Guardar el archivo…"),
        )
        dialog.accepted.connect(lambda: self._ask_where(dialog.secret.text, page))
        dialog.finished.connect(lambda _: setattr(self, "dialog", None))
        dialog.open()

    def save_to(self, file: Path) -> None:
        """Write them there, soon."""
        self._desk.send_notes(self._session, file, self._passphrase)
        self._passphrase, self.waiting = "", True

    def _ask_where(self, passphrase: str, page: QWidget) -> None:
        self._passphrase = passphrase
        kind = self.tr("Compartido de Coach (*.coach)")
        title = self.tr("Guardar mis comentarios")
        self.chooser = ask_where(page, title, f"comentarios{SHARED}", self.save_to, kind)
        self.chooser.finished.connect(lambda _: setattr(self, "chooser", None))

    def fail(self, error: Exception) -> None:
        """Tell why they were not written."""
        self.waiting = False
        self.told.emit(failure_notice(error))

    def _on_sent(self, file: Path, count: int) -> None:
        self.waiting = False
        carried = self.tr("un comentario tuyo") if count == 1 else self.tr("{} comentarios tuyos").format(count)
        text = self.tr("«{}» lleva {}. Entrégalo tú, y di la frase de paso por otro medio.").format(file.name, carried)
        self.told.emit(Notice(FAILURE, self.tr("Tus comentarios están listos"), text, "info", closable=True))
