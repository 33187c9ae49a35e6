"""What an agent reads of the own voice: figures and words, or in words why there are none."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip, QWidget
from pytestqt.qtbot import QtBot

from coach.core.events import FindingChanged, State, ToneScored, VoiceFeatures
from coach.ui.theme import LIGHT, Theme
from coach.ui.voice_panel import VoicePanel, VoiceTables
from tests.ui.voice import CUT, IN_NOISE, SILENT, SPEAKING

SCORES = {"calido": 0.7, "tranquilo": 0.3, "persuasivo": 0.5, "sugestivo": 0.1, "seguro": 0.4}


@pytest.fixture
def panel(qtbot: QtBot, voice_tables: VoiceTables) -> VoicePanel:
    panel = VoicePanel(voice_tables, Theme(LIGHT))
    qtbot.addWidget(panel)
    panel.resize(858, 180)
    panel.show()
    panel.set_running(True)
    qtbot.waitExposed(panel)
    return panel


def hear(panel: VoicePanel, values: dict[str, float | None], *, begin: float = 0.0, seconds: float = 1.0) -> None:
    """Ten measurements a second, as live."""
    for tick in range(round(10 * seconds) + 1):
        t = begin + tick / 10
        panel.apply(VoiceFeatures(t, values))
        panel.refresh()


def test_the_rate_is_a_figure_and_a_word_and_says_that_it_is_not_calibrated(panel: VoicePanel) -> None:
    hear(panel, SPEAKING)
    assert panel.rate.text == "145 palabras por minuto, bien, sin calibrar"
    panel.set_calibrated(True)
    panel.refresh()
    assert panel.rate.text == "145 palabras por minuto, bien"
    assert panel.rate.accessibleDescription() == panel.rate.text


@pytest.mark.parametrize(
    ("syllables", "text"), [(3.0, "90 palabras por minuto, lento"), (7.0, "210 palabras por minuto, rápido")]
)
def test_slow_and_fast_are_told_by_the_edges_of_the_findings(panel: VoicePanel, syllables: float, text: str) -> None:
    panel.set_calibrated(True)
    hear(panel, SPEAKING | {"rate_syl_s": syllables})
    assert panel.rate.text == text


def test_a_pause_to_think_is_not_called_slow(panel: VoicePanel) -> None:
    panel.set_calibrated(True)
    hear(panel, SPEAKING | {"rate_syl_s": 3.5, "rate_flow_syl_s": 4.1})
    assert panel.rate.text == "105 palabras por minuto, bien"


def test_a_finding_that_holds_rules_the_word(panel: VoicePanel) -> None:
    panel.set_calibrated(True)
    panel.apply(FindingChanged(0.0, "rapido", State.PRESENT, 1.1))
    hear(panel, SPEAKING | {"rate_syl_s": 6.0})
    assert panel.rate.text == "180 palabras por minuto, rápido"


@pytest.mark.parametrize(
    ("values", "why"),
    [
        (SILENT, "En silencio: lo verás cuando hables"),
        (IN_NOISE, "Hay mucho ruido para contar sílabas"),
        (IN_NOISE | {"clipped": 0.006}, "Hay mucho ruido para contar sílabas"),
        (IN_NOISE | {"pauses_filled": 0.9}, "Se oyen otras voces: así no puedo contar tus sílabas"),
        (SPEAKING | {"rate_syl_s": None, "others_share": 0.3}, "Se oyen otras voces: así no puedo contar tus sílabas"),
        (SPEAKING | {"rate_syl_s": None, "others_share": None}, "Te escucho: dame unos segundos de voz"),
        (CUT | {"clipped": 0.3}, "Tu voz llega saturada: aléjate del micrófono"),
        (CUT | {"pause_s": 3.0}, "Tu voz llega saturada: aléjate del micrófono"),
        (SPEAKING | {"rate_syl_s": None, "speech_s": 2.0}, "Te escucho: dame unos segundos de voz"),
    ],
)
def test_a_rate_that_cannot_be_said_says_why(panel: VoicePanel, values: dict[str, float | None], why: str) -> None:
    hear(panel, values)
    assert panel.rate.text == why


def test_the_figure_holds_still_while_the_rate_wavers(panel: VoicePanel) -> None:
    figures = set()
    for tick in range(100):
        wavering = SPEAKING | {"rate_syl_s": 4.9 + 0.1 * (-1) ** tick}
        panel.apply(VoiceFeatures(tick / 10, wavering))
        panel.refresh()
        figures.add(panel.rate.text)
    assert len(figures) == 1


@pytest.mark.parametrize(("edge", "word"), [(3.7, "lento"), (6.3, "rápido")])
def test_the_word_holds_still_while_the_rate_wavers_at_an_edge(panel: VoicePanel, edge: float, word: str) -> None:
    words = []
    for tick in range(100):
        hear(panel, SPEAKING | {"rate_syl_s": edge + 0.2 * (-1) ** tick}, begin=tick / 10, seconds=0.0)
        words.append(panel.rate.reading.word)
    assert words[2:] == [word] * 98


@pytest.mark.parametrize(("edge", "right"), [(3.7, 4.2), (6.3, 5.6)])
def test_a_rate_that_has_clearly_left_a_band_is_right_again(panel: VoicePanel, edge: float, right: float) -> None:
    for rate in (2 * edge - right, right):
        hear(panel, SPEAKING | {"rate_syl_s": rate})
    assert panel.rate.reading.word == "bien"


def test_a_new_stretch_of_speech_is_not_called_slow_for_what_was_before_the_silence(panel: VoicePanel) -> None:
    between = SPEAKING | {"rate_syl_s": 3.9}
    hear(panel, SPEAKING | {"rate_syl_s": 3.0})
    hear(panel, between, begin=2.0)
    assert panel.rate.reading.word == "lento"
    hear(panel, SILENT, begin=4.0)
    hear(panel, between, begin=6.0)
    assert panel.rate.reading.word == "bien"


def test_level_and_inflection_are_told_in_words(panel: VoicePanel) -> None:
    hear(panel, SPEAKING)
    assert (panel.level.reading.word, panel.inflection.reading.word) == ("bien", "viva")
    for id in ("voz_baja", "monotono"):
        panel.apply(FindingChanged(1.0, id, State.PRESENT, 1.1))
    hear(panel, SPEAKING, begin=1.1)
    assert (panel.level.reading.word, panel.inflection.reading.word) == ("baja", "monótona")
    hear(panel, SPEAKING | {"clipped": 0.02}, begin=2.2)
    assert panel.level.reading.word == "se satura: aléjate"


@pytest.mark.parametrize(("snr_db", "word"), [(4.0, "hay ruido"), (11.0, "hay ruido"), (13.0, "viva"), (None, "viva")])
def test_what_moves_in_noise_is_not_praised_as_inflection(panel: VoicePanel, snr_db: float | None, word: str) -> None:
    """The music's pitch, or that of others who talk."""
    hear(panel, SPEAKING | {"snr_db": snr_db})
    assert panel.inflection.reading.word == word
    assert (panel.inflection.reading.value is None) == (word == "hay ruido")


