from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from coach.ui.controls import ChoiceBox
from coach.ui.theme import DARK, LIGHT, Palette, Theme, style_sheet

ON_SURFACES = ("window", "surface")


def luminance(color: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    tone = QColor(color)
    red, green, blue = (linear(part) for part in (tone.redF(), tone.greenF(), tone.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(palette: Palette, ink: str, ground: str) -> float:
    lights = sorted((luminance(getattr(palette, ink)), luminance(getattr(palette, ground))))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
@pytest.mark.parametrize(
    ("ink", "ground"),
    [(ink, ground) for ink in ("text", "muted", "accent", "good", "care", "alert") for ground in ON_SURFACES]
    + [("text", "hover"), ("text", "good_soft"), ("text", "care_soft"), ("muted", "stage"), ("text", "alert_soft")]
    + [("good", "good_soft"), ("care", "care_soft"), ("alert", "alert_soft")]
    + [("on_accent", "accent"), ("on_accent", "accent_hover")],
)
def test_text_is_legible_on_its_ground(palette: Palette, ink: str, ground: str) -> None:
    assert contrast(palette, ink, ground) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
def test_what_is_switched_off_can_still_be_seen(palette: Palette) -> None:
    assert contrast(palette, "track", "surface") >= 3.0


def test_the_style_sheet_leaves_no_name_open() -> None:
    assert "$" not in style_sheet(Theme(LIGHT, 1.2))


def test_no_state_of_a_control_asks_for_other_letters() -> None:
    """Qt asks for room in the letters at rest: heavier ones would be cut off while pressed, say, or checked."""
    for names, rules in re.findall(r"([^{}]+)\{([^{}]*)\}", style_sheet(Theme(LIGHT))):
        if re.search(r"[^:]:(?:checked|hover|focus|pressed|disabled)", names) and "::" not in names:
            assert "font" not in rules, names


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
def test_what_a_field_asks_for_is_legible_before_anything_is_typed(qtbot: QtBot, palette: Palette) -> None:
    """Qt's own would be the letters' colour half through: 3.3 to 1 on white."""
    field = QLineEdit()
    field.setStyleSheet(style_sheet(Theme(palette)))
    qtbot.addWidget(field)
    field.ensurePolished()
    ink = field.palette().color(QPalette.ColorRole.PlaceholderText)
    assert (ink.name(), ink.alpha()) == (palette.muted, 255)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
def test_a_list_opens_below_its_box_and_shows_what_is_chosen(qtbot: QtBot, palette: Palette) -> None:
    theme = Theme(palette)
    window = QWidget()
    qtbot.addWidget(window)
    window.setStyleSheet(style_sheet(theme))
    box = ChoiceBox(theme, parent=window)
    box.addItems([f"Opción {place}" for place in range(11)])
    box.setCurrentIndex(1)
    window.resize(300, 120)
    window.show()
    box.showPopup()
    qtbot.waitUntil(box.view().isVisible)
    shown = box.view().window()
    top = box.mapToGlobal(box.rect().topLeft()).y()
    seam = theme.px(4)
    apart = shown.y() + seam >= top + box.height() or shown.y() + shown.height() <= top + seam
    assert apart, "it lay over the box, in a frame of another kind"
    chosen = box.view().visualRect(box.model().index(1, 0))
    picture = box.view().viewport().grab().toImage()
    assert picture.pixelColor(chosen.right() - 4, chosen.center().y()) == theme.color("accent")
    last = box.view().visualRect(box.model().index(10, 0))
    assert box.view().viewport().rect().contains(last), "eleven need no scrolling"
    box.hidePopup()
