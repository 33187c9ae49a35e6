"""Who is turned away, and in what words."""

from __future__ import annotations

import platform
import sys

import pytest

from bootstrap.errors import SetupError
from bootstrap.support import require_supported_platform


def pretend(
    monkeypatch: pytest.MonkeyPatch, system: str, machine: str, libc: str = "2.36", macos: str = "14.5"
) -> None:
    monkeypatch.setattr(platform, "system", lambda: system)
    monkeypatch.setattr(platform, "machine", lambda: machine)
    monkeypatch.setattr(platform, "libc_ver", lambda: ("glibc" if libc else "", libc))
    monkeypatch.setattr(platform, "mac_ver", lambda: (macos, ("", "", ""), machine))


@pytest.mark.parametrize(("system", "machine"), [("Windows", "AMD64"), ("Darwin", "arm64"), ("Linux", "x86_64")])
def test_supported(monkeypatch: pytest.MonkeyPatch, system: str, machine: str) -> None:
    pretend(monkeypatch, system, machine)
    require_supported_platform()


@pytest.mark.parametrize(
    ("system", "machine"), [("Windows", "ARM64"), ("Darwin", "x86_64"), ("Linux", "aarch64"), ("FreeBSD", "amd64")]
)
def test_no_package_is_published_for_it(monkeypatch: pytest.MonkeyPatch, system: str, machine: str) -> None:
    pretend(monkeypatch, system, machine)
    name = system.replace("Darwin", "macOS")
    with pytest.raises(SetupError, match=f"Este Python es para {name} {machine.lower()}: Coach funciona en Windows"):
        require_supported_platform()


def test_a_python_for_intel_on_a_mac_that_may_have_another_chip(monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, "Darwin", "x86_64")
    with pytest.raises(SetupError, match="Si tu Mac tiene chip Apple, instala el Python de python.org"):
        require_supported_platform()


@pytest.mark.parametrize(("libc", "told"), [("2.31", "usa glibc 2.31"), ("", "usa otra biblioteca de C")])
def test_a_linux_too_old_or_without_glibc(monkeypatch: pytest.MonkeyPatch, libc: str, told: str) -> None:
    pretend(monkeypatch, "Linux", "x86_64", libc=libc)
    with pytest.raises(SetupError, match=told):
        require_supported_platform()


def test_a_macos_too_old(monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, "Darwin", "arm64", macos="13.6.1")
    with pytest.raises(SetupError, match=r"tiene macOS 13\.6\.1"):
        require_supported_platform()


def test_a_python_of_32_bits(monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, "Windows", "AMD64")
    monkeypatch.setattr(sys, "maxsize", 2**31 - 1)
    with pytest.raises(SetupError, match="Python es de 32 bits"):
        require_supported_platform()
