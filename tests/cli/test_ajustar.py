"""`coach ajustar`: before and after on sessions that were held out; applied only when asked, and undone as easily."""

from __future__ import annotations

import pytest

from coach.cli.main import run
from coach.runtime.local_rows import local_adjustments
from coach.session.key_file import Cost
from coach.session.open_store import open_store
from coach.settings import adjustments_file, store_folder
from tests.support.recorded import FIXTURES
from tests.support.stores import session_record, typed
from tests.support.trained import note, went_through

PHRASE = "tres tristes tigres"


@pytest.fixture
def phrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coach.session.key._COST", Cost(1, 1, 64))
    monkeypatch.setenv("COACH_FRASE", PHRASE)


def judged(sessions: int, strengths: tuple[float, ...], least: float) -> None:
    with open_store(store_folder(), typed(PHRASE)[0]) as store:
        for _ in range(sessions):
            went_through(store, "mirar_al_piso", strengths, least)


def test_shown_applied_and_taken_back(phrase: None, capfd: pytest.CaptureFixture[str]) -> None:
    judged(6, (1.0, 0.5, 0.5), 0.5)
    assert run(["ajustar"]) == 0
    told = capfd.readouterr().out
    assert told.startswith(
        "Mirar al piso: ajustada con 4 sesiones (12 juicios), comprobada en otras 2 (6 juicios)\n"
        "  antes    2 de 6 vistas, 0 de más (F1 0.50)\n"
        "  después  6 de 6 vistas, 0 de más (F1 1.00)\n"
        "  head_pitch_delta_deg: desde 18 → desde "
    )
    assert told.endswith(
        "Todavía no ha cambiado nada: «coach ajustar --aplicar» empieza a usar los que no salen peor.\n"
    )
    assert not adjustments_file().exists()
    assert run(["ajustar", "mirar_al_piso", "--aplicar"]) == 0
    assert "Listo: desde la próxima sesión se usan los umbrales ajustados de: Mirar al piso." in capfd.readouterr().out
    (adjustment,) = local_adjustments().values()
    assert (adjustment.id, adjustment.conditions[0].enter) == ("mirar_al_piso", 18.0)
    assert -1.0 <= adjustment.conditions[0].bands < 0.0
    assert run(["ajustar"]) == 0
    again = capfd.readouterr().out
    assert "  antes    6 de 6 vistas" in again, "what is in use now is what is before"
    assert run(["ajustar", "--quitar"]) == 0
    assert capfd.readouterr().out == "Listo: vuelven los umbrales de fábrica.\n"
    assert local_adjustments() == {}
    assert run(["ajustar", "--quitar"]) == 0
    assert capfd.readouterr().out == "No había umbrales ajustados; nada cambió.\n"


def test_nothing_better(phrase: None, capfd: pytest.CaptureFixture[str]) -> None:
    judged(6, (1.0, 1.0), 1.0)
    assert run(["ajustar", "--aplicar"]) == 0
    told = capfd.readouterr().out
    assert "Sus umbrales ya son los mejores que hay para lo juzgado." in told
    assert told.endswith("No encontré umbrales mejores que los que ya se usan; todo se queda como está.\n")
    assert not adjustments_file().exists()


def test_too_few(phrase: None, capfd: pytest.CaptureFixture[str]) -> None:
    judged(2, (1.0, 0.5), 0.5)
    assert run(["ajustar"]) == 1
    told = capfd.readouterr()
    assert told.out == ""
    assert told.err == (
        "Para ajustar una señal hacen falta al menos 12 juicios de ella en 4 sesiones guardadas con sus mediciones; la "
        "que más tiene es «Mirar al piso», con 4 en 2. Sigue juzgando.\n"
    )
    assert run(["ajustar", "sonrisa"]) == 1
    assert "y todavía no hay ninguno; júzgalas con «coach revisar»." in capfd.readouterr().err


def test_enough_in_one_session_is_too_few(phrase: None, capfd: pytest.CaptureFixture[str]) -> None:
    judged(1, (1.0,) * 9, 0.5)
    judged(3, (1.0,), 0.5)
    assert run(["ajustar"]) == 1
    assert capfd.readouterr().err == (
        "De «Mirar al piso» hay 12 juicios en 4 sesiones, pero casi todos en unas pocas. Para comprobar se apartan "
        "sesiones, y en ellas hacen falta al menos 4: júzgala también en otras con «coach revisar».\n"
    )


def test_how_far_trainers_agree(phrase: None, capfd: pytest.CaptureFixture[str]) -> None:
    judged(3, (1.0, 1.0, 0.5, 0.65), 0.5)
    assert run(["ajustar", "--acuerdo", "mirar_al_piso"]) == 0
    head, row, *_ = capfd.readouterr().out.splitlines()
    assert head.split() == ["señal", "kappa", "precisión", "acertadas", "faltaron"]
    assert row.startswith("Mirar al piso")
    assert row.endswith("100 %     9 de 9         3")
    kappa = float(row.split()[3])
    assert 0.6 < kappa < 0.9
    assert run(["ajustar", "--acuerdo", "rapido"]) == 1
    assert "Todavía nadie juzgó esas detecciones" in capfd.readouterr().err


def test_reports_alone_teach_nothing(phrase: None, capfd: pytest.CaptureFixture[str]) -> None:
    with open_store(store_folder(), typed(PHRASE)[0]) as store:
        id = store.save(session_record())
        store.annotations.put([note(id, "sonrisa", 3.0, 6.125, True)])
    assert run(["ajustar"]) == 1
    assert "todavía no hay ninguno" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        ([], 1, "Todavía no hay sesiones guardadas"),
        (["--almacen", "nada"], 1, "No encuentro la carpeta «nada»"),
        (["sonrissa"], 1, "Señal «sonrissa» no existe; lo más parecido es sonrisa"),
        (["--aplicar", "--quitar"], 2, "no van juntos"),
    ],
)
def test_one_sentence(arguments: list[str], code: int, sentence: str, capfd: pytest.CaptureFixture[str]) -> None:
    try:
        got = run(["ajustar", *arguments])
    except SystemExit as ended:
        got = int(ended.code or 0)
    assert got == code
    assert sentence in capfd.readouterr().err


def test_a_damaged_file_is_told_before_the_work_begins(capfd: pytest.CaptureFixture[str]) -> None:
    adjustments_file().parent.mkdir(parents=True)
    adjustments_file().write_text("[sonrisa]\nmade = 3\n", encoding="utf-8")
    assert run(["analizar", str(FIXTURES / "demo.mp4")]) == 1
    told = capfd.readouterr().err.splitlines()[-1]
    assert told.startswith(
        "Los umbrales ajustados en esta computadora no se pueden usar (umbrales.toml, fila «sonrisa»"
    )
    assert told.endswith("escribe «coach ajustar --quitar» para volver a los de fábrica.")
    assert run(["ajustar", "--quitar"]) == 0
    assert local_adjustments() == {}
