"""Recordings of calls: several people side by side, each on a channel of their own, who take turns."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import islice
from pathlib import Path

import av
import numpy as np
from av.audio.stream import AudioStream
from av.video.stream import VideoStream

from coach.core.events import SAMPLE_RATE, Frame, Image, Sound
from coach.vision.recording import Recording
from coach.voz.sound_file import SoundFile
from tests.support.recorded import CLIPS
from tests.support.sounds import LAYOUTS, Wave

AUDIO = CLIPS.parent / "audio"
VOICES = ("voz_grave", "voz_aguda")
_HZ = 12
"""Of the clips."""


def pictures(clip: str, seconds: float) -> list[Image]:
    """The beginning of one of `fixtures/clips`."""
    with Recording(CLIPS / f"{clip}.mp4") as recording:
        frames = (item.image for item in recording if isinstance(item, Frame))
        return list(islice(frames, round(seconds * _HZ)))


def voice(name: str, seconds: float) -> Wave:
    """The beginning of one of `fixtures/audio`, (n,)."""
    with SoundFile(AUDIO / f"{name}.wav") as sound:
        whole = np.concatenate([item.samples for item in sound if isinstance(item, Sound)])
    return np.resize(whole, round(seconds * SAMPLE_RATE)).astype(np.float32)


def turns(seconds: float, turn_s: float = 2.0) -> Wave:
    """Two channels: one voice on the left, the other on the right, never both at once; (n, 2)."""
    left, right = (voice(name, seconds) for name in VOICES)
    first = (np.arange(len(left)) / SAMPLE_RATE // turn_s) % 2 == 0
    return np.stack([np.where(first, left, 0.0), np.where(first, 0.0, right)], axis=1).astype(np.float32)


def one_line(seconds: float, turn_s: float = 4.0, gap_s: float = 0.5) -> Wave:
    """Both voices in one channel, in turns of `turn_s` with a pause at the end of each; (n,)."""
    both = turns(seconds, turn_s)
    spoken = np.arange(len(both)) / SAMPLE_RATE % turn_s < turn_s - gap_s
    hiss = np.random.default_rng(4).normal(0.0, 1e-3, len(both))
    return np.asarray(np.where(spoken, both.sum(axis=1), 0.0) + hiss, np.float32)


def write_call(path: Path, clips: Sequence[str], wave: Wave | None = None, seconds: float = 5.0) -> Path:
    """These people beside each other, and this sound at `SAMPLE_RATE`, (n, channels)."""
    seen = [pictures(clip, seconds) for clip in clips]
    with av.open(str(path), "w") as container:
        video = container.add_stream("libx264", rate=_HZ, options={"preset": "ultrafast"}) if seen else None
        audio = None if wave is None else container.add_stream("pcm_s16le", rate=SAMPLE_RATE)
        if isinstance(audio, AudioStream) and wave is not None:
            audio.layout = LAYOUTS[wave.shape[1]]
        if isinstance(video, VideoStream):
            _show(container, video, seen)
        if isinstance(audio, AudioStream) and wave is not None:
            whole = np.ascontiguousarray((np.clip(wave, -1, 1) * 32767).astype(np.int16).reshape(1, -1))
            for start in range(0, whole.shape[1], 1024 * wave.shape[1]):
                block = np.ascontiguousarray(whole[:, start : start + 1024 * wave.shape[1]])
                sound = av.AudioFrame.from_ndarray(block, format="s16", layout=LAYOUTS[wave.shape[1]])
                sound.sample_rate, sound.pts = SAMPLE_RATE, start // wave.shape[1]
                container.mux(audio.encode(sound))
            container.mux(audio.encode(None))
    return path


def _show(container: av.container.OutputContainer, video: VideoStream, seen: Sequence[Sequence[Image]]) -> None:
    assert len({len(one) for one in seen}) == 1, "one of the clips is too short"
    video.height, video.width = seen[0][0].shape[0], sum(one[0].shape[1] for one in seen)
    video.pix_fmt, video.time_base = "yuv420p", Fraction(1, 1000)
    video.codec_context.time_base = Fraction(1, 1000)
    for number, images in enumerate(zip(*seen, strict=True)):
        picture = av.VideoFrame.from_ndarray(np.ascontiguousarray(np.hstack(images)))
        picture.pts, picture.time_base = round(1000 * number / _HZ), Fraction(1, 1000)
        container.mux(video.encode(picture))
    container.mux(video.encode(None))
