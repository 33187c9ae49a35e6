"""A passphrase that is typed once, however often the store is opened with it."""

from __future__ import annotations

from coach.cli.passphrase import ask
from coach.session.secret import Request


class Typed:
    """Asks as `passphrase.ask` does, and answers later requests to unlock with what was typed.

    `phrase` is what was typed last, None as long as nobody had to.
    """

    def __init__(self) -> None:
        self.phrase: str | None = None

    def __call__(self, request: Request) -> str | None:
        """As `passphrase.ask`."""
        if request is not Request.UNLOCK or self.phrase is None:
            self.phrase = ask(request)
        return self.phrase
