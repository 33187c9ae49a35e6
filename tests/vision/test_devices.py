"""Cameras by name."""

from __future__ import annotations

from pathlib import Path

from coach.media.naming import find
from coach.vision.devices import CameraDevice, from_sysfs

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


def test_a_machine_without_cameras(tmp_path: Path) -> None:
    assert from_sysfs(tmp_path / "video4linux") == ()


def test_a_name_is_found_in_any_case_and_by_a_part_that_is_unique() -> None:
    every = (LAPTOP, DESK, PHONE)
    assert find("logitech brio", every) == DESK
    assert find("droid", every) == PHONE
    assert find("cam", every) is None
    assert find(" ", every) is None
