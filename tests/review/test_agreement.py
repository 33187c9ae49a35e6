"""Agreement held against values counted by hand, in cells of half a second."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.events import SignalSegment, ToneScored
from coach.core.source import SourceInfo
from coach.manual.catalog import load_catalog
from coach.manual.tones import load_tones
from coach.report.result import Result, Span
from coach.report.voice_result import VoiceResult
from coach.review.agreement import Agreement, Reviewed, agreement, by_id, cohen
from coach.review.agreement_text import agreement_text
from coach.review.annotation import Annotation, Verdict
from coach.review.lanes import DETECTIONS, lanes_of

SMILES = ((10.0, 20.0), (30.0, 40.0), (50.0, 60.0), (70.0, 80.0), (85.0, 90.0))


def result(duration_s: float, spans: tuple[tuple[float, float], ...], blind: tuple[Span, ...] = ()) -> Result:
    return Result(
        source=SourceInfo("", None, True, True, None, live=True),
        duration_s=duration_s,
        seen_s=duration_s,
        segments=tuple(SignalSegment("sonrisa", start, end, 0.8) for start, end in spans),
        observable=dict.fromkeys(load_catalog(), 1.0),
        cues=(),
        conditions=(),
        blind=blind,
    )


def verdict(start_s: float, end_s: float, verdict: Verdict, author: str = "Ana", signal: str = "sonrisa") -> Annotation:
    made = datetime(2026, 3, 9, tzinfo=UTC)
    return Annotation(f"{author}{start_s}", "s", author, start_s, end_s, "verdict", signal, "", verdict, made)


def missed(start_s: float, end_s: float, author: str = "Ana", signal: str = "sonrisa") -> Annotation:
    made = datetime(2026, 3, 9, tzinfo=UTC)
    return Annotation(f"m{author}{start_s}", "s", author, start_s, end_s, "missed", signal, "", None, made)


FIRST = Reviewed(
    result(100.0, SMILES, (Span("sonrisa", 95.0, 100.0),)),
    (
        *(verdict(*span, "agree") for span in SMILES[:3]),
        verdict(*SMILES[3], "disagree"),
        missed(0.0, 5.0),
    ),
)
"""Both see 30 s, the detector alone 10 s, the trainer alone 5 s; 5 s have no verdict, and 5 s could not be judged."""
SECOND = Reviewed(result(40.0, ((0.0, 10.0),)), (verdict(0.0, 10.0, "agree"),))


def test_one_session_by_hand() -> None:
    found = agreement([FIRST])["sonrisa"]
    assert found == Agreement("sonrisa", judged=4, agreed=3, missed=1, both=60, detector=20, trainer=10, neither=90)
    assert found.kappa == pytest.approx(104 / 158)
    assert found.precision is None, "four verdicts are too few"


def test_sessions_add_up() -> None:
    found = agreement([FIRST, SECOND])["sonrisa"]
    assert found.kappa == pytest.approx(236 / 314)
    assert found.precision == pytest.approx(4 / 5)


def test_every_trainer_counts_as_one() -> None:
    other = tuple(replace(note, author="Luis", id=f"l{note.id}") for note in FIRST.notes)
    found = agreement([replace(FIRST, notes=FIRST.notes + other)])["sonrisa"]
    assert (found.judged, found.both, found.neither) == (8, 120, 180)
    assert found.kappa == pytest.approx(104 / 158)


def test_comments_and_other_signals_say_nothing_of_this_one() -> None:
    made = datetime(2026, 3, 9, tzinfo=UTC)
    comment = Annotation("c", "s", "Ana", 1.0, 2.0, "comment", "sonrisa", "bien", None, made)
    assert agreement([Reviewed(FIRST.result, (comment,))]) == {}
    found = agreement([Reviewed(FIRST.result, (missed(3.0, 4.0, signal="asentir"),))])
    assert list(found) == ["asentir"]
    assert found["asentir"].kappa is None


def test_what_was_never_in_view_is_not_compared() -> None:
    hidden = result(60.0, (), (Span("sonrisa", 0.0, 60.0),))
    found = agreement([Reviewed(hidden, tuple(missed(float(at), at + 1.0) for at in range(6)))])["sonrisa"]
    assert (found.missed, found.both + found.detector + found.trainer + found.neither) == (6, 0)
    assert found.kappa is None


def test_tones_are_judged_as_the_timeline_shows_them_where_the_voice_could_be() -> None:
    scores = dict.fromkeys(load_tones(), 0.2)
    windows = tuple(ToneScored(t, t + 12.0, scores, "calido" if t < 10 else None, None) for t in range(0, 80))
    deaf = tuple(ToneScored(t, t + 12.0, None, None, "poca_voz") for t in range(100, 140))
    voice = VoiceResult(60.0, 5.0, 300.0, True, False, True, 200.0, 5.0, -25.0, -60.0, tones=windows + deaf)
    heard = replace(result(160.0, ()), voice=voice)
    (mark,) = [one for lane in lanes_of(heard) for one in lane.items if getattr(one, "what", None) in DETECTIONS]
    assert (mark.start_s, mark.end_s) == (0.0, 21.0)
    notes = (
        verdict(0.0, 21.0, "agree", signal="calido"),
        *(missed(t, t + 0.5, signal="calido") for t in (40, 50, 60, 70)),
    )
    found = agreement([Reviewed(heard, notes)])["calido"]
    assert (found.both, found.detector, found.trainer, found.neither) == (42, 0, 4, 182 - 46)


def test_in_the_order_of_the_manual() -> None:
    found = {id: Agreement(id) for id in ("calido", "sonrisa", "asentir")}
    assert [one.id for one in by_id(found, ["asentir", "sonrisa"])] == ["asentir", "sonrisa", "calido"]


def test_less_agreement_than_by_chance_has_the_sign_of_every_number() -> None:
    told = agreement_text([Agreement("sonrisa", 10, 5, 5, both=10, detector=40, trainer=40, neither=10)])
    assert "−0.60" in told and "-0.60" not in told


counts = st.integers(0, 10_000)


@given(counts, counts, counts, counts)
def test_kappa_is_within_bounds_and_symmetric(both: int, first: int, second: int, neither: int) -> None:
    kappa = cohen(both, first, second, neither)
    assert kappa == cohen(both, second, first, neither) == cohen(neither, first, second, both)
    if kappa is not None:
        assert -1.0 <= kappa <= 1.0
        assert (kappa == 1.0) == (first == second == 0)
