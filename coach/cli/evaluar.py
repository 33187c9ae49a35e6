"""`coach evaluar CARPETA`: every labelled clip of a folder, and the accuracy card."""

from __future__ import annotations

import argparse
import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from coach.cli.output import STDOUT, check_apart, check_writable, write_json, write_text
from coach.cli.parser import SpanishParser, named
from coach.cli.progress import Progress
from coach.errors import KnownError, UsageError, why
from coach.media.naming import typed_path

if TYPE_CHECKING:
    from coach.evaluation.labels import ClipLabels
    from coach.evaluation.score import Outcome, Scores
    from coach.report.result import Result

_VIDEOS: Final = frozenset((".mp4", ".mkv", ".webm", ".mov", ".avi", ".m4v"))
_WORKERS: Final = 2
"""Each keeps three models busy; more than two only wait for each other."""
_SHORTER_S: Final = 1.0
"""A clip whose pictures end this much before its labels say is damaged: what is missing is no miss of ours."""


def add(verbs: Any) -> SpanishParser:
    """Add the verb to `verbs`."""
    parser: SpanishParser = verbs.add_parser(
        "evaluar",
        help="mide la exactitud con clips etiquetados",
        description="Analiza cada clip que tenga sus etiquetas al lado (NOMBRE.mp4 y NOMBRE.json, "
        ".eaf de ELAN o .TextGrid de Praat) y mide los aciertos. "
        "Si la carpeta tiene una lista «transcripciones.tsv», mide qué tan bien se cuentan sus sílabas.",
    )
    parser.what.add_argument("carpeta", metavar="CARPETA", type=named, help="la carpeta de los clips")
    for name, metavar, meaning in (
        ("--sonidos", "CARPETA", "dónde están las grabaciones de una lista «transcripciones.tsv»"),
        ("--json", "SALIDA", "guarda las cifras como JSON; «-»: salida estándar"),
        ("--markdown", "SALIDA", "guarda la tabla como Markdown, para un documento"),
    ):
        parser.options.add_argument(name, metavar=metavar, type=named, help=meaning)
    parser.set_defaults(run=run)
    return parser


def run(options: argparse.Namespace) -> int:
    """Evaluate, print the card; 0 whatever the figures, 1 when a clip could not be read."""
    from coach.cli import evaluar_habla
    from coach.evaluation.speech_rate import TRANSCRIPTS
    from coach.manual.catalog import load_catalog
    from coach.report.words import adjusted_words
    from coach.runtime.local_rows import adjusted_here

    for where in (options.json, options.markdown):
        check_writable(where)
    if options.markdown == STDOUT:
        raise UsageError("La tabla se guarda en un archivo; escribe su nombre después de --markdown.")
    check_apart({"--json": options.json, "--markdown": options.markdown})
    folder = typed_path(options.carpeta)
    if (folder / TRANSCRIPTS).is_file():
        _say_passed_over(folder)
        return evaluar_habla.run(folder, typed_path(options.sonidos or folder), options)
    if options.sonidos is not None:
        raise KnownError(
            f"En «{folder}» no hay ninguna lista «{TRANSCRIPTS}», y --sonidos es para ella; "
            "quítalo o revisa la carpeta."
        )
    for where in (options.json, options.markdown):
        check_writable(where, *_read(folder))
    catalog = load_catalog()
    adjusted = adjusted_here()
    if adjusted:
        print(adjusted_words([catalog[id].name for id in adjusted]), file=sys.stderr)
    clips = _labelled(folder, tuple(catalog))
    from coach.evaluation.score import score  # after what is told of the labels, for it takes long to load

    outcomes, failed = _outcomes(clips)
    for name, reason in failed.items():
        print(f"No pude evaluar «{name}»: {reason}", file=sys.stderr)
    scores = score(outcomes, tuple(catalog), failed)
    _tell(scores, {id: signal.name for id, signal in catalog.items()}, options)
    return 1 if failed else 0


def _tell(scores: Scores, names: dict[str, str], options: argparse.Namespace) -> None:
    from coach.benchmark.machine import machine
    from coach.evaluation.card import card, document
    from coach.evaluation.markdown import markdown

    if options.json is not None:
        write_json(options.json, document(scores))
    if options.markdown is not None:
        write_text(options.markdown, markdown(scores, names, f"{date.today().isoformat()}, {machine()}"))
    if options.json != STDOUT:
        print(card(scores, names), end="")


