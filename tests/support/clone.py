"""A clone in small: the real `run.py`, a lock file of one tiny package, and a `coach` that tells how it was called."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COACH = """
import json, os, sys
import tiny
called = os.environ["COACH_ORDEN"]
print(json.dumps({"arguments": sys.argv[1:], "folder": os.getcwd(), "tiny": tiny.VERSION, "called": called}))
sys.exit(int(os.environ.get("EXIT", "0")))
"""
WARM = """
import pathlib
with open(pathlib.Path(__file__).with_name("warmed"), "a") as file:
    file.write("once\\n")
"""


class Clone:
    """Lies in `root`; its packages come from a folder beside it, never from a network."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.wheels = root.parent / "wheels"
        self.wheels.mkdir()
        self.environment = os.environ | {
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(self.wheels),
            "PIP_CONFIG_FILE": os.devnull,
        }
        shutil.copytree(ROOT / "bootstrap", root / "bootstrap", ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "run.py", root)
        (root / "coach").mkdir()
        (root / "coach" / "__main__.py").write_text(COACH, encoding="utf-8")
        (root / "coach" / "voz").mkdir()
        (root / "coach" / "voz" / "spectrogram.py").write_text(WARM, encoding="utf-8")
        self.lock("1.0")

    @property
    def warmed(self) -> int:
        """How often what compiles at its first use has been used by the set-up."""
        return len((self.root / "coach" / "voz" / "warmed").read_text(encoding="utf-8").splitlines())

    def lock(self, version: str, digest: str | None = None) -> None:
        """Makes `version` of the tiny package the one that the lock files ask for, by `digest` or its own."""
        wheel = self._wheel(version)
        digest = digest or hashlib.sha256(wheel.read_bytes()).hexdigest()
        for name in ("requirements.lock", "requirements-dev.lock"):
            (self.root / name).write_text(f"tiny=={version} \\\n    --hash=sha256:{digest}\n", encoding="utf-8")

    def _wheel(self, version: str) -> Path:
        info = f"tiny-{version}.dist-info"
        files = {
            "tiny.py": f"VERSION = {version!r}\n",
            f"{info}/METADATA": f"Metadata-Version: 2.1\nName: tiny\nVersion: {version}\n",
            f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        }
        record = "".join(f"{name},sha256={_record_digest(text)},{len(text)}\n" for name, text in files.items())
        path = self.wheels / f"tiny-{version}-py3-none-any.whl"
        with zipfile.ZipFile(path, "w") as wheel:
            for name, text in (files | {f"{info}/RECORD": f"{record}{info}/RECORD,,\n"}).items():
                wheel.writestr(zipfile.ZipInfo(name), text)
        return path

    @property
    def stamp(self) -> Path:
        return self.root / ".venv" / "coach-stamp.json"

    def start(self, *arguments: str, **environment: str) -> subprocess.Popen[str]:
        """Starts `run.py` from another folder, as a user may."""
        return subprocess.Popen(
            [sys.executable, str(self.root / "run.py"), *arguments],
            cwd=self.wheels,
            env=self.environment | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        with self.start(*arguments, **environment) as process:
            out, err = process.communicate(timeout=120)
        return subprocess.CompletedProcess(process.args, process.returncode, out, err)

    def told(self, *arguments: str) -> dict[str, object]:
        """What the clone's `coach` says about how it was called."""
        result = self.run(*arguments)
        assert result.returncode == 0, result.stderr
        told: dict[str, object] = json.loads(result.stdout)
        return told


def _record_digest(text: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
