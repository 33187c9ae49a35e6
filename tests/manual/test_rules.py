"""The tables of advice: moments, clients, crisis, rules, sensitivities and congruences."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from coach.manual.catalog import LONGEST_ADVICE, load_catalog
from coach.manual.clients import load_clients
from coach.manual.conditions import load_conditions
from coach.manual.congruences import load_congruences
from coach.manual.crisis import load_crisis
from coach.manual.findings import load_findings
from coach.manual.moments import load_moments
from coach.manual.rules import load_rules
from coach.manual.sensitivity import load_sensitivities
from coach.manual.tables import CatalogError
from coach.manual.tones import load_tones
from tests.support.rows import MANUAL

RULES = load_rules().values()


def test_the_moments_and_the_clients_are_those_of_the_manual() -> None:
    assert list(load_moments()) == [
        "saludo", "sondeo", "gestion", "argumentacion", "objecion", "queja", "compromiso", "satisfaccion", "despedida",
    ]  # fmt: skip
    assert list(load_clients()) == [
        "dominante", "hablador", "indeciso", "sabelotodo", "impaciente", "reservado", "lento", "grosero",
    ]  # fmt: skip
    assert [step.id for step in load_crisis()] == [
        "calma", "escucha", "sin_interrumpir", "sin_culpar", "empatia", "relevo", "presentacion", "causa", "solucion",
        "despedida",
    ]  # fmt: skip


def test_whatever_is_to_be_said_is_read_at_a_glance() -> None:
    lines = [row.advice for row in load_catalog().values()] + [row.advice for row in load_findings().values()]
    lines += [row.advice for row in load_congruences().values()]
    lines += [text for rule in RULES for text in (*rule.texts, *rule.also)]
    lines += [line for tone in load_tones().values() for line in (tone.advice, tone.praise)]
    lines += [row.advice for row in load_conditions().values()]
    for line in lines:
        assert 2 <= len(line.split()) <= 5 and len(line) <= LONGEST_ADVICE, line
        assert not line.endswith("."), line
    assert sum(len(line.split()) <= 4 for line in lines) > 0.95 * len(lines)


def test_praise_sounds_like_praise_and_correction_does_not() -> None:
    for rule in RULES:
        for line in (*rule.texts, *rule.also):
            assert line.startswith(("Bien: ", "Qué buen")) == (rule.kind == "refuerza"), line


IMPERATIVES = """
    Abre Acompaña Acércate Afirma Afloja Agiliza Aleja Apoya Aquieta Articula Asiente Baja Busca Calma Cierra Dale
    Deja Descansa Descruza Despeja Despídete Endereza Escucha Guarda Habla Haz Juega Levanta Marca Mira Muestra
    Ponle Pregunta Propón Párate Relaja Repite Resalta Respira Responde Saca Saluda Serena Sonríe Suaviza Sube
    Suelta Suma Termina Varía Ve
