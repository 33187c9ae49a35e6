"""A real microphone of PortAudio on a PulseAudio of our own: what it hears, its losses and its returns."""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from coach.core.events import SAMPLE_RATE, Sound
from coach.errors import KnownError
from coach.voz.blocks import BLOCK
from coach.voz.capture import FIRST_S
from coach.voz.microphone import Microphone
from coach.voz.microphones import capture, microphones
from coach.voz.open_sound import open_sound
from tests.support.pulse import RATE, Pulse, require_pulse
from tests.support.record import Record
from tests.support.sounds import Wave, hiss, tone

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="PulseAudio is Linux's")
ROOM = hiss(1.0, RATE, 2)
Listen = Callable[..., Record[Sound]]


@pytest.fixture(scope="module")
def server() -> Iterator[Pulse]:
    require_pulse()
    with Pulse() as pulse:
        yield pulse


@pytest.fixture
def pulse(server: Pulse, monkeypatch: pytest.MonkeyPatch) -> Iterator[Pulse]:
    for name, value in server.environment.items():
        monkeypatch.setenv(name, value)
    server.play(ROOM)
    yield server
    server.quiet()


@pytest.fixture
def listen(pulse: Pulse) -> Iterator[Listen]:
    records: list[Record[Sound]] = []

    def begin(text: str = "", heard: bool = True, channel: int | None = None) -> Record[Sound]:
        record = Record[Sound](open_sound(text, live=True, channel=channel))
        records.append(record)
        if heard:
            record.wait_frames(5, at_most=20)
        return record

    yield begin
    for record in records:
        record.close()


def loudest_hz(sounds: list[Sound]) -> float:
    samples = np.concatenate([sound.samples for sound in sounds])
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    return float(spectrum.argmax() * SAMPLE_RATE / len(samples))


def told(record: Record[Sound]) -> list[tuple[str, bool]]:
    return [(change.id, change.active) for change in record.conditions()]


def in_order(record: Record[Sound]) -> bool:
    """Sound never overlaps, and nothing is told before what came earlier."""
    times = [item.t for _, item in record.items]
    sounds = record.frames()
    apart = all(after.t >= before.end_s - 1e-6 for before, after in zip(sounds, sounds[1:], strict=False))
    return apart and all(after >= before - 1e-6 for before, after in zip(times, times[1:], strict=False))


def test_a_tone_is_heard_as_it_is(pulse: Pulse, listen: Listen) -> None:
    pulse.play(tone(440, 1.0, RATE, 2))
    record = listen()
    record.wait_frames(22)
    sounds = record.frames()
    assert sounds[0].t == 0.0
    assert loudest_hz(sounds[-20:]) == pytest.approx(440, abs=3)
    assert np.abs(sounds[-1].samples).max() == pytest.approx(0.5, abs=0.02)
    assert all(
        after.t == pytest.approx(before.end_s, abs=1e-6) for before, after in zip(sounds, sounds[1:], strict=False)
    )
    assert all(sound.samples.dtype == np.float32 for sound in sounds)
    assert record.conditions() == []
    assert (record.source.info.live, record.source.info.audio, record.source.info.video) == (True, True, False)


def test_a_microphone_by_its_name_and_one_of_its_channels(pulse: Pulse, listen: Listen) -> None:
    pulse.play(np.hstack([tone(300, 1.0, RATE), tone(700, 1.0, RATE)]))
    record = listen("DIADEMA, canal 2")
    record.wait_frames(22)
    assert loudest_hz(record.frames()[-20:]) == pytest.approx(700, abs=3)


def test_the_microphones_of_the_machine(pulse: Pulse) -> None:
    devices = {device.name: device for device in microphones()}
    assert {"default", "diadema"} <= set(devices)
    assert devices["default"].default
    with pytest.raises(KnownError, match="No encuentro ningún micrófono.*«Uno que no tengo».*«diadema»"):
        open_sound("Uno que no tengo")


def test_what_its_program_alone_is_told_of_the_machine(server: Pulse) -> None:
    with capture("list", also=server.environment) as program:
        told, _ = program.communicate(timeout=20)
    assert "diadema" in {name for _, name, _, _ in json.loads(told)}
    assert not server.environment.items() <= os.environ.items()


def test_a_device_that_falls_silent_and_wakes(pulse: Pulse, listen: Listen) -> None:
    record = listen()
    pulse.suspend(True)
    assert record.wait("microfono_detenido", True, time.monotonic(), 5) <= 2.0
    time.sleep(1.0)
    slept = record.frames()[-1].end_s
    woken = time.monotonic()
    pulse.suspend(False)
    record.wait("microfono_detenido", False, woken, 5)
    record.wait("sonido_perdido", True, woken, 10)
    while record.frames()[-1].t <= slept + 2.0:  # PortAudio may tell of a loss before the clock shows how much it was
        assert time.monotonic() < woken + 10.0
        time.sleep(0.02)
    assert in_order(record)


