"""The folder `.venv`: made once, brought up to date when its lock file changes, made anew when it was left half done.

A stamp inside says which lock files it holds and which Python it was made with. The stamp is taken away before
anything is changed and written last, so that an environment without one is never trusted.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from bootstrap import packages, progress, support, system_libraries
from bootstrap.errors import DISK_FULL, SetupError, told
from bootstrap.exclusive import exclusive

NEEDED_BYTES = 4 * 10**9
"""Room for the packages (2.2 GB, 2.5 GB with those for tests) and for what pip keeps meanwhile."""


class Environment:
    """The virtual environment of the clone in `root`."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._folder = root / ".venv"
        self._stamp = self._folder / "coach-stamp.json"
        self.python = self._folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")

    def prepare(self, locks: tuple[str, ...]) -> None:
        """Afterwards the environment holds what the last of `locks` lists; each lists all of those before it too.

        Raises `SetupError`.
        """
        try:
            digests = {name: hashlib.sha256((self._root / name).read_bytes()).hexdigest() for name in locks}
            if self._is_ready(digests):  # it may be another user's, and not to be read
                return
            support.require_supported_platform()
            with exclusive(self._root / ".venv.lock"):
                if not self._is_ready(digests):  # another process may just have done it
                    self._bring_up_to_date(digests)
        except OSError as error:
            raise told(error, self._folder) from error
        finally:
            progress.clear()

    def _is_ready(self, digests: dict[str, str]) -> bool:
        stamp = self._read_stamp()
        return "libraries" in stamp and digests.items() <= stamp.items()

    def _read_stamp(self) -> dict[str, str]:
        """Digests of lock files, `python`, and `libraries` once all were found; empty when unusable."""
        try:
            stamp: dict[str, str] = json.loads(self._stamp.read_text(encoding="utf-8"))
        except (FileNotFoundError, NotADirectoryError, ValueError):
            return {}
        # An upgrade of the system may have taken away the Python that the environment was made with.
        return stamp if self.python.exists() and Path(stamp["python"]).is_file() else {}

    def _bring_up_to_date(self, digests: dict[str, str]) -> None:
        complete = system_libraries.install_missing()
        stamp = self._read_stamp()
        if not digests.items() <= stamp.items():
            self._stamp.unlink(missing_ok=True)
            if not stamp:
                stamp = self._create()
            packages.install(self.python, self._root / list(digests)[-1], self._root / ".venv.log")
            self._link_package()
            packages.warm(self.python)
        stamp |= digests
        if complete:
            stamp["libraries"] = "complete"
        self._stamp.write_text(json.dumps(stamp, indent=1), encoding="utf-8")

    def _create(self) -> dict[str, str]:
        """Makes an empty environment, in place of what there is; the first lines of its stamp."""
        if shutil.disk_usage(self._root).free < NEEDED_BYTES:
            raise SetupError(f"No se pudo preparar {self._folder}: {DISK_FULL}.")
        progress.show("entorno de Python")
        # Not sys.executable: run.py may have been started with the very environment that is to be replaced.
        python = os.path.realpath(getattr(sys, "_base_executable", sys.executable))
        command = [python, "-m", "venv", "--clear", str(self._folder)]
        result = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
        if result.returncode != 0:
            reason = ((result.stderr + result.stdout).strip().splitlines() or ["sin explicación"])[-1]
            raise SetupError(f"Python no pudo crear {self._folder} ({reason}): corrígelo y vuelve a ejecutar run.py.")
        return {"python": python}

    def _link_package(self) -> None:
        """Lets the environment import `coach` from the clone, wherever the clone is moved to."""
        # Bytes: the folder may have letters that the code page of a Windows lacks.
        tell = "import os, sys, sysconfig; sys.stdout.buffer.write(os.fsencode(sysconfig.get_path('purelib')))"
        command = [str(self.python), "-c", tell]
        site = Path(os.fsdecode(subprocess.run(command, capture_output=True, check=True).stdout))
        (site / "coach.pth").write_text(os.path.relpath(self._root, site) + "\n", encoding="utf-8")
