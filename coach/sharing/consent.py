"""What the agent reads before anything is shared: all that goes along, what stays, and what cannot be undone."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from typing import Final

from coach.report.report import day
from coach.sharing.manifest import Part

UNTIL: Final = "Se puede abrir hasta el {}."
PROMISE: Final = (
    "Después de esa fecha Coach ya no abre el archivo y borra lo recibido. Eso protege entre personas honestas: de lo "
    "que alguien vio o copió antes con otros medios no hay vuelta atrás."
)
_REPORT: Final = "el informe de la sesión: señales, consejos, momentos y voz, y tu meta si elegiste una"
_MEASURED: Final = "lo que se midió de tu cuerpo y de tu voz, instante por instante (números, sin imagen ni sonido)"
_NOTES: Final = "los comentarios y marcas que hay en la línea de tiempo"
_PERSON: Final = "una clave al azar, la misma en todo lo que compartes: dice que es de una misma persona, y no de quién"
_CHOSEN: Final[Mapping[Part, str]] = {
    "video": "el video: se te ve a ti, y a quien más salga en él",
    "sonido": "el sonido: se oye lo que dijeron tú y la otra persona",
}
_STAYS: Final[Mapping[frozenset[Part], str]] = {
    frozenset(): (
        "No van: tu nombre, el nombre del archivo, tu nota privada de la sesión, tus otras sesiones, el video ni el "
        "sonido."
    ),
    frozenset({"video"}): (
        "No van: tu nombre, el nombre del archivo, tu nota privada de la sesión, tus otras sesiones ni el sonido."
    ),
    frozenset({"sonido"}): (
        "No van: tu nombre, el nombre del archivo, tu nota privada de la sesión, tus otras sesiones ni el video."
    ),
    frozenset({"video", "sonido"}): (
        "No van: tu nombre, el nombre del archivo, tu nota privada de la sesión ni tus otras sesiones."
    ),
}


def what_goes(parts: Collection[Part], one_agent: bool = True, measured: bool = True) -> tuple[str, ...]:
    """What is in the file, a line each; `one_agent` as in `share`, `measured`: whether what was measured was kept."""
    always = (_REPORT, *((_MEASURED,) if measured else ()), _NOTES, *((_PERSON,) if one_agent else ()))
    return (*always, *(line for part, line in _CHOSEN.items() if part in parts))


def what_stays(parts: Collection[Part]) -> str:
    """What is not in the file."""
    return _STAYS[frozenset(parts)]


def until(expires: datetime) -> str:
    """How long it can be opened; `expires` in the agent's own time."""
    return f"{UNTIL.format(day(expires))} {PROMISE}"


def texts() -> Iterator[str]:
    """Every sentence of it, for whoever says it in another language."""
    yield from (UNTIL, PROMISE, _REPORT, _MEASURED, _NOTES, _PERSON, *_CHOSEN.values(), *_STAYS.values())
