"""Picture and voice learn their parts of one profile, and neither undoes what the other has learned."""

from __future__ import annotations

from coach.detectors.profile import Profile, Rest
from coach.runtime.profile_keeper import ProfileKeeper


def test_what_one_learns_stays_when_the_other_learns() -> None:
    learned: list[Profile] = []
    keeper = ProfileKeeper(Profile(rests={"mouth_smile": Rest(0.1, 0.02)}), learned.append)
    assert not learned
    keeper.keep(voice={"pitch_st": Rest(12.0, 1.0)}, rate_factor=1.1)
    keeper.keep(rests={"mouth_smile": Rest(0.3, 0.01)}, guided=True)
    assert learned[-1] == Profile({"mouth_smile": Rest(0.3, 0.01)}, True, {"pitch_st": Rest(12.0, 1.0)}, 1.1)
