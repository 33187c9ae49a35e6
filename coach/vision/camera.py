"""A camera, on this machine or on the network, as an endless `FrameSource` that survives losing it."""

from __future__ import annotations

import contextlib
import logging
import queue
import threading
import time
from collections.abc import Callable, Iterator
from typing import Final, Self

from coach.core.events import ConditionChanged, Frame, Image
from coach.core.source import SourceInfo
from coach.media.certificate import certificate, secure
from coach.media.naming import find, without_login
from coach.media.watch import Change, Watch
from coach.vision.devices import cameras
from coach.vision.diagnosis import GONE, STALLED, address_condition, device_condition
from coach.vision.image import Capture, open_address, open_device, resize
from coach.vision.orientation import LONG_SIDE, fitted

_log = logging.getLogger(__name__)

_TICK_S: Final = 0.1
_LEAST_STEP_S: Final = 0.0001
_RETRY_S: Final = (0.1, 0.2, 0.5, 1.0)
_JOIN_S: Final = 1.6
_NOMINAL_FPS: Final = 30.0

Opener = Callable[[], Capture | None]
Clock = Callable[[], float]


class Camera:
    """Frames as they come; `t` is taken right after the device handed it over.

    Time 0 is the first frame, or when it was first told what keeps the picture away. A thread of its own owns the
    device, for drivers may block for seconds. It is opened again, ever less often, until it returns; meanwhile the
    conditions of `diagnosis` are told, and `t` goes on. Iterate once. A consumer that is slower than the camera loses
    the oldest frames.
    """

    def __init__(self, name: str, opener: Opener, diagnose: Callable[[], str], clock: Clock = time.monotonic) -> None:
        """`opener` gives a capture (None: nothing that is there, or may be opened); `diagnose` says why that failed."""
        self._called = without_login(name)
        self._info = SourceInfo(name, None, True, False, _NOMINAL_FPS, live=True)
        self._opener = opener
        self._diagnose = diagnose
        self._clock = clock
        self._shots: queue.Queue[tuple[float, Image]] = queue.Queue(maxsize=2)
        self._trouble: str | None = None
        self._error: BaseException | None = None
        self._stop = threading.Event()
        self._reader = threading.Thread(target=self._guarded, name="camera", daemon=True)

    @property
    def info(self) -> SourceInfo:
        """Endless, live; the rate is nominal."""
        return self._info

    def __iter__(self) -> Iterator[Frame | ConditionChanged]:
        """Frames and conditions until closed."""
        watch = Watch(self._clock(), STALLED)
        origin: float | None = None
        last = 0.0
        self._reader.start()
        while not self._stop.is_set():
            shot = self._take()
            if shot is None:
                now = self._clock()
                changes = watch.silence(now, self._trouble)
                origin = now if changes and origin is None else origin
                last = last if origin is None else max(last, now - origin)
                yield from self._told(changes, last)
                continue
            now, image = shot
            # A condition may have been told after this frame was grabbed: time only goes on.
            last = 0.0 if origin is None else max(last + _LEAST_STEP_S, now - origin)
            origin = now if origin is None else origin
            yield from self._told(watch.frame(now), last)
            yield Frame(last, image)

    def close(self) -> None:
        """End the iteration and give the device back; a driver that hangs is left to a thread that ends with it."""
        waiting = not self._stop.is_set()  # who closes first waits for the reader
        self._stop.set()
        if waiting and self._reader.is_alive() and self._reader is not threading.current_thread():
            self._reader.join(_JOIN_S)
            if self._reader.is_alive():
                _log.warning("the driver of %s does not answer; its thread ends when it does", self._called)

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, *exc: object) -> None:
        """Close."""
        self.close()

    def _told(self, changes: list[Change], t: float) -> Iterator[ConditionChanged]:
        for condition, active in changes:
            _log.info("%s: %s %s", self._called, condition, "begins" if active else "ends")
            yield ConditionChanged(t, condition, active)

    def _take(self) -> tuple[float, Image] | None:
        try:
            return self._shots.get(timeout=_TICK_S)
        except queue.Empty:
            if self._error is not None:
                raise self._error from None
            return None

    # From here on: the reader thread.

    def _guarded(self) -> None:
        try:
            self._read()
        except Exception as error:  # the consumer raises it
            self._error = error

    def _read(self) -> None:
        failures = 0
        while not self._stop.is_set():
            capture = self._opener()
            frames = self._drain(capture) if capture is not None and capture.opened else 0
            if capture is not None:
                capture.release()  # before asking who holds it
            if not frames and not self._stop.is_set():
                self._trouble = self._diagnose()
            failures = 0 if frames else failures + 1
            self._stop.wait(_RETRY_S[min(failures, len(_RETRY_S) - 1)])

    def _drain(self, capture: Capture) -> int:
        """Hand over frames until the device fails or nobody wants more; returns how many there were."""
        frames = 0
        while not self._stop.is_set() and capture.grab():
            t = self._clock()
            image = capture.picture()
            if image is None:
                continue
            frames += 1
            self._trouble = None
            # Only this thread puts, so there is room afterwards; the consumer may have made it meanwhile.
            if self._shots.full():
                with contextlib.suppress(queue.Empty):
                    self._shots.get_nowait()
            self._shots.put_nowait((t, _bounded(image)))
        return frames


def _bounded(image: Image) -> Image:
    """Network cameras may send 4K."""
    height, width = image.shape[:2]
    size = fitted(width, height, None, LONG_SIDE)
    return image if size == (width, height) else resize(image, *size)


def device_camera(index: int) -> Camera:
    """The camera of this index."""
    return Camera(str(index), lambda: open_device(index), lambda: device_condition(index))


def named_camera(name: str) -> Camera:
    """The camera of this name, looked up at each opening: its index may change when it is plugged in again."""

    def opener() -> Capture | None:
        device = find(name, cameras())
        return None if device is None else open_device(device.index)

    def diagnose() -> str:
        device = find(name, cameras())
        return GONE if device is None else device_condition(device.index)

    return Camera(name, opener, diagnose)


def address_camera(url: str) -> Camera:
    """The camera behind an http(s) or rtsp(s) address; iterating raises `KnownError` for an untrusted certificate."""

    def opener() -> Capture | None:
        # OpenCV takes any certificate, so that nothing is opened before a good one was seen. Who gets between only
        # after that is not noticed.
        return open_address(url) if certificate(url) is not None or not secure(url) else None

    return Camera(url, opener, lambda: address_condition(url))
