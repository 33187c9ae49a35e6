"""Keeps one person's profile together while picture and voice, each in its own thread, learn their parts of it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from coach.detectors.profile import Profile


class ProfileKeeper:
    """What one of the two learns does not undo what the other has learned."""

    def __init__(self, profile: Profile | None, learned: Callable[[Profile], None]) -> None:
        """`profile`: what is known already; `learned` gets all that is known with each thing that is learned."""
        self._profile = profile or Profile()
        self._learned = learned
        self._lock = threading.Lock()

    def keep(self, **learned: Any) -> None:
        """Pass on the profile with these fields of it anew."""
        with self._lock:
            self._profile = replace(self._profile, **learned)
            self._learned(self._profile)
