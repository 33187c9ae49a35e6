"""Counts the syllables of written Spanish, spoken word by word and as running speech."""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = re.compile(r"[a-záéíóúüñ]+")
_STRONG: Final = "aeoáéóíú"
"""Each is the nucleus of a syllable of its own; an i or u without accent leans on its neighbour."""
_WEAK: Final = "iuü"
_PAUSE: Final = re.compile(r"[.,;:!?¡¿()…]")


def count_syllables(text: str) -> int:
    """Syllables of `text` with every word spoken by itself. Numbers must be written in words.

    >>> count_syllables("Buenos días, ¿en qué le puedo ayudar?")
    12
    """
    return sum(len(_nuclei(word)) for word in _WORD.findall(text.lower()))


def count_spoken_syllables(text: str) -> int:
    """Syllables of `text` in running speech: a vowel at the end of a word joins one at the beginning of the next.

    >>> count_spoken_syllables("Entrando a la conferencia número")
    11
    """
    joined = 0
    for phrase in _PAUSE.split(text.lower()):
        words = [_spoken(word) for word in _WORD.findall(phrase)]
        joined += sum(_meets(one, two) for one, two in zip(words, words[1:], strict=False))
    return count_syllables(text) - joined


def _spoken(word: str) -> str:
    """`word` as its sounds: no silent h or u, and a y that is a vowel written as i."""
    word = re.sub(r"(?<!c)h", "", word)
    word = re.sub(r"qu(?=[eéií])", "k", word)
    word = re.sub(r"gu(?=[eéií])", "g", word)
    return re.sub(r"y(?![aeiouáéíóú])", "i", word)


def _nuclei(word: str) -> list[str]:
    """The vowels of each syllable, for example ["ue", "o"] for «puedo»."""
    nuclei: list[str] = []
    for vowels in re.findall(rf"[{_STRONG}{_WEAK}]+", _spoken(word)):
        nuclei += _split(vowels)
    return nuclei


def _split(vowels: str) -> list[str]:
    """Vowels in a row as nuclei: two strong ones part, a weak one goes with the strong one beside it."""
    nuclei: list[str] = []
    for letter in vowels:
        strong = letter in _STRONG
        before = nuclei[-1] if nuclei else ""
        parts = any(vowel in _STRONG for vowel in before) if strong else before.endswith(letter)
        if parts or not before:
            nuclei.append(letter)
        else:
            nuclei[-1] += letter
    return nuclei


def _meets(one: str, two: str) -> bool:
    vowels = _STRONG + _WEAK
    return one[-1] in vowels and two[0] in vowels
