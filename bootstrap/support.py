"""Where Coach can run: the systems that MediaPipe 0.10.33 and PySide6 6.11.3 are published for."""

from __future__ import annotations

import platform
import sys

from bootstrap.errors import SetupError

SUPPORTED = "Coach funciona en Windows de 64 bits (x64), macOS 14 o más nuevo con chip Apple y Linux x86-64"
_NAMES = {"Darwin": "macOS"}
OLDEST_MACOS = 14
OLDEST_GLIBC = (2, 34)


def require_supported_platform() -> None:
    """Raises `SetupError` where no package could be installed."""
    system, machine = platform.system(), platform.machine().lower()
    if sys.maxsize < 2**32:
        raise SetupError(f"Este Python es de 32 bits: {SUPPORTED}. Instala Python de 64 bits y vuelve a intentarlo.")
    if (system, machine) not in {("Windows", "amd64"), ("Darwin", "arm64"), ("Linux", "x86_64")}:
        raise SetupError(f"Este Python es para {_NAMES.get(system, system)} {machine}: {SUPPORTED}. {_way_out(system)}")
    if system == "Darwin" and _numbers(platform.mac_ver()[0])[:1] < (OLDEST_MACOS,):
        raise SetupError(f"Este equipo tiene macOS {platform.mac_ver()[0]}: {SUPPORTED}. Actualiza macOS.")
    if system == "Linux":
        _require_glibc()


def _way_out(system: str) -> str:
    # A Mac with an Apple chip also runs Pythons for Intel, and then says that it is one.
    other = "Si tu Mac tiene chip Apple, instala el Python de python.org y ejecuta run.py con él; si no, usa"
    return f"{other if system == 'Darwin' else 'Usa'} Coach en uno de ellos."


def _require_glibc() -> None:
    library, version = platform.libc_ver()
    if library != "glibc" or _numbers(version) < OLDEST_GLIBC:
        raise SetupError(
            f"Este Linux usa {library or 'otra biblioteca de C'} {version} y Coach necesita glibc 2.34 o más nueva: "
            "usa por ejemplo Debian 12, Ubuntu 24.04 o una versión más nueva."
        )


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())
