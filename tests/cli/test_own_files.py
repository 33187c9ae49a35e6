"""What Coach wrote is no recording: whoever analyses it is told what it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from coach.cli.main import run
from coach.report.page import page
from tests.report.sessions import kept, session, smiling


def refused(path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert run(["analizar", str(path)]) == 1
    return capsys.readouterr().err


def test_a_result_says_what_it_was_made_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    result = tmp_path / "r.json"
    result.write_text(json.dumps({"version": 1, "source": {"path": "llamada.mp4"}, "signals": []}), encoding="utf-8")
    told = refused(result, capsys)
    assert "«r.json» es un resultado de Coach, no una grabación" in told
    assert "analiza otra vez «llamada.mp4» con --informe" in told


def test_of_a_session_that_was_live_no_recording_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    result = tmp_path / "r.json"
    result.write_text(json.dumps({"version": 1, "source": {"path": ""}, "signals": []}), encoding="utf-8")
    assert "analiza otra vez esa sesión guardada con --informe" in refused(result, capsys)


def test_a_report_is_for_the_browser(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = tmp_path / "informe.html"
    report.write_text(page(kept(session(smiling()))), encoding="utf-8")
    assert "«informe.html» es un informe de Coach, no una grabación: ábrelo con tu navegador." in refused(
        report, capsys
    )


@pytest.mark.parametrize(("name", "said"), [("ana.coach", "de/ana.coach»"), ("de ana.coach", 'de/de ana.coach"»')])
def test_a_shared_session_is_received_from_where_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "de").mkdir()
    (tmp_path / "de" / name).write_bytes(b"sealed")
    assert said in refused(Path("de") / name, capsys).replace("\\", "/")


@pytest.mark.parametrize("text", ["{", "[]", '{"version": 1}', "[" * 100_000])
def test_other_json_is_no_result(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    (tmp_path / "x.json").write_text(text, encoding="utf-8")
    assert "no es un video o sonido que Coach sepa leer" in refused(tmp_path / "x.json", capsys)