def test_a_pause_is_not_praised_for_its_level(panel: VoicePanel) -> None:
    hear(panel, SPEAKING | {"pause_s": 0.4})
    assert panel.level.reading.word == "bien"
    hear(panel, SPEAKING | {"pause_s": 1.2}, begin=1.1)
    assert panel.level.reading.word == "en silencio"


def test_bars_glide_to_where_the_scores_are(panel: VoicePanel) -> None:
    hear(panel, SPEAKING)
    panel.apply(ToneScored(0.0, 1.0, SCORES, "calido", None))
    lengths = []
    for tick in range(60):
        hear(panel, SPEAKING, begin=1.1 + tick / 10, seconds=0.0)
        lengths.append(panel.tones.shown("calido") or 0.0)
    steps = [after - before for before, after in zip(lengths, lengths[1:], strict=False)]
    assert lengths[-1] == pytest.approx(0.7, abs=0.01)
    assert all(0.0 <= step < 0.1 for step in steps)


def test_the_nearest_tone_is_named_and_that_it_is_not_validated(panel: VoicePanel) -> None:
    panel.apply(ToneScored(0.0, 0.0, SCORES, "calido", None))
    hear(panel, SPEAKING)
    assert panel.sentence.text() == "Más cerca de: cálido"
    assert "no validado con personas" in said(panel)


