"""Asks for the passphrase of the kept sessions where the system has no keyring: a worker asks, the window answers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from queue import SimpleQueue
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QWidget

from coach.ui.main_window import theme_of
from coach.ui.pair_dialog import PairDialog
from coach.ui.unlock_dialog import UnlockDialog

if TYPE_CHECKING:
    from coach.session.secret import Request


_WAIT_MS: Final = 250
"""After so long it is looked again whether a question is in nobody's way any more."""


class PassphraseDesk(QObject):
    """`ask` waits on the worker's thread; the question is a dialog of the window, which goes on meanwhile."""

    _asked = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.owner: Callable[[], QWidget | None] = lambda: None
        """Whose dialog it is, and whose style sheet it wears: a part of the page that is shown, which wears one."""
        self.waits: Callable[[], bool] = lambda: False
        """Whether a question would be in the way of somebody who reads aloud, say: it is put once that is over."""
        self.dialog: UnlockDialog | PairDialog | None = None
        self._answers: SimpleQueue[str | None] = SimpleQueue()
        self._closed = False
        self._typed: str | None = None
        self._asked.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def ask(self, request: Request, whose: str = "") -> str | None:
        """What was typed; None when nobody answers, or the window closes. From one worker's thread alone.

        `whose` sessions they are, which are there already; "" for one's own.
        """
        if self._closed:
            return None
        typed, self._typed = self._typed, None
        if typed is not None and request.value == "unlock":
            return typed
        self._asked.emit(request.value, whose)
        return self._answers.get()

    def typed_before(self, phrase: str) -> None:
        """It was typed in the terminal: whoever asks first is answered with it."""
        self._typed = phrase

    def close(self) -> None:
        """Whoever waits has no answer, nor has anybody after."""
        self._closed = True
        self._answers.put(None)

    def _show(self, request: str, whose: str) -> None:
        if self._closed:
            return
        if self.waits():
            QTimer.singleShot(_WAIT_MS, self, partial(self._show, request, whose))
            return
        new = request in ("new", "too short")
        dialog: QDialog = self._choose() if new else self._unlock(request, whose)
        dialog.rejected.connect(lambda: self._answers.put(None))
        dialog.open()

    def _choose(self) -> PairDialog:
        """A first one: typed twice, for nobody can ever tell what was meant."""
        owner = self.owner()
        dialog = self.dialog = PairDialog(
            owner,
            theme_of(owner),
            self.tr("Frase de paso"),
            self.tr(
                "Lo que guardas, también tu calibración, se cifra con una frase tuya, porque este sistema no tiene un "
                "llavero de contraseñas. Coach no la guarda en ningún lado: si la olvidas, nadie podrá abrir tus "
                "sesiones."
            ),
            self.tr("&Usar esta frase"),
        )
        dialog.accepted.connect(lambda: self._answers.put(dialog.secret.text))
        return dialog

    def _unlock(self, request: str, whose: str) -> UnlockDialog:
        """The one that was chosen."""
        says = (
            {
                "unlock": self.tr("Frase de paso de tus sesiones:"),
                "wrong": self.tr("Esa no es. Frase de paso de tus sesiones:"),
            }[request]
            if not whose
            else {
                "unlock": self.tr("Frase de paso de las sesiones de «{}»:"),
                "wrong": self.tr("Esa no es. Frase de paso de las sesiones de «{}»:"),
            }[request].format(whose)
        )
        owner, title = self.owner(), self.tr("Frase de paso")
        dialog = self.dialog = UnlockDialog(owner, theme_of(owner), title, says, self.tr("Usar"))
        dialog.accepted.connect(lambda: self._answers.put(dialog.phrase.text()))
        return dialog
