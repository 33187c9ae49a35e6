"""WebVTT subtitles of the advice, for any player (https://www.w3.org/TR/webvtt1/)."""

from __future__ import annotations

from html import escape
from typing import Final

from coach.exchange.marks import Timeline
from coach.exchange.tiers import milliseconds, shown

_SHOWN_S: Final = 5.0


def write_vtt(timeline: Timeline) -> str:
    """The file's content."""
    blocks = ["WEBVTT"]
    for number, cue in enumerate(shown(timeline, _SHOWN_S), 1):
        text = escape(" ".join(cue.name.split()), quote=False)
        blocks.append(f"{number}\n{_clock(cue.start_s)} --> {_clock(cue.end_s)}\n{text}")
    return "\n\n".join(blocks) + "\n"


def _clock(seconds: float) -> str:
    """Hours, minutes and seconds.

    >>> _clock(3661.0015)
    '01:01:01.002'
    """
    whole, thousandths = divmod(milliseconds(seconds), 1000)
    return f"{whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}.{thousandths:03d}"
