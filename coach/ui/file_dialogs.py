"""Asks for a file or a folder in a dialog that is open beside everything else: nothing waits for its answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_file(page: QWidget, title: str, then: Callable[[Path], None], kinds: Sequence[str] = ()) -> QFileDialog:
    """One that is there, in a dialog of `page`; `then` gets it, if any was chosen. `kinds`: filters as Qt has them."""
    dialog = QFileDialog(page, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _open(dialog, then, kinds)


def ask_folder(page: QWidget, title: str, then: Callable[[Path], None]) -> QFileDialog:
    """The same for a folder."""
    dialog = QFileDialog(page, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _open(dialog, then)


def ask_where(page: QWidget, title: str, name: str, then: Callable[[Path], None], kinds: Sequence[str]) -> QFileDialog:
    """The same for one that is to be written, called `name` unless another name is chosen."""
    dialog = QFileDialog(page, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(name)
    return _open(dialog, then, kinds)


def _open(dialog: QFileDialog, then: Callable[[Path], None], kinds: Sequence[str] = ()) -> QFileDialog:
    if kinds:
        dialog.setNameFilters(list(kinds))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.open()
    return dialog
