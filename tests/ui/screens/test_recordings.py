"""What is asked about recordings before they are analysed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event as Flag

import pytest

from coach.core.events import SAMPLE_RATE
from coach.preferences import Look
from coach.ui.composition import REVIEW
from tests.support.calls import one_line, turns, write_call
from tests.support.sounds import write_wave
from tests.ui.screens.window import AGREED, Screens, in_every_shape


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """Of two people, and of three whose sound is in one channel; the last two have no picture, but two voices."""
    folder, wave = tmp_path_factory.mktemp("calls"), turns(5.0)
    return (
        write_call(folder / "llamada con la clienta.mkv", ("brazos_cruzados", "sonrisa"), wave),
        write_call(folder / "reunión.mkv", ("asentir", "neutral_cubrebocas", "sonrisa"), wave[:, :1]),
        write_wave(folder / "llamada.wav", wave, SAMPLE_RATE),
        write_wave(folder / "llamada en un canal.wav", one_line(24.0)[:, None], SAMPLE_RATE),
    )


@in_every_shape
def test_whose(
    opened: Callable[..., Screens], go_on: Flag, calls: Sequence[Path], look: Look, size: tuple[int, int]
) -> None:
    go_on.set()
    assert whose(opened(look, size, consent=AGREED), calls) == {}


def test_whose_in_english(english: None, opened: Callable[..., Screens], go_on: Flag, calls: Sequence[Path]) -> None:
    go_on.set()
    assert whose(opened("claro", (1280, 800), consent=AGREED), calls, "english-") == {}


def whose(screens: Screens, calls: Sequence[Path], name: str = "") -> dict[str, list[str]]:
    """Looks at what is asked about recordings with several people, or channels; what is wrong with it."""
    review = screens.whole.learning.review
    screens.to(REVIEW)
    review.open(*calls)
    screens.look(f"{name}revisar-mirando")
    for place, state in enumerate(("revisar-quien", "revisar-quien-un-canal", "revisar-que-canal", "revisar-que-voz")):
        screens.qtbot.waitUntil(lambda p=place: _asked(screens, calls[p].name), timeout=60_000)  # type: ignore[misc]
        screens.look(f"{name}{state}")
        for button in review.whose.picker.buttons[-1:] if place < 2 else []:
            button.click()
        if place == 0:
            review.whose.voices.radios[1].click()
            screens.look(f"{name}{state}-elegido")
            review.whose.own.click()
            screens.look(f"{name}{state}-dibujado")
        if place == 2:
            review.whose.voices.radios[0].click()
        if place < 3:
            review.whose.accept.click()
    review.whose.cancel.click()
    return screens.found


def _asked(screens: Screens, name: str) -> bool:
    card = screens.whole.learning.review.whose
    return card.isVisible() and name in card.title.text()
