"""Annotations that people made with ELAN or Praat become labels; what cannot be read is one clear sentence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import parselmouth
import pympi
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from praatio import textgrid

from coach.errors import KnownError
from coach.evaluation.labels import Label
from coach.exchange.formats import FORMATS
from coach.exchange.labels import READERS, read_annotations
from coach.exchange.marks import Mark, Timeline, What
from coach.manual.catalog import load_catalog
from tests.support.stores import rounds

CATALOG = load_catalog()
SMILES = (Label("sonrisa", 1.25, 3.5), Label("sonrisa", 7.0, 8.001))
ARMS = Label("brazos_cruzados", 2.0, 9.75)


def by_pympi(file: Path, tiers: dict[str, list[tuple[int, int, str]]]) -> Path:
    made = pympi.Elan.Eaf(author="alguien")
    made.remove_tier("default")
    for name, marks in tiers.items():
        made.add_tier(name, part="anotadora_1")
        for start, end, text in marks:
            made.add_annotation(name, start, end, text)
    made.to_file(str(file))
    return file


def by_praatio(file: Path, tiers: dict[str, list[tuple[float, float, str]]], form: Any) -> Path:
    made = textgrid.Textgrid(0.0, 10.0)
    for name, marks in tiers.items():
        made.addTier(textgrid.IntervalTier(name, marks, 0.0, 10.0))
    made.addTier(textgrid.PointTier("golpes", [(0.5, "sonrisa")], 0.0, 10.0))
    made.save(str(file), form, includeBlankSpaces=True)
    return file


def test_tiers_named_after_signals(tmp_path: Path) -> None:
    """By their id or their name in the manual, however it is written."""
    arms = CATALOG["brazos_cruzados"].name.upper()
    file = by_pympi(
        tmp_path / "clip.eaf",
        {
            "sonrisa": [(1250, 3500, "x"), (7000, 8001, "amplia")],
            arms: [(2000, 9750, "sí")],
            "otra cosa": [(0, 9, "y")],
        },
    )
    labels = read_annotations(file, CATALOG, 10.0)
    assert labels.signals == (SMILES[0], ARMS, SMILES[1])
    assert (labels.person, labels.duration_s) == ("anotadora_1", 10.0)
    assert labels.ignore == frozenset(CATALOG) - {"sonrisa", "brazos_cruzados"}


def test_a_tier_whose_annotations_name_the_signals(tmp_path: Path) -> None:
    marks = [(1250, 3500, "Sonrisa"), (3600, 4000, "habla"), (7000, 8001, " sonrisa ")]
    labels = read_annotations(by_pympi(tmp_path / "clip.eaf", {"cara": marks}), CATALOG, 10.0)
    assert labels.signals == SMILES
    assert labels.ignore == frozenset(CATALOG) - {"sonrisa"}


def test_a_tier_without_marks_says_that_the_signal_was_looked_for(tmp_path: Path) -> None:
    labels = read_annotations(by_pympi(tmp_path / "clip.eaf", {"sonrisa": []}), CATALOG, 10.0)
    assert labels.signals == ()
    assert "sonrisa" not in labels.ignore


def test_two_people_who_marked_one_signal_are_one_opinion(tmp_path: Path) -> None:
    file = by_pympi(tmp_path / "clip.eaf", {"sonrisa": [(1000, 3000, "x")], "Sonrisa": [(2000, 4000, "x")]})
    assert read_annotations(file, CATALOG, 10.0).signals == (Label("sonrisa", 1.0, 4.0),)


@pytest.mark.parametrize("form", ["short_textgrid", "long_textgrid"])
def test_both_forms_of_textgrid(tmp_path: Path, form: str) -> None:
    marks = [(1.25, 3.5, 'con "comillas"\ny dos líneas'), (7.0, 8.001, "x")]
    file = by_praatio(tmp_path / "clip.TextGrid", {"sonrisa": marks, "brazos cruzados": [(2.0, 9.75, "x")]}, form)
    labels = read_annotations(file, CATALOG, None)
    assert labels.signals == (SMILES[0], ARMS, SMILES[1])
    assert (labels.person, labels.duration_s) == ("clip", 10.0)


@pytest.mark.parametrize("how", ["Save as text file", "Save as short text file"])
@pytest.mark.parametrize("word", ["sonrisa", "Sonrisa número ☺"])  # Praat writes UTF-16 where ASCII does not do
def test_what_praat_itself_writes(tmp_path: Path, how: str, word: str) -> None:
    call = parselmouth.praat.call
    made = call("Create TextGrid", 0.0, 10.0, "sonrisa", "")
    for edge in (1.25, 3.5, 7.0, 8.001):
        call(made, "Insert boundary", 1, edge)
    for interval in (2, 4):
        call(made, "Set interval text", 1, interval, word)
    file = tmp_path / "clip.TextGrid"
    call(made, how, str(file))
    assert read_annotations(file, CATALOG, None).signals == SMILES


@pytest.mark.parametrize(("suffix", "format"), [(".eaf", "eaf"), (".TextGrid", "textgrid"), (".textgrid", "textgrid")])
def test_what_coach_exports_comes_back(tmp_path: Path, suffix: str, format: str) -> None:
    marks = [Mark(What.SIGNAL, one.id, CATALOG[one.id].name, one.start_s, one.end_s) for one in (*SMILES, ARMS)]
    marks.append(Mark(What.NOT_OBSERVABLE, "asentir", "Asentir con la cabeza", 0.0, 5.0))
    file = tmp_path / f"clip{suffix}"
    timeline = Timeline("clip.mp4", 10.0, tuple(sorted(marks, key=lambda mark: mark.start_s)))
    file.write_bytes(FORMATS[format](timeline))
    assert read_annotations(file, CATALOG, 10.0).signals == (SMILES[0], ARMS, SMILES[1])


@pytest.mark.parametrize(("suffix", "format"), [(".eaf", "eaf"), (".TextGrid", "textgrid")])
def test_comments_and_verdicts_that_coach_exported_are_no_signals(tmp_path: Path, suffix: str, format: str) -> None:
    """Not even where a comment is a signal's name."""
    marks = (
        Mark(What.SIGNAL, "sonrisa", "Sonrisa", 1.25, 3.5),
        Mark(What.DISAGREED, "sonrisa", "Sonrisa", 1.25, 3.5),
        Mark(What.COMMENT, "", "Brazos cruzados", 4.0, 6.0),
        Mark(What.MISSED, "asentir", "Asentir con la cabeza", 5.0, 6.0),
    )
    file = tmp_path / f"clip{suffix}"
    file.write_bytes(FORMATS[format](Timeline("clip.mp4", 10.0, marks)))
    labels = read_annotations(file, CATALOG, 10.0)
    assert labels.signals == (SMILES[0],)
    assert labels.ignore == frozenset(CATALOG) - {"sonrisa"}


