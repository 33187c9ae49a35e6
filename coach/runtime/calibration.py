"""The agent's own neutral from session to session: kept encrypted with the sessions, or known to this process alone."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
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
        self.now: Profile | None = None
        """What is known without waiting."""

    def known(self) -> Profile | None:
        """What the last calibration on this computer learned; None before the first, or where it cannot be read."""
        if not self._looked:
            self._looked = True  # nobody is asked for a passphrase at every session
            found = self._look()
            if self.now is None:
                self.now = found
        return self.now

    def keep(self, profile: Profile) -> None:
        """From now on this is known; it is written soon."""
        self.now, self._looked = profile, True
        self._worker.call(lambda store: _put(store, profile)).add_done_callback(self._was_kept)

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
        self.now, self._looked = None, True
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

    def _look(self) -> Profile | None:
        try:
            if self._old.exists():
                return self._take_over()
            return self._worker.call(calibration_in).result() if self._exists() else None
        except KnownError as error:
            self._told(KnownError(f"{error} Mientras tanto mido sin tu calibración."))
            return None

    def _take_over(self) -> Profile | None:
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
        self._worker.call(lambda store: _put(store, profile)).add_done_callback(self._was_kept)
        return profile

    def _was_kept(self, done: Future[None]) -> None:
        if done.cancelled():
            return
        error = done.exception()
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


def _put(store: SessionStore, profile: Profile) -> None:
    store.keep(KEPT_AS, profile_document(profile))
