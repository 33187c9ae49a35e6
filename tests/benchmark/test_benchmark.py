"""The benchmark's own parts: the recording it makes, the camera it watches, the arithmetic of its table."""

from __future__ import annotations

import urllib.request
from pathlib import Path

import pytest

from coach.benchmark.camera import loopback_camera
from coach.benchmark.clip import FPS, SIZE, lengthen, make_clip
from coach.benchmark.offline import Cost, decoded
from coach.benchmark.run import apart, offline_figures
from coach.benchmark.table import Figure, Report, document, table
from coach.core.events import Frame
from coach.resources import demo_recording
from coach.vision.recording import Recording


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_clip(demo_recording(), tmp_path_factory.mktemp("clip") / "clip.mp4", 1.0)


def test_the_clip_has_the_size_rate_and_length_asked_for(clip: Path) -> None:
    frames = [frame for frame in Recording(clip) if isinstance(frame, Frame)]
    assert len(frames) == FPS
    assert frames[0].image.shape == (SIZE[1], SIZE[0], 3)
    assert frames[-1].t == pytest.approx(29 / 30, abs=0.002)


def test_lengthening_repeats_it_without_a_gap(clip: Path, tmp_path: Path) -> None:
    long = lengthen(clip, tmp_path / "long.mp4", 3.0)
    times = [frame.t for frame in Recording(long)]
    assert len(times) == 3 * FPS
    assert all(b - a == pytest.approx(1 / FPS, abs=0.002) for a, b in zip(times, times[1:], strict=False))


def test_the_camera_sends_pictures(clip: Path) -> None:
    with loopback_camera(clip) as address, urllib.request.urlopen(address, timeout=10) as stream:  # noqa: S310
        assert b"\xff\xd8" in stream.read(4096)


def test_work_apart_brings_its_result_and_its_errors(clip: Path) -> None:
    cost = apart(decoded, str(clip))
    assert cost.wall_s > 0.0
    assert cost.given is None or 0.0 < cost.given <= 1.0
    with pytest.raises(ValueError, match="invalid literal"):
        apart(int, "x")


def test_decoding_is_taken_off_both_before_they_are_compared() -> None:
    figures = {
        figure.id: figure
        for figure in offline_figures(
            20.0,
            Cost(1.0, 2.0),
            [Cost(9.0, 12.0), Cost(9.0, 14.0), Cost(9.0, 12.0)],
            [Cost(5.0, 13.0, 400.0, 0.01), Cost(4.0, 15.0, 450.0, None, 0.8), Cost(9.0, 32.0, 300.0, None)],
        )
    }
    assert figures["speed"].value == 5.0
    assert (figures["given"].value, figures["speed_given"].value) == (80.0, 6.25)
    assert figures["chain_ratio"].value == pytest.approx(1.1)
    assert figures["peak_rss"].value == 450.0
    assert figures["rss_swing"].value == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("value", "least", "most", "kept"),
    [
        (3.0, 3.0, None, True),
        (2.9, 3.0, None, False),
        (1.2, None, 1.15, False),
        (1.0, None, None, None),
        (None, 1.0, None, None),
    ],
)
def test_bars(value: float | None, least: float | None, most: float | None, kept: bool | None) -> None:
    assert Figure("a", "A", value, "s", least, most).kept is kept


def test_what_cannot_be_measured_is_said() -> None:
    report = Report("PC", "2026-01-31", (Figure("peak_rss", "Memoria máxima", None, "MB", most=600.0),))
    assert "no medible" in table(report)
    assert document(report)["figures"][0]["value"] is None
