"""Progress on a terminal, and nowhere else."""

from __future__ import annotations

import io
import sys

import pytest

from coach.cli.progress import Progress, line


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_sees_the_line_and_is_left_clean(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with Progress("Analizando") as progress:
        for step in range(1000):
            progress.reach(step / 1000)
    shown = terminal.getvalue()
    assert shown.startswith("\rAnalizando [")
    assert shown.count("Analizando") <= 3, "a thousand steps in no time are no thousand updates"
    assert shown.endswith(" \r")


def test_a_file_sees_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = io.StringIO()
    monkeypatch.setattr(sys, "stderr", plain)
    with Progress("Analizando") as progress:
        progress.reach(0.5)
    assert plain.getvalue() == ""


@pytest.mark.parametrize(
    ("share", "elapsed", "end"),
    [
        (0.0, 5.0, "  0 %"),
        (0.5, 0.5, " 50 %"),
        (0.5, 90.0, " 50 %, faltan 1 min 30 s"),
        (1.7, 9.0, "100 %, casi listo"),
    ],
)
def test_time_left_is_told_once_it_can_be_trusted(share: float, elapsed: float, end: str) -> None:
    assert line("Analizando", share, elapsed).endswith(f"] {end}")