def _labelled(folder: Path, ids: tuple[str, ...]) -> list[tuple[Path, ClipLabels]]:
    """The clips of a folder with their labels, by name; says which have none."""
    from coach.evaluation.labels import read_labels
    from coach.exchange.labels import READERS, read_annotations
    from coach.manual.catalog import load_catalog

    found: list[tuple[Path, ClipLabels]] = []
    bare: list[Path] = []
    for clip in _clips(folder):
        labels = clip.with_suffix(".json")
        annotations = next((file for suffix in READERS if (file := clip.with_suffix(suffix)).is_file()), None)
        if labels.is_file():
            found.append((clip, read_labels(labels, ids)))
        elif annotations is not None:
            found.append((clip, read_annotations(annotations, load_catalog(), _duration_s(clip))))
        else:
            bare.append(clip)
    if not found:
        there = f"; hay {_how_many(bare)} sin ellas" if bare else ""
        raise KnownError(
            f"En «{folder}» no hay ningún clip con sus etiquetas al lado (NOMBRE.mp4 y NOMBRE.json, .eaf o "
            f".TextGrid){there}."
        )
    if bare:
        print(_passed_over(bare), file=sys.stderr)
    return found


def _read(folder: Path) -> list[Path]:
    """All that may be labels, or a clip of its own."""
    from coach.exchange.labels import READERS

    return [file for clip in _clips(folder) for file in (clip, *map(clip.with_suffix, (".json", *READERS)))]


def _say_passed_over(folder: Path) -> None:
    """Of clips beside a list of transcripts."""
    from coach.evaluation.speech_rate import TRANSCRIPTS

    clips = _clips(folder)
    if clips:
        print(
            f"Omito {_how_many(clips)} de «{folder}»: donde está la lista «{TRANSCRIPTS}» solo se cuentan sílabas; "
            "llévala a otra carpeta para evaluar los clips.",
            file=sys.stderr,
        )


def _how_many(clips: Sequence[Path]) -> str:
    from coach.evaluation.card import how_many

    return how_many(len(clips), "clip", "clips")


def _passed_over(bare: Sequence[Path]) -> str:
    """One sentence, however many there are."""
    if len(bare) == 1:
        return f"Omito «{bare[0].name}»: no tiene etiquetas «{bare[0].stem}.json» al lado."
    return f"Omito {_how_many(bare)} sin etiquetas al lado (NOMBRE.json); el primero es «{bare[0].name}»."


def _duration_s(clip: Path) -> float | None:
    """None for one that cannot be read: its analysis will say why."""
    from coach.vision.recording import Recording

    try:
        return Recording(clip).info.duration_s
    except KnownError:
        return None


def _clips(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise KnownError(f"«{folder}» no es una carpeta; escribe la de los clips etiquetados.")
    try:
        return sorted(path for path in folder.iterdir() if path.suffix.lower() in _VIDEOS and path.is_file())
    except OSError as error:
        raise KnownError(f"No puedo leer la carpeta «{folder}» ({why(error)}); revisa sus permisos.") from error


def _outcomes(clips: list[tuple[Path, ClipLabels]]) -> tuple[list[Outcome], dict[str, str]]:
    """What was found in each clip, and why the others could not be read."""
    from coach.evaluation.score import Outcome

    done: list[Outcome] = []
    failed: dict[str, str] = {}
    with Progress("Evaluando") as progress:
        for (clip, labels), result in zip(clips, _results([str(clip) for clip, _ in clips]), strict=True):
            if isinstance(result, str):
                failed[clip.name] = result
            elif result.seen_s < labels.duration_s - _SHORTER_S:
                failed[clip.name] = f"se corta a los {result.seen_s:.1f} s, y debía durar {labels.duration_s:.1f} s."
            else:
                done.append(Outcome(clip.name, labels, result.segments, result.blind))
            progress.reach((len(done) + len(failed)) / len(clips))
    return done, failed


def _results(clips: list[str]) -> Iterator[Result | str]:
    """In the order of `clips`, worked on by as many processes as make sense."""
    workers = min(_WORKERS, len(clips), os.cpu_count() or 1)
    if workers < 2:
        yield from map(_analyse, clips)
        return
    # spawn: a fork would inherit threads and models in the middle of their work. Ctrl-C ends the workers at once,
    # instead of as an exception each that this process would wait for.
    pool = ProcessPoolExecutor(
        workers, multiprocessing.get_context("spawn"), signal.signal, (signal.SIGINT, signal.SIG_DFL)
    )
    try:
        yield from pool.map(_analyse, clips)
    except BrokenProcessPool as error:
        raise KnownError(
            "El sistema cerró un análisis a medias, casi siempre por falta de memoria; cierra otros programas y repite."
        ) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _analyse(clip: str) -> Result | str:
    """Runs in a worker. A sentence instead of a result for a clip that cannot be read."""
    from coach import app

    try:
        return app.analyse_file(clip)
    except KnownError as error:
        return str(error)
