"""A picture of a recording's sound for its report: a mel spectrogram with ten columns a second, made by librosa.

librosa costs 228 MB and seconds to load, so it works in a program of its own, beside everything else that is done with
the recording, and ends with it.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Final, Self

import numpy as np

from coach.core.events import SAMPLE_RATE, ConditionChanged, Samples, Sound
from coach.report.spectrogram import BANDS, COLUMNS_PER_S, Spectrogram, level_bytes
from coach.voz.compiled import somewhere_to_keep
from coach.voz.own_program import start
from coach.voz.sound_file import SoundFile

_WINDOW: Final = 512
_HOP: Final = 320
_COLUMN: Final = SAMPLE_RATE // COLUMNS_PER_S
_POWER: Final = 2.0 / (_WINDOW * _WINDOW * 3.0 / 8.0)
"""Makes the squares of a spectrum a mean square; a Hann window's energy is 3/8 of its length."""


class SpectrogramProgram:
    """Begins to draw the sound of `recording` at once; `result` waits for it. As a context it ends the program."""

    def __init__(self, recording: Path) -> None:
        # Files, not pipes: whoever looks at the pictures of hours meanwhile reads nothing.
        self._levels, self._words = tempfile.TemporaryFile(), tempfile.TemporaryFile()  # noqa: SIM115  (see __exit__)
        self._program = start(
            "coach.voz.spectrogram",
            str(recording.absolute()),
            stdin=subprocess.DEVNULL,
            stdout=self._levels,
            stderr=self._words,
        )

    def result(self) -> Spectrogram:
        """The whole picture. Raises `RuntimeError` with the program's last words if it failed, which is a bug."""
        code = self._program.wait()
        if code != 0:
            self._words.seek(0)
            words = self._words.read().decode("utf-8", "replace").strip()
            raise RuntimeError(f"the spectrogram's program ended with {code}: {words}")
        self._levels.seek(0)
        return Spectrogram(self._levels.read())

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, *exc: object) -> None:
        """End it, wherever it is."""
        self._program.kill()
        self._program.wait()
        self._levels.close()
        self._words.close()


def _draw(sound: Iterable[Sound | ConditionChanged], picture: BinaryIO) -> None:
    """What the program does: a byte for each band of each column."""
    import librosa

    past = np.zeros(_WINDOW - _HOP, np.float32)
    for second in _seconds(sound):
        samples = np.concatenate([past, second])
        past = samples[len(second) :]
        mel = librosa.feature.melspectrogram(
            y=samples, sr=SAMPLE_RATE, n_fft=_WINDOW, hop_length=_HOP, n_mels=BANDS, norm=None, center=False
        )
        power = mel.reshape(BANDS, -1, _COLUMN // _HOP).mean(axis=2).T * _POWER
        picture.write(level_bytes(power))


def _seconds(sound: Iterable[Sound | ConditionChanged]) -> Iterator[Samples]:
    """A second at a time, silence where sound was lost; the last is filled up to a whole column."""
    held, at = np.zeros(0, np.float32), 0
    for item in sound:
        if isinstance(item, ConditionChanged):
            continue
        lost = max(0, round(item.t * SAMPLE_RATE) - at)
        at += lost + len(item.samples)
        while lost >= SAMPLE_RATE:  # never hours of silence at once
            held = np.concatenate([held, np.zeros(SAMPLE_RATE, np.float32)])
            lost -= SAMPLE_RATE
            yield held[:SAMPLE_RATE]
            held = held[SAMPLE_RATE:]
        held = np.concatenate([held, np.zeros(lost, np.float32), item.samples])
        while len(held) >= SAMPLE_RATE:
            yield held[:SAMPLE_RATE]
            held = held[SAMPLE_RATE:]
    if len(held) > 0:
        yield np.pad(held, (0, -len(held) % _COLUMN))


def _main(arguments: Sequence[str]) -> None:
    """Draw the recording that is named; without a name a second of nothing, which run.py asks for at installation.

    numba compiles for half a minute when librosa is first used, and keeps what it made beside the package.
    """
    with somewhere_to_keep():
        _work(arguments)


def _work(arguments: Sequence[str]) -> None:
    if not arguments:
        _draw([Sound(0.0, np.zeros(SAMPLE_RATE, np.float32))], io.BytesIO())
        return
    with SoundFile(arguments[0]) as recording:
        _draw(recording, sys.stdout.buffer)


if __name__ == "__main__":
    _main(sys.argv[1:])
