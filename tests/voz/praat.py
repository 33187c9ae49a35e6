"""What Praat (through parselmouth, in tests only) knows: other tempi, other pitches, De Jong & Wempe's count."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import parselmouth
from parselmouth.praat import call, run

from coach.core.events import SAMPLE_RATE, Samples

Curve = npt.NDArray[np.float64]


def read(path: Path) -> Samples:
    """The sound of a file at the rate of the chain."""
    return np.asarray(parselmouth.Sound(str(path)).convert_to_mono().resample(SAMPLE_RATE).values[0], np.float32)


def at_tempo(samples: Samples, tempo: float) -> Samples:
    """The same speech `tempo` times as fast, at the same pitch."""
    if tempo == 1.0:
        return samples
    run("random_initializeWithSeedUnsafelyButPredictably (1)")  # Praat draws what it puts where no voice is
    slower = call(_sound(samples), "Lengthen (overlap-add)", 75.0, 500.0, 1.0 / tempo)
    return np.asarray(slower.values[0], np.float32)


def with_pitch(samples: Samples, shift_hz: float, stretch: float) -> tuple[Samples, Curve]:
    """The same speech with its pitch moved and its movements stretched; and the (n, 2) times and Hz that it has now."""
    manipulation = call(_sound(samples), "To Manipulation", 0.01, 75.0, 500.0)
    tier = call(manipulation, "Extract pitch tier")
    count = call(tier, "Get number of points")
    middle = call(tier, "Get mean (points)", 0.0, 0.0)
    formula = f"{middle} + {shift_hz} + {stretch} * (self - {middle})"
    call(tier, "Formula", formula)
    call([manipulation, tier], "Replace pitch tier")
    samples = np.asarray(call(manipulation, "Get resynthesis (overlap-add)").values[0], np.float32)
    points = range(1, count + 1)
    curve = [(call(tier, "Get time from index", i), call(tier, "Get value at index", i)) for i in points]
    return samples, np.array(curve)


def in_semitones(samples: Samples, shift_st: float, stretch: float) -> Samples:
    """The same speech with its pitch moved, and its movements around the median stretched, in semitones."""
    manipulation = call(_sound(samples), "To Manipulation", 0.01, 60.0, 500.0)
    tier = call(manipulation, "Extract pitch tier")
    points = range(1, int(call(tier, "Get number of points")) + 1)
    middle = float(np.median([call(tier, "Get value at index", point) for point in points]))
    call(tier, "Formula", f"{middle} * 2 ^ ({shift_st} / 12) * exp({stretch} * ln(self / {middle}))")
    call([manipulation, tier], "Replace pitch tier")
    return np.asarray(call(manipulation, "Get resynthesis (overlap-add)").values[0], np.float32)


def ending(samples: Samples, semitones: float) -> Samples:
    """The same speech at 180 Hz that moves by `semitones` during its last half second of voice."""
    manipulation = call(_sound(samples), "To Manipulation", 0.01, 75.0, 500.0)
    tier = call(manipulation, "Extract pitch tier")
    last = call(tier, "Get time from index", call(tier, "Get number of points"))
    call(tier, "Remove points between", 0.0, last + 1.0)
    for t, st in ((0.0, 0.0), (last - 0.45, 0.0), (last, semitones)):
        call(tier, "Add point", t, 180.0 * 2.0 ** (st / 12.0))
    call([manipulation, tier], "Replace pitch tier")
    return np.asarray(call(manipulation, "Get resynthesis (overlap-add)").values[0], np.float32)


def de_jong_wempe(samples: Samples) -> int:
    """Syllables as counted by De Jong & Wempe (2009): voiced peaks of intensity, 2 dB over the dips around them."""
    sound = _sound(samples)
    intensity = sound.to_intensity(minimum_pitch=50.0)
    times, level = intensity.xs(), intensity.values[0]
    floor = np.quantile(level, 0.99) - 25.0
    pitch = sound.to_pitch_ac(time_step=0.02, pitch_floor=30.0, pitch_ceiling=450.0, very_accurate=False)
    peaks = [i for i in range(1, len(level) - 1) if level[i - 1] < level[i] >= level[i + 1] and level[i] > floor]
    count = 0
    for here, following in zip(peaks, [*peaks[1:], None], strict=True):
        dip = np.min(level[here:following]) if following is not None else level[here:].min()
        if level[here] - dip > 2.0 and pitch.get_value_at_time(times[here]) == pitch.get_value_at_time(times[here]):
            count += 1
    return count


def _sound(samples: Samples) -> parselmouth.Sound:
    return parselmouth.Sound(np.asarray(samples, np.float64), SAMPLE_RATE)
