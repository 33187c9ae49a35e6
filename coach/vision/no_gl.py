"""Keeps MediaPipe from opening OpenGL, which it never draws with here: its models run on the processor."""

from __future__ import annotations

import os
import sys


def without_gl() -> None:
    """From now on this process finds no EGL driver (Linux, by the switch of libglvnd); a window has its own by then.

    MediaPipe opens a context for every task as soon as there is a display, hardware or not: with Mesa's software
    renderer that is 50 MB, and a thread of it for every processor.
    """
    if sys.platform == "linux":
        os.environ.setdefault("__EGL_VENDOR_LIBRARY_FILENAMES", os.devnull)
