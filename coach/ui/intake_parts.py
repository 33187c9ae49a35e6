"""What taking in several recordings shows: those that are ready, what failed, and what still waits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from coach.media.endings import SOUND, VIDEO
from coach.report.record import SessionRecord
from coach.ui.controls import named
from coach.ui.failure import FAILURE, failure_notice
from coach.ui.file_dialogs import ask_recordings
from coach.ui.notices import Notice
from coach.ui.theme import Theme
from coach.ui.words import tr

GO_ON: Final = "continuar"
FORGET: Final = "olvidar"
SHARED: Final = ".coach"
"""How a shared file ends."""


class ReadyList(QFrame):
    """The recordings that are analysed, a button each. `chosen(Path, SessionRecord)`: this one is to be read."""

    chosen = Signal(object, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._rows = QVBoxLayout(self)
        self._rows.addWidget(named(QLabel(self.tr("Listas para leer")), "panelTitle"))
        self.hide()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._rows.setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(18))
        self._rows.setSpacing(theme.px(8))

    def add(self, file: Path, record: SessionRecord) -> None:
        """One more."""
        button = QPushButton(file.name.replace("&", "&&"))
        button.setAccessibleName(self.tr("Leer el informe de {}").format(file.name))
        button.clicked.connect(lambda: self.chosen.emit(file, record))
        self._rows.addWidget(button)
        self.show()


def choose_recordings(page: QWidget, then: Callable[..., None]) -> None:
    """Ask which, in a dialog of `page`; `then` gets their paths, if any were chosen."""
    ask_recordings(page, tr("Elegir una grabación"), then, VIDEO | SOUND, tr("Video y sonido"))


def local_files(data: QMimeData) -> list[Path]:
    """Files and folders of this computer in what is dragged; none when anything else is among it."""
    urls = data.urls()
    return [Path(url.toLocalFile()) for url in urls] if all(url.isLocalFile() for url in urls) else []


def waiting_notice(count: int) -> Notice:
    """Recordings were left before they were analysed, or what was found in them was read."""
    text = tr("Quedaron sin analizar o sin leer: {}.").format(count)
    actions = ((GO_ON, tr("Continuar")), (FORGET, tr("Olvidarlas")))
    return Notice("waiting", tr("Grabaciones en espera"), text, "info", closable=True, actions=actions)


def failed_notice(failures: Sequence[tuple[Path, Exception]]) -> Notice:
    """Why these could not be analysed; the only one speaks for itself."""
    if len(failures) == 1:
        return failure_notice(failures[0][1])
    title = tr("No se pudieron analizar {} grabaciones").format(len(failures))
    lines = "\n".join(_of(file, failure_notice(error).text) for file, error in failures)
    return Notice(FAILURE, title, lines, "alert", closable=True)


def _of(file: Path, why: str) -> str:
    """What most sentences name already is not said twice."""
    return why if file.name in why else f"{file.name}: {why}"
