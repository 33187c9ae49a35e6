"""Opening what somebody shared: which file, its passphrase, as often as it takes, and what it was."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from coach.errors import KnownError
from coach.ui.failure import FAILURE, failure_notice
from coach.ui.file_dialogs import ask_file
from coach.ui.main_window import theme_of
from coach.ui.notices import Notice
from coach.ui.share_desk import ShareDesk
from coach.ui.unlock_dialog import UnlockDialog
from coach.ui.words import day_in_words

if TYPE_CHECKING:
    from coach.sharing.receive import Taken


SEE: Final = "ver"
"""What can be done about notes that have come: see them on the timeline."""


class ReceiveCourse(QObject):
    """One file at a time. `told(Notice)`: how it went. `answered`: the own session that notes came for last."""

    told = Signal(object)

    def __init__(self, desk: ShareDesk, page: QWidget) -> None:
        """`page`: whose dialogs they are."""
        super().__init__(page)
        self._desk, self._page = desk, page
        self._file: Path | None = None
        self.answered = ""
        self.dialog: UnlockDialog | None = None
        desk.received.connect(self._on_received)
        desk.failed.connect(self._on_failed)

    def choose(self) -> None:
        """Ask which file."""
        kinds = [self.tr("Compartido de Coach (*.coach)"), self.tr("Todos los archivos (*)")]
        ask_file(self._page, self.tr("Abrir lo que me compartieron"), self.open, kinds)

    def open(self, file: Path) -> None:
        """Ask for the passphrase of this one, unless no passphrase would open it."""
        from coach.sharing.seal import check_head

        try:
            check_head(file)
        except KnownError as error:
            self.told.emit(failure_notice(error))
            return
        self._file = file
        self._ask(self.tr("Frase de paso de «{}»:").format(file.name))

    def _ask(self, text: str) -> None:
        title = self.tr("Abrir lo que me compartieron")
        dialog = self.dialog = UnlockDialog(self._page, theme_of(self._page), title, text, self.tr("Abrir"))
        dialog.accepted.connect(lambda: self._try(dialog.phrase.text()))
        dialog.open()

    def _try(self, passphrase: str) -> None:
        if self._file is not None:
            self._desk.receive(self._file, passphrase)

    def _on_received(self, taken: Taken) -> None:
        self._file = None
        if taken.manifest.kind == "notas":
            self.told.emit(self._came_back(taken))
        else:
            text = self.tr("Queda aparte de las tuyas y se borra el {}.").format(day_in_words(taken.manifest.expires))
            self.told.emit(Notice(FAILURE, self.tr("Te compartieron una sesión"), text, "info", closable=True))

    def _came_back(self, taken: Taken) -> Notice:
        """Which session was commented on, how often, and the way there."""
        self.answered = taken.session
        day = day_in_words(taken.manifest.started)
        if not taken.notes:
            text = self.tr("Ya los tenías todos en tu sesión del {}.").format(day)
        elif taken.notes == 1:
            text = self.tr("Hay un comentario nuevo en tu sesión del {}.").format(day)
        else:
            text = self.tr("Hay {} comentarios nuevos en tu sesión del {}.").format(taken.notes, day)
        title = self.tr("Llegaron los comentarios de tu capacitador")
        return Notice(
            FAILURE, title, text, "info", closable=True, actions=((SEE, self.tr("Verlos en la línea de tiempo")),)
        )

    def _on_failed(self, error: Exception) -> None:
        from coach.sharing.seal import WrongPassphrase

        if self._file is None:
            return  # it was about sharing
        if isinstance(error, WrongPassphrase):
            self._ask(self.tr("Esa no es. Frase de paso de «{}»:").format(self._file.name))
            return
        self._file = None
        self.told.emit(failure_notice(error))
