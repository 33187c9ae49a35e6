"""Timelines of what was found: in a session that the store keeps, or in the JSON that `analizar` writes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath

from coach.exchange.marks import Mark, Timeline, What
from coach.exchange.names import name_of
from coach.report.result import Result


def timeline_of(result: Result, *, scores: bool = True) -> Timeline:
    """Everything that can be marked in a session; `scores`: also every tone's in every window, which is most of it."""
    return ordered(result.source.path, result.duration_s, _marks(result, scores))


def ordered(path: str, duration_s: float, marks: Iterator[Mark]) -> Timeline:
    """These marks in order of time; of the medium only its file's name is told."""
    name = PurePath(path.replace("\\", "/")).name
    return Timeline(_printable(name), duration_s, tuple(sorted(marks, key=lambda mark: (mark.start_s, mark.end_s))))


def held(what: What, id: str, start_s: float, end_s: float, value: float | None = None) -> Mark:
    """A mark of something that the manual has a name for."""
    return Mark(what, id, name_of(what, id), start_s, end_s, value)


def tone_marks(
    id: str | None, scores: Mapping[str, float], start_s: float, end_s: float, *, every: bool = True
) -> Iterator[Mark]:
    """One window of the voice: the tone that stood out, if one did, and with `every` all tones' scores."""
    if id is not None:
        yield held(What.TONE, id, start_s, end_s, scores.get(id))
    for tone, score in scores.items() if every else ():
        yield held(What.TONE_SCORE, tone, start_s, end_s, score)


def cue(t: float, text: str, because: Sequence[str]) -> Mark:
    """A line of advice, and what it rested on."""
    return Mark(What.CUE, " ".join(because), written(text), t, t)


def written(text: str) -> str:
    """What somebody wrote, on one line."""
    return _printable(" ".join(text.split()))


def _printable(text: str) -> str:
    """Without characters that XML does not know, or that no file can hold."""
    return "".join(letter for letter in text if letter.isprintable())


def _marks(result: Result, scores: bool) -> Iterator[Mark]:
    for segment in result.segments:
        yield held(What.SIGNAL, segment.id, segment.start_s, segment.end_s, segment.confidence)
    for congruence in result.congruences:
        yield held(What.CONGRUENCE, congruence.id, congruence.start_s, congruence.end_s, congruence.confidence)
    for what, spans in ((What.NOT_OBSERVABLE, result.blind), (What.CONDITION, result.conditions)):
        for span in spans:
            yield held(what, span.id, span.start_s, span.end_s)
    for stretch in result.stretches:
        for what, id in ((What.MOMENT, stretch.moment), (What.CLIENT, stretch.client)):
            if id is not None:
                yield held(what, id, stretch.start_s, stretch.end_s)
    for advice in result.cues:
        yield cue(advice.t, advice.text, advice.because)
    if result.voice is not None:
        for finding in result.voice.findings:
            yield held(What.FINDING, finding.id, finding.start_s, finding.end_s, finding.confidence)
        for window in result.voice.scored:
            yield from tone_marks(window.id, window.scores or {}, window.start_s, window.end_s, every=scores)
