"""The style sheet's template: `$name` is a colour of the palette, `$px12` a length of the design."""

STYLE_SHEET = """
* { font-size: $px13; }
QMainWindow, QDialog { background: $window; }
QWidget { color: $text; }
QToolTip {
    color: $text; background: $surface; border: 1px solid $line; padding: $px8;
}

#topBar, #statusStrip { background: $surface; }
#topBar { border-bottom: 1px solid $line; }
#statusStrip { border-top: 1px solid $line; }
#statusStrip QLabel { color: $muted; font-size: $px12; }
#brand { font-size: $px18; font-weight: 700; color: $accent; border: 2px solid transparent; padding: 0 $px2; }
QPushButton#brand { background: transparent; }
QPushButton#brand:hover { background: $hover; }
QPushButton#brand:focus { border: 2px solid $accent; }

QPushButton, QToolButton, QComboBox, QLineEdit {
    min-height: $px18; padding: $px6 $px10; border-radius: $px8;
    border: 1px solid $line; background: $surface; color: $text;
}
QLineEdit { placeholder-text-color: $muted; }
QPushButton:hover, QComboBox:hover { background: $hover; }
QPushButton:pressed { background: $line; }
QPushButton:focus, QComboBox:focus, QLineEdit:focus { border: 2px solid $accent; }
QPushButton:disabled { color: $track; }
QComboBox:disabled { color: $muted; }
QComboBox[marked="true"] { padding-left: $px32; padding-right: $px2; }
QComboBox { combobox-popup: 0; }  /* a list of our own, not Fusion's menu in its two frames */
QComboBox::drop-down { border: none; width: $px26; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView {
    background: $surface; border: 1px solid $line; padding: $px4; outline: none;
    selection-background-color: $accent; selection-color: $on_accent;
}
QComboBox QAbstractItemView::item { min-height: $px26; padding: 0 $px6; }
#primary { background: $accent; border: 1px solid $accent; color: $on_accent; font-weight: 600; padding: $px6 $px18; }
#primary:hover { background: $accent_hover; }
#primary:focus { border: 2px solid $text; }
#primary:disabled { background: $hover; border: 1px solid $line; color: $muted; }
#primary[quiet="true"] { background: $surface; color: $text; border: 1px solid $track; }
#primary[quiet="true"]:hover { background: $hover; }
#primary[quiet="true"]:focus { border: 2px solid $accent; }

#signals, #voice { background: $surface; border: 1px solid $line; border-radius: $px12; }
#signalList { background: transparent; border: none; outline: none; }
#voiceTitle { color: $accent; font-size: $px12; font-weight: 600; min-height: $px20; }
#voiceHint { color: $muted; font-size: $px11; }
#voiceNote { color: $muted; font-size: $px12; }
#voice #linkButton { padding: 0 $px4; min-height: $px16; max-height: $px16; font-size: $px12; }
QScrollBar:vertical { background: transparent; width: $px10; margin: $px2; }
QScrollBar::handle:vertical { background: $line; border-radius: 3px; min-height: $px26; }
QScrollBar::handle:vertical:hover { background: $track; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
    background: transparent; height: 0;
}

#notice, #calibration { background: $surface; border: 1px solid $line; border-radius: $px12; }
#noticeTitle, #calibrationTitle { font-size: $px14; font-weight: 600; }
#noticeText, #calibrationText { color: $muted; }
#readingText { font-size: $px18; }
#readingText[small="true"] { font-size: $px14; }
#noticeDetail {
    background: $window; border: 1px solid $line; border-radius: $px6; color: $text;
    font-family: monospace; font-size: $px12;
}
QProgressBar {
    background: $hover; border: none; border-radius: $px4; min-height: $px8; max-height: $px8;
}
QProgressBar::chunk { background: $accent; border-radius: $px4; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
#linkButton { border: none; color: $accent; padding: $px4 $px8; font-weight: 600; background: transparent; }
#linkButton:hover { background: $hover; }
#linkButton:disabled { color: $track; }
#linkButton:focus { border: 2px solid $accent; }

#pageTitle { font-size: $px18; font-weight: 600; }
#markButton { padding-left: $px32; font-weight: 600; background: transparent; }
#markButton:hover { background: $hover; }
#question { font-size: $px32; font-weight: 700; }
#lead { font-size: $px16; color: $muted; }
#lastSession { font-size: $px14; color: $muted; }
#startCard { background: $surface; border: 1px solid $line; border-radius: $px16; text-align: left; }
#startCard:hover { background: $hover; border: 1px solid $accent; }
#startCard:focus { border: 2px solid $accent; }
#startCard:pressed { background: $line; }
#cardTitle { font-size: $px20; font-weight: 700; }
#cardText { font-size: $px14; color: $muted; }
#dropCard { background: $surface; border: 2px dashed $line; border-radius: $px16; }
#keyHint { color: $muted; border: 1px solid $line; border-radius: $px6; font-size: $px12; font-weight: 600; }
#scrollColumn, #scrollColumn > QWidget, #scrollColumn > QWidget > QWidget { background: transparent; border: none; }
#panel { background: $surface; border: 1px solid $line; border-radius: $px12; }
#panelTitle { font-size: $px16; font-weight: 600; }
#clauseText { font-size: $px14; color: $muted; }
#panelText, #choiceMeaning { color: $muted; font-size: $px13; }
#choiceMeaning { padding-left: $px26; }
#choiceName { font-weight: 600; }
#sessionList {
    activate-on-singleclick: 0;
    background: $surface; border: 1px solid $line; border-radius: $px8; outline: none;
    selection-background-color: $hover; selection-color: $text;
}
#sessionList::item { padding: 0 $px10; border-bottom: 1px solid $line; }
#sessionList::item:selected { background: $hover; }
#sessionList:focus { border: 1px solid $accent; }
#sessionList QHeaderView { background: transparent; }
#sessionList QHeaderView::section {
    background: transparent; color: $muted; border: none; padding: 0 $px12; font-size: $px12;
}
#sessionList QLineEdit { min-height: 0; padding: 0 $px8; }
#wholePicture:checked { background: $hover; border: 2px solid $accent; }
#groupTitle { color: $accent; font-size: $px12; font-weight: 600; }
#panel QRadioButton { spacing: $px8; padding: $px4; border: 2px solid transparent; border-radius: $px6; }
#panel QRadioButton:focus { border: 2px solid $accent; }
#panel QRadioButton::indicator {
    width: 14px; height: 14px; border: 2px solid $track; border-radius: 9px; background: $surface;
}
#panel QRadioButton::indicator:checked {
    width: 8px; height: 8px; border: 5px solid $accent; border-radius: 9px; background: $on_accent;
}
"""
