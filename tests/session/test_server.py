"""The store in a real PostgreSQL server: the same store, and a server that cannot read what it keeps."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import psycopg
import pytest

from coach.cli.main import run
from coach.core.events import Cue
from coach.errors import KnownError
from coach.exchange.collect import timeline_of
from coach.exchange.marks import What
from coach.review.annotation import Annotation
from coach.session.open_address import open_at, open_there, read_at
from coach.session.secret import Request, SecretSource
from coach.session.shared import Received, SharedFrom
from coach.session.store import Goal
from coach.settings import store_folder
from tests.cli.conftest import environment
from tests.support.kept import in_a_row, keep
from tests.support.media import write_sound
from tests.support.postgres import PASSWORD, Server, running_server
from tests.support.recorded import neutral
from tests.support.stores import CANARY, session_events, session_record, typed, unexpected
from tests.support.together import spoken

PHRASE = "frase de la escuela"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running_server() as made:
        yield made


@pytest.fixture
def address(server: Server, request: pytest.FixtureRequest, quick_passphrase: None) -> str:
    """A database of the test's own."""
    name = f"prueba_{abs(hash(request.node.name))}"
    with psycopg.connect(server.address(), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return server.address(name)


def phrase(*phrases: str) -> SecretSource:
    return typed(*(phrases or (PHRASE,)))[0]


def test_it_is_the_same_store(address: str, tmp_path: Path) -> None:
    """Everything that a store of a folder can do, twice."""

    def used(where: str) -> list[object]:
        with open_at(where, phrase()) as store:
            first, second = (store.save(session_record(minute)) for minute in (0, 5))
            writer = store.begin("en_vivo", session_record(9).started, unexpected)
            for events in session_events(70.0):
                writer.add(events)
            third = store.finish(writer, session_record(9, "en_vivo"))
            store.set_note(first, "una nota")
            store.set_goal(Goal("sonrisa", datetime(2026, 3, 9, tzinfo=UTC), "sonreír"))
            store.keep("consentimiento", {"sí": True})
            note = Annotation("a1", first, "Eva", 1.0, 2.5, "comment", None, "bien", None, datetime.now(UTC))
            store.annotations.put([note])
            store.media.put(second, tmp_path / "a.mp4")
            store.delete(second)
            with pytest.raises(KnownError, match="No hay ninguna sesión"):
                store.load(second)
        with open_at(where, phrase()) as store:
            assert store.annotations.all() == [note]
            assert store.media.all() == {}
            assert store.load(third) == session_record(9, "en_vivo")
            headers = [
                (one.started, one.duration_s, one.kind, one.moment, one.client, one.note, one.state)
                for one in store.sessions()
            ]
            rows = [list(store.features(third, stream)) for stream in ("body", "voice")]
            return [headers, rows, store.events(third), store.events(third, (Cue,)), store.goals(),
                    store.kept("consentimiento"), store.kept("nada")]  # fmt: skip

    assert used(address) == used(str(tmp_path / "sesiones"))


def test_the_server_cannot_read_what_it_keeps(server: Server, address: str) -> None:
    with open_at(address, phrase()) as store:
        id = store.save(session_record(advice=CANARY))
        store.set_note(id, CANARY)
        store.keep("perfil", {"nota": CANARY})
        note = Annotation("a1", id, CANARY, 1.0, 2.0, "comment", None, CANARY, None, datetime.now(UTC))
        store.annotations.put([note])
        store.media.put(id, Path("/") / CANARY)
        writer = store.begin("en_vivo", session_record().started, unexpected)
        writer.add([Cue(1.0, CANARY, ("sonrisa",), "corrige")])
        store.finish(writer, session_record(advice=CANARY))
    server.stop()
    server.start()
    pieces = [CANARY.encode(), CANARY.encode()[:12], PHRASE.encode(), b"grosero"]
    found = [(file.name, piece) for file in server.files() for piece in pieces if piece in file.read_bytes()]
    assert found == []
    assert any(b"comment" in file.read_bytes() for file in server.files()), "the files of the server were looked at"


def test_a_folder_of_recordings_is_kept_there(address: str, tmp_path: Path) -> None:
    medium = write_sound(tmp_path / "a.wav")
    command = [sys.executable, "-P", "-m", "coach", "analizar", str(tmp_path), "--almacen", address]
    told = [
        subprocess.run(command, env=environment({"COACH_FRASE": PHRASE}), capture_output=True, text=True, check=True)
        for _ in range(2)
    ]
    assert told[1].stdout == "Ya estaban analizadas y no han cambiado: 1 de 1.\n" + told[0].stdout
    assert told[0].stdout.endswith(f"\nSesiones: {address.rpartition('@')[2]}\n")
    with open_at(address, phrase()) as store:
        assert list(store.media.all().values()) == [medium]


def test_its_reports_name_the_server_that_keeps_it_and_nobody_on_it(
    server: Server, address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    told = "La sesión se guarda cifrada en tu servidor «127.0.0.1»"
    seen = in_a_row(("neutral", "sonrisa"))
    with open_at(address, phrase()) as store:
        id, _ = keep(store, seen, spoken(seen[-1].t), neutral(seen))
    monkeypatch.setenv("COACH_FRASE", PHRASE)
    one = tmp_path / "una.html"
    assert run(["analizar", id, "--almacen", address, "--informe", str(one)]) == 0
    printed = " ".join(capfd.readouterr().out.split())
    folder, pages = tmp_path / "llamadas", tmp_path / "informes"
    folder.mkdir()
    write_sound(folder / "a.wav")
    arguments = ["analizar", str(folder), "--almacen", address, "--informe", str(pages), "--procesos", "1"]
    assert run(arguments) == 0
    (other,) = pages.glob("*.html")
    for text in (printed, unescape(one.read_text(encoding="utf-8")), unescape(other.read_text(encoding="utf-8"))):
        assert told in text
        assert "Nada salió de esta computadora." not in text
        assert not any(secret in text for secret in (str(server.port), "ana@", PASSWORD, PASSWORD.replace(" ", "%20")))


def test_another_phrase_opens_nothing(address: str) -> None:
    open_at(address, phrase()).close()
    source, asked = typed("otra frase", "y otra más", "la tercera")
    with pytest.raises(KnownError, match="La frase de paso no es la de tus sesiones"):
        open_at(address, source)
    assert asked == [Request.UNLOCK, Request.WRONG, Request.WRONG]


def test_what_the_server_changes_is_told(address: str) -> None:
    with open_at(address, phrase()) as store:
        first, second = store.save(session_record()), store.save(session_record(advice="Otro consejo"))
        with psycopg.connect(address) as connection:
            connection.execute("UPDATE record SET document = set_byte(document, 40, get_byte(document, 40) # 1) "
                               "WHERE session_id = %s", (first,))  # fmt: skip
            connection.execute("UPDATE session SET note = 'otra' WHERE id = %s", (second,))
        with pytest.raises(KnownError, match=r"record.document.*alguien lo cambió"):
            store.load(first)
        with pytest.raises(KnownError, match=r"session.note.*alguien lo cambió"):
            store.sessions()


def test_many_open_a_new_store_at_once(address: str) -> None:
    """All get the same key, whoever made it."""
    failed: list[Exception] = []

    def use(number: int) -> None:
        try:
            with open_at(address, phrase()) as store:
                store.save(session_record(number))
        except Exception as error:
            failed.append(error)

    threads = [threading.Thread(target=use, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    with open_at(address, phrase()) as store:
        assert len([store.load(header.id) for header in store.sessions()]) == 6


def test_what_another_computer_records_is_left_alone(address: str) -> None:
    with open_at(address, phrase()) as there:
        writer = there.begin("en_vivo", session_record().started, unexpected)
        with open_at(address, phrase()) as here:
            assert here.recovered == ()
            assert [header.state for header in here.sessions()] == ["running"]
        there.finish(writer, session_record())


def test_a_server_that_is_lost_is_told_and_found_again(server: Server, address: str) -> None:
    with open_at(address, phrase()) as store:
        id = store.save(session_record())
        server.stop()
        with pytest.raises(KnownError, match="No puedo hablar con el servidor") as told:
            store.sessions()
        assert f"postgresql://ana@127.0.0.1:{server.port}/" in str(told.value), "and no password"
        server.start()
        assert [header.id for header in store.sessions()] == [id]


@pytest.mark.parametrize("wrong", ["password", "none", "database"])
def test_a_server_that_answers_is_not_said_to_be_away(server: Server, wrong: str) -> None:
    """Who typed a wrong password need not look for a fault of the network."""
    address = server.address()
    given = PASSWORD.replace(" ", "%20")
    assert given in address
    where = {
        "password": address.replace(given, "equivocada"),
        "none": address.replace(f":{given}", ""),
        "database": address.rpartition("/")[0] + "/nada",
    }[wrong]
    with pytest.raises(KnownError, match="contestó, pero no te deja entrar; revisa el usuario, su contraseña") as told:
        open_at(where, phrase())
    assert "equivocada" not in str(told.value) and given not in str(told.value)


def test_a_newer_store_is_not_touched(address: str) -> None:
    open_at(address, phrase()).close()
    with psycopg.connect(address) as connection:
        connection.execute("INSERT INTO schema_version VALUES (99)")
    with pytest.raises(KnownError, match="versión más nueva de Coach"):
        open_at(address, phrase())
    with pytest.raises(KnownError, match="versión más nueva de Coach"):
        read_at(address, phrase())


def test_whoever_only_looks_makes_nothing(address: str) -> None:
    for opening in (read_at, open_there):
        with pytest.raises(KnownError, match="Todavía no hay sesiones guardadas en"):
            opening(address, phrase())
    with psycopg.connect(address) as connection:
        assert connection.execute("SELECT * FROM pg_tables WHERE schemaname = 'public'").fetchall() == []


@pytest.fixture(params=["server", "folder"])
def anywhere(request: pytest.FixtureRequest, address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A server's or a folder's, which a script opens."""
    monkeypatch.setattr("coach.session.secret.system_keyring", lambda: None)
    for name in ("COACH_FRASE", "COACH_FRASE_COMPARTIDA"):
        monkeypatch.setenv(name, PHRASE)
    return address if request.param == "server" else str(tmp_path / "de la carpeta")


def test_commands_find_the_sessions_of_any_store(
    anywhere: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Exported, agreed upon, shared with a trainer who keeps what comes in such a store too, and answered."""
    monkeypatch.setattr("coach.sharing.seal.COST_LOG2", 10)
    monkeypatch.setattr("coach.cli.revisar.has_display", lambda: False)
    with open_at(anywhere, phrase()) as store:
        id = store.save(session_record())
        mark = next(one for one in timeline_of(store.load(id).result).marks if one.what is What.SIGNAL)
        said = Annotation("a1", id, "Eva", mark.start_s, mark.end_s, "verdict", mark.id, "", "agree", datetime.now(UTC))
        store.annotations.put([said])
    there, file = ("--almacen", anywhere), str(tmp_path / "sesion.coach")
    assert run(["exportar", id, "--formato", "csv", str(tmp_path / "sesion.csv"), *there]) == 0
    assert run(["ajustar", "--acuerdo", *there]) == 0
    assert "1 de 1" in capfd.readouterr().out
    assert run(["compartir", id, file, "--acepto", *there]) == 0
    assert run(["revisar", id[:4], *there]) == 1
    assert "No hay pantalla" in capfd.readouterr().err, "the session was found"
    assert run(["recibir", file, *there]) == 1
    assert "Esta sesión es tuya" in capfd.readouterr().err
    with open_at(anywhere, phrase()) as store:
        store.delete(id)
    assert run(["recibir", file, *there]) == 0
    with open_at(anywhere, phrase()) as store:
        assert [(one.id, one.text) for one in store.annotations.all()] == [("a1", "")]
        (kept,) = store.shared.sessions()
    assert run(["compartir", kept.id, str(tmp_path / "notas.coach"), *there]) == 0
    assert "Una nota cifrada" in capfd.readouterr().out
    assert not store_folder().exists(), "nothing of one's own was made, nor looked for"


def test_the_list_erases_what_is_over_from_any_store(anywhere: str, capfd: pytest.CaptureFixture[str]) -> None:
    with open_at(anywhere, phrase()) as store:
        own, long_ago = store.save(session_record()), datetime(2026, 1, 1, tzinfo=UTC)
        over = store.shared.put(Received(SharedFrom("aaaa", long_ago, long_ago), session_record()))
    assert run(["sesiones", "--almacen", anywhere]) == 0
    said = capfd.readouterr().out
    assert f"Terminó el plazo de lo que te compartieron: {over}." in said
    with read_at(anywhere, phrase()) as store:
        assert [one.id for one in store.sessions()] == [own] and store.shared.sessions() == []


def test_who_may_only_read_is_told(server: Server, address: str) -> None:
    open_at(address, phrase()).close()
    with psycopg.connect(address) as connection:
        connection.execute(f"CREATE ROLE eva LOGIN PASSWORD '{PASSWORD}'")
    eva = address.replace("//ana:", "//eva:")
    for opening in (open_at, read_at):
        with pytest.raises(KnownError, match="no tiene permiso"):
            opening(eva, phrase())
    with psycopg.connect(address) as connection:
        connection.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO eva")
    with open_there(eva, phrase()) as store:
        assert store.sessions() == []
        with pytest.raises(KnownError, match="^No se guardó: ese usuario no tiene permiso"):
            store.keep("revision", {"autor": "Eva"})
    with psycopg.connect(address) as connection:
        connection.execute("ALTER ROLE ana SET default_transaction_read_only = on")
    try:
        with pytest.raises(KnownError, match="solo deja leer"):
            open_at(address, phrase())
        with open_there(address, phrase()) as store, pytest.raises(KnownError, match="^No se guardó: .*solo deja leer"):
            store.save(session_record())
    finally:
        with psycopg.connect(address, options="-c default_transaction_read_only=off") as connection:
            connection.execute("ALTER ROLE ana RESET default_transaction_read_only")


@pytest.mark.parametrize(
    ("where", "sentence"),
    [
        ("postgresql://ana:secreto@127.0.0.1:1/coach", "No puedo hablar con el servidor"),
        ("postgresql://127.0.0.1:1/coach?user=ana&password=secreto", "No puedo hablar con el servidor"),
        ("postgresql://ana:secreto@127.0.0.1:1/coach?ssl=true", "lleva, después de «.», algo que PostgreSQL no conoce"),
        ("mysql://127.0.0.1/coach?password=secreto", "no es la dirección de una base de datos"),
        ("postgresql://ana:secreto@127.0.0.1", "no es la dirección de una base de datos"),
        ("postgresql://ana:secreto@127.0.0.1:puerto/coach", "no es la dirección de una base de datos"),
        ("mysql://ana:secreto@127.0.0.1/coach", "no es la dirección de una base de datos"),
        ("postgresql://", "no es la dirección de una base de datos"),
        ("://", "no es la dirección de una base de datos"),
    ],
)
def test_addresses_that_lead_nowhere(where: str, sentence: str) -> None:
    with pytest.raises(KnownError, match=sentence) as told:
        open_at(where, phrase())
    assert "secreto" not in str(told.value)


@pytest.mark.parametrize("change", [{"database": "nada"}, {"password": "otra"}, {"user": "nadie"}])
def test_what_the_server_refuses_is_told(server: Server, change: dict[str, str]) -> None:
    with pytest.raises(KnownError, match="contestó, pero no te deja entrar; revisa el usuario, su contraseña"):
        open_at(server.address(**change), phrase())
