"""Colours and sizes of the window, light and dark, and the style sheet made from them.

Every text colour keeps a contrast of at least 4.5:1 on the surfaces it is used on (WCAG 2.2, 1.4.3); a test holds it.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from coach.ui.live_style import LIVE_STYLE
from coach.ui.practice_style import PRACTICE_STYLE
from coach.ui.report_style import REPORT_STYLE
from coach.ui.review_style import REVIEW_STYLE
from coach.ui.style_sheet import STYLE_SHEET


@dataclass(frozen=True, slots=True)
class Palette:
    """The named colours of one scheme, as `#rrggbb`.

    `good` marks what the manual praises, `care` what it corrects, `alert` what stops the work; each has a `_soft`
    surface to lie on. `track` is for controls that are off, `stage` surrounds the picture.
    """

    name: str
    window: str
    surface: str
    stage: str
    text: str
    muted: str
    line: str
    track: str
    hover: str
    accent: str
    accent_hover: str
    on_accent: str
    good: str
    good_soft: str
    care: str
    care_soft: str
    alert: str
    alert_soft: str


LIGHT = Palette(
    name="light",
    window="#f3f5f5",
    surface="#ffffff",
    stage="#e4e9ea",
    text="#18262c",
    muted="#54666e",
    line="#d5dddf",
    track="#7d8f96",
    hover="#e9eff0",
    accent="#0b6b67",
    accent_hover="#095a57",
    on_accent="#ffffff",
    good="#14713f",
    good_soft="#e2f3e8",
    care="#8a4f00",
    care_soft="#fdf0da",
    alert="#b3261e",
    alert_soft="#fce8e6",
)

DARK = Palette(
    name="dark",
    window="#12181b",
    surface="#1b2327",
    stage="#0b0f11",
    text="#e7eef0",
    muted="#9fb1b8",
    line="#303c42",
    track="#6b7d85",
    hover="#263136",
    accent="#4fc4b7",
    accent_hover="#6bd3c7",
    on_accent="#06211e",
    good="#6fd39a",
    good_soft="#18362a",
    care="#f2bb63",
    care_soft="#3a2c14",
    alert="#ff9d94",
    alert_soft="#43201d",
)


@dataclass(frozen=True, slots=True)
class Theme:
    """A palette and the sizes that go with it; `scale` is 1 on small screens and grows with the window."""

    palette: Palette
    scale: float = 1.0

    def px(self, size: float) -> int:
        """A length of the design, in pixels of this theme."""
        return round(size * self.scale)

    def color(self, name: str, alpha: float = 1.0) -> QColor:
        """A colour of the palette by its name, `alpha` in [0, 1]."""
        color = QColor(getattr(self.palette, name))
        color.setAlphaF(alpha)
        return color


def system_palette() -> Palette:
    """The palette that follows the desktop's own choice of light or dark."""
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return DARK if dark else LIGHT


def scale_for(height: int) -> float:
    """The scale that fills a window of `height` px; only a few steps, so that resizing does not restyle at each px.

    >>> scale_for(640), scale_for(800), scale_for(1080), scale_for(1440)
    (1.0, 1.0, 1.2, 1.4)
    """
    return 1.0 if height < 940 else 1.2 if height < 1300 else 1.4


def style_sheet(theme: Theme) -> str:
    """The style sheet of the whole window."""
    names = {field.name: getattr(theme.palette, field.name) for field in fields(theme.palette)}
    sizes = {f"px{size}": f"{theme.px(size)}px" for size in (1, 2, 4, 6, 8, 9, 10, 11, 12, 13, 14, 16, 18, 20, 26, 32)}
    return Template(STYLE_SHEET + LIVE_STYLE + PRACTICE_STYLE + REPORT_STYLE + REVIEW_STYLE).substitute(names | sizes)


def qt_palette(theme: Theme) -> QPalette:
    """The same colours for what Qt draws by itself (menus, tooltips, selections)."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: "window",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "window",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.ToolTipBase: "surface",
        QPalette.ColorRole.ToolTipText: "text",
        QPalette.ColorRole.PlaceholderText: "muted",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.HighlightedText: "on_accent",
        QPalette.ColorRole.Link: "accent",
    }
    for role, name in roles.items():
        palette.setColor(role, theme.color(name))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.color("track"))
    return palette
