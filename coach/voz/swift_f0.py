"""The pitch of a voice, from 55 to 600 Hz, by the network of swift-f0 made to stream."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final, TypeAlias

import numpy as np

from coach.core.events import Samples
from coach.voz.blocks import BLOCK, Batch, hann, powers
from coach.voz.onnx_model import OnnxModel, Tensor
from coach.voz.pitch import Pitch

LAG_BLOCKS: Final = 5
"""Blocks that must follow a block before its pitch is known: the network looks 2815 samples ahead."""

_BEFORE: Final = 2
"""Blocks of which the network must have heard before one whose pitch it is asked for: 7 frames, less the 5 blocks that
follow, in which it hears of the frames between."""
_VOICED: Final = 0.5
"""Confidence from which swift-f0 calls a frame voiced."""
_SILENCE: Final = 1e-3
"""Sound that peaks below this is none: on a digital silence the network answers at random."""
_WINDOWS: Final = {f"m{n}": hann(n) for n in (512, 1024, 2048)}
_HOP: Final = BLOCK // 2
"""Samples from one frame to the next; a frame is as wide as the widest window, its narrower ones lie in its middle."""
_WIDEST: Final = 2048
_NONE: Final = Pitch(None, 0.0)
_UNTOLD: Final = _NONE, _NONE

Heard: TypeAlias = tuple[float, float]
"""Pitch in Hz and confidence."""


class PitchModel:
    """Feed it the blocks of a stream in their order; it answers for the block `LAG_BLOCKS` before each.

    The network rests while nobody asks. A pitch depends on the 7 frames on either side of it alone, so that a network
    that begins anew in time answers as one that never stopped.
    """

    def __init__(self) -> None:
        self._model = OnnxModel("swift_f0_stream.onnx")
        self._zeros = {name: zeros for name, zeros in self._model.zeros().items() if name not in _WINDOWS}
        self.reset()

    def reset(self) -> None:
        """Forget what was heard."""
        self._state: dict[str, Tensor] | None = None
        self._samples: Samples = np.zeros(_WIDEST - _HOP + _BEFORE * BLOCK, np.float32)
        self._peaks = [0.0] * LAG_BLOCKS
        self._wanted = [False] * LAG_BLOCKS

    def push(self, blocks: Batch, wanted: Sequence[bool]) -> list[tuple[Pitch, Pitch]]:
        """For each of `blocks` the pitches at the beginning and at the middle of the block `LAG_BLOCKS` before it.

        `wanted`: of which of `blocks` they will be asked for; there are none of the others.
        """
        joined = np.concatenate([self._samples, blocks.ravel()])
        self._samples = joined[blocks.size :]
        peaks = [*self._peaks, *np.abs(blocks).max(axis=1).tolist()]
        asked = [*self._wanted, *wanted]
        self._peaks, self._wanted = peaks[-LAG_BLOCKS:], asked[-LAG_BLOCKS:]
        told: list[tuple[Pitch, Pitch]] = []
        for needed, group in groupby(any(asked[at : at + LAG_BLOCKS + 1]) for at in range(len(blocks))):
            begin = len(told)
            end = begin + len(list(group))
            if not needed:
                self._state = None
                told += [_UNTOLD] * (end - begin)
                continue
            heard = zip(self._run(joined, begin, end), peaks[begin:end], asked[begin:end], strict=True)
            told += [_pitches(frames, peak) if wanted else _UNTOLD for frames, peak, wanted in heard]
        return told

    def _run(self, samples: Samples, begin: int, end: int) -> list[list[Heard]]:
        """The network's answers to the two frames of each block; the first `_BEFORE` blocks of `samples` are past."""
        early = _BEFORE if self._state is None else 0
        heard = samples[(begin + _BEFORE - early) * BLOCK : (end + _BEFORE) * BLOCK + _WIDEST - _HOP]
        inputs = {name: _magnitudes(heard, window) for name, window in _WINDOWS.items()}
        output = self._model.run({**inputs, **(self._state or self._zeros)})
        self._state = {name: output[name + "_next"] for name in self._zeros}
        frames = list(zip(output["pitch"][0].tolist(), output["confidence"][0].tolist(), strict=True))
        return [frames[at : at + 2] for at in range(2 * early, len(frames), 2)]


def _magnitudes(samples: Samples, window: Samples) -> Samples:
    """(1, 1, frames, len(window) // 2 + 1) magnitudes of the spectra in the middle of each frame of `samples`."""
    edge = (_WIDEST - len(window)) // 2
    magnitudes = powers(samples[edge : len(samples) - edge], window, _HOP)
    return np.sqrt(magnitudes, out=magnitudes)[np.newaxis, np.newaxis]


def _pitches(frames: list[Heard], peak: float) -> tuple[Pitch, Pitch]:
    """Those of a block's two frames; `peak` is the greatest size of its samples."""
    if peak < _SILENCE:
        return _UNTOLD
    one, other = (Pitch(hz if confidence >= _VOICED else None, confidence) for hz, confidence in frames)
    return one, other
