"""ELAN's files (.eaf): tiers of annotations in XML, times in milliseconds.

https://www.mpi.nl/tools/elan/EAF_Annotation_Format_3.0_and_ELAN.pdf
"""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from coach.errors import KnownError, why
from coach.exchange.annotations import Annotated, Annotation
from coach.exchange.marks import Mark, Timeline
from coach.exchange.tiers import Tier, milliseconds, shown, tiers_of

CUES: Final = "consejo"
_SHOWN_S: Final = 2.0
"""ELAN knows no moments: a line of advice lasts so long there."""
_TYPE: Final = "coach"
_SCHEMA: Final = "http://www.mpi.nl/tools/elan/EAFv3.0.xsd"
_INSTANCE: Final = "http://www.w3.org/2001/XMLSchema-instance"


def write_eaf(timeline: Timeline) -> str:
    """The file's content; a tier a signal, named after its id, each annotation with the signal's name."""
    ElementTree.register_namespace("xsi", _INSTANCE)
    root = Element(
        "ANNOTATION_DOCUMENT",
        {
            "AUTHOR": "Coach",
            "DATE": datetime.now(UTC).isoformat(timespec="seconds"),
            "FORMAT": "3.0",
            "VERSION": "3.0",
            f"{{{_INSTANCE}}}noNamespaceSchemaLocation": _SCHEMA,
        },
    )
    header = SubElement(root, "HEADER", {"MEDIA_FILE": "", "TIME_UNITS": "milliseconds"})
    if timeline.medium:
        kind = mimetypes.guess_type(timeline.medium)[0] or "unknown"
        place = {"MEDIA_URL": f"file:./{timeline.medium}", "RELATIVE_MEDIA_URL": f"./{timeline.medium}"}
        SubElement(header, "MEDIA_DESCRIPTOR", {**place, "MIME_TYPE": kind})
    tiers = tiers_of(timeline)
    tiers.append(Tier(CUES, tuple(shown(timeline, _SHOWN_S))))
    _write_tiers(root, tiers)
    alignable = {"GRAPHIC_REFERENCES": "false", "LINGUISTIC_TYPE_ID": _TYPE, "TIME_ALIGNABLE": "true"}
    SubElement(root, "LINGUISTIC_TYPE", alignable)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _write_tiers(root: Element, tiers: list[Tier]) -> None:
    order = SubElement(root, "TIME_ORDER")
    slots = annotations = 0
    for tier in tiers:
        element = SubElement(root, "TIER", {"LINGUISTIC_TYPE_REF": _TYPE, "TIER_ID": tier.name})
        for mark in tier.marks:
            names = []
            for seconds in (mark.start_s, mark.end_s):
                slots += 1
                names.append(f"ts{slots}")
                SubElement(order, "TIME_SLOT", {"TIME_SLOT_ID": names[-1], "TIME_VALUE": str(milliseconds(seconds))})
            annotations += 1
            _write_mark(element, mark, f"a{annotations}", *names)


def _write_mark(tier: Element, mark: Mark, id: str, start: str, end: str) -> None:
    places = {"ANNOTATION_ID": id, "TIME_SLOT_REF1": start, "TIME_SLOT_REF2": end}
    aligned = SubElement(SubElement(tier, "ANNOTATION"), "ALIGNABLE_ANNOTATION", places)
    SubElement(aligned, "ANNOTATION_VALUE").text = mark.name


def read_eaf(file: Path) -> Annotated:
    """The annotations that have times of their own; dependent ones have those of their parents and are passed over.

    Raises `KnownError` for what is no such file, or has annotations whose time nobody set.
    """
    try:
        root = ElementTree.fromstring(file.read_bytes())  # noqa: S314 - expat itself refuses entities that explode
        slots = {slot.attrib["TIME_SLOT_ID"]: slot.get("TIME_VALUE") for slot in root.iter("TIME_SLOT")}
        if root.tag != "ANNOTATION_DOCUMENT":
            raise ValueError(root.tag)
        tiers = {tier.attrib["TIER_ID"]: tuple(_annotations(tier, slots)) for tier in root.iter("TIER")}
        person = next((tier.attrib["PARTICIPANT"] for tier in root.iter("TIER") if tier.get("PARTICIPANT")), None)
    except OSError as error:
        raise KnownError(f"No puedo leer «{file}» ({why(error)}); revisa sus permisos.") from error
    except (ElementTree.ParseError, LookupError, ValueError, TypeError) as error:  # LookupError: an unknown coding
        raise KnownError(f"«{file}» no es un archivo de ELAN, o está dañado; vuelve a guardarlo con ELAN.") from error
    return Annotated(tiers, person, None)


def _annotations(tier: Element, slots: dict[str, str | None]) -> Iterator[Annotation]:
    for one in tier.iter("ALIGNABLE_ANNOTATION"):
        start, end = slots[one.attrib["TIME_SLOT_REF1"]], slots[one.attrib["TIME_SLOT_REF2"]]
        if start is None or end is None:
            continue
        yield Annotation((one.findtext("ANNOTATION_VALUE") or "").strip(), int(start) / 1000.0, int(end) / 1000.0)
