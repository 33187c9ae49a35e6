"""The one door to OpenCV: picture arithmetic and video capture.

Importing cv2 redirects Qt's plugin and font paths to OpenCV's own (too old) Qt; both are restored here, which is why
no other module may import it. Images are (height, width, 3) RGB uint8 unless said otherwise.
"""

from __future__ import annotations

import os
import sys
from typing import Final, cast

import numpy as np
import numpy.typing as npt

from coach.core.events import Image

_QT_VARIABLES: Final = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")
_QT_BEFORE: Final = {name: os.environ.get(name) for name in _QT_VARIABLES}
# Read by OpenCV's FFmpeg back end when it first opens something: without it, every lost frame of a network camera is
# a line on the user's terminal.
os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")

import cv2  # noqa: E402

for _name, _value in _QT_BEFORE.items():
    if _value is None:
        os.environ.pop(_name, None)
    else:
        os.environ[_name] = _value
cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)

Gray = npt.NDArray[np.uint8]
"""(height, width) luma in [0, 255]."""

_OPEN_S: Final = 1.5
_OPEN_RTSP_S: Final = 8.0
"""Handshake and the wait for a key frame, seconds apart on many network cameras."""
READ_TIMEOUT_S: Final = 1.0


def resize(image: Image, width: int, height: int) -> Image:
    """Scale to exactly `width` × `height` px, averaging when it shrinks."""
    shrinks = width * height < image.shape[0] * image.shape[1]
    scaled = cv2.resize(image, (width, height), interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR)
    return cast(Image, scaled)


def crop(image: Image, x0: float, y0: float, x1: float, y1: float, size: tuple[int, int]) -> Image:
    """The rectangle (x0, y0)–(x1, y1), in px of `image`, scaled to `size` (width, height); black outside the image.

    A point (u, v) of the crop is exactly (x0 + u · (x1 - x0) / width, y0 + v · (y1 - y0) / height) of the image: the
    rectangle is not rounded to whole pixels, so landmarks map back without a jitter of their own.
    """
    width, height = size
    step_x, step_y = (x1 - x0) / width, (y1 - y0) / height
    # Half-pixel terms: coordinates name corners of pixels, warpAffine names centres.
    back = np.array([[step_x, 0, x0 + step_x / 2 - 0.5], [0, step_y, y0 + step_y / 2 - 0.5]], dtype=np.float64)
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return cast(Image, cv2.warpAffine(image, back, size, flags=flags, borderMode=cv2.BORDER_CONSTANT, borderValue=0))


def blur(image: Image, sigma: float) -> Image:
    """Gaussian blur with a standard deviation of `sigma` px."""
    return cast(Image, cv2.GaussianBlur(image, (0, 0), sigma))


def gain(image: Image, factor: float) -> Image:
    """Every value times `factor`, clipped to [0, 255]."""
    return cast(Image, cv2.convertScaleAbs(image, alpha=factor))


def gray(image: Image) -> Gray:
    """Luma."""
    return cast(Gray, cv2.cvtColor(image, cv2.COLOR_RGB2GRAY))


def lab(image: Image) -> Image:
    """CIE L*a*b*, each channel scaled into [0, 255] (a and b are neutral at 128)."""
    return cast(Image, cv2.cvtColor(image, cv2.COLOR_RGB2Lab))


def bgr_to_rgb(image: Image) -> Image:
    """Swap red and blue, either way."""
    return cast(Image, cv2.cvtColor(image, cv2.COLOR_BGR2RGB))


class Capture:
    """An open (or refused) camera or network address: `grab`, then `picture`.

    `grab` blocks until the next frame, at most `READ_TIMEOUT_S` for an address. Not for use from two threads at once.
    """

    def __init__(self, handle: cv2.VideoCapture) -> None:
        """Take over `handle`."""
        self._handle = handle

    @property
    def opened(self) -> bool:
        """Whether there is anything to read from."""
        return bool(self._handle.isOpened())

    def grab(self) -> bool:
        """Wait for the next frame; False when the device is gone, was refused or timed out."""
        return bool(self._handle.grab())

    def picture(self) -> Image | None:
        """The frame grabbed last, None when it cannot be decoded."""
        done, image = self._handle.retrieve()
        return bgr_to_rgb(cast(Image, image)) if done and image is not None and image.ndim == 3 else None

    def release(self) -> None:
        """Give the device back."""
        self._handle.release()


def open_device(index: int) -> Capture:
    """Open the camera of this index, asking for 1280×720 in MJPG and no queue of old frames."""
    backend = {"linux": cv2.CAP_V4L2, "win32": cv2.CAP_DSHOW, "darwin": cv2.CAP_AVFOUNDATION}
    handle = cv2.VideoCapture(index, backend.get(sys.platform, cv2.CAP_ANY))
    if handle.isOpened():
        # MJPG before the size: over USB 2 raw 1280×720 runs at 10 fps, and drivers fix the format first.
        handle.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
        handle.set(cv2.CAP_PROP_FRAME_WIDTH, 1280)
        handle.set(cv2.CAP_PROP_FRAME_HEIGHT, 720)
        handle.set(cv2.CAP_PROP_BUFFERSIZE, 1)
    return Capture(handle)


def open_address(url: str) -> Capture:
    """Open an http(s) or rtsp(s) address; gives up after 1.5 s (rtsp: 8 s)."""
    patience = _OPEN_RTSP_S if url.lower().startswith("rtsp") else _OPEN_S
    limits = [
        *(cv2.CAP_PROP_OPEN_TIMEOUT_MSEC, int(patience * 1000)),
        *(cv2.CAP_PROP_READ_TIMEOUT_MSEC, int(READ_TIMEOUT_S * 1000)),
    ]
    return Capture(cv2.VideoCapture(url, cv2.CAP_FFMPEG, limits))
