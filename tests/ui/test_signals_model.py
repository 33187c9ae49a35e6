"""The list of signals: what each row says, and what it explains."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from coach.core.events import SignalChanged, State
from coach.manual.adjustments import Adjustment, Moved
from coach.manual.catalog import load_catalog
from coach.runtime.local_rows import adjusted_here
from coach.settings import adjustments_file
from coach.tuning.file import write_adjustments
from coach.ui.signals_model import Role, Showing, SignalsModel


@pytest.fixture
def model(qtbot: QtBot) -> SignalsModel:
    return SignalsModel(load_catalog())


def row(model: SignalsModel, id: str) -> QModelIndex:
    return model.index(model.row_of(id))


def test_every_signal_of_the_manual_is_listed_under_its_family(model: SignalsModel) -> None:
    names = [model.index(place).data() for place in range(model.rowCount())]
    assert len(names) == len(load_catalog()) + 3
    assert names.index("Posturas") < names.index("Brazos cruzados") < names.index("Gestos")
    assert names.index("Gestos") < names.index("Asentir con la cabeza") < names.index("Rostro")
    assert names.index("Rostro") < names.index("Sonrisa")


def test_headings_cannot_be_chosen(model: SignalsModel) -> None:
    assert not model.index(0).flags() & Qt.ItemFlag.ItemIsSelectable
    assert model.index(1).flags() & Qt.ItemFlag.ItemIsSelectable


def test_only_rows_whose_words_change_are_repainted(model: SignalsModel) -> None:
    repainted: list[int] = []
    model.dataChanged.connect(lambda first, last: repainted.append(first.row()))
    model.apply(SignalChanged(1.0, "sonrisa", State.PRESENT, 1.2))
    for now in (1.0, 1.5, 1.9):
        model.refresh(now)
    assert repainted == [model.row_of("sonrisa")]
    model.refresh(2.0)
    assert repainted == [model.row_of("sonrisa")] * 2
    assert row(model, "sonrisa").data(Role.SHOWING).words == "presente · 1 s"


def test_mark_and_words_are_of_one_moment(model: SignalsModel) -> None:
    model.apply(SignalChanged(1.0, "sonrisa", State.PRESENT, 1.2))
    model.refresh(3.0)
    model.apply(SignalChanged(3.0, "sonrisa", State.ABSENT, 0.2))
    assert row(model, "sonrisa").data(Role.SHOWING) == Showing(State.PRESENT, "presente · 2 s")
    model.refresh(4.0)
    assert row(model, "sonrisa").data(Role.SHOWING) == Showing(State.ABSENT, "hace un momento")


def test_a_screen_reader_hears_the_state_and_since_when(model: SignalsModel) -> None:
    model.apply(SignalChanged(75.0, "sonrisa", State.PRESENT, 1.2))
    model.refresh(80.0)
    assert row(model, "sonrisa").data(Qt.ItemDataRole.AccessibleTextRole) == "Sonrisa: presente, desde 1:15"
    assert row(model, "asentir").data(Qt.ItemDataRole.AccessibleTextRole) == "Asentir con la cabeza: sin datos todavía"


def test_the_explanation_tells_reading_evidence_and_what_must_be_seen(model: SignalsModel) -> None:
    signal = load_catalog()["tocar_nariz"]
    text = row(model, "tocar_nariz").data(Qt.ItemDataRole.ToolTipRole)
    assert signal.reflects in text
    assert signal.evidence_note in text
    assert "Respaldo científico: débil" in text
    assert "Debe verse: la cara." in text
    assert "Debe verse: los hombros y las manos." in row(model, "frotar_manos").data(Qt.ItemDataRole.ToolTipRole)
    assert "No con cubrebocas" in row(model, "sonrisa").data(Qt.ItemDataRole.ToolTipRole)


def test_no_explanation_speaks_of_lying(model: SignalsModel) -> None:
    for place in range(model.rowCount()):
        text = model.index(place).data(Qt.ItemDataRole.ToolTipRole) or ""
        assert not any(word in text.lower() for word in ("mentira", "miente", "mentir", "engaña"))


def test_a_past_presence_is_told_in_its_largest_unit(model: SignalsModel) -> None:
    model.apply(SignalChanged(0.0, "sonrisa", State.PRESENT, 1.2))
    model.apply(SignalChanged(1.0, "sonrisa", State.ABSENT, 0.2))
    model.refresh(130.0)
    assert row(model, "sonrisa").data(Role.SHOWING).words == "hace 2 min"


def test_a_signal_with_thresholds_of_this_computer_says_so(qtbot: QtBot) -> None:
    (bow,) = load_catalog()["mirar_al_piso"].detector.conditions
    moved = Moved(bow.feature, bow.way, bow.enter, bow.exit, -0.5)
    model = SignalsModel(load_catalog())
    write_adjustments(adjustments_file(), {"mirar_al_piso": Adjustment("mirar_al_piso", "2026-03-09", (moved,))})
    assert "umbrales" not in row(model, "mirar_al_piso").data(Qt.ItemDataRole.ToolTipRole)
    model.begin(0.0, adjusted_here())
    told = row(model, "mirar_al_piso").data(Qt.ItemDataRole.ToolTipRole)
    assert "Sus umbrales se ajustaron en esta computadora." in told
    assert "umbrales" not in row(model, "sonrisa").data(Qt.ItemDataRole.ToolTipRole)
