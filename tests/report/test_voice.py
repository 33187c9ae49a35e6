"""The voice in summary and page: figures with their doubts, findings with what spoke for them, tones with reasons."""

from __future__ import annotations

import re
from base64 import b64decode
from dataclasses import replace

import pytest

from coach.core.events import Cue, FindingSegment, ToneScored
from coach.core.voices import HeardVoice
from coach.manual.catalog import Catalog
from coach.manual.conditions import ViewCondition
from coach.manual.tones import load_tones
from coach.report.document import document
from coach.report.page import page
from coach.report.record import SessionRecord
from coach.report.result import Result
from coach.report.spectrogram import BANDS, COLUMNS_PER_S, Spectrogram
from coach.report.summary import Look, summary
from coach.report.voice_result import Point, VoiceResult
from tests.report.sessions import FIRST_DAY

Conditions = dict[str, ViewCondition]
SCORES = {"calido": 0.82, "tranquilo": 0.4, "persuasivo": 0.1, "sugestivo": 0.3, "seguro": 0.2}


@pytest.fixture
def voice() -> VoiceResult:
    return VoiceResult(
        speech_s=30.0,
        pause_s=10.0,
        syllables=260.0,
        countable=True,
        rate_calibrated=False,
        reference=True,
        pitch_median_hz=210.0,
        pitch_range_st=6.5,
        level_db=-24.0,
        noise_db=-61.0,
        tones=(
            ToneScored(0.0, 12.0, SCORES, "calido", None),
            ToneScored(1.0, 13.0, SCORES, "calido", None),
            ToneScored(2.0, 14.0, None, None, "ruido"),
            ToneScored(3.0, 15.0, {**SCORES, "calido": 0.42}, None, "empate"),
        ),
        findings=(FindingSegment("rapido", 5.0, 15.0, 0.7), FindingSegment("poca_autoridad", 20.0, 26.0, 0.6)),
        evidence={"rapido": ("muchas palabras por minuto",), "poca_autoridad": ("muchas muletillas",)},
        curve=(Point(1.0, None, None), Point(2.0, 5.0, 12.0), Point(3.0, 6.0, 13.0), Point(4.0, None, 12.5)),
        wanted=("calido",),
    )


def html_of(result: Result) -> str:
    return page(SessionRecord("grabacion", FIRST_DAY, result))


@pytest.fixture
def spoken(sound: Result, voice: VoiceResult) -> Result:
    return replace(sound, voice=voice, cues=(Cue(8.0, "Habla más despacio", ("rapido",), "corrige"),))


def test_the_summary_tells_the_voice(spoken: Result, catalog: Catalog, conditions: Conditions) -> None:
    text = " ".join(summary(spoken, catalog, conditions, Look(width=100)).split())
    for told in (
        "Hablaste 30 s, con 10 s de pausas, a unas 195 palabras por minuto: 6.5 sílabas por segundo",
        "(sin calibrar, puede variar un 20 %)",
        "Tono medio de 210 Hz con 6.5 semitonos de rango, nivel de −24 dB y ruido de −61 dB.",
        "Hablas rápido: 10 s en total, 1 vez (sin calibrar, puede variar un 20 %): muchas palabras por minuto.",
        "Voz con poca autoridad: 6.0 s en total, 1 vez: muchas muletillas.",
        "Este momento pide un tono cálido: parecido medio de 69 %.",
        "Hay demasiado ruido, en el 25 % del tiempo.",
        "todavía no se han validado con personas",
        "Habla más despacio (hablas rápido)",
    ):
        assert told in text


@pytest.mark.parametrize("width", [40, 80])
def test_no_line_is_wider_than_the_terminal(
    spoken: Result, catalog: Catalog, conditions: Conditions, width: int
) -> None:
    assert max(map(len, summary(spoken, catalog, conditions, Look(width=width)).splitlines())) <= width


