"""The accuracy of many clips, per signal and altogether. None where nothing could be measured."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import fmean, median

from coach.core.events import SignalSegment
from coach.evaluation.labels import ClipLabels
from coach.evaluation.matching import Match, match
from coach.report.result import Span, shared


@dataclass(frozen=True, slots=True)
class Outcome:
    """One clip: its labels, what was reported, and when each id could not be judged."""

    name: str
    labels: ClipLabels
    reports: tuple[SignalSegment, ...]
    blind: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class SignalScore:
    """How one signal fared.

    `clips` hold a label of it; `delay_s` is the median time from the start of a found label to the start of its
    report; `observable` the share of the labelled time in which it could be judged.
    """

    id: str
    clips: int
    found: int
    missed: int
    false_alarms: int
    hours: float
    delay_s: float | None
    observable: float | None

    @property
    def precision(self) -> float | None:
        """Found labels of found labels and false alarms."""
        return _ratio(self.found, self.found + self.false_alarms)

    @property
    def recall(self) -> float | None:
        """Found labels of all labels."""
        return _ratio(self.found, self.found + self.missed)

    @property
    def f1(self) -> float | None:
        """Harmonic mean of both; None without a label or a report."""
        return _ratio(2 * self.found, 2 * self.found + self.missed + self.false_alarms)

    @property
    def false_alarms_per_hour(self) -> float | None:
        """Over the clips in which the signal is not to be ignored."""
        return self.false_alarms / self.hours if self.hours else None


@dataclass(frozen=True, slots=True)
class Scores:
    """All signals in the order asked for.

    `silent`: clips without labels → the ids reported there nonetheless; `failed`: clips that could not be read, and
    count nowhere else → why.
    """

    signals: tuple[SignalScore, ...]
    silent: Mapping[str, tuple[str, ...]]
    people: int
    clips: int
    hours: float
    failed: Mapping[str, str] = field(default_factory=dict)

    @property
    def labelled(self) -> tuple[SignalScore, ...]:
        """The signals that occur in labels."""
        return tuple(score for score in self.signals if score.clips)

    @property
    def macro_f1(self) -> float | None:
        """Mean F1 over the signals that occur in labels."""
        known = [score.f1 for score in self.labelled if score.f1 is not None]
        return fmean(known) if known else None


def score(outcomes: Sequence[Outcome], ids: Sequence[str], failed: Mapping[str, str] | None = None) -> Scores:
    """Add up clips; `ids` are the signals to tell of, in their order; `failed` clips are only told."""
    matches = [(outcome, match(outcome.labels, outcome.reports)) for outcome in outcomes]
    return Scores(
        signals=tuple(_signal(id, matches) for id in ids),
        silent={
            outcome.name: tuple(sorted({report.id for report in matched.false_alarms}))
            for outcome, matched in matches
            if not outcome.labels.signals
        },
        people=len({outcome.labels.person for outcome in outcomes}),
        clips=len(outcomes),
        hours=_hours(outcomes),
        failed=failed or {},
    )


def _signal(id: str, matches: Sequence[tuple[Outcome, Match]]) -> SignalScore:
    findings = [finding for _, matched in matches for finding in matched.findings if finding.label.id == id]
    delays = [f.report.start_s - f.label.start_s for f in findings if f.report is not None]
    holders = [o for o, _ in matches if any(label.id == id for label in o.labels.signals)]
    return SignalScore(
        id=id,
        clips=len(holders),
        found=len(delays),
        missed=len(findings) - len(delays),
        false_alarms=sum(report.id == id for _, matched in matches for report in matched.false_alarms),
        hours=_hours([outcome for outcome, _ in matches if id not in outcome.labels.ignore]),
        delay_s=median(delays) if delays else None,
        observable=_observable(id, holders),
    )


def _observable(id: str, holders: Sequence[Outcome]) -> float | None:
    """Share of the time labelled with `id` in which it could be judged."""
    labelled_s = blind_s = 0.0
    for outcome in holders:
        spans = [span for span in outcome.blind if span.id == id]
        for label in outcome.labels.signals:
            if label.id == id:
                labelled_s += label.end_s - label.start_s
                blind_s += shared(spans, label.start_s, label.end_s)
    return 1.0 - blind_s / labelled_s if labelled_s else None


def _hours(outcomes: Sequence[Outcome]) -> float:
    return sum(outcome.labels.duration_s for outcome in outcomes) / 3600.0


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None
