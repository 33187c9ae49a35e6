"""The cameras of this machine by name.

Linux tells them in sysfs. Windows and macOS are asked through FFmpeg, whose order is the one OpenCV counts in on
Windows; on macOS OpenCV sorts by an identifier FFmpeg does not show, so with several cameras there the index is the
surer name.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from coach.vision.recording import input_devices

_SYSFS: Final = Path("/sys/class/video4linux")


@dataclass(frozen=True, slots=True)
class CameraDevice:
    """A camera: the `index` that opens it, and its `name` as the system shows it."""

    index: int
    name: str


def cameras() -> tuple[CameraDevice, ...]:
    """The cameras plugged in now, by index."""
    if sys.platform == "linux":
        return from_sysfs(_SYSFS)
    driver = "dshow" if sys.platform == "win32" else "avfoundation"
    return tuple(CameraDevice(index, name) for index, name in enumerate(input_devices(driver)))


def from_sysfs(root: Path) -> tuple[CameraDevice, ...]:
    """Read a `video4linux` class folder: one camera a device, leaving out its metadata nodes."""
    found = []
    for node in root.glob("video*"):
        number, name = node.name.removeprefix("video"), node / "name"
        order = node / "index"
        # A webcam shows one node for pictures (index 0) and others for metadata, which cannot be opened.
        if number.isdecimal() and name.is_file() and (not order.is_file() or order.read_text().strip() == "0"):
            found.append(CameraDevice(int(number), name.read_text(errors="replace").strip()))
    return tuple(sorted(found, key=lambda camera: camera.index))
