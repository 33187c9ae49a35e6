"""The same person, seen otherwise: larger, farther aside, or in a mirror."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from coach.core.landmarks import Array, Face, Hand, Perceived, Pose

_MESH = (
    (33, 263), (133, 362), (468, 473), (234, 454), (61, 291), (107, 336), (66, 296), (132, 361), (148, 377),
    (176, 400), (149, 378), (54, 284), (67, 297), (162, 389), (172, 397), (127, 356), (159, 386), (145, 374),
    (105, 334), (55, 285), (65, 295), (469, 476), (470, 475), (471, 474), (472, 477), (160, 385), (158, 387),
    (153, 380), (144, 373), (70, 300), (63, 293), (52, 282), (53, 283), (46, 276),
)  # fmt: skip
"""Points of the face's mesh that stand for each other, left and right."""
_BODY = (
    (1, 4), (2, 5), (3, 6), (7, 8), (9, 10), (11, 12), (13, 14), (15, 16), (17, 18), (19, 20), (21, 22), (23, 24),
    (25, 26), (27, 28), (29, 30), (31, 32),
)  # fmt: skip


def _order(size: int, pairs: tuple[tuple[int, int], ...]) -> list[int]:
    order = list(range(size))
    for left, right in pairs:
        order[left], order[right] = right, left
    return order


def scaled(seen: Perceived, factor: float) -> Perceived:
    """As a camera with more (or fewer) pixels sees it."""

    def grow(points: Array) -> Array:
        return (points * factor).astype(np.float32)

    return replace(
        seen,
        size=(round(seen.size[0] * factor), round(seen.size[1] * factor)),
        face=replace(seen.face, points=grow(seen.face.points)) if seen.face else None,
        hands=tuple(replace(hand, points=grow(hand.points)) for hand in seen.hands),
        pose=replace(seen.pose, points=grow(seen.pose.points)) if seen.pose else None,
    )


def moved(seen: Perceived, across: float, down: float) -> Perceived:
    """The same person elsewhere in the picture."""
    off = np.array([across, down], np.float32)
    return replace(
        seen,
        face=replace(seen.face, points=seen.face.points + off) if seen.face else None,
        hands=tuple(replace(hand, points=hand.points + off) for hand in seen.hands),
        pose=replace(seen.pose, points=seen.pose.points + off) if seen.pose else None,
    )


def turned(seen: Perceived, degrees: float) -> Perceived:
    """The same person in a picture that was turned counter-clockwise around its middle; heads keep their matrix."""
    angle = np.radians(degrees)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    middle = np.array(seen.size) / 2

    def spin(points: Array) -> Array:
        around: Array = ((points - middle) @ turn + middle).astype(np.float32)
        return around

    return replace(
        seen,
        face=replace(seen.face, points=spin(seen.face.points)) if seen.face else None,
        hands=tuple(replace(hand, points=spin(hand.points)) for hand in seen.hands),
        pose=replace(seen.pose, points=spin(seen.pose.points)) if seen.pose else None,
    )


def mirrored(seen: Perceived) -> Perceived:
    """As in a mirror: their right is now their left."""
    width = seen.size[0]

    def flip(points: Array) -> Array:
        return (points * (-1, 1) + (width, 0)).astype(np.float32)

    def turn(world: Array) -> Array:
        return (world * (-1, 1, 1)).astype(np.float32)

    def face(one: Face) -> Face:
        mirror = np.diag([-1, 1, 1]).astype(np.float32)
        return Face(flip(one.points[_order(478, _MESH)]), one.blend, (mirror @ one.matrix @ mirror).astype(np.float32))

    def hand(one: Hand) -> Hand:
        return Hand(flip(one.points), turn(one.world), not one.right, one.score)

    def pose(one: Pose) -> Pose:
        order = _order(33, _BODY)
        return Pose(flip(one.points[order]), turn(one.world[order]), one.visibility[order], one.presence[order])

    return replace(
        seen,
        face=face(seen.face) if seen.face else None,
        hands=tuple(hand(one) for one in seen.hands),
        pose=pose(seen.pose) if seen.pose else None,
    )


def blinded(seen: Perceived, *, face: bool = False, body: bool = False, hands: bool = False) -> Perceived:
    """Without what the model of the face, the body or the hands saw."""
    return replace(
        seen,
        face=None if face else seen.face,
        pose=None if body else seen.pose,
        hands=() if hands else seen.hands,
    )
