"""A picture of a recording's sound for its report: a mel spectrogram with a column a second, made by librosa.

librosa costs 228 MB and seconds to load, so it works in a process of its own that ends with the recording; the sound
goes to it as it is read, and nothing but the columns is kept.
"""

from __future__ import annotations

import subprocess
import sys
from typing import BinaryIO, Final

import numpy as np

from coach.core.events import SAMPLE_RATE, Samples
from coach.voz.spectrum import Power

BANDS: Final = 40
LOWEST_DB: Final = -100.0
_SECOND: Final = SAMPLE_RATE * 4
"""Bytes in a second of sound."""


class MelSpectrogram:
    """Push the sound of a recording from its start to its end, then `close` for the picture."""

    def __init__(self) -> None:
        self._worker = subprocess.Popen(  # noqa: S603  (nothing in it comes from outside)
            [sys.executable, "-m", "coach.voz.spectrogram"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def push(self, samples: Samples) -> None:
        """Take in more sound."""
        assert self._worker.stdin is not None
        self._worker.stdin.write(samples.astype("<f4").tobytes())

    def close(self) -> Power:
        """(seconds, BANDS) levels in dBFS, low bands first; the last second may be a part of one."""
        output, _ = self._worker.communicate()
        if self._worker.returncode != 0:
            raise RuntimeError(f"the spectrogram's process ended with {self._worker.returncode}")
        return np.frombuffer(output, "<f4").reshape(-1, BANDS)


def _columns(sound: BinaryIO, picture: BinaryIO) -> None:
    """What the process does: a column for each second that comes in."""
    import librosa

    while second := _read(sound):
        samples = np.frombuffer(second, "<f4")
        if len(samples) < 512:
            samples = np.pad(samples, (0, 512 - len(samples)))
        mel = librosa.feature.melspectrogram(
            y=samples, sr=SAMPLE_RATE, n_fft=512, hop_length=256, n_mels=BANDS, norm=None, center=False
        )
        power = mel.mean(axis=1) * (2.0 / (512.0 * 192.0))  # the window's energy is 3/8 of 512
        picture.write(np.maximum(10.0 * np.log10(power + 1e-12), LOWEST_DB).astype("<f4").tobytes())


def _read(sound: BinaryIO) -> bytes:
    """The next second, or what is left of it."""
    data = b""
    while len(data) < _SECOND and (more := sound.read(_SECOND - len(data))):
        data += more
    return data[: len(data) // 4 * 4]


if __name__ == "__main__":
    _columns(sys.stdin.buffer, sys.stdout.buffer)
