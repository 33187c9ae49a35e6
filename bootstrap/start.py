"""The order of events of `run.py`."""

from __future__ import annotations

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
