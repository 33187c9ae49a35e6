"""A vector for what a voice is like, whatever it says: CAM++ (Wang et al. 2023), as 3D-Speaker trained it."""

from __future__ import annotations

from typing import Final

import numpy as np

from coach.core.events import SAMPLE_RATE, Samples
from coach.voz.onnx_model import OnnxModel, Tensor

WINDOW: Final = 25_600
"""Samples of a window: 1.6 s, about as much as is said before another may speak."""
_SIZE: Final = 192
_FRAME, _HOP, _FFT = 400, 160, 512
_MOST: Final = 4
"""Windows at a time: with more, what layers hand on leaves the processor's cache, and each takes an eighth longer."""
_LEVEL: Final = 10 ** (-30.0 / 20.0)
"""Root mean square that windows are brought to, so that none is so soft that its bands count as empty."""
_EMPHASIS: Final = 0.97
_POVEY: Final = (np.hanning(_FRAME) ** 0.85).astype(np.float32)
"""Kaldi's window, between Hann's and Hamming's."""


class VoiceModel:
    """Asked for every window by itself: nothing is remembered. Raises `KnownError` when the model is missing."""

    def __init__(self) -> None:
        self._model = OnnxModel("campplus_voice.onnx", blocked=True)

    def vectors(self, windows: Samples) -> Tensor:
        """(n, 192) of length 1, of (n, `WINDOW`) samples: the nearer two are, the more alike are the voices."""
        parts = [self._some(windows[begin : begin + _MOST]) for begin in range(0, len(windows), _MOST)]
        return np.concatenate(parts) if parts else np.zeros((0, _SIZE), np.float32)

    def _some(self, windows: Samples) -> Tensor:
        strength = np.sqrt(np.mean(np.square(windows), axis=1, keepdims=True) + 1e-12)
        level = np.asarray(windows * (_LEVEL / strength), np.float32)
        frames = np.lib.stride_tricks.sliding_window_view(level, _FRAME, axis=1)[:, ::_HOP]
        frames = frames - frames.mean(axis=2, keepdims=True)
        before = np.concatenate([frames[:, :, :1], frames[:, :, :-1]], axis=2)
        power = np.abs(np.fft.rfft((frames - _EMPHASIS * before) * _POVEY, _FFT, axis=2)) ** 2
        return self._model.run({"power": np.asarray(power, np.float32)})["voice"]


assert WINDOW * 10 == 16 * SAMPLE_RATE, "the model is laid out for 1.6 s"
