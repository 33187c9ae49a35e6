"""The style sheet of the practice's own parts, a template as `style_sheet.py` is."""

PRACTICE_STYLE = """
#practice { background: $surface; border: 1px solid $line; border-radius: $px12; }
#practiceTitle { font-size: $px16; font-weight: 700; }
#practicePlace { color: $muted; font-size: $px12; }
#practiceText { font-size: $px14; }
#practiceNote { color: $muted; font-size: $px12; }
#practiceHead { color: $accent; font-size: $px12; font-weight: 600; }
#clientName { color: $muted; font-size: $px12; font-weight: 600; }
#clientLine { font-size: $px16; }
#clientLine[small="true"] { font-size: $px13; }
#talkButton { padding: $px6 $px4; font-size: $px12; }
#gesture { color: $muted; font-style: italic; }
#turn { font-size: $px14; font-weight: 600; }
#turn[mine="true"] { color: $good; }
#turn[mine="false"] { color: $muted; }
#hintCard { background: $care_soft; border-radius: $px8; padding: $px8 $px10; color: $text; }
#situation { background: $window; border-radius: $px8; padding: $px10; font-size: $px13; }
#clientNote { background: $window; border-radius: $px8; padding: $px8 $px10; }

#clientCard, #sceneCard { background: $surface; border: 1px solid $line; border-radius: $px12; text-align: left; }
#clientCard:hover, #sceneCard:hover { background: $hover; border: 1px solid $accent; }
#clientCard:checked, #sceneCard:checked { background: $hover; border: 2px solid $accent; }
#clientCard:focus, #sceneCard:focus { border: 2px solid $text; }
#clientTitle { font-size: $px16; font-weight: 700; }
#clientSigns { color: $muted; font-size: $px14; }
#clientSigns[small="true"] { font-size: $px12; }
#clientAdvice { color: $accent; font-size: $px12; font-weight: 600; }
#scenePlace { color: $muted; font-size: $px12; }
#sceneTitle { font-weight: 600; }
#treatment { font-size: $px13; }
"""
