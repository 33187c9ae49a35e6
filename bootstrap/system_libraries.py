"""What a bare system lacks for Qt, PortAudio, MediaPipe and OpenCV, and how Debian and Ubuntu install it."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

from bootstrap import progress
from bootstrap.errors import SetupError
from bootstrap.libraries import loads
from bootstrap.windows_media import require_media

# Shared library -> Debian package. Found by starting from an empty Debian 12 and adding what was asked for.
ESSENTIAL = {
    "libportaudio.so.2": "libportaudio2",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLESv2.so.2": "libgles2",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libX11.so.6": "libx11-6",
}
# Only a window on a real display (or Xvfb) needs these.
WINDOW = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")


def install_missing() -> bool:
    """Installs what is missing where that is allowed; True when nothing is missing any more.

    Without the right to install, raises `SetupError` with the exact command when Coach could not even be imported,
    and only tells that command when all that is missing is what a window needs.
    """
    if sys.platform == "win32":
        require_media()
    if sys.platform != "linux":
        return True
    missing = _missing(ESSENTIAL | WINDOW) + _missing_fonts() + _missing_venv()
    if not missing:
        return True
    command = _command(missing)
    prefix = _privilege() if shutil.which("apt-get") else None
    if prefix is not None:
        _run_apt(prefix, missing, command)
        return True
    if _missing(ESSENTIAL) or _missing_venv():
        raise SetupError(f"Faltan bibliotecas del sistema: instálalas y vuelve a ejecutar run.py. {command}")
    progress.say(f"Faltan bibliotecas del sistema para ver la ventana de Coach: instálalas. {command}")
    return False


def _missing(libraries: dict[str, str]) -> list[str]:
    return [package for library, package in libraries.items() if not loads(library)]


def _missing_fonts() -> list[str]:
    folders = (Path(folder).expanduser() for folder in FONT_FOLDERS)
    return [] if any(next(folder.rglob("*.?t[fc]"), None) for folder in folders) else ["fonts-dejavu-core"]


def _missing_venv() -> list[str]:
    # Debian and Ubuntu take ensurepip out of Python and pack it apart, under the version's own name.
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    return [] if importlib.util.find_spec("ensurepip") else [f"python{version}-venv"]


def _privilege() -> list[str] | None:
    """What to put before a command so that it runs as root without a question; None where that cannot be."""
    if sys.platform == "win32" or os.geteuid() == 0:
        return []
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return ["sudo", "-n"]
    return None


def _command(packages: list[str]) -> str:
    names = " ".join(packages)
    if shutil.which("apt-get"):
        return f"El comando: sudo apt-get update && sudo apt-get install -y --no-install-recommends {names}"
    return f"Sus nombres en Debian (búscalos en el gestor de paquetes de tu sistema): {names}"


def _run_apt(prefix: list[str], packages: list[str], command: str) -> None:
    progress.show("bibliotecas del sistema")
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=300"]
    for step in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        result = subprocess.run([*apt, *step], capture_output=True, text=True, errors="replace", check=False)
        if result.returncode != 0 and step[0] == "install":
            reason = (result.stderr.strip().splitlines() or ["sin explicación"])[-1]
            raise SetupError(
                f"apt-get no pudo instalar las bibliotecas del sistema ({reason}): revisa la red. {command}"
            )
