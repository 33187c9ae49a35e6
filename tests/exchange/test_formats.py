"""What Coach exports, other libraries open: every mark at its millisecond, under its name."""

from __future__ import annotations

import csv
from html import unescape
from pathlib import Path
from typing import Any

import duckdb
import parselmouth
import pympi
import pytest
import webvtt
from hypothesis import HealthCheck, given, settings
from praatio import textgrid

from coach.exchange.formats import FORMATS
from coach.exchange.marks import Mark, Timeline, What
from coach.exchange.tables import COLUMNS
from coach.exchange.tiers import cues_of, milliseconds, shown, tiers_of
from tests.exchange.timelines import END_S, timelines

# The file of the last example may be written over: nothing is read that was not written just before.
examples = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])

TIMELINE = Timeline(
    "yo.mp4",
    60.0,
    (
        Mark(What.SIGNAL, "sonrisa", "Sonrisa", 3.0, 6.0015, 0.75),
        Mark(What.CUE, "sonrisa", 'Bien: esa "sonrisa" <se> nota & más', 4.0, 4.0),
        Mark(What.TONE, "calido", "Cálido", 5.0, 17.0, 0.8),
        Mark(What.TONE, "calido", "Cálido", 6.0, 18.0, 0.7),
        Mark(What.TONE_SCORE, "calido", "Cálido", 6.0, 18.0, 0.7),
        Mark(What.CLIENT, "lento", "Lento", 10.0, 60.0),
        Mark(What.FINDING, "lento", "Muy lento", 20.0, 30.0, 0.5),
        Mark(What.NOT_OBSERVABLE, "sonrisa", "Sonrisa", 40.0, 50.0),
        Mark(What.CUE, "lento", "Un poco más de ritmo", 58.0, 58.0),
    ),
)


def export(folder: Path, format: str, timeline: Timeline) -> Path:
    file = folder / f"sesion.{format}"
    file.write_bytes(FORMATS[format](timeline))
    return file


def on_tiers(timeline: Timeline) -> dict[str, list[tuple[int, int, str]]]:
    return {
        tier.name: [(milliseconds(mark.start_s), milliseconds(mark.end_s), mark.name) for mark in tier.marks]
        for tier in tiers_of(timeline)
    }


def test_tiers_tell_apart_what_has_one_id(tmp_path: Path) -> None:
    assert on_tiers(TIMELINE) == {
        "sonrisa": [(3000, 6002, "Sonrisa")],
        "tono": [(5000, 17000, "Cálido"), (17000, 18000, "Cálido")],
        "cliente": [(10000, 60000, "Lento")],
        "hallazgo: lento": [(20000, 30000, "Muy lento")],
        "no observable: sonrisa": [(40000, 50000, "no observable")],
    }


NOTED = Timeline(
    "yo.mp4",
    60.0,
    (
        Mark(What.COMMENT, "", "Aquí respiró", 3.0, 9.0015),
        Mark(What.AGREED, "sonrisa", "Sonrisa", 3.0, 6.0),
        Mark(What.COMMENT, "", "Sonrisa", 4.0, 4.0),
        Mark(What.DISAGREED, "lento", "Muy lento: iba bien", 20.0, 30.0),
        Mark(What.MISSED, "asentir", "Asentir con la cabeza", 40.0, 41.25),
        Mark(What.COMMENT, "", "Fin", 60.0, 60.0),
    ),
)
NOTED_TIERS = {
    "nota: comentario": [(3000, 9002, "Aquí respiró"), (59999, 60000, "Fin")],
    "nota: comentario (2)": [(4000, 6000, "Sonrisa")],
    "nota: de acuerdo: sonrisa": [(3000, 6000, "Sonrisa")],
    "nota: en desacuerdo: lento": [(20000, 30000, "Muy lento: iba bien")],
    "nota: faltó: asentir": [(40000, 41250, "Asentir con la cabeza")],
}


def test_what_was_noted_keeps_its_times_on_tiers_of_its_own(tmp_path: Path) -> None:
    """Read back by pympi and by praatio; an instant lasts two seconds there, or until the end."""
    elan = pympi.Elan.Eaf(str(export(tmp_path, "eaf", NOTED)))
    found = {name: sorted(elan.get_annotation_data_for_tier(name)) for name in elan.get_tier_names()}
    assert found.pop("consejo") == []
    assert found == NOTED_TIERS
    praat = textgrid.openTextgrid(str(export(tmp_path, "textgrid", NOTED)), includeEmptyIntervals=False)
    assert praat.maxTimestamp == 60.0
    assert {
        tier.name: [(milliseconds(a), milliseconds(b), text) for a, b, text in tier.entries]
        for tier in praat.tiers
        if tier.name != "consejo"
    } == NOTED_TIERS


@examples
@given(timelines())
def test_on_a_tier_nothing_stands_beside_anything_else(timeline: Timeline) -> None:
    for tier in tiers_of(timeline):
        edges = [edge for mark in tier.marks for edge in (mark.start_s, mark.end_s)]
        assert edges == sorted(edges)
        assert all(mark.start_s < mark.end_s for mark in tier.marks)


@examples
@given(timelines())
def test_elan(tmp_path: Path, timeline: Timeline) -> None:
    opened = pympi.Elan.Eaf(str(export(tmp_path, "eaf", timeline)))
    found = {name: opened.get_annotation_data_for_tier(name) for name in opened.get_tier_names()}
    cues = found.pop("consejo")
    assert found == on_tiers(timeline)
    assert [cue[0] for cue in cues] == [milliseconds(mark.start_s) for mark in shown(timeline, 2.0)]
    (medium,) = opened.media_descriptors
    assert (medium["RELATIVE_MEDIA_URL"], medium["MIME_TYPE"]) == ("./yo.mp4", "video/mp4")


