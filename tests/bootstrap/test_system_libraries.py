"""What a bare Linux is given, or told. The packages of Debian are the machine's: a script stands in for apt-get."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from bootstrap import system_libraries
from bootstrap.errors import SetupError
from bootstrap.system_libraries import ESSENTIAL, WINDOW, install_missing

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets programs share these libraries")


class Machine:
    """A computer with chosen libraries, rights and programs."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.calls = folder / "calls"
        self._monkeypatch = monkeypatch
        monkeypatch.setenv("PATH", str(folder))
        self.program("env", 'shift; exec "$@"')
        self.user(0)

    def program(self, name: str, script: str) -> None:
        path = self.folder / name
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)

    def apt(self, exit_code: int = 0, says: str = "") -> None:
        self.program("apt-get", f'echo "$@" >> {self.calls}; echo "{says}" >&2; exit {exit_code}')

    def user(self, number: int) -> None:
        self._monkeypatch.setattr(os, "geteuid", lambda: number)

    def lacks(self, *libraries: str) -> None:
        self._monkeypatch.setattr(system_libraries, "loads", lambda name: name not in libraries)


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    monkeypatch.setattr(system_libraries, "FONT_FOLDERS", (str(tmp_path),))
    (tmp_path / "letters.ttf").touch()
    return Machine(tmp_path, monkeypatch)


def test_nothing_is_installed_where_nothing_is_missing(machine: Machine) -> None:
    machine.apt()
    machine.lacks()
    assert install_missing()
    assert not machine.calls.exists()


def test_root_installs_only_what_is_missing(machine: Machine) -> None:
    machine.apt()
    machine.lacks("libEGL.so.1", "libxcb-cursor.so.0")
    assert install_missing()
    update, install = machine.calls.read_text(encoding="utf-8").splitlines()
    assert update.endswith("update")
    assert install.endswith("install -y --no-install-recommends libegl1 libxcb-cursor0")


def test_a_machine_without_letters_gets_some(machine: Machine) -> None:
    machine.apt()
    machine.lacks()
    (machine.folder / "letters.ttf").unlink()
    assert install_missing()
    assert "fonts-dejavu-core" in machine.calls.read_text(encoding="utf-8")


def test_sudo_without_a_password_is_used(machine: Machine) -> None:
    machine.apt()
    machine.user(1000)
    machine.program("sudo", f'echo sudo "$@" >> {machine.calls}; shift; exec "$@"')
    machine.program("true", "exit 0")
    machine.lacks("libEGL.so.1")
    assert install_missing()
    assert "sudo -n env" in machine.calls.read_text(encoding="utf-8")


def test_sudo_with_a_password_is_left_to_the_user(machine: Machine) -> None:
    machine.apt()
    machine.user(1000)
    machine.program("sudo", "exit 1")
    machine.lacks("libEGL.so.1", "libxcb-cursor.so.0")
    with pytest.raises(SetupError) as caught:
        install_missing()
    exact = "sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1 libxcb-cursor0"
    assert exact in str(caught.value)
    assert not machine.calls.exists()


def test_without_what_a_window_needs_the_rest_still_works(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    machine.apt()
    machine.user(1000)
    machine.lacks("libxcb-cursor.so.0")
    assert not install_missing()
    assert "install -y --no-install-recommends libxcb-cursor0" in capsys.readouterr().err


def test_a_python_without_venv_asks_for_the_package_of_its_version(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine.user(1000)
    machine.apt()
    machine.lacks()
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(SetupError, match=rf"python3\.{sys.version_info.minor}-venv"):
        install_missing()


def test_a_linux_without_apt_is_told_the_names(machine: Machine) -> None:
    machine.lacks("libEGL.so.1")
    with pytest.raises(SetupError, match=r"Sus nombres en Debian .*: libegl1$"):
        install_missing()


def test_apt_that_fails_gives_its_reason_and_the_command(machine: Machine) -> None:
    machine.apt(exit_code=100, says="E: Unable to locate package libegl1")
    machine.lacks("libEGL.so.1")
    with pytest.raises(SetupError, match=r"\(E: Unable to locate package libegl1\).*: sudo apt-get update"):
        install_missing()


def test_what_this_machine_was_given_is_complete() -> None:
    assert system_libraries._missing(ESSENTIAL | WINDOW) == []
