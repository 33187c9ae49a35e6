"""The voices that develop the tones and those that judge them: a folder of prompts halved, and espeak-ng's."""

from __future__ import annotations

import hashlib
import subprocess
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final, Literal

import numpy as np

from coach.core.events import SAMPLE_RATE, Samples
from tests.voz import praat
from tests.voz.tone_moves import level

Side = Literal["develop", "judge"]
SPEECH_S: Final = 80.0
_SHORTEST_S: Final = 2.0
_BETWEEN_S: Final = 0.35
_HISS: Final = 1e-3
_WORDS_MIN: Final = 160

ESPEAK: Final[dict[Side, tuple[str, ...]]] = {
    "develop": ("es-419",),
    "judge": ("es", "es-419+f5", "es+m3", "es+f4", "es-419+m7"),
}
"""Voice and variant of espeak-ng. Of those that judge, the first two have judged an earlier version."""
STRETCHES: Final[dict[Side, int]] = {"develop": 4, "judge": 1}
"""Into how many stretches of `SPEECH_S` a folder of prompts is put together, if it has so many."""

TEXTS: Final[dict[Side, str]] = {
    "develop": "Buenos días, gracias por llamar. ¿En qué te puedo ayudar? Con mucho gusto reviso tu cuenta. Dame un "
    "momento, por favor. Ya tengo tus datos en la pantalla y veo que el pago se registró ayer por la tarde. El "
    "servicio quedará activo en dos horas. ¿Hay algo más en lo que te pueda ayudar? Recuerda que puedes llamarnos a "
    "cualquier hora, todos los días de la semana. Para pedir tu reembolso necesito el número de factura y la fecha de "
    "la compra. Si el producto llegó dañado, te enviamos otro sin costo. El plazo de entrega es de tres a cinco días "
    "hábiles. Puedes seguir tu paquete desde nuestra página o pedir que lo dejen con un vecino. ¿Prefieres que te "
    "llame por la mañana o por la tarde? Entiendo tu molestia y voy a resolverlo. Tu número de reporte es el cuatro "
    "siete ocho dos. Anota también el nombre de la persona que te atendió. El plan familiar incluye llamadas "
    "ilimitadas, mensajes y veinte gigas de datos para cada línea. Con el plan anterior pagabas lo mismo y recibías "
    "la mitad. Además, durante los primeros seis meses no pagas la instalación. Si contratas hoy, te guardamos el "
    "precio durante un año completo.",
    "judge": "Hola, qué gusto saludarte. Soy del área de soporte y voy a acompañarte hasta que quede resuelto. Primero "
    "cuéntame desde cuándo no tienes señal. ¿Ya probaste apagar el aparato y volver a encenderlo? Muy bien, entonces "
    "revisemos juntos la conexión. Mira la parte de atrás y dime de qué color es la luz. Si está roja, el problema "
    "viene de la central y no de tu casa. Ahora mismo levanto un reporte para que un técnico te visite. Tenemos lugar "
    "mañana a las diez o el lunes después de la comida. ¿Cuál de las dos te conviene más? Necesito confirmar tu "
    "domicilio y un teléfono donde podamos encontrarte. La visita no tiene ningún costo, y si hace falta cambiar el "
    "equipo también corre por nuestra cuenta. Gracias por tu paciencia.",
}


def voices(side: Side, prompts: list[Path]) -> Iterator[tuple[str, Samples]]:
    """Name and sound of each voice of a side: its half of every folder of prompts, and what espeak-ng says."""
    for folder in prompts:
        for place, samples in enumerate(islice(_stretches(folder, side), STRETCHES[side])):
            yield f"{folder.name} {place + 1}", level(samples)
    for voice in ESPEAK[side]:
        yield voice, level(spoken(voice, TEXTS[side]))


def joined(folder: Path, side: Side) -> Samples:
    """The longer prompts of a half, which a hash of their names tells, one after the other."""
    return np.concatenate(list(_stretches(folder, side)))


def _stretches(folder: Path, side: Side) -> Iterator[Samples]:
    """The same in stretches of `SPEECH_S` or a little more; the last has what is left."""
    half, gap = ("develop", "judge").index(side), np.zeros(round(_BETWEEN_S * SAMPLE_RATE), np.float32)
    parts: list[Samples] = []
    for file in sorted(folder.glob("*.wav"), key=_hash):
        sound = praat.read(file) if _hash(file)[0] % 2 == half else gap
        if len(sound) >= _SHORTEST_S * SAMPLE_RATE:
            parts += [sound, gap]
        if sum(map(len, parts)) >= SPEECH_S * SAMPLE_RATE:
            yield np.concatenate(parts)
            parts = []
    if parts:
        yield np.concatenate(parts)


def hiss(length: int) -> Samples:
    """The same quiet room for every voice."""
    return np.random.default_rng(0).normal(0.0, _HISS, length).astype(np.float32)


def spoken(voice: str, text: str) -> Samples:
    """What espeak-ng makes of a text."""
    with tempfile.NamedTemporaryFile(suffix=".wav") as file:
        subprocess.run(["espeak-ng", "-v", voice, "-s", str(_WORDS_MIN), "-w", file.name, text], check=True)
        return praat.read(Path(file.name))


def _hash(file: Path) -> bytes:
    return hashlib.sha256(file.name.encode()).digest()
