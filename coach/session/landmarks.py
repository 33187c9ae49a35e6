"""Recorded landmarks, a JSON object a line: perception's results, to be judged again without pictures or models.

Newer detectors can so be tried on old sessions, and the tests run on real perception in seconds. Only the face points
that features read are kept; the others come back as NaN. Files ending in .gz are compressed.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Literal, TextIO

import numpy as np

from coach.core.landmarks import Array, Face, Hand, Light, Perceived, Pose
from coach.errors import KnownError, why

FACE_POINTS = 478
KEPT = (
    1, 2, 6, 10, 13, 14, 33, 54, 61, 66, 67, 107, 127, 132, 133, 148, 149, 152, 162, 172, 176, 234, 263, 284, 291,
    296, 297, 336, 361, 362, 377, 378, 389, 397, 400, 454, 468, 473,
)  # fmt: skip


def write_landmarks(file: Path, looks: Iterable[Perceived]) -> None:
    """Write one line a look."""
    with _open(file, "wt") as lines:
        for look in looks:
            lines.write(json.dumps(_encode(look), separators=(",", ":")) + "\n")


def read_landmarks(file: Path) -> Iterator[Perceived]:
    """Read what `write_landmarks` wrote. Raises `KnownError` that names the file and the line at fault."""
    number = 1
    try:
        with _open(file, "rt") as lines:
            for line in lines:
                yield _decode(json.loads(line))
                number += 1
    except OSError as error:
        raise KnownError(f"No puedo leer «{file}» ({why(error)}); revisa el nombre y vuelve a intentarlo.") from error
    except (ValueError, KeyError, TypeError, IndexError, EOFError, zlib.error) as error:
        raise KnownError(f"«{file}», línea {number}, no son puntos grabados por Coach; vuelve a grabarlos.") from error


def _open(file: Path, mode: Literal["rt", "wt"]) -> TextIO:
    return gzip.open(file, mode, encoding="utf-8") if file.suffix == ".gz" else file.open(mode, encoding="utf-8")


def _numbers(values: Array, digits: int) -> list[Any]:
    numbers: list[Any] = np.round(values.astype(float), digits).tolist()
    return numbers


def _encode(look: Perceived) -> dict[str, Any]:
    light = look.light
    return {
        "t": round(look.t, 4),
        "size": look.size,
        "fresh": sorted(look.fresh),
        "people": look.people,
        "light": None if light is None else [light.subject, light.background, light.chroma, light.noise, light.behind],
        "face": None if look.face is None else _encode_face(look.face),
        "hands": [_encode_hand(hand) for hand in look.hands],
        "pose": None if look.pose is None else _encode_pose(look.pose),
    }


def _encode_face(face: Face) -> dict[str, Any]:
    points = _numbers(face.points[list(KEPT)], 1)
    return {"points": points, "blend": _numbers(face.blend, 4), "matrix": _numbers(face.matrix, 4)}


def _encode_hand(hand: Hand) -> dict[str, Any]:
    points, world = _numbers(hand.points, 1), _numbers(hand.world, 4)
    return {"points": points, "world": world, "right": hand.right, "score": round(hand.score, 3)}


def _encode_pose(pose: Pose) -> dict[str, Any]:
    return {
        "points": _numbers(pose.points, 1),
        "world": _numbers(pose.world, 3),
        "visibility": _numbers(pose.visibility, 3),
        "presence": _numbers(pose.presence, 3),
    }


def _decode(line: dict[str, Any]) -> Perceived:
    width, height = line["size"]
    return Perceived(
        t=float(line["t"]),
        size=(int(width), int(height)),
        face=None if line["face"] is None else _decode_face(line["face"]),
        hands=tuple(_decode_hand(hand) for hand in line["hands"]),
        pose=None if line["pose"] is None else _decode_pose(line["pose"]),
        fresh=frozenset(line["fresh"]),
        people=line["people"],
        light=None if line["light"] is None else Light(*line["light"]),
    )


def _decode_face(face: dict[str, Any]) -> Face:
    points = np.full((FACE_POINTS, 2), np.nan, np.float32)
    points[list(KEPT)] = _array(face["points"], len(KEPT), 2)
    return Face(points, _array(face["blend"], 52), _array(face["matrix"], 3, 3))


def _decode_hand(hand: dict[str, Any]) -> Hand:
    points, world = _array(hand["points"], 21, 2), _array(hand["world"], 21, 3)
    return Hand(points, world, bool(hand["right"]), float(hand["score"]))


def _decode_pose(pose: dict[str, Any]) -> Pose:
    return Pose(
        points=_array(pose["points"], 33, 2),
        world=_array(pose["world"], 33, 3),
        visibility=_array(pose["visibility"], 33),
        presence=_array(pose["presence"], 33),
    )


def _array(numbers: object, *shape: int) -> Array:
    """Raises `ValueError` unless `numbers` are of this shape."""
    array = np.array(numbers, np.float32)
    if array.shape != shape:
        raise ValueError(f"{array.shape} instead of {shape}")
    return array
