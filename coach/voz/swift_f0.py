"""The pitch of a voice, from 55 to 600 Hz, by the network of swift-f0 made to stream."""

from __future__ import annotations

from typing import Final

import numpy as np

from coach.core.events import Samples
from coach.voz.blocks import BLOCK, Batch, frames
from coach.voz.onnx_model import OnnxModel
from coach.voz.pitch import Pitch

LAG_BLOCKS: Final = 5
"""Blocks that must follow a block before its pitch is known: the network looks 2815 samples ahead."""

_VOICED: Final = 0.5
"""Confidence from which swift-f0 calls a frame voiced."""
_SILENCE: Final = 1e-3
"""Sound that peaks below this is none: on a digital silence the network answers at random."""
_WINDOWS: Final = {f"m{n}": (n, np.hanning(n + 1)[:-1].astype(np.float32)) for n in (512, 1024, 2048)}
_HOP: Final = BLOCK // 2
"""Samples from one frame to the next; a frame is as wide as the widest window, its narrower ones lie in its middle."""
_WIDEST: Final = 2048


class PitchModel:
    """Feed it the blocks of a stream in their order; it answers for the block `LAG_BLOCKS` before each."""

    def __init__(self) -> None:
        self._model = OnnxModel("swift_f0_stream.onnx")
        self.reset()

    def reset(self) -> None:
        """Forget what was heard."""
        self._state = {name: zeros for name, zeros in self._model.zeros().items() if name not in _WINDOWS}
        self._samples: Samples = np.zeros(_WIDEST - _HOP, np.float32)
        self._peaks = [0.0] * LAG_BLOCKS

    def push(self, blocks: Batch) -> list[tuple[Pitch, Pitch]]:
        """For each of `blocks` the pitches at the beginning and at the middle of the block `LAG_BLOCKS` before it."""
        joined = np.concatenate([self._samples, blocks.ravel()])
        self._samples = joined[-(_WIDEST - _HOP) :]
        peaks = [*self._peaks, *np.abs(blocks).max(axis=1).tolist()]
        self._peaks = peaks[-LAG_BLOCKS:]
        inputs = {name: _magnitudes(joined, *window) for name, window in _WINDOWS.items()}
        output = self._model.run({**inputs, **self._state})
        self._state = {name: output[name + "_next"] for name in self._state}
        heard = zip(output["pitch"][0].tolist(), output["confidence"][0].tolist(), strict=True)
        pitches = [_pitch(*frame, peaks[place // 2]) for place, frame in enumerate(heard)]
        return list(zip(pitches[::2], pitches[1::2], strict=True))


def _magnitudes(samples: Samples, size: int, window: Samples) -> Samples:
    """(1, 1, frames, size // 2 + 1) magnitudes of the spectra in the middle of each frame of `samples`."""
    edge = (_WIDEST - size) // 2
    middle = samples[edge : len(samples) - edge]
    spectra = np.fft.rfft(frames(middle, size, _HOP) * window)
    magnitudes: Samples = np.sqrt(spectra.real**2 + spectra.imag**2)
    return magnitudes[np.newaxis, np.newaxis]


def _pitch(hz: float, confidence: float, peak: float) -> Pitch:
    if peak < _SILENCE:
        return Pitch(None, 0.0)
    return Pitch(hz if confidence >= _VOICED else None, confidence)
