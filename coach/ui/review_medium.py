"""The recording of a session under review: opened, read and let go of by a thread of its own, so that nobody waits."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from threading import Event as Flag
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coach.errors import KnownError
from coach.media.medium import Medium
from coach.review.pyramid import Pyramid
from coach.ui.bridge import Background, Bridge

if TYPE_CHECKING:  # with PyAV they come once there is something to play, on the thread that opens it
    from coach.runtime.playback import Pictures, Voice


@dataclass(slots=True)
class Playing:
    """What an open recording gives to see and to hear; None for what it has not."""

    pictures: Pictures | None
    voice: Voice | None

    def close(self) -> None:
        """Join what reads it, which may take as long as the disk does."""
        for part in (self.pictures, self.voice):
            if part is not None:
                part.close()


class ReviewMedium(QObject):
    """`opened(Playing)`, or `failed(KnownError)`: of what was asked for last. `frame(Frame)`. `outline(Pyramid)`.

    The outline is that of the sound, as far as it was read. `close_down` in the end, which joins every thread.
    """

    opened = Signal(object)
    failed = Signal(object)
    frame = Signal(object)
    outline = Signal(object)
    _read = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._background = Background(self)
        self._bridge = Bridge(self)
        self._bridge.frame.connect(self._on_frame)
        self._read.connect(self._on_read)
        self._asked: object | None = None
        self._down = False
        self._over = Flag()
        self._held: list[Playing] = []
        self._shown: Playing | None = None

    def open(self, file: Medium, duration_s: float) -> None:
        """Open this one instead of any other; never waits. Once all is closed down nothing opens any more."""
        self.close()
        if self._down:
            return
        asked = self._asked = object()
        over = self._over = Flag()
        self._background.run(partial(self._open, file, over), partial(self._take, asked, file, duration_s))

    def close(self) -> None:
        """Let go of what is open; never waits, and may be called at any time."""
        begun = self._asked is not None or bool(self._held)  # what is still being opened is held soon
        self._asked = self._shown = None
        self._over.set()
        if begun:
            self._background.run(self._let_go, lambda done: done.result())

    def close_down(self) -> None:
        """Let go of it and join all threads; safe to call twice."""
        self.close()
        self._down = True
        self._background.close(finish=True)
        self._let_go()

    def _open(self, file: Medium, over: Flag) -> Playing:
        """On the worker."""
        from coach.runtime.playback import Pictures, Voice

        if over.is_set():  # something else was asked for meanwhile
            return Playing(None, None)
        self._let_go()
        pictures = Pictures(file, self._bridge.on_frame)
        playing = Playing(pictures, None)
        self._held.append(playing)
        if pictures.info.audio:
            playing.voice = Voice(file)
        return playing

    def _let_go(self) -> None:
        while self._held:
            self._held.pop().close()

    def _take(self, asked: object, file: Medium, duration_s: float, done: Future[Playing]) -> None:
        if asked is not self._asked:
            return
        error = done.exception()
        if isinstance(error, KnownError):
            self.close()
            self.failed.emit(error)
            return
        playing = self._shown = done.result()
        self.opened.emit(playing)
        if playing.voice is not None:
            self._read_outline(asked, file, duration_s)

    def _on_frame(self, frame: object) -> None:
        if self._shown is not None:  # what the last one still sent is no longer wanted
            self.frame.emit(frame)

    def _read_outline(self, asked: object, file: Medium, duration_s: float) -> None:
        from coach.runtime.playback import read_outline

        work = partial(read_outline, file, duration_s, partial(self._read.emit, asked), self._over)
        self._background.run(work, self._end_outline)

    def _on_read(self, asked: object, outline: Pyramid) -> None:
        if asked is self._asked:
            self.outline.emit(outline)

    def _end_outline(self, done: Future[None]) -> None:
        """A sound that breaks off is shown as far as it goes; anything else is our own fault."""
        error = done.exception()
        if error is not None and not isinstance(error, KnownError):
            raise error
