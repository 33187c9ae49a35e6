"""How busy the chain is."""

from __future__ import annotations

import pytest

from coach.runtime.load import Load


def test_half_busy_and_a_third_lost() -> None:
    load = Load()
    samples = [load.add(index / 10, busy_s=0.05, drops=index // 2) for index in range(11)]
    told = [sample for sample in samples if sample is not None]
    assert [busy for busy, _ in told] == pytest.approx([0.5, 0.5])
    assert [dropped for _, dropped in told] == pytest.approx([2 / 7, 3 / 8])
