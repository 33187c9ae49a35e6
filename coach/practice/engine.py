"""Walks along a practice script by what is observed of the agent. Pure: time comes from the events alone."""

from __future__ import annotations

from typing import Final

from coach.core.events import Event, Features, VoiceFeatures
from coach.manual.moments import tones_of
from coach.practice.course import AgentsTurn, Answered, ClientSpeaks, PracticeEvent, PracticeOver
from coach.practice.script import Node, PracticeScript
from coach.practice.turn import Standing, Turn

NUDGE_S: Final = 10.0
"""After so long a silence the client asks whether anybody is there, once a line."""
_ENDING: Final = ("satisfaccion", "despedida")


class Practice:
    """One run of a script, from `begin` until `PracticeOver`.

    `hears`: there is a microphone, so that the answers end by themselves and its stream gives the time; otherwise the
    picture's does, and the agent tells that an answer is over. `overhears`: what is heard while the client speaks is
    the agent alone (the client is read, or in headphones).
    """

    def __init__(
        self, script: PracticeScript, entry: str | None = None, *, hears: bool = True, overhears: bool = True
    ) -> None:
        """Begins at the node `entry`, which must exist; at the opening by default."""
        self.script = script
        self._node = script.opening if entry is None else script.nodes[entry]
        self._hears, self._overhears = hears, overhears
        self._standing = Standing()
        self._turn: Turn | None = None
        self._began_s: float | None = None
        self._now = 0.0
        self._opening = self._talking = self._nudged = False
        self.over = False

    @property
    def node(self) -> Node:
        """The line that it is at."""
        return self._node

    @property
    def elapsed_s(self) -> float:
        """Seconds since `begin`; 0 before."""
        return 0.0 if self._began_s is None else self._now - self._began_s

    @property
    def left_s(self) -> float:
        """About how many seconds are left; 0 when the client would already be closing."""
        return max(0.0, self.script.scene.duration_s - self.elapsed_s)

    @property
    def answering(self) -> bool:
        """Whether an answer is being heard."""
        return self._turn is not None and not self._talking and self._turn.spoken

    def begin(self) -> list[PracticeEvent]:
        """The client says its first line, at the time of the newest event."""
        self._began_s = self._now
        return self._enter(self._node)

    def push(self, event: Event) -> list[PracticeEvent]:
        """What the session tells."""
        self._standing.push(event)
        if isinstance(event, VoiceFeatures if self._hears else Features):
            self._now = event.t
        if self._turn is None:
            return []
        told: list[PracticeEvent] = []
        if self._opening and isinstance(event, VoiceFeatures if self._hears else Features):
            told += self._open(self._turn)
        self._turn.push(event)
        return told + self._go_on(self._turn)

    def client_done(self) -> None:
        """The client's words are said (or read): the turn is the agent's, as soon as the stream tells the time.

        While a loudspeaker speaks the session may not be listening, so that time jumps when it does again.
        """
        self._opening = self._talking

    def answered(self) -> list[PracticeEvent]:
        """The agent tells that the answer is over; also while the client still speaks."""
        return [] if self._turn is None else self._leave(self._turn, skipped=False)

    def skip(self) -> list[PracticeEvent]:
        """On to where an ordinary answer would lead."""
        return [] if self._turn is None else self._leave(self._turn, skipped=True)

    def repeat(self) -> list[PracticeEvent]:
        """The client says the line once more; nothing once an answer has begun."""
        unheard = self._turn is not None and not self._turn.spoken
        return self._say_again(self._node.line) if unheard else []

    def end(self) -> list[PracticeEvent]:
        """The agent does not want to go on."""
        return [] if self.over else self._finish(complete=False)

    def _enter(self, node: Node) -> list[PracticeEvent]:
        self._node = node
        asked = tones_of(node.moment)
        self._turn = Turn(self._now, self._standing, asked, hears=self._hears, overhears=self._overhears)
        self._opening, self._talking, self._nudged = False, True, False
        return [ClientSpeaks(self._now, node, node.line, again=False)]

    def _open(self, turn: Turn) -> list[PracticeEvent]:
        self._opening = self._talking = False
        turn.open(self._now)
        return [AgentsTurn(self._now, self._node)]

    def _say_again(self, text: str) -> list[PracticeEvent]:
        assert self._turn is not None
        self._turn.hold(self._now)
        self._opening, self._talking = False, True
        return [ClientSpeaks(self._now, self._node, text, again=True)]

    def _go_on(self, turn: Turn) -> list[PracticeEvent]:
        if not self._hears or self._talking:
            return []
        if turn.over(self._now):
            return self._leave(turn, skipped=False)
        if not self._nudged and turn.silent_s(self._now) >= NUDGE_S:
            self._nudged = True
            return self._say_again(self.script.scene.nudge)
        return []

    def _leave(self, turn: Turn, *, skipped: bool) -> list[PracticeEvent]:
        node, answer = self._node, turn.answer()
        branch = (node.branches[-1] if node.branches else None) if skipped else node.next_for(answer)
        note = None if branch is None or skipped else branch.note
        told: list[PracticeEvent] = [Answered(self._now, node, None if skipped else answer, note)]
        if branch is None:
            return told + self._finish(complete=True)
        return told + self._enter(self._timely(self.script.nodes[branch.to]))

    def _timely(self, node: Node) -> Node:
        """`node`, or the one that closes the conversation when its time is over."""
        closing = self.script.nodes[self.script.scene.closing]
        late = self.left_s == 0.0 and self._node.moment not in _ENDING and node.moment not in _ENDING
        return closing if late else node

    def _finish(self, *, complete: bool) -> list[PracticeEvent]:
        self._turn, self.over = None, True
        return [PracticeOver(self._now, complete)]