def test_a_microphone_that_is_unplugged_and_plugged_in_again(pulse: Pulse, listen: Listen) -> None:
    record = listen()
    pulse.unplug()
    assert record.wait("microfono_desconectado", True, time.monotonic(), 5) <= 2.0
    back = time.monotonic()
    pulse.plug_in()
    pulse.play(ROOM)
    record.wait("microfono_desconectado", False, back, 15)
    record.wait_frames(5)
    assert told(record)[:2] == [("microfono_desconectado", True), ("microfono_desconectado", False)]
    assert in_order(record)


def test_the_sound_of_the_whole_computer_crashes(pulse: Pulse, listen: Listen) -> None:
    record = listen()
    before = record.frames()[-1].end_s
    pulse.kill()
    assert record.wait("microfono_desconectado", True, time.monotonic(), 5) <= 2.0
    time.sleep(1.0)
    back = time.monotonic()
    pulse.start()
    pulse.play(ROOM)
    record.wait("microfono_desconectado", False, back, 15)
    record.wait_frames(5)
    assert record.frames()[-1].t > before + 1.0
    assert in_order(record)


def test_a_microphone_that_is_not_there_yet_is_waited_for(pulse: Pulse, listen: Listen) -> None:
    pulse.kill()
    record = listen(heard=False)
    assert record.wait("microfono_desconectado", True, time.monotonic() - 1, 10) < 4
    time.sleep(1.5)
    pulse.start()
    pulse.play(ROOM)
    record.wait_frames(5, at_most=20)
    assert record.conditions()[0].t == 0.0
    assert record.conditions()[1].t > 1.4, "time goes on while it is waited for"
    assert in_order(record)


def test_an_index_that_no_microphone_has(listen: Listen) -> None:
    record = listen("99", heard=False)
    record.wait("microfono_desconectado", True, time.monotonic() - 1, 10)


@pytest.mark.parametrize(
    ("wave", "condition"),
    [
        (np.zeros((RATE, 2), np.float32), "microfono_en_silencio"),
        (np.clip(tone(200, 1.0, RATE, 2, level=4.0), -1, 1), "microfono_saturado"),
    ],
)
def test_sound_that_is_none_and_sound_that_is_too_loud(
    pulse: Pulse, listen: Listen, wave: Wave, condition: str
) -> None:
    record = listen()
    pulse.play(wave)
    assert record.wait(condition, True, time.monotonic(), 6) <= 2.6  # the server holds back up to half a second
    better = time.monotonic()
    pulse.play(ROOM)
    record.wait(condition, False, better, 8)
    assert told(record) == [(condition, True), (condition, False)]
    assert in_order(record)


def test_a_consumer_that_hangs_is_told_what_it_missed(pulse: Pulse) -> None:
    with Microphone("") as source:
        items = iter(source)
        next(items)
        time.sleep(4.8)
        sounds: list[Sound] = []
        for item in items:
            if isinstance(item, Sound):
                sounds.append(item)
            elif (item.id, item.active) == ("sonido_perdido", True):
                break
        sounds.append(next(item for item in items if isinstance(item, Sound)))
    gaps = [after.t - before.end_s for before, after in zip(sounds, sounds[1:], strict=False)]
    assert max(gaps) > 0.5
    begun = sounds[1 + int(np.argmax(gaps))]
    assert len(begun.samples) % BLOCK <= FIRST_S * SAMPLE_RATE  # no part of a block waits for the next sound
    assert sum(len(sound.samples) for sound in sounds) > 2.5 * SAMPLE_RATE


def test_closing_a_microphone_that_hangs_takes_no_time_and_leaves_nothing(pulse: Pulse, listen: Listen) -> None:
    before = set(threading.enumerate())
    record = listen()
    programs = captures()
    pulse.suspend(True)
    time.sleep(0.5)
    began = time.monotonic()
    record.close()
    assert time.monotonic() - began < 1.0
    assert set(threading.enumerate()) <= before
    assert programs
    assert not captures() & programs
    pulse.suspend(False)


def captures() -> set[int]:
    """The programs that hold a microphone for this process."""
    found = set()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes().split(b"\0")
            parent = (folder / "stat").read_text().rsplit(")", 1)[1].split()[1]
        except OSError:
            continue
        if b"coach.voz.capture" in words and int(parent) == os.getpid():
            found.add(int(folder.name))
    return found
