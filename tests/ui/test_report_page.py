"""Report and progress in the window: the same words as the file, a real encrypted store behind them."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coach.core.events import CongruenceSegment, FindingSegment
from coach.errors import KnownError
from coach.report.content import Bullets
from coach.report.page import page
from coach.report.record import SessionRecord
from coach.report.result import Span
from coach.session.open_store import open_store
from coach.session.store import SessionStore
from coach.session.worker import StoreWorker
from coach.ui.progress_page import ProgressPage
from coach.ui.report_page import ReportPage
from coach.ui.report_parts import bullets
from coach.ui.session_history import SessionHistory
from coach.ui.svg_view import SvgView
from coach.ui.theme import DARK, LIGHT, Theme
from tests.report.sessions import crossed, kept, session, smiling, voice
from tests.support.dialogs import chosen
from tests.support.stores import by_keyring, typed


@pytest.fixture
def record() -> SessionRecord:
    result = session(
        smiling(),
        crossed(40.0),
        heard=voice(FindingSegment("rapido", 70.0, 95.0, 0.8)),
        blind=(Span("piernas_cruzadas", 0.0, 120.0),),
        congruences=(CongruenceSegment("calidez_con_sonrisa", 4.0, 9.0, 0.6),),
    )
    return kept(result, 5)


@pytest.fixture
def worker(tmp_path: Path) -> Iterator[StoreWorker]:
    secret = by_keyring(tmp_path / "keyring.json")
    made = StoreWorker(lambda: open_store(tmp_path / "sesiones", secret))
    yield made
    made.close()


@pytest.fixture
def history(qtbot: QtBot, worker: StoreWorker) -> SessionHistory:
    return SessionHistory(worker)


@pytest.fixture
def report(qtbot: QtBot, history: SessionHistory) -> ReportPage:
    made = ReportPage(Theme(LIGHT), history)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


@pytest.fixture
def progress(qtbot: QtBot, history: SessionHistory) -> ProgressPage:
    made = ProgressPage(Theme(LIGHT), history)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


def words(widget: QWidget) -> str:
    QApplication.processEvents()  # what was just laid out is shown
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def buttons(widget: QWidget, name: str) -> list[QPushButton]:
    return [one for one in widget.findChildren(QPushButton) if one.accessibleName().startswith(name)]


def test_it_says_what_the_file_says(report: ReportPage, record: SessionRecord) -> None:
    report.show_record(record)
    shown = words(report.view)
    html = re.sub(r"<svg.*?</svg>|<style>.*?</style>|<details>.*?</details>", "", page(record), flags=re.S)
    for tag in ("h2", "h3", "figcaption", "caption", "td", "li"):
        for said in re.findall(rf"<{tag}[^>]*>([^<]+)<", html):
            assert unescape(said).replace("\u00a0", " ").strip() in shown, said
    charts = report.view.findChildren(SvgView)
    assert len([chart for chart in charts if chart.accessibleName()]) == 4
    assert all(chart.valid for chart in charts)


def test_what_follows_a_bullet_stays_beside_it(qtbot: QtBot) -> None:
    """Its second line, and what is said below in small letters, begin where the first does."""
    made = bullets(
        Bullets((("Hace falta oírte alrededor de un minuto. " * 6, "de la voz"), ("Breve", ""))), Theme(LIGHT)
    )
    qtbot.addWidget(made)
    made.resize(600, 200)
    made.show()
    words = [one for one in made.findChildren(QLabel) if len(one.text()) > 1]
    assert [one.text() for one in words][1:] == ["de la voz", "Breve"]
    high = [one.heightForWidth(one.width()) for one in words]
    assert high[0] > 1.5 * high[2], "it wraps"
    assert len({one.x() for one in words}) == 1 and words[0].x() > 8
    assert all(one.indent() <= 0 and "•" not in one.text() for one in words)


def test_a_link_leads_to_the_row_of_the_manual(qtbot: QtBot, report: ReportPage, record: SessionRecord) -> None:
    report.show_record(record)
    qtbot.waitUntil(lambda: report.view.verticalScrollBar().maximum() > 2000)
    (link, *_) = buttons(report.view, "Sonrisa: ver en el manual")
    link.click()
    qtbot.waitUntil(lambda: report.view.verticalScrollBar().value() > 2000)


def test_what_is_read_later_leaves_the_reader_in_place(
    qtbot: QtBot, report: ReportPage, history: SessionHistory, record: SessionRecord
) -> None:
    with qtbot.waitSignal(history.changed):
        report.show_record(record)
    bar = report.view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 2000)
    bar.setValue(1500)
    with qtbot.waitSignal(history.changed):
        history.refresh()
    qtbot.wait(100)
    assert abs(bar.value() - 1500) < 10
    report.show_record(kept(session(), 7))
    qtbot.wait(100)
    assert bar.value() == 0


def test_nothing_is_kept_before_the_agent_asks(
    qtbot: QtBot, report: ReportPage, history: SessionHistory, record: SessionRecord
) -> None:
    with qtbot.waitSignal(history.changed):
        report.show_record(record)
    assert [*history.kept.sessions] == []
    with qtbot.waitSignals([history.saved, history.changed]):
        report.keep.click()
    (only,) = history.kept.sessions
    assert only.started == record.started
    assert not report.keep.isEnabled()
    assert "cifrada" in report.told.text()


def test_what_could_not_be_kept_can_be_kept_later(
    qtbot: QtBot, report: ReportPage, history: SessionHistory, record: SessionRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> NoReturn:
        raise KnownError("El disco está lleno; libera espacio y vuelve a intentarlo.")

    with qtbot.waitSignal(history.changed):
        report.show_record(record)
    with monkeypatch.context() as patched:
        patched.setattr(SessionStore, "save", full)
        report.keep.click()
        assert not report.keep.isEnabled()
        qtbot.waitUntil(lambda: "disco está lleno" in report.told.text())
    assert report.keep.isEnabled()
    with qtbot.waitSignals([history.saved, history.changed]):
        report.keep.click()
        report.keep.click()
    assert len(history.kept.sessions) == 1
    assert not report.keep.isEnabled()


def test_without_the_passphrase_it_is_not_kept_and_can_be_asked_for_again(
    qtbot: QtBot, tmp_path: Path, record: SessionRecord
) -> None:
    source, _ = typed(None, "tres tristes tigres")
    worker = StoreWorker(lambda: open_store(tmp_path / "sesiones", source))
    report = ReportPage(Theme(LIGHT), SessionHistory(worker, exists=lambda: False))
    qtbot.addWidget(report)
    report.show_record(record)
    report.keep.click()
    qtbot.waitUntil(lambda: "frase de paso" in report.told.text())
    report.keep.click()
    qtbot.waitUntil(lambda: report.keep.text() == "Sesión guardada")
    worker.close()


def test_one_that_is_kept_is_known_when_it_is_read_again_until_it_is_erased(
    qtbot: QtBot, report: ReportPage, history: SessionHistory, worker: StoreWorker, record: SessionRecord
) -> None:
    """From the list of recordings that were analysed its report is opened as often as the agent likes."""
    report.show_record(record)
    with qtbot.waitSignals([history.saved, history.changed]):
        report.keep.click()
    report.show_record(kept(session(), 7))
    qtbot.waitUntil(lambda: history.kept.id_of(record) is not None)
    with qtbot.waitSignal(history.changed):
        report.show_record(record)
    assert (report.keep.isEnabled(), report.keep.text()) == (False, "Sesión guardada")
    assert "cifrada" in report.told.text() and report.share.isVisible()
    id = history.kept.id_of(record)
    assert id is not None
    worker.call(lambda store: store.delete(id)).result()
    with qtbot.waitSignal(history.changed):
        history.refresh()
    assert (report.keep.isEnabled(), report.share.isVisible()) == (True, False)
    assert report.told.text() == "Nada se guarda si no lo pides."


def test_another_session_that_is_kept_is_not_taken_for_this_one(
    qtbot: QtBot, report: ReportPage, history: SessionHistory, record: SessionRecord
) -> None:
    report.show_record(record)
    with qtbot.waitSignals([history.saved, history.changed]):
        history.keep(kept(session(), 1))
    assert report.keep.isEnabled()
    assert "cifrada" not in report.told.text()


def test_another_goal_can_be_chosen_and_is_followed(
    qtbot: QtBot, report: ReportPage, progress: ProgressPage, history: SessionHistory, record: SessionRecord
) -> None:
    report.show_record(record)
    with qtbot.waitSignals([history.saved, history.changed]):
        report.keep.click()
    (choice,) = buttons(report.view, "Elegir esta meta: Hablar más despacio")
    with qtbot.waitSignal(history.changed):
        choice.click()
    qtbot.waitUntil(lambda: history.kept.goal == "rapido")
    assert report.told.text() == "Tu meta: Hablar más despacio, con una pausa en cada punto."
    assert "La meta que elegiste" in words(report.view)
    qtbot.waitUntil(lambda: "Hablar más despacio" in words(progress.view))
    assert {one.goal for one in history.kept.sessions} == {"rapido"}


def test_a_goal_is_written_down_only_with_a_session_that_is_kept(
    qtbot: QtBot, report: ReportPage, history: SessionHistory, record: SessionRecord, tmp_path: Path
) -> None:
    report.show_record(record)
    qtbot.waitUntil(lambda: bool(buttons(report.view, "Elegir esta meta: Hablar")))
    buttons(report.view, "Elegir esta meta: Hablar")[0].click()
    with qtbot.waitSignal(history.changed):
        history.refresh()
    assert history.kept.goal is None
    assert "Tu meta: Hablar más despacio" in report.told.text()
    assert "Guarda la sesión para que la recuerde" in report.told.text()
    report.keep.click()
    qtbot.waitUntil(lambda: history.kept.goal == "rapido")
    assert [one.goal for one in history.kept.sessions] == ["rapido"]


def test_the_report_is_saved_as_one_file(report: ReportPage, record: SessionRecord, tmp_path: Path) -> None:
    report.show_record(record)
    report.save.click()
    chosen(report, tmp_path / "mi informe")
    assert (tmp_path / "mi informe.html").read_text(encoding="utf-8") == page(record)
    assert report.browse.isVisible()
    report.save_to(tmp_path / "no existe" / "informe.html")
    assert "No pude guardar" in report.told.text()


def test_a_disk_that_is_full_leaves_the_report_that_was_there(
    report: ReportPage, record: SessionRecord, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "informe.html"
    file.write_text("el de ayer", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    report.show_record(record)
    report.save_to(file)
    assert "No pude guardar" in report.told.text()
    assert file.read_text(encoding="utf-8") == "el de ayer"
    assert not report.browse.isVisible()


def test_without_a_store_there_is_a_report_all_the_same(qtbot: QtBot, record: SessionRecord) -> None:
    alone = ReportPage(Theme(DARK))
    qtbot.addWidget(alone)
    alone.show_record(record)
    assert "Lo que hiciste bien" in words(alone.view)
    assert alone.keep.isHidden()


def test_an_empty_progress_invites(qtbot: QtBot, progress: ProgressPage, history: SessionHistory) -> None:
    with qtbot.waitSignal(history.changed):
        progress.entered()
    assert "Haz una práctica de tres minutos" in words(progress)
    with qtbot.waitSignal(progress.go, check_params_cb=lambda page: page == "practica"):
        progress.practise.click()
    assert progress.view.findChildren(SvgView) == []


def test_progress_says_in_another_language_that_it_is_in_spanish(
    qtbot: QtBot, history: SessionHistory, english: None
) -> None:
    translated = ProgressPage(Theme(LIGHT), history)
    qtbot.addWidget(translated)
    assert translated.told.text() == "Your progress is always in Spanish."
    with qtbot.waitSignal(history.changed):
        translated.entered()
    assert translated.told.text() == "Your progress is always in Spanish."


def test_a_report_says_in_another_language_that_it_is_in_spanish(qtbot: QtBot, english: None) -> None:
    alone = ReportPage(Theme(LIGHT))
    qtbot.addWidget(alone)
    alone.show_record(kept(session(), 1))
    assert alone.told.text() == "Nothing is kept unless you ask for it. The report is always in Spanish."
    alone.show_shared(kept(session(), 1), "1")
    assert alone.told.text().endswith("The report is always in Spanish.")


def test_in_spanish_there_is_nothing_to_say_of_it(progress: ProgressPage) -> None:
    assert progress.told.text() == ""


def test_progress_shows_the_own_band_from_three_sessions_on(
    qtbot: QtBot, progress: ProgressPage, history: SessionHistory
) -> None:
    for day, seconds in enumerate((60.0, 50.0, 40.0)):
        with qtbot.waitSignals([history.saved, history.changed]):
            history.keep(kept(session(crossed(seconds), heard=voice()), day))
        told = words(progress)
        assert ("La franja es lo habitual en ti" in told) == (day == 2)
    assert "Brazos cruzados (% del tiempo)" in told
    assert "La última vez, 33; lo habitual en ti, 42." in told
    assert re.search(r"\b(puntos|puntaje|ranking|promedio de|otros agentes)\b", told, re.IGNORECASE) is None


def test_a_store_that_fails_is_told(qtbot: QtBot, tmp_path: Path, record: SessionRecord) -> None:
    (tmp_path / "archivo").write_text("no es una carpeta", encoding="utf-8")
    secret = by_keyring(tmp_path / "keyring.json")
    worker = StoreWorker(lambda: open_store(tmp_path / "archivo", secret))
    history = SessionHistory(worker)
    report = ReportPage(Theme(LIGHT), history)
    qtbot.addWidget(report)
    with qtbot.waitSignal(history.failed):
        report.show_record(record)
    assert report.told.text().endswith(".") and "archivo" in report.told.text()
    worker.close()


def test_the_charts_follow_light_and_dark(report: ReportPage, record: SessionRecord) -> None:
    report.show_record(record)
    before = report.view.findChildren(SvgView)[0].grab().toImage()
    report.set_theme(Theme(DARK))
    (newest, *_) = report.view.findChildren(SvgView)
    assert newest.valid
    assert report.view.findChildren(SvgView)[-1].grab().toImage() != before
