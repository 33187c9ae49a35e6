"""A shared file taken in, as every verb and page does it: read first, so that no store is made for a wrong one."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from coach.session.store import SessionStore
from coach.sharing.contents import read_contents
from coach.sharing.receive import Taken, take_in


def receive(store: SessionStore, file: Path, passphrase: str, now: datetime) -> Taken:
    """Take `file` in; raises as both do."""
    return take_in(store, read_contents(file, passphrase, now), file, passphrase, now)
