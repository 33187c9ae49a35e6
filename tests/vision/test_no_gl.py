"""MediaPipe opens no OpenGL: its models run on the processor, with a display or without."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

LOOK = """
import numpy as np
from coach.vision.mediapipe_tasks import FaceTask
task = FaceTask()
task.run(np.zeros((360, 640, 3), np.uint8), 0.0)
task.close()
print(any(name in open("/proc/self/maps").read() for name in ("libEGL_mesa", "_dri.so", "libLLVM")))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="/proc es de Linux")
def test_no_driver_is_loaded() -> None:
    root = Path(__file__).resolve().parents[2]
    told = subprocess.run(
        [sys.executable, "-c", LOOK], capture_output=True, text=True, check=True, cwd=root, env=dict(os.environ)
    )
    assert told.stdout.split() == ["False"]
