"""What the window says of itself names what is chosen, and nothing else."""

from __future__ import annotations

import pytest

from coach.ui.sentences import in_place_of_picture, quiet_line
from coach.ui.session import Phase


@pytest.mark.parametrize(
    ("camera", "microphone", "off", "starting"),
    [
        (True, True, "La cámara y el micrófono están apagados.", "abriendo la cámara y el micrófono…"),
        (True, False, "La cámara está apagada.", "abriendo la cámara…"),
        (False, True, "El micrófono está apagado.", "abriendo el micrófono…"),
    ],
)
def test_only_what_is_chosen_is_named(camera: bool, microphone: bool, off: str, starting: str) -> None:
    assert quiet_line(Phase.OFF, camera, microphone).endswith(off)
    assert quiet_line(Phase.STARTING, camera, microphone).endswith(starting)


def test_without_anything_chosen_it_says_what_to_choose() -> None:
    assert "Elige antes una cámara o un micrófono" in quiet_line(Phase.OFF, camera=False, microphone=False)


@pytest.mark.parametrize("phase", list(Phase))
def test_the_place_of_the_picture_is_kind_to_who_has_none(phase: Phase) -> None:
    with_voice = in_place_of_picture(phase, camera=False, microphone=True)
    assert with_voice == "Sin cámara también te acompaño: aquí solo escucho tu voz."
    assert "solo" not in in_place_of_picture(phase, camera=True, microphone=True)
    assert "escucho" not in in_place_of_picture(phase, camera=False, microphone=False)
