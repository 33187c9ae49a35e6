"""The file of settings: what goes in comes out, what is damaged is told and never lost."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from coach.errors import KnownError
from coach.preferences import Consent, Preferences, load_preferences, save_preferences, set_aside

SIGNALS = ("brazos_cruzados", "sonrisa", "monotono")
CHOSEN = Preferences(
    sensitivity="discreto",
    muted=frozenset({"sonrisa", "monotono"}),
    keep_sessions=True,
    look="oscuro",
    language="en",
    letters="grande",
    consent=Consent(1, datetime(2026, 11, 22, 9, 30, tzinfo=UTC)),
    keep_days=90,
    server="postgresql://ana@servidor/coach?sslmode=verify-full",
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "coach" / "ajustes.json"


def changed(file: Path, **values: Any) -> None:
    """What was chosen, with these keys otherwise."""
    save_preferences(CHOSEN, file)
    file.write_text(json.dumps(json.loads(file.read_text(encoding="utf-8")) | values), encoding="utf-8")


def test_without_a_file_nothing_is_kept_and_nothing_was_consented_to(file: Path) -> None:
    preferences = load_preferences(file, SIGNALS)
    assert preferences == Preferences()
    assert not preferences.keep_sessions
    assert preferences.consent is None
    assert not file.parent.exists()


@pytest.mark.parametrize("preferences", [Preferences(), CHOSEN])
def test_what_was_saved_is_read_again(file: Path, preferences: Preferences) -> None:
    save_preferences(preferences, file)
    assert load_preferences(file, SIGNALS) == preferences
    assert [one.name for one in file.parent.iterdir()] == ["ajustes.json"]


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"ranking": True}, "clave «ranking»: esta clave no existe"),
        ({"coach_ajustes": 2}, "clave «coach_ajustes»: debe ser un número entero, desde 1 hasta 1"),
        ({"sensitivity": "fuerte"}, "clave «sensitivity»: «fuerte» no existe"),
        ({"muted": ["sonrisa", "enojo"]}, "clave «muted[1]»: «enojo» no existe"),
        ({"keep_sessions": "no"}, "clave «keep_sessions»: debe ser true o false"),
        (
            {"server": "postgresql://ana:secreta@servidor/coach"},
            "clave «server»: debe ser la dirección de un servidor, sin",
        ),
        (
            {"server": "postgresql://ana@servidor/coach?password=secreta"},
            "clave «server»: debe ser la dirección de un servidor, sin",
        ),
        ({"server": "/una/carpeta"}, "clave «server»: debe ser la dirección de un servidor"),
        ({"server": 3}, "clave «server»: debe ser la dirección de un servidor"),
        ({"keep_days": 45}, "clave «keep_days»: debe ser uno de 30, 90, 365, o null"),
        ({"keep_days": "30"}, "clave «keep_days»: debe ser un número entero"),
        ({"consent": {"version": 1, "when": "ayer"}}, "clave «consent.when»: debe ser una fecha"),
        ({"consent": {"version": 1, "when": "2026-11-22T09:30:00"}}, "clave «consent.when»: debe ser una fecha"),
        ({"consent": {"version": 0, "when": "2026-11-22T09:30:00+00:00"}}, "clave «consent.version»"),
    ],
)
def test_what_does_not_belong_there_is_refused_by_name(file: Path, values: dict[str, Any], told: str) -> None:
    changed(file, **values)
    with pytest.raises(KnownError) as caught:
        load_preferences(file, SIGNALS)
    assert told in str(caught.value)
    assert str(file) in str(caught.value)


def test_a_file_of_before_there_was_a_limit_has_none(file: Path) -> None:
    changed(file)
    document = json.loads(file.read_text(encoding="utf-8"))
    del document["keep_days"], document["server"]
    file.write_text(json.dumps(document), encoding="utf-8")
    assert load_preferences(file, SIGNALS).keep_days is None
    assert load_preferences(file, SIGNALS).server == ""


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe\x00", b"[" * 100_000])
def test_a_damaged_file_is_one_sentence_and_is_not_touched(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    with pytest.raises(KnownError, match="está dañado"):
        load_preferences(file, SIGNALS)
    assert file.read_bytes() == content


def test_damaged_files_are_set_aside_one_beside_the_other(file: Path) -> None:
    file.parent.mkdir()
    for content in (b"uno", b"dos"):
        file.write_bytes(content)
        assert set_aside(file).read_bytes() == content
    assert not file.exists()
    assert sorted(one.read_bytes() for one in file.parent.iterdir()) == [b"dos", b"uno"]


def test_a_place_that_cannot_be_written_is_told_and_the_old_settings_stay(file: Path) -> None:
    save_preferences(CHOSEN, file)
    with pytest.raises(KnownError, match="No puedo crear la carpeta"):
        save_preferences(Preferences(), file / "dentro" / "ajustes.json")
    assert load_preferences(file, SIGNALS) == CHOSEN
