"""Answers the dialogs that ask for a file, as a person does who picks one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def chosen(page: QWidget, file: Path) -> None:
    """This one is picked in the dialog of `page`, which is open and has kept nobody waiting."""
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.isVisible()
    folder = dialog.fileMode() is QFileDialog.FileMode.Directory
    assert not file.exists() or file.is_dir() == folder, "it asks for what is picked"
    dialog.fileSelected.emit(str(file))
    dialog.close()
