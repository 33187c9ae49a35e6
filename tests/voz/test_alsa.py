"""Microphones of Linux that PortAudio does not list, because it cannot open them: they are known all the same."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from coach.voz import capture
from coach.voz import open_sound as opening
from coach.voz.alsa import CaptureNode, capture_nodes, nodes_beneath
from coach.voz.capture import devices as listed
from coach.voz.diagnosis import BUSY, FORBIDDEN, GONE, absence_condition
from coach.voz.microphone import Microphone
from coach.voz.open_sound import open_sound
from coach.voz.wire import Kind, Message

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="ALSA is Linux's")
CARDS = """\
 0 [PCH            ]: HDA-Intel - HDA Intel PCH
                      HDA Intel PCH at 0xf7f10000 irq 31
 1 [Loopback       ]: Loopback - Loopback
                      Loopback 1
 3 [Device         ]: USB-Audio - USB Audio Device
                      C-Media Electronics Inc. USB Audio Device at usb-0000:00:14.0-2, full speed
"""
INPUTS = {"card0/pcm0c": "ALC257 Analog", "card1/pcm0c": "Loopback PCM", "card3/pcm0c": "USB Audio"}
HEADSET, LOOP = "USB Audio Device: - (hw:3,0)", "Loopback: PCM (hw:1,0)"


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """What the kernel tells of three cards, as it writes it, with their nodes beside it."""
    (tmp_path / "cards").write_text(CARDS)
    for place, name in INPUTS.items():
        (tmp_path / place).mkdir(parents=True)
        (tmp_path / place / "info").write_text(f"card: {place[4]}\ndevice: 0\nstream: CAPTURE\nid: x\nname: {name}\n")
        (tmp_path / f"pcmC{place[4]}D0c").touch()
    return tmp_path


@contextmanager
def held(node: Path) -> Iterator[None]:
    """Whoever opens `node` without waiting is told to try again, as of a device that another program has."""
    if sys.platform != "linux":
        raise NotImplementedError
    import fcntl

    before = signal.signal(signal.SIGIO, signal.SIG_IGN)
    with node.open("r+b") as file:
        fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_WRLCK)
        yield
    signal.signal(signal.SIGIO, before)


def test_they_are_called_as_portaudio_calls_them(machine: Path) -> None:
    assert capture_nodes(machine, machine) == (
        CaptureNode("HDA Intel PCH: ALC257 Analog (hw:0,0)", machine / "pcmC0D0c"),
        CaptureNode(LOOP, machine / "pcmC1D0c"),
        CaptureNode(HEADSET, machine / "pcmC3D0c"),
    )
    assert capture_nodes(machine / "nowhere") == ()


def test_one_that_is_unplugged_while_it_is_looked_at_is_none(machine: Path) -> None:
    """What the kernel tells of it is still listed, and gives nothing any more."""
    info = machine / "card1" / "pcm0c" / "info"
    info.unlink()
    info.symlink_to("/proc/self/mem")  # an ordinary file whose first byte cannot be read
    assert [each.node.name for each in capture_nodes(machine, machine)] == ["pcmC0D0c", "pcmC3D0c"]


def test_one_that_another_program_holds_is_not_said_to_be_unplugged(machine: Path) -> None:
    with held(machine / "pcmC3D0c"):
        assert absence_condition(HEADSET, machine, machine) == BUSY
        assert absence_condition("usb audio", machine, machine) == BUSY
        assert absence_condition("", machine, machine) == BUSY
        assert absence_condition(LOOP, machine, machine) == GONE
        assert absence_condition("Rode", machine, machine) == GONE
    (machine / "pcmC3D0c").unlink()
    assert absence_condition(HEADSET, machine, machine) == GONE


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() == 0, reason="root may open everything")
def test_one_that_may_not_be_opened_beside_others_that_may(machine: Path) -> None:
    (machine / "pcmC3D0c").chmod(0)
    assert absence_condition(HEADSET, machine, machine) == FORBIDDEN
    assert absence_condition(LOOP, machine, machine) == GONE


def test_one_that_is_held_as_coach_starts_is_waited_for(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "microphones", tuple)
    monkeypatch.setattr(opening, "capture_nodes", lambda: capture_nodes(machine, machine))
    with open_sound(HEADSET) as source:
        assert isinstance(source, Microphone)


class _Alsa:
    """What PortAudio tells of a laptop with Debian's libasound2-plugins; `default`: what the system prefers."""

    def __init__(self, default: str) -> None:
        names = ["HDA Intel PCH: ALC257 Analog (hw:0,0)", "sysdefault", "surround21", "lavrate", "upmix", "pulse"]
        self._names = [*names, "default"]
        self._default = self._names.index(default)
        self.default = type("Default", (), {"hostapi": 0})

    def query_hostapis(self, _: int) -> dict[str, object]:
        return {"default_input_device": self._default}

    def query_devices(self) -> list[dict[str, object]]:
        shape = {"max_input_channels": 8, "hostapi": 0}
        return [{"index": index, "name": name, **shape} for index, name in enumerate(self._names)]


