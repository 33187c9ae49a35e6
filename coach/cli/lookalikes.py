"""What stands for a character that an encoding lacks, as Windows' old ones do when our words go to a file or a pipe."""

from __future__ import annotations

import codecs
from typing import Final

LOOKALIKES: Final = "coach_lookalikes"
"""To be given as `errors` to a stream: what looks alike, else a question mark."""
_ALIKE: Final = {"−": "-", "–": "-", "—": "-", "…": "...", "→": "->"}


def _replaced(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(_ALIKE.get(one, "?") for one in error.object[error.start : error.end]), error.end


codecs.register_error(LOOKALIKES, _replaced)
