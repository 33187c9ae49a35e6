"""Records picture and sound of a live session while it runs, on a thread of its own that nobody waits for."""

from __future__ import annotations

import errno
import shutil
import threading
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from coach.core.events import Frame, Sound
from coach.errors import KnownError, why
from coach.media.film import UNKNOWN_SIZE, Film, size_of
from coach.media.medium import StoredMedium

if TYPE_CHECKING:
    from coach.session.recording_file import SealedWriter
    from coach.session.store import SessionStore

RESERVE_BYTES: Final = 200 * 1024 * 1024
"""A recording ends before it takes this from the sessions themselves."""
_MOST_PICTURES: Final = 12
"""Some 0.4 s: what waits longer is better let go."""
_MOST_SOUND_S: Final = 60.0
_PATIENCE_S: Final = 1.0
"""Seconds of sound that wait for the first picture, whose size the film is given."""


def stored_medium(store: SessionStore, session: str) -> StoredMedium | None:
    """What is kept to see and hear of a session, for whoever opens it when it is to be played, and as often.

    None where there is nothing (a file of the agent's own is `store.media.of`). Raises `KnownError` as the store does.
    """
    first = store.recordings.open(session)
    if first is None:
        return None
    first.close()
    return StoredMedium("la grabación de la sesión", lambda: store.recordings.open(session))


class SessionRecorder:
    """`show`, `hear` and `pause` may be called from any thread and never wait; `close` it.

    When it cannot keep up, pictures are let go and counted in `dropped`; sound is kept. Times are the session's.
    """

    def __init__(
        self,
        writer: SealedWriter,
        on_error: Callable[[Exception], None],
        *,
        picture: bool,
        sound: bool,
    ) -> None:
        """`on_error` hears once, from the thread, why recording has ended.

        At least one of `picture` and `sound` is to come.
        """
        assert picture or sound
        self.dropped = 0
        self._writer, self._on_error = writer, on_error
        self._with_picture, self._with_sound = picture, sound
        self._changed = threading.Condition()
        self._waiting: deque[Frame | Sound | float] = deque()
        self._pictures, self._sound_s = 0, 0.0
        self._over = self._failed = False
        self._film: Film | None = None
        self._thread = threading.Thread(target=self._run, name="recorder", daemon=True)
        self._thread.start()

    @property
    def running(self) -> bool:
        """Whether it still records."""
        return not (self._over or self._failed)

    def show(self, frame: Frame) -> None:
        """Record this picture; the oldest that waits gives way when there are too many."""
        with self._changed:
            if not self.running:
                return
            if self._pictures >= _MOST_PICTURES:
                self._waiting.remove(next(item for item in self._waiting if isinstance(item, Frame)))
                self._pictures -= 1
                self.dropped += 1
            self._pictures += 1
            self._put(frame)

    def hear(self, sound: Sound) -> None:
        """Record this sound."""
        with self._changed:
            if self.running and self._sound_s < _MOST_SOUND_S:
                self._sound_s += sound.end_s - sound.t
                self._put(sound)

    def pause(self, t: float) -> None:
        """Nothing is to be seen from `t` on, until the next picture."""
        with self._changed:
            if self.running:
                self._put(t)

    def close(self) -> None:
        """Write what waits and join the thread; safe to call twice."""
        with self._changed:
            self._over = True
            self._changed.notify()
        self._thread.join()

    def _put(self, item: Frame | Sound | float) -> None:
        self._waiting.append(item)
        self._changed.notify()

    def _take(self) -> Frame | Sound | float | None:
        """The next item, None at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._over)
            if not self._waiting:
                return None
            item = self._waiting.popleft()
            if isinstance(item, Frame):
                self._pictures -= 1
            elif isinstance(item, Sound):
                self._sound_s -= item.end_s - item.t
            return item

    def _run(self) -> None:
        try:
            early: list[Sound] = []
            while (item := self._take()) is not None:
                if self._film is None:
                    self._film = self._begun(item, early)
                if self._film is not None:
                    self._record(self._film, item)
            if self._film is None and early:
                self._film = self._filmed(UNKNOWN_SIZE if self._with_picture else None, early)
            if self._film is not None:
                self._film.close()
        except Exception as error:
            self._fail(error)
        finally:
            self._writer.close()

    def _begun(self, item: Frame | Sound | float, early: list[Sound]) -> Film | None:
        """The film, once it is known how large its picture is, or it has been waited for long enough."""
        if isinstance(item, Frame):
            return self._filmed(size_of(item.image), early)
        if isinstance(item, Sound):
            if not self._with_picture:
                return self._filmed(None, early)
            if early and item.end_s - early[0].t > _PATIENCE_S:
                return self._filmed(UNKNOWN_SIZE, early)
            early.append(item)
        return None

    def _filmed(self, size: tuple[int, int] | None, early: list[Sound]) -> Film:
        film = Film(self._keep, size, sound=self._with_sound)
        for sound in early:
            film.hear(sound)
        return film

    @staticmethod
    def _record(film: Film, item: Frame | Sound | float) -> None:
        if isinstance(item, Frame):
            film.show(item)
        elif isinstance(item, Sound):
            film.hear(item)
        else:
            film.blacken(item)

    def _keep(self, piece: bytes) -> None:
        if shutil.disk_usage(self._writer.file.parent).free < RESERVE_BYTES:
            raise OSError(errno.ENOSPC, "reserve")
        self._writer.write(piece)

    def _fail(self, error: Exception) -> None:
        with self._changed:
            self._failed = True
            self._waiting.clear()
        if self._film is not None:
            self._film.abandon()
        self._on_error(_told(error))


def _told(error: Exception) -> Exception:
    """What the disk says in one sentence; all else as it is."""
    if not isinstance(error, OSError):
        return error
    reason = "El disco está casi lleno" if error.errno == errno.ENOSPC else f"El disco no deja grabar ({why(error)})"
    told = KnownError(
        f"{reason}: dejé de grabar video y sonido, y lo grabado hasta ahora se conserva. La sesión sigue; libera "
        "espacio para volver a grabar."
    )
    told.__cause__ = error
    return told
