"""The blocks of a report as widgets; `html.py` makes the same ones for the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from coach.report.content import Bullets, Card, DrillCard, Entry, Figure, Table
from coach.report.html import MARKS
from coach.report.svg import Ink
from coach.ui.controls import named
from coach.ui.key_swatch import KeySwatch
from coach.ui.svg_view import SvgView
from coach.ui.theme import Theme
from coach.ui.words import tr

COLUMNS = 3


def label(text: str, name: str) -> QLabel:
    """Words that wrap and can be copied."""
    made = named(QLabel(text, wordWrap=True, textFormat=Qt.TextFormat.PlainText), name)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)  # a label's own, which a policy of one's own would take away
    made.setSizePolicy(policy)
    return made


def link(text: str, said: str, act: Callable[[], None]) -> QPushButton:
    """A quiet button; `said` is what screen readers call it."""
    button = named(QPushButton(text), "reportLink")
    button.setAccessibleName(said)
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    button.clicked.connect(lambda: act())
    return button


def frame(name: str, parts: Iterable[QWidget], theme: Theme, inset: int = 14) -> QFrame:
    """A box around parts that lie below each other."""
    box = QFrame()
    box.setObjectName(name)
    column = QVBoxLayout(box)
    gap = theme.px(inset)
    column.setContentsMargins(gap, gap, gap, gap)
    column.setSpacing(theme.px(6))
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return box


def beside(boxes: Sequence[QWidget], theme: Theme, columns: int | None = None) -> QWidget:
    """Boxes beside each other, of the same width: three a row unless told otherwise, two where that leaves no hole."""
    columns = columns or (2 if len(boxes) in (2, 4) else COLUMNS)
    whole = QWidget()
    grid = QGridLayout(whole)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(theme.px(12))
    for place, box in enumerate(boxes):
        grid.addWidget(box, place // columns, place % columns)
    for column in range(columns):
        grid.setColumnStretch(column, 1)
    return whole


def card(content: Card, theme: Theme, lead: Callable[[str], None]) -> QFrame:
    """One card; `lead` goes to its row of the manual."""
    parts: list[QWidget] = [_headed(content, theme)]
    for text, name in (
        (content.figures, "reportSmall"),
        (content.text, "reportText"),
        (content.advice, "reportAdvice"),
        (content.evidence, "reportSmall"),
    ):
        if text:
            parts.append(label(text, name))
    if content.row is not None:
        parts.append(_to_manual(content.row, content.title, lead))
    return frame("reportCard", parts, theme)


def drill_card(
    content: DrillCard, theme: Theme, lead: Callable[[str], None], choose: Callable[[str], None] | None
) -> QFrame:
    """A goal with its drill; `choose` makes it the agent's own, None where whoever reads it is not the agent."""
    parts: list[QWidget] = [label(content.overline, "reportOverline")] if content.main else []
    parts.append(label(content.goal, "reportGoalTitle" if content.main else "reportCardTitle"))
    parts.append(label(content.why, "reportText"))
    seconds = tr("Ejercicio · {} segundos").format(content.seconds)
    parts.append(label(seconds, "reportAdvice"))
    if content.main:
        parts += [label(f"{place}.  {step}", "reportText") for place, step in enumerate(content.steps, 1)]
        parts.append(label(content.done, "reportDone"))
    row = QWidget()
    across = QHBoxLayout(row)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(theme.px(16))
    if content.open and choose is not None:
        said = tr("Elegir esta meta: {}").format(content.goal)
        across.addWidget(link(tr("Elegir esta meta"), said, lambda: choose(content.id)))
    if content.row is not None:
        across.addWidget(_to_manual(content.row, content.goal, lead))
    across.addStretch(1)
    parts += [row] if across.count() > 1 else []
    return frame("reportGoal" if content.main else "reportCard", parts, theme, 20 if content.main else 14)


