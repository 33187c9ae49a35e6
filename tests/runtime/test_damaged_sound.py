"""Damaged sounds through all that is done with a recording: a result that can be written, or one sentence."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest

from coach.app import analyse_file
from coach.report.record import SessionRecord, to_document
from tests.support.faults import damaged, outcome_within
from tests.support.sounds import hiss, tone, write_wave
from tests.support.stores import rounds


@pytest.fixture(scope="module")
def originals(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    folder = tmp_path_factory.mktemp("sounds")
    made = [
        write_wave(folder / "a.wav", hiss(1.5, 8_000), 8_000),
        write_wave(folder / "b.wav", tone(200, 1.0, 96_000, 8, level=5.0), 96_000, "pcm_f32le"),
        write_wave(folder / "c.flac", hiss(1.0, 48_000, 2), 48_000, "flac"),
        write_wave(folder / "d.mp3", tone(150, 1.5, 44_100), 44_100, "libmp3lame"),
        write_wave(folder / "e.opus", hiss(1.0, 48_000), 48_000, "libopus"),
        write_wave(folder / "f.m4a", hiss(1.0, 48_000, 2), 48_000, "aac"),
    ]
    return [path.read_bytes() for path in made]


def test_damaged_sounds_come_to_a_result_or_to_a_sentence(tmp_path: Path, originals: list[bytes]) -> None:
    path = tmp_path / "roto.mka"
    outcomes = []
    for what, data in damaged(originals, rounds(40, 200), seed=1492):
        path.write_bytes(data)
        outcome = outcome_within(20, path, _written)
        assert isinstance(outcome, int | str), f"{what}: {outcome!r}"
        outcomes.append(outcome)
    assert sum(isinstance(outcome, int) for outcome in outcomes) >= len(outcomes) // 4
    assert sum(isinstance(outcome, str) for outcome in outcomes) >= len(outcomes) // 10


def _written(path: Path) -> int:
    """The length of the whole result as it is written; all of its numbers are some."""
    record = SessionRecord("grabacion", datetime.now().astimezone(), analyse_file(str(path)))
    return len(json.dumps(to_document(record), allow_nan=False))
