"""Profile files: what is saved is what is read, and nothing else is."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from coach.detectors.profile import Profile, Rest
from coach.errors import KnownError
from coach.session.profile_file import load_profile, save_profile
from tests.support.recorded import looks, neutral, observe

GOOD = '{"coach_profile": 1, "guided": true, "rests": {"head_pitch_deg": {"value": 3.5, "mad": 1.25}}}'
VOICE = GOOD.replace('"coach_profile": 1', '"coach_profile": 2')[:-1] + (
    ', "voice": {"pitch_st": {"value": 12.0, "mad": 0.5}}, "rate_factor": 0.9}'
)
BAD = {
    "empty": "",
    "no JSON": "mi perfil",
    "cut": GOOD[:-20],
    "a list": "[1, 2]",
    "a number": "3",
    "nothing": "null",
    "foreign": '{"name": "otro programa"}',
    "another version": GOOD.replace('"coach_profile": 1', '"coach_profile": 99'),
    "no rests": '{"coach_profile": 1, "guided": true}',
    "rests of another kind": '{"coach_profile": 1, "guided": true, "rests": [1]}',
    "a rest without a value": GOOD.replace('"value": 3.5, ', ""),
    "a value that is no number": GOOD.replace("3.5", '"mucho"'),
    "a value that is null": GOOD.replace("3.5", "null"),
    "no voice in a version that has one": GOOD.replace('"coach_profile": 1', '"coach_profile": 2'),
    "a voice of another kind": VOICE.replace('"voice": {', '"voice": {"x": 3, '),
    "a factor that is none": VOICE.replace("0.9}", "0}"),
    "a factor that is no number": VOICE.replace("0.9}", '"poco"}'),
    "a key that nobody knows": GOOD[:-1] + ', "zzz": 3}',
    "a value that is not finite": GOOD.replace("3.5", "NaN"),
}


def test_what_is_saved_is_what_is_read(tmp_path: Path) -> None:
    file = tmp_path / "ana.json"
    voice = Profile(voice={"pitch_st": Rest(12.0, 0.5)}, rate_factor=0.93)
    for profile in (
        Profile(),
        voice,
        Profile({"smile_logit": Rest(-6.1, 0.3)}, True),
        neutral(observe(looks("neutral"))),
    ):
        save_profile(profile, file)
        assert load_profile(file) == profile


def test_a_good_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "ana.json"
    file.write_text(GOOD, encoding="utf-8")
    assert load_profile(file) == Profile({"head_pitch_deg": Rest(3.5, 1.25)}, guided=True)
    file.write_text(VOICE, encoding="utf-8")
    assert load_profile(file) == Profile(
        {"head_pitch_deg": Rest(3.5, 1.25)}, guided=True, voice={"pitch_st": Rest(12.0, 0.5)}, rate_factor=0.9
    )


@pytest.mark.parametrize("content", BAD.values(), ids=BAD.keys())
def test_anything_else_is_refused_by_name(tmp_path: Path, content: str) -> None:
    file = tmp_path / "perfil raro.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(KnownError, match=r"perfil raro\.json"):
        load_profile(file)


def test_bytes_that_are_no_text_are_refused_by_name(tmp_path: Path) -> None:
    file = tmp_path / "foto.json"
    file.write_bytes(b"\x89PNG\xff\xfe\x00")
    with pytest.raises(KnownError, match=r"foto\.json"):
        load_profile(file)


def test_a_missing_file_and_a_folder_are_told_by_name(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match=r"nadie\.json"):
        load_profile(tmp_path / "nadie.json")
    with pytest.raises(KnownError, match=tmp_path.name):
        load_profile(tmp_path)
    with pytest.raises(KnownError, match=tmp_path.name):
        save_profile(Profile(), tmp_path)


def test_a_disk_that_is_full_leaves_the_profile_that_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "ana.json"
    save_profile(Profile({"smile_logit": Rest(-6.1, 0.3)}, True), file)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(KnownError, match=r"ana\.json"):
        save_profile(Profile(), file)
    assert load_profile(file).guided
    assert [one.name for one in tmp_path.iterdir()] == ["ana.json"]


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such permissions")
def test_only_its_owner_reads_it(tmp_path: Path) -> None:
    save_profile(Profile(), tmp_path / "ana.json")
    assert stat.S_IMODE((tmp_path / "ana.json").stat().st_mode) == 0o600
