"""The table of voice features names its faults."""

from pathlib import Path

import pytest

from coach.manual.tables import CatalogError
from coach.manual.voice_features import VoiceFeatureSpec, load_voice_features

ROW = """
[level_db]
unit = "dBFS"
low = -120.0
high = 0
window_s = 0.3
latency_s = 0.0
about = "Level."
source = "Coach"
"""


def test_the_packaged_features_say_how_far_back_they_look() -> None:
    specs = load_voice_features()
    assert specs
    for id, spec in specs.items():
        assert spec.id == id
        assert spec.low < spec.high
        assert spec.latency_s <= 0.6, id


def test_a_row_is_read_as_written(tmp_path: Path) -> None:
    file = tmp_path / "rasgos_voz.toml"
    file.write_text(ROW)
    expected = VoiceFeatureSpec("level_db", "dBFS", -120.0, 0.0, 0.3, 0.0, "Level.", "Coach")
    assert load_voice_features(file) == {"level_db": expected}


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('unit = "dBFS"\n', "", "unit"),
        ("high = 0", "high = -120", "high"),
        ("window_s = 0.3", "window_s = -1", "window_s"),
        ("window_s = 0.3\n", "", "window_s"),
        ("latency_s = 0.0", 'latency_s = "0"', "latency_s"),
        ('about = "Level."', 'about = ""', "about"),
        ('source = "Coach"', 'source = "Coach"\nrest = 0.5', "rest"),
    ],
)
def test_a_fault_is_named_by_file_row_and_key(tmp_path: Path, old: str, new: str, key: str) -> None:
    file = tmp_path / "rasgos_voz.toml"
    assert old in ROW
    file.write_text(ROW.replace(old, new))
    with pytest.raises(CatalogError) as caught:
        load_voice_features(file)
    assert str(caught.value).startswith(f"rasgos_voz.toml, fila «level_db», clave «{key}»: ")
