"""Names as people type them."""

from __future__ import annotations

import unicodedata


def plain(name: str) -> str:
    """Without accents, capitals and the difference between spaces and underscores.

    >>> plain(" Ceño  fruncido")
    'ceno_fruncido'
    """
    letters = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return "_".join(bare.replace("_", " ").split())