def said(panel: VoicePanel) -> str:
    return " ".join(label.text() for label in panel.findChildren(type(panel.sentence)) if label.isVisible())


@pytest.mark.parametrize(
    ("reason", "scores", "sentence"),
    [
        ("sin_referencia", None, "Aún no conozco tu voz."),
        ("poca_voz", None, "Se oye poca voz."),
        ("ruido", None, "Hay demasiado ruido."),
        ("neutral", SCORES, "Tu voz de siempre."),
    ],
)
def test_no_tone_is_told_without_a_reason(
    panel: VoicePanel, reason: str, scores: dict[str, float] | None, sentence: str
) -> None:
    panel.apply(ToneScored(0.0, 0.0, SCORES, "calido", None))
    hear(panel, SPEAKING)
    panel.apply(ToneScored(1.0, 1.0, scores, None, reason))
    hear(panel, SPEAKING, begin=1.1)
    assert panel.sentence.text() == sentence
    assert panel.sentence.toolTip()
    assert (panel.tones.shown("calido") is None) == (scores is None)


def test_findings_tell_their_state_in_words(panel: VoicePanel) -> None:
    assert panel.findings.words("rapido") == ""
    hear(panel, SPEAKING)
    assert panel.findings.words("rapido") == "no observable"
    panel.apply(FindingChanged(1.0, "rapido", State.PRESENT, 1.2))
    panel.apply(FindingChanged(1.0, "ruido", State.ABSENT, 0.2))
    hear(panel, SPEAKING, begin=2.0, seconds=2.0)
    assert panel.findings.words("rapido") == "presente · 3 s"
    assert panel.findings.words("ruido") == "—"
    assert "Hablas rápido: presente, desde 0:01" in panel.findings.accessibleDescription()


def test_states_of_findings_are_told_apart_without_colour(panel: VoicePanel) -> None:
    marks = [mark(panel)]
    for t, state in enumerate(State):
        panel.apply(FindingChanged(float(t), "rapido", state, None))
        panel.refresh()
        marks.append(mark(panel))
    assert all(one != other for place, one in enumerate(marks) for other in marks[:place])


def mark(panel: VoicePanel) -> list[bool]:
    """The pixels of the first finding's mark as ink or ground, colour taken away."""
    row = panel.findings.row_rect(0).toRect()
    row.setWidth(22)
    gray = panel.findings.grab(row).toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    return [gray.pixelColor(x, y).red() < 160 for y in range(gray.height()) for x in range(gray.width())]


def test_what_a_broken_microphone_said_before_is_not_shown_any_more(panel: VoicePanel) -> None:
    panel.apply(ToneScored(0.0, 0.0, SCORES, "calido", None))
    panel.apply(FindingChanged(0.0, "rapido", State.ABSENT, 0.5))
    hear(panel, SPEAKING)
    panel.set_fault("Micrófono desconectado")
    panel.refresh()
    assert panel.rate.text == "Micrófono desconectado"
    assert panel.sentence.text() == "Sin sonido."
    assert panel.tones.shown("calido") is None
    assert panel.findings.words("rapido") == "no observable"
    panel.set_fault("")
    panel.refresh()
    assert panel.findings.words("rapido") == "—"


def test_while_the_client_speaks_that_is_said_and_nothing_of_the_voice(panel: VoicePanel) -> None:
    panel.apply(ToneScored(0.0, 0.0, SCORES, "calido", None))
    panel.apply(FindingChanged(0.0, "rapido", State.ABSENT, 0.5))
    hear(panel, SPEAKING)
    panel.set_pause("Habla tu cliente")
    panel.refresh()
    assert panel.rate.text == "Habla tu cliente" and panel.sentence.text() == ""
    assert panel.tones.shown("calido") is None
    assert panel.findings.words("rapido") == "no observable"
    panel.set_pause("")
    hear(panel, SPEAKING)
    assert "palabras por minuto" in panel.rate.text


