"""What advice may be about, as the settings list it: by group, the id and the name of each."""

from __future__ import annotations

from collections.abc import Mapping

from coach.manual.catalog import load_catalog
from coach.manual.congruences import load_congruences
from coach.manual.findings import load_findings
from coach.manual.tones import load_tones
from coach.report.words import FAMILY
from coach.ui.manual_words import shown
from coach.ui.words import tr


def topics() -> Mapping[str, Mapping[str, str]]:
    """Signals by family, then the voice, its tones, and voice and face together."""
    groups: dict[str, dict[str, str]] = {}
    for id, signal in load_catalog().items():
        groups.setdefault(shown(FAMILY[signal.family]), {})[id] = shown(signal.name)
    groups[tr("Voz")] = {id: shown(finding.name) for id, finding in load_findings().items()}
    groups[tr("Tono de voz")] = {id: shown(tone.name) for id, tone in load_tones().items()}
    groups[tr("Voz y rostro juntos")] = {id: shown(one.name) for id, one in load_congruences().items()}
    return groups


def topic_ids() -> list[str]:
    """The ids of all of them: what can be muted for good."""
    return [id for group in topics().values() for id in group]
