"""A first look at a recording that was chosen: is there anything that only the agent can tell about it?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from coach.core.events import Image
from coach.core.source import SourceInfo
from coach.core.tile import Tile
from coach.intake.heard import VoiceClip, voice_clips
from coach.media.naming import typed_path
from coach.vision.gallery import Gallery, Somebody, tiles_of
from coach.vision.recording import Recording
from coach.voz.channels import Channel, channels_of

_PLACES: Final = (0.15, 0.5, 0.85)
"""Of its length: where it is looked at."""
_OF_NO_LENGTH_S: Final = (0.5, 4.0, 12.0)
"""Where it is looked at when it does not say how long it is."""
_OFTEN: Final = 2
"""In so many pictures somebody must be in one place: who passes by has no tile."""


@dataclass(frozen=True, slots=True)
class Glimpse:
    """`tiles`: where in `still` somebody is, none unless they are several. `channels`: none unless they differ.

    `voices`: those told apart where the sound is all in one, none unless they are several. `heard`: whether there is
    any sound.
    """

    still: Image | None
    tiles: tuple[Tile, ...]
    channels: tuple[Channel, ...]
    heard: bool
    voices: tuple[VoiceClip, ...] = ()

    @property
    def asks(self) -> bool:
        """Whether there is anything to choose."""
        return bool(self.tiles or self.channels or self.voices)


def glimpse(where: str, keep_on: Callable[[], None]) -> Glimpse:
    """Look into it here and there, and hear all of a sound that is not in channels: a hundredth of its length.

    `keep_on` is called on the way; what it raises ends the work. Raises `KnownError` when it cannot be opened.
    """
    path = typed_path(where)
    with Recording(path) as recording:
        info = recording.info
        still, tiles = _seen(recording, info, keep_on) if info.video else (None, ())
    channels = channels_of(path, keep_on) if info.audio else ()
    voices = voice_clips(path, keep_on) if info.audio and not channels else ()
    return Glimpse(still, tiles, channels, info.audio, voices)


def _seen(recording: Recording, info: SourceInfo, keep_on: Callable[[], None]) -> tuple[Image | None, tuple[Tile, ...]]:
    """The picture that shows most people, and their tiles; two pictures without a crowd are enough to know."""
    places = _OF_NO_LENGTH_S if info.duration_s is None else [share * info.duration_s for share in _PLACES]
    looks: list[tuple[Image, list[Somebody]]] = []
    gallery = Gallery()
    try:
        for t in places:
            keep_on()
            frame = next(recording.since(t), None)
            if frame is not None:
                looks.append((frame.image, gallery.look(frame.image)))
            if len(looks) == _OFTEN and all(len(people) < 2 for _, people in looks):
                break
    finally:
        gallery.close()
    if not looks:
        return None, ()
    still, people = max(looks, key=lambda look: len(look[1]))
    stay = [one for one in people if _stays(one, [other for _, other in looks])]
    if len(stay) < 2:
        return still, ()
    return still, tuple(tiles_of(stay, still.shape[1], still.shape[0]))


def _stays(one: Somebody, looks: Sequence[Sequence[Somebody]]) -> bool:
    found = sum(any(one.near(other) for other in people) for people in looks)
    return found >= min(_OFTEN, len(looks))