def test_old_measurements_are_not_taken_for_what_is_now(panel: VoicePanel) -> None:
    panel.apply(ToneScored(0.0, 0.0, SCORES, "calido", None))
    panel.apply(FindingChanged(0.0, "rapido", State.PRESENT, 1.2))
    panel.apply(FindingChanged(0.0, "ruido", State.ABSENT, 0.2))
    hear(panel, SPEAKING)
    for _ in range(20):
        panel.refresh()
    assert panel.rate.text == "Esperando el sonido…"
    assert told_of_voice(panel) == ("no observable", "no observable", None, "Sin sonido.")
    panel.set_over(True)
    panel.refresh()
    assert panel.rate.text == "El sonido terminó"
    assert told_of_voice(panel) == ("no observable", "no observable", None, "Sin sonido.")
    panel.set_over(False)
    hear(panel, SPEAKING, begin=4.0)
    assert told_of_voice(panel)[:2] == ("presente · 5 s", "—")


def told_of_voice(panel: VoicePanel) -> tuple[str, str, float | None, str]:
    words = panel.findings.words
    return words("rapido"), words("ruido"), panel.tones.shown("calido"), panel.sentence.text()


def test_a_recording_without_sound_has_nothing_to_observe_in_the_voice(panel: VoicePanel) -> None:
    panel.set_over(True)
    panel.refresh()
    assert panel.rate.text == "La grabación no tiene sonido"
    assert panel.findings.words("rapido") == "no observable"


def test_everything_is_forgotten_with_the_session(panel: VoicePanel) -> None:
    panel.apply(ToneScored(0.0, 0.0, SCORES, "calido", None))
    panel.apply(FindingChanged(0.0, "rapido", State.PRESENT, 1.2))
    hear(panel, SPEAKING)
    panel.set_running(False)
    assert panel.rate.text == "Tu ritmo, en cuanto inicies"
    assert panel.tones.shown("calido") is None
    assert panel.findings.words("rapido") == ""


def test_without_a_microphone_a_single_line_says_so(panel: VoicePanel) -> None:
    tall = panel.minimumSizeHint().height()
    panel.set_listening(False)
    assert panel.mute.isVisible()
    assert "Sin micrófono" in panel.mute.accessibleName()
    assert panel.minimumSizeHint().height() < tall / 2


def test_arrow_keys_and_return_explain_a_tone(panel: VoicePanel) -> None:
    panel.tones.setFocus()
    QTest.keyClick(panel.tones, Qt.Key.Key_Down)
    QTest.keyClick(panel.tones, Qt.Key.Key_Return)
    assert "Tranquilo" in QToolTip.text()
    assert "Respaldo científico" in QToolTip.text()
    QToolTip.hideText()


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_what_does_not_move_is_not_painted_again(panel: VoicePanel, qtbot: QtBot) -> None:
    panel.apply(ToneScored(0.0, 0.0, SCORES, "calido", None))
    hear(panel, SPEAKING, seconds=20.0)
    qtbot.wait(50)
    paints = [Paints(widget) for widget in (panel.rate, panel.level, panel.inflection, panel.tones)]
    for tick in range(20):
        hear(panel, SPEAKING, begin=20.1 + tick / 10, seconds=0.0)
        qtbot.wait(5)
    assert [paint.count for paint in paints] == [0, 0, 0, 0]


def test_measurements_do_not_repaint_between_two_refreshes(panel: VoicePanel, qtbot: QtBot) -> None:
    hear(panel, SPEAKING)
    qtbot.wait(50)
    paints = Paints(panel.level)
    for tick in range(100):
        panel.apply(VoiceFeatures(1.0 + tick / 100, SPEAKING | {"level_db": -60.0 + tick / 2}))
        qtbot.wait(1)
    assert paints.count == 0
    panel.refresh()
    qtbot.waitUntil(lambda: paints.count == 1)
