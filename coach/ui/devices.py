"""Which camera and microphone are chosen: both lists, filled without keeping anybody waiting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from coach.ui.bridge import Background
from coach.ui.device_chooser import DeviceChoice, DeviceChooser
from coach.ui.microphone_chooser import MicrophoneChooser
from coach.ui.source_chooser import SourceChooser

Find: TypeAlias = Callable[[], Sequence[DeviceChoice]]


class Devices(QObject):
    """Emits `changed` when another device is chosen, or none; `failed` with what went wrong while looking for them."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, source: SourceChooser, microphone: MicrophoneChooser, parent: QObject) -> None:
        super().__init__(parent)
        self._source, self._microphone = source, microphone
        self._background = Background(self)
        for chooser in (source, microphone):
            chooser.changed.connect(self.changed)
        source.changed.connect(lambda: microphone.offer_sound_of(source.with_sound))

    @property
    def camera(self) -> bool:
        """Whether there is to be a picture."""
        return not self._source.none_chosen

    @property
    def microphone(self) -> bool:
        """Whether there is to be a voice."""
        return not self._microphone.none_chosen

    def find(self, cameras: Find, microphones: Find) -> None:
        """List what these give, now and when the user asks again."""
        for chooser, look in ((self._source, cameras), (self._microphone, microphones)):
            chooser.search.connect(partial(self._background.run, look, partial(self._on_found, chooser)))
            chooser.search.emit()

    def close(self) -> None:
        """Join the worker, after what is under way."""
        self._background.close()

    def _on_found(self, chooser: DeviceChooser, outcome: Future[Sequence[DeviceChoice]]) -> None:
        error = outcome.exception()
        if error is not None:
            self.failed.emit(error)
        else:
            chooser.set_devices(outcome.result())
