"""Installs a hashed lock file with pip, shows how far it is, and tells why it failed."""

from __future__ import annotations

import os
import re
import subprocess
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path

from bootstrap import progress
from bootstrap.errors import DISK_FULL, IN_USE, READ_ONLY, SetupError

# What pip or the system say, in the order in which they are looked for -> what to tell the user.
_REASONS = (
    ("No space left on device|Errno 28|WinError 112|Disk quota exceeded", DISK_FULL),
    (
        "Windows Long Path",
        "este Windows no admite rutas tan largas: lleva la carpeta de Coach a una más corta, por ejemplo a "
        r"C:\coach, y ejecuta run.py desde ella",
    ),
    (
        "DO NOT MATCH THE HASHES",
        "un paquete descargado no es el esperado: comprueba tu conexión y no sigas si se repite",
    ),
    (
        "NewConnectionError|NameResolutionError|name resolution|ConnectTimeout|Read ?Timeout|ProxyError|SSLError"
        "|Connection refused|Connection reset|Connection broken|ProtocolError|IncompleteRead|unreachable|Max retries",
        "no hay conexión con el índice de paquetes: revisa la red (o el proxy) y vuelve a ejecutar run.py; "
        "lo ya descargado no se pierde",
    ),
    (
        "No matching distribution|Could not find a version",
        "no hay paquetes para este Python en este sistema: usa Python 3.11, 3.12, 3.13 o 3.14",
    ),
    (r"WinError (5|32)\b", IN_USE),
    ("Permission denied|Read-only file system", READ_ONLY),
)

_TOLD = 20
"""Of so many packages one is told where each would be a line of its own."""
_PACKAGE = re.compile(r"(?:Collecting|Requirement already satisfied:|Processing) (?:\S*/)?([\w.-]+?)(?=-\d|[^\w.-]|$)")
"""A line of pip that begins another package, whether from an index, a folder or the environment itself."""


def install(python: Path, lock: Path, log: Path) -> None:
    """Brings the environment of `python` to what `lock` lists, each file checked against its hash.

    pip's own words go to the file `log`. Raises `SetupError`.
    """
    command = [str(python), "-m", "pip", "install", "--require-hashes", "--no-deps", "--only-binary=:all:"]
    command += ["--disable-pip-version-check", "--no-input", "--progress-bar=off", "--requirement", str(lock)]
    total = sum("==" in line for line in lock.read_text(encoding="utf-8").splitlines())
    last: deque[str] = deque(maxlen=60)
    with (
        log.open("w", encoding="utf-8", buffering=1) as copy,
        subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            env=os.environ | {"PYTHONUNBUFFERED": "1", "PYTHONIOENCODING": "utf-8"},
        ) as pip,
    ):
        for line in _with_progress(pip.stdout or (), total):
            copy.write(line)
            last.append(line)
    if pip.returncode != 0:
        raise SetupError(f"No se pudieron instalar los paquetes: {reason(''.join(last), log)}.")


def _with_progress(lines: Iterable[str], total: int) -> Iterator[str]:
    done = 0
    for line in lines:
        if found := _PACKAGE.match(line):
            done += 1
            progress.show(f"paquete {done} de {total}, {found[1]}", detail=done % _TOLD != 1)
        elif found := re.match(r"\s+Downloading (\S+?)-.*(\(.+\))", line):
            progress.show(f"paquete {done} de {total}, {found[1]} {found[2]}", detail=True)
        elif line.startswith("Installing"):
            progress.show("instalando los paquetes, casi listo")
        yield line


def warm(python: Path) -> None:
    """Has numba compile now, once, what the spectrogram of a report needs: half a minute that nobody waits for later.

    Without it all of Coach works, so that a failure is told and no more.
    """
    progress.show("compilando lo que dibuja los informes, una sola vez")
    command = [str(python), "-P", "-m", "coach.voz.spectrogram"]
    result = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    if result.returncode != 0:
        last = (result.stderr.strip().splitlines() or ["sin explicación"])[-1]
        progress.say(f"Coach funciona, pero el dibujo de la voz en los informes puede fallar: {last}")


def reason(words: str, log: Path) -> str:
    """Why pip failed and what to do, from its last words; `log` holds all of them."""
    for pattern, sentence in _REASONS:
        if re.search(pattern, words, re.IGNORECASE):
            return sentence
    return f"pip falló, y dejó dicho por qué en {log}; arréglalo y vuelve a ejecutar run.py"
