"""One thing has one share on every page, of a time that its sentence names; what nowhere counted has none."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from coach.core.events import CongruenceSegment, FindingSegment, SignalSegment
from coach.manual.catalog import load_catalog
from coach.manual.conditions import CLIENT
from coach.manual.measures import load_measures
from coach.report.content import Card, Cards, Content, Table
from coach.report.gauges import GAUGE_OF
from coach.report.goals import propose
from coach.report.html import html
from coach.report.praise import praises
from coach.report.progress import Figures, compared, figures
from coach.report.progress_report import progress_report
from coach.report.report import report
from coach.report.result import Result, Span, Stretch
from coach.report.sections_first import own_course, why
from coach.report.shares import Share, shares
from coach.report.summary import Look, summary
from coach.report.voice_result import VoiceResult
from tests.report.sessions import kept, session, voice

SLOW = voice(FindingSegment("lento", 30.0, 60.0, 0.9))
ALL_SLOW = voice(FindingSegment("lento", 0.0, 120.0, 0.9))
HALF = (Stretch(0.0, 60.0, "sondeo", None), Stretch(60.0, 120.0, "queja", None))
COMPLAINT = (Stretch(0.0, 120.0, "queja", None),)
NOWHERE: tuple[Stretch, ...] = ()
AT_GREETING = SignalSegment("sonrisa", 2.0, 22.0, 0.9)


def usually(result: Result) -> list[Figures]:
    return [figures(kept(result, day)) for day in range(3)]


def titles(result: Result, earlier: list[Figures]) -> list[str]:
    return [card.title for card in praises(result, compared(figures(kept(result, 5)), earlier))]


def test_what_is_heard_is_a_share_of_the_time_in_which_it_counted() -> None:
    result = session(heard=SLOW, stretches=HALF)
    assert shares(result)["lento"] == Share(30.0, 60.0, "heard", cut=True)
    (goal,) = [goal for goal in propose(result) if goal.id == "lento"]
    assert why(goal) == "Hablas lento: apareció el 50 % del tiempo en que se te podía oír y venía al caso."
    (anywhere,) = [goal for goal in propose(session(heard=SLOW, stretches=NOWHERE)) if goal.id == "lento"]
    assert why(anywhere) == "Hablas lento: apareció el 25 % del tiempo en que se te podía oír."


def test_what_nowhere_counted_is_no_zero_and_no_progress() -> None:
    result = session(heard=ALL_SLOW, stretches=COMPLAINT)
    now = figures(kept(result, 5))
    assert now.value("lento") is None
    earlier = usually(session(heard=SLOW, stretches=NOWHERE))
    assert "lento" not in [change.id for change in compared(now, earlier)]
    assert "Sin dato en 1 de 4 sesiones" in html(progress_report([*earlier, now]))
    assert "Apareció menos: hablas lento" not in titles(result, earlier)


@pytest.mark.parametrize(
    ("slow_from", "counted_s", "expected"), [(0.0, 12.0, False), (12.0, 12.0, False), (30.0, 30.0, True)]
)
def test_a_few_seconds_that_count_are_no_merit(slow_from: float, counted_s: float, expected: bool) -> None:
    mixed = (Stretch(0.0, counted_s, "sondeo", None), Stretch(counted_s, 120.0, "queja", None))
    now = session(heard=voice(FindingSegment("lento", slow_from, 120.0, 0.9)), stretches=mixed)
    told = titles(now, usually(session(heard=SLOW, stretches=NOWHERE)))
    assert ("Apareció menos: hablas lento" in told) is expected


def test_slow_less_often_is_praised_with_the_time_that_it_is_a_share_of() -> None:
    now = session(heard=voice(FindingSegment("lento", 6.0, 9.0, 0.9)), stretches=HALF)
    earlier = usually(session(heard=SLOW, stretches=NOWHERE))
    (card,) = [one for one in praises(now, compared(figures(kept(now, 5)), earlier)) if one.row == "lento"]
    assert card.figures == "5 % del tiempo en que se te podía oír y venía al caso; lo habitual en ti es 25 %"


@pytest.mark.parametrize("heard", [replace(voice(), countable=False), replace(voice(), speech_s=4.0, pause_s=1.0)])
def test_a_rate_that_could_not_be_told_is_neither_zero_nor_praised(heard: VoiceResult) -> None:
    now = session(heard=heard, stretches=NOWHERE)
    assert "rapido" not in shares(now) and "rapido" in shares(session(heard=voice(), stretches=NOWHERE))
    told = titles(now, usually(session(heard=voice(FindingSegment("rapido", 30.0, 60.0, 0.9)), stretches=NOWHERE)))
    assert not {"Apareció menos: hablas rápido", "Nada que cuidar en tu voz"} & set(told)


def test_while_the_client_speaks_nobody_is_judged_by_voice() -> None:
    client = Span(CLIENT, 60.0, 120.0)
    result = replace(session(heard=SLOW, stretches=NOWHERE), conditions=(client,))
    assert shares(result)["lento"].value == pytest.approx(0.5)


def test_voice_and_face_are_a_share_of_where_they_are_looked_for() -> None:
    apart = CongruenceSegment("sonrisa_en_queja", 60.0, 90.0, 0.8)
    result = session(heard=voice(), congruences=(apart,), stretches=HALF)
    assert shares(result)["sonrisa_en_queja"].words == "50 % del tiempo en que podía darse"
    elsewhere = session(heard=voice(), stretches=(Stretch(0.0, 120.0, "sondeo", None),))
    assert "sonrisa_en_queja" not in shares(elsewhere)
    unseen = session(heard=voice(), blind=(Span("sonrisa", 0.0, 120.0),), stretches=HALF)
    assert "sonrisa_en_queja" not in shares(unseen)


def test_a_goal_of_voice_and_face_is_followed() -> None:
    apart = CongruenceSegment("sonrisa_en_queja", 60.0, 90.0, 0.8)
    last = figures(kept(session(heard=voice(), congruences=(apart,), stretches=HALF), goal="sonrisa_en_queja"))
    now = figures(kept(session(heard=voice(), stretches=HALF), 5))
    assert "50 % entonces y 0 % esta vez, del tiempo en que podía darse." in str(own_course(now, [last], ()))
    assert "av-sonrisa_en_queja" in html(progress_report([last, now], "sonrisa_en_queja"))


def test_one_smile_is_one_number_on_every_page() -> None:
    usual_smile = SignalSegment("sonrisa", 2.0, 14.0, 0.9)
    earlier = [figures(kept(session(usual_smile, stretches=NOWHERE), day, "sonrisa")) for day in range(3)]
    record = kept(session(AT_GREETING, heard=voice()), 5)
    content = report(record, earlier)
    card, again = [one for one in _cards(content, "bien") if one.row == "sonrisa"]
    assert card.figures.startswith("67 % del tiempo en que se podía ver y venía al caso; lo habitual en ti es 10 %")
    assert again.figures == "20 s en total, 1 vez; 67 % del tiempo en que se podía ver y venía al caso"
    assert "10 % entonces y 67 % esta vez, del tiempo en que se podía ver y venía al caso" in str(content)
    assert _row(content, "avance", "Sonrisa")[1:4] == ("67 %", "10 %", "10 %")
    assert _row(content, "voz", "Sonrisa")[1] == "67 %"
    progress = html(progress_report([*earlier, figures(record)], "sonrisa"))
    assert len(re.findall(r"La última vez, 67; lo habitual en ti, 10\.", progress)) == 2, "as a goal, and as a number"
    assert "17\u00a0%" not in html(content) and "17 %" not in html(content)


@pytest.mark.parametrize("id", list(GAUGE_OF))
def test_a_share_and_its_gauge_change_by_the_same_least(id: str) -> None:
    least = load_measures()[GAUGE_OF[id]].least / 100.0
    seconds = [(0.3 + part) * 120.0 for part in (0.0, 0.0, 0.0, 0.9 * least)]
    *earlier, now = [
        figures(kept(session(SignalSegment(id, 0.0, held_s, 0.9), stretches=NOWHERE), day))
        for day, held_s in enumerate(seconds)
    ]
    changes = {change.id: change.standing for change in compared(now, earlier)}
    assert (changes[id], changes[GAUGE_OF[id]]) == ("same", "same")


def test_a_summary_tells_one_figure_of_a_thing_and_what_it_leaves_out() -> None:
    told = summary(session(AT_GREETING, SignalSegment("sonrisa", 40.0, 60.0, 0.9)), load_catalog(), {}, Look(width=100))
    assert "Lo que te ayudó: sonrisa (20 s)." in told
    (row,) = [line for line in told.splitlines() if line.startswith("  ✓ Sonrisa")]
    assert row.endswith("20 s, 1 vez") and "    sin contar 20 s en que no venía al caso\n" in told


def test_what_is_heard_and_cut_in_the_middle_is_once() -> None:
    between = tuple(
        Stretch(t, t + 30.0, moment, None) for t, moment in ((0.0, "saludo"), (30.0, "queja"), (60.0, None))
    )
    content = report(kept(session(heard=voice(FindingSegment("lento", 20.0, 70.0, 0.9)), stretches=between)))
    (card,) = [one for one in _cards(content, "cuidar") if one.row == "lento"]
    assert card.figures == "20 s en total, 1 vez; sin contar 30 s en que no venía al caso"


def test_a_number_that_did_not_count_says_so_and_sound_alone_tells_no_faces() -> None:
    shown = report(kept(session(AT_GREETING, heard=voice(), stretches=COMPLAINT)))
    assert _row(shown, "voz", "Sonrisa")[1] == "no venía al caso"
    hidden = session(heard=voice(), blind=(Span("sonrisa", 0.0, 120.0),), stretches=COMPLAINT)
    assert _row(report(kept(hidden)), "voz", "Sonrisa")[1] == "sin dato"
    seen = session(heard=voice())
    alone = replace(
        seen, source=replace(seen.source, video=False), observable=dict.fromkeys(seen.observable, 0.0), seen_s=0.0
    )
    page = html(report(kept(alone)))
    assert "Mirada a la cámara" not in page and "Lo que acompañó" not in page
    assert "Lo que acompañó" in html(report(kept(seen)))


def test_the_time_of_which_nobody_told_the_moment_is_not_the_whole_session() -> None:
    part = (Stretch(0.0, 60.0, "saludo", None), Stretch(60.0, 120.0, None, None))
    assert "Toda la sesión" not in html(report(kept(session(heard=voice(), stretches=part))))
    assert "Toda la sesión" in html(report(kept(session(heard=voice(), stretches=NOWHERE))))
    client = (Stretch(60.0, 120.0, None, "grosero"),)
    assert "Toda la sesión" not in html(report(kept(session(heard=voice(), stretches=client))))


def test_what_is_usual_has_a_column_only_when_something_is() -> None:
    result = session(AT_GREETING, heard=voice())
    now = figures(kept(result, 5))
    for count, usual in ((1, False), (2, False), (3, True)):
        earlier = usually(result)[:count]
        (table,) = [one for one in own_course(now, earlier, compared(now, earlier)).blocks if isinstance(one, Table)]
        assert ("Lo habitual" in table.header) is usual
        assert {len(row) for row in table.rows} == {len(table.header)}


def test_praise_of_a_tone_names_the_moments_it_was_near_in_and_no_others() -> None:
    (card,) = [card for card in praises(session(heard=voice()), ()) if card.row == "calido"]
    assert card.figures == "Parecido medio en «Saludo» (70 %), donde el manual lo pide"


def _cards(content: Content, section: str) -> list[Card]:
    blocks = [block for one in content.sections if one.id == section for block in one.blocks]
    return [card for block in blocks if isinstance(block, Cards) for card in block.cards]


def _row(content: Content, section: str, name: str) -> tuple[str, ...]:
    blocks = [block for one in content.sections if one.id == section for block in one.blocks]
    (found,) = [row for block in blocks if isinstance(block, Table) for row in block.rows if row[0] == name]
    return found
