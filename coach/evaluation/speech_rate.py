"""How well syllables are counted, against recordings whose syllables are known.

One factor is fitted on half of the recordings (which half is told by a hash of the name, so nobody chose it) and judged
on the other half, in stretches of ten seconds and more, as a gauge would show them; then the halves change places.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import correlation, fmean
from typing import Final

from coach.errors import KnownError

TRANSCRIPTS: Final = "transcripciones.tsv"
_COLUMNS: Final = ("file", "speech_s", "syllables_citation", "syllables_synalepha")
_STRETCH_S: Final = 10.0


@dataclass(frozen=True, slots=True)
class Prompt:
    """A recording with `speech_s` seconds of speech and a true count of syllables between `low` and `high`."""

    file: str
    speech_s: float
    low: int
    high: int

    @property
    def syllables(self) -> float:
        """The middle of what is possible."""
        return (self.low + self.high) / 2


@dataclass(frozen=True, slots=True)
class RateScore:
    """`factor` for all recordings; `error` the mean absolute error of the count in stretches not fitted on, a share.

    `outside` is the same error counted only as far as it leaves what is possible; `stretches` how many were judged.
    """

    factor: float
    error: float
    outside: float
    stretches: int


def read_transcripts(path: Path) -> list[Prompt]:
    """The rows of a table with the columns file, speech_s, syllables_citation and syllables_synalepha.

    Raises `KnownError` that names the row.
    """
    try:
        rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines(), delimiter="\t"))
    except (OSError, UnicodeDecodeError) as error:
        raise KnownError(f"No puedo leer «{path}»; revisa que sea un texto en UTF-8 con columnas por tabulador.") from (
            error
        )
    prompts = [_prompt(path, number, row) for number, row in enumerate(rows, start=2)]
    if not prompts:
        raise KnownError(f"«{path}» no tiene ninguna fila; escribe una por grabación.")
    return prompts


def _prompt(path: Path, number: int, row: Mapping[str, str]) -> Prompt:
    try:
        file, seconds, citation, synalepha = (row[column] for column in _COLUMNS)
        prompt = Prompt(file, float(seconds), int(synalepha), int(citation))
    except (KeyError, TypeError, ValueError) as error:
        needed = ", ".join(_COLUMNS)
        raise KnownError(f"«{path}», línea {number}: necesita las columnas {needed}, con números.") from error
    if not prompt.file or prompt.speech_s <= 0 or not 0 < prompt.low <= prompt.high:
        raise KnownError(f"«{path}», línea {number}: los segundos y las sílabas deben ser mayores que cero.")
    return prompt


def score(prompts: Sequence[Prompt], heard: Mapping[str, int]) -> RateScore:
    """How well the counts `heard` (by file) agree with `prompts`. Raises `KnownError` when there is too little."""
    judged: list[tuple[float, float]] = []
    for half in (0, 1):
        fitted = [p for p in prompts if _half(p) == half]
        other = list(stretches([p for p in prompts if _half(p) != half]))
        if not fitted or not other:
            raise KnownError("Hay muy pocas grabaciones para medir: hacen falta unos 40 segundos de habla.")
        factor = _factor(fitted, heard)
        judged += [_errors(stretch, factor, heard) for stretch in other]
    return RateScore(_factor(prompts, heard), fmean(e for e, _ in judged), fmean(o for _, o in judged), len(judged))


def agreement(pairs: Sequence[tuple[float, float]]) -> float:
    """Pearson's r between measured and true rates."""
    return correlation([measured for measured, _ in pairs], [true for _, true in pairs])


def stretches(prompts: Sequence[Prompt]) -> Iterator[list[Prompt]]:
    """Prompts put together, in the order of their names, until each stretch has ten seconds of speech."""
    stretch: list[Prompt] = []
    for prompt in sorted(prompts, key=lambda p: p.file):
        stretch.append(prompt)
        if sum(p.speech_s for p in stretch) >= _STRETCH_S:
            yield stretch
            stretch = []


def _half(prompt: Prompt) -> int:
    return hashlib.sha256(prompt.file.encode()).digest()[0] % 2


def _factor(prompts: Sequence[Prompt], heard: Mapping[str, int]) -> float:
    count = sum(heard[p.file] for p in prompts)
    if count == 0:
        raise KnownError("No se oyó ninguna sílaba; revisa que las grabaciones sean las de la lista.")
    return sum(p.syllables for p in prompts) / count


def _errors(stretch: Sequence[Prompt], factor: float, heard: Mapping[str, int]) -> tuple[float, float]:
    count = factor * sum(heard[p.file] for p in stretch)
    true, low, high = (sum(values) for values in zip(*((p.syllables, p.low, p.high) for p in stretch), strict=True))
    return abs(count - true) / true, max(low - count, count - high, 0.0) / true
