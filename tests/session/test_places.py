"""A disk that fills up, one that turns read-only: one sentence each, and nothing that was kept is lost."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.support.namespaces import on_own_disks

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="mount namespaces are Linux's")


def test_full_and_read_only_disks_lose_nothing(tmp_path: Path) -> None:
    found = on_own_disks("tests.support.store_places", tmp_path)
    full, read_only = found["full"], found["read_only"]
    assert full["saved"] > 2
    assert full["saved"] == full["whole"]
    assert [sentence.partition(";")[0] for sentence in full["told"]] == ["El disco está lleno"]
    assert [sentence.partition(";")[0] for sentence in full["running"]] == ["El disco está lleno"]
    looked, *others = found["crowded"]
    assert looked == full["sessions"], "to look at what there is takes no room"
    assert [sentence.partition(";")[0] for sentence in others] == ["El disco está lleno"] * 2
    assert full["after"], "once there is room again, everything goes on"
    sessions, read, there = full["sessions"], "No se guardó: las sesiones de ", "No se guardó: no puedo escribir en "
    told = [one if isinstance(one, int) else one.partition("«")[0] for one in read_only["told"]]
    assert told == ["No puedo escribir en ", sessions, read, sessions, there], "it can be looked at all the same"
    assert read_only["same"]
    assert read_only["sessions"] == full["sessions"]
    assert found["tiny"].startswith("El disco está lleno")
