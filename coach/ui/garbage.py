"""Python's collector holds up every thread while it looks through all there is: it is spared what stays for good."""

from __future__ import annotations

import gc

from coach.ui.session import Phase, SessionController


class Garbage:
    """A full collection took 70 ms, nearly all of it over what was imported, and came in the midst of a session.

    What is there when the first session starts, and when it runs (it may have imported on its way), is passed over
    from then on; later ones leave nothing out, as what a session leaves behind must go.
    """

    def __init__(self, controller: SessionController) -> None:
        self._settled = False
        controller.phase_changed.connect(self._settle)

    def _settle(self, phase: Phase) -> None:
        if phase in (Phase.STARTING, Phase.RUNNING) and not self._settled:
            gc.freeze()
            self._settled = phase is Phase.RUNNING
