"""Plays a recording from any moment on: pictures and sound, each on a thread of its own.

What is asked for last counts; whatever is older and not begun yet is dropped, and nobody who asks ever waits.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from coach.core.events import Frame, Samples, Sound
from coach.core.source import SourceInfo
from coach.errors import KnownError
from coach.media.medium import Medium
from coach.review.curves import Outline
from coach.review.pyramid import Pyramid
from coach.vision.recording import Recording
from coach.voz.loudspeaker import Loudspeaker
from coach.voz.sound_file import SoundFile

_log = logging.getLogger(__name__)
_AHEAD_S: Final = 0.3
"""So much sound waits in the loudspeaker's program."""
_NEAR_S: Final = 1.0
"""To a moment so little later, reading on is faster than seeking."""
_NEWS_S: Final = 0.7
"""How often the growing outline of the sound is told."""
_OUTLINED_S: Final = 5.0


@dataclass(frozen=True, slots=True)
class Wish:
    """From `t` on at `speed` (0: that picture alone)."""

    t: float
    speed: float


class _Track:
    """A thread that does what was wished for last, until something else is."""

    def __init__(self, name: str) -> None:
        self._changed = threading.Condition()
        self._wish: Wish | None = None
        self._over = False
        self._thread = threading.Thread(target=self._run, name=name)
        self._thread.start()

    def wish(self, wish: Wish) -> None:
        """From any thread; never waits."""
        with self._changed:
            self._wish = wish
            self._changed.notify()

    def close(self) -> None:
        """Join the thread; safe to call twice."""
        with self._changed:
            self._over = True
            self._changed.notify()
        self._thread.join()

    def _run(self) -> None:
        while True:
            with self._changed:
                while self._wish is None and not self._over:
                    self._changed.wait()
                wish, self._wish = self._wish, None
                if self._over or wish is None:
                    return
            self._fulfil(wish)

    def _fulfil(self, wish: Wish) -> None:
        raise NotImplementedError

    def _fresh(self, until: float = 0.0) -> bool:
        """Whether nothing else is wished for, waiting for that until the clock shows `until`."""
        with self._changed:
            while self._wish is None and not self._over:
                left = until - time.monotonic()
                if left <= 0.0:
                    return True
                self._changed.wait(left)
            return False


class Pictures(_Track):
    """`on_frame` gets every picture that is due, on this thread."""

    def __init__(self, file: Medium, on_frame: Callable[[Frame], None]) -> None:
        """Raises `KnownError` when the file cannot be opened."""
        self._recording = Recording(file)
        self._reader = _Reader(self._recording)
        self._on_frame = on_frame
        super().__init__("pictures")

    @property
    def info(self) -> SourceInfo:
        """What the file says of itself."""
        return self._recording.info

    def close(self) -> None:
        """Stop reading too."""
        self._recording.close()
        super().close()

    def _fulfil(self, wish: Wish) -> None:
        begun = time.monotonic()
        frame = self._reader.at(wish.t)
        while frame is not None:
            self._on_frame(frame)
            following = self._reader.following
            if wish.speed <= 0.0 or following is None:
                return
            if not self._fresh(begun + (following.t - wish.t) / wish.speed):
                return
            frame = self._reader.at(wish.t + (time.monotonic() - begun) * wish.speed)


class _Reader:
    """The picture shown at any moment, and the one that follows it."""

    def __init__(self, recording: Recording) -> None:
        self._recording = recording
        self._frames: Iterator[Frame] = iter(())
        self._shown: Frame | None = None
        self.following: Frame | None = None

    def at(self, t: float) -> Frame | None:
        """None where there is none: no video, or its file went away."""
        try:
            if self._shown is None or not 0.0 <= t - self._shown.t < _NEAR_S:
                self._frames = self._recording.since(t)
                self._shown, self.following = self._next(), self._next()
            while self.following is not None and self.following.t <= t:
                self._shown, self.following = self.following, self._next()
        except KnownError as error:
            _log.info("no more pictures: %s", error)
            self._shown = self.following = None
        return self._shown

    def _next(self) -> Frame | None:
        return next(self._frames, None)


class Voice(_Track):
    """The sound, at its own speed or twice that; at any other there is silence."""

    def __init__(self, file: Medium) -> None:
        """Raises `KnownError` when the file cannot be opened, or has no sound."""
        self._sound = SoundFile(file)
        self._loudspeaker = Loudspeaker()
        super().__init__("sound")

    @property
    def silent(self) -> bool:
        """Whether this computer has no loudspeaker that works."""
        return self._loudspeaker.silent

    def close(self) -> None:
        """End the loudspeaker's program too."""
        self._sound.close()
        super().close()
        self._loudspeaker.close()

    def _fulfil(self, wish: Wish) -> None:
        self._loudspeaker.hush()
        if wish.speed not in (1.0, 2.0):
            return
        begun = time.monotonic()
        try:
            for piece in self._sound.since(wish.t):
                if not self._fresh(begun + (piece.t - wish.t) / wish.speed - _AHEAD_S):
                    return
                self._loudspeaker.play(piece.samples if wish.speed == 1.0 else _halved(piece.samples))
        except KnownError as error:
            _log.info("no more sound: %s", error)


def read_outline(file: Medium, duration_s: float, on_outline: Callable[[Pyramid], None], over: threading.Event) -> None:
    """Read all of a recording's sound, telling its outline as it grows, until `over`.

    Raises `KnownError` when there is no sound, or it cannot be read.
    """
    outline, told = Outline(duration_s), time.monotonic()
    for item in SoundFile(file, _OUTLINED_S):
        if over.is_set():
            return
        if isinstance(item, Sound):
            outline.push(item.t, item.samples)
        if time.monotonic() - told > _NEWS_S:
            on_outline(outline.pyramid())
            told = time.monotonic()
    on_outline(outline.pyramid())


def _halved(samples: Samples) -> Samples:
    """Twice as fast, and an octave higher."""
    even: Samples = samples[: len(samples) // 2 * 2].reshape(-1, 2).mean(axis=1)
    return even
