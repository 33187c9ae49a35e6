"""The end of a report: each thing in detail, what could not be observed, what a report can tell, the manual's rows."""

from __future__ import annotations

from typing import Final

from coach.manual.catalog import load_catalog
from coach.manual.findings import load_findings
from coach.report.content import Block, Bullets, Card, Cards, Entries, Paragraph, Section
from coach.report.counted import counted, left_out, occasions
from coach.report.result import SEEN_AT_ALL, Result
from coach.report.row_names import entries, evidence, row_name
from coach.report.voice_words import finding_rows
from coach.report.words import (
    FAMILY,
    NOT_OBSERVABLE,
    adjusted_words,
    blind_words,
    lasting,
    needs,
    times,
    too_brief,
)

CAN: Final = (
    "Contar lo que se vio y se oyó, cuándo, y con qué confianza.",
    "Decir lo que el manual recomienda en cada momento, y proponerte una meta y un ejercicio.",
    "Compararte contigo, con las sesiones que decidiste guardar.",
)
CANNOT: Final = (
    "Saber cómo te sientes, qué piensas o qué quieres: una señal es algo que se observa, nada más.",
    "Ponerte nota: no te compara con nadie más ni sirve para evaluarte.",
    "Juzgar los tonos como lo haría una persona: son un parecido, todavía no validado con personas.",
    "Ver lo que quedó fuera de la imagen, tapado o a oscuras: eso aparece como no observable.",
    "Acertar siempre: cada detección puede fallar, y tú estuviste ahí. Si no te convence, no le hagas caso.",
)


def to_mend(result: Result) -> Section | None:
    """What to take care of, with how well each is supported; None when there is nothing."""
    told = counted(result)
    cards = [_signal(result, told, id) for id in told.present(load_catalog()) if load_catalog()[id].kind == "corrige"]
    known = load_findings()
    cards += [
        Card(
            "corrige",
            known[id].name,
            extent,
            known[id].reflects,
            known[id].advice,
            evidence(known[id].evidence, known[id].evidence_note),
            row=id,
        )
        for id, extent in finding_rows(result, told)
    ]
    return Section("cuidar", "Lo que puedes cuidar", (Cards(tuple(cards)),)) if cards else None


def _signal(result: Result, told: Result, id: str) -> Card:
    """What of it counts is `told`."""
    signal = load_catalog()[id]
    figures = f"{FAMILY[signal.family]} · {lasting(told.seconds(id))} en total, {times(occasions(result, told, id))}"
    figures += left_out(result, id)
    blind = blind_words(result.observable[id])
    return Card(
        "corrige",
        signal.name,
        f"{figures}; {blind}" if blind else figures,
        signal.reflects,
        signal.advice,
        evidence(signal.evidence, signal.evidence_note),
        row=id,
    )


def not_observable(result: Result) -> Section | None:
    """What could not be judged, and what it would have needed; None when all could, or there was no camera."""
    unseen = [signal for id, signal in load_catalog().items() if result.observable[id] < SEEN_AT_ALL]
    if not unseen or not result.source.video:
        return None
    brief = too_brief(result.seen_s, result.duration_s)
    items = tuple((signal.name, "" if brief else f"hacía falta ver bien {needs(signal)}") for signal in unseen)
    said = Paragraph(f"De esto no digo nada, ni bueno ni malo: faltó verlo. {brief}".strip(), "muted")
    return Section("no-observable", NOT_OBSERVABLE.capitalize(), (said, Bullets(items)))


def honest(result: Result) -> Section:
    """What this report can tell and what it cannot, and by whose thresholds."""
    adjusted = adjusted_words([row_name(id) for id in result.adjusted]) if result.adjusted else None
    blocks: tuple[Block, ...] = (
        Paragraph("Puede:", "strong"),
        Bullets(tuple((one, "") for one in CAN)),
        Paragraph("No puede:", "strong"),
        Bullets(tuple((one, "") for one in CANNOT)),
        *([Paragraph(adjusted)] if adjusted else []),
    )
    return Section("honesto", "Lo que este informe puede y no puede decir", blocks)


def manual(ids: set[str]) -> Section | None:
    """The manual's rows for all that the report speaks of; None when it speaks of none."""
    rows = entries(ids)
    if not rows:
        return None
    about = Paragraph(
        "Lo que dice el manual de cada cosa que aparece en este informe, y qué tan respaldado está.", "muted"
    )
    return Section("manual", "Lo que dice el manual", (about, Entries(rows)))