@pytest.mark.parametrize(
    ("marks", "sentence"),
    [([(11_000, 12_000, "x")], "no cabe en su grabación, de 10.000 s"), ([(-5, 10, "x")], "no cabe en su grabación")],
)
def test_a_mark_outside_its_recording(tmp_path: Path, marks: list[tuple[int, int, str]], sentence: str) -> None:
    file = tmp_path / "clip.eaf"
    by_pympi(file, {"sonrisa": [(1, 2, "x")]})
    content = file.read_text(encoding="utf-8")
    (start, end, _), *_ = marks
    file.write_text(
        content.replace('TIME_VALUE="1"', f'TIME_VALUE="{start}"').replace('TIME_VALUE="2"', f'TIME_VALUE="{end}"'),
        encoding="utf-8",
    )
    with pytest.raises(KnownError, match=sentence):
        read_annotations(file, CATALOG, 10.0)


def test_a_file_that_names_no_signal(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="no nombra ninguna señal"):
        read_annotations(by_pympi(tmp_path / "clip.eaf", {"x": [(0, 9, "y")]}), CATALOG, 10.0)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    for suffix in READERS:
        with pytest.raises(KnownError, match="No puedo leer"):
            read_annotations(tmp_path / f"nadie{suffix}", CATALOG, 10.0)


def test_entities_that_explode_are_refused(tmp_path: Path) -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    file = tmp_path / "clip.eaf"
    file.write_text(
        f'<!DOCTYPE x [<!ENTITY e0 "ja">{levels}]><ANNOTATION_DOCUMENT>&e11;</ANNOTATION_DOCUMENT>',
        encoding="utf-8",
    )
    with pytest.raises(KnownError, match="no es un archivo de ELAN"):
        read_annotations(file, CATALOG, 10.0)


WHOLE = {
    ".eaf": FORMATS["eaf"](Timeline("a.mp4", 10.0, (Mark(What.SIGNAL, "sonrisa", "Sonrisa", 1.0, 2.0),))),
    ".TextGrid": FORMATS["textgrid"](Timeline("a.mp4", 10.0, (Mark(What.SIGNAL, "sonrisa", "Sonrisa", 1.0, 2.0),))),
}


@settings(
    max_examples=rounds(100, 500),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
@pytest.mark.parametrize("suffix", WHOLE)
def test_whatever_is_wrong_with_a_file_is_one_sentence(tmp_path: Path, suffix: str, data: st.DataObject) -> None:
    """Cut off, with bytes changed or put in anywhere, or nothing of the kind."""
    content = bytearray(WHOLE[suffix])
    for _ in range(data.draw(st.integers(0, 4))):
        start = data.draw(st.integers(0, len(content)))
        stop = data.draw(st.integers(start, min(len(content), start + 30)))
        content[start:stop] = data.draw(st.binary(max_size=20) | st.sampled_from([b'"', b"-1", b"1e999", b"<", b"0"]))
    file = tmp_path / f"clip{suffix}"
    file.write_bytes(content[: data.draw(st.integers(0, len(content)))] if data.draw(st.booleans()) else content)
    try:
        labels = read_annotations(file, CATALOG, 10.0)
    except KnownError as error:
        assert str(file) in str(error)
    else:
        assert all(0.0 <= label.start_s < label.end_s for label in labels.signals)
