"""The language of the window: Spanish as it is written in the code, or a translation of it."""

from __future__ import annotations

from importlib.resources import as_file, files
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from coach.preferences import Language

_OWN: Language = "es"
_CATALOGUES: Final = ("coach", "manual")
"""Texts of the code, and names of the manual's tables."""


def translated() -> bool:
    """Whether the texts are in another language than what is Spanish in any case."""
    return QLocale().language() != QLocale(_OWN).language()


def speak(language: Language, application: QCoreApplication) -> None:
    """From now on all texts, dates and Qt's own dialogs of `application` are in this language.

    Windows that exist already keep theirs. Raises `RuntimeError` where the translation was not installed with Coach.
    """
    QLocale.setDefault(QLocale(language))
    qt = QTranslator(application)
    if qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(qt)  # some systems package Qt without them: then its dialogs stay English
    if language == _OWN:
        return
    for catalogue in _CATALOGUES:
        own = QTranslator(application)
        with as_file(files("coach.ui") / "translations" / f"{catalogue}_{language}.qm") as file:
            if not own.load(str(file)):
                raise RuntimeError(f"no translation at {file}")
        application.installTranslator(own)
