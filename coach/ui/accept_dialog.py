"""A dialog that says something, asks for something, and either uses it or lets it be."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from coach.ui.controls import named, plain_label, read_out
from coach.ui.theme import Theme


class AcceptDialog(QDialog):
    """What a passphrase dialog is made of. `says`: above the field. `told`: beside the buttons. `use`: goes on with it.

    Whoever derives it gives the field to `lay_out`, once it is there, and enables `use`.
    """

    def __init__(self, page: QWidget | None, title: str, says: str, accept: str) -> None:
        """`page`: whose dialog it is, and whose style sheet it wears. `accept`: what `use` is called."""
        super().__init__(page)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.says, self.told = plain_label("panelText"), plain_label("panelText")
        self.says.setText(says)
        self.use = named(QPushButton(accept), "primary")
        self.cancel = QPushButton(self.tr("Ahora no"))
        for button in (self.use, self.cancel):
            button.setAccessibleName(read_out(button.text()))
        self.use.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter in a field goes on once all is there; before, Qt would give it to the button that declines."""
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not entered or self.use.isEnabled() or isinstance(self.focusWidget(), QPushButton):
            super().keyPressEvent(event)

    def lay_out(self, theme: Theme, field: QWidget, wide_px: float) -> None:
        """One below the other. `wide_px`: before scaling, room for a long phrase and for the whole title."""
        row = QHBoxLayout()
        row.addWidget(self.told, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.use)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(20), theme.px(18), theme.px(20), theme.px(18))
        column.setSpacing(theme.px(14))
        for part in (self.says, field):
            column.addWidget(part)
        column.addLayout(row)
        self.says.setMinimumWidth(theme.px(wide_px - 40))
        column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)  # as high as the words are once they are wrapped
