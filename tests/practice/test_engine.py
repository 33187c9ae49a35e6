"""Turn-taking: when an answer is over, what counts as one, and what is not the agent's."""

from __future__ import annotations

import pytest

from coach.core.events import Features, SignalChanged, SpeechSpan, State, ToneScored, VoiceFeatures
from coach.practice.course import AgentsTurn, Answered, ClientSpeaks, PracticeOver
from coach.practice.engine import NUDGE_S, Practice
from coach.practice.loader import load_practices
from coach.practice.turn import BREATH_S, PAUSE_S
from tests.practice.partner import Partner

SCRIPT = load_practices()["dominante_banco"]


def begun(*, hears: bool = True, overhears: bool = True, start_s: float = 0.0) -> Partner:
    partner = Partner(Practice(SCRIPT, hears=hears, overhears=overhears), start_s)
    partner.begin()
    return partner


def test_it_begins_with_the_clients_first_line_and_waits_for_its_end() -> None:
    partner = begun(start_s=40.0)
    partner.silence(30.0)
    assert [type(event) for event in partner.told] == [ClientSpeaks]
    assert partner.told[0].t == 40.1
    partner.client_speaks()
    assert [type(event) for event in partner.told] == [ClientSpeaks, AgentsTurn]


def test_an_answer_is_over_after_a_pause() -> None:
    partner = begun()
    partner.client_speaks()
    partner.speak(5.0)
    spoken_until = partner.t - 0.3
    while not partner.answered:
        partner.tick(speaking=False)
    assert partner.t - spoken_until == pytest.approx(PAUSE_S, abs=0.11)
    answer = partner.answered[0].answer
    assert answer is not None
    assert answer.spoke_s == pytest.approx(5.0, abs=0.01)
    assert answer.interrupted is False


def test_a_breath_after_the_greeting_is_not_the_end() -> None:
    partner = begun()
    partner.client_speaks()
    partner.speak(1.2)
    partner.silence(BREATH_S - 0.5)
    assert not partner.answered
    partner.speak(4.0)
    partner.silence(2.0)
    assert partner.answered[0].answer is not None
    assert partner.answered[0].answer.spoke_s == pytest.approx(5.2, abs=0.01)


def test_thinking_within_an_answer_does_not_end_it() -> None:
    partner = begun()
    partner.client_speaks()
    for _ in range(4):
        partner.speak(3.5)
        partner.silence(PAUSE_S - 0.6)
    assert not partner.answered


def test_what_a_loudspeaker_says_is_not_the_agents_answer() -> None:
    partner = begun(overhears=False)
    partner.speak(6.0)  # the client, heard by the microphone
    partner.client_speaks()
    partner.speak(0.3)  # the end of it in the room
    partner.silence(4.0)
    assert not partner.answered
    partner.speak(5.0)
    partner.silence(2.0)
    answer = partner.answered[0].answer
    assert answer is not None
    assert answer.spoke_s == pytest.approx(5.0, abs=0.01)
    assert answer.interrupted is None, "nobody can tell"


def test_of_a_stretch_that_both_filled_only_what_follows_the_client_counts() -> None:
    partner = begun(overhears=False)
    start_s = partner.t
    for _ in range(20):
        partner.tick(speaking=True)
    partner.practice.client_done()
    for _ in range(50):
        partner.tick(speaking=True)
    end_s = partner.t
    partner.silence(0.3)
    partner.push(SpeechSpan(start_s, end_s))
    partner.silence(2.0)
    answer = partner.answered[0].answer
    assert answer is not None and answer.spoke_s == pytest.approx(4.4, abs=0.11)


def test_a_word_of_assent_is_no_interruption_but_a_sentence_is() -> None:
    for seconds, expected in ((0.5, False), (1.5, True)):
        partner = begun()
        partner.client_speaks(over_s=seconds)
        partner.speak(4.0)
        partner.silence(2.0)
        answer = partner.answered[0].answer
        assert answer is not None and answer.interrupted is expected


def test_a_noise_is_no_answer() -> None:
    partner = begun()
    partner.client_speaks()
    partner.speak(0.2)
    partner.silence(5.0)
    assert not partner.answered


def test_a_long_silence_is_asked_about_once() -> None:
    partner = begun()
    partner.client_speaks()
    partner.silence(NUDGE_S + 1.0)
    assert partner.lines == [SCRIPT.opening.line, SCRIPT.scene.nudge]
    assert isinstance(partner.told[-1], ClientSpeaks) and partner.told[-1].again
    partner.client_speaks()
    partner.silence(60.0)
    assert len(partner.lines) == 2
    partner.speak(5.0)
    partner.silence(2.0)
    answer = partner.answered[0].answer
    assert answer is not None and answer.waited_s is not None and answer.waited_s > 60.0


def test_time_may_jump_while_nobody_listens() -> None:
    """The session is deaf while a loudspeaker speaks: the stream goes on at a later time."""
    partner = begun(overhears=False)
    partner.practice.client_done()
    partner.t += 8.0
    partner.tick(speaking=False)
    assert isinstance(partner.told[-1], AgentsTurn) and partner.told[-1].t == partner.t
    partner.speak(4.0)
    partner.silence(2.0)
    answer = partner.answered[0].answer
    assert answer is not None and answer.waited_s is not None and answer.waited_s < 1.0


