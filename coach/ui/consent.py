"""No camera and no microphone opens before the privacy notice was accepted: the one place that sees to it."""

from __future__ import annotations

from typing import Any

from coach.errors import KnownError
from coach.media.naming import typed_path
from coach.ui.live_session import Session, SessionFactory
from coach.ui.preferences_keeper import PreferencesKeeper
from coach.ui.privacy_page import consented
from coach.ui.words import tr


def opens_device(where: str | None, microphone: str | None) -> bool:
    """Whether a session on these looks at or listens to somebody: only recordings that stand in for both do not.

    >>> opens_device(None, ""), opens_device("0", None), opens_device(__file__, __file__), opens_device(__file__, "")
    (True, True, False, True)
    """
    return any(one is not None and not typed_path(one).is_file() for one in (where, microphone))


class ConsentedFactory:
    """A `SessionFactory` that gives no session on a device without consent."""

    def __init__(self, factory: SessionFactory, keeper: PreferencesKeeper) -> None:
        self._factory, self._keeper = factory, keeper

    def __call__(self, where: str | None, *, microphone: str | None, **hooks: Any) -> Session:
        """Raises `KnownError` without consent, and whatever the factory raises."""
        if opens_device(where, microphone) and not consented(self._keeper):
            raise KnownError(
                tr("Antes de encender cámara o micrófono, lee y acepta el aviso de privacidad: pulsa Esc para verlo.")
            )
        return self._factory(where, microphone=microphone, **hooks)
