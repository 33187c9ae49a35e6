"""Labels are read strictly: a typing mistake must not pass for a missed signal."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from coach.errors import KnownError
from coach.evaluation.labels import Label, read_labels

IDS = ("sonrisa", "asentir")
GOOD: dict[str, Any] = {
    "person": "Ana",
    "duration_s": 5.0,
    "framing": "webcam",
    "signals": [{"id": "sonrisa", "start_s": 1, "end_s": 2.5}],
    "ignore": ["asentir"],
}


def write(folder: Path, value: object) -> Path:
    file = folder / "a.json"
    file.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    return file


def test_labels_are_read(tmp_path: Path) -> None:
    labels = read_labels(write(tmp_path, GOOD | {"mask": False, "seed": 7}), IDS)
    assert labels.signals == (Label("sonrisa", 1.0, 2.5),)
    assert labels.ignore == {"asentir"}


def test_the_mark_that_windows_puts_before_a_text_is_no_part_of_it(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text(json.dumps(GOOD), encoding="utf-8-sig")
    assert read_labels(file, IDS).signals == (Label("sonrisa", 1.0, 2.5),)


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"person": ""}, "person"),
        ({"duration_s": 0}, "duration_s"),
        ({"framing": "portrait"}, "framing"),
        ({"signals": {}}, "signals"),
        ({"signals": [{"id": "guiño", "start_s": 1, "end_s": 2}]}, "signals[0].id"),
        ({"signals": [{"id": "sonrisa", "start_s": 2, "end_s": 2}]}, "signals[0].end_s"),
        ({"signals": [{"id": "sonrisa", "start_s": 1}]}, "signals[0].end_s"),
        ({"signals": [{"id": "sonrisa", "start_s": 9, "end_s": 10}]}, "signals[0].start_s"),
        ({"signals": [{"id": "sonrisa", "start_s": 1, "end_s": 2, "start": 1}]}, "signals[0].start"),
        ({"ignore": ["guiño"]}, "ignore[0]"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, change: dict[str, Any], key: str) -> None:
    file = write(tmp_path, GOOD | change)
    with pytest.raises(KnownError) as error:
        read_labels(file, IDS)
    assert str(error.value).startswith(f"Etiquetas «{file}», clave «{key}»: ")


@pytest.mark.parametrize("key", GOOD)
def test_every_key_is_needed(tmp_path: Path, key: str) -> None:
    with pytest.raises(KnownError, match=f"clave «{key}»: falta esta clave"):
        read_labels(write(tmp_path, {name: value for name, value in GOOD.items() if name != key}), IDS)


@pytest.mark.parametrize("raw", ["", "{", "[" * 100_000, "\x00"])
def test_what_is_no_json_is_refused(tmp_path: Path, raw: str) -> None:
    with pytest.raises(KnownError, match="no son JSON válido"):
        read_labels(write(tmp_path, raw), IDS)


def test_a_list_is_no_label(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="debe ser una tabla"):
        read_labels(write(tmp_path, []), IDS)
