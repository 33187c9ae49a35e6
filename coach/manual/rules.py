"""What to say of what, where and before whom: the rules of `consejos.toml`. Their only reader.

>>> rules = [rule for rule in load_rules().values() if rule.subject == ("rapido", "presente", "corrige")]
>>> best(rules, "queja", "lento", ()).texts[0]
'Ve a su paso'
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import combinations, permutations, product
from types import MappingProxyType
from typing import Final, Literal, TypeAlias, get_args

from coach.manual.catalog import Kind, line_of_advice, load_catalog
from coach.manual.clients import load_clients
from coach.manual.conditions import load_conditions
from coach.manual.congruences import load_congruences
from coach.manual.findings import load_findings
from coach.manual.moments import load_moments
from coach.manual.tables import CatalogError, Fault, Field, boolean, choice, kept, list_of, number, read_rows
from coach.manual.tones import load_tones

When: TypeAlias = Literal["presente", "ausente", "corregido"]
"""Something shows; it does not show though the moment asks for it; it was corrected and has gone."""

_LONGEST_S: Final = 120.0


@dataclass(frozen=True, slots=True)
class Rule:
    """What to say `when` something (`about`) is so, in these `moments` and before these `clients` (none: in all).

    `conditions`: only while one of these of `condiciones.toml` holds (none: whatever holds).
    `harm` in [0, 1] ranks it, 0 silences it. `texts` are said in turn instead of the row's own line, `also` in turn
    with it. `after_s` (s) is how long an absence must have lasted. `once`: not again before the context changes.
    `unless`: findings of which none may show, nor be about to.
    """

    id: str
    about: str
    when: When
    kind: Kind
    moments: tuple[str, ...]
    clients: tuple[str, ...]
    conditions: tuple[str, ...]
    harm: float
    texts: tuple[str, ...]
    also: tuple[str, ...]
    after_s: float
    once: bool
    unless: tuple[str, ...] = ()

    @property
    def subject(self) -> tuple[str, When, Kind]:
        """What it speaks of."""
        return self.about, self.when, self.kind

    @property
    def precision(self) -> int:
        """A rule for a client goes before one for a moment, and that before one for a condition; both before either."""
        return 4 * bool(self.clients) + 2 * bool(self.moments) + bool(self.conditions)

    def holds(self, moment: str | None, client: str | None, conditions: Container[str]) -> bool:
        """Whether it speaks of this moment, this client and one of these conditions."""
        return (
            (not self.moments or moment in self.moments)
            and (not self.clients or client in self.clients)
            and (not self.conditions or any(id in conditions for id in self.conditions))
        )

    def meets(self, other: Rule) -> bool:
        """Whether nobody could tell which of the two goes first; any two conditions can hold at once."""
        if self.subject != other.subject or self.precision != other.precision:
            return False
        return _meet(self.moments, other.moments) and _meet(self.clients, other.clients)

    def silences(self, other: Rule) -> bool:
        """Whether nothing is said in a moment of what the other, which goes first, says before a client."""
        mute = self.harm == 0.0 and self.moments and not self.clients
        tells = other.harm > 0.0 and other.clients and not other.moments
        return bool(mute and tells) and self.subject == other.subject


@kept
def load_rules(file: Traversable | None = None) -> Mapping[str, Rule]:
    """The rules by id in the order of the file (the packaged one by default). Raises `CatalogError`."""
    source = file or files("coach.manual") / "consejos.toml"
    rows = read_rows(source, _fields(), _rule)
    for first, second in combinations(rows.values(), 2):
        if first.meets(second):
            raise CatalogError(source.name, f"habla de lo mismo que «{first.id}»; deja una de las dos", second.id)
    for silent, telling in permutations(rows.values(), 2):
        if silent.silences(telling) and not _settled(rows.values(), silent, telling):
            told = f"en ese momento calla lo que «{telling.id}» dice ante ese cliente; agrega una con los dos"
            raise CatalogError(source.name, told, silent.id)
    return MappingProxyType(rows)


def best(rules: Iterable[Rule], moment: str | None, client: str | None, conditions: Container[str]) -> Rule | None:
    """Of rules that speak of the same, the most precise one that holds; None where there is none."""
    held = (rule for rule in rules if rule.holds(moment, client, conditions))
    return max(held, key=lambda rule: rule.precision, default=None)


def _settled(rules: Iterable[Rule], silent: Rule, telling: Rule) -> bool:
    """Whether a rule of its own speaks of every such client in every such moment."""
    own = [rule for rule in rules if rule.subject == silent.subject and rule.moments and rule.clients]
    return all(best(own, moment, client, ()) for moment, client in product(silent.moments, telling.clients))


def _meet(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    return not some or not others or not set(some).isdisjoint(others)


def _fields() -> dict[str, Field]:
    lines = list_of(line_of_advice, least=1)
    return {
        "about": Field(choice([*_kinds(), *load_tones()])),
        "when": Field(choice(get_args(When)), optional=True),
        "kind": Field(choice(get_args(Kind)), optional=True),
        "moments": Field(list_of(choice(load_moments()), least=1), optional=True),
        "clients": Field(list_of(choice(load_clients()), least=1), optional=True),
        "conditions": Field(list_of(choice(load_conditions()), least=1), optional=True),
        "harm": Field(number(0.0, 1.0)),
        "texts": Field(lines, optional=True),
        "also": Field(lines, optional=True),
        "after_s": Field(number(0.0, _LONGEST_S, above_low=True), optional=True),
        "once": Field(boolean, optional=True),
        "unless": Field(list_of(choice(load_findings()), least=1), optional=True),
    }


def _kinds() -> dict[str, Kind]:
    """Everything that a rule may speak of, but the tones: those are praised and corrected."""
    kinds: dict[str, Kind] = dict.fromkeys(load_conditions(), "corrige")
    for rows in (load_catalog(), load_findings(), load_congruences()):
        kinds |= {row.id: row.kind for row in rows.values()}
    return kinds


def _rule(
    id: str,
    about: str,
    harm: float,
    when: When = "presente",
    kind: Kind | None = None,
    moments: tuple[str, ...] = (),
    clients: tuple[str, ...] = (),
    conditions: tuple[str, ...] = (),
    texts: tuple[str, ...] = (),
    also: tuple[str, ...] = (),
    after_s: float = 0.0,
    once: bool = False,
    unless: tuple[str, ...] = (),
) -> Rule:
    told = _kind(about, when, kind)
    if harm and when != "presente" and not texts:
        raise Fault("esta regla no tiene otra frase que decir; agrega texts", "texts")
    if texts and also:
        raise Fault("lleva una de las dos, texts o also", "also")
    if (when == "ausente") != (after_s > 0.0):
        raise Fault('va con when = "ausente", y solo con ella', "after_s")
    if when == "ausente" and not (moments or clients):
        raise Fault("lo que falta solo se pide en un momento o ante un cliente; agrega moments o clients", "moments")
    once = once or when == "ausente"
    return Rule(id, about, when, told, moments, clients, conditions, harm, texts, also, after_s, once, unless)


def _kind(about: str, when: When, kind: Kind | None) -> Kind:
    if about in load_tones():
        if kind is None or when != "presente":
            raise Fault("un tono se corrige o se refuerza mientras suena; agrega kind", "kind")
        return kind
    if kind is not None:
        raise Fault("solo se escribe en las reglas de un tono; bórrala", "kind")
    own = _kinds()[about]
    if when != "presente" and own != {"ausente": "refuerza", "corregido": "corrige"}[when]:
        raise Fault("se pide lo que se refuerza, y se agradece lo que se corrigió", "when")
    if when == "presente":
        return own
    return "corrige" if when == "ausente" else "refuerza"
