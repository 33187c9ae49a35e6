"""Nobody is told how they feel, nobody is scored, nobody is ranked: in no text that a person can meet, in no export."""

from __future__ import annotations

import ast
import io
import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pyarrow import parquet

from coach.core.events import CongruenceSegment, Cue, FindingSegment, SignalSegment
from coach.exchange.collect import timeline_of
from coach.exchange.formats import FORMATS
from coach.manual.catalog import load_catalog
from coach.manual.congruences import load_congruences
from coach.manual.findings import load_findings
from coach.manual.rules import load_rules
from coach.report.document import document
from coach.report.page import page
from coach.report.result import Result
from tests.report.sessions import kept, session, voice

COACH = Path(__file__).parents[1] / "coach"
TABLES = sorted(COACH.rglob("*.toml"))
SOURCES = sorted(COACH.rglob("*.py"))
TRANSLATIONS = sorted(COACH.rglob("*.ts"))

FEELING = (
    r"enoj\w+|enfad\w+|furios\w+|furia|ira|rabia|ansi(?:edad|os\w+)|nervios\w*|trist\w+|miedo\w*|asust\w+|estr[eé]s"
    r"|estresad\w+|depri\w+|aburr\w+|desgan\w+|angusti\w+|frustra\w+|vergüenza|hostil\w*|agresiv\w+|abati\w+"
    r"|desesper\w+|apen(?:ad\w+|ó|aron)|alegr\w+|preocup\w+|impacienc\w+|content[oa]s?|torpe\w*|atacad[oa]s?|doli[óe]\w*"
    r"|desánimo|cansancio|insegur\w+|emoci\w+|sentimient\w+|estados? de ánimo|(?:mal|buen) humor|(?:bad|good) mood"
    r"|angry|anger|anxi\w+|nervous\w*|sad|sadness|afraid|fear\w*|stress\w*|depress\w+|bored\w*|insecur\w+|emotion\w*"
    r"|desperat\w+|worr(?:y|ied|ies)|embarrass\w+|impatien(?:ce|tly)|clums\w+"
    r"|sint(?:i|ió)\w*|inquiet\w+|incómod\w+|(?:no )?se anim\w+|agobi\w+|abrum\w+|provoc(?:ó|aron|aste)"
    r"|(?:está|estaba|quedó|va|vaya|fue|iba|puso|siente) (?:ya |más |muy |bien )*(?:tranquil|calmad)[oa]s?"
    r"|encendi(?:ó|eron)|(?:no )?(?:creyó|pensó|supo)|(?<!se )les? (?:pareci(?:ó|eron)|son(?:ó|aron))|se creció"
    r"|dio (?:un poco de )?(?:confianza|certeza|gusto|pena)|dieron ganas|(?:hizo|hicieron) (?:etern[oa]|bolas)"
    r"|felt|uneas[yi]\w*|uncomfortabl\w+|overwhelm\w+"
)
LYING = r"mentir\w*|mient\w+(?<!mientras)|engañ\w+|deshonest\w+|liar|lies|lying|deceiv\w+"
VERDICT = (
    r"puntajes?|puntuaci\w+|puntos? de \d+|calific\w+|rankings?|clasific\w+|percentil\w*|estrellas|nota final"
    r"|(?:mejor|peor) que (?:otr|tus compañer|los demás|el promedio)\w*|scores?|ranks?|ranked|grades?"
)
FORBIDDEN = re.compile(rf"\b(?:{FEELING}|{LYING}|{VERDICT})\b", re.IGNORECASE)
DENIED = re.compile(
    r"\b(?:no|ni|nunca|sin|jamás|nadie|prohibido|forbidden|not|never|nor|no one|nobody|without)\b", re.IGNORECASE
)
READING = re.compile(r"^(?:El cliente|Al cliente|El ruido)\b")
"""How a row tells what it reflects: somebody else may read it so, which is no statement about the agent."""

OTHERS_SPEAK = {"line", "nudge"}
"""What the simulated client says of itself."""
IDS = {"to"}
ABOUT_PEOPLE = {"evidence_note"}
"""What research found in people in general, most of it that a sign does not tell how somebody feels."""
ENGLISH = {"rasgos.toml", "rasgos_voz.toml", "referencia_voz.toml"}
"""Tables for developers: units, windows, sources."""
CODE = {"score", "scores"}
"""Words of interfaces: what MediaPipe returns, and the likeness of a voice to each tone in the JSON of `analizar`."""


def offending(text: str) -> list[str]:
    """What may not be said, but for sentences that deny it ("no te califica")."""
    return [
        match[0]
        for sentence in re.split(r"[.;:!?¡¿\n]", text)
        for match in FORBIDDEN.finditer(sentence)
        if not DENIED.search(sentence[: match.start()])
    ]


