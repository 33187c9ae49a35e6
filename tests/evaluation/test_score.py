"""Hand-made clips whose figures can be worked out on paper."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.core.events import SignalSegment
from coach.evaluation.card import card, document, verdicts
from coach.evaluation.labels import ClipLabels, Label
from coach.evaluation.markdown import markdown
from coach.evaluation.matching import match
from coach.evaluation.score import Outcome, Scores, SignalScore, score
from coach.report.result import Span

IDS = ("sonrisa", "asentir")


def labels(*signals: tuple[str, float, float], person: str = "Ana", ignore: tuple[str, ...] = ()) -> ClipLabels:
    return ClipLabels(person, 36.0, "webcam", tuple(Label(*signal) for signal in signals), frozenset(ignore))


def reports(*segments: tuple[str, float, float]) -> tuple[SignalSegment, ...]:
    return tuple(SignalSegment(id, start, end, 0.9) for id, start, end in segments)


def of(scores: Scores, id: str) -> SignalScore:
    return next(signal for signal in scores.signals if signal.id == id)


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        (2.0, 6.0, True),
        (4.75, 6.0, True),  # 31% of the union
        (5.0, 6.0, False),  # 25% of the union, 25% of the label
        (3.9, 30.0, True),  # 7% of the union, but over half of the label
        (4.1, 30.0, False),
        (6.0, 9.0, False),  # touches, shares nothing
    ],
)
def test_a_label_is_found_by_enough_overlap(start: float, end: float, found: bool) -> None:
    outcome = match(labels(("sonrisa", 2.0, 6.0)), reports(("sonrisa", start, end)))
    assert (outcome.findings[0].report is not None) is found


def test_only_a_report_that_nobody_labelled_is_a_false_alarm() -> None:
    seen = reports(
        ("sonrisa", 2.0, 4.0),
        ("sonrisa", 5.9, 30.0),  # a second report of the same label
        ("sonrisa", 31.0, 32.0),  # elsewhere
        ("asentir", 2.0, 3.0),  # not labelled
        ("fruncir_ceno", 2.0, 3.0),  # to be ignored
    )
    outcome = match(labels(("sonrisa", 2.0, 6.0), ignore=("fruncir_ceno",)), seen)
    assert [(report.id, report.start_s) for report in outcome.false_alarms] == [("sonrisa", 31.0), ("asentir", 2.0)]


def test_the_earliest_report_that_finds_a_label_gives_the_delay() -> None:
    outcome = match(labels(("sonrisa", 2.0, 6.0)), reports(("sonrisa", 4.0, 6.0), ("sonrisa", 2.5, 3.9)))
    assert outcome.findings[0].report == reports(("sonrisa", 2.5, 3.9))[0]


@pytest.fixture
def scores() -> Scores:
    """Four clips of 36 s by two persons: a smile found, one missed, a nod found with a false one, and calm."""
    half = (Span("sonrisa", 0.0, 4.0), Span("asentir", 3.0, 9.0))
    outcomes = [
        Outcome("a.mp4", labels(("sonrisa", 2.0, 6.0)), reports(("sonrisa", 2.25, 6.0)), half),
        Outcome("b.mp4", labels(("sonrisa", 2.0, 6.0), person="Luis"), (), ()),
        Outcome("c.mp4", labels(("asentir", 2.0, 6.0)), reports(("asentir", 1.5, 6.0), ("asentir", 9.0, 10.0)), ()),
        Outcome(
            "neutral.mp4", labels(ignore=("asentir",)), reports(("asentir", 1.0, 2.0), ("sonrisa", 1.0, 2.0)), half
        ),
    ]
    return score(outcomes, (*IDS, "fruncir_ceno"))


def test_figures_of_a_signal(scores: Scores) -> None:
    smile = of(scores, "sonrisa")
    assert (smile.clips, smile.found, smile.missed, smile.false_alarms) == (2, 1, 1, 1)
    assert (smile.precision, smile.recall, smile.f1) == (0.5, 0.5, 0.5)
    assert smile.delay_s == 0.25
    assert smile.observable == 0.75
    assert smile.false_alarms_per_hour == pytest.approx(1 / (4 * 36 / 3600))


def test_where_a_signal_is_ignored_there_is_no_time_for_false_alarms(scores: Scores) -> None:
    nod = of(scores, "asentir")
    assert (nod.false_alarms, nod.delay_s) == (1, -0.5)
    assert nod.hours == pytest.approx(3 * 36 / 3600)


def test_what_never_occurred_has_no_figures(scores: Scores) -> None:
    frown = of(scores, "fruncir_ceno")
    assert (frown.precision, frown.recall, frown.f1, frown.delay_s, frown.observable) == (None,) * 5
    assert frown.false_alarms_per_hour == 0.0


def test_the_whole(scores: Scores) -> None:
    assert (scores.people, scores.clips, scores.silent) == (2, 4, {"neutral.mp4": ("sonrisa",)})
    assert scores.macro_f1 == pytest.approx((0.5 + 2 / 3) / 2)
    assert [verdict.kept for verdict in verdicts(scores)] == [False, False, False]


def test_the_card_tells_it_all(scores: Scores) -> None:
    text = card(scores, {"sonrisa": "Sonrisa", "asentir": "Asentir", "fruncir_ceno": "Fruncir el ceño"})
    rows = {line[:15].strip(): line.split() for line in text.splitlines()}
    assert rows["Sonrisa"][1:] == ["2", "0.50", "0.50", "0.50", "25.0", "0.25", "75%"]
    assert rows["Fruncir el ceño"][3:] == ["0", "-", "-", "-", "0.0", "-", "-"]
    assert "neutral.mp4                    sonrisa" in text
    assert "no cumple  F1 macro de al menos 0.90: 0.583" in text


def test_one_is_not_many() -> None:
    one = score([Outcome("a.mp4", labels(("sonrisa", 1.0, 2.0)), (), ())], IDS)
    assert card(one, {id: id for id in IDS}).startswith("1 clip de 1 persona, 0.6 minutos\n")
    assert "(1 señal)" in markdown(one, {id: id for id in IDS}, "PC")


def test_the_same_as_markdown(scores: Scores) -> None:
    names = {"sonrisa": "Sonrisa", "asentir": "Asentir", "fruncir_ceno": "Fruncir el ceño"}
    text = markdown(replace(scores, failed={"roto.mp4": "está dañado."}), names, "2026-01-31, PC")
    lines = text.splitlines()
    table = [line for line in lines if line.startswith("|")]
    assert lines[0] == "4 clips de 2 personas, 2.4 minutos. 2026-01-31, PC."
    assert "**F1 macro: 0.583** (2 señales)" in lines
    assert {line.count("|") for line in table} == {10}
    assert "| Sonrisa | `sonrisa` | 2 | 0.50 | 0.50 | 0.50 | 25.0 | 0.25 | 75% |" in table
    assert "| Fruncir el ceño | `fruncir_ceno` | 0 | - | - | - | 0.0 | - | - |" in table
    assert "- `neutral.mp4`: `sonrisa`" in lines
    assert "- `roto.mp4`: está dañado." in lines


def test_a_clip_that_could_not_be_read_is_told_and_counts_nowhere() -> None:
    scores = score([], IDS, {"roto.mp4": "está dañado."})
    assert document(scores)["failed"] == {"roto.mp4": "está dañado."}
    assert "roto.mp4                       está dañado." in card(scores, {"sonrisa": "Sonrisa", "asentir": "Asentir"})
    assert scores.clips == 0


def test_the_document_holds_the_same(scores: Scores) -> None:
    written = document(scores)
    assert written["macro_f1"] == 0.583
    assert [signal["f1"] for signal in written["signals"]] == [0.5, 0.667, None]


def test_no_clips_no_figures() -> None:
    empty = score([], IDS)
    assert (empty.macro_f1, empty.people, verdicts(empty)) == (None, 0, [])
