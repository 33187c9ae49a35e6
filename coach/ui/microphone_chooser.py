"""Where the voice comes from: the system's microphone, one by its name, a sound file, or nowhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from coach.ui.device_chooser import DeviceChoice, DeviceChooser
from coach.ui.glyphs import paint_microphone
from coach.ui.theme import Theme

SYSTEM: Final = ""
"""Opens the microphone that the system itself has chosen."""


@dataclass(frozen=True, slots=True)
class _System:
    where: str
    name: str


class MicrophoneChooser(DeviceChooser):
    """As long as nobody chooses: the sound of the recording that is shown, else the system's own microphone."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, paint_microphone)
        self._recording: str | None = None
        self._where = SYSTEM
        self._devices = [(SYSTEM, self._system())]
        self.setAccessibleName(self.tr("Micrófono"))
        self.setToolTip(self.tr("De dónde viene tu voz (Alt+R)"))
        self._fill()

    def set_devices(self, devices: Sequence[DeviceChoice]) -> None:
        """List the microphones found, the system's own choice before them."""
        super().set_devices([_System(SYSTEM, self._system()), *devices])

    def offer_sound_of(self, recording: str | None) -> None:
        """Offer the sound of the recording that is shown (None: there is none).

        It takes the place of the system's own microphone, which would hear somebody else than is seen; what anybody
        chose stays.
        """
        if recording == self._recording:
            return
        offer = [] if recording is None else [(recording, self.tr("Sonido de la grabación"))]
        kept = [(where, name) for where, name in self._added if where not in (self._recording, recording)]
        if self._recording is not None and self._where == self._recording:
            self._where = SYSTEM  # it is gone with the picture
        if recording is not None and self._where == SYSTEM:
            self._where = recording
        self._added, self._recording = offer + kept, recording
        self._renew()

    def _unasked(self, devices: list[tuple[str, str]]) -> str | None:
        return self._recording or (SYSTEM if len(devices) > 1 else None)

    def _system(self) -> str:
        return self.tr("Micrófono del sistema")

    def _none(self) -> str:
        return self.tr("Sin micrófono")

    def _searching(self) -> str:
        return self.tr("Buscando micrófonos…")

    def _actions(self) -> list[tuple[str, Callable[[], object]]]:
        return [
            (self.tr("Buscar micrófonos de nuevo"), self.search.emit),
            (self.tr("Usar un archivo de sonido…"), self._ask_sound),
        ]

    def _ask_sound(self) -> None:
        kinds = self.tr("Sonido o video (*.wav *.mp3 *.m4a *.ogg *.opus *.flac *.mp4 *.mkv *.webm *.mov)")
        self._ask_file(self.tr("Usar un archivo de sonido"), kinds)
