"""A kept session comes back as it was, whole; what is damaged, foreign or of another version is refused and said."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from coach.core.events import CongruenceSegment, FindingSegment, ToneScored
from coach.core.voices import HeardVoice
from coach.detectors.profile import Profile, Rest
from coach.manual.tones import load_tones
from coach.report.record import RecordError, SessionRecord, from_document, to_document
from coach.report.result import Result, Stretch
from coach.report.spectrogram import Spectrogram
from coach.report.voice_result import Point, VoiceResult

STARTED = datetime(2026, 3, 9, 8, 30, tzinfo=timezone(timedelta(hours=-6)))
SCORES = dict.fromkeys(load_tones(), 0.25)

VOICE = VoiceResult(
    speech_s=30.0,
    pause_s=10.25,
    syllables=130.0,
    countable=True,
    rate_calibrated=True,
    reference=True,
    pitch_median_hz=210.5,
    pitch_range_st=6.5,
    level_db=-24.0,
    noise_db=None,
    tones=(ToneScored(0.0, 12.0, SCORES, "calido", None), ToneScored(1.0, 13.0, None, None, "ruido")),
    findings=(FindingSegment("rapido", 5.0, 15.0, 0.7),),
    evidence={"rapido": ("muchas palabras por minuto",)},
    curve=(Point(1.0, None, None), Point(2.0, 5.0, -2.5)),
    wanted=("calido",),
    voices=(HeardVoice(0.5, 20.0), HeardVoice(4.25, 10.0)),
    chosen=1,
)


@pytest.fixture
def record(result: Result) -> SessionRecord:
    segments = tuple(replace(one, start_s=round(one.start_s, 2), confidence=0.5) for one in result.segments)
    whole = replace(
        result,
        source=replace(result.source, path="yo.mp4", fps=29.97),
        segments=segments,
        observable={id: round(share, 3) for id, share in result.observable.items()},
        stretches=(Stretch(0.0, 20.0, "saludo", None), Stretch(20.0, 60.0, "queja", "grosero")),
        congruences=(CongruenceSegment("sonrisa_en_queja", 22.0, 25.5, 0.8),),
        voice=VOICE,
    )
    return SessionRecord("practica", STARTED, whole, goal="rapido")


def through_json(record: SessionRecord) -> Any:
    return json.loads(json.dumps(to_document(record), allow_nan=False))


def test_a_session_comes_back_as_it_was(record: SessionRecord) -> None:
    assert from_document(through_json(record)) == record


def test_a_session_without_sound_or_goal_comes_back(record: SessionRecord) -> None:
    mute = replace(record, goal=None, kind="grabacion", result=replace(record.result, voice=None))
    assert from_document(through_json(mute)) == mute


def test_a_second_round_changes_nothing(result: Result) -> None:
    """What is measured finer than a thousandth is rounded once and for all."""
    first = to_document(SessionRecord("en_vivo", STARTED, result))
    assert to_document(from_document(first)) == first


def test_nothing_that_tells_where_the_file_lay_or_what_it_sounded_like_is_kept(record: SessionRecord) -> None:
    voice = replace(VOICE, spectrogram=Spectrogram(bytes(40)))
    source = replace(record.result.source, path="casa de una persona\\yo.mp4")
    profile = Profile({"yaw_deg": Rest(1.23456, 1.0)})
    kept = replace(record, result=replace(record.result, voice=voice, source=source, profile=profile))
    text = json.dumps(through_json(kept))
    assert "persona" not in text and "yo.mp4" in text
    assert "spectrogram" not in text and "1.23456" not in text


@pytest.mark.parametrize(
    ("spoil", "place"),
    [
        (lambda d: d.pop("kind"), "kind"),
        (lambda d: d.update(kind="ajena"), "kind"),
        (lambda d: d.update(extra=1), "extra"),
        (lambda d: d.update(started="ayer"), "started"),
        (lambda d: d.update(started="2026-03-09T08:30:00"), "started"),
        (lambda d: d["result"]["segments"][0].update(id="sonrisas"), "result.segments[0].id"),
        (lambda d: d["result"]["segments"][0].update(confidence=1.5), "result.segments[0].confidence"),
        (lambda d: d["result"]["observable"].pop("sonrisa"), "result.observable.sonrisa"),
        (lambda d: d["result"]["voice"]["curve"][1].append(3), "result.voice.curve[1]"),
        (lambda d: d["result"]["voice"]["tones"][0][2].pop(), "result.voice.tones[0]"),
        (lambda d: d["result"].update(duration_s=float("nan")), "result.duration_s"),
    ],
)
def test_what_is_damaged_is_refused_and_named(
    record: SessionRecord, spoil: Callable[[dict[str, Any]], object], place: str
) -> None:
    document = deepcopy(through_json(record))
    spoil(document)
    with pytest.raises(RecordError) as refused:
        from_document(document)
    assert f"«{place}»" in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("document", [None, [], "texto", {"coach_session": 2}, {"coach_session": "uno"}])
def test_anything_else_is_refused(document: object) -> None:
    with pytest.raises(RecordError):
        from_document(document)


def test_half_an_hour_is_small(record: SessionRecord) -> None:
    seconds = 1800
    tones = tuple(ToneScored(float(t), t + 12.0, SCORES, "calido", None) for t in range(seconds))
    curve = tuple(Point(float(t), 5.123456, 12.345678) for t in range(seconds))
    long = replace(record, result=replace(record.result, voice=replace(VOICE, tones=tones, curve=curve)))
    assert len(json.dumps(to_document(long), separators=(",", ":"))) < 250_000
