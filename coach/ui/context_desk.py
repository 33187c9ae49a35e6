"""What Coach is told of the service: what was chosen, and who stands there while the crisis protocol is open."""

from __future__ import annotations

from PySide6.QtCore import QObject

from coach.manual.crisis import CLIENT
from coach.ui.parts import CRISIS, Parts
from coach.ui.session import SessionController


class ContextDesk(QObject):
    """Holds the bar of the service, the crisis protocol and the session together.

    The type of client that was chosen stays so in the bar, and is told again once the protocol is closed.
    """

    def __init__(self, parts: Parts, controller: SessionController, parent: QObject) -> None:
        super().__init__(parent)
        self._parts, self._controller = parts, controller
        self._told: tuple[str | None, str | None] = (None, None)
        parts.service.changed.connect(self._tell)
        parts.service.crisis.connect(self.turn_crisis)
        parts.crisis.closed.connect(self.turn_crisis)

    def turn_crisis(self) -> None:
        """Bring the protocol to the front, or take it away when it is there."""
        self._parts.turn_crisis()
        self._tell()

    def _tell(self) -> None:
        service = self._parts.service
        context = (service.moment, CLIENT if self._parts.side.has(CRISIS) else service.client_id)
        if context != self._told:
            self._told = context
            self._controller.set_context(*context)
