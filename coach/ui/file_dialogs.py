"""Asks for a file or a folder in a dialog that is open beside everything else: nothing waits for its answer."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from PySide6.QtCore import QDir, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from coach.ui.words import tr


def ask_recording(
    page: QWidget, title: str, then: Callable[[Path], None], endings: Collection[str], name: str
) -> QFileDialog:
    """One that is there and ends in one of `endings`, which `name` tells together, or in anything."""
    return ask_file(page, title, then, [kind(name, endings), tr("Todos los archivos (*)")])


def kind(name: str, endings: Collection[str]) -> str:
    """A filter as Qt has it.

    >>> kind("Sonido", {".wav", ".mp3"})
    'Sonido (*.mp3 *.wav)'
    """
    return f"{name} ({' '.join(f'*{ending}' for ending in sorted(endings))})"


def ask_recordings(
    page: QWidget, title: str, then: Callable[..., None], endings: Collection[str], name: str
) -> QFileDialog:
    """As `ask_recording`, for one or more: `then` gets them all, if any were chosen."""
    dialog = QFileDialog(page, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda names: then(*map(Path, names)))
    return _open(dialog, [kind(name, endings), tr("Todos los archivos (*)")])


def ask_file(page: QWidget, title: str, then: Callable[[Path], None], kinds: Sequence[str] = ()) -> QFileDialog:
    """One that is there, in a dialog of `page`; `then` gets it, if any was chosen. `kinds`: filters as Qt has them."""
    dialog = QFileDialog(page, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    return _open(dialog, kinds)


def ask_folder(page: QWidget, title: str, then: Callable[[Path], None]) -> QFileDialog:
    """The same for a folder."""
    dialog = QFileDialog(page, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    return _open(dialog)


def ask_where(page: QWidget, title: str, name: str, then: Callable[[Path], None], kind: str) -> QFileDialog:
    """The same for one that is to be written, called `name` unless another name is chosen, and ending like that."""
    ending = Path(name).suffix
    dialog = QFileDialog(page, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ending)
    _begin(dialog)
    dialog.selectFile(name)
    dialog.fileSelected.connect(lambda chosen: then(_ending(Path(chosen), ending)))
    return _open(dialog, [kind])


def _ending(file: Path, ending: str) -> Path:
    """The same file, called so that it ends like that.

    >>> _ending(Path("vuelta"), ".coach").name, _ending(Path("1.5.coach"), ".coach").name
    ('vuelta.coach', '1.5.coach')
    """
    return file if file.suffix == ending else file.with_name(file.name + ending)


def _begin(dialog: QFileDialog) -> None:
    """Where the last one was, as Qt has it; the first among the agent's own files.

    Qt would begin where the terminal stands, which is in the folder of the program.
    """
    if dialog.directory() == QDir.current():
        dialog.setDirectory(QDir.homePath())


def _open(dialog: QFileDialog, kinds: Sequence[str] = ()) -> QFileDialog:
    _begin(dialog)
    if kinds:
        dialog.setNameFilters(list(kinds))
        dialog.setOption(QFileDialog.Option.HideNameFilterDetails)  # their names tell enough, and fit
    _speak(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def _speak(dialog: QFileDialog) -> None:
    """Where the desktop has no dialog of its own Qt's is shown, which is Spanish only in part."""
    dialog.setViewMode(QFileDialog.ViewMode.List)  # its columns are named, and filled, in English
    words = {
        QFileDialog.DialogLabel.LookIn: tr("&Buscar en:"),
        QFileDialog.DialogLabel.FileName: tr("&Nombre:"),
        QFileDialog.DialogLabel.FileType: tr("&Tipo:"),
    }
    for label, said in words.items():
        dialog.setLabelText(label, said)
