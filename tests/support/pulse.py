"""A PulseAudio of the tests' own, whose microphones hear what is played to them, and can be lost."""

from __future__ import annotations

import os

import pytest

from coach.benchmark import pulse
from coach.benchmark.pulse import RATE as RATE


class Pulse(pulse.Pulse):
    """A server with two microphones: "micro", the default, hears the left and right of "altavoz"; "diadema" too."""

    MICROPHONES = ("micro", "diadema")
    LATENCY_MS = 20

    def unplug(self) -> None:
        self.control("unload-module", "module-remap-source")
        self.control("unload-module", "module-null-sink")

    def suspend(self, yes: bool) -> None:
        for source in self.MICROPHONES:
            self.control("suspend-source", source, str(int(yes)))


def require_pulse() -> None:
    """Skips where PulseAudio is not installed; never in CI, which installs it."""
    if not pulse.available() and not os.environ.get("CI"):
        pytest.skip("PulseAudio is not available here")
