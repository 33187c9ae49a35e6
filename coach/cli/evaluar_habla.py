"""`coach evaluar CARPETA` with a table of transcripts: how well the syllables of its recordings are counted."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from coach.cli.output import STDOUT, check_writable, write_json, write_text
from coach.cli.progress import Progress
from coach.errors import KnownError

if TYPE_CHECKING:
    from coach.evaluation.speech_rate import Prompt, RateScore

_PAD_S = 0.3
"""Silence around each recording, so that its first and last syllable have two sides."""


def run(folder: Path, sounds: Path, options: argparse.Namespace) -> int:
    """Count, compare, print; 0 whatever the figures. Raises `KnownError` for a table or a recording at fault."""
    from coach.evaluation.speech_rate import TRANSCRIPTS, read_transcripts, score

    prompts = read_transcripts(folder / TRANSCRIPTS)
    missing = [p.file for p in prompts if not (sounds / p.file).is_file()]
    if missing:
        raise KnownError(
            f"En «{sounds}» faltan {len(missing)} de las {len(prompts)} grabaciones, la primera «{missing[0]}»; "
            "di con --sonidos en qué carpeta están."
        )
    for where in (options.json, options.markdown):
        check_writable(where, folder / TRANSCRIPTS, *(sounds / p.file for p in prompts))
    with Progress("Contando sílabas") as progress:
        heard = {}
        for prompt in prompts:
            heard[prompt.file] = _syllables(sounds / prompt.file)
            progress.reach(len(heard) / len(prompts))
    lines = "\n".join(_card(score(prompts, heard), prompts)) + "\n"
    if options.json is not None:
        write_json(options.json, _document(score(prompts, heard), heard))
    if options.markdown is not None:
        write_text(options.markdown, lines)
    if options.json != STDOUT:
        print(lines, end="")
    return 0


def _syllables(file: Path) -> int:
    import numpy as np

    from coach.core.events import SAMPLE_RATE, Sound, Syllable
    from coach.voz.extractor import VoiceExtractor
    from coach.voz.open_sound import open_sound

    with open_sound(str(file)) as source:
        chunks = [item.samples for item in source if isinstance(item, Sound)]
    silence = np.zeros(round(_PAD_S * SAMPLE_RATE), np.float32)
    extractor = VoiceExtractor()
    events = extractor.push(Sound(0.0, np.concatenate([silence, *chunks, silence]))) + extractor.flush()
    return sum(isinstance(event, Syllable) for event in events)


def _card(found: RateScore, prompts: list[Prompt]) -> Iterator[str]:
    seconds = sum(p.speech_s for p in prompts)
    yield f"Sílabas: {len(prompts)} grabaciones, {seconds:.0f} s de habla."
    yield f"Factor para todas: {found.factor:.3f}."
    yield (
        f"Error medio en tramos de 10 s o más, con el factor de la otra mitad: {found.error:.1%} "
        f"({found.stretches} tramos; fuera de lo que pudo decirse, {found.outside:.1%})."
    )


def _document(found: RateScore, heard: dict[str, int]) -> dict[str, object]:
    return {
        "factor": round(found.factor, 4),
        "error": round(found.error, 4),
        "outside": round(found.outside, 4),
        "stretches": found.stretches,
        "syllables": heard,
    }
