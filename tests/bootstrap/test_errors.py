"""What pip or the system refused, told as the user can mend it."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from bootstrap import support
from bootstrap.environment import Environment
from bootstrap.errors import DISK_FULL, READ_ONLY, SetupError, told
from bootstrap.packages import reason
from tests.support.refusals import refused_by_windows


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
            "el disco está lleno",
        ),
        ("OSError: [WinError 112] Espacio en disco insuficiente", "el disco está lleno"),
        (
            "ERROR: Could not install packages due to an OSError: [Errno 2] No such file or directory: 'C:\\x'\n"
            "HINT: This error might have occurred since this system does not have Windows Long Path support enabled.",
            "este Windows no admite rutas tan largas",
        ),
        ("PermissionError: [WinError 5] Acceso denegado: 'cv2.pyd'", "no se puede escribir ahí: cierra las ventanas"),
        ("OSError: [WinError 53] No se encontró la ruta de acceso de la red", "pip falló"),
        ("Temporary failure in name resolution\nERROR: No matching distribution found for av", "no hay conexión"),
        ("pip._vendor.urllib3.exceptions.ReadTimeoutError: Read timed out.", "no hay conexión"),
        ("ERROR: No matching distribution found for mediapipe==0.10.33", "no hay paquetes para este Python"),
        ("[Errno 30] Read-only file system: 'x'", "no se puede escribir ahí"),
        ("Segmentation fault", "pip falló, y dejó dicho por qué en setup.log"),
    ],
)
def test_the_words_of_pip(words: str, sentence: str) -> None:
    assert reason(words, Path("setup.log")).startswith(sentence)


@pytest.mark.parametrize(
    ("number", "sentence"),
    [(errno.ENOSPC, DISK_FULL), (errno.EROFS, READ_ONLY), (errno.EACCES, READ_ONLY), (errno.EIO, "Input/output error")],
)
def test_the_refusals_of_the_system(number: int, sentence: str) -> None:
    message = str(told(OSError(number, "Input/output error", "/datos/coach/.venv"), "x"))
    assert message.startswith("No se pudo preparar /datos/coach/.venv: ")
    assert sentence in message


def test_what_windows_refuses_because_coach_is_open() -> None:
    assert "cierra las ventanas de Coach" in str(told(refused_by_windows(5, "cv2.pyd"), "x"))


def test_a_disk_without_room_is_told_before_anything_is_downloaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Usage(NamedTuple):
        free: int

    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(free=10**9))
    monkeypatch.setattr(support, "require_supported_platform", lambda: None)
    (tmp_path / "requirements.lock").touch()
    with pytest.raises(SetupError, match="el disco está lleno: libera al menos 4 GB"):
        Environment(tmp_path).prepare(("requirements.lock",))
