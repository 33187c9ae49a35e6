"""One recording's result, as every report starts from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from coach.core.events import ConditionChanged, CongruenceSegment, Cue, FindingSegment, SignalSegment
from coach.core.source import SourceInfo
from coach.detectors.profile import Profile
from coach.manual.conditions import CLIENT
from coach.report.voice_result import VoiceResult

Held: TypeAlias = SignalSegment | FindingSegment | CongruenceSegment

SEEN_AT_ALL = 0.05
"""A signal that could be judged for a smaller share of the time is told as not observable."""


@dataclass(frozen=True, slots=True)
class Span:
    """From `start_s` to `end_s` the condition `id` hampered the view, or the signal `id` could not be judged."""

    id: str
    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """From `start_s` to `end_s` the service was at `moment`, with a `client` of that type; None where nobody told."""

    start_s: float
    end_s: float
    moment: str | None
    client: str | None


@dataclass(frozen=True, slots=True)
class Result:
    """What was found in a recording or live session of `duration_s`, whose pictures end at `seen_s`.

    Segments and cues are in order of time. `observable` maps every id of the manual to a share of the time in [0, 1],
    `blind` says when signals could not be judged. `profile` is the neutral that was measured from, None where there
    was nothing to look at. `voice` is what was heard, None without sound. `stretches`, which do not overlap, are the
    moments of the service and the types of client, empty when nobody told them; `congruences` is when voice and face
    went together or apart; `adjusted`, the signals that this computer tells by thresholds of its own.
    """

    source: SourceInfo
    duration_s: float
    seen_s: float
    segments: tuple[SignalSegment, ...]
    observable: Mapping[str, float]
    cues: tuple[Cue, ...]
    conditions: tuple[Span, ...]
    blind: tuple[Span, ...] = ()
    profile: Profile | None = None
    voice: VoiceResult | None = None
    stretches: tuple[Stretch, ...] = ()
    congruences: tuple[CongruenceSegment, ...] = ()
    adjusted: tuple[str, ...] = ()

    @property
    def deaf(self) -> bool:
        """Whether there is sound of which nothing could be read."""
        return self.source.audio and self.voice is None

    @property
    def hampered(self) -> tuple[Span, ...]:
        """When something hampered the view or the sound: a simulated client who was heard did not."""
        return tuple(span for span in self.conditions if span.id != CLIENT)

    @property
    def client_s(self) -> float:
        """How long a simulated client was heard by loudspeaker, while the voice was not measured."""
        return sum(span.end_s - span.start_s for span in self.conditions if span.id == CLIENT)

    def of(self, id: str) -> tuple[SignalSegment, ...]:
        """The segments of one signal."""
        return tuple(segment for segment in self.segments if segment.id == id)

    def held(self, id: str) -> tuple[Held, ...]:
        """The segments of a signal, a finding or a congruence."""
        heard: tuple[FindingSegment, ...] = () if self.voice is None else self.voice.findings
        every: tuple[Held, ...] = (*self.segments, *heard, *self.congruences)
        return tuple(one for one in every if one.id == id)

    def blind_to(self, id: str) -> tuple[Span, ...]:
        """When one signal could not be judged."""
        return tuple(span for span in self.blind if span.id == id)

    def seconds(self, id: str) -> float:
        """How long a signal was present."""
        return sum(segment.end_s - segment.start_s for segment in self.of(id))

    def present(self, ids: Iterable[str]) -> list[str]:
        """Those of `ids` that were present at all, longest first."""
        seen = {segment.id for segment in self.segments}
        return sorted((id for id in ids if id in seen), key=self.seconds, reverse=True)


def shared(stretches: Iterable[Span | Held], start_s: float, end_s: float) -> float:
    """Seconds between `start_s` and `end_s` that `stretches`, which do not overlap each other, cover.

    >>> shared([Span("sonrisa", 0.0, 2.0), Span("sonrisa", 5.0, 9.0)], 1.0, 6.0)
    2.0
    """
    return sum(max(0.0, min(one.end_s, end_s) - max(one.start_s, start_s)) for one in stretches)


def ordered(segments: Iterable[SignalSegment]) -> tuple[SignalSegment, ...]:
    """By start, then end, then id: the same whatever the order in which they were closed."""
    return tuple(sorted(segments, key=lambda segment: (segment.start_s, segment.end_s, segment.id)))


def spans(changes: Iterable[ConditionChanged], end_s: float) -> tuple[Span, ...]:
    """Beginnings and ends as stretches; what is still going on ends with the recording.

    >>> changes = [ConditionChanged(1.0, "oscuro", True), ConditionChanged(3.0, "oscuro", False)]
    >>> spans([*changes, ConditionChanged(4.0, "nadie", True)], 5.0)
    (Span(id='oscuro', start_s=1.0, end_s=3.0), Span(id='nadie', start_s=4.0, end_s=5.0))
    """
    began: dict[str, float] = {}
    found: list[Span] = []
    for change in changes:
        if change.active:
            began.setdefault(change.id, change.t)
        elif change.id in began:
            found.append(Span(change.id, began.pop(change.id), change.t))
    found.extend(Span(id, start, max(start, end_s)) for id, start in began.items())
    return tuple(sorted(found, key=lambda span: (span.start_s, span.id)))
