"""The table of features names its faults too."""

from pathlib import Path

import pytest

from coach.manual.features import FeatureSpec, load_features
from coach.manual.tables import CatalogError

ROW = """
[head_pitch_deg]
unit = "deg"
low = -90.0
high = 90
about = "Chin down."
rest = 0.5
prior = 2.0
spread = 5.0
"""


def test_the_packaged_features_have_ranges_and_say_what_they_are() -> None:
    specs = load_features()
    assert specs
    for id, spec in specs.items():
        assert spec.id == id
        assert spec.low < spec.high


def test_a_row_is_read_as_written(tmp_path: Path) -> None:
    file = tmp_path / "rasgos.toml"
    file.write_text(ROW)
    expected = FeatureSpec("head_pitch_deg", "deg", -90.0, 90.0, "Chin down.", rest=0.5, prior=2.0, spread=5.0)
    assert load_features(file) == {"head_pitch_deg": expected}


def test_a_feature_without_neutral_has_none_rather_than_zero(tmp_path: Path) -> None:
    file = tmp_path / "rasgos.toml"
    file.write_text(ROW[: ROW.index("rest")])
    spec = load_features(file)["head_pitch_deg"]
    assert (spec.rest, spec.prior, spec.spread) == (None, None, None)


def test_a_deviation_is_of_a_feature_that_has_a_neutral(tmp_path: Path) -> None:
    file = tmp_path / "rasgos.toml"
    deviation = '[head_pitch_delta_deg]\nunit = "deg"\nlow = -90\nhigh = 90\nabout = "Delta."\nof = "head_pitch_deg"\n'
    file.write_text(ROW + deviation)
    assert load_features(file)["head_pitch_delta_deg"].of == "head_pitch_deg"
    file.write_text(ROW[: ROW.index("rest")] + deviation)
    with pytest.raises(CatalogError, match=r"fila «head_pitch_delta_deg», clave «of»: .*«rest»"):
        load_features(file)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('unit = "deg"\n', "", "unit"),
        ('about = "Chin down."', 'about = ""', "about"),
        ("high = 90", "high = -90", "high"),
        ("high = 90", 'high = "90"', "high"),
        ("low = -90.0", "low = -inf", "low"),
        ("rest = 0.5", "rest = 1.5", "rest"),
        ("prior = 2.0", "prior = 91.0", "prior"),
        ("spread = 5.0", "spread = 0.0", "spread"),
        ("spread = 5.0", "spread = 5.0\nmad = 1.0", "mad"),
        ("prior = 2.0\n", "", "prior"),
        ("spread = 5.0\n", "", "spread"),
        ("spread = 5.0", "spread = 5.0\nguided = 1", "guided"),
        ("rest = 0.5\nprior = 2.0\nspread = 5.0", "drifts = true", "drifts"),
        ("spread = 5.0", 'spread = 5.0\nof = "head_yaw_deg"', "of"),
        ("spread = 5.0", "spread = 5.0\nsettle = 0.0", "settle"),
    ],
)
def test_a_fault_is_named_by_file_row_and_key(tmp_path: Path, old: str, new: str, key: str) -> None:
    file = tmp_path / "rasgos.toml"
    assert old in ROW
    file.write_text(ROW.replace(old, new))
    with pytest.raises(CatalogError) as caught:
        load_features(file)
    assert str(caught.value).startswith(f"rasgos.toml, fila «head_pitch_deg», clave «{key}»: ")
