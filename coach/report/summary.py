"""The result as a person reads it in a terminal: plain text that fits its width."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from coach.core.events import Cue
from coach.manual.catalog import Catalog, Signal
from coach.manual.conditions import ViewCondition
from coach.report.counted import counted, left_out, occasions
from coach.report.result import SEEN_AT_ALL, Result, shared
from coach.report.row_names import row_name
from coach.report.voice_text import voice_text
from coach.report.words import (
    ASIDE,
    DEAF,
    FAMILY,
    HONEST,
    NOT_OBSERVABLE,
    SOUND_ALONE,
    Whence,
    adjusted_words,
    blind_words,
    clock,
    ends_early,
    hampered_words,
    joined,
    lasting,
    lowered,
    needs,
    times,
    too_brief,
    where_kept,
)

_BOLD, _GREEN, _AMBER, _DIM, _PLAIN = "\x1b[1m", "\x1b[32m", "\x1b[33m", "\x1b[2m", "\x1b[0m"
_NAME: Final = 30
_FIGURES: Final = 21
_FEWEST_CELLS: Final = 12


@dataclass(frozen=True, slots=True)
class Look:
    """What the terminal can show: `width` columns, ANSI colours, block characters."""

    width: int = 80
    colour: bool = False
    blocks: bool = True


def summary(
    result: Result,
    catalog: Catalog,
    conditions: dict[str, ViewCondition],
    look: Look,
    server: str | None = None,
    whence: Whence = "new",
) -> str:
    """The whole text, ending with a newline. `server` and `whence`: as `where_kept` takes them."""
    where = where_kept(server, whence)
    return "\n".join(_Summary(result, catalog, conditions, look, where).lines()) + "\n"


class _Summary:
    def __init__(
        self,
        result: Result,
        catalog: Catalog,
        conditions: dict[str, ViewCondition],
        look: Look,
        where: str,
    ) -> None:
        self._result, self._catalog, self._conditions, self._look = result, catalog, conditions, look
        self._where = where
        self._counted = counted(result)

    def lines(self) -> Iterator[str]:
        yield from self._wrapped(f"Coach {self._dash} {self._title()}", style=_BOLD)
        yield ""
        if not self._result.source.video:
            yield from self._wrapped(SOUND_ALONE)
            yield ""
            yield from self._hampered()
            yield from self._voice()
            yield from self._advice()
            yield from self._wrapped(f"{self._where} {HONEST}", style=_DIM)
            return
        if self._result.seen_s < self._result.duration_s:
            yield from self._wrapped(ends_early(self._result.seen_s), style=_AMBER)
        yield from self._highlights()
        for family in FAMILY:
            yield from self._family(self._catalog.families[family], FAMILY[family])
        yield from self._key()
        yield from self._hampered()
        yield from self._not_observable()
        yield from self._voice()
        yield from self._advice()
        if self._result.adjusted:
            yield from self._wrapped(adjusted_words([row_name(id) for id in self._result.adjusted]))
            yield ""
        yield from self._wrapped(f"{self._where} {HONEST}", style=_DIM)

    @property
    def _dash(self) -> str:
        return "·" if self._look.blocks else "-"

    def _title(self) -> str:
        source = self._result.source
        name = source.path.replace("\\", "/").rsplit("/", 1)[-1] or "sesión guardada"  # one that was live has no file
        return f"{name} {self._dash} {clock(self._result.duration_s)} de {'video' if source.video else 'sonido'}"

    def _highlights(self) -> Iterator[str]:
        """What stood out, in one sentence a kind."""
        present = self._result.present(self._catalog)
        if not present:
            yield from self._wrapped("En esta grabación no apareció ninguna de las señales del manual.")
            yield ""
            return
        counting = [id for id in present if self._counted.of(id)]
        good = [self._told(id) for id in counting if self._catalog[id].kind == "refuerza"][:3]
        mend = [self._told(id) for id in counting if self._catalog[id].kind == "corrige"][:3]
        if good:
            yield from self._wrapped(f"Lo que te ayudó: {joined(good)}.", style=_GREEN)
        if mend:
            yield from self._wrapped(f"Lo que puedes cuidar: {joined(mend)}.", style=_AMBER)
        if good or mend:
            yield ""

    def _told(self, id: str) -> str:
        return f"{lowered(self._catalog[id].name)} ({lasting(self._counted.seconds(id))})"

    def _family(self, signals: Sequence[Signal], title: str) -> Iterator[str]:
        present = self._result.present(signal.id for signal in signals)
        if not present:
            return
        yield self._painted(_BOLD, title)
        for id in present:
            yield from self._row(self._catalog[id])
        yield ""

    def _row(self, signal: Signal) -> Iterator[str]:
        counts = bool(self._counted.of(signal.id))
        told, out = (self._counted, left_out(self._result, signal.id)) if counts else (self._result, f"; {ASIDE}")
        style = "" if not counts else _GREEN if signal.kind == "refuerza" else _AMBER
        figures = f"{lasting(told.seconds(signal.id))}, {times(occasions(self._result, told, signal.id))}"
        mark = self._signs[signal.kind == "corrige"] if counts else " "
        if self._cells < _FEWEST_CELLS:
            yield from self._wrapped(f"{mark} {signal.name}: {figures}", 2, style)
        else:
            yield self._painted(style, f"  {mark} {signal.name:<{_NAME}} {self._bar(signal.id)} {figures}")
        small = [out.removeprefix("; "), blind_words(self._result.observable[signal.id])]
        yield from self._wrapped("; ".join(filter(None, small)), 4, _DIM)

    @property
    def _cells(self) -> int:
        """What the width leaves for a bar."""
        return self._look.width - _NAME - _FIGURES - 6

    @property
    def _marks(self) -> tuple[str, str, str]:
        """Present, absent, not observable."""
        return ("█", "·", "░") if self._look.blocks else ("#", ".", "?")

    @property
    def _signs(self) -> tuple[str, str]:
        """What helps, what to mind."""
        return ("✓", "○") if self._look.blocks else ("+", "-")

    def _bar(self, id: str) -> str:
        """The recording from left to right.

        A cell shows presence however short, and blindness when it filled most of the cell.
        """
        present, absent, blind = self._marks
        step = max(self._result.duration_s, 1e-9) / self._cells
        cells = ((cell * step, (cell + 1) * step) for cell in range(self._cells))
        return "".join(
            present
            if shared(self._result.of(id), start_s, end_s) > 0.0
            else blind
            if shared(self._result.blind_to(id), start_s, end_s) > step / 2
            else absent
            for start_s, end_s in cells
        )

    def _key(self) -> Iterator[str]:
        """What the characters of the bars mean."""
        if not self._result.segments or self._cells < _FEWEST_CELLS:
            return
        present, absent, blind = self._marks
        yield from self._wrapped(f"{present} presente   {absent} ausente   {blind} {NOT_OBSERVABLE}", 2, _DIM)
        good, mend = self._signs
        yield from self._wrapped(f"{good} te ayuda   {mend} puedes cuidarlo", 2, _DIM)
        yield ""

    def _hampered(self) -> Iterator[str]:
        """When, what, and what to do about it the next time: this one is over."""
        if not self._result.hampered:
            return
        yield self._painted(_BOLD, hampered_words(self._result.source))
        for span in self._result.hampered:
            when = f"{clock(span.start_s)} a {clock(span.end_s)}"
            condition = self._conditions[span.id]
            yield from self._wrapped(f"{when}  {condition.name}. {condition.later}.", 2)
        yield ""

    def _not_observable(self) -> Iterator[str]:
        """Signals that could not be judged, grouped by what would have had to be in view."""
        unseen: dict[str, list[str]] = {}
        for id, signal in self._catalog.items():
            if self._result.observable[id] < SEEN_AT_ALL and not self._result.of(id):
                unseen.setdefault(needs(signal), []).append(lowered(signal.name))
        if not unseen:
            return
        yield self._painted(_BOLD, NOT_OBSERVABLE.capitalize())
        if brief := too_brief(self._result.seen_s, self._result.duration_s):
            names = [name for group in unseen.values() for name in group]
            yield from self._wrapped(f"{brief} Faltó ver: {joined(names)}.", 2)
            yield ""
            return
        for parts, names in unseen.items():
            yield from self._wrapped(f"Hacía falta ver bien {parts}: {joined(names)}.", 2)
        yield ""

    def _voice(self) -> Iterator[str]:
        if self._result.deaf:
            yield from self._wrapped(DEAF, style=_AMBER)
            yield ""
        if self._counted.voice is None:
            return
        yield self._painted(_BOLD, "Voz")
        for paragraph in voice_text(self._result, self._counted, self._look.blocks):
            yield from self._wrapped(paragraph, 2)
        yield ""

    def _advice(self) -> Iterator[str]:
        if not self._result.cues:
            return
        yield self._painted(_BOLD, "Consejos")
        for cue in self._result.cues:
            yield from self._wrapped(f"{clock(cue.t)}  {cue.text}{self._because(cue)}", 2)
        yield ""

    def _because(self, cue: Cue) -> str:
        names = [row_name(id) for id in cue.because]
        return f" ({joined([lowered(name) for name in names])})" if names else ""

    def _wrapped(self, text: str, indent: int = 0, style: str = "") -> Iterator[str]:
        pad = " " * indent
        wide = textwrap.wrap(text, self._look.width, initial_indent=pad, subsequent_indent=pad + "  " * bool(indent))
        yield from (self._painted(style, part) for part in wide)

    def _painted(self, style: str, text: str) -> str:
        return f"{style}{text}{_PLAIN}" if style and self._look.colour else text
