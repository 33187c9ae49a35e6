"""Guiones: readable scripts of what is measured and what must be told, one a signal, in fixtures/guiones.

`neutral.txt` gives every feature of somebody who does nothing (`name = value`). A guion tells what changes from when
(`4  wrist_cross_sw = 0.2`), goes back (`8  neutral`), ends (`11 fin`), and says what must be found: `espera id start
end`. Whatever it does not expect must not be told. Lines that begin with # are for people.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from coach.core.events import Features, SignalSegment
from coach.detectors.bank import DetectorBank
from coach.detectors.profile import Profile
from coach.manual.catalog import load_catalog
from coach.manual.features import load_features

FOLDER = Path(__file__).parents[2] / "fixtures" / "guiones"
FPS = 20
Values = dict[str, float]


@dataclass(frozen=True)
class Guion:
    """Values from a time on, in order; the end; what must be told as (id, start, end)."""

    changes: list[tuple[float, Values]]
    end_s: float
    expected: list[tuple[str, float, float]]


def names() -> list[str]:
    return sorted(file.stem for file in FOLDER.glob("*.txt") if file.stem != "neutral")


def neutral() -> Values:
    return _values(" ".join(_lines(FOLDER / "neutral.txt")))


def read(name: str) -> Guion:
    rest = neutral()
    guion = Guion([(0.0, rest)], 0.0, [])
    for line in _lines(FOLDER / f"{name}.txt"):
        first, _, words = line.partition(" ")
        if first == "espera":
            id, start, end = words.split()
            guion.expected.append((id, float(start), float(end)))
        elif words.strip() == "fin":
            guion = Guion(guion.changes, float(first), guion.expected)
        elif words.strip() == "neutral":
            guion.changes.append((float(first), rest))
        else:
            guion.changes.append((float(first), {**guion.changes[-1][1], **_values(words)}))
    return guion


def play(guion: Guion) -> list[SignalSegment]:
    """What the detectors tell, the person's neutral being that of people in general."""
    bank = DetectorBank(load_catalog(), load_features(), Profile(guided=True))
    events = [event for features in _features(guion) for event in bank.push(features)]
    return [event for event in [*events, *bank.flush()] if isinstance(event, SignalSegment)]


def _features(guion: Guion) -> Iterator[Features]:
    for frame in range(round(guion.end_s * FPS)):
        t = frame / FPS
        now = [values for start, values in guion.changes if start <= t + 1e-9][-1]
        yield Features(t, dict(now))


def _lines(file: Path) -> list[str]:
    lines = (line.strip() for line in file.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def _values(words: str) -> Values:
    parts = words.replace("=", " ").split()
    return {name: float(value) for name, value in zip(parts[::2], parts[1::2], strict=True)}
