"""Gaze and posture beside the picture, and the voice's last half minute."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from coach.core.events import SignalChanged, State, VoiceFeatures
from coach.manual.catalog import load_catalog
from coach.manual.presence import load_presence
from coach.ui.eye_contact import WINDOW_S, EyeContact
from coach.ui.presence_card import PresenceCard
from coach.ui.signals_model import SignalsModel
from coach.ui.theme import LIGHT, Theme, style_sheet
from coach.ui.trace import SPAN_S, VoiceTrace
from coach.ui.trend_plot import TrendPlot

LOOK = "contacto_visual"


@pytest.fixture
def card(qtbot: QtBot) -> Iterator[PresenceCard]:
    card = PresenceCard(load_presence(), (110.0, 190.0), Theme(LIGHT))
    qtbot.addWidget(card)
    card.resize(300, 400)
    card.show()
    card.set_running(True)
    card.begin(0.0)
    yield card


def see(card: PresenceCard, t: float, id: str, state: State) -> None:
    card.see(SignalChanged(t, id, state, None))
    card.refresh(t, None)


@pytest.mark.parametrize("height", [76, 100, 130, 240])
def test_the_plots_names_never_lie_across_the_edges_of_the_band(qtbot: QtBot, height: int) -> None:
    around = QWidget(styleSheet=style_sheet(Theme(LIGHT)))
    qtbot.addWidget(around)
    plot = TrendPlot((111.0, 189.0), Theme(LIGHT))
    plot.setParent(around)
    around.resize(300, height)
    plot.resize(300, height)
    around.show()
    QApplication.processEvents()
    for name in plot.findChildren(QLabel):
        assert not any(name.y() < edge < name.y() + name.height() for edge in plot.edges()), name.text()


def test_before_anything_is_seen_nothing_is_claimed(card: PresenceCard) -> None:
    card.refresh(1.0, None)
    assert {card.posture.word(id) for id in load_presence()} == {"no observable"}
    assert card.gaze.reading.value is None
    assert card.gaze.reading.word == "no observable"


def test_a_part_tells_what_its_signals_say(card: PresenceCard) -> None:
    see(card, 1.0, "brazos_cruzados", State.ABSENT)
    assert card.posture.word("brazos") == "sueltos"
    see(card, 2.0, "brazos_cruzados", State.PRESENT)
    assert card.posture.word("brazos") == "cruzados"
    see(card, 3.0, "brazos_cruzados", State.ABSENT)
    see(card, 3.0, "palma_abierta", State.PRESENT)
    assert card.posture.word("brazos") == "palma abierta"
    assert "Brazos: palma abierta" in card.posture.accessibleDescription()


def test_the_gaze_is_the_share_of_the_last_half_minute_that_could_be_seen(card: PresenceCard) -> None:
    see(card, 0.0, LOOK, State.PRESENT)
    see(card, 6.0, LOOK, State.ABSENT)
    card.refresh(8.0, None)
    assert (card.gaze.reading.word, card.gaze.reading.band) == ("75 %", "right")
    card.refresh(38.0, None)
    assert card.gaze.reading.band == "low"
    see(card, 39.0, LOOK, State.NOT_OBSERVABLE)
    assert card.gaze.reading.word == "no observable"


def test_until_there_is_a_share_the_gauge_says_what_the_list_of_signals_does(card: PresenceCard) -> None:
    model = SignalsModel(load_catalog())
    model.begin(0.0)
    said = []
    for now, state in ((0.5, State.NOT_OBSERVABLE), (1.0, State.PRESENT), (2.2, State.PRESENT), (2.5, State.ABSENT)):
        model.apply(SignalChanged(now, LOOK, state, None))
        model.refresh(now)
        see(card, now, LOOK, state)
        said.append(card.gaze.reading.word)
        assert said[-1] == model.showing(model.row_of(LOOK)).words, now
    assert said == ["no observable", "presente", "presente", "hace un momento"]


def test_all_is_forgotten_when_the_session_ends(card: PresenceCard) -> None:
    see(card, 1.0, "hombros_encorvados", State.PRESENT)
    card.set_running(False)
    assert card.posture.word("hombros") == ""
    assert card.contact is None


@given(st.lists(st.tuples(st.floats(0.1, 20), st.sampled_from(State)), max_size=30), st.floats(0, 20))
def test_a_share_is_a_share_whatever_happens(steps: list[tuple[float, State]], rest: float) -> None:
    gaze, now = EyeContact(), 0.0
    for step, state in steps:
        now += step
        gaze.apply(SignalChanged(now, LOOK, state, None))
    share = gaze.share(now + rest)
    assert share is None or 0.0 <= share <= 1.0
    if steps and steps[-1][1] is State.PRESENT and rest >= WINDOW_S:
        assert share == 1.0


def voice(t: float, pitch: float | None) -> VoiceFeatures:
    return VoiceFeatures(t, {"pitch_hz": pitch, "rate_syl_s": 5.0})


def test_the_trace_keeps_half_a_minute_and_leaves_gaps_where_there_is_no_value() -> None:
    trace = VoiceTrace()
    for tenth in range(600):
        trace.apply(voice(tenth / 10, None if 400 <= tenth < 450 else 200.0))
    times, pitch, rate = trace.curves(60.0)
    assert times[0] >= -SPAN_S
    assert len(times) <= 151
    gap = (times >= -20.0) & (times < -15.0)
    assert np.isnan(pitch[gap]).all()
    assert np.isfinite(rate).all()
    assert pitch[-1] == pytest.approx(12.0)


def test_lost_sound_leaves_a_hole_in_the_trace() -> None:
    trace = VoiceTrace()
    for t in (0.0, 0.2, 5.0, 5.2):
        trace.apply(voice(t, 200.0))
    _, pitch, _ = trace.curves(6.0)
    assert np.isnan(pitch).tolist() == [False, False, True, False, False]


def test_the_plot_draws_the_voice_once_it_is_loaded(card: PresenceCard, qtbot: QtBot) -> None:
    card.trend.load()
    before = card.trend.grab().toImage()
    for tenth in range(100):
        card.hear(voice(tenth / 10, 150.0 + tenth))
    card.refresh(None, 10.0)
    card.refresh(None, 10.0)
    qtbot.wait(50)
    assert card.trend.grab().toImage() != before


def test_a_plot_too_flat_to_be_read_is_left_out(card: PresenceCard) -> None:
    card.fit(400)
    assert card.trend.isVisible()
    card.fit(200)
    assert card.trend.isHidden()
