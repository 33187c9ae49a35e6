"""What is shared, received and sent back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from coach.preferences import Look
from coach.session.open_store import open_store
from coach.settings import store_folder
from coach.sharing.export import Choice, share
from coach.sharing.manifest import Manifest, Part
from coach.sharing.receive import Taken
from coach.ui.composition import REVIEW
from coach.ui.share_page import SHARE
from tests.sharing.computers import kept as kept_with_notes
from tests.sharing.computers import note, recorded
from tests.support.received import receive
from tests.support.stores import by_keyring
from tests.ui.screens.window import AGREED, Screens, in_every_shape


@in_every_shape
def test_sharing(opened: Callable[..., Screens], ring: Path, look: Look, size: tuple[int, int], tmp_path: Path) -> None:
    assert sharing(opened(look, size, consent=AGREED), ring, tmp_path) == {}


def test_sharing_in_english(english: None, opened: Callable[..., Screens], ring: Path, tmp_path: Path) -> None:
    assert sharing(opened("claro", (1280, 800), consent=AGREED), ring, tmp_path, "english-") == {}


VIDEO: Part = "video"


SHARED = Choice((VIDEO,), 7)


def sharing(screens: Screens, ring: Path, folder: Path, name: str = "") -> dict[str, list[str]]:
    """Looks at what others shared, at sending notes back and what is asked before sharing; what is wrong with it."""
    file, now = folder / "Ana, la queja del lunes.coach", datetime.now(UTC)
    with open_store(folder / "otra", by_keyring(folder / "otra.json")) as agent:
        share(agent, kept_with_notes(agent, recorded(folder)), file, "tres tristes tigres", SHARED, now)
    with open_store(store_folder(), by_keyring(ring)) as store:
        mine = kept_with_notes(store)
        there = receive(store, file, "tres tristes tigres", now).session
        store.annotations.put([note(there, "t1"), note(there, "t2")])
    learning = screens.whole.learning
    with screens.qtbot.waitSignal(learning.sharing.shared.listed, timeout=20_000):
        screens.to(REVIEW)
    learning.sharing.panel.table.selectRow(0)
    screens.look(f"{name}revisar-compartidas")
    learning.sharing.panel.notes.click()
    dialog = learning.sharing.notes.dialog
    assert dialog is not None
    dialog.secret.phrase.setText("tres tristes")
    screens.qtbot.waitUntil(dialog.isVisible)
    screens.save(dialog, f"{name}revisar-devolver")
    dialog.reject()
    learning.sharing.receive.open(file)
    opening = learning.sharing.receive.dialog
    assert opening is not None
    screens.qtbot.waitUntil(opening.isVisible)
    screens.save(opening, f"{name}revisar-abrir-compartido")
    opening.reject()
    taken = Taken(Manifest("notas", mine, now, now), mine, 3)
    learning.sharing.desk.received.emit(taken)
    screens.look(f"{name}revisar-llegaron-comentarios")
    learning.sharing.panel.review.click()
    screens.qtbot.waitUntil(learning.sharing.answer.isVisible, timeout=20_000)
    screens.look(f"{name}revision-compartida")
    learning.revision.header.title.setText("Sesión compartida · miércoles, 30 de septiembre de 2026 · 1 h 20 min")
    screens.look(f"{name}revision-compartida-larga")
    screens.to(SHARE)
    learning.share.show_session(mine)
    learning.share.sound.setChecked(True)
    screens.look(f"{name}compartir")
    return screens.found
