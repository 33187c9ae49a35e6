"""The order of events of `run.py`."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from bootstrap import launch, progress
from bootstrap.environment import Environment
from bootstrap.errors import SetupError

ROOT = Path(__file__).resolve().parent.parent
LOCK = "requirements.lock"
TEST_LOCK = "requirements-dev.lock"


def start(arguments: Sequence[str]) -> int:
    """Sets up what is missing, then runs the tests (`test …`) or Coach with `arguments`; its exit code."""
    if sys.stderr is None:  # closed by whoever started us: what is done is done all the same
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - until the end
    environment = Environment(ROOT)
    testing = arguments[:1] == ["test"]
    try:
        environment.prepare((LOCK, TEST_LOCK) if testing else (LOCK,))
    except SetupError as error:
        progress.say(str(error))
        return 1
    except KeyboardInterrupt:
        progress.say("Interrumpido. Vuelve a ejecutar run.py y seguirá donde estaba.")
        return 1
    if testing:
        return launch.tests(environment.python, ROOT, arguments[1:])
    return launch.coach(environment.python, arguments)
