"""Measures everything, one thing after another, each in a fresh process."""

from __future__ import annotations

import multiprocessing
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from pathlib import Path
from statistics import median
from typing import Final, ParamSpec, TypeVar

from coach.benchmark.camera import loopback_camera
from coach.benchmark.clip import lengthen, make_clip
from coach.benchmark.live import LiveCost, live
from coach.benchmark.machine import machine
from coach.benchmark.offline import Cost, bare, decoded, whole
from coach.benchmark.table import Figure, Report
from coach.benchmark.voice import voice_cost, voice_figures
from coach.errors import KnownError
from coach.resources import demo_recording

P = ParamSpec("P")
T = TypeVar("T")

_CLIP_S: Final = 40.0
_LONG_S: Final = 1800.0
_LIVE_S: Final = 20.0
_ROUNDS: Final = 3
"""Chain and bare models take turns; the ratio is the median round's, for a machine is not equally fast all the time."""

Told = Callable[[str], None]


def measure(told: Told, *, long: bool = False) -> Report:
    """All figures; `told` hears what is being measured. `long` adds half an hour of recording."""
    demo = demo_recording()
    if not demo.is_file():
        raise KnownError(f"Falta la grabación de muestra «{demo}»; vuelve a instalar Coach.")
    with tempfile.TemporaryDirectory(prefix="coach-medir-") as folder:
        told("Preparo una grabación de 640×480 a 30 cuadros por segundo")
        clip = make_clip(demo, Path(folder) / "clip.mp4", _CLIP_S)
        figures = [*_offline(clip, told)]
        if long:
            told("Analizo media hora (tarda varios minutos)")
            figures += _long(apart(whole, str(lengthen(clip, Path(folder) / "largo.mp4", _LONG_S))))
        told("Escucho una voz de muestra")
        figures += voice_figures(apart(voice_cost))
        told("Miro en vivo por una cámara de prueba")
        with loopback_camera(clip) as address:
            figures += _live(apart(live, address, _LIVE_S))
    return Report(machine(), date.today().isoformat(), tuple(figures))


def apart(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """`work` in a process of its own, with nothing left over from what ran before."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(work, *args, **kwargs).result()


def _offline(clip: Path, told: Told) -> Iterator[Figure]:
    told("Leo la grabación sin mirarla")
    reading = apart(decoded, str(clip))
    bares: list[Cost] = []
    chains: list[Cost] = []
    for number in range(1, _ROUNDS + 1):
        told(f"Modelos solos y Coach completo, vuelta {number} de {_ROUNDS}")
        bares.append(apart(bare, str(clip)))
        chains.append(apart(whole, str(clip)))
    yield from offline_figures(_CLIP_S, reading, bares, chains)


def offline_figures(clip_s: float, reading: Cost, bares: list[Cost], chains: list[Cost]) -> Iterator[Figure]:
    """Speed, cost beside the bare models and memory, from the rounds of a clip of `clip_s` seconds."""
    # Decoding is the same for both: taken off, it cannot make the chain look better than it is.
    alone = [cost.cpu_s - reading.cpu_s for cost in bares]
    ours = [cost.cpu_s - reading.cpu_s for cost in chains]
    ratio = median(mine / bare for mine, bare in zip(ours, alone, strict=True))
    best = min(chains, key=lambda cost: cost.wall_s)
    yield Figure("speed", "Analizar: veces el tiempo real", clip_s / best.wall_s, "×", least=3.0)
    # The bar is for whole cores; a cloud's may be lent to others, and then nothing here could be faster.
    yield Figure("given", "Parte de sus núcleos que tuvo la máquina", _percent(best.given), "%")
    yield Figure(
        "speed_given", "Lo mismo, por lo que tuvo", clip_s / best.wall_s / best.given if best.given else None, "×"
    )
    yield Figure("chain_ratio", "Coach completo frente a los modelos solos (CPU)", ratio, "×", most=1.15)
    yield Figure("bare_cores", "Modelos solos: CPU por segundo de video", median(alone) / clip_s, "s")
    yield Figure("chain_cores", "Coach completo: CPU por segundo de video", median(ours) / clip_s, "s")
    yield Figure("decoding_cores", "Leer el video: CPU por segundo de video", reading.cpu_s / clip_s, "s")
    yield Figure("peak_rss", "Memoria máxima", _largest([c.peak_mb for c in chains]), "MB", most=600.0)
    yield Figure(
        "rss_swing", "Cambio de la memoria en la segunda mitad", _percent(_largest([c.swing for c in chains])), "%"
    )


def _long(cost: Cost) -> Iterator[Figure]:
    yield Figure("long_speed", "Media hora: veces el tiempo real", _LONG_S / cost.wall_s, "×", least=3.0)
    yield Figure("long_peak_rss", "Media hora: memoria máxima", cost.peak_mb, "MB", most=600.0)
    yield Figure("long_rss_swing", "Media hora: cambio tras el primer minuto", _percent(cost.swing), "%", most=5.0)


def _live(cost: LiveCost) -> Iterator[Figure]:
    yield Figure("live_fps", "En vivo: cuadros mostrados por segundo", cost.shown_fps, "/s", least=29.0)
    yield Figure("live_p50", "En vivo: de la imagen a la señal, mediana", _ms(cost.p50_s), "ms")
    yield Figure("live_p95", "En vivo: de la imagen a la señal, 95 %", _ms(cost.p95_s), "ms", most=150.0)
    yield Figure("live_cores", "En vivo: núcleos ocupados, nivel B", cost.cores, "", most=1.0)


def _largest(values: list[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return max(known) if known else None


def _percent(share: float | None) -> float | None:
    return None if share is None else 100.0 * share


def _ms(seconds: float | None) -> float | None:
    return None if seconds is None else 1000.0 * seconds
