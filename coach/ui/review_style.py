"""The review window's part of the style sheet."""

REVIEW_STYLE = """
QPushButton#playToggle { min-width: $px26; }
QPushButton#chip {
    min-height: $px14; padding: $px2 $px10; border-radius: $px8; font-size: $px12;
    background: transparent; color: $muted; border: 1px solid $line;
}
QPushButton#chip:checked { background: $hover; color: $text; border: 1px solid $accent; }
QPushButton#chip:disabled { background: transparent; color: $track; border: 1px dashed $line; }
QPushButton#chip:hover { background: $hover; }
QPushButton#chip:focus { border: 2px solid $accent; }
QPushButton#verdict:checked { background: $accent; color: $on_accent; border: 1px solid $accent; }
QPushButton#verdict { padding: $px6 $px6; }
QPushButton#tab {
    background: transparent; color: $muted; border: none; border-bottom: 2px solid $line; border-radius: 0;
    font-weight: 600; padding: $px6 $px4;
}
QPushButton#tab:hover { color: $text; }
QPushButton#tab:checked { background: transparent; color: $accent; border: none; border-bottom: 2px solid $accent; }
QPushButton#tab:focus { background: $hover; }
#standardList { background: $surface; border: 1px solid $line; border-radius: $px12; padding: $px6; outline: none; }
#standardList::item { padding: $px4 $px6; border-radius: $px6; border: 1px solid transparent; }
#standardList::item:disabled { color: $accent; font-size: $px12; padding-top: $px10; }
#standardList::item:selected { background: $hover; color: $text; border: 1px solid $accent; }
#evidenceList { background: transparent; border: none; outline: none; }
#evidenceList::item { padding: $px4 $px6; border-radius: $px6; border: 1px solid transparent; }
#evidenceList::item:hover { background: $hover; }
#evidenceList::item:selected { background: $hover; color: $text; border: 1px solid $line; }
#evidenceList::item:selected:active { border: 1px solid $accent; }
#reviewArea, #reviewArea > QWidget, #reviewArea > QWidget > QWidget { background: transparent; border: none; }
#reviewList { background: $surface; border: 1px solid $line; border-radius: $px12; padding: $px6; outline: none; }
#reviewList::item { padding: $px10; border-radius: $px8; }
#reviewList::item:selected { background: $hover; color: $text; border: 1px solid $accent; }
#reviewTold { background: $care_soft; color: $care; border-bottom: 1px solid $line; padding: $px8 $px16; }
QSplitter::handle { background: $line; }
"""
"""`$name` is a colour of the palette, `$px12` a length of the design."""
