"""Recorded perception of labelled people (`fixtures/landmarks`), and the way from landmarks to what is said of them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from coach.core.events import Event, Features
from coach.core.landmarks import Perceived
from coach.detectors.calm import CalmRests
from coach.detectors.profile import Profile
from coach.evaluation.labels import ClipLabels, read_labels
from coach.manual.catalog import load_catalog
from coach.manual.features import load_features
from coach.runtime.gathered import Analysis
from coach.runtime.stages import Decider, Observer
from coach.session.landmarks import read_landmarks

FIXTURES = Path(__file__).parents[2] / "fixtures"
FOLDER = FIXTURES / "landmarks"
NAMES = sorted(file.name.removesuffix(".jsonl.gz") for file in FOLDER.glob("*.jsonl.gz"))
CLIPS = FIXTURES / "clips"


@cache
def looks(name: str) -> tuple[Perceived, ...]:
    """What perception saw of the clip."""
    return tuple(read_landmarks(FOLDER / f"{name}.jsonl.gz"))


def labels(name: str) -> ClipLabels:
    return read_labels(FOLDER / f"{name}.json", load_catalog().keys())


def observe(seen: Iterable[Perceived], mask: bool | None = None) -> list[Event]:
    observer = Observer(mask)
    return [event for look in seen for event in observer.push(look)]


def features(seen: Iterable[Perceived]) -> list[Features]:
    return [event for event in observe(seen) if isinstance(event, Features)]


def neutral(observed: Iterable[Event]) -> Profile:
    """The person's neutral, learned as from a recording."""
    rests = CalmRests(load_catalog(), load_features())
    for event in observed:
        if isinstance(event, Features):
            rests.add(event)
    return rests.profile()


@cache
def judged(name: str, mask: bool | None = None) -> Analysis:
    """What is said of a recorded person."""
    return judge(looks(name), mask)


def judge(seen: Iterable[Perceived], mask: bool | None = None) -> Analysis:
    """As `coach analizar` does, from perception on."""
    observed = observe(seen, mask)
    decider, analysis = Decider(neutral(observed)), Analysis()
    for event in observed:
        analysis.add(decider.push(event))
    analysis.add(decider.flush())
    return analysis