def figure(content: Figure, ink: Ink, theme: Theme) -> QFrame:
    """A chart with its title, what its signs mean, and its caption."""
    parts: list[QWidget] = [label(content.title, "reportCardTitle")]
    if content.key:
        parts.append(_key(content.key, ink, theme))
    parts.append(SvgView(content.draw(ink), f"{content.title}. {content.caption}"))
    parts.append(label(content.caption, "reportSmall"))
    return frame("reportFigure", parts, theme)


def table(content: Table, theme: Theme) -> QWidget:
    """Rows beneath headers."""
    whole = QWidget()
    whole.setAccessibleName(content.caption)
    grid = QGridLayout(whole)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(16))
    grid.setVerticalSpacing(theme.px(6))
    grid.addWidget(label(content.caption, "reportStrong"), 0, 0, 1, len(content.header))
    for place, name in enumerate(content.header):
        grid.addWidget(label(name, "reportHead"), 1, place)
        longest = max((len(row[place]) for row in content.rows), default=1)
        grid.setColumnStretch(place, min(max(longest, len(name), 9), 60))
    for number, row in enumerate(content.rows):
        rule = QFrame()
        rule.setObjectName("reportRule")
        grid.addWidget(rule, 2 + 2 * number, 0, 1, len(content.header))
        for place, cell in enumerate(row):
            said = label(cell, "reportCell" if place else "reportRowHead")
            said.setAccessibleName(f"{row[0]}, {content.header[place]}: {cell}" if place else cell)
            grid.addWidget(said, 3 + 2 * number, place, Qt.AlignmentFlag.AlignTop)
    return whole


def bullets(content: Bullets, theme: Theme) -> QWidget:
    """A list, all words of it in line beside the bullets."""
    whole = QWidget()
    grid = QGridLayout(whole)
    grid.setContentsMargins(theme.px(4), 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(8))
    grid.setVerticalSpacing(theme.px(4))
    grid.setColumnStretch(1, 1)
    for what, small in content.items:
        row = grid.rowCount()
        grid.addWidget(named(QLabel("•"), "reportText"), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(what, "reportText"), row, 1)
        if small:
            grid.addWidget(label(small, "reportSmall"), row + 1, 1)
    return whole


def entry(content: Entry, theme: Theme) -> QFrame:
    """A row of the manual."""
    parts = [label(content.name, "reportCardTitle"), label(content.page, "reportSmall")]
    for text, name in (
        (content.text, "reportText"),
        (content.advice, "reportAdvice"),
        (content.evidence, "reportSmall"),
    ):
        parts.append(label(text, name))
    return frame("reportCard", parts, theme)


def _headed(content: Card, theme: Theme) -> QWidget:
    """The title, with the sign of what the card tells before it."""
    sign, said = MARKS[content.mark]
    title = label(content.title, "reportCardTitle")
    title.setAccessibleName(f"{said}: {content.title}")
    whole = QWidget()
    across = QHBoxLayout(whole)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(theme.px(8))
    badge = named(QLabel(sign), {"refuerza": "reportGood", "corrige": "reportMend"}[content.mark])
    badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
    badge.setFixedSize(2 * theme.px(9), 2 * theme.px(9))  # a circle, whose corners are half of it
    across.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
    across.addWidget(title, 1)
    return whole


def _to_manual(row: str, title: str, lead: Callable[[str], None]) -> QPushButton:
    return link(tr("Ver en el manual"), tr("{}: ver en el manual").format(title), lambda: lead(row))


def _key(signs: tuple[tuple[str, str], ...], ink: Ink, theme: Theme) -> QWidget:
    whole = QWidget()
    across = QHBoxLayout(whole)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(theme.px(6))
    for sign, word in signs:
        across.addWidget(KeySwatch(sign, ink, theme))
        across.addWidget(named(QLabel(word), "reportSmall"))
        across.addSpacing(theme.px(10))
    across.addStretch(1)
    return whole
