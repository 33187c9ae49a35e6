"""Where the picture comes from: a camera by its name, an address of the network, or a recording."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QInputDialog

from coach.ui.controls import ChoiceBox
from coach.ui.theme import Theme

SCHEMES = ("http", "https", "rtsp")


class CameraChoice(Protocol):
    """A camera of this computer: `where` opens it, `name` is what the user knows it by."""

    @property
    def where(self) -> str:
        """What opens it."""
        ...

    @property
    def name(self) -> str:
        """What it is called."""
        ...


class SourceChooser(ChoiceBox):
    """Emits `refused` with a sentence when an address makes no sense."""

    refused = Signal(str)
    search = Signal()
    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._where: str | None = None
        self._cameras: list[tuple[str, str]] = []
        self._added: list[tuple[str, str]] = []
        self.setAccessibleName(self.tr("Cámara"))
        self.setToolTip(self.tr("De dónde viene la imagen (Alt+F)"))
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.activated.connect(self._on_activated)
        self._fill()

    @property
    def where(self) -> str | None:
        """What is chosen, as `--camara` takes it; None while there is nothing to choose."""
        return self._where

    def set_cameras(self, cameras: Sequence[CameraChoice]) -> None:
        """List the cameras found on this computer; the first is chosen unless something is already."""
        self._cameras = [(camera.where, camera.name) for camera in cameras]
        named = {key: camera.where for camera in cameras for key in (camera.where, camera.name)}
        self._added = [(where, name) for where, name in self._added if where not in named]
        if self._where is not None:
            self._where = named.get(self._where, self._where)
        if self._where is None and self._cameras:
            self._where = self._cameras[0][0]
        self._fill()

    def choose(self, where: str) -> None:
        """Choose a camera, an address or a recording; what is not listed yet is added."""
        if where not in [known for known, _ in self._cameras + self._added]:
            self._added.append((where, self._called(where)))
        self._where = where
        self._fill()
        self.chosen.emit(where)

    def _fill(self) -> None:
        self.clear()
        if not self._cameras and not self._added:
            self.addItem(self.tr("Sin cámaras: elige otra fuente"), None)
        for where, name in self._cameras + self._added:
            self.addItem(name, where)
        self.insertSeparator(self.count())
        self.addItem(self.tr("Buscar cámaras de nuevo"), self.search.emit)
        self.addItem(self.tr("Dirección de red…"), self._ask_address)
        self.addItem(self.tr("Abrir grabación…"), self._ask_recording)
        self._show_chosen()

    def _show_chosen(self) -> None:
        wheres = [self.itemData(place) for place in range(self.count())]
        self.setCurrentIndex(wheres.index(self._where) if self._where in wheres else 0)

    def _on_activated(self, place: int) -> None:
        data = self.itemData(place)
        if isinstance(data, str):
            self.choose(data)
        else:
            self._show_chosen()
            if data is not None:
                data()

    def _ask_address(self) -> None:
        dialog = QInputDialog(self)
        dialog.setWindowTitle(self.tr("Dirección de red"))
        dialog.setLabelText(self.tr("Dirección de la cámara (http, https o rtsp):"))
        dialog.setOkButtonText(self.tr("Usar"))
        dialog.setCancelButtonText(self.tr("Cancelar"))
        dialog.textValueSelected.connect(self._take_address)
        dialog.open()

    def _take_address(self, address: str) -> None:
        address = address.strip()
        if urlsplit(address).scheme in SCHEMES and urlsplit(address).hostname:
            self.choose(address)
        else:
            self.refused.emit(
                self.tr("«{}» no es una dirección de cámara. Escríbela completa, como http://192.168.0.20/video.").format(
                    address
                )
            )

    def _ask_recording(self) -> None:
        dialog = QFileDialog(self, self.tr("Abrir grabación"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Video (*.mp4 *.mkv *.webm *.mov *.avi)"), self.tr("Todos los archivos (*)")])
        dialog.fileSelected.connect(self.choose)
        dialog.open()

    def _called(self, where: str) -> str:
        """A short name for a camera's number, an address or a file."""
        if where.isdecimal():
            return self.tr("Cámara {}").format(int(where) + 1)
        return urlsplit(where).hostname or where if "://" in where else Path(where).name
