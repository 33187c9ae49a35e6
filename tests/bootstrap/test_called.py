"""What Coach tells people to type can be typed: a folder with a space is quoted as the shell there wants it."""

from __future__ import annotations

import pytest

from bootstrap.launch import called


@pytest.mark.parametrize(
    ("python", "script", "windows", "typed"),
    [
        ("/usr/bin/python3", "run.py", False, "python3 run.py"),
        ("/usr/bin/python3.12", "/mi carpeta/run.py", False, "python3.12 '/mi carpeta/run.py'"),
        ("python.exe", "run.py", True, "python run.py"),
        ("python.exe", r"C:\mi carpeta\run.py", True, r'python "C:\mi carpeta\run.py"'),
        ("python.exe", r"C:\coach\run.py", True, r"python C:\coach\run.py"),
    ],
)
def test_it_is_quoted_for_the_shell_that_reads_it(python: str, script: str, windows: bool, typed: str) -> None:
    assert called(python, script, windows) == typed
