"""What microphones are called. The names are those that PortAudio told of a Windows' interfaces, seen through Wine."""

from __future__ import annotations

import pytest

from coach.media.naming import find
from coach.voz.microphones import MicrophoneDevice, full_name

MME = "Varios micrófonos (Tecnología I"
WASAPI = "Varios micrófonos (Tecnología Intel Smart Sound)"


@pytest.mark.parametrize(
    ("name", "elsewhere", "called"),
    [
        (MME, [WASAPI, WASAPI, "Mesa"], WASAPI),
        (MME, ["Mesa"], MME),
        (MME, [WASAPI, f"{MME}ntel Smart Sound 2)"], MME),
        ("Mesa", ["Mesa de mezclas"], "Mesa"),
    ],
)
def test_a_name_that_windows_cuts_off_is_told_whole_where_only_one_can_be_meant(
    name: str, elsewhere: list[str], called: str
) -> None:
    assert full_name(name, elsewhere) == called


def test_what_was_chosen_by_the_name_cut_off_is_still_found() -> None:
    whole = MicrophoneDevice(3, WASAPI, 2, False)
    assert find(MME, (MicrophoneDevice(0, "Asignador de sonido Microsoft", 2, True), whole)) == whole
