"""The agent's own neutral from session to session: kept encrypted with the sessions, or known to this process alone."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final

from coach.detectors.profile import Profile, profile_document, profile_from
from coach.errors import KnownError, why
from coach.preferences import set_aside
from coach.session.profile_file import load_profile
from coach.session.worker import StoreWorker

if TYPE_CHECKING:  # with all that it stands on it is imported by whoever opens it
    from coach.session.store import SessionStore

KEPT_AS: Final = "perfil"
"""The name of the document in the store."""


class Calibration:
    """`known` waits for the store, so never ask it on the window's thread; the rest may be called from any.

    Where the store cannot be opened what is learned holds until Coach is closed.
    """

    def __init__(
        self, worker: StoreWorker, exists: Callable[[], bool], old: Path, told: Callable[[BaseException], None]
    ) -> None:
        """`exists`: whether there is a store at all. `told` hears, on whatever thread, what could not be done and why.

        `old`: where earlier versions kept it in clear; what is there moves into the store.
        """
        self._worker, self._exists, self._old, self._told = worker, exists, old, told
        self._looked = False
        self._unread = True
        """Whether the store may keep more than is known here."""
        self._writing: Future[None] | None = None
        self._forgotten, self._lock = 0, Lock()
        """How often all was forgotten: what was under way then counts for nothing."""
        self.now: Profile | None = None
        """What is known without waiting."""

    def known(self) -> Profile | None:
        """What the last calibration on this computer learned; None before the first, or where it cannot be read."""
        if not self._looked:
            self._looked = True  # nobody is asked for a passphrase at every session
            forgotten = self._forgotten
            found = self._look(forgotten)
            with self._lock:
                if self.now is None and forgotten == self._forgotten:
                    self.now = found
        return self.now

    def keep(self, profile: Profile) -> None:
        """From now on this is known; it is written soon. What it lacks stays what was known of it before."""
        with self._lock:
            self.now = profile if self.now is None else _completed(profile, self.now)
            self._looked = True
            self._write(self.now, self._forgotten)

    def forget(self, done: Callable[[BaseException | None], None]) -> None:
        """Nothing is known any more, here or on the disk; `done` hears, on whatever thread, why something stays."""
        try:
            self.erased()
        except KnownError as error:
            done(error)
            return
        if not self._exists():
            done(None)
            return
        forgotten = self._worker.call(lambda store: store.forget(KEPT_AS))
        forgotten.add_done_callback(lambda future: None if future.cancelled() else done(future.exception()))

    def erased(self) -> None:
        """The whole store is gone, and this with it; so is what earlier versions kept. Raises `KnownError`."""
        with self._lock:
            self._forgotten += 1
            self.now, self._looked, self._unread = None, True, False
        trouble = self._clear_old()
        if trouble is not None:
            raise trouble

    def _clear_old(self) -> KnownError | None:
        """Delete what earlier versions kept, what was set aside too; why that cannot be done."""
        for file in (self._old, *self._old.parent.glob(f"{self._old.stem}-dañado-*{self._old.suffix}")):
            try:
                file.unlink(missing_ok=True)
            except OSError as error:
                return KnownError(f"No pude borrar tu calibración en «{file}» ({why(error)}); revisa sus permisos.")
        return None

    def _look(self, forgotten: int) -> Profile | None:
        try:
            if self._old.exists():
                return self._take_over(forgotten)
            found = self._worker.call(calibration_in).result() if self._exists() else None
        except KnownError as error:
            self._told(KnownError(f"{error} Mientras tanto mido sin tu calibración."))
            return None
        self._unread = False
        return found

    def _take_over(self, forgotten: int) -> Profile | None:
        """What an earlier version kept in clear, encrypted from now on."""
        try:
            profile = load_profile(self._old)
        except KnownError:
            aside = set_aside(self._old)
            self._told(
                KnownError(
                    f"Tu calibración guardada está dañada; la aparté como «{aside}» y mido sin ella. Calíbrate otra "
                    "vez cuando quieras."
                )
            )
            return None
        self._write(profile, forgotten)
        return profile

    def _write(self, profile: Profile, forgotten: int) -> None:
        """A guided calibration comes in parts: whoever gives no passphrase for the first is not asked for the next."""
        put = partial(self._put, profile=profile, unread=self._unread, forgotten=forgotten)
        before = None if self._writing is None or self._writing.done() else self._writing
        self._writing = self._worker.call(put) if before is None else self._worker.call_after(before, put)
        self._writing.add_done_callback(partial(self._was_kept, before=before))

    def _put(self, store: SessionStore, profile: Profile, unread: bool, forgotten: int) -> None:
        """Write it, on the store's thread, with what the store kept where that could not be read until now."""
        whole = _completed(profile, _before(store)) if unread else profile
        if forgotten != self._forgotten:
            return
        store.keep(KEPT_AS, profile_document(whole))
        with self._lock:
            if forgotten == self._forgotten:
                self._unread = False
                self.now = whole if self.now is None or self.now is profile else _completed(self.now, whole)

    def _was_kept(self, done: Future[None], before: Future[None] | None) -> None:
        """Told once of all that waited for the same answer: `before`, which it came after, says why."""
        if done.cancelled():
            return
        error = done.exception()
        if before is not None and error is not None and error is before.exception():
            return
        if error is None:
            error = self._clear_old()
        elif isinstance(error, KnownError):
            error = KnownError(f"{error} No guardé tu calibración: vale hasta que cierres Coach.")
        if error is not None:
            self._told(error)


def calibration_in(store: SessionStore) -> Profile | None:
    """What `store` keeps of it. Raises `KnownError` for one that this version cannot read."""
    document = store.kept(KEPT_AS)
    try:
        return None if document is None else profile_from(document)
    except ValueError as error:
        raise KnownError("Tu calibración guardada es de otra versión de Coach; calíbrate otra vez.") from error


def _before(store: SessionStore) -> Profile:
    document = store.kept(KEPT_AS)
    try:
        return Profile() if document is None else profile_from(document)
    except ValueError:  # of another version, as was told when it was looked for
        return Profile()


def _completed(profile: Profile, old: Profile) -> Profile:
    """`profile`, with what only `old` tells: face and voice are learned apart."""
    return Profile(
        rests=profile.rests or old.rests,
        guided=profile.guided if profile.rests else old.guided,
        voice=profile.voice or old.voice,
        rate_factor=profile.rate_factor or old.rate_factor,
    )
