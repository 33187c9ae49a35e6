"""A disk that is full, one that is read-only: one sentence each, and nothing that was there is lost."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.support.namespaces import on_own_disks

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="mount namespaces are Linux's")


def test_full_and_read_only_disks_lose_nothing(tmp_path: Path) -> None:
    found = on_own_disks("tests.support.share_places", tmp_path)
    for told in (found["full"], found["read_only"], found["read_only_with_sound"]):
        assert told.startswith("No pude guardar «"), told
    assert found["same"] and found["same_still"]
    assert found["left"] == ["lleno", "x.coach"], "no draft stays behind"
    assert found["receiving"].startswith("El disco está lleno"), found
    assert found["after"] == 1