def test_ways_to_convert_sound_are_no_microphones() -> None:
    card = "HDA Intel PCH: ALC257 Analog (hw:0,0)"
    assert [device.name for device in listed(_Alsa("default"))] == [card, "pulse", "default"]
    assert [device.name for device in listed(_Alsa("sysdefault"))] == [card, "sysdefault", "pulse", "default"]


def test_a_device_hears_through_its_own_card_or_through_any(machine: Path) -> None:
    nodes = capture_nodes(machine, machine)
    assert nodes_beneath(LOOP, nodes) == (machine / "pcmC1D0c",)
    assert nodes_beneath("default", nodes) == tuple(machine / f"pcmC{card}D0c" for card in (0, 1, 3))
    assert nodes_beneath("default", ()) == ()


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Message]]:
    """What the program sends to Coach; its end is an exception of the test's own."""
    sent: list[Message] = []

    def end(_: int) -> None:
        raise _EndedError

    monkeypatch.setattr(capture, "send", sent.append)
    monkeypatch.setattr(os, "_exit", end)
    yield sent


class _EndedError(Exception):
    pass


class _Opened(_Alsa):
    """Whose microphones can be opened."""

    PortAudioError = OSError

    def query_devices(self, index: int | None = None) -> Any:
        return super().query_devices() if index is None else {"default_samplerate": 48000.0}


class _Unplugged(_Opened):
    """A card that is drawn out while it is heard: no sound comes any more, and its stream never ends by itself."""

    def __init__(self, node: Path) -> None:
        super().__init__("default")
        self._node = node

    @contextmanager
    def RawInputStream(self, **_: object) -> Iterator[None]:  # noqa: N802 (sounddevice's own)
        self._node.unlink()
        try:
            yield
        except _EndedError:
            raise
        else:
            raise AssertionError("PortAudio was waited for")


def test_an_unplugged_card_is_told_and_portaudio_is_not_waited_for(
    machine: Path, told: list[Message], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(capture, "capture_nodes", lambda: capture_nodes(machine, machine))
    began = time.monotonic()
    with pytest.raises(_EndedError):
        capture.listen(_Unplugged(machine / "pcmC0D0c"), "HDA Intel PCH", 1)
    assert time.monotonic() - began < 1.0
    assert [(message.kind, message.data) for message in told[-1:]] == [(Kind.TROUBLE, GONE.encode())]


class _Slow(_Opened):
    """A sound server that sends its first sound after a while, and then ends."""

    @contextmanager
    def RawInputStream(  # noqa: N802 (sounddevice's own)
        self, callback: Callable[..., None], finished_callback: Callable[[], None], **_: object
    ) -> Iterator[None]:
        def send() -> None:
            callback(b"", 0, None, SimpleNamespace(input_overflow=False))
            finished_callback()

        timer = threading.Timer(0.5, send)
        timer.start()
        yield
        timer.join()


def test_a_server_is_waited_for_where_cards_are_told_whose_nodes_never_were_there(
    machine: Path, told: list[Message], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a container, in which the host's cards can be read and sound comes through a socket."""
    monkeypatch.setattr(capture, "capture_nodes", lambda: capture_nodes(machine, machine / "nowhere"))
    monkeypatch.setattr(time, "sleep", lambda _: os._exit(0))
    with pytest.raises(_EndedError):
        capture.listen(_Slow("default"), "default", 1)
    assert [message.kind for message in told] == [Kind.OPENED, Kind.SOUND, Kind.TROUBLE]
