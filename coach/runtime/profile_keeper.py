"""Keeps one person's profile in a file while picture and voice, each in its own thread, learn their parts of it."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

from coach.detectors.profile import Profile
from coach.session.profile_file import save_profile


class ProfileKeeper:
    """What one of the two learns does not undo what the other has learned."""

    def __init__(self, profile: Profile | None, file: Path) -> None:
        """`profile`: what is known already; the file is written with the first thing that is learned."""
        self._profile = profile or Profile()
        self._file = file
        self._lock = threading.Lock()

    def keep(self, **learned: Any) -> None:
        """Write the profile with these fields of it anew. Raises `KnownError` when the place cannot be written."""
        with self._lock:
            self._profile = replace(self._profile, **learned)
            save_profile(self._profile, self._file)
