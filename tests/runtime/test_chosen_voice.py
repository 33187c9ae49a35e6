"""Of two voices in one channel the chosen one alone is measured: as if the other had never spoken."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from coach import bundles
from coach.app import analyse_file
from coach.core.events import SAMPLE_RATE, Event, Sound, SpeechSpan, VoiceFeatures
from coach.core.voices import Others, Voices, VoiceTurn
from coach.errors import KnownError, ModelError
from coach.report.record import SessionRecord
from coach.report.result import Result
from coach.report.voice_result import VoiceResult
from coach.resources import models_dir
from coach.runtime.kept import decide_again
from coach.session.measurements import Collector
from coach.session.store import SessionStore
from coach.voz.extractor import VoiceExtractor
from tests.runtime.test_kept import same
from tests.runtime.test_voice import deafened
from tests.session.conftest import folder, source, store
from tests.support.calls import one_line, voice
from tests.support.media import write_video
from tests.support.sounds import write_wave

__all__ = ["folder", "source", "store"]

SECONDS, TURN_S, GAP_S = 48.0, 4.0, 0.5


@pytest.fixture(scope="module")
def line(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A call mixed into one channel."""
    return write_wave(tmp_path_factory.mktemp("line") / "x.wav", one_line(SECONDS)[:, None], SAMPLE_RATE)


def voice_of(result: Result) -> VoiceResult:
    assert result.voice is not None
    return result.voice


@pytest.fixture(scope="module")
def both(line: Path) -> VoiceResult:
    return voice_of(analyse_file(str(line), apart=True))


@pytest.fixture(scope="module")
def each(line: Path) -> list[VoiceResult]:
    return [voice_of(analyse_file(str(line), voice=place)) for place in (0, 1)]


def lone(place: int, folder: Path) -> VoiceResult:
    """The same call with only one voice in it."""
    at = np.arange(round(SECONDS * SAMPLE_RATE)) / SAMPLE_RATE
    own = ((at // TURN_S).astype(int) % 2 == place) & (at % TURN_S < TURN_S - GAP_S)
    hiss = np.random.default_rng(4).normal(0.0, 1e-3, len(at))
    wave = np.where(own, voice(("voz_grave", "voz_aguda")[place], SECONDS), 0.0) + hiss
    return voice_of(analyse_file(str(write_wave(folder / "y.wav", wave[:, None].astype(np.float32), SAMPLE_RATE))))


def test_without_a_choice_all_are_measured_and_it_is_said(both: VoiceResult, line: Path) -> None:
    assert len(both.voices) == 2 and both.chosen is None
    assert sum(one.speech_s for one in both.voices) == pytest.approx(both.speech_s, rel=0.15)
    assert voice_of(analyse_file(str(line))).voices == (), "nobody looked"


def test_telling_the_voices_apart_can_be_given_up(line: Path) -> None:
    """Of an hour it takes a minute and more, in which «Cancelar» was not heard; nothing is reached by it yet."""
    reached: list[float] = []

    class Cancelled(Exception):
        pass

    def progress(t: float, _: object) -> None:
        reached.append(t)
        if len(reached) == 20:
            raise Cancelled

    with pytest.raises(Cancelled):
        analyse_file(str(line), voice=0, progress=progress)
    assert set(reached) == {0.0}


@pytest.mark.parametrize("place", [0, 1])
def test_the_figures_are_those_of_the_voice_alone(each: list[VoiceResult], place: int, tmp_path: Path) -> None:
    told, true = each[place], lone(place, tmp_path)
    assert (told.chosen, len(told.voices)) == (place, 2)
    assert told.speech_s == pytest.approx(true.speech_s, rel=0.12)
    assert told.pitch_median_hz == pytest.approx(true.pitch_median_hz, rel=0.04)
    assert told.level_db == pytest.approx(true.level_db, abs=1.0)
    assert told.articulation_rate_syl_s == pytest.approx(true.articulation_rate_syl_s, rel=0.08)


def test_the_others_are_no_noise_and_silence_is_not_made_up(each: list[VoiceResult], both: VoiceResult) -> None:
    for told in each:
        assert told.noise_db == pytest.approx(-60.0, abs=2.0)
        assert both.noise_db is not None and told.noise_db == pytest.approx(both.noise_db, abs=1.5)


def test_the_choice_is_kept_and_what_is_decided_again_is_of_that_voice(line: Path, store: SessionStore) -> None:
    collector = Collector()
    result = analyse_file(str(line), voice=1, also=collector.add)
    id = store.save(SessionRecord("grabacion", datetime(2026, 3, 2, tzinfo=UTC), result), collector.measurements())
    same(decide_again(store, id).result, result)
    again = voice_of(decide_again(store, id).result)
    assert (again.chosen, len(again.voices)) == (1, 2)


def test_while_others_speak_nothing_is_measured() -> None:
    sound = np.concatenate([voice("voz_grave", 8.0), voice("voz_aguda", 6.0)])
    others = Others(Voices((VoiceTurn(0.0, 8.0, 0), VoiceTurn(8.0, 14.0, 1))), 0)
    extractor = VoiceExtractor(others)
    events: list[Event] = [*extractor.push(Sound(0.0, sound)), *extractor.flush()]
    assert all(event.end_s <= 8.1 for event in events if isinstance(event, SpeechSpan))
    late = [event.values for event in events if isinstance(event, VoiceFeatures) and 8.2 < event.t < 13.9]
    assert len(late) > 50
    assert {values["level_db"] for values in late} == {None}
    assert {values["speech"] for values in late} == {0.0}
    assert all(values["pitch_hz"] is None for values in late[5:])
    assert late[-1]["pause_s"] == pytest.approx(6.0, abs=0.6)


def test_a_voice_that_is_not_there_is_told(line: Path, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="se oyen 2 voces y --voz 4"):
        analyse_file(str(line), voice=3)
    alone = write_wave(tmp_path / "z.wav", voice("voz_grave", 8.0)[:, None], SAMPLE_RATE)
    with pytest.raises(KnownError, match="solo se oye una voz; quita --voz 2"):
        analyse_file(str(alone), voice=1)
    assert voice_of(analyse_file(str(alone), voice=0)).speech_s > 6.0


def test_why_the_chosen_voice_of_a_video_cannot_be_heard_is_told(tmp_path: Path) -> None:
    film = str(deafened(tmp_path / "film.mp4"))
    assert analyse_file(film, apart=True).voice is None, "its picture is worth a report"
    with pytest.raises(KnownError) as caught:
        analyse_file(film, voice=0)
    assert "quita --voz" not in str(caught.value) and "film.mp4" in str(caught.value)


@pytest.mark.parametrize("apart", [True, False])
def test_a_model_that_is_missing_is_told_of_a_video_too(
    apart: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for of_the_picture in ("manifest.toml", *(path.name for path in models_dir().glob("*.task"))):
        shutil.copy(models_dir() / of_the_picture, tmp_path)
    monkeypatch.setattr(bundles, "models_dir", lambda: tmp_path)
    with pytest.raises(ModelError, match="silero"):
        analyse_file(str(write_video(tmp_path / "film.mp4", sound=True)), apart=apart)
