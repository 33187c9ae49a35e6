"""Which landmarks are joined by lines, by their indices in MediaPipe's three models (its published topologies)."""

from __future__ import annotations

from typing import Final

Chain = tuple[int, ...]

_OVAL = "10 338 297 332 284 251 389 356 454 323 361 288 397 365 379 378 400 377 152 148 176 149 150 136 172 58 132 93"
FACE: Final[tuple[Chain, ...]] = tuple(
    tuple(int(index) for index in chain.split())
    for chain in (
        _OVAL + " 234 127 162 21 54 103 67 109 10",
        "33 7 163 144 145 153 154 155 133 173 157 158 159 160 161 246 33",
        "263 249 390 373 374 380 381 382 362 398 384 385 386 387 388 466 263",
        "70 63 105 66 107",
        "300 293 334 296 336",
        "61 146 91 181 84 17 314 405 321 375 291 409 270 269 267 0 37 39 40 185 61",
        "78 95 88 178 87 14 317 402 318 324 308 415 310 311 312 13 82 81 80 191 78",
        "168 6 197 195 5 4",
    )
)
"""Oval, eyes, brows, lips and the ridge of the nose."""
IRISES: Final = (468, 473)
"""Their middles."""

HAND: Final[tuple[Chain, ...]] = (
    (0, 1, 2, 3, 4),
    (0, 5, 6, 7, 8),
    (5, 9, 10, 11, 12),
    (9, 13, 14, 15, 16),
    (0, 17, 18, 19, 20),
    (13, 17),
)
"""The five fingers and the palm."""

POSE: Final[tuple[tuple[int, int], ...]] = (
    (11, 12),
    (11, 13),
    (13, 15),
    (12, 14),
    (14, 16),
    (11, 23),
    (12, 24),
    (23, 24),
    (23, 25),
    (25, 27),
    (24, 26),
    (26, 28),
    (27, 31),
    (28, 32),
)
"""Shoulders, arms, trunk, legs and feet; the face and the hands have better models of their own."""
