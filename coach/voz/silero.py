"""The probability that somebody speaks, by Silero VAD."""

from __future__ import annotations

from typing import Final

import numpy as np

from coach.core.events import Samples
from coach.voz.blocks import Batch
from coach.voz.onnx_model import OnnxModel

_CONTEXT: Final = 64
"""Samples of the block before that the model wants in front of each block."""


class SpeechModel:
    """Feed it the blocks of a stream in their order, as many at a time as there are."""

    def __init__(self) -> None:
        self._model = OnnxModel("silero_vad_stream.onnx")
        self.reset()

    def reset(self) -> None:
        """Forget what was heard."""
        self._state = self._model.zeros()
        self._context: Samples = np.zeros(_CONTEXT, np.float32)

    def push(self, blocks: Batch) -> list[float]:
        """The probability in [0, 1] that somebody speaks in each of `blocks`."""
        before = np.vstack([self._context, blocks[:-1, -_CONTEXT:]])
        self._context = blocks[-1, -_CONTEXT:]
        output = self._model.run({"input": np.hstack([before, blocks]), **self._state})
        self._state = {name: output[name + "_next"] for name in self._state}
        return [float(probability) for probability in output["probability"].ravel()]
