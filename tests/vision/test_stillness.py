"""Hands are not sought again where none was, none is in sight and nothing has moved; none is found later for it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from coach.core.events import Image
from coach.core.landmarks import Hand, Perceived, Pose
from coach.vision import perception
from coach.vision.crops import Box, head_box, shoulder_width, whole
from coach.vision.mediapipe_tasks import HandTask
from coach.vision.stillness import Watch, hands_hidden
from tests.support.recorded import looks
from tests.support.stills import frames, perceive

SIZE = (480, 360)
FRAME = whole(SIZE)


def body() -> Pose:
    return next(look.pose for look in looks("tocar_nariz") if look.pose)


def grainy(seed: int) -> Image:
    """A grey wall in dim light."""
    noise = np.random.default_rng(seed).normal(110, 12, (SIZE[1], SIZE[0], 3))
    return noise.clip(0, 255).astype(np.uint8)


def with_patch(image: Image, x: float, y: float, side: float) -> Image:
    """Something light has come in."""
    left, top, width = max(0, int(x - side / 2)), max(0, int(y - side / 2)), int(side)
    painted = image.copy()
    painted[top : top + width, left : left + width] = 190
    return painted


@pytest.fixture
def watch() -> Watch:
    watch = Watch()
    assert watch.moved(0.0, grainy(1), FRAME, body())
    return watch


def test_grain_does_not_count_as_movement(watch: Watch) -> None:
    assert not any(watch.moved(0.08 * i, grainy(1 + i), FRAME, body()) for i in range(1, 12))


def test_something_of_the_size_of_a_fist_counts(watch: Watch) -> None:
    fist = 0.25 * shoulder_width(body())
    assert watch.moved(0.08, with_patch(grainy(2), fist, SIZE[1] - fist, fist), FRAME, body())


def test_the_head_may_move(watch: Watch) -> None:
    face = 0.5 * shoulder_width(body())
    assert not watch.moved(0.08, with_patch(grainy(2), *head_box(body()).centre, face), FRAME, body())


def test_what_was_sought_too_long_ago_or_elsewhere_is_sought_again(watch: Watch) -> None:
    assert watch.moved(1.0, grainy(2), FRAME, body())
    assert not watch.moved(1.1, grainy(3), FRAME, body())
    assert watch.moved(1.2, grainy(4), Box(40.0, 0.0, 360.0, 360.0), body())


def test_hands_under_the_table_are_hidden_and_one_at_the_nose_is_not() -> None:
    bodies = [(look.pose, look.size, bool(look.hands)) for look in looks("tocar_nariz") if look.pose]
    under = [hands_hidden(pose, size) for pose, size, seen in bodies if not seen]
    touching = [hands_hidden(pose, size) for pose, size, seen in bodies if seen]
    assert np.mean(under) > 0.6
    assert np.mean(touching) < 0.1


def test_hands_are_sought_less_often_and_none_is_found_later(monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[float] = []
    seek = HandTask.run

    def counting(task: HandTask, image: Image, t: float) -> tuple[Hand, ...]:
        counted.append(t)
        return seek(task, image, t)

    monkeypatch.setattr(HandTask, "run", counting)
    shown = frames("tocar_nariz", 0.5, 4.6)
    seldom, sought = found_by(lambda: perceive(shown), counted)
    monkeypatch.setattr(perception, "hands_hidden", lambda *_: False)
    always, everywhere = found_by(lambda: perceive(shown), counted)
    assert [len(look.hands) for look in seldom] == [len(look.hands) for look in always]
    assert any(look.hands for look in seldom)
    assert sought < 0.8 * everywhere


def found_by(look: Callable[[], list[Perceived]], counted: list[float]) -> tuple[list[Perceived], int]:
    """What is seen, and how often hands were sought for it."""
    counted.clear()
    return look(), len(counted)
