"""A list of devices to choose from, with what may stand in for one and the choice of none."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

from PySide6.QtCore import Signal

from coach.media.naming import is_address
from coach.ui.controls import ChoiceBox, Mark
from coach.ui.file_dialogs import ask_recording
from coach.ui.theme import Theme


class DeviceChoice(Protocol):
    """A device of this computer: `where` opens it, `name` is what the user knows it by."""

    @property
    def where(self) -> str:
        """What opens it."""
        ...

    @property
    def name(self) -> str:
        """What it is called."""
        ...


class DeviceChooser(ChoiceBox):
    """`where` is what is chosen, None for none. Whoever inherits says what the list offers besides the devices."""

    search = Signal()
    changed = Signal()

    def __init__(self, theme: Theme, mark: Mark) -> None:
        super().__init__(theme, mark)
        self._where: str | None = None
        self._devices: list[tuple[str, str]] = []
        self._added: list[tuple[str, str]] = []
        self._asked = False
        self.settled = False
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.activated.connect(self._on_activated)

    @property
    def where(self) -> str | None:
        """What is chosen, as the command line takes it; None for none."""
        return self._where

    @property
    def none_chosen(self) -> bool:
        """Whether there is none, as opposed to devices that are still being looked for."""
        return self._where is None and (self.settled or self._asked)

    def set_devices(self, devices: Sequence[DeviceChoice]) -> None:
        """List what was found on this computer; the first is taken unless somebody has chosen before."""
        before = dict(self._devices)
        self._devices = [(device.where, device.name) for device in devices]
        self.settled = True
        named = {key: device.where for device in devices for key in (device.where, device.name)}
        self._added = [(where, name) for where, name in self._added if where not in named]
        if self._where is not None:
            self._where = named.get(self._where, self._where)
        if not self._asked:
            self._where = self._unasked(self._devices)
        elif self._where in before and self._where not in dict(self._devices):
            self._added.append((self._where, before[self._where]))  # unplugged, but still what is wanted
        self._renew()

    def choose(self, where: str | None) -> None:
        """Choose a device or what stands in for one; what is not listed yet is added."""
        if where is not None and where not in [known for known, _ in self._devices + self._added]:
            self._added.append((where, self._called(where)))
        self._where, self._asked = where, True
        self._renew()

    def _unasked(self, devices: list[tuple[str, str]]) -> str | None:
        """What is chosen as long as nobody has."""
        return devices[0][0] if devices else None

    def _none(self) -> str:
        """What choosing none is called."""
        raise NotImplementedError

    def _about(self) -> str:
        """What it is for, beneath the whole name of what is chosen, for which the box may be too narrow."""
        raise NotImplementedError

    def _searching(self) -> str:
        """What the list shows while devices are being looked for."""
        raise NotImplementedError

    def _actions(self) -> list[tuple[str, Callable[[], object]]]:
        """What else the list offers to do."""
        raise NotImplementedError

    def _called(self, where: str) -> str:
        """A short name for an address or a file."""
        return urlsplit(where).hostname or where if is_address(where) else Path(where).name

    def _renew(self) -> None:
        self._fill()
        self.changed.emit()

    def _fill(self) -> None:
        self.clear()
        if self._where is None and not self.none_chosen:
            self.addItem(self._searching(), self._show_chosen)  # choosing it changes nothing
        for where, name in self._devices + self._added:
            self.addItem(name, where)
        self.addItem(self._none(), None)
        self.insertSeparator(self.count())
        for text, action in self._actions():
            self.addItem(text, action)
        self._show_chosen()

    def _show_chosen(self) -> None:
        searching = self._where is None and not self.none_chosen
        named = (place for place in range(self.count()) if self.itemText(place))  # a separator has no data either
        self.setCurrentIndex(0 if searching else next(place for place in named if self.itemData(place) == self._where))
        self.set_mark_off(self.none_chosen)
        self.setToolTip(f"{self.currentText()}\n{self._about()}")

    def _on_activated(self, place: int) -> None:
        data = self.itemData(place)
        if data is None or isinstance(data, str):
            self.choose(data)
        else:
            self._show_chosen()
            data()

    def _ask_file(self, title: str, endings: Collection[str], name: str) -> None:
        ask_recording(self, title, lambda file: self.choose(file.as_posix()), endings, name)
