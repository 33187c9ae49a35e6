"""The page: valid, self-contained, escaped, and honest."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from coach.manual.catalog import Catalog
from coach.manual.conditions import ViewCondition
from coach.report.page import page
from coach.report.result import Result

Conditions = dict[str, ViewCondition]
VOID = {"meta", "line", "rect"}


class Reader(HTMLParser):
    """Collects text, and fails on tags that do not match."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        if tag not in VOID or (tag == "rect" and self.get_starttag_text()[-2:] != "/>"):  # type: ignore[index]
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture
def read(result: Result, catalog: Catalog, conditions: Conditions) -> Reader:
    reader = Reader()
    reader.feed(page(result, catalog, conditions))
    reader.close()
    return reader


def test_tags_match_and_nothing_is_fetched(
    read: Reader, result: Result, catalog: Catalog, conditions: Conditions
) -> None:
    assert read.open == []
    assert not {"script", "img", "link", "iframe"} & set(read.seen)
    html = page(result, catalog, conditions)
    assert not re.search(r"https?:|//|@import", html.replace("<!--", ""))
    assert "default-src 'none'" in html


def test_names_cannot_write_markup(read: Reader) -> None:
    assert "<cliente> & yo.mp4" in read.text
    assert "cliente" not in read.seen


def test_it_tells_meaning_evidence_advice_and_privacy(read: Reader, catalog: Catalog) -> None:
    for id in ("sonrisa", "brazos_cruzados"):
        assert catalog[id].name in read.text
        assert catalog[id].reflects in read.text
        assert catalog[id].evidence_note in read.text
    assert "0:51" in read.text
    assert "Suelta los brazos" in read.text
    assert "0:20 a 0:25 Falta luz" in " ".join(read.text.split())
    assert "Nada salió de esta computadora." in read.text
    assert "nunca dice cómo te sientes" in read.text


def test_the_timeline_tells_what_was_present_and_what_was_not_judged(
    result: Result, catalog: Catalog, conditions: Conditions
) -> None:
    svg = page(result, catalog, conditions).split("<svg")[1].split("</svg>")[0]
    assert svg.count('class="refuerza"') == 2
    assert svg.count('class="corrige"') == 1
    assert svg.count('class="veil"') == 1
    assert "Sonrisa: 0:12 a 0:18, confianza 90 %" in svg


def test_the_timeline_hatches_each_row_when_it_was_not_observable(
    result: Result, catalog: Catalog, conditions: Conditions
) -> None:
    svg = page(result, catalog, conditions).split("<svg")[1].split("</svg>")[0]
    hatched = re.findall(r'<rect x="([\d.]+)" y="(\d+)" width="([\d.]+)"[^>]* class="unseen"><title>([^<]*)<', svg)
    told = {title: (float(x), float(width)) for x, _, width, title in hatched}
    minute = told["Piernas cruzadas con balanceo: no observable, 0:00 a 1:00"]
    arms = told["Brazos cruzados: no observable, 0:10 a 0:40"]
    assert len(told) == len({y for _, y, _, _ in hatched}) == 3
    assert arms[0] == pytest.approx(minute[0] + minute[1] / 6, abs=0.2)
    assert arms[1] == pytest.approx(minute[1] / 2, abs=0.2)


def test_one_word_for_what_cannot_be_judged(result: Result, catalog: Catalog, conditions: Conditions) -> None:
    html = page(result, catalog, conditions)
    assert "<h2>No observable</h2>" in html
    assert "no observable el 50 % del tiempo" in html
    assert "juzgar" not in html


def test_sound_alone(sound: Result, catalog: Catalog, conditions: Conditions) -> None:
    html = page(sound, catalog, conditions)
    assert "solo tiene sonido" in html
    assert "<svg" not in html
