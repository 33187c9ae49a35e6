"""Every signal has a guion, and the detectors tell what it expects: that, then, and nothing else."""

from __future__ import annotations

import pytest

from coach.manual.catalog import load_catalog
from coach.manual.features import load_features
from tests.support import guion


def test_every_signal_has_its_guion() -> None:
    assert guion.names() == sorted(load_catalog())


def test_neutral_gives_every_feature_that_is_measured() -> None:
    assert set(guion.neutral()) == {id for id, spec in load_features().items() if spec.of is None}


@pytest.mark.parametrize("name", guion.names())
def test_the_detectors_tell_what_the_guion_expects(name: str) -> None:
    script = guion.read(name)
    told = guion.play(script)
    assert [segment.id for segment in told] == [id for id, _, _ in script.expected]
    for segment, (_, start, end) in zip(told, script.expected, strict=True):
        assert segment.start_s == pytest.approx(start, abs=0.11)
        assert segment.end_s == pytest.approx(end, abs=0.11)
        assert 0.3 < segment.confidence <= 1.0
