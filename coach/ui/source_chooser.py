"""Where the picture comes from: a camera by its name, an address of the network, a recording, or nowhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QInputDialog

from coach.media.endings import VIDEO
from coach.media.naming import is_address
from coach.ui.device_chooser import DeviceChooser
from coach.ui.glyphs import paint_camera
from coach.ui.theme import Theme

SCHEMES = ("http", "https", "rtsp")


class SourceChooser(DeviceChooser):
    """Emits `refused` with a sentence when an address makes no sense."""

    refused = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, paint_camera)
        self.setAccessibleName(self.tr("Cámara"))
        self._fill()

    @property
    def with_sound(self) -> str | None:
        """The recording or address that is chosen to stand in for a camera; None when it is neither."""
        stands_in = self.where is not None and (is_address(self.where) or Path(self.where).is_file())
        return self.where if stands_in else None

    def _none(self) -> str:
        return self.tr("Sin cámara: solo voz")

    def _about(self) -> str:
        return self.tr("De dónde viene la imagen (Alt+F)")

    def _searching(self) -> str:
        return self.tr("Buscando cámaras…")

    def _actions(self) -> list[tuple[str, Callable[[], object]]]:
        return [
            (self.tr("Buscar cámaras de nuevo"), self.search.emit),
            (self.tr("Dirección de red…"), self._ask_address),
            (self.tr("Abrir grabación…"), self._ask_recording),
        ]

    def _called(self, where: str) -> str:
        return self.tr("Cámara {}").format(int(where) + 1) if where.isdecimal() else super()._called(where)

    def _ask_address(self) -> None:
        dialog = QInputDialog(self)
        dialog.setWindowTitle(self.tr("Dirección de red"))
        dialog.setLabelText(self.tr("Dirección de la cámara (http, https o rtsp):"))
        dialog.setOkButtonText(self.tr("Usar"))
        dialog.setCancelButtonText(self.tr("Cancelar"))
        dialog.textValueSelected.connect(self._take_address)
        long = dialog.fontMetrics().horizontalAdvance("rtsp://usuario:clave@192.168.100.100:554/canal/101")
        dialog.resize(dialog.sizeHint().expandedTo(QSize(long + 60, 0)))  # an address is read whole as it is typed
        dialog.open()

    def _take_address(self, address: str) -> None:
        address = address.strip()
        if urlsplit(address).scheme in SCHEMES and urlsplit(address).hostname:
            self.choose(address)
        else:
            self.refused.emit(
                self.tr(
                    "«{}» no es una dirección de cámara. Escríbela completa, como http://192.168.0.20/video."
                ).format(address)
            )

    def _ask_recording(self) -> None:
        self._ask_file(self.tr("Abrir grabación"), VIDEO, self.tr("Video"))
