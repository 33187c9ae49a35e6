"""Stores to test with: a keyring in a file, somebody who types passphrases, and a session worth keeping."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError

from coach.core.events import Cue, Event, Features, SignalChanged, SignalSegment, State, VoiceFeatures
from coach.core.source import SourceInfo
from coach.manual.catalog import load_catalog
from coach.report.record import SessionKind, SessionRecord
from coach.report.result import Result, Stretch
from coach.session.secret import Request, SecretSource

STARTED = datetime(2026, 3, 9, 8, 30, tzinfo=timezone(timedelta(hours=-6)))
CANARY = "canario amarillo que nadie debe leer"


class FileKeyring(KeyringBackend):
    """A keyring that processes share through a file."""

    priority = 1.0

    def __init__(self, file: Path) -> None:
        self._file = file

    def get_password(self, service: str, username: str) -> str | None:
        found: str | None = self._all().get(f"{service}/{username}")
        return found

    def set_password(self, service: str, username: str, password: str) -> None:
        self._file.write_text(json.dumps(self._all() | {f"{service}/{username}": password}), encoding="utf-8")

    def delete_password(self, service: str, username: str) -> None:
        found = self._all()
        if f"{service}/{username}" not in found:
            raise PasswordDeleteError("not there")
        del found[f"{service}/{username}"]
        self._file.write_text(json.dumps(found), encoding="utf-8")

    def _all(self) -> dict[str, str]:
        return dict(json.loads(self._file.read_text(encoding="utf-8"))) if self._file.exists() else {}


def nobody(request: Request) -> str | None:
    raise AssertionError(f"a passphrase was asked for: {request}")


def by_keyring(file: Path) -> SecretSource:
    """A system with a keyring."""
    return SecretSource(nobody, FileKeyring(file))


def typed(*phrases: str | None) -> tuple[SecretSource, list[Request]]:
    """A system without a keyring whose user types these, one after the other; and why each was asked for."""
    asked: list[Request] = []
    waiting = iter(phrases)

    def ask(request: Request) -> str | None:
        asked.append(request)
        return next(waiting)

    return SecretSource(ask, None), asked


def session_record(minute: int = 0, kind: SessionKind = "practica", advice: str = "Sonríe al saludar") -> SessionRecord:
    """A minute of practice that began `minute` minutes after `STARTED`."""
    result = Result(
        source=SourceInfo("yo.mp4", 60.0, True, False, 30.0, live=False),
        duration_s=60.0,
        seen_s=60.0,
        segments=(SignalSegment("sonrisa", 3.0, 6.125, 0.75),),
        observable=dict.fromkeys(load_catalog(), 0.5),
        cues=(Cue(4.0, advice, ("sonrisa",), "refuerza"),),
        conditions=(),
        stretches=(Stretch(0.0, 20.0, "saludo", "grosero"), Stretch(20.0, 60.0, "queja", "grosero")),
    )
    return SessionRecord(kind, STARTED + timedelta(minutes=minute), result)


def session_events(until_s: float = 3600.0, note: str = "Baja los hombros") -> Iterator[list[Event]]:
    """Batches as a live session tells them: 30 rows of the body and 10 of the voice a second, a signal now and then."""
    names = [f"rasgo_{place}" for place in range(40)]
    for number in range(int(until_s * 30)):
        t = number / 30.0
        values = {name: None if place % 7 == 0 else place + t for place, name in enumerate(names)}
        events: list[Event] = [Features(t, values)]
        if number % 3 == 0:
            events.append(VoiceFeatures(t, {"nivel_db": -30.0, "tono_hz": None}))
        if number % 10 == 0:
            events.append(SignalChanged(t, "sonrisa", State.PRESENT if number % 20 else State.ABSENT, 1.25))
        if number % 300 == 150:
            events.append(Cue(t, note, ("hombros",), "corrige"))
        yield events


def rounds(few: int, all_of_them: int) -> int:
    """How often to repeat what takes long: `COACH_ALL_ROUNDS` asks for all."""
    return all_of_them if os.environ.get("COACH_ALL_ROUNDS") else few


def unexpected(error: Exception) -> None:
    raise AssertionError("the session could not be kept") from error
