"""The JSON that `analizar` writes, read back strictly into a timeline; keys of later versions are passed over."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from coach.command import command
from coach.errors import KnownError, why
from coach.exchange.collect import cue, held, ordered, tone_marks
from coach.exchange.marks import Mark, Timeline, What
from coach.manual.tables import Fault, Field, Validator, number, table, text
from coach.report.document import VERSION
from coach.report.record_values import anything, id_text, mapping, maybe, sequence

_SECONDS: Final = number(0.0)
_SHARE: Final = number(0.0, 1.0)


def read_analysis(file: Path) -> Timeline:
    """Raises `KnownError` that names the file and what in it is none of Coach's."""
    try:
        raw = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise KnownError(f"No puedo leer «{file}» ({why(error)}); revisa el nombre y sus permisos.") from error
    except (ValueError, RecursionError) as error:
        raise KnownError(f"«{file}» no es JSON válido; elige el que guardó «{command()} analizar --json».") from error
    version = raw.get("version") if isinstance(raw, dict) else None
    if version != VERSION:
        raise KnownError(
            f"«{file}» no es un resultado de esta versión de Coach; vuelve a hacer «{command()} analizar --json»."
        )
    try:
        timeline: Timeline = _some(_FIELDS, _timeline)(raw)
    except Fault as fault:
        raise KnownError(f"«{file}», clave «{fault.key}»: {fault.reason}.") from None
    return timeline


def _some(fields: Mapping[str, Validator], build: Callable[..., Any]) -> Validator:
    """A table with at least these keys."""
    check = table({name: Field(one) for name, one in fields.items()}, build)

    def checked(value: object) -> Any:
        return check({key: one for key, one in value.items() if key in fields} if isinstance(value, dict) else value)

    return checked


def _timeline(
    source: tuple[str, float], signals: tuple[Mark, ...], voice: list[Mark] | None, advice: tuple[Mark, ...], **_: Any
) -> Timeline:
    def marks() -> Iterator[Mark]:
        yield from signals
        yield from voice or ()
        yield from advice

    path, duration_s = source
    return ordered(path, duration_s, marks())


def _held(what: What) -> Callable[..., Mark]:
    def build(id: str, start_s: float, end_s: float, confidence: float) -> Mark:
        if end_s < start_s:
            raise Fault("termina antes de empezar", "end_s")
        return held(what, id, start_s, end_s, confidence)

    return build


def _tone(start_s: float, end_s: float, scores: dict[str, float], id: str | None) -> list[Mark]:
    return list(tone_marks(id, scores, start_s, end_s))


def _voice(tones: tuple[list[Mark], ...], findings: tuple[Mark, ...]) -> list[Mark]:
    return [*findings, *(mark for window in tones for mark in window)]


def _cue(t_s: float, text: str, because: tuple[str, ...]) -> Mark:
    return cue(t_s, text, because)


_HELD: Final = {"id": id_text, "start_s": _SECONDS, "end_s": _SECONDS, "confidence": _SHARE}
_TONE: Final = {"start_s": _SECONDS, "end_s": _SECONDS, "scores": mapping(_SHARE), "id": maybe(id_text)}
_VOICE: Final = {
    "tones": sequence(_some(_TONE, _tone)),
    "findings": sequence(_some(_HELD, _held(What.FINDING))),
}
_CUE: Final = {"t_s": _SECONDS, "text": text(), "because": sequence(id_text)}
_FIELDS: Final[Mapping[str, Validator]] = {
    "source": _some({"path": anything(str), "duration_s": _SECONDS}, lambda path, duration_s: (path, duration_s)),
    "signals": sequence(_some(_HELD, _held(What.SIGNAL))),
    "voice": maybe(_some(_VOICE, _voice)),
    "advice": sequence(_some(_CUE, _cue)),
}
