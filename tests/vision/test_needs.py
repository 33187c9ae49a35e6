"""What a row of the manual says it needs is what its detector needs: out of view, it is not observable."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from coach.core.events import ConditionChanged, Features, Frame
from coach.core.landmarks import Perceived, Pose
from coach.detectors.bank import DetectorBank
from coach.manual.catalog import Part, load_catalog
from coach.manual.features import load_features
from coach.vision.own_parts import own, upside_down
from coach.vision.postura import PROPS_SW
from tests.support.mirrors import blinded, turned
from tests.support.recorded import features, judge, looks, neutral
from tests.support.stills import frames, tell

CATALOG = load_catalog()
CLIPS = ("recargarse", "caminar_encorvado", "frotar_manos", "palma_abierta", "manos_tras_cabeza", "tocar_nariz")
JOINTS: dict[Part, range] = {
    "cara": range(11),
    "hombros": range(11, 13),
    "brazos": range(13, 23),
    "manos": range(15, 23),
    "cadera": range(23, 25),
    "piernas": range(25, 33),
}
WITHIN: dict[Part, Part] = {"ojos": "cara", "boca": "cara", "cejas": "cara"}
"""Parts that leave the picture with another; what hides them alone is tested with the mask and with hands."""


def absent(pose: Pose, joints: range) -> Pose:
    """With `joints` beyond the picture's edge."""
    presence, visibility = pose.presence.copy(), pose.visibility.copy()
    presence[joints] = visibility[joints] = 0.0
    return replace(pose, presence=presence, visibility=visibility)


def without(look: Perceived, part: Part) -> Perceived:
    """The part is out of view, for every model."""
    seen = blinded(look, face=part == "cara", hands=part in ("brazos", "manos"))
    return seen if seen.pose is None else replace(seen, pose=absent(seen.pose, JOINTS[part]))


@cache
def judged(part: Part | None) -> Counter[str]:
    """At how many looks of all clips each signal could be judged, with a part out of view."""
    found: Counter[str] = Counter()
    for name in CLIPS:
        bank = DetectorBank(CATALOG, load_features(), neutral(features(looks(name))))
        for moment in features(look if part is None else without(look, part) for look in looks(name)):
            bank.push(moment)
            found.update(bank.observable())
    return found


def needs(id: str) -> set[Part]:
    return {WITHIN.get(part, part) for part in CATALOG[id].needs}


def test_all_signals_can_be_judged_somewhere_in_these_clips() -> None:
    assert set(judged(None)) == set(CATALOG)


@pytest.mark.parametrize("part", JOINTS)
def test_without_what_it_needs_a_signal_is_not_observable(part: Part) -> None:
    assert {id for id in judged(part) if part in needs(id)} == set()


@pytest.mark.parametrize("part", JOINTS)
def test_what_it_does_not_need_may_be_out_of_view(part: Part) -> None:
    leaves = {"brazos", "manos"} if part in ("brazos", "manos") else {part}  # an arm ends in its hand
    others = {id for id in CATALOG if not leaves & needs(id)}
    assert {id for id in others if judged(part)[id] < 0.7 * judged(None)[id]} == set()


def behind_a_desk(look: Perceived) -> Perceived:
    """No hand is found; the pose goes on guessing wrists within the picture, and says that it does not see them."""
    seen = blinded(look, hands=True)
    if seen.pose is None:
        return seen
    presence, visibility = seen.pose.presence.copy(), seen.pose.visibility.copy()
    presence[JOINTS["manos"]], visibility[JOINTS["manos"]] = 0.7, 0.1
    return replace(seen, pose=replace(seen.pose, presence=presence, visibility=visibility))


def test_what_hands_do_under_a_desk_nobody_knows() -> None:
    for name in CLIPS:
        bank = DetectorBank(CATALOG, load_features(), neutral(features(looks(name))))
        for moment in features(behind_a_desk(look) for look in looks(name)):
            bank.push(moment)
            assert not {"golpetear_dedos", "frotar_manos"} & bank.observable()


def test_a_palm_without_a_body_is_nobodys() -> None:
    seen = looks("palma_abierta")
    assert {moment.values["palm_open"] for moment in features(blinded(look, body=True) for look in seen)} == {None}


def test_a_prop_may_be_the_arm_that_is_out_of_view() -> None:
    look = next(look for look in looks("recargarse") if look.t < 1.5 and look.pose)
    assert look.pose is not None
    one = replace(look, pose=absent(look.pose, range(15, 16)))
    assert features([look])[0].values["wrist_support_sw"] == -1.0
    assert features([one])[0].values["wrist_support_sw"] is None


