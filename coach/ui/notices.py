"""What hampers the session, with what to do about it: conditions of the scene and the devices, and errors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from coach.core.events import ConditionChanged
from coach.manual.conditions import CLIENT, ViewCondition

Tone: TypeAlias = Literal["info", "care", "alert"]

CAMERA, MICROPHONE = "camara_", "microfono_"
"""Prefixes of the conditions of the devices, which stop half of the work and so come first."""
_SPOILS = frozenset({"microfono_saturado"})
"""The conditions of a device with which it still works, though badly."""
_SHOWN_ELSEWHERE = frozenset({CLIENT})
"""Conditions that are as they should be: what they bear on says so itself."""
_INFORMS = frozenset({"varias_personas", "cubrebocas", "algo_lejos"})
"""Conditions with which Coach goes on as well as without: what they advise may wait, and they may be dismissed."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to tell: `detail` is for whoever reports a bug; the user may dismiss what is `closable`.

    `actions`: what can be done about it, each an id and the text of its button; `done`: it tells what was done, so that
    leaving it puts nothing off; `leads`: its first action is the next step, and no other button shall look like it.
    """

    id: str
    title: str
    text: str
    tone: Tone
    detail: str = ""
    closable: bool = False
    actions: tuple[tuple[str, str], ...] = ()
    done: bool = False
    leads: bool = True


class NoticeBoard:
    """The conditions that hold now as notices, the gravest first; errors before all. Pure."""

    def __init__(self, conditions: Mapping[str, ViewCondition]) -> None:
        self._conditions = conditions
        self._active: set[str] = set()
        self._dismissed: set[str] = set()
        self._error: Notice | None = None
        self._news: Notice | None = None

    @property
    def active(self) -> frozenset[str]:
        """The conditions that hold now."""
        return frozenset(self._active)

    def apply(self, event: ConditionChanged) -> None:
        """Take over a change. Raises KeyError for a condition that the table lacks."""
        id = self._conditions[event.id].id
        self._dismissed.discard(id)
        (self._active.add if event.active else self._active.discard)(id)

    def set_error(self, notice: Notice) -> None:
        """Show an error until it is dismissed."""
        self._error = notice

    def set_news(self, notice: Notice | None) -> None:
        """Show what is no trouble until it is dismissed; None takes it away."""
        self._news = notice

    def dismiss(self, id: str) -> None:
        """The user has read it: an error goes for good, a condition until it begins anew."""
        if self._error is not None and self._error.id == id:
            self._error = None
        if self._news is not None and self._news.id == id:
            self._news = None
        self._dismissed.add(id)

    def clear_conditions(self) -> None:
        """No condition holds any more: the session is over."""
        self._active.clear()
        self._dismissed.clear()

    def fault(self, prefix: str) -> str:
        """What keeps the device of this `prefix` from working now, in a few words; empty when nothing does."""
        broken = {id for id in self._active - _SPOILS if id.startswith(prefix)}
        return next((row.name for id, row in self._conditions.items() if id in broken), "")

    @property
    def error(self) -> str:
        """What went wrong and nobody has dismissed yet, in a few words; empty when nothing did."""
        return "" if self._error is None else self._error.title

    @property
    def pause(self) -> str:
        """Why the voice is not listened to for now, though it could be, in a few words; empty when it is."""
        return self._conditions[CLIENT].name if CLIENT in self._active else ""

    @property
    def notices(self) -> list[Notice]:
        """What to show now."""
        order = {"alert": 0, "care": 1, "info": 2}
        shown = self._active - self._dismissed - _SHOWN_ELSEWHERE
        found = [_notice(row) for id, row in self._conditions.items() if id in shown]
        found.sort(key=lambda notice: order[notice.tone])
        return [notice for notice in (self._error, self._news) if notice is not None] + found


def _notice(condition: ViewCondition) -> Notice:
    tone: Tone = "care"
    if condition.id.startswith((CAMERA, MICROPHONE)):
        tone = "alert"
    elif condition.id in _INFORMS:
        tone = "info"
    return Notice(condition.id, condition.name, condition.advice, tone, closable=tone == "info")