def texts(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a table, with the key that it stands under."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from texts(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner, key)


@pytest.mark.parametrize("file", TABLES, ids=lambda file: file.name)
def test_no_table_says_it(file: Path) -> None:
    for key, text in texts(tomllib.loads(file.read_text(encoding="utf-8"))):
        if key == "reflects":
            assert READING.match(text), text
        elif key not in OTHERS_SPEAK | ABOUT_PEOPLE | IDS and file.name not in ENGLISH:
            assert offending(text) == [], text


def literals(file: Path) -> Iterator[str]:
    """Every text of the program but its documentation."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    documentation = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in documentation:
            yield node.value


def test_no_text_of_the_program_says_it() -> None:
    found = {(file.name, text) for file in SOURCES for text in literals(file) if text not in CODE and offending(text)}
    assert found == set()


def test_what_the_agent_is_told_has_one_name() -> None:
    """It was a «consejo» in reports and half of the window, and an «aviso» in the other half."""
    window = COACH / "ui" / "translations" / "coach_en.ts"
    shown = [source.text or "" for source in ElementTree.parse(window).iter("source")]  # noqa: S314 - our own file
    shown.append((COACH.parent / "README.md").read_text(encoding="utf-8"))
    assert [text for text in shown if re.search(r"\bavisos\b|\bte avis|\b[Aa]visar\b", text, re.IGNORECASE)] == []


def test_no_translation_says_it() -> None:
    for file in TRANSLATIONS:
        for element in ElementTree.parse(file).iter():  # noqa: S314 - our own file
            assert element.tag not in ("source", "translation") or offending(element.text or "") == [], element.text


@pytest.fixture
def everything() -> Result:
    """Two minutes in which everything that can be told is told, every line of advice included."""
    lines = [text for rule in load_rules().values() for text in (*rule.texts, *rule.also)]
    cues = tuple(Cue(float(place % 120), text, ("brazos_cruzados",), "corrige") for place, text in enumerate(lines))
    return session(
        *(SignalSegment(id, 5.0, 25.0, 0.8) for id in load_catalog()),
        heard=voice(*(FindingSegment(id, 5.0, 25.0, 0.8) for id in load_findings())),
        congruences=tuple(CongruenceSegment(id, 5.0, 25.0, 0.6) for id in load_congruences()),
        cues=cues,
    )


def without_readings(text: str) -> str:
    """A page without the manual's readings and the research behind them, which have a test of their own."""
    known = [text for row in load_catalog().values() for text in (row.reflects, row.evidence_note)]
    known += [text for row in load_findings().values() for text in (row.reflects, row.evidence_note)]
    known += [text for row in load_congruences().values() for text in (row.reflects, row.evidence_note)]
    for one in known:
        text = text.replace(one, "").replace(one[0].lower() + one[1:], "")
    return text


def test_no_report_says_it(everything: Result) -> None:
    html = page(kept(everything))
    assert everything.cues[0].text in html
    body = re.sub(r"(?s)<style>.*?</style>", "", html)
    shown = unescape(
        re.sub(r"<[^>]+>", "\n", body) + "\n".join(re.findall(r'(?:aria-label|title|alt)="([^"]*)"', body))
    )
    assert offending(without_readings(shown)) == []


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_says_it(everything: Result, name: str) -> None:
    told = ""
    for first in range(0, len(everything.cues), 100):  # where lines overlap some formats keep but one
        cues = (replace(cue, t=float(place)) for place, cue in enumerate(everything.cues[first : first + 100]))
        written = FORMATS[name](timeline_of(replace(everything, cues=tuple(cues))))
        told += "\n".join(_of_parquet(written) if name == "parquet" else [unescape(written.decode())])
    assert [cue.text for cue in everything.cues if cue.text not in told] == []
    assert [word for word in offending(told) if word not in CODE] == []


def _of_parquet(written: bytes) -> list[str]:
    rows = parquet.read_table(io.BytesIO(written)).to_pylist()
    return [value for row in rows for value in row.values() if isinstance(value, str)]


def test_no_export_says_it(everything: Result) -> None:
    exported = json.dumps(document(everything, load_catalog()), ensure_ascii=False)
    words = set(re.findall(r'"([^"]+)"', exported))
    assert {"scores", "because"} <= words
    assert [word for word in words - CODE if offending(word)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Te ves nervioso",
        "La desesperó",
        "Se sintió apenada",
        "Le preocupa",
        "Está contento",
        "El cliente miente",
        "Tu puntaje: 80",
        "Estás mejor que otros",
        "Suenas enojada",
        "Your score",
        "Asentiste, y sintió que le ponías atención.",
        "El silencio se le hizo eterno.",
        "El silencio mientras buscabas la inquietó.",
        "Ya está más tranquila.",
        "Confirma que se va tranquila",
        "Una respuesta tan corta dejó un silencio incómodo.",
        "Con un saludo tan breve no se animó a preguntar.",
        "Le pareció burla.",
        "Frunciste el ceño y pensó que iba mal.",
        "Se quedó abrumado",
        "She felt rushed",
    ],
)
def test_the_test_would_notice(text: str) -> None:
    assert offending(text)


@pytest.mark.parametrize(
    "text",
    [
        "No te califica y no te compara",
        "Asiente mientras escuchas",
        "Sin puntajes",
        "Tono tranquilo; repite el beneficio",
        "Asentiste, y siguió contándote.",
        "No deduce lo que sientes ni lo que piensas",
    ],
)
def test_the_test_lets_plain_words_pass(text: str) -> None:
    assert offending(text) == []
