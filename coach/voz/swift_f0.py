"""The pitch of a voice, by the network of swift-f0 made to stream."""

from __future__ import annotations

from typing import Final

import numpy as np

from coach.core.events import Samples
from coach.voz.blocks import BLOCK
from coach.voz.onnx_model import OnnxModel
from coach.voz.pitch import Pitch

LAG_BLOCKS: Final = 5
"""Blocks that must follow a block before its pitch is known: the network looks 2815 samples ahead."""

_LOWEST_HZ, _HIGHEST_HZ = 55.0, 600.0
"""Where the pitch of speech is looked for."""
_VOICED: Final = 0.5
"""Confidence from which swift-f0 calls a frame voiced."""
_SILENCE: Final = 1e-3
"""Sound that peaks below this is none: on a digital silence the network answers at random."""
_WINDOWS: Final = {f"m{n}": (n, np.hanning(n + 1)[:-1].astype(np.float32)) for n in (512, 1024, 2048)}
_KEPT: Final = 3072
"""Samples that the spectra of two new frames reach back over, and those of the block whose pitch is told now."""
_CENTRES: Final = np.array([[_KEPT - 1024 - BLOCK // 2], [_KEPT - 1024]])
_FRAMES: Final = {size: _CENTRES + np.arange(-size // 2, size // 2) for size, _ in _WINDOWS.values()}


class PitchModel:
    """Feed it the blocks of a stream in their order; it answers for the block `LAG_BLOCKS` before."""

    def __init__(self) -> None:
        self._model = OnnxModel("swift_f0_stream.onnx")
        self.reset()

    def reset(self) -> None:
        """Forget what was heard."""
        self._state = {name: zeros for name, zeros in self._model.zeros().items() if name not in _WINDOWS}
        self._samples: Samples = np.zeros(_KEPT, np.float32)
        self._peaks = [0.0] * (LAG_BLOCKS + 1)

    def push(self, block: Samples) -> tuple[Pitch, Pitch]:
        """The pitches at the beginning and at the middle of the block that came `LAG_BLOCKS` before `block`."""
        self._samples = np.concatenate([self._samples[BLOCK:], block])
        self._peaks = [*self._peaks[1:], float(np.max(np.abs(block)))]
        inputs = {name: self._magnitudes(*window) for name, window in _WINDOWS.items()}
        limits = {"fmin": np.array(_LOWEST_HZ, np.float32), "fmax": np.array(_HIGHEST_HZ, np.float32)}
        output = self._model.run({**inputs, **self._state, **limits})
        self._state = {name: output[name + "_next"] for name in self._state}
        first, second = (
            self._pitch(float(hz), float(confidence))
            for hz, confidence in zip(output["pitch"][0], output["confidence"][0], strict=True)
        )
        return first, second

    def _magnitudes(self, size: int, window: Samples) -> Samples:
        """(1, 2, size // 2 + 1) magnitudes of the spectra around the two newest centres with 1024 samples after."""
        spectra = np.fft.rfft(self._samples[_FRAMES[size]] * window)
        return np.abs(spectra)[np.newaxis].astype(np.float32, copy=False)

    def _pitch(self, hz: float, confidence: float) -> Pitch:
        if self._peaks[0] < _SILENCE:
            return Pitch(None, 0.0)
        return Pitch(hz if confidence >= _VOICED else None, confidence)
