"""The cameras of this machine by name.

Linux tells them in sysfs. Windows is asked through FFmpeg, whose order is the one OpenCV counts in there. On macOS
OpenCV counts by the identifiers, which FFmpeg does not tell (and it lists screens as cameras); the system's own report
does.
"""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from coach.vision.recording import input_devices

_log = logging.getLogger(__name__)

_SYSFS: Final = Path("/sys/class/video4linux")
_REPORT: Final = ("/usr/sbin/system_profiler", "SPCameraDataType", "-json")
_REPORT_S: Final = 10.0
"""It takes one, and longer while a camera is being plugged in."""


@dataclass(frozen=True, slots=True)
class CameraDevice:
    """A camera: the `index` that opens it, and its `name` as the system shows it."""

    index: int
    name: str


def cameras() -> tuple[CameraDevice, ...]:
    """The cameras plugged in now, by index."""
    if sys.platform == "linux":
        return from_sysfs(_SYSFS)
    if sys.platform == "darwin":
        return from_report(_report())
    return tuple(CameraDevice(index, name) for index, name in enumerate(input_devices("dshow")))


def from_report(report: bytes) -> tuple[CameraDevice, ...]:
    """Read macOS' own report of its cameras, as JSON, into the order in which OpenCV counts them: by identifier.

    Source: `cap_avfoundation_mac.mm` of OpenCV 4.13, which sorts by `uniqueID`; the report tells the same identifiers.
    """
    try:
        rows = json.loads(report)["SPCameraDataType"]
        told = sorted((str(row["spcamera_unique-id"]), str(row["_name"])) for row in rows)
    except (ValueError, LookupError, TypeError):
        _log.warning("no cameras could be listed")
        return ()
    return tuple(CameraDevice(index, name) for index, (_, name) in enumerate(told))


def _report() -> bytes:
    try:
        asked = subprocess.run(_REPORT, capture_output=True, check=False, timeout=_REPORT_S)  # noqa: S603 (the system's)
        return asked.stdout
    except (OSError, subprocess.TimeoutExpired):
        return b""


def from_sysfs(root: Path) -> tuple[CameraDevice, ...]:
    """Read a `video4linux` class folder: one camera a device, leaving out its metadata nodes."""
    found = (_camera(node) for node in root.glob("video*"))
    return tuple(sorted((camera for camera in found if camera is not None), key=lambda camera: camera.index))


def _camera(node: Path) -> CameraDevice | None:
    """None of a metadata node, and of a camera that is being unplugged: its files go one by one."""
    number, name, order = node.name.removeprefix("video"), node / "name", node / "index"
    try:
        # A webcam shows one node for pictures (index 0) and others for metadata, which cannot be opened.
        if number.isdecimal() and name.is_file() and (not order.is_file() or order.read_text().strip() == "0"):
            return CameraDevice(int(number), name.read_text(errors="replace").strip())
    except OSError as error:
        _log.info("%s is no camera any more: %s", node.name, error)
    return None
