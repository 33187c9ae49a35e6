"""A dialog that asks for a new passphrase: typed twice, unseen, with what it is for and what is lost without it."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from coach.ui.accept_dialog import AcceptDialog
from coach.ui.passphrase_pair import PassphrasePair
from coach.ui.theme import Theme

_WIDE_PX: Final = 560


class PairDialog(AcceptDialog):
    """`accepted` once the passphrase is there and typed twice; `secret.text` is it."""

    def __init__(self, page: QWidget | None, theme: Theme, title: str, says: str, accept: str) -> None:
        """As any `AcceptDialog`; `says`: what is to be known before."""
        super().__init__(page, title, says, accept)
        self.secret = PassphrasePair(theme)
        self.secret.changed.connect(self._follow)
        self.lay_out(theme, self.secret, _WIDE_PX)
        self._follow()

    def _follow(self) -> None:
        self.use.setEnabled(self.secret.ready)
        self.use.setDefault(self.secret.ready)
        self.told.setText(self.secret.trouble)
