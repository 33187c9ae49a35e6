"""In use, forbidden and missing are told apart, on real files and sockets."""

from __future__ import annotations

import errno
import os
import socket
import sys
from pathlib import Path

import pytest

from coach.manual.conditions import load_conditions
from coach.vision.diagnosis import BUSY, FORBIDDEN, GONE, STALLED, address_condition, condition_of, node_condition


def test_the_conditions_are_those_of_the_table() -> None:
    assert {BUSY, FORBIDDEN, GONE, STALLED} <= set(load_conditions())


@pytest.mark.parametrize(
    ("code", "condition"),
    [
        (errno.EBUSY, BUSY),
        (errno.EACCES, FORBIDDEN),
        (errno.EPERM, FORBIDDEN),
        (errno.ENOENT, GONE),
        (errno.ENODEV, GONE),
        (errno.ENXIO, GONE),
    ],
)
def test_errors_of_the_system(code: int, condition: str) -> None:
    assert condition_of(code) == condition


@pytest.mark.skipif(sys.platform != "linux", reason="video nodes are of Linux")
def test_a_node_that_is_missing_or_no_camera(tmp_path: Path) -> None:
    assert node_condition(tmp_path / "video0") == GONE
    (tmp_path / "video1").write_bytes(b"")
    assert node_condition(tmp_path / "video1") == GONE


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may open everything")
def test_a_node_without_permission(tmp_path: Path) -> None:
    (tmp_path / "video0").touch(mode=0)
    assert node_condition(tmp_path / "video0") == FORBIDDEN


def test_an_address_where_nobody_listens_and_one_that_never_answers() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        assert address_condition(f"http://127.0.0.1:{port}/video") == STALLED
        assert address_condition(f"rtsp://127.0.0.1:{port}/live") == STALLED
    assert address_condition(f"http://127.0.0.1:{port}/video") == GONE
