"""The standard's items: what a session shows for each, and that nobody but the trainer decides."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest

from coach.core.events import FindingSegment, SignalSegment, ToneScored
from coach.exchange.marks import What
from coach.manual.catalog import load_catalog
from coach.manual.findings import load_findings
from coach.manual.standard import PARTS, load_standard
from coach.manual.tables import CatalogError
from coach.manual.tones import load_tones
from coach.report.result import Result, Stretch
from coach.report.voice_result import VoiceResult
from coach.review.annotation import Annotation
from coach.review.checklist import CheckedItem, checklist, ticks
from coach.review.lanes import lanes_of, notes_lane
from coach.review.notes import Notes
from coach.session.store import SessionStore
from tests.session.conftest import folder, source, store
from tests.support.stores import session_record

__all__ = ["folder", "source", "store"]

MADE = datetime(2026, 3, 9, tzinfo=UTC)


def session(*stretches: Stretch) -> Result:
    """A minute: smiles at its beginning, around 0:20 and at its end, a warm voice, too fast in the middle."""
    scores = dict.fromkeys(load_tones(), 0.2)
    voice = VoiceResult(
        40.0, 5.0, 200.0, True, False, True, 200.0, 5.0, -25.0, -60.0,
        tones=tuple(ToneScored(t, t + 12.0, scores, "calido" if t < 3.0 else None, None) for t in range(40)),
        findings=(FindingSegment("rapido", 25.0, 35.0, 0.8),),
    )  # fmt: skip
    smiles = ((2.0, 5.0), (18.0, 22.0), (55.0, 58.0))
    return replace(
        session_record().result,
        segments=tuple(SignalSegment("sonrisa", start, end, 0.8) for start, end in smiles),
        stretches=stretches,
        voice=voice,
    )


TOLD = (
    Stretch(0.0, 20.0, "saludo", None),
    Stretch(20.0, 50.0, "gestion", None),
    Stretch(50.0, 60.0, "despedida", None),
)


def item(id: str, items: tuple[CheckedItem, ...]) -> CheckedItem:
    return next(one for one in items if one.item.id == id)


def found(checked: CheckedItem) -> list[tuple[str, float, float]]:
    return [(mark.id, mark.start_s, mark.end_s) for mark in checked.evidence]


def test_evidence_lies_within_the_moments_of_its_item() -> None:
    items = checklist(lanes_of(session(*TOLD)))
    assert [one.item for one in items] == list(load_standard().values())
    assert found(item("saludo_horario", items)) == [
        ("calido", 0.0, 14.0),
        ("sonrisa", 2.0, 5.0),
        ("sonrisa", 18.0, 20.0),
    ]
    assert found(item("despedida_horario", items)) == [("sonrisa", 55.0, 58.0)]
    assert found(item("aviso_privacidad", items)) == [("rapido", 25.0, 35.0)]
    assert found(item("nombre_puesto", items)) == []
    assert [(mark.what, mark.id) for mark in item("nombre_puesto", items).spans] == [(What.MOMENT, "saludo")]


def test_what_belongs_to_no_moment_is_shown_wherever_it_was() -> None:
    items = checklist(lanes_of(session(*TOLD)))
    assert found(item("voz_clara", items)) == [("rapido", 25.0, 35.0)]
    assert len(item("amabilidad", items).evidence) == 4
    assert item("amabilidad", items).moments == ()


def test_without_moments_all_that_fits_is_shown() -> None:
    items = checklist(lanes_of(session()))
    assert len(item("despedida_horario", items).evidence) == 4
    assert all(one.moments == () for one in items)
    assert item("cuida_documentos", items).spans == ()


def test_nobody_but_the_trainer_decides(store: SessionStore) -> None:
    id = store.save(session_record())
    numbers = count()
    notes = Notes(id, (), lambda: f"n{next(numbers)}", lambda: MADE, "Ana")
    assert ticks(notes.all) == {}
    store.annotations.put(notes.tick("saludo_horario", 60.0, "agree").added)
    change = notes.tick("nombre_puesto", 60.0, "disagree")
    store.annotations.put(change.added)
    kept = store.annotations.of(id)
    assert {item: {who: note.verdict for who, note in said.items()} for item, said in ticks(kept).items()} == {
        "saludo_horario": {"Ana": "agree"},
        "nombre_puesto": {"Ana": "disagree"},
    }
    assert notes_lane(kept).items == (), "ticks are no notes on the timeline"
    again = notes.tick("nombre_puesto", 60.0, "not_observable")
    assert (again.removed, [one.verdict for one in again.added]) == (change.added, ["not_observable"])
    store.annotations.put(again.added)
    assert ticks(store.annotations.of(id))["nombre_puesto"]["Ana"].verdict == "not_observable"
    assert notes.tick("nombre_puesto", 60.0, "not_observable") == type(again)(removed=again.added)
    assert notes.undo() is not None
    assert ticks(notes.all)["nombre_puesto"]["Ana"].verdict == "not_observable"


def test_each_says_it_for_themselves() -> None:
    ana = Notes("s", (), lambda: "a", lambda: MADE, "Ana")
    ana.tick("orden", 60.0, "agree")
    luis = Notes("s", ana.all, lambda: "b", lambda: MADE, "Luis")
    luis.tick("orden", 60.0, "disagree")
    assert {who: note.verdict for who, note in ticks(luis.all)["orden"].items()} == {"Ana": "agree", "Luis": "disagree"}


def test_a_tick_says_yes_or_no() -> None:
    with pytest.raises(ValueError, match="agrees or disagrees"):
        Annotation("a", "s", "Ana", 0.0, 1.0, "item", "orden", "", None, MADE)
    with pytest.raises(ValueError, match="is on a signal"):
        Annotation("a", "s", "Ana", 0.0, 1.0, "item", None, "", "agree", MADE)
    with pytest.raises(ValueError, match="was observed"):
        Annotation("a", "s", "Ana", 0.0, 1.0, "verdict", "sonrisa", "", "not_observable", MADE)


def test_items_of_all_parts_each_with_what_only_a_person_can_judge() -> None:
    items = load_standard()
    assert [part for part in PARTS if any(one.part == part for one in items.values())] == list(PARTS)
    assert all(one.person.endswith(".") for one in items.values())
    assert not set(items) & {*load_catalog(), *load_findings(), *load_tones()}, "a tick must not be taken for a verdict"


def test_the_attitudes_that_the_manual_asks_for() -> None:
    attitudes = [id for id, one in load_standard().items() if one.part == "actitud"]
    assert attitudes[:5] == ["amabilidad", "tolerancia", "responsabilidad", "iniciativa", "orden"]
    assert attitudes[5:] == ["perseverancia", "empatia", "asertividad", "escucha_activa", "voz_clara"]


BROKEN = (
    ('moments = ["saludo"]', 'moments = ["saluda"]', "clave «moments[0]»: «saluda» no existe"),
    ('tones = ["calido"]', 'tones = ["frio"]', "clave «tones[0]»: «frio» no existe"),
    ('text = "Amabilidad"', 'text = "Tolerancia"', "es igual que en la fila"),
    ("signals = []", "signals = []\nscore = 3", "clave «score»: esta clave no existe"),
    ('part = "atender"', 'part = "vender"', "clave «part»"),
)


@pytest.mark.parametrize(("was", "now", "sentence"), BROKEN)
def test_a_table_at_fault_is_refused(tmp_path: Path, was: str, now: str, sentence: str) -> None:
    text = (Path(__file__).parents[2] / "coach" / "manual" / "estandar.toml").read_text(encoding="utf-8")
    assert was in text
    file = tmp_path / "estandar.toml"
    file.write_text(text.replace(was, now, 1), encoding="utf-8")
    with pytest.raises(CatalogError) as raised:
        load_standard(file)
    assert sentence in str(raised.value)
