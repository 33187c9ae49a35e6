"""A vector for what a voice is like, whatever it says: GE2E (Wan et al. 2018), as Resemblyzer trained it."""

from __future__ import annotations

from typing import Final

import numpy as np

from coach.core.events import SAMPLE_RATE, Samples
from coach.voz.onnx_model import OnnxModel, Tensor

WINDOW: Final = 25_600
"""Samples of a window: 1.6 s, as the model was trained."""
_FRAME, _HOP = 400, 160
_MOST: Final = 32
"""Windows at a time: what its memory is worth."""
_LEVEL: Final = 10 ** (-30.0 / 20.0)
"""Root mean square that windows are brought to: the model hears loudness as part of the voice."""
_HANN: Final = np.hanning(_FRAME + 1)[:-1].astype(np.float32)


class VoiceModel:
    """Asked for every window by itself: nothing is remembered. Raises `KnownError` when the model is missing."""

    def __init__(self) -> None:
        self._model = OnnxModel("ge2e_voice.onnx")

    def vectors(self, windows: Samples) -> Tensor:
        """(n, 256) of length 1, of (n, `WINDOW`) samples: the nearer two are, the more alike are the voices."""
        parts = [self._some(windows[begin : begin + _MOST]) for begin in range(0, len(windows), _MOST)]
        return np.concatenate(parts) if parts else np.zeros((0, 256), np.float32)

    def _some(self, windows: Samples) -> Tensor:
        strength = np.sqrt(np.mean(np.square(windows), axis=1, keepdims=True) + 1e-12)
        wide = np.pad(windows * (_LEVEL / strength), ((0, 0), (_FRAME // 2, _FRAME // 2))).astype(np.float32)
        frames = np.lib.stride_tricks.sliding_window_view(wide, _FRAME, axis=1)[:, :WINDOW:_HOP]
        power = np.abs(np.fft.rfft(frames * _HANN, axis=2)) ** 2
        inputs = np.ascontiguousarray(power.transpose(1, 0, 2), np.float32)
        return self._model.run({"power": inputs})["voice"]


assert WINDOW * 10 == 16 * SAMPLE_RATE, "the model hears 1.6 s"
