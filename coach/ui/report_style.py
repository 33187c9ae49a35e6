"""The style sheet of reports in the window, a template as `style_sheet.py` is."""

REPORT_STYLE = """
#reportTitle { font-size: $px26; font-weight: 700; }
#reportFacts, #reportMuted { color: $muted; font-size: $px14; }
#reportSection { font-size: $px20; font-weight: 700; }
#reportText { font-size: $px14; }
#reportStrong { font-size: $px14; font-weight: 600; }
#reportCard, #reportFigure { background: $surface; border: 1px solid $line; border-radius: $px12; }
#reportGoal { background: $surface; border: 2px solid $accent; border-radius: $px12; }
#reportCardTitle { font-size: $px14; font-weight: 700; }
#reportGoalTitle { font-size: $px20; font-weight: 700; }
#reportSmall { color: $muted; font-size: $px12; }
#reportAdvice { font-size: $px13; font-weight: 600; }
#reportDone { background: $good_soft; border-radius: $px8; padding: $px8 $px10; font-size: $px14; }
#reportOverline { color: $accent; font-size: $px13; font-weight: 600; }
#reportHead { color: $muted; font-size: $px12; font-weight: 600; }
#reportCell { font-size: $px13; }
#reportRowHead { font-size: $px13; font-weight: 600; }
#reportRule { background: $line; max-height: 1px; min-height: 1px; border: none; }
#reportGood { background: $good; color: $surface; border-radius: $px9; font-size: $px11; font-weight: 700; }
#reportMend { background: $care; color: $surface; border-radius: $px4; font-size: $px11; font-weight: 700; }
#reportLink {
    border: 1px solid transparent; border-radius: $px4; padding: $px2 0; min-height: $px14;
    color: $accent; font-weight: 600; font-size: $px12; background: transparent; text-align: left;
}
#reportLink:hover { text-decoration: underline; }
#reportLink:focus { border: 1px solid $accent; }
#reportBar { background: $surface; border-bottom: 1px solid $line; }
#reportTold { color: $muted; font-size: $px13; }
"""
