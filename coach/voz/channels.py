"""What each channel of a recording sounds like, so that the agent can say which one is theirs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from coach.core.events import Samples, Sound
from coach.errors import KnownError
from coach.media.container import beginning_s, duration_s, open_container, seek_before, sound_or_none
from coach.media.medium import Medium
from coach.voz.intake import Block, Intake
from coach.voz.sound_file import decoded

if TYPE_CHECKING:
    from av.container import InputContainer

LISTEN_S: Final = 3.0
"""So much of a channel can be listened to."""
_STRETCHES, _STRETCH_S = 16, 4.0
"""So many stretches of a long recording are looked at: people take turns."""
_WINDOW_S: Final = 0.1
_AUDIBLE_DB: Final = -50.0
"""Below full scale; what is quieter is no voice."""
_APART_DB: Final = 6.0
"""So much louder than the others, a channel holds what they do not: the two microphones of one room differ by less."""
_APART_S: Final = 1.0
"""For so long in all, or it is chance."""
_TYPICAL: Final = 90
"""Percentile of the level of a channel, so that whoever speaks little is not taken to be quiet."""


@dataclass(frozen=True, slots=True)
class Channel:
    """`level_db`: how loud it is where it is loud, below full scale (0). `clip`: where it stands out most."""

    level_db: float
    clip: Samples


def channels_of(medium: Medium, keep_on: Callable[[], None]) -> tuple[Channel, ...]:
    """The channels of the first sound, in order; none where they hold the same, only one can be heard, or none.

    `keep_on` is called on the way; what it raises ends the work. Raises `KnownError` when the file cannot be opened.
    """
    heard = [block for block in _stretches(medium, keep_on) if block[1].shape[1] > 1]
    if not heard:
        return ()
    count = min(block.shape[1] for _, block in heard)
    levels = [_levels(block[:, :count], rate) for rate, block in heard]
    every = np.concatenate(levels)
    loud = np.percentile(every, _TYPICAL, axis=0)
    if (loud > _AUDIBLE_DB).sum() < 2 or _own(every).sum() * _WINDOW_S < _APART_S:
        return ()
    return tuple(Channel(float(loud[place]), _clip(heard, levels, place)) for place in range(count))


def check_channel(medium: Medium, channel: int) -> None:
    """Raise `KnownError` where it has no sound, or its sound has no such channel (from 0)."""
    with open_container(medium) as container:
        stream = sound_or_none(container)
        count = 0 if stream is None else stream.codec_context.layout.nb_channels
    if count == 0:
        raise KnownError(f"«{medium.name}» no tiene sonido; quita --canal.")
    if count == 1:
        raise KnownError(f"«{medium.name}» tiene un solo canal; quita --canal.")
    if count <= channel:
        which = "1 o 2" if count == 2 else f"del 1 al {count}"
        raise KnownError(f"«{medium.name}» tiene {count} canales; elige {which}.")


def _stretches(medium: Medium, keep_on: Callable[[], None]) -> list[tuple[int, Block]]:
    """Rate and samples of each: of a short recording there is one, which is all of it."""
    found = []
    with open_container(medium) as container:
        stream = sound_or_none(container)
        length = duration_s(container)
        if stream is None:
            return []
        long = length is not None and length > _STRETCHES * _STRETCH_S
        starts = [length * place / _STRETCHES for place in range(_STRETCHES)] if long and length is not None else [0.0]
        origin = beginning_s(stream) or 0.0
        for start in starts:
            keep_on()
            if start:
                seek_before(container, stream, origin + start)
            stretch = _stretch(container, _STRETCH_S if long else _STRETCHES * _STRETCH_S)
            if stretch is not None:
                found.append(stretch)
    return found


def _stretch(container: InputContainer, most_s: float) -> tuple[int, Block] | None:
    """From where the container is, as long as the sound keeps its form; None where there is none."""
    blocks: list[Block] = []
    rate, had = 0, 0
    for piece in decoded(container):
        if blocks and (piece.rate != rate or piece.block.shape[1] != blocks[0].shape[1]):
            break
        rate = piece.rate
        blocks.append(np.nan_to_num(piece.block, posinf=0.0, neginf=0.0))
        had += len(piece.block)
        if had >= most_s * rate:
            break
    return (rate, np.concatenate(blocks)) if had >= rate * _WINDOW_S and blocks else None


def _levels(block: Block, rate: int) -> Block:
    """Decibels below full scale, a row a window."""
    size = round(_WINDOW_S * rate)
    windows = block[: len(block) // size * size].reshape(-1, size, block.shape[1])
    power = np.mean(np.square(np.clip(windows, -1.0, 1.0), dtype=np.float64), axis=1)
    levels: Block = (10.0 * np.log10(power + 1e-12)).astype(np.float32)
    return levels


def _own(levels: Block) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """In which windows which channel is heard and stands out from all others."""
    others = np.stack([np.delete(levels, place, axis=1).max(axis=1) for place in range(levels.shape[1])], axis=1)
    return (levels > _AUDIBLE_DB) & (levels > others + _APART_DB)


def _clip(heard: Sequence[tuple[int, Block]], levels: Sequence[Block], place: int) -> Samples:
    """`LISTEN_S` of this channel where it stands out for longest, and else is loudest."""
    length = round(LISTEN_S / _WINDOW_S)
    best, found = -np.inf, (0, 0)
    for number, each in enumerate(levels):
        worth = np.where(_own(each)[:, place], 1.0, 0.0) + (each[:, place] + 120.0) * 1e-4
        for start in range(0, max(1, len(worth) - length + 1), 5):
            total = float(worth[start : start + length].sum())
            if total > best:
                best, found = total, (number, start)
    rate, block = heard[found[0]]
    first = round(found[1] * _WINDOW_S * rate)
    intake = Intake(rate, place)
    told = [*intake.push(0.0, block[first : first + round(LISTEN_S * rate)]), *intake.flush()]
    return np.concatenate([one.samples for one in told if isinstance(one, Sound)])
