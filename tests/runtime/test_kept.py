"""What is kept of a session suffices to decide on it anew: the same as was decided live, and what newer rows tell."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from coach.core.events import ContextChanged, Features, SignalSegment
from coach.detectors.profile import Profile
from coach.errors import KnownError
from coach.report.result import Result
from coach.review.annotation import Annotation
from coach.runtime.kept import decide_again, measured_from
from coach.session.open_store import STORE_FILE
from coach.session.store import SessionStore
from tests.session.conftest import folder, source, store
from tests.support.kept import in_a_row, keep
from tests.support.recorded import neutral
from tests.support.spoken import KNOWN
from tests.support.stores import STARTED, session_record
from tests.support.together import spoken

__all__ = ["folder", "source", "store"]

NAMES = ("neutral", "brazos_cruzados", "sonrisa", "fruncir_ceno", "asentir", "mirar_abajo", "golpetear_dedos")


def known(seen: Sequence[Features]) -> Profile:
    return replace(KNOWN, rests=neutral(seen).rests)


def bounds(segments: Sequence[SignalSegment]) -> list[object]:
    return [(one.id, pytest.approx(one.start_s, abs=0.002), pytest.approx(one.end_s, abs=0.002)) for one in segments]


def same(now: Result, then: Result) -> None:
    assert [(one.id, one.start_s, one.end_s) for one in now.segments] == bounds(then.segments)
    assert [one.text for one in now.cues] == [one.text for one in then.cues]
    assert [one.t for one in now.cues] == pytest.approx([one.t for one in then.cues], abs=0.15)
    assert now.observable == pytest.approx(then.observable, abs=0.01)
    assert now.voice is not None
    assert then.voice is not None
    assert [one.id for one in now.voice.tones] == [one.id for one in then.voice.tones]
    assert [one.id for one in now.voice.findings] == [one.id for one in then.voice.findings]
    assert now.voice.syllables == then.voice.syllables
    assert now.voice.pitch_median_hz == pytest.approx(then.voice.pitch_median_hz)


def test_what_was_decided_live_is_decided_again(store: SessionStore) -> None:
    seen = in_a_row(NAMES)
    profile = replace(known(seen), rate_factor=1.1)
    id, record = keep(store, seen, spoken(seen[-1].t), profile)
    assert {one.id for one in record.result.segments} >= {"brazos_cruzados", "sonrisa", "fruncir_ceno", "asentir"}
    assert record.result.cues
    again = decide_again(store, id)
    assert (again.kind, again.started, again.goal) == ("en_vivo", record.started, None)
    same(again.result, record.result)
    assert again.result.stretches == record.result.stretches == again.result.stretches
    assert [one.moment for one in again.result.stretches] == ["saludo"]


def test_moments_that_were_noted_afterwards_are_decided_with(store: SessionStore) -> None:
    """As if the agent had told them: other moments, other tones that are asked for; the client stays."""
    seen = in_a_row(NAMES)
    id, record = keep(store, seen, spoken(seen[-1].t), known(seen))
    (told,) = record.result.stretches
    store.annotations.put(
        [
            Annotation("m1", id, "Formación", 4.0, 9.0, "moment", "queja", "", None, STARTED),
            Annotation("m2", id, "Formación", 1.0, 1.0, "moment", None, "Volver aquí", None, STARTED),
        ]
    )
    again = decide_again(store, id).result
    assert [(one.moment, one.start_s, one.client) for one in again.stretches] == [
        ("saludo", told.start_s, "lento"),
        ("queja", 4.0, "lento"),
        ("saludo", 9.0, "lento"),
    ]
    assert [one.moment for one in store.load(id).result.stretches] == ["saludo"], "the store stays as it is"


def test_a_picture_of_thirty_looks_a_second_is_kept_at_half_of_them_and_tells_the_same(store: SessionStore) -> None:
    seen = in_a_row(NAMES)
    both = [one for look in seen for one in (look, replace(look, t=look.t + 1 / 30))]
    id, record = keep(store, both, profile=known(seen))
    assert len(list(store.features(id, "body"))) == pytest.approx(len(seen), rel=0.02)
    now, then = decide_again(store, id).result.segments, record.result.segments
    assert [one.id for one in now] == [one.id for one in then]
    for one, other in zip(now, then, strict=True):
        assert (one.start_s, one.end_s) == pytest.approx((other.start_s, other.end_s), abs=0.1)


def test_a_neutral_that_nobody_knew_is_learned_from_all_of_the_session(store: SessionStore) -> None:
    seen = in_a_row(NAMES)
    id, _ = keep(store, seen)
    learned, expected = measured_from(store, id), neutral(seen)
    assert learned.rests.keys() == expected.rests.keys()
    for name, rest in expected.rests.items():
        assert learned.rests[name].value == pytest.approx(rest.value, rel=1e-4, abs=1e-4)
    whole, _ = keep(store, seen, profile=expected)
    assert [one.id for one in decide_again(store, id).result.segments] == [
        one.id for one in store.load(whole).result.segments
    ]


def test_a_measurement_that_did_not_exist_then_leaves_its_signals_unobservable(store: SessionStore) -> None:
    seen = in_a_row(NAMES)
    older = [replace(one, values={id: v for id, v in one.values.items() if id != "wrists_to_ears_sw"}) for one in seen]
    writer_id, _ = keep_older(store, older)
    result = decide_again(store, writer_id).result
    assert result.observable["manos_tras_cabeza"] == 0.0
    assert "sonrisa" in {one.id for one in result.segments}


def keep_older(store: SessionStore, seen: Sequence[Features]) -> tuple[str, None]:
    from coach.runtime.live_record import LiveRecorder
    from tests.support.stores import STARTED, unexpected

    writer = store.begin("en_vivo", STARTED, unexpected)
    recorder = LiveRecorder("en_vivo", STARTED, also=writer.add)
    for look in seen:
        recorder.push([look])
    return store.finish(writer, recorder.record()), None


def test_the_profile_goes_with_its_session(store: SessionStore, folder: Path) -> None:
    seen = in_a_row(("neutral",))
    profile = replace(known(seen), guided=True, rate_factor=1.25)
    id, _ = keep(store, seen, profile=profile)
    assert store.profiles.of(id) == profile
    store.delete(id)
    assert store.profiles.of(id) is None


def test_a_session_of_which_only_the_report_was_kept(store: SessionStore) -> None:
    id = store.save(session_record())
    with pytest.raises(KnownError, match="no se guardaron mediciones, solo su informe"):
        decide_again(store, id)


def test_what_an_hour_takes(store: SessionStore, folder: Path) -> None:
    """At 15 looks a second with sound, about; the figure of the report comes from here."""
    seen = in_a_row(NAMES * 2)
    before = (folder / STORE_FILE).stat().st_size
    began = time.perf_counter()
    id, _ = keep(store, seen, spoken(seen[-1].t), known(seen), [ContextChanged(0.0, "queja", None)])
    print(f"{time.perf_counter() - began:.1f} s to keep {seen[-1].t:.0f} s")
    began = time.perf_counter()
    decide_again(store, id)
    print(f"{time.perf_counter() - began:.1f} s to decide again")
    store.close()
    size = (folder / STORE_FILE).stat().st_size - before
    hour = size / seen[-1].t * 3600
    print(f"{hour / 1e6:.1f} MB an hour")
    assert hour < 30e6
