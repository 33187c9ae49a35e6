"""The dialog of Qt, which is shown where the desktop has none of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QDir
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


@pytest.mark.parametrize("kind", ["file", "folder", "where", "recordings"])
def test_all_of_it_is_in_the_language_of_the_window(qtbot: QtBot, kind: str, tmp_path: Path) -> None:
    page = QWidget()
    page.setStyleSheet(style_sheet(Theme(LIGHT)))
    qtbot.addWidget(page)
    page.show()
    got: list[Path] = []
    make: dict[str, Callable[[], QFileDialog | None]] = {
        "file": lambda: ask_file(page, "Abrir", got.append, ["Video (*.mp4)"]),
        "folder": lambda: ask_folder(page, "Abrir", got.append),
        "where": lambda: ask_where(page, "Guardar", "x.coach", got.append, "Compartido (*.coach)"),
        "recordings": lambda: choose_recordings(page, got.extend),
    }
    dialog = make[kind]() or page.findChildren(QFileDialog)[-1]
    qtbot.waitUntil(dialog.isVisible)
    said = {one.text() for one in dialog.findChildren(QLabel) if one.isVisible() and one.text()}
    assert said == {"&Buscar en:", "&Nombre:", "&Tipo:"}
    assert not [one for one in dialog.findChildren(QHeaderView) if one.isVisible()], "its columns are English"
    dialog.close()


def chosen(dialog: QFileDialog, file: Path) -> None:
    """What is chosen last is where Qt begins the next time."""
    dialog.setDirectory(str(file.parent))
    dialog.selectFile(str(file))
    dialog.accept()


def test_it_begins_among_the_agent_s_own_files_and_then_where_the_last_one_was(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not in the folder of the program, where `run.py` was called: a report would be kept among its sources."""
    program, home = tmp_path / "programa", tmp_path / "home"
    calls = home / "Llamadas"
    for folder in (program, calls):
        folder.mkdir(parents=True)
        (folder / "uno.mp4").touch()
    monkeypatch.chdir(program)
    monkeypatch.setattr(QDir, "homePath", lambda: str(home))
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    chosen(ask_file(page, "Abrir", lambda _: None), program / "uno.mp4")

    def begins(dialog: QFileDialog) -> Path:
        qtbot.waitUntil(dialog.isVisible)
        return Path(dialog.directory().path())

    where = ask_where(page, "Guardar", "x.html", lambda _: None, "Informe (*.html)")
    assert begins(where) == home
    assert where.selectedFiles() == [str(home / "x.html")]
    assert begins(ask_folder(page, "Abrir", lambda _: None)) == home
    choose_recordings(page, lambda *_: None)
    assert begins(page.findChildren(QFileDialog)[-1]) == home
    first = ask_file(page, "Abrir", lambda _: None)
    assert begins(first) == home
    chosen(first, calls / "uno.mp4")
    assert begins(ask_file(page, "Abrir", lambda _: None)) == calls
    assert begins(ask_where(page, "Guardar", "x.html", lambda _: None, "Informe (*.html)")) == calls
    for dialog in page.findChildren(QFileDialog):
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
