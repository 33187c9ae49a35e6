"""Timelines made up by hypothesis: any times, any words that a manual or an advice could have."""

from __future__ import annotations

from hypothesis import strategies as st

from coach.exchange.marks import Mark, Timeline, What

END_S = 7200.0
SECONDS = st.integers(0, int(END_S * 1000)).map(lambda ms: ms / 1000.0)
WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1, max_size=20)
IDS = st.sampled_from(["sonrisa", "brazos_cruzados", "asentir", "lento"])


@st.composite
def marks(draw: st.DrawFn, what: What) -> Mark:
    start_s, end_s = sorted((draw(SECONDS), draw(SECONDS)))
    return Mark(what, draw(IDS), draw(WORDS), start_s, end_s, draw(st.none() | st.floats(0.0, 1.0)))


@st.composite
def cues(draw: st.DrawFn) -> Mark:
    t = draw(SECONDS)
    return Mark(What.CUE, draw(IDS), draw(WORDS), t, t)


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    lasting = [marks(what) for what in What if what is not What.CUE]
    found = draw(st.lists(st.one_of(*lasting, cues()), max_size=12))
    return Timeline("yo.mp4", END_S, tuple(sorted(found, key=lambda mark: (mark.start_s, mark.end_s))))