def test_an_arm_that_hangs_far_out_says_nothing_of_the_prop_beyond_the_edge() -> None:
    within = [look for look in looks("recargarse") if 2.7 < look.t < 4.0 and look.pose]
    assert within
    for look in within:
        assert look.pose is not None
        points = look.pose.points.copy()
        points[16, 0] -= 100.0
        far = replace(look.pose, points=points)
        whole, left, right = (
            features([replace(look, pose=pose)])[0].values["wrist_support_sw"]
            for pose in (far, absent(far, range(15, 16)), absent(far, range(16, 17)))
        )
        assert left is None and right is not None
        assert whole == right > PROPS_SW


def test_a_wrist_props_until_the_signal_leaves() -> None:
    leaves = {condition.feature: condition.exit for condition in CATALOG["recargarse"].detector.conditions}
    assert leaves["wrist_support_sw"] == PROPS_SW


def at_rate(name: str, hz: float) -> list[Perceived]:
    """As a slower camera would have shown it."""
    kept, due = list[Perceived](), 0.0
    for look in looks(name):
        if look.t + 1e-3 >= due:
            kept.append(replace(look, fresh=frozenset(("face", "hands", "pose"))))
            due += 1 / hz
    return kept


def test_a_nod_falls_between_too_few_looks() -> None:
    slow, brisk = judge(at_rate("asentir", 4.0)), judge(at_rate("asentir", 8.0))
    assert "asentir" not in {segment.id for segment in slow.segments}
    assert slow.observable()["asentir"] == 0.0
    assert "asentir" in {segment.id for segment in brisk.segments}
    assert brisk.observable()["asentir"] > 0.85  # all but the first looks, before the body is found


def test_of_one_upside_down_nothing_is_seen_and_of_one_who_bends_or_turns_all() -> None:
    look = next(look for look in looks("recargarse") if look.t > 2 and look.pose and look.face)
    over = turned(look, 180.0)
    assert look.pose is not None and over.pose is not None
    assert upside_down(over.pose)
    assert own(replace(over, face=look.face)) == replace(over, face=None, hands=(), pose=None)
    points = look.pose.points.copy()
    points[:11, 1] = 2 * points[11:13, 1].mean() - points[:11, 1]
    bent = replace(look.pose, points=points)
    sides = np.arange(33)
    sides[[11, 12]] = 12, 11
    back = replace(look.pose, points=look.pose.points[sides])
    assert not any(upside_down(pose) for pose in (look.pose, bent, back))


@pytest.mark.parametrize("name", ["caminar_erguido", "caminar_encorvado", "manos_a_la_espalda"])
def test_a_whole_person_on_their_side_is_passed_over_without_a_face_too(name: str) -> None:
    """Of somebody so small the face is not found; the legs seemed crossed throughout. Who bows is no such picture."""
    seen = [replace(look, face=None) for look in looks(name) if look.pose is not None]
    assert all(own(look).pose is not None for look in seen)
    for degrees in (90.0, 270.0):
        lying = [own(turned(look, degrees)) == replace(turned(look, degrees), hands=(), pose=None) for look in seen]
        assert sum(lying) >= 0.9 * len(lying)
    look = next(look for look in looks("caminar_erguido") if look.pose and look.t > 2)
    assert look.pose is not None
    points, hips = look.pose.points.copy(), look.pose.points[23:25].mean(axis=0)
    points[:23] = (points[:23] - hips)[:, ::-1] * (-1, 1) + hips
    bowed = replace(look, face=None, pose=replace(look.pose, points=points.astype(np.float32)))
    assert abs(points[[11, 12], 1].mean() - hips[1]) < 0.2 * abs(points[[11, 12], 0].mean() - hips[0])
    assert own(bowed).pose is not None


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_turned_picture_is_told_and_nothing_else(quarters: int) -> None:
    """The face model finds an upright face that smiles in one upside down, and arms on their side seem crossed."""
    shown = [Frame(f.t, np.ascontiguousarray(np.rot90(f.image, quarters))) for f in frames("neutral", 0.0, 3.2)]
    events = tell(shown)
    assert [event.id for event in events if isinstance(event, ConditionChanged)] == ["de_lado"]
    # On its side, the face is found anew in the first looks.
    seen = [event for event in events if isinstance(event, Features) and (quarters == 2 or event.t > 0.4)]
    assert seen
    assert {value for moment in seen for value in moment.values.values()} <= {None}
