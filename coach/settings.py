"""Where this computer keeps what the user asked Coach to keep. Nothing is written unless asked for."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path


def profile_file() -> Path:
    """The profile that the guided calibration saves, in the system's folder for such data; it need not exist yet."""
    return user_data_path("coach", appauthor=False) / "perfil.json"
