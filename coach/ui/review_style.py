"""The review window's part of the style sheet."""

REVIEW_STYLE = """
QPushButton#chip {
    min-height: $px14; padding: $px2 $px10; border-radius: $px8; font-size: $px12;
    background: transparent; color: $muted; border: 1px solid $line;
}
QPushButton#chip:checked { background: $hover; color: $text; border: 1px solid $accent; }
QPushButton#chip:hover { background: $hover; }
QPushButton#chip:focus { border: 2px solid $accent; }
QPushButton#verdict:checked { background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600; }
#reviewArea, #reviewArea > QWidget { background: transparent; border: none; }
#reviewList { background: $surface; border: 1px solid $line; border-radius: $px12; padding: $px6; outline: none; }
#reviewList::item { padding: $px10; border-radius: $px8; }
#reviewList::item:selected { background: $hover; color: $text; border: 1px solid $accent; }
QSplitter::handle { background: $line; }
"""
"""`$name` is a colour of the palette, `$px12` a length of the design."""
