"""A whole recording through the chain: a plain loop, as fast as the machine allows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from coach.core.events import ConditionChanged, Event
from coach.core.landmarks import Perceived
from coach.core.source import FrameSource
from coach.runtime.driven import Driven
from coach.runtime.mailbox import Mailbox
from coach.runtime.pump import Item, Pump

Sink: TypeAlias = Callable[[list[Event], Perceived | None], None]
"""Takes what one frame gave (possibly nothing), in order, and the newest landmarks."""

_DECODED_AHEAD: Final = 4


def run(source: FrameSource, chain: Driven, sink: Sink, progress: Callable[[float], None] | None = None) -> None:
    """Push every frame of `source` and flush; `progress` gets the time reached, in seconds of the medium.

    Decoding runs ahead in a thread of its own, joined before this returns; its errors are raised here. Closes the
    source, not the chain.
    """
    box: Mailbox[Item] = Mailbox(_DECODED_AHEAD, lossless=True)
    pump = Pump(lambda: source, box)
    pump.start()
    try:
        for item in box:
            if isinstance(item, ConditionChanged):
                sink(chain.tell(item), chain.perceived)
            else:
                sink(chain.push(item), chain.perceived)
            if progress is not None:
                progress(item.t)
    finally:
        pump.stop()
        pump.join()
    if pump.error is not None:
        raise pump.error
    sink(chain.flush(), chain.perceived)
