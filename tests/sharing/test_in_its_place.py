"""What is shared of a recording stays where it was in the session, without what came before it too."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.core.events import ConditionChanged, Frame, Sound
from coach.session.recording import stored_medium
from coach.session.store import SessionStore
from coach.sharing.export import Choice, share
from coach.sharing.manifest import PARTS, Part
from coach.vision.recording import Recording
from coach.voz.sound_file import SoundFile
from tests.sharing.computers import NOW, PHRASE, kept
from tests.support.received import receive
from tests.support.sounds import tone, write_wave


@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize(
    ("part", "sound_s", "picture_s"), [("sonido", 2.0, 0.0), ("video", 0.0, 2.0), ("sonido", 9.0, 7.0)]
)
def test_picture_and_sound_keep_their_place(
    agent: SessionStore,
    trainer: SessionStore,
    tmp_path: Path,
    part: Part,
    sound_s: float,
    picture_s: float,
    whole: bool,
) -> None:
    begin = round(picture_s * 1000)
    pictures = range(begin, begin + 3000, 40)
    file = write_wave(tmp_path / "a.mkv", tone(440, 3.0, 16_000), 16_000, start_s=sound_s, pictures=pictures)
    shared = tmp_path / "a.coach"
    share(agent, kept(agent, file), shared, PHRASE, Choice(PARTS if whole else (part,)), NOW)
    medium = stored_medium(trainer, receive(trainer, shared, PHRASE, NOW).session)
    assert medium is not None
    found: list[Frame | Sound | ConditionChanged]
    if part == "video":
        found = [next(iter(Recording(medium))), *(next(Recording(medium).since(t)) for t in (0.0, 2.6))]
    else:
        found = [next(iter(SoundFile(medium))), *(next(SoundFile(medium).since(t)) for t in (0.0, 2.6))]
    assert [one.t for one in found] == pytest.approx([2.0, 2.0, 2.6], abs=0.002)
