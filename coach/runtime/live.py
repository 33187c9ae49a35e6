"""A live session: the camera is shown at its full rate while the chain works on the newest frame."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable
from typing import Final

from coach.core.events import ConditionChanged, Frame
from coach.core.source import FrameSource
from coach.runtime.driven import Driven
from coach.runtime.governor import Governor
from coach.runtime.load import Load
from coach.runtime.mailbox import Mailbox
from coach.runtime.meter import Meter, Stats
from coach.runtime.offline import Sink
from coach.runtime.pump import Item, Pump

_log = logging.getLogger(__name__)

_STOP_S: Final = 2.0
_AHEAD: Final = 4


class LiveSession:
    """Two threads: one reads the source and shows (`on_frame`), one runs the chain (`on_events`).

    Callbacks come from those threads. `on_error` is told once, with a `KnownError` or a bug, and the session ends.
    Between them waits the newest frame alone; `lossless` makes every frame count instead (and the source wait).
    `adaptive` lets the load choose the level.
    """

    def __init__(
        self,
        open_source: Callable[[], FrameSource],
        make_chain: Callable[[], Driven],
        on_frame: Callable[[Frame], None],
        on_events: Sink,
        on_error: Callable[[Exception], None],
        lossless: bool = False,
        adaptive: bool = True,
    ) -> None:
        """Nothing runs before `start`; source and chain are opened, and closed, by the threads that use them."""
        self._make_chain = make_chain
        self._on_frame = on_frame
        self._on_events = on_events
        self._on_error = on_error
        self._adaptive = adaptive
        self._box: Mailbox[Item] = Mailbox(_AHEAD if lossless else 1, lossless)
        self._pump = Pump(open_source, self._box, self._show)
        self._meter = Meter()
        self._level: str | None = None
        self._wishes: queue.SimpleQueue[Callable[[Driven], None]] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="chain", daemon=True)

    @property
    def stats(self) -> Stats:
        """Rates, drops, latency and level by now; from any thread."""
        return self._meter.stats(time.monotonic(), self._box.drops, self._level)

    @property
    def running(self) -> bool:
        """Whether anything may still be reported."""
        return self._thread.is_alive()

    def start(self) -> None:
        """Open the source and the chain, and go. Once."""
        self._pump.start()
        self._thread.start()

    def stop(self) -> None:
        """End the session: open segments are closed and reported, threads joined within 2 s. Safe to repeat."""
        self._pump.stop()
        self.join(_STOP_S)

    def join(self, timeout_s: float | None = None) -> bool:
        """Wait until the source ends by itself, at most `timeout_s`; whether it has."""
        if self._thread.ident is None or self._thread is threading.current_thread():
            return True
        self._thread.join(timeout_s)
        if self._thread.is_alive():
            return False
        return self._pump.join()

    def calibrate(self, seconds: float = 10.0) -> None:
        """Begin a guided calibration with the next frame."""
        self._wishes.put(lambda chain: chain.calibrate(seconds))

    def stop_calibrating(self) -> None:
        """Give the guided calibration up, before the next frame."""
        self._wishes.put(lambda chain: chain.stop_calibrating())

    def set_mask(self, worn: bool | None) -> None:
        """Tell whether a mask is worn, from the next frame on; None lets the chain find out."""
        self._wishes.put(lambda chain: chain.set_mask(worn))

    def _show(self, frame: Frame) -> None:
        self._meter.shown(frame.t, time.monotonic())
        self._on_frame(frame)

    def _run(self) -> None:
        error: Exception | None = None
        try:
            chain = self._make_chain()
            try:
                self._work(chain)
            finally:
                chain.close()
        except Exception as raised:
            error = raised
        self._pump.stop()
        self._pump.join()
        error = error or self._pump.error
        if error is not None:
            self._on_error(error)

    def _work(self, chain: Driven) -> None:
        self._level = chain.level
        load = Load()
        governor = Governor(chain.level) if self._adaptive else None
        for item in self._box:
            if isinstance(item, ConditionChanged):
                self._on_events(chain.tell(item), chain.perceived)
                continue
            self._grant(chain)
            sample = load.add(item.t, self._push(chain, item), self._box.drops)
            if governor is not None and sample is not None:
                self._adapt(chain, governor.update(item.t, *sample))
        self._on_events(chain.flush(), chain.perceived)

    def _grant(self, chain: Driven) -> None:
        # The chain belongs to this thread: what others want of it is done here, between two frames.
        while not self._wishes.empty():
            self._wishes.get()(chain)

    def _push(self, chain: Driven, frame: Frame) -> float:
        """One frame through the chain; returns the seconds that took."""
        began = time.monotonic()
        events = chain.push(frame)
        ended = time.monotonic()
        self._meter.processed(frame.t, ended)
        self._on_events(events, chain.perceived)
        return ended - began

    def _adapt(self, chain: Driven, level: str | None) -> None:
        if level is None or level == chain.level:
            return
        lower = level > chain.level
        _log.info("level %s → %s (%s)", chain.level, level, "load" if lower else "idle")
        self._on_events(chain.set_level(level, "load" if lower else "idle"), chain.perceived)
        self._level = chain.level
