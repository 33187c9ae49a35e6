"""What is noted on the way names a device of the network, and nothing of how one is let in."""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Callable

import pytest

from coach.core.events import ConditionChanged
from coach.vision.camera import Camera
from coach.vision.open_source import open_source
from coach.voz.microphone import Microphone
from coach.voz.open_sound import open_sound


@pytest.mark.parametrize("opening", [open_source, open_sound])
def test_a_password_in_an_address_is_not_noted(
    opening: Callable[[str], Camera | Microphone], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "coach")
    with contextlib.closing(opening("http://ana:secreta@127.0.0.1:9/en_vivo?clave=secreta")) as source:
        too_late = threading.Timer(30.0, source.close)
        too_late.start()
        told = next(item for item in source if isinstance(item, ConditionChanged))
        too_late.cancel()
    assert any(f"127.0.0.1: {told.id} begins" in line for line in caplog.messages)
    assert "secreta" not in caplog.text
