"""In use, forbidden and missing are told apart."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from coach.manual.conditions import load_conditions
from coach.voz.diagnosis import BUSY, FORBIDDEN, GONE, STALLED, absence_condition, opening_condition

HOST_ERROR = -9999
"""PortAudio's paUnanticipatedHostError."""


def test_the_conditions_are_those_of_the_table() -> None:
    assert {BUSY, FORBIDDEN, GONE, STALLED} <= set(load_conditions())


@pytest.mark.parametrize(
    ("code", "host_code", "condition"),
    [
        (-9985, None, BUSY),
        (HOST_ERROR, -errno.EBUSY, BUSY),
        (HOST_ERROR, 4, BUSY),
        (HOST_ERROR, 0x8889000A - 2**32, BUSY),
        (HOST_ERROR, -errno.EACCES, FORBIDDEN),
        (HOST_ERROR, 0x80070005 - 2**32, FORBIDDEN),
        (HOST_ERROR, -errno.ENODEV, GONE),
        (-9996, None, GONE),
    ],
)
def test_errors_of_the_system(code: int, host_code: int | None, condition: str) -> None:
    assert opening_condition(code, host_code) == condition


def test_a_machine_without_a_microphone(tmp_path: Path) -> None:
    assert absence_condition(folder=tmp_path) == GONE


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() == 0, reason="root may open everything")
def test_microphones_that_may_not_be_seen(tmp_path: Path) -> None:
    (tmp_path / "pcmC0D0c").touch(mode=0)
    assert absence_condition(folder=tmp_path) == FORBIDDEN
