"""What does not make a conversation is refused, with the file, the node and the key."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.manual.tables import CatalogError
from coach.practice.loader import read_practice, read_practices

GOOD = """
[guion]
client = "grosero"
title = "Prueba"
place = "Ventanilla"
situation = "Atiendes una ventanilla."
duration_s = 120
nudge = "¿Sigue ahí?"
closing = "cierre"

[llega]
moment = "saludo"
line = "Buenas."
hint = "Saluda"
branches = [
    { to = "queja", when = { spoke_below = 3.0 }, note = "Saludo corto." },
    { to = "cierre" },
]

[queja]
moment = "queja"
line = "No me escucha."
hint = "Escucha"
branches = [{ to = "cierre" }]

[cierre]
moment = "satisfaccion"
line = "Ya quedó."
hint = "Confirma"
branches = [{ to = "adios" }]

[adios]
moment = "despedida"
line = "Adiós."
hint = "Despídete"
"""

CRISIS = (
    GOOD.replace("[guion]", "[guion]\ncrisis = true")
    .replace('moment = "saludo"', 'moment = "saludo"\nstep = "calma"')
    .replace('moment = "queja"', 'moment = "queja"\nstep = "empatia"')
    .replace('moment = "satisfaccion"', 'moment = "satisfaccion"\nstep = "solucion"')
    .replace('moment = "despedida"', 'moment = "despedida"\nstep = "despedida"')
)


def write(folder: Path, content: str, name: str = "prueba.toml") -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


def test_a_script_is_read(tmp_path: Path) -> None:
    script = read_practice(write(tmp_path, GOOD))
    assert (
        script.id == "prueba"
        and script.opening.id == "llega"
        and list(script.nodes)
        == [
            "llega",
            "queja",
            "cierre",
            "adios",
        ]
    )
    first, last = script.opening.branches
    assert first.when is not None and first.when.spoke_below == 3.0 and last.when is None
    assert read_practice(write(tmp_path, CRISIS)).scene.crisis


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('hint = "Saluda"', 'hint = "Saluda"\npista = "x"', "fila «llega», clave «pista»: esta clave no existe"),
        ('line = "Buenas."', "", "fila «llega», clave «line»: falta esta clave"),
        ("duration_s = 120", "duration_s = 12", "fila «guion», clave «duration_s»: el valor 12"),
        ("duration_s = 120", "duration_s = 120\ntema = 1", "fila «guion», clave «tema»: esta clave no existe"),
        ('client = "grosero"', 'client = "groser"', "clave «client»: «groser» no existe; lo más parecido es grosero"),
        ('moment = "queja"', 'moment = "enojo"', "fila «queja», clave «moment»: «enojo» no existe"),
        ('to = "queja"', 'to = "quejas"', "clave «branches[0].to»: «quejas» no existe; lo más parecido es queja"),
        ("spoke_below = 3.0", 'finding = "veloz"', "clave «branches[0].when.finding»: «veloz» no existe"),
        ("spoke_below = 3.0", 'signal = "reir"', "clave «branches[0].when.signal»: «reir» no existe"),
        ("spoke_below = 3.0", 'tone = "feliz"', "clave «branches[0].when.tone»: «feliz» no existe"),
        ("spoke_below = 3.0", 'dijo = "hola"', "clave «branches[0].when.dijo»: esta clave no existe"),
        ("spoke_below = 3.0", "spoke_below = -1", "clave «branches[0].when.spoke_below»: el valor -1"),
        ("{ spoke_below = 3.0 }", "{}", "clave «branches[0].when»: no dice qué debe notarse"),
        (', note = "Saludo corto."', "", "clave «branches[0].note»: falta esta clave"),
        ('    { to = "cierre" },\n', "", "clave «branches[0]»: la última rama es para cualquier respuesta"),
        (', when = { spoke_below = 3.0 }, note = "Saludo corto."', "", "clave «branches[0]»: las ramas que siguen"),
        (
            '    { to = "queja", when = { spoke_below = 3.0 }, note = "Saludo corto." },\n',
            "",
            "fila «queja»: ninguna rama",
        ),
        ('hint = "Escucha"\nbranches = [{ to = "cierre" }]', 'hint = "Escucha"', "fila «queja»: aquí se acaba"),
        ('hint = "Escucha"\nbranches = [{ to = "cierre" }]', 'hint = "x"\nbranches = [{ to = "llega" }]', "da vueltas"),
        ('closing = "cierre"', 'closing = "queja"', "clave «closing»: debe ser un nodo de satisfaccion o de despedida"),
        ('closing = "cierre"', 'closing = "fin"', "clave «closing»: «fin» no existe"),
        ('hint = "Saluda"', 'hint = "Saluda"\nentry = "Antes."', "fila «llega», clave «entry»: en «saludo» ya"),
        ('moment = "queja"', 'moment = "queja"\nstep = "calma"', "clave «step»: solo va donde crisis = true"),
        ("[guion]", "[escena]", "fila «guion»: falta esta tabla"),
        ("[guion]", "[guion", "no es TOML válido"),
    ],
)
def test_what_does_not_fit_is_named(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in GOOD
    with pytest.raises(CatalogError) as raised:
        read_practice(write(tmp_path, GOOD.replace(old, new, 1)))
    assert str(raised.value).startswith("prueba.toml") and said in str(raised.value)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('step = "calma"\n', "", "fila «llega», clave «step»: falta esta clave"),
        ('step = "empatia"', 'step = "solucion"', ""),
        ('step = "calma"', 'step = "causa"', "fila «queja», clave «step»: el paso «empatia» va antes que «causa»"),
        ('step = "despedida"', 'step = "solucion"', "la crisis termina con el paso «despedida»"),
        ('step = "calma"', 'step = "relax"', "«relax» no existe"),
    ],
)
def test_a_crisis_follows_the_protocol(tmp_path: Path, old: str, new: str, said: str) -> None:
    path = write(tmp_path, CRISIS.replace(old, new, 1))
    if not said:
        assert read_practice(path).nodes["queja"].step == "solucion", "steps may be passed over"
        return
    with pytest.raises(CatalogError) as raised:
        read_practice(path)
    assert said in str(raised.value)


def test_an_entry_must_be_the_only_one_of_its_moment(tmp_path: Path) -> None:
    twice = GOOD.replace('hint = "Escucha"', 'hint = "Escucha"\nentry = "Antes."')
    assert [node.id for node in read_practice(write(tmp_path, twice)).entries] == ["queja"]
    twice = twice.replace('moment = "satisfaccion"', 'moment = "queja"\nentry = "Después."')
    twice = twice.replace('closing = "cierre"', 'closing = "adios"')
    with pytest.raises(
        CatalogError, match="fila «cierre», clave «entry»: en «queja» ya se empieza por el nodo «queja»"
    ):
        read_practice(write(tmp_path, twice))


def test_two_scripts_may_not_share_a_title(tmp_path: Path) -> None:
    write(tmp_path, GOOD, "a.toml")
    write(tmp_path, GOOD, "b.toml")
    (tmp_path / "leeme.txt").write_text("no", encoding="utf-8")
    with pytest.raises(CatalogError, match=r"b\.toml, fila «guion», clave «title»: es igual que en a\.toml"):
        read_practices(tmp_path)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match="no se puede leer"):
        read_practice(tmp_path / "no.toml")
