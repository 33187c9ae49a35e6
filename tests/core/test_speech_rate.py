"""A calibration makes the measured rate the true one, and is not learned from another text."""

import pytest

from coach.core.speech_rate import TYPICAL, calibrated, words_per_minute


def test_the_rate_of_the_reading_itself_comes_out_true() -> None:
    calibration = calibrated(syllables=156.0, heard=130, seconds=26.0)
    assert calibration is not None
    assert calibration.of_speaker
    assert calibration.apply(130 / 26.0) == pytest.approx(156.0 / 26.0)


@pytest.mark.parametrize(("heard", "seconds"), [(150, 9.0), (0, 30.0), (40, 30.0), (400, 60.0)])
def test_what_was_no_reading_of_the_text_calibrates_nothing(heard: int, seconds: float) -> None:
    assert calibrated(150.0, heard, seconds) is None


def test_people_in_general_are_marked_as_such() -> None:
    assert not TYPICAL.of_speaker
    assert words_per_minute(TYPICAL.apply(5.0)) == pytest.approx(144.0)
