"""What the window says of itself while there is nothing else to tell, by phase and by what is chosen."""

from __future__ import annotations

from coach.ui.session import Phase
from coach.ui.words import tr


def quiet_line(phase: Phase, camera: bool, microphone: bool, next_step: str | None = None) -> str:
    """The line that stands in the place of advice; `camera` and `microphone`: whether these are chosen.

    `next_step`: the button to press while all is off, None for that which starts.
    """
    if camera and microphone:
        off, opening = tr("La cámara y el micrófono están apagados."), tr("la cámara y el micrófono")
    elif camera:
        off, opening = tr("La cámara está apagada."), tr("la cámara")
    else:
        off = tr("El micrófono está apagado.") if microphone else tr("Elige antes una cámara o un micrófono.")
        opening = tr("el micrófono")
    return {
        Phase.OFF: tr("Cuando quieras, pulsa {}. {}").format(next_step or tr("Iniciar"), off),
        Phase.STARTING: tr("Un momento, estoy abriendo {}…").format(opening),
        Phase.RUNNING: tr("Te acompaño. Sin consejos por ahora."),
        Phase.STOPPING: tr("Apagando…"),
    }[phase]


def nothing_comes(unseen: bool, unheard: bool) -> str:
    """The same line once neither picture nor sound reaches Coach any more, of whatever was on."""
    if unseen and unheard:
        return tr("Por ahora no te acompaño: no te veo ni te oigo.")
    return tr("Por ahora no te acompaño: no te veo.") if unseen else tr("Por ahora no te acompaño: no te oigo.")


def in_place_of_picture(phase: Phase, camera: bool, microphone: bool) -> str:
    """The sentence where the picture would be."""
    if not camera and not microphone:
        return tr("Sin cámara ni micrófono no puedo acompañarte todavía.")
    if not camera:
        return tr("Sin cámara también te acompaño: aquí solo escucho tu voz.")
    if phase is Phase.OFF:
        return tr("Aquí verás tu imagen, como en un espejo.")
    return tr("Abriendo la cámara…")
