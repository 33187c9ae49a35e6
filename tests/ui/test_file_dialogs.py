"""The dialog of Qt, which is shown where the desktop has none of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QHeaderView,
    QLabel,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)
from pytestqt.qtbot import QtBot

from coach.media.endings import SOUND, VIDEO
from coach.ui.file_dialogs import ask_file, ask_folder, ask_where
from coach.ui.intake_parts import choose_recordings
from coach.ui.microphone_chooser import MicrophoneChooser
from coach.ui.source_chooser import SourceChooser
from coach.ui.theme import LIGHT, Theme, style_sheet


@pytest.mark.parametrize("kind", ["file", "folder", "where"])
def test_all_of_it_is_in_the_language_of_the_window(qtbot: QtBot, kind: str, tmp_path: Path) -> None:
    page = QWidget()
    page.setStyleSheet(style_sheet(Theme(LIGHT)))
    qtbot.addWidget(page)
    page.show()
    got: list[Path] = []
    make: dict[str, Callable[[], QFileDialog]] = {
        "file": lambda: ask_file(page, "Abrir", got.append, ["Video (*.mp4)"]),
        "folder": lambda: ask_folder(page, "Abrir", got.append),
        "where": lambda: ask_where(page, "Guardar", "x.coach", got.append, "Compartido (*.coach)"),
    }
    dialog = make[kind]()
    qtbot.waitUntil(dialog.isVisible)
    said = {one.text() for one in dialog.findChildren(QLabel) if one.isVisible() and one.text()}
    assert said == {"&Buscar en:", "&Nombre:", "&Tipo:"}
    assert not [one for one in dialog.findChildren(QHeaderView) if one.isVisible()], "its columns are English"
    dialog.close()


@pytest.mark.parametrize(
    ("make", "endings"),
    [
        (lambda: QWidget(), VIDEO | SOUND),
        (lambda: SourceChooser(Theme(LIGHT)), VIDEO),
        (lambda: MicrophoneChooser(Theme(LIGHT)), VIDEO | SOUND),
    ],
    ids=["revisar", "cámara", "micrófono"],
)
def test_recordings_are_offered_by_every_ending_that_can_be_read(
    qtbot: QtBot, make: Callable[[], QWidget], endings: frozenset[str]
) -> None:
    page = make()
    qtbot.addWidget(page)
    page.show()
    if isinstance(page, SourceChooser):
        page._ask_recording()
    elif isinstance(page, MicrophoneChooser):
        page._ask_sound()
    else:
        choose_recordings(page, lambda *_: None)
    (dialog,) = page.findChildren(QFileDialog)
    first, *others = dialog.nameFilters()
    assert set(first.partition("(")[2].rstrip(")").split()) == {f"*{ending}" for ending in endings}
    assert others == ["Todos los archivos (*)"]
    dialog.close()


class Pictures(QProxyStyle):
    """A desktop that puts a picture on every button of a dialog."""

    def styleHint(  # noqa: N802
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803
    ) -> int:
        if hint is QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons:
            return 1
        return super().styleHint(hint, option, widget, returnData)


def test_no_desktop_puts_pictures_on_the_buttons(qtbot: QtBot) -> None:
    box, style, hint = QDialogButtonBox(), Pictures("Fusion"), QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons
    qtbot.addWidget(box)
    box.setStyle(style)
    assert box.style().styleHint(hint, None, box) == 1
    box.setStyleSheet(style_sheet(Theme(LIGHT)))
    assert box.style().styleHint(hint, None, box) == 0
