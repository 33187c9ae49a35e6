"""What the engine tells while a practice goes on; `t` in seconds of the stream that gives it its time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from coach.practice.answer import Answer
from coach.practice.script import Node


@dataclass(frozen=True, slots=True)
class ClientSpeaks:
    """The client says `text`: the line of `node`, or (`again`) a nudge or the same line once more."""

    t: float
    node: Node
    text: str
    again: bool


@dataclass(frozen=True, slots=True)
class AgentsTurn:
    """The client has said its line; now the agent answers."""

    t: float
    node: Node


@dataclass(frozen=True, slots=True)
class Answered:
    """The agent has answered `node`. `answer` is None when it was skipped; `note`: what the client took from it."""

    t: float
    node: Node
    answer: Answer | None
    note: str | None


@dataclass(frozen=True, slots=True)
class PracticeOver:
    """The conversation is over; `complete` unless the agent ended it before the farewell."""

    t: float
    complete: bool


PracticeEvent: TypeAlias = ClientSpeaks | AgentsTurn | Answered | PracticeOver
