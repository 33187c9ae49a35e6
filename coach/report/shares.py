"""How much of the time anything held, and of which time: worked out here and nowhere else.

A signal's time is that in which it could be seen, a finding's that in which the agent could be heard, and a
congruence's that in which it was looked for: all without what does not count (`counted`). A share without its time
is no number for anybody, so that the words of both are one.

>>> Share(30.0, 60.0, "heard", cut=True).words
'50 % del tiempo en que se te podía oír y venía al caso'
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from coach.manual.catalog import load_catalog
from coach.manual.conditions import CLIENT
from coach.manual.congruences import Congruence, load_congruences
from coach.manual.findings import TURN, Finding, load_findings
from coach.report.counted import any_aside, aside, counted, without
from coach.report.result import SEEN_AT_ALL, Result, Span, shared
from coach.report.voice_result import VoiceResult
from coach.report.words import percent

Sense: TypeAlias = Literal["seen", "heard", "session"]

_UNHEARD: Final = frozenset(
    (
        CLIENT,
        "sonido_perdido",
        "microfono_ocupado",
        "microfono_sin_permiso",
        "microfono_desconectado",
        "microfono_detenido",
        "microfono_en_silencio",
    )
)
"""Conditions in which the agent's voice is not measured at all."""
_JUDGED: Final[Mapping[Sense, str]] = {
    "seen": "del tiempo en que se podía ver",
    "heard": "del tiempo en que se te podía oír",
}


@dataclass(frozen=True, slots=True)
class Share:
    """`held_s` of the `of_s` seconds (more than 0) in which it could be judged and counted.

    `sense` says what it takes to judge it; `cut`: there was other time, in which it did not count.
    """

    held_s: float
    of_s: float
    sense: Sense
    cut: bool

    @property
    def value(self) -> float:
        """In [0, 1]."""
        return min(1.0, self.held_s / self.of_s)

    @property
    def words(self) -> str:
        """The number with what it is a share of."""
        return f"{percent(self.value)} {of_which(self.sense, self.cut)}"

    @property
    def in_words(self) -> str:
        """The same within a sentence."""
        return f"el {self.words}"


def of_which(sense: Sense, cut: bool) -> str:
    """The time that a share is of.

    >>> of_which("seen", False), of_which("session", True)
    ('del tiempo en que se podía ver', 'del tiempo en que podía darse')
    """
    if sense == "session":
        return "del tiempo en que podía darse" if cut else "de la sesión"
    return f"{_JUDGED[sense]} y venía al caso" if cut else _JUDGED[sense]


def shares(result: Result) -> dict[str, Share]:
    """The share of every signal, finding and congruence of the manual, in its order.

    What could not be judged, or nowhere counted, for long enough has none: that it did not show says nothing.
    """
    told = counted(result)
    found = {
        **{id: _seen(result, told, id) for id in load_catalog()},
        **{id: _heard(result, told, finding) for id, finding in load_findings().items()},
        **{id: _together(result, told, row) for id, row in load_congruences().items()},
    }
    return {id: share for id, share in found.items() if share is not None}


def _seen(result: Result, told: Result, id: str) -> Share | None:
    judged_s = told.observable[id] * result.duration_s
    return _share(result, told.seconds(id), judged_s, "seen", any_aside(result, id))


def _heard(result: Result, told: Result, finding: Finding) -> Share | None:
    if result.voice is None or not (result.held(finding.id) or judgeable(finding, result.voice)):
        return None
    deaf = (span for span in result.conditions if span.id in _UNHEARD)
    places = without((Span(finding.id, 0.0, result.duration_s),), (*aside(result, finding.id), *deaf))
    return _among(result, told, finding.id, places, "heard", any_aside(result, finding.id))


def _together(result: Result, told: Result, row: Congruence) -> Share | None:
    """None, too, where one of the signals that it rests on could not be seen."""
    catalog = load_catalog()
    seen = all(result.observable[id] >= SEEN_AT_ALL for id in row.parts if id in catalog)
    judged = seen and result.voice is not None and result.voice.enough
    if not (judged or result.held(row.id)):
        return None
    places = without(_looked_for(result, row), aside(result, row.id))
    cut = bool(row.moments) or any_aside(result, row.id)
    return _among(result, told, row.id, places, "session", cut)


def _looked_for(result: Result, row: Congruence) -> tuple[Span, ...]:
    if not row.moments:
        return (Span(row.id, 0.0, result.duration_s),)
    return tuple(Span(row.id, one.start_s, one.end_s) for one in result.stretches if one.moment in row.moments)


def _among(result: Result, told: Result, id: str, places: Iterable[Span], sense: Sense, cut: bool) -> Share | None:
    spans, held = tuple(places), told.held(id)
    held_s = sum(shared(held, one.start_s, one.end_s) for one in spans)
    return _share(result, held_s, sum(one.end_s - one.start_s for one in spans), sense, cut)


def _share(result: Result, held_s: float, of_s: float, sense: Sense, cut: bool) -> Share | None:
    enough = of_s > 0.0 and of_s >= SEEN_AT_ALL * result.duration_s
    return Share(min(held_s, of_s), of_s, sense, cut) if enough else None


def judgeable(finding: Finding, voice: VoiceResult) -> bool:
    """Whether a finding could have held at all in a voice like this: enough speech, clear of noise, countable."""
    known = {TURN: voice.speech_s + voice.pause_s, "speech_s": voice.speech_s, "snr_db": voice.clearance_db}
    short = any((value := known.get(id)) is not None and value < least for id, least in finding.requires.items())
    return voice.enough and not short and (voice.countable or not finding.rates)
