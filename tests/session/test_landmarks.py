"""Recorded landmarks: what was seen comes back, well enough to be judged again."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from coach.core.landmarks import Perceived
from coach.errors import KnownError
from coach.session.landmarks import KEPT, read_landmarks, write_landmarks
from tests.support.recorded import NAMES, features, judge, judged, looks
from tests.support.stills import nose_touched

FORMS = ("a.jsonl", "a.jsonl.gz")


def assert_same(ours: Perceived, theirs: Perceived) -> None:
    """Within what is rounded off: 0.05 px, 0.0005 m."""
    assert theirs.t == pytest.approx(ours.t, abs=1e-4)
    assert (ours.size, ours.fresh, ours.people) == (theirs.size, theirs.fresh, theirs.people)
    assert (ours.face is None, ours.pose is None) == (theirs.face is None, theirs.pose is None)
    if ours.face and theirs.face:
        kept = list(KEPT)
        np.testing.assert_allclose(ours.face.points[kept], theirs.face.points[kept], atol=0.051)
        np.testing.assert_allclose(ours.face.blend, theirs.face.blend, atol=6e-5)
        np.testing.assert_allclose(ours.face.matrix, theirs.face.matrix, atol=6e-5)
    if ours.pose and theirs.pose:
        np.testing.assert_allclose(ours.pose.points, theirs.pose.points, atol=0.051)
        np.testing.assert_allclose(ours.pose.world, theirs.pose.world, atol=6e-4)
    for hand, other in zip(ours.hands, theirs.hands, strict=True):
        assert hand.right == other.right
        np.testing.assert_allclose(hand.points, other.points, atol=0.051)


@pytest.mark.parametrize("form", FORMS)
def test_what_the_models_saw_comes_back(tmp_path: Path, form: str) -> None:
    file = tmp_path / form
    write_landmarks(file, nose_touched())
    for ours, theirs in zip(nose_touched(), read_landmarks(file), strict=True):
        assert_same(ours, theirs)


def test_the_points_that_are_kept_give_the_same_features(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl.gz"
    write_landmarks(file, nose_touched())
    for ours, theirs in zip(features(nose_touched()), features(read_landmarks(file)), strict=True):
        for id, value in ours.values.items():
            other = theirs.values[id]
            assert (value is None) == (other is None), id
            if value is not None and not id.endswith(("_turns", "_reversals", "_hz", "_ratio")):
                # Degrees and log odds magnify what is rounded; everything else is a share of a face or a body.
                near = 1.0 if id.endswith(("_deg", "_logit")) else 0.03
                assert other == pytest.approx(value, abs=near), id


def test_the_same_is_said_of_what_was_recorded_and_of_what_was_seen(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    write_landmarks(file, nose_touched())
    seen, recorded = judge(nose_touched()), judge(read_landmarks(file))
    assert [one.id for one in seen.segments] == [one.id for one in recorded.segments]
    assert "tocar_nariz" in {one.id for one in seen.segments}


@pytest.mark.parametrize("name", NAMES[:3])
def test_a_recording_of_a_recording_is_the_recording(tmp_path: Path, name: str) -> None:
    file = tmp_path / "again.jsonl.gz"
    write_landmarks(file, looks(name))
    assert judge(read_landmarks(file)) == judged(name)


def test_nothing_recorded_is_nothing_read(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    write_landmarks(file, [])
    assert list(read_landmarks(file)) == []


def broken(change: Callable[[dict[str, Any]], object]) -> Callable[[str], str]:
    def apply(line: str) -> str:
        row = json.loads(line)
        change(row)
        return json.dumps(row)

    return apply


DAMAGE = {
    "cut": lambda line: line[: len(line) // 2],
    "empty": lambda line: "",
    "foreign": lambda line: '{"hola": 1}',
    "a list": lambda line: "[1, 2]",
    "null": lambda line: "null",
    "no time": broken(lambda row: row.pop("t")),
    "a time in words": broken(lambda row: row.update(t="pronto")),
    "a size of one number": broken(lambda row: row.update(size=[640])),
    "too few points of the face": broken(lambda row: row["face"]["points"].pop()),
    "too few points of the body": broken(lambda row: row["pose"]["points"].pop()),
    "a point of one number": broken(lambda row: row["pose"]["points"][3].pop()),
    "too few blendshapes": broken(lambda row: row["face"]["blend"].pop()),
    "light of another kind": broken(lambda row: row.update(light=[0.5])),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_damaged_line_is_named(tmp_path: Path, form: str, damage: Callable[[str], str]) -> None:
    good, file = tmp_path / "good.jsonl", tmp_path / form
    write_landmarks(good, looks("sonrisa")[20:25])
    lines = good.read_text(encoding="utf-8").splitlines()
    lines[2] = damage(lines[2])
    content = ("\n".join(lines) + "\n").encode()
    file.write_bytes(gzip.compress(content) if form.endswith("gz") else content)
    with pytest.raises(KnownError, match=rf"{form}.*línea 3"):
        list(read_landmarks(file))


def test_a_file_that_is_no_recording_is_named(tmp_path: Path) -> None:
    for name in FORMS:
        (tmp_path / name).write_bytes(b"\x89PNG\r\n\xff\xfe\x00")
        with pytest.raises(KnownError, match=name):
            list(read_landmarks(tmp_path / name))
    for missing in ("nadie.jsonl", "nadie.jsonl.gz"):
        with pytest.raises(KnownError, match=missing):
            list(read_landmarks(tmp_path / missing))


def test_a_compressed_file_may_be_cut_or_flipped_anywhere(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl.gz"
    write_landmarks(file, looks("sonrisa")[20:30])
    whole = file.read_bytes()
    for place in range(0, len(whole), len(whole) // 40):
        for damaged in (whole[:place], whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :]):
            file.write_bytes(damaged)
            try:
                list(read_landmarks(file))
            except KnownError as error:
                assert "a.jsonl.gz" in str(error)  # noqa: PT017 - some damage leaves the content whole
