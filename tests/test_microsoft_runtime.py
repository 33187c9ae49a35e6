"""A new Windows has no C++ runtime of Microsoft: what wants it gets Qt's."""

from __future__ import annotations

import subprocess
import sys

import pytest

TELL = """
import coach, ctypes
library = ctypes.WinDLL("msvcp140.dll")
path = ctypes.create_unicode_buffer(1000)
ctypes.windll.kernel32.GetModuleFileNameW(ctypes.c_void_p(library._handle), path, 1000)
print(path.value)
"""


@pytest.mark.skipif(sys.platform != "win32", reason="other systems bring theirs")
def test_the_runtime_is_found_beside_qt() -> None:
    found = subprocess.run([sys.executable, "-c", TELL], capture_output=True, text=True, check=True)
    assert "shiboken6" in found.stdout
