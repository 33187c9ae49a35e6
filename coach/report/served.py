"""Which types of client were served, and for how long where it was not most of the time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from coach.manual.clients import load_clients
from coach.report.result import Stretch
from coach.report.words import joined, lasting


def clients_of(stretches: Iterable[Stretch]) -> dict[str, float]:
    """Seconds with each type of client that was told, in the order in which they came.

    >>> clients_of([Stretch(0.0, 5.0, "queja", "lento"), Stretch(9.0, 11.0, None, "lento")])
    {'lento': 7.0}
    """
    told: dict[str, float] = {}
    for one in stretches:
        if one.client is not None:
            told[one.client] = told.get(one.client, 0.0) + one.end_s - one.start_s
    return told


def served_words(clients: Mapping[str, float], seconds: float) -> str:
    """Their names; with how long, where it is not one alone that was there most of `seconds`. Empty for nobody.

    The protocol of crisis tells Coach of a client too, maybe for a few seconds: that is not whom the session was with.

    >>> served_words({"lento": 50.0}, 60.0), served_words({"grosero": 8.0}, 60.0)
    ('lento', 'grosero (8.0 s)')
    >>> served_words({"lento": 30.0, "grosero": 25.0}, 60.0)
    'lento (30 s) y grosero (25 s)'
    """
    names = {id: load_clients()[id].name.lower() for id in clients}
    if len(clients) == 1 and sum(clients.values()) >= seconds / 2:
        return joined(list(names.values()))
    return joined([f"{names[id]} ({lasting(held_s)})" for id, held_s in clients.items()])
