"""The terminal summary: fits, can be read without colour, says what was not judged and why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.manual.catalog import Catalog
from coach.manual.conditions import ViewCondition
from coach.report.result import Result, Span
from coach.report.sections_last import not_observable
from coach.report.summary import Look, summary

Conditions = dict[str, ViewCondition]


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_no_line_is_wider_than_the_terminal(
    result: Result, catalog: Catalog, conditions: Conditions, width: int
) -> None:
    everything = replace(result, segments=tuple(replace(result.segments[0], id=id) for id in catalog))
    for one in (result, everything):
        assert max(map(len, summary(one, catalog, conditions, Look(width=width)).splitlines())) <= width


def test_what_stood_out_comes_first(result: Result, catalog: Catalog, conditions: Conditions) -> None:
    lines = summary(result, catalog, conditions, Look(width=100)).splitlines()
    assert lines[0] == "Coach · <cliente> & yo.mp4 · 1:00 de video"
    assert lines[2] == "Lo que te ayudó: sonrisa (9.0 s)."
    assert lines[3] == "Lo que puedes cuidar: brazos cruzados (10 s)."


def test_a_live_session_is_no_nameless_recording(result: Result, catalog: Catalog, conditions: Conditions) -> None:
    live = replace(result, source=replace(result.source, path="", live=True))
    title = summary(live, catalog, conditions, Look(width=100)).splitlines()[0]
    assert title == "Coach · sesión guardada · 1:00 de video"


def test_the_bar_shows_when(result: Result, catalog: Catalog, conditions: Conditions) -> None:
    lines = summary(result, catalog, conditions, Look(width=117)).splitlines()
    (row,) = [line for line in lines if line.startswith("  ✓ Sonrisa")]
    bar = row.split()[2]
    assert len(bar) == 60
    assert bar == "···" + "███" + "······" + "██████" + "·" * 42
    assert row.endswith(" 9.0 s, 2 veces")


def test_the_bar_shows_when_a_signal_was_not_observable(
    result: Result, catalog: Catalog, conditions: Conditions
) -> None:
    text = summary(result, catalog, conditions, Look(width=117))
    (row,) = [line for line in text.splitlines() if line.startswith("  ○ Brazos cruzados")]
    assert row.split()[3] == "·" * 10 + "░" * 30 + "·" * 10 + "█" * 10
    assert "  █ presente   · ausente   ░ no observable\n  ✓ te ayuda   ○ puedes cuidarlo\n" in text


def test_what_was_not_judged_names_what_had_to_be_in_view(
    result: Result, catalog: Catalog, conditions: Conditions
) -> None:
    text = " ".join(summary(result, catalog, conditions, Look(width=100)).split())
    assert "Hacía falta ver bien los hombros, la cadera y las piernas: piernas cruzadas." in text
    assert "Hacía falta ver bien la cara, los hombros, la cadera y las piernas: caminar con la espalda erguida." in text
    assert "no observable el 50 % del tiempo" in text
    assert "juzgar" not in text
    assert "Lo que estorbó la vista o el sonido 0:20 a 0:25 Falta luz. Enciende una luz." in text
    assert "0:51 Suelta los brazos (brazos cruzados)" in text
    assert "Nada salió de esta computadora." in text


def test_plain_consoles_get_plain_characters(result: Result, catalog: Catalog, conditions: Conditions) -> None:
    text = summary(result, catalog, conditions, Look(blocks=False))
    assert "\x1b" not in text
    text.encode("cp850")
    text.encode("cp1252")


def test_colour_only_repeats_what_words_say(result: Result, catalog: Catalog, conditions: Conditions) -> None:
    import re

    coloured = summary(result, catalog, conditions, Look(colour=True))
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[\d+m", "", coloured) == summary(result, catalog, conditions, Look())


def test_sound_alone(sound: Result, catalog: Catalog, conditions: Conditions) -> None:
    text = summary(sound, catalog, conditions, Look())
    assert text.startswith("Coach · voz.wav · 0:10 de sonido\n")
    assert "solo tiene sonido" in text
    assert "no observable" not in text.lower()


def test_what_hampered_sound_alone_is_told_with_what_to_do(
    sound: Result, catalog: Catalog, conditions: Conditions
) -> None:
    spans = (Span("microfono_saturado", 2.0, 9.0), Span("sonido_perdido", 9.0, 9.5))
    lines = summary(replace(sound, conditions=spans), catalog, conditions, Look()).splitlines()
    assert lines[lines.index("Lo que estorbó el sonido") :][1:3] == [
        "  0:02 a 0:09  Tu voz llega saturada. Aléjate del micrófono.",
        "  0:09 a 0:09  Se perdió una parte del sonido. Lo que falta no se juzga.",
    ]


def test_of_a_moment_nothing_is_said_to_have_been_hidden(
    result: Result, catalog: Catalog, conditions: Conditions
) -> None:
    one = replace(result, seen_s=0.08, duration_s=0.08, segments=(), observable=dict.fromkeys(catalog, 0.0))
    text = " ".join(summary(one, catalog, conditions, Look()).split())
    section = not_observable(one)
    assert section is not None
    page = " ".join(f"{block}" for block in section.blocks)
    for told in (text, page):
        assert "La imagen dura 0.1 s, demasiado poco para observar las señales" in told
        assert "acía falta ver bien" not in told
    assert "Faltó ver: manos detrás de la cabeza," in text


def test_pictures_that_end_early_in_a_long_session_do_not_make_it_brief(
    result: Result, catalog: Catalog, conditions: Conditions
) -> None:
    one = replace(result, seen_s=2.0, segments=(), observable=dict.fromkeys(catalog, 0.0))
    text = " ".join(summary(one, catalog, conditions, Look()).split())
    assert "Hacía falta ver bien" in text and "La imagen dura" not in text


def test_nothing_seen_is_said(result: Result, catalog: Catalog, conditions: Conditions) -> None:
    text = summary(replace(result, segments=(), cues=(), conditions=()), catalog, conditions, Look())
    assert "no apareció ninguna de las señales" in text