"""
"""What a correction may begin with, as it is said to somebody whom one calls tú."""


def test_every_correction_begins_with_what_to_do() -> None:
    lines = {row.advice for row in load_catalog().values()} | {row.advice for row in load_findings().values()}
    lines |= {row.advice for row in load_congruences().values()} | {tone.advice for tone in load_tones().values()}
    lines |= {text for rule in RULES for text in (*rule.texts, *rule.also)}
    verbs = set(IMPERATIVES.split())
    corrections = {line for line in lines if not line.startswith(("Bien: ", "Qué buen"))}
    assert {line for line in corrections if line.split()[0].rstrip(":") not in verbs} == set()
    assert {line.split()[0].rstrip(":") for line in corrections} == verbs, "no word stands here for nothing"


def test_everything_that_can_be_corrected_has_its_rule_and_more_than_one_way_to_say_it() -> None:
    plain = {rule.about: rule for rule in RULES if rule.when == "presente" and rule.precision == 0}
    for id in (*MANUAL, *load_findings(), *load_congruences()):
        assert id in plain, id
    often = ["brazos_cruzados", "hombros_encorvados", "fruncir_ceno", "mirar_abajo", "rapido", "sonrisa"]
    assert all(len(plain[id].also) >= 2 for id in often)


def test_whatever_gesture_or_posture_is_corrected_is_praised_once_it_is_mended() -> None:
    praised = {rule.about for rule in RULES if rule.when == "corregido"}
    signals, findings = load_catalog(), load_findings()
    assert {id for id in MANUAL if signals[id].kind == "corrige"} - praised == set()
    assert set(findings) - praised == {"ruido"}, "what is silenced is not the agent"


PACE = {
    "rapido": ("despacio", "pausa", "ritmo", "con calma", "a su paso", "idea por idea"),
    "lento": ("agiliza", "ritmo", "al grano", "sin rodeos"),
}
"""Words of which one is in whatever is said of the pace: nothing else has been heard."""


@pytest.mark.parametrize("id", PACE)
def test_of_mere_pace_nothing_is_told_but_how_to_speak(id: str) -> None:
    told = [row for row in RULES if (row.about, row.when) == (id, "presente")]
    lines = [load_findings()[id].advice, *(text for rule in told for text in (*rule.texts, *rule.also))]
    assert [line for line in lines if not any(word in line.lower() for word in PACE[id])] == []


def test_only_what_the_moment_is_to_show_is_asked_for() -> None:
    for rule in RULES:
        if rule.when == "ausente":
            assert all(rule.about in load_moments()[moment].show for moment in rule.moments)


def test_to_look_at_the_camera_is_silent_wherever_nothing_asks_for_it() -> None:
    plain = [rule for rule in RULES if rule.about == "contacto_visual" and rule.precision == 0]
    assert [rule.harm for rule in plain] == [0.0]


def test_at_normal_there_are_three_lines_a_minute_at_most() -> None:
    paces = load_sensitivities()
    assert paces["normal"].gap_s >= 20.0
    assert paces["discreto"].gap_s > paces["normal"].gap_s > paces["intenso"].gap_s
    assert all(pace.held_s <= 0.8 for pace in paces.values()), "a line comes within a second of its cause"


BRAZOS = 'about = "brazos_cruzados"\nharm = 0.6'
FAULTS = {
    "a rule for nothing": ("consejos.toml", 'about = "frotar_ojo"', 'about = "frotar"', "no existe"),
    "a moment that is none": ("consejos.toml", 'moments = ["gestion"]', 'moments = ["tramite"]', "no existe"),
    "a client that is none": ("consejos.toml", '"reservado", "dominante"]', '"reservado", "x"]', "no existe"),
    "a condition that is none": (
        "consejos.toml",
        'conditions = ["cubrebocas"]',
        'conditions = ["cubreboca"]',
        "no existe",
    ),
    "no condition at all": ("consejos.toml", 'conditions = ["cubrebocas"]', "conditions = []", "conditions"),
    "two conditions that can hold at once": (
        "consejos.toml",
        "[poco_claro_corregido]",
        '[ronco]\nabout = "poco_claro"\nconditions = ["oscuro"]\nharm = 0.5\n\n[poco_claro_corregido]',
        "habla de lo mismo que «poco_claro_cubrebocas»",
    ),
    "a moment's silence that a client breaks": (
        "consejos.toml",
        'moments = ["gestion"]\nclients = ["reservado", "dominante", "indeciso"]',
        'moments = ["gestion"]\nclients = ["reservado", "dominante"]',
        "mirar_abajo_gestion.*«mirar_abajo_reservado».*agrega una con los dos",
    ),
    "a harm beyond all": ("consejos.toml", BRAZOS, BRAZOS.replace("0.6", "1.6"), "fuera de lo permitido"),
    "two that speak of the same": (
        "consejos.toml",
        "[caminar_erguido]",
        f"[otra]\n{BRAZOS}\n\n[caminar_erguido]",
        "habla de lo mismo que «otra»",
    ),
    "a line too long": ("consejos.toml", "Descruza los brazos", "Descruza los brazos " + "x" * 30, "caben"),
    "too many words": ("consejos.toml", "Descruza los brazos", "Descruza ya los brazos con calma", "palabras"),
    "texts and more": ("consejos.toml", BRAZOS, f'{BRAZOS}\ntexts = ["Suelta eso"]', "texts o also"),
    "an absence without time": ("consejos.toml", "after_s = 20.0\n", "", 'va con when = "ausente"'),
    "an absence everywhere": ("consejos.toml", 'when = "ausente"\nmoments = ["queja"]', 'when = "ausente"', "momento"),
    "nothing to say": ("consejos.toml", 'texts = ["Bien: manos quietas"]\n', "", "agrega texts"),
    "a tone without kind": ("consejos.toml", 'about = "calido"\nkind = "corrige"\n', 'about = "calido"\n', "kind"),
    "a kind of a signal": ("consejos.toml", BRAZOS, f'{BRAZOS}\nkind = "refuerza"', "solo se escribe"),
    "thanks for what is praised": (
        "consejos.toml",
        'about = "frotar_manos"\nwhen = "corregido"',
        'about = "asentir"\nwhen = "corregido"',
        "se agradece",
    ),
    "a pace of nothing": ("sensibilidades.toml", "gap_s = 20.0", "gap_s = 0.0", "mayor que 0"),
    "a pace too many": ("sensibilidades.toml", "[normal]", "[normales]", "discreto, normal, intenso"),
    "a congruence of nothing": ("congruencias.toml", 'feature = "asentir"', 'feature = "asentar"', "no existe"),
    "a client without signs": ("clientes.toml", 'signs = ["Es amistoso', 'sign = ["Es amistoso', "no existe"),
    "a step too long": ("crisis.toml", "Mantén la calma", "Mantén la calma " + "x" * 30, "caben"),
}
LOADERS: dict[str, Any] = {
    "consejos.toml": load_rules,
    "sensibilidades.toml": load_sensitivities,
    "congruencias.toml": load_congruences,
    "clientes.toml": load_clients,
    "crisis.toml": load_crisis,
}


@pytest.mark.parametrize("name", FAULTS)
def test_what_does_not_fit_is_refused_by_name(name: str, tmp_path: Path) -> None:
    table, right, wrong, told = FAULTS[name]
    text = (files("coach.manual") / table).read_text(encoding="utf-8")
    assert right in text
    file = tmp_path / table
    file.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(CatalogError, match=rf"(?s){table}.*{told}"):
        LOADERS[table](file)