def test_without_a_microphone_the_agent_tells_and_the_picture_gives_the_time() -> None:
    practice = Practice(SCRIPT, hears=False)
    practice.push(Features(7.0, {}))
    practice.begin()
    practice.push(VoiceFeatures(99.0, {"speech": 1.0}))
    practice.client_done()
    (turn,) = practice.push(Features(9.0, {}))
    assert turn == AgentsTurn(9.0, SCRIPT.opening)
    practice.push(Features(60.0, {}))
    practice.push(SignalChanged(60.0, "sonrisa", State.PRESENT, 1.0))
    assert practice.elapsed_s == 53.0
    answered, spoken = practice.answered()
    assert isinstance(answered, Answered) and isinstance(spoken, ClientSpeaks)
    assert answered.answer is not None
    assert (answered.answer.spoke_s, answered.answer.waited_s, answered.answer.interrupted) == (None, None, None)
    assert answered.answer.signals == {"sonrisa": True}


def test_the_key_counts_speech_that_is_still_under_way() -> None:
    partner = begun()
    partner.client_speaks()
    for _ in range(40):
        partner.tick(speaking=True)
    answered, _ = partner.practice.answered()
    assert isinstance(answered, Answered) and answered.answer is not None
    assert answered.answer.spoke_s == pytest.approx(4.0, abs=0.11)


def test_a_signal_that_was_in_view_and_not_seen_is_absent_and_one_out_of_view_is_unknown() -> None:
    partner = begun()
    partner.push(SignalChanged(0.0, "sonrisa", State.ABSENT, 0.0))
    partner.push(SignalChanged(0.0, "asentir", State.NOT_OBSERVABLE, None))
    partner.client_speaks()
    partner.speak(2.0)
    partner.silence(3.0)
    answer = partner.answered[0].answer
    assert answer is not None and answer.signals == {"sonrisa": False}
    assert partner.practice.node.id == "frio"


def test_a_nod_while_the_client_speaks_is_seen() -> None:
    partner = begun()
    partner.push(SignalChanged(0.5, "asentir", State.PRESENT, 1.0))
    partner.push(SignalChanged(0.9, "asentir", State.ABSENT, 0.0))
    partner.client_speaks()
    partner.speak(5.0)
    partner.silence(2.0)
    answer = partner.answered[0].answer
    assert answer is not None and answer.signals == {"asentir": True}


def test_the_tone_of_the_moment_is_told_from_what_was_heard_in_the_answer() -> None:
    partner = begun()
    partner.push(ToneScored(0.0, 0.1, {"calido": 0.9}, "calido", None))
    partner.client_speaks()
    partner.push(ToneScored(0.0, partner.t, {"calido": 0.9}, "calido", None))  # the agent's, of before
    partner.push(ToneScored(partner.t, partner.t + 8.0, {"calido": 0.3, "seguro": 0.7}, "seguro", None))
    partner.speak(5.0)
    partner.silence(2.0)
    answer = partner.answered[0].answer
    assert answer is not None
    assert answer.asked_tone is False, "the greeting asks for warmth"
    assert answer.tones == {"calido": 0.3, "seguro": 0.7}


def test_when_its_time_is_over_the_client_comes_to_the_close() -> None:
    partner = begun()
    partner.silence(SCRIPT.scene.duration_s)
    assert partner.practice.left_s == 0.0
    partner.answer()
    assert partner.practice.node.id == SCRIPT.scene.closing
    partner.answer()
    partner.answer()
    assert partner.practice.over


def test_skipping_goes_where_an_ordinary_answer_would_and_is_no_answer() -> None:
    practice = Practice(SCRIPT)
    practice.begin()
    answered, spoken = practice.skip()
    assert isinstance(answered, Answered) and answered.answer is None and answered.note is None
    assert isinstance(spoken, ClientSpeaks) and spoken.node.id == SCRIPT.opening.branches[-1].to


def test_a_line_can_be_heard_again_until_the_answer_begins() -> None:
    partner = begun()
    partner.client_speaks()
    (again,) = partner.practice.repeat()
    assert isinstance(again, ClientSpeaks) and again.again and again.text == SCRIPT.opening.line
    partner.client_speaks()
    partner.speak(1.0)
    assert partner.practice.repeat() == []


def test_ending_early_is_not_complete_and_ends_it_for_good() -> None:
    partner = begun()
    assert partner.practice.end() == [PracticeOver(partner.t, complete=False)]
    assert partner.practice.end() == partner.practice.answered() == partner.practice.skip() == []
    partner.speak(3.0)
    assert len(partner.told) == 1


def test_the_same_events_give_the_same_practice() -> None:
    runs = []
    for _ in range(2):
        partner = begun()
        while not partner.practice.over:
            partner.answer()
        runs.append(partner.told)
    assert runs[0] == runs[1]
