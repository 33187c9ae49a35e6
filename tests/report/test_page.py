"""The HTML report: praise first, one goal, gaps where nothing was measured, nothing from outside, no verdict."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from coach.core.events import CongruenceSegment, Cue, FindingSegment
from coach.manual.catalog import Catalog
from coach.manual.conditions import CLIENT
from coach.report.chart_curve import Curve, draw_curve
from coach.report.page import page
from coach.report.progress import figures
from coach.report.record import SessionRecord
from coach.report.result import Result, Span, Stretch
from coach.report.spectrogram import BANDS, COLUMNS_PER_S, Spectrogram
from coach.report.svg import PAGE_INK
from tests.report.sessions import FIRST_DAY, crossed, kept, session, smiling, voice, windows

VOID = {"meta", "br", "hr"}
VERDICT = r"\b(puntos|puntaje|puntuación|calificaste|ranking|mejor que|peor que|nivel \d|estrellas)\b"
FEELING = r"\b(estás|estabas|te sientes|sentiste|nervios\w+|enojad\w+|triste\w*|ansios\w+)\b"


class Reader(HTMLParser):
    """Tags seen, their attributes, the text outside styles, ids and links."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._note(tag, attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._note(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in ("style", "title"):
            self.text += data.replace("\u00a0", " ")

    def _note(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.links += [value for name, value in attrs if name == "href" and value]


@pytest.fixture
def full() -> SessionRecord:
    """A practice with something of everything."""
    fast = voice(FindingSegment("rapido", 70.0, 95.0, 0.8))
    result = session(
        smiling(),
        crossed(40.0),
        heard=replace(fast, spectrogram=Spectrogram(bytes(BANDS) * COLUMNS_PER_S)),
        blind=(Span("piernas_cruzadas", 0.0, 120.0), Span("sonrisa", 60.0, 80.0)),
        congruences=(CongruenceSegment("calidez_con_sonrisa", 4.0, 9.0, 0.6),),
        cues=(Cue(50.0, "Suelta los brazos", ("brazos_cruzados",), "corrige"),),
    )
    return kept(result, 5)


@pytest.fixture
def earlier() -> list[SessionRecord]:
    return [kept(session(crossed(60.0), heard=voice()), day, goal="brazos_cruzados") for day in range(4)]


def sections(html: str) -> list[str]:
    return re.findall(r'<h2 id="t-([\w-]+)"', html)


def part(html: str, id: str) -> str:
    return html.replace("\u00a0", " ").split(f'<section id="{id}"')[1].split("</section>")[0]


def test_tags_match_ids_are_unique_and_links_lead_somewhere(full: SessionRecord) -> None:
    read = Reader(page(full))
    assert read.open == []
    assert len(read.ids) == len(set(read.ids))
    assert read.links
    assert {link[1:] for link in read.links if link.startswith("#")} <= set(read.ids)
    assert all(link.startswith(("#", "data:image/png;base64,")) for link in read.links)


def test_when_the_client_spoke_hampered_nothing_but_is_told(full: SessionRecord) -> None:
    spans = (Span("oscuro", 3.0, 6.0), Span(CLIENT, 10.0, 22.0), Span(CLIENT, 40.0, 46.0))
    course = part(page(replace(full, result=replace(full.result, conditions=spans))), "curso")
    assert "Falta luz" in course and "Habla tu cliente" not in course
    assert "Tu cliente habló 18 s por la bocina; ahí no se midió tu voz." in course
    assert "por la bocina" not in page(full)


def test_nothing_is_fetched_and_nothing_runs(full: SessionRecord) -> None:
    html = page(full)
    assert not {"script", "img", "link", "iframe", "object", "form"} & set(Reader(html).seen)
    outside = re.findall(r"(?:https?:)?//[\w.]+[^\s\"<]*|@import", html.replace("http://www.w3.org/2000/svg", ""))
    assert outside == []
    assert "default-src 'none'" in html


def test_praise_comes_first_then_one_goal(full: SessionRecord) -> None:
    html = page(full)
    assert sections(html)[:3] == ["bien", "meta", "avance"]
    assert sections(html)[-2:] == ["honesto", "manual"]
    assert "Sonrisa" in part(html, "bien") and "Brazos cruzados" not in part(html, "bien")
    assert html.count('class="goal"') == 1
    assert "Atender con los brazos sueltos" in part(html, "meta")
    assert "Ejercicio · 60 segundos" in part(html, "meta")
    assert 1 <= html.count('class="goal other"') <= 3


def test_the_goal_that_the_agent_chose_is_the_goal(full: SessionRecord) -> None:
    meta = part(page(replace(full, goal="rapido")), "meta")
    assert meta.index("La meta que elegiste") < meta.index("Hablar más despacio") < meta.index("Si prefieres")


def test_it_compares_with_the_own_sessions_and_follows_the_goal(
    full: SessionRecord, earlier: list[SessionRecord]
) -> None:
    course = part(page(full, [figures(one) for one in earlier]), "avance")
    assert "4 sesiones anteriores, nunca contra otras personas" in course
    assert "Brazos cruzados: 50 % entonces y 33 % esta vez, del tiempo en que se podía ver." in course
    assert "menos que lo habitual en ti" in course
    assert "primera sesión" in part(page(full), "avance")


def test_a_goal_is_followed_until_another_is_chosen(full: SessionRecord) -> None:
    chosen = kept(session(crossed(60.0), heard=voice()), 0, goal="brazos_cruzados")
    since = [kept(session(crossed(40.0), heard=voice()), day) for day in (1, 2)]
    course = part(page(full, [figures(one) for one in (chosen, *since)]), "avance")
    assert "Hace 3 sesiones elegiste como meta: atender con los brazos sueltos" in course
    assert "Brazos cruzados: 50 % entonces y 33 % esta vez" in course
    another = [chosen, since[0], replace(since[1], goal="rapido")]
    course = part(page(full, [figures(one) for one in another]), "avance")
    assert "La vez pasada elegiste como meta: hablar más despacio" in course and "brazos sueltos" not in course
    assert "elegiste" not in part(page(full, [figures(one) for one in since]), "avance")


def test_a_goal_of_the_tone_is_followed_by_how_near_it_was(full: SessionRecord) -> None:
    far = replace(voice(), tones=windows(calido=0.2))
    course = part(page(full, [figures(kept(session(heard=far), 0, goal="calido"))]), "avance")
    assert re.search(r"Tono cálido: \d+ % de parecido entonces y \d+ % esta vez, en toda la sesión\.", course)


def test_moments_are_shown_with_what_they_ask_for(full: SessionRecord) -> None:
    course = part(page(full), "curso")
    assert re.search(r"Saludo, cliente dominante: 0:00 a 0:30", course)
    assert re.search(r"Queja, cliente dominante: 0:30 a 2:00", course)
    tones = part(page(full), "tonos")
    assert "Saludo (pide cálido): cálido 70 %" in tones
    assert "Queja (pide tranquilo)" in tones and tones.count(">lo pide<") == 2


def test_a_curve_has_a_gap_where_nothing_was_measured(full: SessionRecord) -> None:
    heard = part(page(full), "voz")
    assert heard.count("<polyline") == 4  # two curves, each in two runs
    whole = replace(full, result=replace(full.result, voice=voice(hole=(0, 0))))
    assert part(page(whole), "voz").count("<polyline") == 2
    assert "ni lento ni rápido" in heard and ">111<" in heard and ">189<" in heard


def test_what_was_not_observable_is_hatched_and_named(full: SessionRecord) -> None:
    html = page(full)
    assert "Sonrisa: no observable, 1:00 a 1:20" in html
    assert "Piernas cruzadas: no observable, 0:00 a 2:00" in html
    assert "hacía falta ver bien" in part(html, "no-observable")
    assert "juzgar" not in part(html, "no-observable")


def test_every_number_has_its_sentence_and_every_chart_its_words(full: SessionRecord) -> None:
    html = page(full)
    assert (
        len(
            re.findall(
                r"<tr><th scope=\"row\">[^<]+</th><td[^>]*>[^<]+</td><td[^>]*>[^<]{30,}</td></tr>", part(html, "voz")
            )
        )
        == 8
    )
    labels = re.findall(r'<svg [^>]*role="img" aria-label="([^"]+)"', html)
    assert len(labels) == html.count("<svg ") == 5
    assert all(len(label) > 20 for label in labels)


def test_it_says_what_it_can_and_cannot_tell(full: SessionRecord) -> None:
    html = page(full)
    assert "todavía no validado con personas" in part(html, "honesto")
    assert "Nada salió de esta computadora." in html
    assert "nunca dice cómo te sientes" in html


def test_no_state_of_mind_no_verdict_no_ranking(full: SessionRecord, earlier: list[SessionRecord]) -> None:
    """Outside of the manual's own words on what a customer may read, and of the sentences that refuse to do it."""
    html = page(full, [figures(one) for one in earlier])
    words = re.sub(r"<[^>]+>", " ", html.split('<section id="honesto"')[0].split("</style>")[1])
    for forbidden in (VERDICT, FEELING):
        assert re.search(forbidden, words, re.IGNORECASE) is None


def test_a_recording_is_called_by_its_name(result: Result, catalog: Catalog) -> None:
    html = page(SessionRecord("grabacion", FIRST_DAY, result))
    read = Reader(html)
    assert "<cliente> & yo.mp4" in read.text and "cliente" not in read.seen
    assert catalog["sonrisa"].evidence_note in read.text
    assert "0:51" in read.text and "Suelta los brazos" in read.text
    assert "0:20 a 0:25: Falta luz" in read.text
    assert "no observable el 50 % del tiempo" in read.text


def test_who_came_for_a_moment_is_not_whom_the_session_was_with(full: SessionRecord) -> None:
    came = (Stretch(0.0, 100.0, "queja", None), Stretch(100.0, 108.0, "queja", "grosero"))  # the protocol, opened
    read = page(replace(full, result=replace(full.result, stretches=came)))
    assert "cliente grosero (8.0 s)" in read and "cliente grosero<" not in read
    stayed = (Stretch(0.0, 108.0, "queja", "grosero"),)
    assert "cliente grosero (" not in page(replace(full, result=replace(full.result, stretches=stayed)))


def test_nothing_was_said_to_whoever_is_in_a_recording(full: SessionRecord) -> None:
    assert "Lo que te dije" in part(page(full), "consejos")
    assert "Lo que te habría dicho" in part(page(replace(full, kind="grabacion")), "consejos")


def test_a_session_that_somebody_shared_says_so_and_not_that_nothing_was_sent(full: SessionRecord) -> None:
    html = page(full, whence="received")
    assert "Esta sesión te la compartieron" in html
    assert "Nada salió de esta computadora" not in html


def test_of_a_kept_session_that_may_have_been_shared_it_is_not_said_that_nothing_left(full: SessionRecord) -> None:
    html = page(full, whence="kept")
    assert "de esta computadora solo sale lo que tú compartes" in html
    assert "Nada salió de esta computadora" not in html


def test_where_there_is_no_room_for_columns_each_cell_names_its_own(full: SessionRecord) -> None:
    html = page(full)
    assert '<td data-column="En esta sesión">150 palabras/min</td>' in html
    assert "attr(data-column)" in html


def test_no_table_is_kept_off_a_page_of_paper_that_has_room_for_its_first_rows(full: SessionRecord) -> None:
    """Half a sheet stayed white before each of them; their rows alone are not to be cut."""
    paper = page(full).partition("@media print")[2]
    (whole,) = (rule for rule in paper.split("}") if "break-inside: avoid" in rule)
    kinds = {kind.strip() for kind in whole.partition("{")[0].split(",")}
    assert "tr" in kinds and "table" not in kinds


def test_a_practice_is_called_by_its_day(full: SessionRecord) -> None:
    assert "<h1>Práctica del 7 de marzo de 2026, 8:30</h1>" in page(full)


def test_sound_alone(sound: Result) -> None:
    html = page(SessionRecord("grabacion", FIRST_DAY, sound))
    assert "algo estorbó" not in html, "nothing did, and the key tells only of what is there"
    noisy = replace(sound, conditions=(Span("microfono_saturado", 0.0, 5.0),))
    hampered = page(SessionRecord("grabacion", FIRST_DAY, noisy))
    assert "algo estorbó el sonido" in hampered and "algo estorbó la vista" not in hampered
    assert "solo tiene sonido" in html
    assert "no-observable" not in sections(html)
    live = replace(sound, source=replace(sound.source, live=True))
    assert "no hubo cámara" in page(SessionRecord("en_vivo", FIRST_DAY, live))


def test_no_line_ends_between_a_number_and_its_unit() -> None:
    made = page(kept(session(smiling(), heard=voice())))
    assert "20\u00a0% del tiempo" in made and "−24\u00a0dB" in made
    assert not re.search(r"\d (%|dB|Hz)", made.partition("<body>")[2])


def test_a_bands_name_never_lies_across_its_edge() -> None:
    for high in (10.0, 9.8, 9.0, 5.0):
        curve = Curve("Altura", "semitonos", ((0.0, 5.0), (1.0, 5.0)), 0.0, 10.0, (2.0, high), "lo de siempre")
        drawn = draw_curve(curve, "altura", 60.0, PAGE_INK)
        (foot,) = (float(y) for y in re.findall(r'<text [^>]*?y="([\d.]+)"[^>]*>lo de siempre<', drawn))
        edges = [float(y) for y in re.findall(r'<line [^>]*?y1="([\d.]+)"', drawn)]
        assert foot >= 10.0 and not any(foot - 9.0 < edge < foot + 2.0 for edge in edges), high


def test_a_praised_signal_says_in_which_moment_by_its_name() -> None:
    assert "Apareció en «Saludo»." in page(kept(session(smiling())))


def test_every_number_below_zero_has_the_same_sign() -> None:
    """A low voice lies below the hundred hertz from which its curve counts."""
    high = voice()
    low = replace(high, pitch_median_hz=80.0, curve=tuple(replace(one, pitch_st=-4.0) for one in high.curve))
    made = page(kept(session(heard=low)))
    shown = re.sub(r"<style>.*?</style>", "", made, flags=re.S)
    texts = [*re.findall(r">([^<]+)<", shown), *re.findall(r'aria-label="([^"]+)"', shown)]
    assert any("entre −4 y −4 semitonos" in text for text in texts)
    assert sum(text.startswith("−") for text in texts) >= 3, "the axis, and what the table says"
    assert not [text for text in texts if re.search(r"(?<!\w)-\d", text)]
