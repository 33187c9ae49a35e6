"""What is kept of an analysed recording suffices to decide on it anew, as what is kept of a live session does."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from coach import app
from coach.core.events import ContextChanged, SignalChanged, SpeechSpan, Syllable, ToneScored
from coach.report.record import SessionRecord
from coach.runtime.kept import decide_again
from coach.session.measurements import Collector
from coach.session.store import SessionStore
from tests.cli.conftest import ROOT
from tests.runtime.test_kept import same
from tests.session.conftest import folder, source, store

__all__ = ["folder", "source", "store"]

DEMO = ROOT / "fixtures" / "demo.mp4"


def test_a_recording_is_decided_on_again_from_what_was_kept_of_it(store: SessionStore, tmp_path: Path) -> None:
    collector = Collector()
    result = app.analyse_file(str(DEMO), moment="saludo", also=collector.add)
    assert {one.id for one in result.segments} >= {"sonrisa", "tocar_nariz"}
    assert result.voice is not None
    assert result.voice.syllables > 10
    id = store.save(SessionRecord("grabacion", datetime(2026, 3, 2, tzinfo=UTC), result), collector.measurements())
    assert store.measured() == {id}
    same(decide_again(store, id).result, result)
    kinds = {type(one) for one in store.events(id)}
    assert kinds >= {ContextChanged, SignalChanged, SpeechSpan, Syllable, ToneScored}
    assert len(list(store.features(id, "body"))) == pytest.approx((result.source.fps or 0.0) * result.seen_s, rel=0.1)
    assert len(list(store.features(id, "voice"))) == pytest.approx(10 * result.duration_s, rel=0.1)
