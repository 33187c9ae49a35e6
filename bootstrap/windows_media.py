"""What the N editions of Windows lack: Media Foundation, which OpenCV opens as soon as it is imported."""

from __future__ import annotations

from bootstrap.errors import SetupError
from bootstrap.libraries import loads

LIBRARIES = ("mf.dll", "mfplat.dll", "mfreadwrite.dll")
_COMMAND = "DISM /Online /Add-Capability /CapabilityName:Media.MediaFeaturePack~~~~0.0.1.0"


def require_media() -> None:
    """Raises `SetupError` with the exact command where they are missing."""
    if not all(map(loads, LIBRARIES)):
        raise SetupError(
            "A este Windows (una edición N) le falta Media Feature Pack, con el que se leen cámaras y videos: "
            "instálalo, reinicia la computadora y vuelve a ejecutar run.py. El comando, en una consola abierta como "
            f"administrador: {_COMMAND}"
        )
