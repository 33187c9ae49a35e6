"""A result made by hand."""

from __future__ import annotations

import pytest

from coach.core.events import ConditionChanged, Cue, SignalSegment
from coach.core.source import SourceInfo
from coach.manual.catalog import Catalog, load_catalog
from coach.manual.conditions import ViewCondition, load_conditions
from coach.report.result import Result, Span, ordered, spans


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return load_catalog()


@pytest.fixture(scope="session")
def conditions() -> dict[str, ViewCondition]:
    return dict(load_conditions())


@pytest.fixture
def result(catalog: Catalog) -> Result:
    """A minute: two smiles, arms crossed at the end and out of view before, legs never in view, dark for a while."""
    segments = [
        SignalSegment("brazos_cruzados", 50.00049, 60.0, 0.87654),
        SignalSegment("sonrisa", 12.0, 18.0, 0.9),
        SignalSegment("sonrisa", 3.0, 6.0, 0.8),
    ]
    blind = (
        Span("brazos_cruzados", 10.0, 40.0),
        Span("caminar_erguido", 0.0, 59.4),
        Span("piernas_cruzadas", 0.0, 60.0),
    )
    unseen = {span.id: 1.0 - (span.end_s - span.start_s) / 60.0 for span in blind}
    return Result(
        source=SourceInfo("carpeta/<cliente> & yo.mp4", 60.0, True, True, 29.97003, live=False),
        duration_s=60.0,
        seen_s=60.0,
        segments=ordered(segments),
        observable={id: unseen.get(id, 1.0) for id in catalog},
        cues=(
            Cue(4.0, "Bien: esa sonrisa", ("sonrisa",), "refuerza"),
            Cue(51.2, "Suelta los brazos", ("brazos_cruzados",), "corrige"),
        ),
        conditions=spans([ConditionChanged(20.0, "oscuro", True), ConditionChanged(25.0, "oscuro", False)], 60.0),
        blind=blind,
    )


@pytest.fixture
def sound(catalog: Catalog) -> Result:
    info = SourceInfo("voz.wav", 10.0, False, True, None, live=False)
    return Result(info, 10.0, 0.0, (), dict.fromkeys(catalog, 0.0), (), ())
