"""What is offered once a session is over: its report, and to keep it, if somebody can do these."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from coach.report.words import running
from coach.ui.notices import Notice, NoticeBoard
from coach.ui.words import tr

REPORT, KEEP = "report", "keep"
"""The actions of the notice."""
WORTH_S: Final = 5.0
"""A shorter session tells nothing: it is neither offered nor kept by itself."""


class SessionEnd:
    """Tells that a session has ended, with a button for each thing that `offer` allows."""

    def __init__(self, board: NoticeBoard) -> None:
        self._board = board
        self._report = self._keep = False
        self._offered: Notice | None = None
        self._once_kept = ""
        self.promised = False
        """Whether the last session was told of as one that is being kept: then it is, however short its record."""

    @property
    def reports(self) -> bool:
        """Whether there is a page that shows reports."""
        return self._report

    def offer(self, *, report: bool, keep: bool) -> None:
        """Whether there is a page that shows reports, and whether the user wants to be asked about keeping."""
        self._report, self._keep = report, keep

    def worth(self, lasted_s: float, recorded: bool) -> bool:
        """Whether there is anything to offer at the end of such a session; `recorded`: what it told is kept so far."""
        return (self._report or self._keep) and recorded and lasted_s >= WORTH_S

    def begin(self) -> None:
        """Another session begins, or the user has chosen: the offer is over."""
        self._offered = None
        self._board.set_news(None)

    def keeping(self) -> None:
        """The user wants it kept, which takes a moment; its report is offered all the same."""
        self._say(tr("La estoy guardando…"))

    def kept(self) -> None:
        """It is."""
        self._say(self._once_kept)

    def not_kept(self) -> None:
        """It could not be: offered again as before."""
        if self._offered is not None:
            self._board.set_news(self._offered)

    def leave_report(self) -> None:
        """Its report is offered elsewhere, in sight; what else there is to offer stays."""
        if self._offered is None:
            return
        rest, text = _without(REPORT, self._offered), tr("Nada se guarda si no lo pides.")
        self._offered = replace(self._offered, text=text, actions=rest, leads=False)
        if self.promised:
            self.keeping()
        elif rest:
            self._board.set_news(self._offered)
        else:
            self.begin()

    def _say(self, text: str) -> None:
        """Of the session that was offered, unless another one has begun since."""
        if self._offered is not None:
            self._board.set_news(replace(self._offered, text=text, actions=_without(KEEP, self._offered)))

    def tell(
        self, lasted_s: float, recorded: bool, filmed: tuple[bool, bool] | None = None, *, cut: bool = False
    ) -> None:
        """A session of that length has ended; `recorded`: what it told was kept until now.

        `filmed`: whether with its picture, and its sound, so that it is kept anyway; `cut`: not to its end. That it is
        kept is said once `kept` tells so.
        """
        self.promised = False
        actions = [(REPORT, tr("Ver informe"))] if self._report else []
        actions += [(KEEP, tr("Guardar sesión"))] if self._keep else []
        if not actions or not self.worth(lasted_s, recorded):
            return
        title = tr("Sesión de {}").format(running(lasted_s))
        text = tr("Mira cómo te fue.") if self._report else tr("Nada se guarda si no lo pides.")
        self._offered = Notice("fin", title, text, "info", closable=True, actions=tuple(actions))
        self._board.set_news(self._offered)
        self._once_kept = tr("La guardé, cifrada en esta computadora.")
        if filmed is not None:
            self._once_kept, self.promised = _cut(filmed) if cut else _whole(filmed), True
            self.keeping()


def _without(id: str, notice: Notice) -> tuple[tuple[str, str], ...]:
    return tuple(action for action in notice.actions if action[0] != id)


def _whole(filmed: tuple[bool, bool]) -> str:
    return {
        (True, True): tr("La guardé con su video y su sonido, cifrados en esta computadora."),
        (True, False): tr("La guardé con su video, cifrado en esta computadora."),
        (False, True): tr("La guardé con su sonido, cifrado en esta computadora."),
    }[filmed]


def _cut(filmed: tuple[bool, bool]) -> str:
    return {
        (True, True): tr("La guardé cifrada en esta computadora; su video y su sonido, hasta donde pude grabarlos."),
        (True, False): tr("La guardé cifrada en esta computadora; su video, hasta donde pude grabarlo."),
        (False, True): tr("La guardé cifrada en esta computadora; su sonido, hasta donde pude grabarlo."),
    }[filmed]
