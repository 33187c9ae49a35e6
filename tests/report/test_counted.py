"""What the moment or the client makes nothing to speak of is neither praised nor to be mended."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.core.events import CongruenceSegment, FindingSegment, SignalSegment
from coach.manual.catalog import load_catalog
from coach.manual.findings import load_findings
from coach.report.chart_timeline import groups
from coach.report.content import Cards, Content
from coach.report.counted import counted, counts
from coach.report.goals import propose
from coach.report.html import html
from coach.report.praise import praises
from coach.report.progress import Figures, compared, figures
from coach.report.report import report
from coach.report.result import Result, Span, Stretch
from coach.report.sections_first import own_course, why
from coach.report.summary import Look, summary
from tests.report.sessions import kept, session, smiling, voice

IN_COMPLAINT = SignalSegment("sonrisa", 40.0, 60.0, 0.9)
DOWN = SignalSegment("mirar_abajo", 40.0, 70.0, 0.9)
SHOUTS = (Stretch(0.0, 30.0, "saludo", "grosero"), Stretch(30.0, 120.0, "sondeo", "grosero"))
WRITES = (Stretch(0.0, 30.0, "saludo", "reservado"), Stretch(30.0, 120.0, "gestion", "reservado"))


def cards(content: Content, section: str) -> dict[str, str]:
    """The cards of a section: their rows and their figures."""
    blocks = [block for one in content.sections if one.id == section for block in one.blocks]
    return {card.row: card.figures for block in blocks if isinstance(block, Cards) for card in block.cards if card.row}


def praised(result: Result) -> set[str]:
    return {card.row for card in praises(result, ()) if card.row is not None}


def told(result: Result) -> str:
    return " ".join(summary(result, load_catalog(), {}, Look(width=1000)).split())


@pytest.mark.parametrize(
    ("moment", "client", "expected"),
    [("queja", None, False), ("objecion", "lento", False), ("saludo", "grosero", False), ("saludo", "dominante", True)],
)
def test_a_smile_counts_where_the_rules_say_so(moment: str, client: str | None, expected: bool) -> None:
    assert counts("sonrisa", moment, client) is expected


def test_what_is_too_common_to_be_told_while_it_happens_counts_all_the_same() -> None:
    assert counts("contacto_visual", None, None) and counts("contacto_visual", "sondeo", None)


def test_a_smile_in_a_complaint_is_not_praised() -> None:
    result = session(IN_COMPLAINT)
    assert "sonrisa" not in praised(result) and "Lo que te ayudó" not in told(result)
    (row,) = [row for row in groups(result)["Rostro"] if row.name == "Sonrisa"]
    assert row.held == () and row.aside == (IN_COMPLAINT,), "the chart shows it, and not as a help"
    assert "no venía al caso" in html(report(kept(result)))


def test_nor_is_one_before_somebody_who_shouts_and_nobody_proposes_it() -> None:
    result = session(smiling(), stretches=SHOUTS)
    assert "sonrisa" not in praised(result)
    bare = session(stretches=SHOUTS)
    assert "sonrisa" not in {goal.id for goal in propose(bare)}
    assert "sonrisa" in {goal.id for goal in propose(session())}, "before anybody else it is missed"


def test_of_a_smile_at_the_greeting_and_in_the_complaint_only_the_first_is_praised() -> None:
    result = session(smiling(), IN_COMPLAINT)
    (card,) = [card for card in praises(result, ()) if card.row == "sonrisa"]
    assert card.figures == "6.0 s en total, 1 vez; sin contar 20 s en que no venía al caso"
    assert "«Saludo»" in card.text and "«Queja»" not in card.text
    assert "Lo que te ayudó: sonrisa (6.0 s)." in told(result)


def test_one_that_goes_on_into_the_complaint_is_praised_until_there() -> None:
    result = session(SignalSegment("sonrisa", 20.0, 50.0, 0.9), blind=(Span("sonrisa", 100.0, 120.0),))
    only = counted(result)
    assert [(one.start_s, one.end_s) for one in only.of("sonrisa")] == [(20.0, 30.0)]
    assert only.observable["sonrisa"] == pytest.approx(30.0 / 120.0), "the rest was not the place, or out of view"


def test_a_sliver_left_at_the_edge_is_not_spoken_of() -> None:
    late = session(SignalSegment("sonrisa", 29.97, 50.0, 0.9))
    assert counted(late).of("sonrisa") == () and "sonrisa" not in praised(late)
    over = session(SignalSegment("sonrisa", 10.0, 30.03, 0.9))
    assert cards(report(kept(over)), "bien")["sonrisa"].startswith("20 s en total, 1 vez; 67 %"), "0.0 s are not told"
    short = session(SignalSegment("sonrisa", 10.0, 10.3, 0.9))
    assert counted(short).of("sonrisa") == short.segments, "one that was not cut is whole however short"


def test_one_that_is_cut_in_the_middle_is_one() -> None:
    between = tuple(
        Stretch(t, t + 30.0, moment, None) for t, moment in ((0.0, "saludo"), (30.0, "queja"), (60.0, None))
    )
    result = session(SignalSegment("sonrisa", 20.0, 70.0, 0.9), stretches=between)
    assert len(counted(result).of("sonrisa")) == 2
    assert cards(report(kept(result)), "bien")["sonrisa"].startswith("20 s en total, 1 vez; sin contar 30 s")


def test_when_signals_could_not_be_judged_is_in_order_of_time() -> None:
    blind = counted(session(blind=(Span("sonrisa", 100.0, 110.0),), stretches=WRITES)).blind
    assert len(blind) > 1 and list(blind) == sorted(blind, key=lambda span: (span.start_s, span.end_s, span.id))


def test_a_goal_and_the_own_course_tell_the_same_share() -> None:
    result = session(SignalSegment("mirar_abajo", 10.0, 70.0, 0.9), stretches=WRITES)
    (goal,) = [goal for goal in propose(result) if goal.id == "mirar_abajo"]
    assert why(goal) == "Mirar hacia abajo: apareció el 67 % del tiempo en que se podía ver y venía al caso."
    earlier = figures(kept(session(DOWN, stretches=()), goal="mirar_abajo"))
    now = figures(kept(result, 5))
    said = str(own_course(now, [earlier], compared(now, [earlier])))
    assert (
        "25 % entonces y 67 % esta vez, del tiempo en que se podía ver y venía al caso." in said and "50 %" not in said
    )
    (anywhere,) = [goal for goal in propose(session(DOWN, stretches=())) if goal.id == "mirar_abajo"]
    assert why(anywhere).endswith("25 % del tiempo en que se podía ver.")


def smiles(record_s: float, day: int, at_s: float = 3.0, stretches: tuple[Stretch, ...] = ()) -> Figures:
    smile = SignalSegment("sonrisa", at_s, at_s + record_s, 0.9)
    return figures(kept(session(smile, stretches=stretches), day))


def test_more_smiles_than_usual_are_praised_only_where_all_were_in_place() -> None:
    earlier = [smiles(3.0, day) for day in range(3)]
    for segment, expected in ((IN_COMPLAINT, False), (SignalSegment("sonrisa", 2.0, 28.0, 0.9), True)):
        result = session(segment)
        changes = compared(figures(kept(result, 5)), earlier)
        titles = [card.title for card in praises(result, changes)]
        assert ("Apareció más: sonrisa" in titles) is expected


def test_less_of_what_would_have_been_no_fault_is_no_merit() -> None:
    earlier = [figures(kept(session(DOWN, stretches=()), day)) for day in range(3)]
    writing = (Stretch(0.0, 120.0, "gestion", "reservado"),)
    for stretches, expected in ((writing, False), ((), True)):
        result = session(stretches=stretches)
        changes = compared(figures(kept(result, 5)), earlier)
        titles = [card.title for card in praises(result, changes)]
        assert ("Apareció menos: mirar hacia abajo" in titles) is expected


def test_looking_down_to_write_is_not_to_be_mended() -> None:
    result = session(DOWN, stretches=WRITES)
    assert "mirar_abajo" not in cards(report(kept(result)), "cuidar")
    assert "mirar_abajo" not in {goal.id for goal in propose(result)} and "Lo que puedes cuidar" not in told(result)
    both = session(SignalSegment("mirar_abajo", 10.0, 70.0, 0.9), stretches=WRITES)
    assert cards(report(kept(both)), "cuidar")["mirar_abajo"].endswith(
        "20 s en total, 1 vez; sin contar 40 s en que no venía al caso"
    )


def test_speed_before_the_hurried_is_not_to_be_mended() -> None:
    fast = voice(FindingSegment("rapido", 40.0, 60.0, 0.8))
    hurried = (Stretch(0.0, 120.0, "sondeo", "impaciente"),)
    for stretches, expected in ((hurried, False), ((), True)):
        result = session(heard=fast, stretches=stretches)
        assert ("rapido" in cards(report(kept(result)), "cuidar")) is expected
        assert (load_findings()["rapido"].advice in told(result)) is expected
        assert ("rapido" in {goal.id for goal in propose(result)}) is expected


def test_warmth_with_a_smile_is_not_praised_before_somebody_who_shouts() -> None:
    both = CongruenceSegment("calidez_con_sonrisa", 2.0, 9.0, 0.6)
    result = session(smiling(), heard=voice(), congruences=(both,), stretches=SHOUTS)
    assert "calidez_con_sonrisa" not in cards(report(kept(result)), "congruencia")
    calm = replace(result, stretches=session().stretches)
    assert "calidez_con_sonrisa" in cards(report(kept(calm)), "congruencia")
