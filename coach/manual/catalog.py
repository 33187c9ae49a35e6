"""The manual's signals, `senales.toml`: what each means, what to advise and how it is detected. Its only reader.

>>> load_catalog()["brazos_cruzados"].family
'postura'
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from graphlib import CycleError, TopologicalSorter
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Literal, Protocol, TypeAlias, get_args

from coach.manual.features import FeatureSpec, load_features
from coach.manual.tables import (
    CatalogError,
    Fault,
    Field,
    Validator,
    boolean,
    choice,
    integer,
    list_of,
    number,
    read_rows,
    require_unique,
    table,
    text,
)

Family: TypeAlias = Literal["postura", "gesto", "rostro"]
Kind: TypeAlias = Literal["corrige", "refuerza"]
Evidence: TypeAlias = Literal["debil", "moderada", "fuerte"]
Part: TypeAlias = Literal["cara", "ojos", "boca", "cejas", "manos", "hombros", "brazos", "cadera", "piernas"]

LONGEST_ADVICE = 40
"""Characters of an advice: it must be read at a glance beside the camera."""
_ADVICE_WORDS = range(2, 6)


class Bounded(Protocol):
    """A row of a table of features, as far as thresholds go."""

    @property
    def low(self) -> float:
        """The least that the feature can be."""
        ...

    @property
    def high(self) -> float:
        """The most that it can be."""
        ...


@dataclass(frozen=True, slots=True)
class Condition:
    """A feature past a threshold: enters at `enter`, fails only back beyond `exit` (in the feature's unit).

    `above` tells the side: true for a feature that must rise, false for one that must fall. A signal that shows in
    several ways (seated or walking, say) is present when all conditions of any one `way` hold. `lag_s`: how late this
    feature is, where that is not its detector's: it measures a sound itself, also while nobody speaks.
    """

    feature: str
    above: bool
    enter: float
    exit: float
    way: int = 1
    lag_s: float | None = None

    @property
    def of_sound(self) -> bool:
        """Whether it tells of a sound, whoever speaks or is silent."""
        return self.lag_s is not None


@dataclass(frozen=True, slots=True)
class Detector:
    """A signal is present once all `conditions` of a way held for `min_s`, until one has failed for `release_s`.

    `confidence` in (0, 1] is the most that can be claimed. `lag_s` is how late features are that look back over a
    window: the segment is told to have begun and ended that much earlier. So many ways as `least` must hold at once.
    """

    min_s: float
    release_s: float
    confidence: float
    conditions: tuple[Condition, ...]
    lag_s: float = 0.0
    least: int = 1

    def lags(self) -> Mapping[int, float]:
        """How late each way is, s: as late as the latest of its features."""
        lags: dict[int, float] = {}
        for condition in self.conditions:
            own = self.lag_s if condition.lag_s is None else condition.lag_s
            lags[condition.way] = max(own, lags.get(condition.way, 0.0))
        return MappingProxyType(lags)


@dataclass(frozen=True, slots=True)
class Signal:
    """One row of the manual: texts in Spanish, `needs` what must be in view, `yields_to` who takes precedence.

    With `mouth` it cannot be observed while a mask or a hand covers the mouth. `restful`: people at rest do it, so that
    a neutral can be learned meanwhile.
    """

    id: str
    name: str
    family: Family
    reflects: str
    advice: str
    kind: Kind
    evidence: Evidence
    evidence_note: str
    page: str
    needs: tuple[Part, ...]
    mouth: bool
    yields_to: tuple[str, ...]
    detector: Detector
    restful: bool = False


class Catalog(Mapping[str, Signal]):
    """The signals by id, in the order of the file.

    `families` groups them; `precedence` lists every id after all those that it yields to.
    """

    def __init__(self, signals: Mapping[str, Signal], precedence: tuple[str, ...]) -> None:
        self._signals = dict(signals)
        self.precedence = precedence
        self.families: Mapping[Family, tuple[Signal, ...]] = MappingProxyType(
            {family: tuple(s for s in self._signals.values() if s.family == family) for family in get_args(Family)}
        )

    def __getitem__(self, id: str) -> Signal:
        return self._signals[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._signals)

    def __len__(self) -> int:
        return len(self._signals)


def load_catalog(signals: Traversable | None = None, features: Traversable | None = None) -> Catalog:
    """Read and check the tables (the packaged ones by default). Raises `CatalogError` at the first fault."""
    if signals is None and features is None:
        return _packaged()
    return _read(signals or _signals(), load_features(features))


@cache
def _packaged() -> Catalog:
    return _read(_signals(), load_features())


def _signals() -> Traversable:
    return files("coach.manual") / "senales.toml"


def _read(file: Traversable, features: Mapping[str, FeatureSpec]) -> Catalog:
    rows = read_rows(file, _fields(features), Signal)
    require_unique(file, rows, "name")
    return Catalog(rows, _precedence(file, rows))


def line_of_advice(value: object) -> str:
    """A validator of what is said to the agent: two words at least, and few enough to be read at a glance."""
    line = text(LONGEST_ADVICE)(value)
    words = len(line.split())
    if words not in _ADVICE_WORDS:
        raise Fault(f"la frase debe tener de {_ADVICE_WORDS[0]} a {_ADVICE_WORDS[-1]} palabras, y tiene {words}")
    return str(line)


def detector_check(
    features: Mapping[str, Bounded],
    more: Mapping[str, Field] | None = None,
    condition_more: Mapping[str, Field] | None = None,
) -> Validator:
    """Checks a detector over these features; `more` are keys that only one table's detectors, and conditions, have."""
    condition = {
        "feature": Field(choice(features.keys())),
        "above": Field(number(), optional=True),
        "below": Field(number(), optional=True),
        "exit": Field(number()),
        "way": Field(integer(1, 9), optional=True),
        **(condition_more or {}),
    }
    detector = {
        "min_s": Field(number(0.0)),
        "release_s": Field(number(0.0)),
        "lag_s": Field(number(0.0, 2.0), optional=True),
        "confidence": Field(number(0.0, 1.0, above_low=True)),
        "conditions": Field(list_of(table(condition, _condition_builder(features)), least=1)),
        **(more or {}),
    }
    return table(detector, Detector)


def _fields(features: Mapping[str, FeatureSpec]) -> dict[str, Field]:
    return {
        "name": Field(text()),
        "family": Field(choice(get_args(Family))),
        "reflects": Field(text()),
        "advice": Field(line_of_advice),
        "kind": Field(choice(get_args(Kind))),
        "evidence": Field(choice(get_args(Evidence))),
        "evidence_note": Field(text()),
        "page": Field(text()),
        "needs": Field(list_of(choice(get_args(Part)), least=1)),
        "mouth": Field(boolean),
        "yields_to": Field(list_of(text())),
        "detector": Field(detector_check(features)),
        "restful": Field(boolean, optional=True),
    }


def _condition_builder(features: Mapping[str, Bounded]) -> Callable[..., Condition]:
    def build(
        feature: str,
        exit: float,
        above: float | None = None,
        below: float | None = None,
        way: int = 1,
        lag_s: float | None = None,
    ) -> Condition:
        if above is not None and below is None:
            key, enter = "above", above
        elif below is not None and above is None:
            key, enter = "below", below
        else:
            raise Fault("lleva una de las dos, above o below", "above")
        spec = features[feature]
        for value, name in ((enter, key), (exit, "exit")):
            if not spec.low <= value <= spec.high:
                raise Fault(f"el valor {value:g} sale del rango de {feature} ({spec.low:g} a {spec.high:g})", name)
        if exit == enter or (exit < enter) != (key == "above"):
            side = "menor" if key == "above" else "mayor"
            raise Fault(f"debe ser {side} que {key} ({enter:g}), para que la señal no parpadee", "exit")
        return Condition(feature, key == "above", enter, exit, way, lag_s)

    return build


def _precedence(file: Traversable, rows: Mapping[str, Signal]) -> tuple[str, ...]:
    for id, signal in rows.items():
        for other in signal.yields_to:
            if other not in rows:
                raise CatalogError(file.name, f"no hay ninguna fila «{other}»", id, "yields_to")
    try:
        return tuple(TopologicalSorter({id: signal.yields_to for id, signal in rows.items()}).static_order())
    except CycleError as error:
        cycle: list[str] = error.args[1]
        loop = " → ".join(cycle)
        raise CatalogError(file.name, f"forma un círculo ({loop}); quita uno", cycle[0], "yields_to") from error
