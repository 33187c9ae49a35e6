"""The probability that somebody speaks, by Silero VAD."""

from __future__ import annotations

from typing import Final

import numpy as np

from coach.core.events import Samples
from coach.voz.blocks import Batch
from coach.voz.onnx_model import OnnxModel

_CONTEXT: Final = 64
"""Samples of the block before that the model wants in front of each block; behind it wants its own end mirrored."""
_FRAME, _HOP = 256, 128


class SpeechModel:
    """Feed it the blocks of a stream in their order, as many at a time as there are."""

    def __init__(self) -> None:
        self._model = OnnxModel("silero_vad_stream.onnx")
        self.reset()

    def reset(self) -> None:
        """Forget what was heard."""
        self._state = self._model.zeros()
        self._context: Samples = np.zeros((1, _CONTEXT), np.float32)

    def push(self, blocks: Batch) -> list[float]:
        """The probability in [0, 1] that somebody speaks in each of `blocks`."""
        before = np.concatenate([self._context, blocks[:-1, -_CONTEXT:]])
        self._context = blocks[-1:, -_CONTEXT:]
        mirrored = blocks[:, -2 : -2 - _CONTEXT : -1]
        output = self._model.run({"input": _frames(np.hstack([before, blocks, mirrored])), **self._state})
        self._state = {name: output[name + "_next"] for name in self._state}
        probabilities: list[float] = output["probability"].ravel().tolist()
        return probabilities


def _frames(wide: Samples) -> Samples:
    """(n, 4, `_FRAME`): the frames of blocks with `_CONTEXT` samples on both sides of them."""
    count, width = wide.shape
    strides = wide.strides[0], _HOP * wide.itemsize, wide.itemsize
    shape = count, (width - _FRAME) // _HOP + 1, _FRAME
    return np.ascontiguousarray(np.ndarray(shape, wide.dtype, buffer=wide.data, strides=strides))
