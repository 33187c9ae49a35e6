"""Microsoft's C++ runtime (msvcp140.dll and its like), which a Windows of one's own often has and a new one has not.

onnxruntime, soxr and numba want it and do not bring it; Qt's packages do. Without this they could be imported only
where something else had installed it, or after Qt.
"""

from __future__ import annotations

import importlib.util
import os
import sys


def borrow() -> None:
    """Let every package of this process find Qt's copy; nothing outside of Windows."""
    if sys.platform != "win32":
        return
    found = importlib.util.find_spec("shiboken6")
    for folder in (found and found.submodule_search_locations) or ():
        os.add_dll_directory(folder)
