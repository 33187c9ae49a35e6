"""The JSON document keeps to its contract."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from coach.core.events import Cue
from coach.manual.catalog import Catalog
from coach.report.document import document
from coach.report.result import Result


def test_the_whole_document(result: Result, catalog: Catalog) -> None:
    written = document(result, catalog)
    assert list(written) == ["version", "source", "signals", "observable", "voice", "advice"]
    assert written["version"] == 1
    assert written["source"] == {
        "path": "carpeta/<cliente> & yo.mp4",
        "duration_s": 60.0,
        "video": True,
        "audio": True,
        "fps": 29.97,
    }
    assert written["signals"] == [
        {"id": "sonrisa", "family": "rostro", "start_s": 3.0, "end_s": 6.0, "confidence": 0.8},
        {"id": "sonrisa", "family": "rostro", "start_s": 12.0, "end_s": 18.0, "confidence": 0.9},
        {"id": "brazos_cruzados", "family": "postura", "start_s": 50.0, "end_s": 60.0, "confidence": 0.877},
    ]
    assert written["voice"] is None
    assert written["advice"][1] == {
        "t_s": 51.2,
        "text": "Suelta los brazos",
        "because": ["brazos_cruzados"],
        "kind": "corrige",
    }
    assert json.loads(json.dumps(written, allow_nan=False)) == written


def test_advice_is_about_what_the_agent_does(result: Result, catalog: Catalog) -> None:
    lit = replace(result, cues=(Cue(1.0, "Pon una luz frente a ti", ("oscuro",), "corrige"), *result.cues))
    assert document(lit, catalog) == document(result, catalog)


def test_every_id_of_the_manual_is_there(result: Result, catalog: Catalog) -> None:
    assert list(document(result, catalog)["observable"]) == list(catalog)


def test_what_was_seen_for_a_moment_of_a_long_day_was_observable(result: Result, catalog: Catalog) -> None:
    """A share of 0 says that nobody could judge it."""
    long = replace(
        result, observable={**result.observable, "sonrisa": 1.5 / 28_800, "asentir": 0.0, "palma_abierta": 1}
    )
    told = document(long, catalog)["observable"]
    assert told["sonrisa"] == pytest.approx(1.5 / 28_800, rel=0.05)
    assert (told["asentir"], told["palma_abierta"]) == (0.0, 1.0)


def test_the_order_in_which_segments_closed_does_not_matter(result: Result, catalog: Catalog) -> None:
    from coach.report.result import ordered

    turned = replace(result, segments=ordered(reversed(result.segments)))
    assert document(turned, catalog) == document(result, catalog)
