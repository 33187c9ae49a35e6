"""Progress is against the person's own sessions alone, and says nothing before there is something usual."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from coach.core.events import SignalSegment
from coach.manual.catalog import load_catalog
from coach.manual.measures import load_measures
from coach.manual.tones import load_tones
from coach.report.gauges import gauges
from coach.report.html import html
from coach.report.progress import Figures, before, compared, figures, usual
from coach.report.progress_report import progress_report
from coach.report.rate_band import pace_band
from coach.report.record import from_document, to_document
from coach.report.report import report
from coach.report.result import Span
from coach.report.shares import shares
from coach.report.voice_words import NOT_VALIDATED
from tests.report.sessions import crossed, kept, mute, session, smiling, voice


def of(changes: object, id: str) -> object:
    (found,) = [change for change in changes if change.id == id]  # type: ignore[attr-defined]
    return found


def arms(seconds: float, day: int) -> Figures:
    return figures(kept(session(crossed(seconds), heard=voice()), day))


def test_a_share_is_of_the_time_in_which_it_could_be_judged() -> None:
    half = session(smiling(), blind=(Span("sonrisa", 60.0, 120.0),), stretches=())
    assert shares(half)["sonrisa"].value == pytest.approx(0.1)
    assert "sonrisa" not in shares(session(blind=(Span("sonrisa", 0.0, 119.0),)))
    assert "rapido" not in shares(mute(session()))


def test_gauges_have_no_value_without_what_they_need() -> None:
    whole = gauges(session(smiling(), heard=voice()))
    assert whole["palabras_min"] == pytest.approx(150.0)
    assert whole["pausas"] == pytest.approx(20.0)
    assert whole["voz_sobre_ruido"] == pytest.approx(36.0)
    assert whole["sonrisa_vista"] == pytest.approx(20.0), "of the greeting; the rest was a complaint"
    without = gauges(mute(session()))
    assert (without["palabras_min"], without["nivel"], without["mirada"]) == (None, None, 0.0)


def test_nothing_is_usual_before_three_sessions() -> None:
    assert usual([0.1, None, 0.2]) is None
    two = [arms(20.0, 0), arms(30.0, 1)]
    change = of(compared(arms(60.0, 2), two), "brazos_cruzados")
    assert (change.standing, change.band) == ("early", None)  # type: ignore[attr-defined]
    assert change.last == pytest.approx(0.25)  # type: ignore[attr-defined]


@pytest.mark.parametrize(("seconds", "standing"), [(70.0, "more"), (3.0, "less"), (31.0, "same")])
def test_more_and_less_are_against_the_own_median(seconds: float, standing: str) -> None:
    earlier = [arms(28.0, 0), arms(30.0, 1), arms(32.0, 2)]
    change = of(compared(arms(seconds, 3), earlier), "brazos_cruzados")
    assert change.standing == standing  # type: ignore[attr-defined]


def test_later_sessions_do_not_count_as_earlier() -> None:
    later = [arms(28.0, 5), arms(30.0, 6), arms(32.0, 7)]
    assert of(compared(arms(70.0, 3), later), "brazos_cruzados").last is None  # type: ignore[attr-defined]


def test_a_session_is_not_compared_with_itself_as_it_was_kept() -> None:
    """What is kept begins at a whole second, a clock tells parts of one."""
    record = kept(session(crossed(30.0)), 3)
    told = replace(record, started=record.started.replace(microsecond=612_345))
    now, itself = figures(told), figures(from_document(to_document(told)))
    assert itself.started < now.started and before(now, [itself]) == []
    change = of(compared(now, [itself, arms(28.0, 0)]), "brazos_cruzados")
    assert change.last == pytest.approx(28.0 / 120.0)  # type: ignore[attr-defined]
    made = html(report(told, [itself]))
    assert "Esta es la primera sesión que puedo comparar" in made and "La vez pasada" not in made


@pytest.mark.parametrize("earlier", [1, 4])
def test_a_report_that_is_read_later_calls_no_other_day_today(earlier: int) -> None:
    """A kept session's report is written anew whenever it is opened."""
    sessions = [figures(kept(session(smiling(), crossed(30.0)), day, "brazos_cruzados")) for day in range(earlier)]
    made = html(report(kept(session(smiling(), crossed(3.0), heard=voice()), 9), sessions))
    assert "La vez pasada" in made
    assert not re.search(r"\bhoy\b", re.sub(r"«[^»]*»", "", made), re.IGNORECASE)


def test_what_could_not_be_measured_is_not_compared() -> None:
    now = figures(kept(mute(session()), 3))
    assert not [change for change in compared(now, [arms(1.0, 0)]) if change.id == "palabras_min"]
    assert replace(now, goal="sonrisa").value("sonrisa") == 0.0


def test_the_page_of_progress_writes_numbers_and_days_as_the_report_does() -> None:
    sessions = [figures(kept(session(smiling(), heard=voice()), day)) for day in range(4)]
    made = html(progress_report(sessions))
    assert "La última vez, −24; lo habitual en ti, −24." in made and not re.search(r">[^<]*[ >]-\d", made)
    assert "4 sesiones guardadas, del 2 mar al 5 mar." in made
    assert "1 sesión guardada, del 2 mar." in html(progress_report(sessions[:1]))


def test_nothing_has_changed_before_the_second_session() -> None:
    sessions = [figures(kept(session(), day)) for day in range(2)]
    titles = [progress_report(sessions[:count]).title for count in range(3)]
    assert titles == ["Tu progreso", "Tu progreso", "Así has cambiado"]


def test_every_tone_and_all_that_was_ever_seen_has_its_course() -> None:
    ids = [id for id in load_catalog() if id not in ("sonrisa", "contacto_visual")][:12]
    shown = [SignalSegment(id, 40.0 + 2.0 * place, 41.0 + 2.0 * place, 0.9) for place, id in enumerate(ids)]
    page = html(progress_report([figures(kept(session(*shown, heard=voice()), day)) for day in range(3)], "calido"))
    for id in ids:
        assert f"{load_catalog()[id].name} (% del tiempo)" in page
    for tone in load_tones().values():
        assert f"Tono {tone.name.lower()} (% de parecido)" in page
    assert page.count("Tono cálido (% de parecido)") > 1, "as the goal, and among the tones"
    assert NOT_VALIDATED in page


def test_the_pace_at_which_one_is_followed_is_the_one_the_charts_show() -> None:
    low, high = pace_band()
    assert f"entre {low:.0f} y {high:.0f} " in load_measures()["palabras_min"].about
