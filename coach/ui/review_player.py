"""Plays a session: a clock that everything follows, and its pictures and sound where the recording is at hand."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event as Flag
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from coach.core.events import Frame
from coach.errors import KnownError
from coach.media.medium import Medium
from coach.ui.bridge import Background, Bridge

if TYPE_CHECKING:  # with PyAV they come once there is something to play
    from coach.runtime.playback import Pictures, Voice

_TICK_MS: Final = 33
_FPS: Final = 25.0
FASTEST: Final = 2.0


class ReviewPlayer(QObject):
    """`moved(float)`: it plays there now. `frame(Frame)`. `outline(Pyramid)`: the sound, as far as it was read.

    `changed`: it plays or stands, or what there is to play is another. `speed` in {-1, 0, 1, 2}. `loop`: the stretch
    that is played again and again.
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
        self.video = False
        self._pictures: Pictures | None = None
        self._voice: Voice | None = None
        self._background: Background | None = None
        self._over = Flag()
        self._shown_s = 0.0
        self._from_s = 0.0
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._bridge = Bridge(self)
        self._bridge.frame.connect(self._on_frame)

    @property
    def silent(self) -> bool:
        """Whether there is nothing to hear: no sound, or no loudspeaker."""
        return self._voice is None or self._voice.silent

    def open(self, duration_s: float, file: Medium | None) -> None:
        """Begin with another session; without its recording time goes all the same. Raises nothing for a bad file."""
        self.close()
        self.duration_s, self.file, self.t = duration_s, file, 0.0
        self.loop = None
        if file is not None:
            from coach.runtime.playback import Pictures, Voice

            try:
                pictures = self._pictures = Pictures(file, self._bridge.on_frame)
                self.video = pictures.info.video
                if pictures.info.audio:
                    self._voice = Voice(file)
                    self._read_outline(file)
            except KnownError:
                self.close()
                self.file = None
        self.seek(0.0)
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
        period = 1.0 / (_FPS if self._pictures is None else self._pictures.info.fps or _FPS)
        base = self._shown_s if self.video else self.t
        self.seek(base + (1.25 if way > 0 else -0.75) * period if self.video else base + way * period)
        self.changed.emit()

    def close(self) -> None:
        """Let go of the recording, and join what reads it; safe to call twice."""
        self._timer.stop()
        self._over.set()
        self.speed = 0.0
        for part in (self._pictures, self._voice):
            if part is not None:
                part.close()
        if self._background is not None:
            self._background.close()
        self._pictures = self._voice = self._background = None
        self.video = False

    def _start(self) -> None:
        from_s, speed = self.t, self.speed
        self._from_s = from_s
        self._clock.start()
        if self._pictures is not None or self._voice is not None:
            from coach.runtime.playback import Wish

            if self._pictures is not None:
                self._pictures.wish(Wish(from_s, max(0.0, speed)))
            if self._voice is not None:
                self._voice.wish(Wish(from_s, speed))
        self._timer.start() if speed else self._timer.stop()

    def _tick(self) -> None:
        t = self._from_s + self.speed * self._clock.elapsed() / 1000.0
        if self.loop is not None and self.speed > 0.0 and t >= self.loop[1]:
            self.seek(self.loop[0])
            return
        self.t = min(max(t, 0.0), self.duration_s)
        if self.speed < 0.0 and self._pictures is not None:
            from coach.runtime.playback import Wish

            self._pictures.wish(Wish(self.t, 0.0))
        self.moved.emit(self.t)
        if not 0.0 < t < self.duration_s:
            self.play(0.0)

    def _on_frame(self, frame: Frame) -> None:
        self._shown_s = frame.t
        self.frame.emit(frame)

    def _read_outline(self, file: Medium) -> None:
        from coach.runtime.playback import read_outline

        over = self._over = Flag()
        background = self._background = Background(self)
        tell: Callable[[object], None] = self.outline.emit  # from the worker: Qt brings it over
        background.run(lambda: read_outline(file, self.duration_s, tell, over), lambda _: None)
