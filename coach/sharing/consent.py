"""What the agent reads before anything is shared: all that goes along, what stays, and what cannot be undone."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from coach.report.report import day
from coach.sharing.manifest import Part

PROMISE = (
    "Después de esa fecha Coach ya no abre el archivo y borra lo recibido. Eso protege entre personas honestas: de lo "
    "que alguien vio o copió antes con otros medios no hay vuelta atrás."
)


def what_goes(parts: Collection[Part]) -> tuple[str, ...]:
    """What is in the file, a line each."""
    lines = [
        "el informe de la sesión: señales, consejos, momentos y voz, y tu meta si elegiste una",
        "lo que se midió de tu cuerpo y de tu voz, instante por instante (números, sin imagen ni sonido)",
        "los comentarios y marcas que hay en la línea de tiempo",
    ]
    if "video" in parts:
        lines.append("el video: se te ve a ti, y a quien más salga en él")
    if "sonido" in parts:
        lines.append("el sonido: se oye lo que dijeron tú y la otra persona")
    return tuple(lines)


def what_stays(parts: Collection[Part]) -> str:
    """What is not in the file."""
    also = "".join(f", {word}" for part, word in (("video", "el video"), ("sonido", "el sonido")) if part not in parts)
    return f"No van: tu nombre, el nombre del archivo, tu nota privada de la sesión, tus otras sesiones{also}."


def until(expires: datetime) -> str:
    """How long it can be opened; `expires` in the agent's own time."""
    return f"Se puede abrir hasta el {day(expires)}. {PROMISE}"
