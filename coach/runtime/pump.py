"""A thread that reads a source into a mailbox, so that decoding and waiting overlap the work on each frame."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Final, TypeAlias

from coach.core.events import ConditionChanged, Frame
from coach.core.source import FrameSource
from coach.runtime.mailbox import Mailbox

Item: TypeAlias = Frame | ConditionChanged

_JOIN_S: Final = 2.0


class Pump:
    """Opens the source in its thread, hands over every item, finishes the box at the end.

    `tap` sees every frame before it is handed over. `error` is what ended the thread, None after a good end.
    """

    def __init__(
        self,
        open_source: Callable[[], FrameSource],
        box: Mailbox[Item],
        tap: Callable[[Frame], None] | None = None,
    ) -> None:
        """Nothing runs before `start`."""
        self.error: Exception | None = None
        self._open_source = open_source
        self._box = box
        self._tap = tap
        self._source: FrameSource | None = None
        self._lock = threading.Lock()
        self._stopped = False
        self._thread = threading.Thread(target=self._run, name="source", daemon=True)

    def start(self) -> None:
        """Begin to read."""
        self._thread.start()

    def stop(self) -> None:
        """End reading and the box; returns at once."""
        with self._lock:
            self._stopped = True
            source = self._source
        self._box.close()
        if source is not None:
            source.close()

    def join(self, timeout_s: float = _JOIN_S) -> bool:
        """Wait for the thread; whether it has ended. True when called from the thread itself."""
        if self._thread.ident is not None and self._thread is not threading.current_thread():
            self._thread.join(timeout_s)
        return not self._thread.is_alive() or self._thread is threading.current_thread()

    def _run(self) -> None:
        try:
            with self._open_source() as source:
                if self._adopt(source):
                    self._read(source)
        except Exception as error:  # whoever drains the box looks at it
            self.error = error
        finally:
            self._box.finish()

    def _adopt(self, source: FrameSource) -> bool:
        with self._lock:
            self._source = source
            return not self._stopped

    def _read(self, source: FrameSource) -> None:
        for item in source:
            if isinstance(item, Frame) and self._tap is not None:
                self._tap(item)
            if not self._box.put(item, keep=not isinstance(item, Frame)):
                return
