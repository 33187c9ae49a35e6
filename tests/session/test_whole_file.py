"""Files are put in place although somebody has them open for a moment, as virus scanners do on Windows."""

from __future__ import annotations

import errno
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from coach.cli.output import write_bytes
from coach.errors import KnownError
from coach.session.whole_file import put_in_place, settle, write_whole
from tests.support.refusals import refused_by_windows


@contextmanager
def read_for(file: Path, seconds: float) -> Iterator[None]:
    """Within, somebody has `file` open, and closes it after so long."""
    opened = file.open("rb")
    timer = threading.Timer(seconds, opened.close)
    timer.start()
    try:
        yield
    finally:
        timer.join()


@pytest.mark.parametrize("write", [write_whole, lambda file, content: write_bytes(str(file), content)])
def test_whoever_has_it_open_for_a_moment_does_not_matter(
    write: Callable[[Path, bytes], object], tmp_path: Path
) -> None:
    file = tmp_path / "informe ñ.html"
    write(file, b"antes")
    with read_for(file, 0.2):
        write(file, b"ahora")
    assert file.read_bytes() == b"ahora"
    assert [each.name for each in tmp_path.iterdir()] == [file.name]


@pytest.mark.parametrize(
    ("number", "code"), [(5, errno.EACCES), (32, errno.EACCES), (33, errno.EACCES), (1224, errno.EINVAL)]
)
def test_each_of_windows_refusals_for_a_moment_is_waited_out(
    number: int, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusals, replace = [refused_by_windows(number, code=code)], Path.replace

    def refused_once(draft: Path, file: Path) -> Path:
        if refusals:
            raise refusals.pop()
        return replace(draft, file)

    monkeypatch.setattr(Path, "replace", refused_once)
    draft, file = tmp_path / "tabla.tmp", tmp_path / "tabla.csv"
    draft.write_bytes(b"ahora")
    put_in_place(draft, file)
    assert file.read_bytes() == b"ahora"


@pytest.mark.skipif(sys.platform != "linux", reason="the folder is Linux's")
def test_a_folder_whose_names_cannot_be_put_on_the_disk_fails_nothing() -> None:
    """As on some disks of a network; what was written is there."""
    settle(Path("/proc"))


@pytest.mark.skipif(sys.platform != "win32", reason="elsewhere an open file may be replaced")
def test_whoever_keeps_it_open_is_told_of_and_the_old_one_stays(tmp_path: Path) -> None:
    file = tmp_path / "tabla.csv"
    write_whole(file, b"antes")
    with read_for(file, 3.0), pytest.raises(KnownError, match=r"No pude guardar .*tabla\.csv"):
        write_whole(file, b"ahora")
    assert file.read_bytes() == b"antes"
    assert [each.name for each in tmp_path.iterdir()] == [file.name]