def test_the_page_holds_five_tones_two_curves_and_why_nothing_is_told(spoken: Result) -> None:
    html = html_of(spoken).replace("\u00a0", " ")
    assert all(f">{tone.name}</text>" in html for tone in load_tones().values())
    assert html.count("<polyline") == 2
    assert "todavía no se han validado con personas" in html
    assert "Dos tonos muy parecidos" in html
    assert "Este momento pide un tono cálido: parecido medio de 69 %." in html
    assert "Evidencia moderada." in html


def test_the_spectrogram_lies_within_the_page_on_the_axis_of_the_curves(spoken: Result, voice: VoiceResult) -> None:
    half = Spectrogram(bytes(range(BANDS)) * 5 * COLUMNS_PER_S)  # of ten seconds
    html = html_of(replace(spoken, voice=replace(voice, spectrogram=half)))
    image = re.search(r'<image x="60" y="12" width="([\d.]+)"[\s\S]*? href="data:image/png;base64,([^"]+)"', html)
    assert image is not None and float(image[1]) == pytest.approx((960 - 60 - 6) / 2)
    assert b64decode(image[2]) == half.png()
    assert "img-src data:" in html
    assert "<image" not in html_of(spoken)


def test_nothing_is_drawn_where_nothing_was_measured(spoken: Result, voice: VoiceResult) -> None:
    torn = (*voice.curve, Point(5.0, 5.5, 12.0), Point(6.0, 5.5, 12.0))
    assert html_of(replace(spoken, voice=replace(voice, curve=torn))).count("<polyline") == 3


def test_without_a_tone_to_tell_the_bars_are_empty_and_the_reason_is_there(
    spoken: Result, voice: VoiceResult, catalog: Catalog, conditions: Conditions
) -> None:
    mute = replace(voice, tones=(ToneScored(0.0, 12.0, None, None, "sin_referencia"),), countable=False)
    text = summary(replace(spoken, voice=mute), catalog, conditions, Look(width=100))
    assert "Aún no conozco tu voz, en el 100 % del tiempo." in text
    assert "el ritmo no se puede medir" in text
    assert "no hubo con qué juzgarlo" in text
    html = html_of(replace(spoken, voice=mute))
    assert "Toda la sesión: sin dato." in html
    assert ">sin dato</td>" in html


def test_nobody_spoke(spoken: Result, voice: VoiceResult, catalog: Catalog, conditions: Conditions) -> None:
    nobody = replace(spoken, voice=replace(voice, speech_s=0.0, countable=False, findings=(), tones=()))
    assert "no se oye a nadie hablar" in summary(nobody, catalog, conditions, Look())
    assert "no se oye a nadie hablar" in html_of(nobody)


def test_several_voices_are_told_and_whose_the_figures_are(
    spoken: Result, voice: VoiceResult, catalog: Catalog, conditions: Conditions
) -> None:
    several = replace(voice, voices=(HeardVoice(3.2, 62.0), HeardVoice(75.0, 38.0)))
    text = " ".join(summary(replace(spoken, voice=several), catalog, conditions, Look()).split())
    assert "Se oyen 2 voces: 1 (desde 0:03, 62 %) y 2 (desde 1:15, 38 %). Lo que sigue es de todas juntas." in text
    assert "elige con --voz 1" in text
    mine = replace(spoken, voice=replace(several, chosen=1))
    text = " ".join(summary(mine, catalog, conditions, Look()).split())
    assert "Lo que sigue es solo de la voz 2." in text and "--voz" not in text
    assert "Lo que sigue es solo de la voz 2." in html_of(mine)
    alone = replace(spoken, voice=replace(voice, voices=several.voices[:1], chosen=0))
    assert "Se oyen" not in summary(alone, catalog, conditions, Look())


def test_the_document_says_which_voice_was_measured_and_otherwise_has_no_key_for_it(
    spoken: Result, voice: VoiceResult, catalog: Catalog
) -> None:
    both = replace(voice, voices=(HeardVoice(0.5, 30.0), HeardVoice(4.0, 20.0)))
    all_of_it = document(replace(spoken, voice=both), catalog)["voice"]
    second = document(replace(spoken, voice=replace(both, chosen=1)), catalog)["voice"]
    assert second == {**all_of_it, "chosen": 2, "voices": 2}
    assert all_of_it == document(spoken, catalog)["voice"]
