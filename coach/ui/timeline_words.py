"""What the parts of the timeline are called."""

from __future__ import annotations

from coach.exchange.marks import Mark, What
from coach.exchange.names import name_of
from coach.report.words import NOT_OBSERVABLE, clock, lasting
from coach.review.annotation import Annotation
from coach.review.details import noticeable
from coach.review.lanes import Group, Item, Lane
from coach.ui.manual_words import shown
from coach.ui.words import tr


def group_name(group: Group) -> str:
    """A family of lanes."""
    return {
        Group.NOTES: tr("Anotaciones"),
        Group.CUES: tr("Consejos"),
        Group.CONTEXT: tr("Momentos"),
        Group.POSTURE: tr("Posturas"),
        Group.GESTURE: tr("Gestos"),
        Group.FACE: tr("Rostro"),
        Group.VOICE: tr("Voz"),
        Group.TONES: tr("Tonos"),
        Group.TOGETHER: tr("Voz y rostro"),
        Group.CONDITIONS: tr("Condiciones"),
    }[group]


def lane_name(lane: Lane) -> str:
    """A lane by the manual's name, or by what all its items are."""
    names = {"moment": tr("Momento"), "client": tr("Cliente")}
    return shown(lane.name) or names.get(lane.id) or group_name(lane.group)


def strip_name(what: str) -> str:
    """A strip that stands still."""
    return {"sound": tr("Sonido"), "pitch": tr("Altura de la voz"), "rate": tr("Ritmo (pal/min)")}[what]


def item_title(item: Item) -> str:
    """What an item is, in a few words."""
    if isinstance(item, Annotation) and item.of_service or isinstance(item, Mark) and item.noted:
        return tr("{} (anotado)").format(short_title(item))
    if isinstance(item, Mark):
        return (
            tr("{}: {}").format(shown(item.name), shown(NOT_OBSERVABLE))
            if item.what is What.NOT_OBSERVABLE
            else shown(item.name)
        )
    return note_title(item)


def short_title(item: Item) -> str:
    """The same where it is drawn that it was noted."""
    if isinstance(item, Mark) and item.noted:
        return shown(item.name)
    if isinstance(item, Annotation) and item.of_service:
        return _moment_name(item)
    return item_title(item)


def _moment_name(note: Annotation) -> str:
    return shown(name_of(What.MOMENT, note.signal or ""))


def note_title(note: Annotation) -> str:
    """What somebody noted, in a few words."""
    name = shown(noticeable().get(note.signal or "", note.signal or ""))
    match note.kind:
        case "verdict":
            return (tr("De acuerdo: {}") if note.verdict == "agree" else tr("En desacuerdo: {}")).format(name)
        case "missed":
            return tr("Faltó: {}").format(name)
        case "moment" if note.of_service:
            name = tr("Momento: {}").format(_moment_name(note))
            return f"{name} · {note.text}" if note.text else name
        case "moment":
            return note.text or tr("Punto marcado")
    return note.text or tr("Comentario")


def stretch_words(start_s: float, end_s: float) -> str:
    """When, and for how long."""
    begins = clock(max(0.0, start_s))
    return begins if end_s - start_s < 0.05 else tr("{} · dura {}").format(begins, lasting(end_s - start_s))
