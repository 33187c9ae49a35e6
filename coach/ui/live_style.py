"""The style sheet of the live view's own parts, a template as `style_sheet.py` is."""

LIVE_STYLE = """
#serviceBar { background: $surface; border-bottom: 1px solid $line; }
#moment {
    min-height: $px18; padding: $px2 $px10; border-radius: $px6; border: 1px solid transparent;
    background: $window; color: $text; font-size: $px12;
}
#serviceBar[narrow="true"] #moment { padding: $px2 $px4; }
#moment:hover { background: $hover; }
#moment:checked { background: $accent; color: $on_accent; }
#moment:focus { border: 1px solid $accent; }
#moment:checked:focus { border: 1px solid $text; }
#serviceBar QComboBox { min-height: $px16; padding: $px2 $px8; font-size: $px12; border-radius: $px6; }
#barLink {
    border: 1px solid transparent; border-radius: $px6; min-height: $px14; padding: $px1 $px8;
    color: $accent; font-weight: 600; font-size: $px12; background: transparent;
}
#barLink:hover { background: $hover; }
#compactLamp { color: $muted; font-size: $px12; }
#statusStrip #filming { color: $alert; font-weight: 600; }
#barLink:focus { border: 1px solid $accent; }

#cueButton {
    border: 1px solid transparent; border-radius: $px6; min-height: $px14; padding: 0 $px8;
    color: $muted; font-size: $px12; background: transparent;
}
#cueButton:hover { background: $hover; color: $text; }
#cueButton:focus { border: 1px solid $accent; color: $text; }

#popup { background: $surface; border: 1px solid $line; }
#popupTime { color: $muted; }
QMenu { background: $surface; border: 1px solid $line; padding: $px4; }
QMenu::item { padding: $px6 $px20; border-radius: $px4; }
QMenu::item:selected { background: $accent; color: $on_accent; }

#presence, #crisis { background: $surface; border: 1px solid $line; border-radius: $px12; }
#crisisTitle { font-size: $px16; font-weight: 600; }
#crisisAbout { color: $text; background: $window; border-radius: $px8; padding: $px10; }
#plotName { color: $muted; font-size: $px10; background: transparent; }
#tab {
    min-height: $px16; padding: $px4 $px12; border-radius: $px8; border: 1px solid $line;
    background: $surface; color: $muted; font-weight: 600;
}
#tab:checked { color: $on_accent; background: $accent; border: 1px solid $accent; }
#tab:focus { border: 2px solid $text; }
"""
