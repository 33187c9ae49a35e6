"""From stretches of speech and what each is like to who spoke when (pure); what is not sure is nobody's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from coach.core.voices import Voices, VoiceTurn
from coach.voz.blocks import BLOCK_S
from coach.voz.voice_clusters import Vectors, voices_in

_Numbers: TypeAlias = npt.NDArray[Any]

STEP_S: Final = 0.1
_SURE, _SURE_SHORT = 0.04, 0.08
"""By so much the likeness (cosine) to the likest voice exceeds that to the next; in less, it may be either or both."""
_KNOWN: Final = 0.4
"""Whoever is less like every voice than this is somebody else, or a noise."""
_SHORT_S: Final = 0.6
"""A shorter turn within speech joins its neighbour: in so little no voice can be told."""
_DOUBT_S: Final = 0.8
"""While one voice follows the other nothing is sure for so long; longer doubt is two at once, or somebody else."""
_NEAR_S: Final = 0.6
_VOICE_S: Final = 2.0
"""Whoever is heard for less in all is no voice to choose."""
_UNSURE: Final = -1


@dataclass(frozen=True, slots=True)
class Spoken:
    """A stretch of speech: the middles of its windows and their vectors, none where it is too short to tell.

    `whole`: the windows are full of it, none was stretched. `powers` is the mean square of each block of it.
    """

    start_s: float
    end_s: float
    middles: tuple[float, ...]
    vectors: Vectors
    whole: bool
    powers: tuple[float, ...]


def told_apart(stretches: Sequence[Spoken]) -> Voices:
    """Who spoke when in all of it. Deterministic."""
    middles = _middles([one for one in stretches if one.whole] or [one for one in stretches if one.middles])
    if len(middles) > 1:
        turns = [turn for one in stretches for turn in _turns(one, middles)]
        voices = Voices(_numbered(_joined(_settled(turns))))
        if len(voices.heard) > 1:
            return voices
    return Voices(tuple(VoiceTurn(one.start_s, one.end_s, 0) for one in stretches))


def _middles(stretches: Sequence[Spoken]) -> Vectors:
    """What each voice in them is like."""
    if not stretches:
        return np.zeros((0, 0), np.float32)
    numbers = np.repeat(np.arange(len(stretches)), [len(one.vectors) for one in stretches])
    return voices_in(np.concatenate([one.vectors for one in stretches]), numbers)


def _turns(spoken: Spoken, voices: Vectors) -> list[VoiceTurn]:
    """The turns within one stretch."""
    if not spoken.middles:
        return [VoiceTurn(spoken.start_s, spoken.end_s, None)]
    count = max(1, round((spoken.end_s - spoken.start_s) / STEP_S))
    times = spoken.start_s + (np.arange(count) + 0.5) * (spoken.end_s - spoken.start_s) / count
    labels = _labels(spoken, voices, times)
    runs = _runs(labels)
    if spoken.whole:
        runs = _without_doubt(_without_short(runs))
    edges = [spoken.start_s, *(_quietest(spoken, first / count) for _, first, _ in runs[1:]), spoken.end_s]
    return [
        VoiceTurn(begin, end, None if voice == _UNSURE else voice)
        for (voice, _, _), begin, end in zip(runs, edges[:-1], edges[1:], strict=True)
        if end > begin
    ]


def _labels(spoken: Spoken, voices: Vectors, times: _Numbers) -> list[int]:
    """The voice at each of `times`, `_UNSURE` where none is."""
    likeness = spoken.vectors @ voices.T
    at = np.stack([np.interp(times, spoken.middles, one) for one in likeness.T], axis=1)
    ordered = np.sort(at, axis=1)
    sure = _SURE if spoken.whole else _SURE_SHORT
    known = (ordered[:, -1] - ordered[:, -2] >= sure) & (ordered[:, -1] >= _KNOWN)
    labels: list[int] = np.where(known, at.argmax(axis=1), _UNSURE).tolist()
    return labels


def _runs(labels: Sequence[int]) -> list[tuple[int, int, int]]:
    """Equal neighbours as one: label, first place, place after the last.

    >>> _runs([0, 0, 1])
    [(0, 0, 2), (1, 2, 3)]
    """
    runs: list[tuple[int, int, int]] = []
    for place, label in enumerate(labels):
        if runs and runs[-1][0] == label:
            runs[-1] = (label, runs[-1][1], place + 1)
        else:
            runs.append((label, place, place + 1))
    return runs


def _without_short(runs: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Voices that are too short to be told become doubt, as long as there is another.

    >>> _without_short([(0, 0, 9), (1, 9, 11), (0, 11, 30)])
    [(0, 0, 9), (-1, 9, 11), (0, 11, 30)]
    """
    if len(runs) == 1:
        return runs
    least = round(_SHORT_S / STEP_S)
    return _runs([_UNSURE if end - first < least else voice for voice, first, end in runs for _ in range(first, end)])