@examples
@given(timelines())
def test_praat_by_praatio(tmp_path: Path, timeline: Timeline) -> None:
    opened = textgrid.openTextgrid(str(export(tmp_path, "textgrid", timeline)), includeEmptyIntervals=False)
    assert opened.maxTimestamp == END_S
    found = {tier.name: [tuple(entry) for entry in tier.entries] for tier in opened.tiers}
    assert [(milliseconds(t), text) for t, text in found.pop("consejo")] == points(timeline)
    assert {
        name: [(milliseconds(a), milliseconds(b), text) for a, b, text in entries] for name, entries in found.items()
    } == on_tiers(timeline)


def points(timeline: Timeline) -> list[tuple[int, str]]:
    """Of several at one moment the first."""
    found: dict[int, str] = {}
    for cue in cues_of(timeline):
        found.setdefault(milliseconds(cue.start_s), cue.name)
    return list(found.items())


def test_praat_itself_reads_it(tmp_path: Path) -> None:
    opened: Any = parselmouth.read(str(export(tmp_path, "textgrid", TIMELINE)))
    call = parselmouth.praat.call
    assert call(opened, "Get number of tiers") == 6
    assert call(opened, "Get tier name", 4) == "hallazgo: lento"
    assert call(opened, "Get label of interval", 1, 2) == "Sonrisa"
    assert call(opened, "Get end time of interval", 1, 2) == pytest.approx(6.002, abs=1e-9)
    assert call(opened, "Get label of point", 6, 1) == 'Bien: esa "sonrisa" <se> nota & más'
    assert call(opened, "Get time of point", 6, 2) == 58.0


@examples
@given(timelines())
def test_subtitles(tmp_path: Path, timeline: Timeline) -> None:
    captions = webvtt.read(str(export(tmp_path, "vtt", timeline))).captions
    assert [(on_clock(one.start_time), on_clock(one.end_time), unescape(one.text)) for one in captions] == [
        (milliseconds(cue.start_s), milliseconds(cue.end_s), cue.name) for cue in shown(timeline, 5.0)
    ]


def on_clock(time: webvtt.models.Timestamp) -> int:
    return ((time.hours * 60 + time.minutes) * 60 + time.seconds) * 1000 + time.milliseconds


def test_subtitles_last_until_the_next_and_say_what_was_said(tmp_path: Path) -> None:
    content = export(tmp_path, "vtt", TIMELINE).read_text(encoding="utf-8")
    assert content == (
        "WEBVTT\n\n"
        '1\n00:00:04.000 --> 00:00:09.000\nBien: esa "sonrisa" &lt;se&gt; nota &amp; más\n\n'
        "2\n00:00:58.000 --> 00:01:00.000\nUn poco más de ritmo\n"
    )


@pytest.mark.parametrize("format", ["csv", "parquet"])
@examples
@given(timelines())
def test_tables(tmp_path: Path, format: str, timeline: Timeline) -> None:
    file = export(tmp_path, format, timeline)
    types = "{'what':'VARCHAR','id':'VARCHAR','name':'VARCHAR','start_s':'DOUBLE','end_s':'DOUBLE','value':'DOUBLE'}"
    read = f"read_csv('{file}', columns={types}, header=true)" if format == "csv" else f"read_parquet('{file}')"
    table = duckdb.execute(f"SELECT * FROM {read}")  # noqa: S608 - our own file
    assert tuple(column[0] for column in table.description or ()) == COLUMNS
    expected = [
        (one.what.value, one.id, read_in(format, one.name), one.start_s, one.end_s, one.value) for one in timeline.marks
    ]
    for found, wanted in zip(table.fetchall(), expected, strict=True):
        assert found[:5] == wanted[:5]
        assert found[5] == (None if wanted[5] is None else pytest.approx(wanted[5], abs=0.0005))


def read_in(format: str, words: str) -> str:
    """In the format made for spreadsheets nothing begins like a formula."""
    return f"'{words}" if format == "csv" and words[:1] in {*"=+-@\t\r"} else words


def test_a_comment_of_somebody_else_is_no_formula_in_a_spreadsheet(tmp_path: Path) -> None:
    words = ('=HYPERLINK("http://x.mx";"Buen saludo")', "+1", "-2", "@a", "Bien = bien; -o", "Bien;=1+1")
    marks = tuple(Mark(What.COMMENT, "", text, at, at, noted=True) for at, text in enumerate(words))
    file = export(tmp_path, "csv", Timeline("", 9.0, marks))
    with file.open(encoding="utf-8-sig", newline="") as opened:
        names = [row["name"] for row in csv.DictReader(opened)]
    assert names == [*(f"'{text}" for text in words[:4]), "Bien = bien;' -o", "Bien;'=1+1"]


def test_parquet_tells_the_medium(tmp_path: Path) -> None:
    file = export(tmp_path, "parquet", TIMELINE)
    told = duckdb.execute("SELECT key, value FROM parquet_kv_metadata(?)", [str(file)]).fetchall()
    assert {(b"medium", b"yo.mp4"), (b"duration_s", b"60.000")} <= set(told)


@pytest.mark.parametrize("format", FORMATS)
def test_a_session_without_anything_is_a_file_too(tmp_path: Path, format: str) -> None:
    file = export(tmp_path, format, Timeline("", 0.0, ()))
    assert file.stat().st_size > 5
