"""Collects what the window translates of the manual's tables, for Qt's tools: `python -m tests.ui.manual_catalogue`.

Writes new texts into `translations/manual_en.ts`, to be translated there, and takes those away that are gone.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from coach.ui.manual_words import CONTEXT, texts

FOLDER: Final = Path(__file__).resolve().parents[2] / "coach" / "ui" / "translations"
CATALOGUE: Final = FOLDER / "manual_en.ts"
OPTIONS: Final = ("-silent", "-locations", "none", "-no-obsolete", "-source-language", "es", "-target-language", "en")


def tool(name: str) -> str:
    """One of Qt's tools, which come with PySide6."""
    found = shutil.which(f"pyside6-{name}", path=str(Path(sys.executable).parent)) or shutil.which(f"pyside6-{name}")
    assert found is not None, f"pyside6-{name} comes with PySide6"
    return found


def collect(catalogue: Path) -> None:
    """Bring `catalogue` up to date: the tables as calls that Qt's own collector reads."""
    calls = [
        f"QCoreApplication.translate({json.dumps(CONTEXT)}, {json.dumps(text, ensure_ascii=False)})\n"
        for text in dict.fromkeys(texts())
    ]
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "manual.py"
        source.write_text("".join(calls), encoding="utf-8")
        subprocess.run([tool("lupdate"), *OPTIONS, str(source), "-ts", str(catalogue)], check=True, capture_output=True)


if __name__ == "__main__":
    collect(CATALOGUE)
