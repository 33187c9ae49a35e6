"""The figures of a live session."""

from __future__ import annotations

import pytest

from coach.runtime.meter import Meter


def test_nothing_measured_is_none_not_zero() -> None:
    stats = Meter().stats(now=5.0, drops=0, level=None)
    assert (stats.shown_fps, stats.processed_fps, stats.latency_p50_s, stats.latency_p95_s) == (None,) * 4


def test_rates_and_latency_count_from_when_the_frame_was_grabbed() -> None:
    meter = Meter()
    for index in range(90):
        t = index / 30
        waited = 0.2 if index % 10 == 9 else 0.0  # on its way from the camera
        meter.shown(t, 100 + t + waited)
        if index % 2:
            meter.processed(t, 100 + t + waited + 0.03)
    stats = meter.stats(now=103.2, drops=45, level="B")
    assert stats.shown_fps == pytest.approx(30, rel=0.08)
    assert stats.processed_fps == pytest.approx(15, rel=0.08)
    assert stats.latency_p50_s == pytest.approx(0.03)
    assert stats.latency_p95_s == pytest.approx(0.23)
    assert (stats.drops, stats.level) == (45, "B")


def test_rates_forget() -> None:
    meter = Meter()
    for index in range(30):
        meter.shown(index / 30, index / 30)
    assert meter.stats(now=20.0, drops=0, level="B").shown_fps is None
