"""When a device's silence becomes a condition."""

from __future__ import annotations

from coach.media.watch import Watch


def test_a_hesitation_is_not_told() -> None:
    watch = Watch(0.0, "camara_detenida")
    assert watch.frame(1.0) == []
    assert watch.silence(2.4, None) == []
    assert watch.frame(2.45) == []


def test_a_stall_begins_once_and_ends_with_a_frame() -> None:
    watch = Watch(0.0, "camara_detenida")
    watch.frame(1.0)
    assert watch.silence(2.5, None) == [("camara_detenida", True)]
    assert watch.silence(2.6, None) == []
    assert watch.frame(3.0) == [("camara_detenida", False)]


def test_a_known_reason_replaces_the_stall() -> None:
    watch = Watch(0.0, "camara_detenida")
    watch.frame(1.0)
    watch.silence(2.5, None)
    assert watch.silence(3.0, "camara_desconectada") == [("camara_detenida", False), ("camara_desconectada", True)]
    assert watch.silence(3.1, None) == []
    assert watch.active == "camara_desconectada"


def test_drivers_get_five_seconds_to_wake_the_camera() -> None:
    watch = Watch(10.0, "camara_detenida")
    assert watch.silence(14.9, None) == []
    assert watch.silence(15.0, None) == [("camara_detenida", True)]
