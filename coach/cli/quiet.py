"""Keeps what native libraries say on their own away from the user's terminal.

MediaPipe and TensorFlow Lite write to file descriptor 2 whatever one sets (GLOG_minloglevel and TF_CPP_MIN_LOG_LEVEL
have no effect on mediapipe 0.10.33). So the descriptor goes to the null device, and Python's `sys.stderr`, which only
we write to, moves to a duplicate of the old one. Done once, before any thread: descriptors belong to the process.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Iterator

_STDERR = 2


@contextlib.contextmanager
def native_silence() -> Iterator[None]:
    """Within, descriptor 2 leads nowhere and `sys.stderr` still reaches the user. Child processes inherit both.

    After Ctrl-C it stays so: the process is about to end, and a model that a thread is still loading talks until then.
    """
    ours = sys.stderr
    if not _writes_to_descriptor(ours):
        yield
        return
    ours.flush()
    kept, null = os.dup(_STDERR), os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, _STDERR)
    os.close(null)
    # Not inheritable, line by line, and never failing over a character that the terminal lacks.
    voice = open(  # noqa: SIM115, PTH123 - closed below, and a descriptor has no path
        kept, "w", buffering=1, encoding=ours.encoding, errors="backslashreplace", closefd=False
    )
    sys.stderr = voice
    ending = False
    try:
        yield
    except KeyboardInterrupt:
        ending = True
        raise
    finally:
        if not ending:
            sys.stderr = ours
            voice.flush()
            os.dup2(kept, _STDERR)
            os.close(kept)


def _writes_to_descriptor(stream: object) -> bool:
    """Whether it is the ordinary stderr: tests and programs without a terminal have another, or none."""
    try:
        return isinstance(stream, io.TextIOWrapper) and stream.fileno() == _STDERR
    except (OSError, ValueError):
        return False
