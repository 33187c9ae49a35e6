"""Notices over the picture: each can be read and answered in every window, however small the picture."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from coach.errors import KnownError
from coach.preferences import Look
from coach.ui.composition import LIVE
from coach.ui.failure import FAILURE
from coach.ui.session import Phase
from coach.ui.session_end import SessionEnd
from coach.ui.stage import Stage
from tests.ui.screens.window import AGREED, SMALLEST, Screens, in_every_shape

FOLDER = "/casa/agente/Documentos/practicas_de_noviembre_de_este_año/turno_de_la_mañana"
LONG = f"Las sesiones guardadas en «{FOLDER}/sesiones.db» están dañadas; las aparté sin cambiarlas. Restaura una copia."


@in_every_shape
def test_notices_over_the_picture(opened: Callable[..., Screens], look: Look, size: tuple[int, int]) -> None:
    assert over_the_picture(opened(look, size, consent=AGREED)) == {}


@pytest.mark.parametrize("spoken", ["es", "en"])
def test_notices_in_large_letters_in_the_smallest_window(
    opened: Callable[..., Screens], spoken: str, request: pytest.FixtureRequest
) -> None:
    if spoken == "en":
        request.getfixturevalue("english")
    screens = opened("oscuro", SMALLEST, consent=AGREED, letters="grande")
    assert screens.window.size().toTuple() == (1104, 690), "large letters ask for a larger window"
    assert over_the_picture(screens, f"{spoken}-grande-") == {}


def over_the_picture(screens: Screens, name: str = "") -> dict[str, list[str]]:
    """Looks at errors, long and our own, with its detail, and at a session's end; what is wrong with them."""
    live, waits = screens.whole.live, screens.qtbot.waitUntil
    card, asked = live.stage.notices, list[bool]()
    card.resized.connect(lambda: asked.append(True))

    def look(state: str) -> None:
        screens.look(f"{name}avisos-{state}")
        assert fits(live.stage), state
        asked.clear()
        screens.qtbot.wait(100)
        assert len(asked) <= 3, f"{state}: placed, it asks to be placed again, {len(asked)} times"

    screens.to(LIVE)
    waits(lambda: live.top_bar.source.settled and live.top_bar.microphone.settled)
    live.toggle()
    waits(lambda: live.controller.phase is Phase.RUNNING)
    waits(card.isVisible)
    look("condicion")
    for error, state in ((KnownError(LONG), "largo"), (ValueError("falla nuestra " * 200), "falla")):
        live.tell(error)
        waits(lambda: card.notices[0].id == FAILURE)
        look(state)
    next(button for button in card.findChildren(QPushButton) if button.isVisible()).click()
    waits(lambda: any(detail.isVisible() for detail in card.findChildren(QPlainTextEdit)))
    look("falla-detalle")
    end = SessionEnd(live._notice_board)
    end.offer(report=True, keep=True)
    end.tell(200.0, recorded=True)
    live.stage.notices.dismissed.emit(FAILURE)
    waits(lambda: card.notices[0].id != FAILURE)
    look("fin")
    return screens.found


def fits(stage: Stage) -> bool:
    """Whether the card lies within the picture whole, and is as high as its words need."""
    card = stage.notices
    return stage.rect().contains(card.geometry()) and card.height() >= card.heightForWidth(card.width())
