"""Where the files that come with Coach lie: in the clone's own folders, or inside an installed wheel."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parent
_INSTALLED: Final = _PACKAGE / "_bundled"
"""The wheel carries `modelos/` and the demo recording here (see pyproject.toml); a clone has no such folder."""
_ROOT: Final = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent


def models_dir() -> Path:
    """The folder with the model bundles and their `manifest.toml`."""
    return _ROOT / "modelos"


def demo_recording() -> Path:
    """The recording that is analysed when Coach starts where there is no display."""
    return _ROOT / "fixtures" / "demo.mp4"


def demo_voice() -> Path:
    """Eleven seconds of a synthetic voice (16 kHz, mono, 16 bits), by which the cost of hearing is measured."""
    return _ROOT / "fixtures" / "audio" / "voz_grave.wav"
