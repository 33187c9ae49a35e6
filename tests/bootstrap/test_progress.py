"""The line of the set-up, as a console shows it that knows carriage returns and nothing else."""

from __future__ import annotations

import io
import sys

import pytest

from bootstrap import progress


class Console(io.StringIO):
    def isatty(self) -> bool:
        return True

    @property
    def screen(self) -> list[str]:
        """What can be read on it now, a row a line, without the blanks at the end."""
        rows = []
        for row in self.getvalue().split("\n"):
            cells: list[str] = []
            for written in row.split("\r"):
                cells[: len(written)] = written
            rows.append("".join(cells).rstrip())
        return rows


def test_a_shorter_line_leaves_nothing_of_a_longer_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", console := Console())
    progress.show("bibliotecas del sistema")
    progress.show("entorno")
    assert console.screen == ["Preparando Coach: entorno"]
    progress.clear()
    assert console.screen == [""]
    assert "\x1b" not in console.getvalue(), "the console of Windows shows it as letters"


def test_what_is_said_stays_above(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", console := Console())
    progress.show("entorno de Python")
    progress.say("Listo.")
    progress.show("otra cosa")
    progress.show("otra")
    assert console.screen == ["Listo.", "Preparando Coach: otra"]
