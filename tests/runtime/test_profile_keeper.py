"""Picture and voice learn their parts of one profile, and neither undoes what the other has learned."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.detectors.profile import Profile, Rest
from coach.errors import KnownError
from coach.runtime.profile_keeper import ProfileKeeper
from coach.session.profile_file import load_profile


def test_what_one_learns_stays_when_the_other_learns(tmp_path: Path) -> None:
    file = tmp_path / "coach" / "perfil.json"
    known = Profile(rests={"mouth_smile": Rest(0.1, 0.02)})
    keeper = ProfileKeeper(known, file)
    assert not file.exists()
    keeper.keep(voice={"pitch_st": Rest(12.0, 1.0)}, rate_factor=1.1)
    keeper.keep(rests={"mouth_smile": Rest(0.3, 0.01)}, guided=True)
    expected = Profile({"mouth_smile": Rest(0.3, 0.01)}, True, {"pitch_st": Rest(12.0, 1.0)}, 1.1)
    assert load_profile(file) == expected


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "coach").write_text("a file where the folder should be")
    with pytest.raises(KnownError, match="elige otra carpeta"):
        ProfileKeeper(None, tmp_path / "coach" / "perfil.json").keep(rate_factor=1.1)
