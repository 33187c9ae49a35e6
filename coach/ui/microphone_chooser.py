"""Where the voice comes from: the system's microphone, one by its name, a sound file, or nowhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from coach.media.endings import SOUND, VIDEO
from coach.media.naming import is_address
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
        self._shown: str | None = None
        self._where = SYSTEM
        self._devices = [(SYSTEM, self._system())]
        self.setAccessibleName(self.tr("Micrófono"))
        self._fill()

    def set_devices(self, devices: Sequence[DeviceChoice]) -> None:
        """List the microphones found, the system's own choice before them."""
        super().set_devices([_System(SYSTEM, self._system()), *devices])

    def offer_sound_of(self, shown: str | None) -> None:
        """Offer the sound of the recording or the address that is shown (None: there is neither).

        A recording's takes the place of the system's own microphone, which would hear somebody else than is seen; that
        of an address only when the user chooses it, for few cameras send any. What anybody chose stays.
        """
        if shown == self._shown:
            return
        offer = [] if shown is None else [(shown, self._sound_of(shown))]
        kept = [(where, name) for where, name in self._added if where not in (self._shown, shown)]
        if self._shown is not None and self._where == self._shown:
            self._where = SYSTEM  # it is gone with the picture
        if shown is not None and self._where == SYSTEM and not is_address(shown):
            self._where = shown
        self._added, self._shown = offer + kept, shown
        self._renew()

    def _unasked(self, devices: list[tuple[str, str]]) -> str | None:
        own = None if self._shown is None or is_address(self._shown) else self._shown
        return own or (SYSTEM if len(devices) > 1 else None)

    def _sound_of(self, shown: str) -> str:
        return self.tr("Sonido de la dirección") if is_address(shown) else self.tr("Sonido de la grabación")

    def _system(self) -> str:
        return self.tr("El del sistema")

    def _none(self) -> str:
        return self.tr("Sin micrófono")

    def _about(self) -> str:
        return self.tr("De dónde viene tu voz (Alt+R)")

    def _searching(self) -> str:
        return self.tr("Buscando micrófonos…")

    def _actions(self) -> list[tuple[str, Callable[[], object]]]:
        return [
            (self.tr("Buscar micrófonos de nuevo"), self.search.emit),
            (self.tr("Usar un archivo de sonido…"), self._ask_sound),
        ]

    def _ask_sound(self) -> None:
        self._ask_file(self.tr("Usar un archivo de sonido"), SOUND | VIDEO, self.tr("Sonido o video"))
