"""Spanish words that window, summary and page share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from coach.command import command
from coach.manual.catalog import Evidence, Family, Part, Signal

if TYPE_CHECKING:
    from coach.core.source import SourceInfo

FAMILY: Final[dict[Family, str]] = {"postura": "Posturas", "gesto": "Gestos", "rostro": "Rostro"}
EVIDENCE: Final[dict[Evidence, str]] = {"debil": "débil", "moderada": "moderada", "fuerte": "fuerte"}
PART: Final[dict[Part, str]] = {
    "cara": "la cara",
    "ojos": "los ojos",
    "boca": "la boca",
    "cejas": "las cejas",
    "manos": "las manos",
    "hombros": "los hombros",
    "brazos": "los brazos",
    "cadera": "la cadera",
    "piernas": "las piernas",
}

NOT_OBSERVABLE: Final = "no observable"
"""What is said everywhere of a signal that cannot be judged."""

ASIDE: Final = "no venía al caso"
"""What is said of a signal where it was neither to be praised nor to be mended."""

MOSTLY: Final = 0.8
"""Below this share a signal that was present also tells how much of the time it could not be judged."""

_BRIEF_S: Final = 3.0
"""Until then eye contact is not told, and most signals need a second."""

SOUND_ALONE: Final = "Esta grabación solo tiene sonido: se juzga la voz, y no hay postura, gesto ni rostro que juzgar."
VOICE_ALONE: Final = "En esta sesión no hubo cámara: se juzga la voz, y no hay postura, gesto ni rostro que juzgar."
DEAF: Final = (
    "La grabación tiene sonido, pero está dañado y no pude leer nada de él: la voz no se juzga; "
    "prueba con otra copia de la grabación."
)
"""What is said of a recording whose picture could be read and whose sound could not."""
_PRIVATE: Final = "Nada salió de esta computadora."
_KEPT: Final = "Coach no envía nada: de esta computadora solo sale lo que tú compartes."
_RECEIVED: Final = "Esta sesión te la compartieron: aquí está cifrada, y se borra en su fecha."
Whence: TypeAlias = Literal["new", "kept", "received"]
"""Whose session it is: has just been, was kept (and so may have been shared since), or came from somebody else."""
HONEST: Final = (
    "Una señal es algo que se puede observar, y lo que el manual dice que un cliente puede leer en ella; "
    "nunca dice cómo te sientes ni qué piensas."
)


def where_kept(server: str | None = None, whence: Whence = "new") -> str:
    """What left this computer, or where a session is that came to it.

    `server`: the name of the one that keeps the session, None where it is kept here.

    >>> where_kept()
    'Nada salió de esta computadora.'
    >>> where_kept(whence="kept")
    'Coach no envía nada: de esta computadora solo sale lo que tú compartes.'
    >>> where_kept("servidor.escuela.mx")
    'La sesión se guarda cifrada en tu servidor «servidor.escuela.mx»; nada más salió de esta computadora.'
    >>> where_kept("servidor.escuela.mx", "kept")
    'La sesión se guarda cifrada en tu servidor «servidor.escuela.mx»; fuera de eso, solo sale lo que tú compartes.'
    """
    if server is None:
        return {"new": _PRIVATE, "kept": _KEPT, "received": _RECEIVED}[whence]
    rest = "nada más salió de esta computadora" if whence == "new" else "fuera de eso, solo sale lo que tú compartes"
    return f"La sesión se guarda cifrada en tu servidor «{server}»; {rest}."


def clock(seconds: float) -> str:
    """A moment of a recording, as players show it.

    >>> clock(7.9), clock(754), clock(3754)
    ('0:07', '12:34', '1:02:34')
    """
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def lasting(seconds: float) -> str:
    """A length of time: tenths while they matter.

    >>> lasting(0.84), lasting(12.3), lasting(75), lasting(3725)
    ('0.8 s', '12 s', '1 min 15 s', '1 h 2 min')
    """
    return f"{seconds:.1f} s" if seconds < 9.95 else running(round(seconds))


def running(seconds: float) -> str:
    """A length of time that still grows, or that a clock shows too, in whole seconds that have passed.

    >>> running(3.9), running(75), running(120), running(3700)
    ('3 s', '1 min 15 s', '2 min', '1 h 1 min')
    """
    whole = int(seconds)
    if whole < 60:
        return f"{whole} s"
    units = ((3600, "h"), (60, "min")) if whole >= 3600 else ((60, "min"), (1, "s"))
    (large, name), (small, part) = units
    rest = whole % large // small
    return f"{whole // large} {name}" + (f" {rest} {part}" if rest else "")


def ends_early(seen_s: float) -> str:
    """What is said of a recording whose pictures end before it does.

    >>> ends_early(7.9)
    'La imagen termina en 0:07: lo que sigue no es observable.'
    """
    return f"La imagen termina en {clock(seen_s)}: lo que sigue no es observable."


def too_brief(seen_s: float, duration_s: float) -> str:
    """What is said of a recording or a session too short for its signals; empty for one that is long enough.

    Pictures that end at `seen_s`, early in a long one, are not brief: something else kept them from being seen.

    >>> too_brief(0.08, 0.08), too_brief(2.0, 600.0)
    ('La imagen dura 0.1 s, demasiado poco para observar las señales: hacen falta al menos diez segundos.', '')
    """
    if max(seen_s, duration_s) >= _BRIEF_S:
        return ""
    few = "demasiado poco para observar las señales: hacen falta al menos diez segundos."
    return f"La imagen dura {lasting(seen_s)}, {few}"


def hampered_words(source: SourceInfo) -> str:
    """What stands above the list of what hampered a recording or a session.

    >>> from coach.core.source import SourceInfo
    >>> hampered_words(SourceInfo("voz.wav", 9.0, False, True, None, False))
    'Lo que estorbó el sonido'
    """
    return f"Lo que estorbó {hampered_senses(source)}"


def hampered_senses(source: SourceInfo) -> str:
    """What could be hampered at all: what there was to see, to hear or both.

    >>> from coach.core.source import SourceInfo
    >>> hampered_senses(SourceInfo("cámara", None, True, True, 30.0, live=True))
    'la vista o el sonido'
    """
    return " o ".join(["la vista"] * source.video + ["el sonido"] * source.audio)


def adjusted_words(names: Sequence[str]) -> str:
    """That signals were told by thresholds of this computer's own.

    >>> adjusted_words(["Sonrisa", "Mirar al piso"]).partition(".")[0]
    'Umbrales ajustados en esta computadora: sonrisa y mirar al piso'
    """
    told = joined([lowered(name) for name in names])
    return f"Umbrales ajustados en esta computadora: {told}. «{command()} ajustar --quitar» vuelve a los de fábrica."


def times(count: int) -> str:
    """How often.

    >>> times(1), times(3)
    ('1 vez', '3 veces')
    """
    return "1 vez" if count == 1 else f"{count} veces"


def blind_words(observable: float) -> str:
    """How much of the time a signal could not be judged; nothing to say when that was little of it.

    >>> blind_words(0.154), blind_words(0.9)
    ('no observable el 85 % del tiempo', '')
    """
    return f"{NOT_OBSERVABLE} el {percent(1.0 - observable)} del tiempo" if observable < MOSTLY else ""


def percent(share: float) -> str:
    """A share in [0, 1] as Spanish writes it.

    >>> percent(0.854)
    '85 %'
    """
    return f"{100.0 * share:.0f} %"


def joined(words: Sequence[str]) -> str:
    """A list in a sentence.

    >>> joined(["la cara", "las manos", "los hombros"]), joined(["sonrisa", "inclinar la cabeza"])
    ('la cara, las manos y los hombros', 'sonrisa e inclinar la cabeza')
    """
    if len(words) < 2:
        return "".join(words)
    link = "e" if words[-1].lower().startswith(("i", "hi", "í")) else "y"
    return f"{', '.join(words[:-1])} {link} {words[-1]}"


def needs(signal: Signal) -> str:
    """What must be in view for a signal to be judged."""
    return joined([PART[part] for part in signal.needs])


def raised(text: str) -> str:
    """A text that opens a line of its own.

    >>> raised("lámina 38 (Postura), fila 6")
    'Lámina 38 (Postura), fila 6'
    """
    return text[:1].upper() + text[1:]


def lowered(name: str) -> str:
    """A signal's name within a sentence.

    >>> lowered("Brazos cruzados")
    'brazos cruzados'
    """
    return name[:1].lower() + name[1:]
