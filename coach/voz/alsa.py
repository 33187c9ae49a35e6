"""The microphones that Linux knows, whoever holds them: PortAudio lists only those that it could open just now."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

TOLD: Final = Path("/proc/asound")
DEVICES: Final = Path("/dev/snd")
_CARD: Final = re.compile(r"^ *(\d+) \[.*?\]: \S+ - (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class CaptureNode:
    """A card's input: its `name` as PortAudio writes it, and the `node` that opens it."""

    name: str
    node: Path


def capture_nodes(told: Path = TOLD, devices: Path = DEVICES) -> tuple[CaptureNode, ...]:
    """Every card's inputs; empty where there is no ALSA. `told`: what the kernel tells, `devices`: its nodes."""
    return tuple(
        CaptureNode(_as_portaudio_writes(name.strip(), words, info, number), devices / f"pcmC{number}D{_number(info)}c")
        for number, name in _CARD.findall(_read(told / "cards") or "")
        for info in sorted((told / f"card{number}").glob("pcm*c/info"))
        if (words := _read(info)) is not None
    )


def nodes_beneath(name: str, nodes: tuple[CaptureNode, ...]) -> tuple[Path, ...]:
    """What the device `name` hears through: its own node, or any of them, where it is none of the cards itself."""
    own = tuple(each.node for each in nodes if each.name == name)
    return own or tuple(each.node for each in nodes)


def _read(file: Path) -> str | None:
    """None of what is not there, or goes while it is read: a card that is being unplugged."""
    try:
        return file.read_text(errors="replace")
    except OSError:
        return None


def _as_portaudio_writes(card: str, content: str, info: Path, number: str) -> str:
    told = re.search(r"^name: (.*)$", content, re.MULTILINE)
    words = told[1].split() if told else []
    for word in card.split():  # what the card's own name says already is left out
        if words[:1] == [word]:
            del words[0]
    return f"{card}: {' '.join(words) or '-'} (hw:{number},{_number(info)})"


def _number(info: Path) -> str:
    return info.parent.name.removeprefix("pcm").removesuffix("c")
