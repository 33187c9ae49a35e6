"""Python's collector runs on the window's thread alone, and is spared what stays for good."""

from __future__ import annotations

import gc

from coach.runtime.collection import Collection
from coach.ui.session import Phase, SessionController


class Garbage(Collection):
    """To be made before there is any widget, looked at (`look`) while the window is there, and closed when it is gone.

    A full collection took 70 ms, nearly all of it over what was imported, and came in the midst of a session. What is
    there when the window shows, when the first session starts, and when that runs (both import on their way), is passed
    over from then on; later sessions leave nothing out, as what a session leaves behind must go.
    """

    def __init__(self) -> None:
        super().__init__()
        self._settled = False

    def spare(self) -> None:
        """What is there now stays."""
        gc.freeze()

    def follow(self, controller: SessionController) -> None:
        """These are the sessions."""
        controller.phase_changed.connect(self._settle)

    def close(self) -> None:
        """Whatever is in no use any more goes now, also what was spared; then Python collects by itself again."""
        gc.unfreeze()
        super().close()

    def _settle(self, phase: Phase) -> None:
        if phase in (Phase.STARTING, Phase.RUNNING) and not self._settled:
            self.spare()
            self._settled = phase is Phase.RUNNING
