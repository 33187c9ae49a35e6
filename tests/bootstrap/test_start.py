"""run.py where whoever started it had closed its standard error, as services and some launchers do."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import pytest

from bootstrap import start
from bootstrap.environment import Environment
from bootstrap.errors import SetupError


def started(arguments: Sequence[str]) -> int:
    """Within the test itself: pytest puts its own in place between a fixture and its test."""
    own, sys.stderr = sys.stderr, None
    try:
        return start.start(arguments)
    finally:
        if sys.stderr is not None:
            sys.stderr.close()
        sys.stderr = own


@pytest.mark.skipif(sys.platform == "win32", reason="there it starts Coach below itself")
def test_it_hands_over_to_coach(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[list[str]] = []

    def become(_: str, command: list[str]) -> None:
        begun.append(command)
        raise SystemExit(0)  # where this process would be Coach by now

    monkeypatch.setattr(Environment, "prepare", lambda *_: None)
    monkeypatch.setattr(os, "execvp", become)
    monkeypatch.setenv("COACH_ORDEN", "")
    with pytest.raises(SystemExit):
        started(["analizar", "a.mp4"])
    assert [command[-3:] for command in begun] == [["coach", "analizar", "a.mp4"]]


def test_what_failed_has_its_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise SetupError("No hay red.")

    monkeypatch.setattr(Environment, "prepare", fail)
    assert started([]) == 1
