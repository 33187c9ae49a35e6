"""The probability that somebody speaks, by Silero VAD."""

from __future__ import annotations

from typing import Final

import numpy as np

from coach.core.events import SAMPLE_RATE, Samples
from coach.voz.onnx_model import OnnxModel

_CONTEXT: Final = 64
"""Samples of the block before that the model wants in front of each block."""


class SpeechModel:
    """Feed it the blocks of a stream in their order."""

    def __init__(self) -> None:
        self._model = OnnxModel("silero_vad_16k_op15.onnx")
        self.reset()

    def reset(self) -> None:
        """Forget what was heard."""
        self._state = np.zeros((2, 1, 128), np.float32)
        self._context: Samples = np.zeros(_CONTEXT, np.float32)

    def push(self, block: Samples) -> float:
        """The probability in [0, 1] that somebody speaks in `block` (512 samples)."""
        samples = np.concatenate([self._context, block])[np.newaxis]
        self._context = block[-_CONTEXT:]
        output = self._model.run({"input": samples, "state": self._state, "sr": np.array(SAMPLE_RATE, np.int64)})
        self._state = output["stateN"]
        return float(output["output"][0, 0])
