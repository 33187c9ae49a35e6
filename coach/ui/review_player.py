"""Plays a session: a clock that everything follows, and its pictures and sound where the recording is at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from coach.core.events import Frame
from coach.errors import KnownError
from coach.media.medium import Medium
from coach.ui.review_medium import Playing, ReviewMedium

if TYPE_CHECKING:  # with PyAV they come once there is something to play, on the thread that opens it
    from coach.runtime.playback import Pictures, Voice

_TICK_MS: Final = 33
_FPS: Final = 25.0
FASTEST: Final = 2.0
BEFORE_S: Final = 2.0
"""A thing is played from so long before it."""


class ReviewPlayer(QObject):
    """`moved(float)`: it plays there now. `frame(Frame)`. `outline(Pyramid)`: the sound, as far as it was read.

    `changed`: it plays or stands, or what there is to play is another. `speed` in {-1, 0, 1, 2}. `loop`: the stretch
    that is played again and again. `file`: what there is to see and hear, None without; it is opened elsewhere while
    `opening`, and `trouble` says why it could not be.
    """

    moved = Signal(float)
    frame = Signal(object)
    outline = Signal(object)
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.t, self.speed, self.duration_s = 0.0, 0.0, 0.0
        self.loop: tuple[float, float] | None = None
        self.file: Medium | None = None
        self.opening, self.trouble, self.title = False, "", ""
        self._playing = Playing(None, None)
        self._shown_s = 0.0
        self._from_s = 0.0
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._medium = ReviewMedium(self)
        self._medium.frame.connect(self._on_frame)
        self._medium.outline.connect(self.outline)
        self._medium.opened.connect(self._on_opened)
        self._medium.failed.connect(self._on_failed)

    @property
    def video(self) -> bool:
        """Whether there is anything to see."""
        return self._playing.pictures is not None and self._playing.pictures.info.video

    @property
    def sounding(self) -> bool:
        """Whether the recording has sound, to be heard here or not."""
        return self._playing.voice is not None

    @property
    def silent(self) -> bool:
        """Whether there is nothing to hear: no sound, or no loudspeaker."""
        return self._playing.voice is None or self._playing.voice.silent

    def open(self, duration_s: float, file: Medium | None, t: float = 0.0, title: str = "") -> None:
        """Begin with another session, at `t`; without its recording time goes all the same. Never waits.

        `title`: which one it is, where that is not plain.
        """
        self.close()
        self.title = title
        self.duration_s, self.file, self.loop, self.trouble = duration_s, file, None, ""
        self.opening = file is not None
        if file is not None:
            self._medium.open(file, duration_s)
        self.seek(t)
        self.changed.emit()

    def seek(self, t: float) -> None:
        """Go there, playing on if it plays."""
        self.t = min(max(t, 0.0), self.duration_s)
        self._start()
        self.moved.emit(self.t)

    def play(self, speed: float) -> None:
        """Play on at this speed; 0 stands still."""
        if speed > 0.0 and self.t >= self.duration_s:
            self.t = 0.0
        self.speed = speed
        self._start()
        self.changed.emit()

    def show(self, t: float) -> None:
        """Play what is at `t`, from a little before it."""
        self.loop = None
        self.seek(t - BEFORE_S)
        self.play(1.0)

    def repeat(self, stretch: tuple[float, float] | None) -> None:
        """Play this stretch again and again, or play on."""
        self.loop = stretch if stretch is not None and stretch[1] > stretch[0] else None
        if self.loop is not None:
            self.seek(self.loop[0])
            self.play(1.0)
        self.changed.emit()

    def toggle(self) -> None:
        """Play, or stand still."""
        self.play(0.0 if self.speed else 1.0)

    def faster(self) -> None:
        """What L does: forwards, then twice as fast."""
        self.play(FASTEST if self.speed >= 1.0 else 1.0)

    def back(self) -> None:
        """What J does: backwards."""
        self.play(-1.0)

    def step(self, way: int) -> None:
        """To the next picture, or the one before."""
        self.speed = 0.0
        pictures = self._playing.pictures
        period = 1.0 / (_FPS if pictures is None else pictures.info.fps or _FPS)
        base = self._shown_s if self.video else self.t
        self.seek(base + (1.25 if way > 0 else -0.75) * period if self.video else base + way * period)
        self.changed.emit()

    def close(self) -> None:
        """Stand still and let go of the recording; never waits, and may be called at any time."""
        self._timer.stop()
        self.speed, self.opening = 0.0, False
        self._playing = Playing(None, None)
        self._medium.close()

    def close_down(self) -> None:
        """The same, and join whatever reads it; safe to call twice."""
        self.close()
        self._medium.close_down()

    def _start(self) -> None:
        self._from_s = self.t
        self._clock.start()
        self._wish(self._playing.pictures, self._playing.voice)
        self._timer.start() if self.speed else self._timer.stop()

    def _wish(self, *parts: Pictures | Voice | None) -> None:
        """Ask them to go on from here; backwards there is a picture at a time, and no sound."""
        there = [part for part in parts if part is not None]
        if there:
            from coach.runtime.playback import Wish  # imported by now: something is open

            for part in there:
                part.wish(Wish(self.t, max(0.0, self.speed)))

    def _tick(self) -> None:
        t = self._from_s + self.speed * self._clock.elapsed() / 1000.0
        if self.loop is not None and self.speed > 0.0 and t >= self.loop[1]:
            self.seek(self.loop[0])
            return
        self.t = min(max(t, 0.0), self.duration_s)
        if self.speed < 0.0:
            self._wish(self._playing.pictures)
        self.moved.emit(self.t)
        if not 0.0 < t < self.duration_s:
            self.play(0.0)

    def _on_opened(self, playing: Playing) -> None:
        self._playing, self.opening = playing, False
        self._start()
        self.changed.emit()

    def _on_failed(self, error: KnownError) -> None:
        self.file, self.opening, self.trouble = None, False, str(error)
        self.changed.emit()

    def _on_frame(self, frame: Frame) -> None:
        self._shown_s = frame.t
        self.frame.emit(frame)
