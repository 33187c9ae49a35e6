"""What is said of people whose perception was recorded, against what a person sees in their clips."""

from __future__ import annotations

import pytest

from coach.evaluation.matching import match
from tests.support.mirrors import scaled
from tests.support.recorded import NAMES, judge, judged, labels, looks
from tests.support.rows import MANUAL

SILENT = (
    "neutral", "gesticular", "negar", "mirar_lado", "tocar_diadema", "acomodar_lentes", "beber", "rascar_brazo",
    "rascar_cuello", "rascar_garganta", "rascar_nuca", "neutral_cubrebocas", "sonrisa_cubrebocas",
)  # fmt: skip
MASKED = [name for name in NAMES if name.endswith("_cubrebocas")]


@pytest.mark.parametrize("name", NAMES)
def test_each_label_is_found_and_nothing_else_is_said(name: str) -> None:
    outcome = match(labels(name), judged(name).segments)
    assert [finding.label.id for finding in outcome.findings if finding.report is None] == []
    assert [report.id for report in outcome.false_alarms] == []


def test_every_signal_is_shown_by_somebody() -> None:
    assert {label.id for name in NAMES for label in labels(name).signals} >= MANUAL


@pytest.mark.parametrize("name", SILENT)
def test_what_only_resembles_a_signal_is_passed_over(name: str) -> None:
    """Headset, glasses, cup, scratching, talking hands, a shaken head, a look aside, a mask: none is labelled."""
    assert labels(name).signals == ()
    assert {segment.id for segment in judged(name).segments} <= labels(name).ignore


@pytest.mark.parametrize("name", [name for name in NAMES if labels(name).signals])
def test_what_is_labelled_could_be_observed(name: str) -> None:
    shares = judged(name).observable()
    assert all(shares[label.id] >= 0.3 for label in labels(name).signals)


@pytest.mark.parametrize("name", MASKED)
def test_a_mask_hides_the_mouth_and_leaves_the_brows(name: str) -> None:
    analysis = judged(name)
    shares = analysis.observable()
    assert shares["sonrisa"] < 0.4  # the first second is needed to tell
    assert shares["fruncir_ceno"] > 0.8
    assert [condition.id for condition in analysis.conditions] == ["cubrebocas"]


def test_the_switch_for_a_mask_overrules_what_is_seen() -> None:
    assert judged("sonrisa", mask=True).observable()["sonrisa"] == 0.0
    assert judged("sonrisa_cubrebocas", mask=False).observable()["sonrisa"] > 0.8


@pytest.mark.parametrize("name", NAMES)
def test_nobody_without_a_mask_is_said_to_wear_one(name: str) -> None:
    told = [condition.id for condition in judged(name).conditions]
    assert ("cubrebocas" in told) == (name in MASKED)


def test_legs_behind_a_desk_are_not_judged() -> None:
    """A webcam sees no legs: share 0, never "absent"."""
    shares = judged("neutral").observable()
    assert shares["piernas_cruzadas"] == shares["caminar_erguido"] == shares["manos_en_bolsillos"] == 0.0


def test_a_smile_too_far_away_to_be_seen_is_not_observable() -> None:
    """In so few pixels the face model sees no smile: to say that nobody smiled would be a guess."""
    shares = judge(scaled(look, 0.35) for look in looks("sonrisa")).observable()
    assert shares["sonrisa"] == 0.0
    assert shares["mirar_abajo"] > 0.8  # the head is large enough
