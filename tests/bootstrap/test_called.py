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
    assert called(python, script, windows, {"python": python}.get) == typed


@pytest.mark.parametrize(
    ("found", "typed"),
    [
        ({"py": r"C:\Windows\py.exe"}, "py run.py"),
        ({"py": r"C:\Windows\py.exe", "python": r"C:\Users\Ana\WindowsApps\python.exe"}, "py run.py"),
        ({"py": r"C:\Windows\py.exe", "python": "python.exe"}, "python run.py"),
        ({}, "python run.py"),
    ],
)
def test_on_windows_a_python_that_is_found_as_py_alone_is_called_so(found: dict[str, str], typed: str) -> None:
    assert called("python.exe", "run.py", True, found.get) == typed
