"""What hampers the view, told with patience; and the mask."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.core.events import ConditionChanged, Features
from coach.core.landmarks import Light, Perceived
from coach.manual.conditions import load_conditions
from coach.runtime.stages import Observer
from coach.vision.darkness import DarkSense
from coach.vision.face_frame import FaceFrame
from coach.vision.mask import MaskSense
from coach.vision.scene import FAR_IOD, Scene
from tests.support.mirrors import scaled, turned
from tests.support.recorded import judge, judged, looks

SOMEBODY = next(look for look in looks("neutral") if look.t > 2 and look.face)
LIT = Light(0.5, 0.5, 3.0, 1.0)
OF_A_SMALL_FACE = ("smile_logit", "frown_logit", "gaze_yaw_deg", "head_tilt_deg", "nod_swing_deg")


def told(seen: list[Perceived], masked: bool = False) -> list[tuple[float, str, bool]]:
    scene, darkness = Scene(), DarkSense()
    pushed = (scene.push(look, masked=masked, dark=darkness.update(look.light)) for look in seen)
    return [(round(e.t, 3), e.id, e.active) for events in pushed for e in events]


def shown(seconds: float, start_s: float = 0.0, **changes: object) -> list[Perceived]:
    """Somebody well lit in the middle, with `changes`, at 10 Hz."""
    look = replace(SOMEBODY, people=1, light=LIT)
    return [replace(look, t=start_s + t / 10, **changes) for t in range(round(seconds * 10))]  # type: ignore[arg-type]


def test_a_good_view_is_no_news() -> None:
    assert told(shown(10.0)) == []


def test_somebody_who_leaves_is_told_after_a_while_and_their_return_soon() -> None:
    seen = [*shown(2.0), *shown(4.0, 2.0, face=None, pose=None), *shown(2.0, 6.0)]
    (left, *gone), (back, *returned) = told(seen)
    assert (gone, returned) == (["nadie", True], ["nadie", False])
    assert (left, back) == pytest.approx((3.5, 6.3), abs=0.11)


def test_a_glance_away_from_the_model_is_nobody_leaving() -> None:
    seen = [*shown(2.0), *shown(1.0, 2.0, face=None, pose=None), *shown(2.0, 3.0)]
    assert told(seen) == []


def test_a_turned_back_is_still_somebody() -> None:
    assert told(shown(5.0, face=None)) == []


def test_a_second_person_is_told_at_once_and_forgotten_slowly() -> None:
    seen = [*shown(1.0), *shown(2.0, 1.0, people=2), *shown(5.0, 3.0)]
    assert told(seen) == [(1.0, "varias_personas", True), (6.0, "varias_personas", False)]


@pytest.mark.parametrize(
    ("light", "condition"),
    [
        (Light(0.05, 0.06, None, 1.0), "oscuro"),
        (Light(0.25, 0.95, None, 1.0), "contraluz"),
        (Light(0.12, 0.5, None, 1.0), "contraluz"),
        (Light(0.22, 0.45, None, 1.0), None),  # dark skin in a lit room
        (Light(0.36, 0.37, None, 1.0, 40.0), "contraluz"),  # a window behind the head alone
        (Light(0.3, 0.5, None, 1.0, 18.0), None),  # dark skin before a white wall
        (Light(0.9, 0.1, None, 1.0), None),
        (None, None),
    ],
)
def test_light(light: Light | None, condition: str | None) -> None:
    assert [id for _, id, _ in told(shown(3.0, light=light))] == ([condition] if condition else [])


@pytest.mark.parametrize(("lumas", "dark"), [((0.138, 0.145), True), ((0.145, 0.155), False), ((0.155, 0.138), True)])
def test_light_that_wavers_splits_no_act_and_darkness_that_hides_one_is_told(
    lumas: tuple[float, float], dark: bool
) -> None:
    """Half a second of each in turn: the hands are hidden all the while, which is told, or not at all."""
    wavering = [
        replace(look, light=replace(LIT, subject=luma, background=luma))
        for look in looks("tocar_nariz")
        for luma in (lumas[int(2 * look.t) % 2],)
    ]
    found = judge(wavering, mask=False)
    touched = [(one.start_s, one.end_s) for one in found.segments if one.id == "tocar_nariz"]
    whole = [(one.start_s, one.end_s) for one in judged("tocar_nariz", False).segments if one.id == "tocar_nariz"]
    assert len(whole) == 1
    assert touched == ([] if dark else whole)
    assert [(change.id, change.active) for change in found.conditions] == ([("oscuro", True)] if dark else [])


def test_the_distance_from_the_camera() -> None:
    tall = scaled(SOMEBODY, 1.0)
    assert tall.face is not None
    height = float(tall.face.points[152, 1] - tall.face.points[10, 1])
    near = replace(tall, size=(tall.size[0], round(height / 0.9)))
    assert [id for _, id, _ in told(shown(3.0, face=near.face, size=near.size))] == ["muy_cerca"]
    far = scaled(SOMEBODY, 0.1)
    assert [id for _, id, _ in told(shown(3.0, face=far.face, size=far.size))] == ["muy_lejos"]


@pytest.mark.parametrize("iod", [12.0, 15.0, 18.0, 21.0, 25.0, 27.0, 29.0, 40.0])
def test_whoever_is_too_far_for_any_signal_is_told_that_it_is_the_distance(iod: float) -> None:
    """Between 14 and 20 px no smile was observable, up to 28 neither brows nor nods, and nothing said why."""
    assert SOMEBODY.face is not None
    factor = iod / FaceFrame.of(SOMEBODY.face).iod
    observer = Observer()
    seen = (replace(scaled(look, factor), people=1, light=LIT) for look in looks("neutral"))
    events = [event for look in seen for event in observer.push(look)]
    last = next(event for event in reversed(events) if isinstance(event, Features))
    unseen = {id for id in OF_A_SMALL_FACE if last.values[id] is None}
    conditions = {event.id for event in events if isinstance(event, ConditionChanged) and event.active}
    assert conditions == ({"muy_lejos"} if iod < FAR_IOD else {"algo_lejos"} if unseen else set())
    assert ("smile_logit" in unseen, "frown_logit" in unseen) == (iod < 20, iod < 28)


def test_all_that_it_tells_is_in_the_table() -> None:
    assert set(Scene()._conditions) <= set(load_conditions())


def test_what_holds_now() -> None:
    scene = Scene()
    for look in shown(3.0, people=3):
        scene.push(look, masked=True, dark=False)
    assert scene.active == {"varias_personas", "cubrebocas"}


def coloured(mask: MaskSense, start_s: float, seconds: float, chroma: float | None) -> list[bool]:
    light = replace(LIT, chroma=chroma)
    return [mask.update(look) for look in shown(seconds, start_s, light=light)]


def test_a_mask_is_believed_within_a_second_and_so_is_its_end() -> None:
    mask = MaskSense()
    assert not any(coloured(mask, 0.0, 2.0, 6.0))
    on, off = coloured(mask, 2.0, 2.0, 40.0), coloured(mask, 4.0, 2.0, 6.0)
    assert (on.index(True) / 10, off.index(False) / 10) == pytest.approx((0.8, 0.8), abs=0.11)


def test_the_first_colours_hide_the_mouth_at_once_and_before_them_it_is_nobodys_guess() -> None:
    for chroma, covered in ((40.0, True), (6.0, False)):
        mask = MaskSense()
        assert all(coloured(mask, 0.0, 0.3, None))
        assert not mask.worn
        assert set(coloured(mask, 0.3, 1.0, chroma)) == {covered}
        assert mask.worn is covered


def test_where_no_colours_can_be_had_the_mouth_is_looked_at_after_a_while() -> None:
    hidden = coloured(MaskSense(), 0.0, 2.0, None)
    assert hidden.index(False) / 10 == pytest.approx(0.8, abs=0.11)
    assert not any(hidden[8:])


def test_a_glass_before_the_mouth_in_the_first_look_hides_it_and_is_no_mask() -> None:
    mask = MaskSense()
    for look in shown(0.5, light=replace(LIT, chroma=40.0)):
        assert mask.update(look)
        assert not mask.worn
    assert not any(coloured(mask, 0.5, 2.0, 6.0))


def test_who_comes_later_is_waited_for_as_who_is_there_from_the_first() -> None:
    mask = MaskSense()
    for look in shown(2.0, face=None, light=replace(LIT, chroma=None)):
        mask.update(look)
    assert all(coloured(mask, 2.0, 0.8, None))
    assert not any(coloured(mask, 2.9, 1.0, None))


def test_a_glass_before_the_mouth_is_no_mask() -> None:
    mask = MaskSense()
    assert not any([*coloured(mask, 0.0, 2.0, 6.0), *coloured(mask, 2.0, 0.7, 40.0), *coloured(mask, 2.7, 2.0, 6.0)])


def test_between_the_two_thresholds_it_stays_as_it_was() -> None:
    bare, worn = MaskSense(), MaskSense()
    coloured(worn, 0.0, 2.0, 40.0)
    assert not any(coloured(bare, 2.0, 3.0, 14.5))
    assert all(coloured(worn, 2.0, 3.0, 14.5))


def test_without_colours_nothing_changes() -> None:
    mask = MaskSense()
    coloured(mask, 0.0, 2.0, 40.0)
    assert all(coloured(mask, 2.0, 3.0, None))
    assert all(mask.update(look) for look in shown(1.0, 5.0, light=None))


def test_the_switch_overrules_the_colours() -> None:
    mask = MaskSense(switch=False)
    assert not any(coloured(mask, 0.0, 2.0, 40.0))
    mask.switch = True
    assert mask.worn
    mask.switch = None
    assert mask.worn  # what the colours have said all the while


@pytest.mark.parametrize(
    ("degrees", "lying"), [(0.0, False), (40.0, False), (90.0, True), (-90.0, True), (180.0, True)]
)
def test_a_picture_on_its_side(degrees: float, lying: bool) -> None:
    look = turned(SOMEBODY, degrees)
    assert [id for _, id, _ in told(shown(4.0, face=look.face, pose=look.pose))] == (["de_lado"] if lying else [])


def test_a_head_laid_down_is_no_picture_on_its_side() -> None:
    assert told(shown(4.0, face=turned(SOMEBODY, 80.0).face)) == []
