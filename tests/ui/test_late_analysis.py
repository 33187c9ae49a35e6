"""A recording that was analysed in the window and is kept keeps what was measured in it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from pytestqt.qtbot import QtBot

from coach.core.events import AdviceSettings
from coach.report.record import SessionRecord
from coach.runtime.kept import decide_again
from coach.session.worker import StoreWorker
from coach.ui.late import LateAnalysis
from coach.ui.session_history import SessionHistory
from tests.report.sessions import kept, session
from tests.runtime.test_kept import same
from tests.support.sounds import write_wave
from tests.support.voices import voice
from tests.ui.test_report_page import worker

__all__ = ["worker"]

CROSSED = Path(__file__).resolve().parents[2] / "fixtures" / "clips" / "brazos_cruzados.mp4"


def test_it_can_be_decided_on_again(qtbot: QtBot, worker: StoreWorker, tmp_path: Path) -> None:
    analysis = LateAnalysis()
    history = SessionHistory(worker, measured=analysis.measured)
    speech = write_wave(tmp_path / "habla.wav", voice("voz_grave")[:96_000, None], 16_000)
    result = analysis(str(speech), tile=None, channel=None)
    assert result.voice is not None and result.voice.syllables > 5
    ids = []
    for record in (SessionRecord("grabacion", datetime(2026, 3, 2, tzinfo=UTC), result, "pausas"), kept(session(), 1)):
        with qtbot.waitSignal(history.saved) as saved:
            history.keep(record)
        ids.append(saved.args[0])
    assert worker.call(lambda store: store.measured()).result(30) == {ids[0]}
    same(worker.call(lambda store: decide_again(store, ids[0])).result(60).result, result)


def test_what_is_muted_stays_so_in_a_recording() -> None:
    settings = AdviceSettings(0.0, "normal", frozenset({"brazos_cruzados"}), None)
    for muted, analysis in ((False, LateAnalysis()), (True, LateAnalysis(lambda: settings))):
        result = analysis(str(CROSSED), tile=None, channel=None)
        assert "brazos_cruzados" in {one.id for one in result.segments}, "it is seen all the same"
        assert any("brazos_cruzados" in cue.because for cue in result.cues) is not muted
