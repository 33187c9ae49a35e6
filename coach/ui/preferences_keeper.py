"""The settings while the window is open: one truth for all pages, written to their file without keeping Qt waiting."""

from __future__ import annotations

from collections.abc import Collection
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from coach.errors import KnownError
from coach.preferences import Preferences, load_preferences, save_preferences, set_aside
from coach.ui.bridge import Background
from coach.ui.words import tr


class PreferencesKeeper(QObject):
    """`changed(Preferences)` at once; `failed(Exception)` when they could not be written and hold only until closing.

    `trouble` is what went wrong while they were read; the damaged file is then set aside, never overwritten.
    """

    changed = Signal(object)
    failed = Signal(object)

    def __init__(self, file: Path, signals: Collection[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file = file
        self.trouble: KnownError | None = None
        self._background = Background(self)
        self.value = self._load(signals)

    def change(self, **values: Any) -> None:
        """Choose other values for these fields of `Preferences`."""
        self.value = replace(self.value, **values)
        self._background.run(partial(save_preferences, self.value, self.file), self._after_save)
        self.changed.emit(self.value)

    def close(self) -> None:
        """Join the worker, after what is still to be written."""
        self._background.close(finish=True)

    def _load(self, signals: Collection[str]) -> Preferences:
        try:
            return load_preferences(self.file, signals)
        except KnownError as error:
            self.trouble = self._rescue(error)
            return Preferences()

    def _rescue(self, error: KnownError) -> KnownError:
        try:
            aside = set_aside(self.file)
        except KnownError as worse:
            return KnownError(f"{error} {worse}")
        return KnownError(tr("{} Lo guardé aparte como «{}» y empiezo con los de fábrica.").format(error, aside.name))

    def _after_save(self, outcome: Future[None]) -> None:
        error = outcome.exception()
        if error is not None:
            self.failed.emit(error)
