"""Promises about the repository as a whole that no single module can keep."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ("requirements.lock", "requirements-dev.lock")
REGISTRY = re.compile(rb"(?:pypi|pythonhosted|npmjs|anaconda|debian|ubuntu)\.(?:org|com)\b", re.IGNORECASE)
MACHINE_PATH = re.compile(rb"(?<![\w.~$}*-])/(?:home|root|work|Users|mnt|opt)/\w+")


def tracked() -> list[Path]:
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in names.split("\0") if name and (ROOT / name).is_file()]


def requirements(lock: str) -> dict[str, str]:
    """Name and version → all that the lock file says of it."""
    entries = re.split(r"\n(?=\S)", (ROOT / lock).read_text(encoding="utf-8").strip())
    return {entry.split(" ")[0]: entry for entry in entries}


def direct() -> dict[str, str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return dict(dependency.split("==") for dependency in project["dependencies"])


@pytest.mark.parametrize(("what", "pattern"), [("a registry", REGISTRY), ("a path of one machine", MACHINE_PATH)])
def test_no_file_names(what: str, pattern: re.Pattern[bytes]) -> None:
    found = {path.relative_to(ROOT): match[0] for path in tracked() if (match := pattern.search(path.read_bytes()))}
    assert found == {}, f"these files name {what}"


def test_no_sentence_quotes_the_systems_own_words() -> None:
    """Which are of another language, often; `coach.errors.why` says it in Spanish."""
    code = [path for path in (ROOT / "coach").rglob("*.py") if "strerror" in path.read_text(encoding="utf-8")]
    assert code == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_requirement_is_exact_and_hashed(lock: str) -> None:
    for name, entry in requirements(lock).items():
        assert re.fullmatch(r"[a-z0-9-]+==[0-9][\w.]*", name)
        assert re.search(r" \\\n    --hash=sha256:[0-9a-f]{64}", entry), f"{name} has no hash"


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_files_hold_no_address(lock: str) -> None:
    content = (ROOT / lock).read_text(encoding="utf-8")
    assert "/" not in content
    assert " @ " not in content


def test_the_lock_files_hold_what_the_project_asks_for() -> None:
    wanted = {f"{name.lower()}=={version}" for name, version in direct().items()}
    assert wanted <= set(requirements("requirements.lock"))
    assert requirements("requirements.lock").items() <= requirements("requirements-dev.lock").items()


def test_the_notice_names_every_package_that_is_installed() -> None:
    def plain(name: str) -> str:
        return re.sub(r"[-_.]+", "-", name.lower())

    notice = plain((ROOT / "NOTICE").read_text(encoding="utf-8"))
    under = {"opencv-python": "opencv", "opencv-contrib-python": "opencv", "pyside6-addons": "pyside6"}
    names = [entry.split("==")[0] for entry in requirements("requirements.lock")]
    told = {name: under.get(name, name.removesuffix("-essentials")) for name in names}
    missing = [name for name, one in told.items() if not re.search(rf"(?<![\w-]){re.escape(one)}(?![\w-])", notice)]
    assert missing == []


def test_both_packages_of_opencv_are_of_one_version() -> None:
    """They write the same files: of two versions, whichever is installed last would win."""
    assert direct()["opencv-python"] == direct()["opencv-contrib-python"]


def test_mediapipe_is_the_last_that_sends_nothing() -> None:
    assert direct()["mediapipe"] == "0.10.33"


def test_onnxruntime_carries_nothing_that_reports() -> None:
    """Later releases hold a client of their maker's telemetry service, which looks for its servers when they start."""
    package = importlib.util.find_spec("onnxruntime")
    assert package is not None
    assert package.origin is not None
    libraries = [path for path in Path(package.origin).parent.rglob("*") if path.suffix in (".so", ".pyd", ".dylib")]
    assert libraries
    found = [path.name for path in libraries if re.search(rb"OneDsTelemetry|OneCollector", path.read_bytes())]
    assert found == []


def test_a_timer_of_qt_leaks_no_reference() -> None:
    """PySide6 6.12 loses a reference to None a call, and a live session makes thousands of them."""
    timer = QTimer()
    timer.setInterval(10)
    before = sys.getrefcount(None)
    for number in range(1000):
        timer.setInterval(10 + number % 5)
    assert abs(sys.getrefcount(None) - before) < 100
