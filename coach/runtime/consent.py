"""What the agent accepted, kept with what rests on it: the settings decide, and the store says the same.

It is a document of the store like the calibration: encrypted, erased with the store, and in no file that is shared.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from coach.errors import KnownError
from coach.preferences import Consent, consent_document

if TYPE_CHECKING:  # with all that it stands on it is imported by whoever opens it
    from coach.session.store import SessionStore

KEPT_AS: Final = "consentimiento"
"""The name of the document in the store."""


def keep_consent(store: SessionStore, consent: Consent | None) -> None:
    """`store` says what was accepted, and nothing of it once it is withdrawn. Raises `KnownError`."""
    before = store.kept(KEPT_AS)
    if consent is None:
        if before is not None:
            store.forget(KEPT_AS)
    elif before != consent_document(consent):
        store.keep(KEPT_AS, consent_document(consent))


def accepting(open_it: Callable[[], SessionStore], consent: Callable[[], Consent | None]) -> Callable[[], SessionStore]:
    """`open_it`, whose store, also one that it makes, says what is accepted by then."""

    def opened() -> SessionStore:
        with contextlib.ExitStack() as unless_it_fails:
            store = unless_it_fails.enter_context(contextlib.closing(open_it()))
            with contextlib.suppress(KnownError):  # all can be looked at even so; the next opening writes it
                keep_consent(store, consent())
            unless_it_fails.pop_all()
        return store

    return opened
