"""Cameras by name."""

from __future__ import annotations

import json
import sys
import unicodedata
from pathlib import Path

import pytest

from coach.media.naming import find
from coach.vision.devices import CameraDevice, from_report, from_sysfs

LAPTOP, DESK, PHONE = (
    CameraDevice(0, "Integrated Camera"),
    CameraDevice(2, "Logitech BRIO"),
    CameraDevice(10, "Droidcam"),
)


def node(root: Path, number: int, name: str, index: int) -> None:
    folder = root / f"video{number}"
    folder.mkdir()
    (folder / "name").write_text(f"{name}\n")
    (folder / "index").write_text(f"{index}\n")


def test_sysfs_lists_cameras_by_number_without_their_metadata_nodes(tmp_path: Path) -> None:
    node(tmp_path, 10, "Droidcam", 0)
    node(tmp_path, 2, "Logitech BRIO", 0)
    node(tmp_path, 0, "Integrated Camera", 0)
    node(tmp_path, 1, "Integrated Camera", 1)
    assert from_sysfs(tmp_path) == (LAPTOP, DESK, PHONE)


@pytest.mark.skipif(sys.platform != "linux", reason="sysfs is Linux's")
@pytest.mark.parametrize("gone", ["name", "index"])
def test_a_camera_that_is_unplugged_while_it_is_looked_at_is_none(tmp_path: Path, gone: str) -> None:
    """Its files are still listed, and give nothing any more."""
    node(tmp_path, 0, "Integrated Camera", 0)
    node(tmp_path, 2, "Logitech BRIO", 0)
    (tmp_path / "video2" / gone).unlink()
    (tmp_path / "video2" / gone).symlink_to("/proc/self/mem")  # an ordinary file whose first byte cannot be read
    assert from_sysfs(tmp_path) == (LAPTOP,)


def test_a_machine_without_cameras(tmp_path: Path) -> None:
    assert from_sysfs(tmp_path / "video4linux") == ()


def test_a_name_is_found_in_any_case_and_by_a_part_that_is_unique() -> None:
    every = (LAPTOP, DESK, PHONE)
    assert find("logitech brio", every) == DESK
    assert find("droid", every) == PHONE
    assert find("cam", every) is None
    assert find(" ", every) is None


def test_a_name_is_found_however_its_accent_is_written() -> None:
    mine = CameraDevice(1, unicodedata.normalize("NFD", "Cámara de Íñigo"))
    assert find(unicodedata.normalize("NFC", "CÁMARA DE ÍÑIGO"), (LAPTOP, mine)) == mine
    assert find(unicodedata.normalize("NFC", "Íñigo"), (LAPTOP, mine)) == mine


def test_macos_cameras_are_counted_as_opencv_counts_them() -> None:
    rows = [
        {"_name": "FaceTime HD Camera", "spcamera_model-id": "x", "spcamera_unique-id": "47B4B64B-7067-4B9C-AD2B"},
        {"_name": "Cámara de iPhone", "spcamera_model-id": "y", "spcamera_unique-id": "0D64A30F-1A2B-4C5D-8E9F"},
        {"_name": "Logi C310", "spcamera_model-id": "z", "spcamera_unique-id": "0x110000046d081b"},
    ]
    told = from_report(json.dumps({"SPCameraDataType": rows}).encode())
    assert [(each.index, each.name) for each in told] == [
        (0, "Cámara de iPhone"),
        (1, "Logi C310"),
        (2, "FaceTime HD Camera"),
    ]


@pytest.mark.parametrize("report", [b"", b"{}", b"[]", b'{"SPCameraDataType": [{"_name": "x"}]}', b"\xff"])
def test_a_report_that_is_not_understood_lists_none(report: bytes) -> None:
    assert from_report(report) == ()


def test_a_mac_without_a_camera() -> None:
    assert from_report(b'{"SPCameraDataType": []}') == ()
