"""Where this computer keeps what the user asked Coach to keep. Nothing is written unless asked for."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path


def data_folder() -> Path:
    """The system's folder for such data; it need not exist yet."""
    return user_data_path("coach", appauthor=False)


def store_folder() -> Path:
    """Where sessions are kept, encrypted, when the agent wants them kept."""
    return data_folder() / "sesiones"


def preferences_file() -> Path:
    """What was chosen in the settings, and the consent."""
    return data_folder() / "ajustes.json"


def adjustments_file() -> Path:
    """The thresholds that `coach ajustar` set on this computer."""
    return data_folder() / "umbrales.toml"