def _without_doubt(runs: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Brief doubt goes to its neighbours, half each; at an edge to the only one.

    >>> _without_doubt([(0, 0, 9), (-1, 9, 13), (1, 13, 30), (-1, 30, 50)])
    [(0, 0, 11), (1, 11, 30), (-1, 30, 50)]
    """
    labels: list[int] = []
    for place, (voice, first, end) in enumerate(runs):
        before = runs[place - 1][0] if place else None
        after = runs[place + 1][0] if place + 1 < len(runs) else None
        if voice != _UNSURE or end - first > round(_DOUBT_S / STEP_S) or before is after is None:
            labels += [voice] * (end - first)
            continue
        half = (end - first) // 2 if before is not None and after is not None else (end - first) * (before is not None)
        labels += [_UNSURE if before is None else before] * half
        labels += [_UNSURE if after is None else after] * (end - first - half)
    return _runs(labels)


def _quietest(spoken: Spoken, share: float) -> float:
    """Where the sound is lowest within 0.3 s of `share` of the stretch: there one ends and the other begins."""
    powers, reach = spoken.powers, round(0.3 / BLOCK_S)
    middle = round(share * len(powers))
    begin, end = max(1, middle - reach), min(len(powers) - 1, middle + reach)
    if begin >= end:
        return spoken.start_s + share * (spoken.end_s - spoken.start_s)
    lowest = begin + int(np.argmin(powers[begin:end]))
    return spoken.start_s + (lowest + 0.5) / len(powers) * (spoken.end_s - spoken.start_s)


def _settled(turns: list[VoiceTurn]) -> list[VoiceTurn]:
    """What was too short to tell is of whoever speaks right before and right after, if that is one."""
    out = list(turns)
    for place in range(1, len(turns) - 1):
        before, one, after = out[place - 1], turns[place], turns[place + 1]
        brief = one.voice is None and one.end_s - one.start_s <= _DOUBT_S
        near = one.start_s - before.end_s <= _NEAR_S and after.start_s - one.end_s <= _NEAR_S
        if brief and near and before.voice == after.voice:
            out[place] = replace(one, voice=before.voice)
    return out


def _joined(turns: list[VoiceTurn]) -> list[VoiceTurn]:
    """Turns of one voice that touch, as one."""
    out: list[VoiceTurn] = []
    for turn in turns:
        if out and out[-1].voice == turn.voice and turn.start_s <= out[-1].end_s:
            out[-1] = replace(out[-1], end_s=turn.end_s)
        else:
            out.append(turn)
    return out


def _numbered(turns: list[VoiceTurn]) -> tuple[VoiceTurn, ...]:
    """By order of first speaking; who hardly speaks has no number."""
    seconds: dict[int, float] = {}
    for turn in turns:
        if turn.voice is not None:
            seconds[turn.voice] = seconds.get(turn.voice, 0.0) + turn.end_s - turn.start_s
    numbers = {voice: number for number, voice in enumerate(v for v in seconds if seconds[v] >= _VOICE_S)}
    return tuple(replace(turn, voice=None if turn.voice is None else numbers.get(turn.voice)) for turn in turns)
