"""What waits is known after a crash, and nothing is left behind once nothing waits."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.errors import KnownError
from coach.intake.waiting import Waiting, taken_in


def test_a_crash_forgets_none(tmp_path: Path) -> None:
    file = tmp_path / "datos" / "en_espera.json"
    one, two, three = (tmp_path / name for name in ("a.mp4", "b.mp4", "ñ.wav"))
    waiting = Waiting(file)
    assert not file.parent.exists(), "nothing is written before something waits"
    assert waiting.add([one, two, one]) == 2
    assert waiting.add([two, three]) == 1
    assert Waiting(file).all == (one, two, three)
    waiting.done(two)
    assert Waiting(file).all == (one, three)
    waiting.done(one)
    waiting.done(three)
    assert list(file.parent.iterdir()) == []
    waiting.add([one])
    waiting.clear()
    assert Waiting(file).all == ()


def test_what_was_analysed_and_not_read_waits_again_after_a_crash(tmp_path: Path) -> None:
    """Its results were in memory alone."""
    file = tmp_path / "en_espera.json"
    one, two, three = (tmp_path / name for name in ("a.mp4", "b.mp4", "c.mp4"))
    waiting = Waiting(file)
    waiting.add([one, two, three])
    waiting.analysed(one)
    waiting.analysed(two)
    assert waiting.all == (three,)
    assert Waiting(file).all == (one, two, three)
    waiting.read(two)
    waiting.clear()
    assert Waiting(file).all == (one,)
    assert waiting.add([one]) == 1, "it may be analysed once more"
    assert Waiting(file).all == (one,)
    waiting.read(one)
    assert waiting.all == Waiting(file).all == (one,), "it is to be analysed once more all the same"
    waiting.done(one)
    assert not file.exists()


def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "datos").write_text("a file, not a folder", encoding="utf-8")
    waiting = Waiting(tmp_path / "datos" / "en_espera.json")
    with pytest.raises(KnownError, match="No pude crear"):
        waiting.add([tmp_path / "a.mp4"])
    assert waiting.all == ()


def test_what_is_done_waits_no_more_though_that_cannot_be_written_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting = Waiting(tmp_path / "en_espera.json")
    one, two = tmp_path / "a.mp4", tmp_path / "b.mp4"
    waiting.add([one, two])

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(KnownError, match="en_espera"):
        waiting.done(one)
    assert waiting.all == (two,)


@given(content=st.binary(max_size=60) | st.from_regex(rb'\{"coach_waiting": ?1, ?"recordings": ?[^\n]{0,40}\}'))
def test_a_file_of_anybody_is_no_trouble(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    file = tmp_path_factory.mktemp("w") / "en_espera.json"
    file.write_bytes(content)
    assert all(one.is_absolute() for one in Waiting(file).all)


def test_folders_give_their_recordings(tmp_path: Path) -> None:
    inner = tmp_path / "marzo"
    (inner / ".oculta").mkdir(parents=True)
    (inner / ".oculta" / ".otra").mkdir()
    for name in ("b.MP4", "a.wav", "notas.txt", ".c.mp4", ".oculta/.d.mp4"):
        (inner / name).touch()
    single = tmp_path / "sola.bin"
    assert taken_in([single, tmp_path]) == [single, inner / "a.wav", inner / "b.MP4"]
    with pytest.raises(KnownError, match="ninguna grabación"):
        taken_in([inner / ".oculta"])
