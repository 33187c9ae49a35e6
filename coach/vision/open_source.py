"""One door to every source of pictures: what the user names becomes a `FrameSource`."""

from __future__ import annotations

from pathlib import Path

from coach.core.events import ConditionChanged, Frame
from coach.core.source import FrameSource
from coach.errors import KnownError
from coach.media.naming import checked_address, find, is_address, no_such_file, typed_path
from coach.media.paced import Paced
from coach.vision.camera import address_camera, device_camera, named_camera
from coach.vision.devices import cameras
from coach.vision.recording import Recording


def open_source(text: str, *, live: bool = False) -> FrameSource:
    """A camera by index ("0") or name, an http(s)/rtsp address, or a recording by its path.

    A camera that cannot be opened yet is no error: it tells its conditions and waits. With `live` a recording plays
    in real time, as a camera would. Raises `KnownError` for what names nothing at all.
    """
    text = text.strip()
    if text.isdecimal() and len(text) <= 3:
        return device_camera(int(text))
    if is_address(text):
        return address_camera(checked_address(text))
    path = typed_path(text)
    if text and path.exists():
        return Paced[Frame | ConditionChanged](Recording(path)) if live else Recording(path)
    if find(text, cameras()) is not None:
        return named_camera(text)
    raise _unknown(text)


def _unknown(text: str) -> KnownError:
    if not text:
        return KnownError(
            "No dijiste qué cámara o grabación usar; escribe un número, un nombre, una dirección o un archivo."
        )
    if Path(text).suffix or "/" in text or "\\" in text:
        return no_such_file(text)
    names = ", ".join(f"«{camera.name}» ({camera.index})" for camera in cameras())
    seen = f"las que veo son: {names}" if names else "ahora no veo ninguna; conéctala y vuelve a intentarlo"
    return KnownError(f"No encuentro ninguna cámara ni archivo «{text}»; {seen}.")
